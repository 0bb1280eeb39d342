"""Lives taken into a character's canon, canon brought into a production, and where two accounts of her are at odds."""

from dataclasses import dataclass, field, replace
from typing import ClassVar

from immutables import Map
from pydantic import Field

from cineledger.domain.canon.life import CarriedRuling, Differs, Life
from cineledger.domain.event import Event
from cineledger.domain.maps import PMap
from cineledger.domain.work.work import Work


class LifeTaken(Event):
    """In a character's stream: what she lived through in a production; it replaces what was taken of it before."""

    production: str
    """The cut it was taken from."""
    family: str
    """The oldest production that this cut is a fork of; its own name where it is none."""
    character: str
    """What she is called there."""
    at: int
    """The last event of the production that was read."""
    title: str
    series: str = ""
    """The series it is an episode of; empty where it is none."""
    episode: str = ""
    """As S1E2."""
    clock: int = 0
    """Years after the first of her lives that this one plays, as far as anybody said; negative before it."""
    brought: bool = False
    """Canon was brought into the production, so that it begins where canon left her."""
    upon: tuple[str, ...] = ()
    """The productions whose lives that was."""
    decisions: int = 0
    """How many questions of the production the orchestrator decided in person."""
    life: Life
    rulings: tuple[CarriedRuling, ...] = ()
    """What the production decided where it was at odds with canon, or with earlier episodes."""

    def copied_from(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.life.sources(), *(ruling.source for ruling in self.rulings))))

    @property
    def called(self) -> str:
        """The life in a word: S1E2 of arcadia, or pilot."""
        return f"{self.episode} of {self.series}" if self.series else self.production


class CharacterCast(Event):
    """In a production: a character of it is one who lived before, and this is what she brings, copied.

    The production never reads her stream again: what canon has later comes in by another of these.
    """

    character: str
    """What she is called in this production."""
    canon: str
    """The stream it was read from."""
    at: int
    """The last event of that stream that was read."""
    years: int | None = None
    """How many lie between the last of her lives and this one; negative before it; None where nobody said."""
    clock: int = 0
    """Years after the first of her lives that this production plays."""
    lives: tuple[str, ...] = ()
    """The productions that count, in the order of canon."""
    life: Life
    """As she is when this production begins: her age has moved on by the years, her mood not yet."""
    undecided: tuple[str, ...] = ()
    """What her lives are at odds about and nobody decided; the earlier of the two holds."""

    def copied_from(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((f"{self.canon}@{self.at}", *self.life.sources())))


class ContradictionFound(Work):
    """Two accounts of a character can't both hold."""

    BY: ClassVar[str] = "showrunner"
    KEY: ClassVar[tuple[str, ...]] = ("character", "kind", "subject", "was", "now")
    NOUN: ClassVar[str] = "contradiction"

    character: str
    kind: Differs
    subject: str
    """Whom or what it is about: the other of a bond, the factor of a trait, the short name of a fact; else herself."""
    was: str
    """The production that established the one."""
    now: str
    """The production that says the other."""
    earlier: str
    later: str
    """What each says."""
    weight: float = Field(ge=0, le=1)
    """How much an audience would stumble over it."""
    sources: tuple[str, str]
    """The addresses that say so, the earlier first; empty where no single event does."""
    ruled: str = ""
    """What the later production decided of it itself; empty where it is still to be decided."""

    def copied_from(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(source for source in self.sources if source))


@dataclass(frozen=True, slots=True)
class Taken:
    """A life as it stands in canon."""

    taken: LifeTaken
    number: int
    """The event in which it was last taken."""
    first: int
    """The event in which it was taken first: that gives it its place among its cuts."""


@dataclass(frozen=True, slots=True)
class Brought:
    """Canon as it was brought into a production."""

    cast: CharacterCast
    number: int


@dataclass(frozen=True, slots=True)
class CanonState:
    """The lives of a character; in a production, who of it lived before."""

    lives: PMap[str, Taken] = field(default_factory=Map)
    """By the production they were taken from."""
    cast: PMap[str, Brought] = field(default_factory=Map)
    """By the name of the character in this production."""
    found: PMap[int, ContradictionFound] = field(default_factory=Map)
    """Every contradiction that was found, by the number of its event, also one that was taken back."""

    def in_order(self) -> list[Taken]:
        """The lives in the order she lived them; where nobody said, in the order they were first taken."""
        return sorted(self.lives.values(), key=lambda one: (one.taken.clock, one.first))


def evolve(state: CanonState, event: Event, number: int) -> CanonState:
    """The state after one event of this family."""
    match event:
        case LifeTaken():
            former = state.lives.get(event.production)
            taken = Taken(event, number, number if former is None else former.first)
            return replace(state, lives=state.lives.set(event.production, taken))
        case CharacterCast():
            return replace(state, cast=state.cast.set(event.character, Brought(event, number)))
        case ContradictionFound():
            return replace(state, found=state.found.set(number, event))
        case _:
            return state
