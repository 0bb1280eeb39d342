"""Episodes given their place, what they established, and what an episode takes over from its series."""

from dataclasses import dataclass, field, replace

from immutables import Map
from pydantic import Field

from cineledger.domain.event import Event
from cineledger.domain.maps import PMap
from cineledger.domain.series.carried import (
    Carried,
    CarriedArc,
    CarriedBond,
    CarriedMend,
    CarriedOrder,
    CarriedPerson,
    CarriedTheme,
    CarriedWords,
    SeriesArc,
    SeriesTheme,
    called,
)


class EpisodePlaced(Event):
    """In the series: a production is one of its episodes."""

    production: str
    season: int = Field(ge=1)
    number: int = Field(ge=1)
    title: str

    @property
    def episode(self) -> str:
        """As television calls it."""
        return called(self.season, self.number)


class EpisodeTaken(Event):
    """In the series: what an episode established, as of one of its events; it replaces what was taken of it before."""

    VERSION = 2

    production: str
    """The cut that was taken: the production that was placed there, or a fork of it."""
    season: int = Field(ge=1)
    number: int = Field(ge=1)
    title: str
    at: int
    """The last event of the production that was read."""
    people: tuple[CarriedPerson, ...] = ()
    arcs: tuple[CarriedArc, ...] = ()
    themes: tuple[CarriedTheme, ...] = ()
    bonds: tuple[CarriedBond, ...] = ()
    placed: int
    """The event that gave the episode its place."""
    mends: tuple[CarriedMend, ...] = ()
    """What it decided to do where it did not follow on."""

    @property
    def episode(self) -> str:
        """As television calls it."""
        return called(self.season, self.number)

    def refers(self) -> tuple[int, ...]:
        return (self.placed,)

    def copied_from(self) -> tuple[str, ...]:
        return _sources(self.people, self.arcs, self.themes, self.bonds, self.mends)


class SeriesJoined(Event):
    """In the episode: it is one of a series."""

    series: str
    season: int = Field(ge=1)
    number: int = Field(ge=1)
    placed: int
    """The event of the series that says so."""

    @property
    def episode(self) -> str:
        """As television calls it."""
        return called(self.season, self.number)

    def copied_from(self) -> tuple[str, ...]:
        return (f"{self.series}@{self.placed}",)


class SeriesWordsTaken(Event):
    """In the episode: what the orchestrator had said for the whole series, copied; the episode's own words follow."""

    series: str
    at: int
    """The last event of the series that was read."""
    vision: CarriedWords | None = None
    constraints: tuple[CarriedWords, ...] = ()
    broadcasts: tuple[CarriedWords, ...] = ()
    orders: tuple[CarriedOrder, ...] = ()
    joined: int
    """The event that made it an episode."""

    def refers(self) -> tuple[int, ...]:
        return (self.joined,)

    def copied_from(self) -> tuple[str, ...]:
        vision = () if self.vision is None else (self.vision,)
        return _sources(vision, self.constraints, self.broadcasts, self.orders)


class SeriesBibleTaken(Event):
    """In the episode: what the series had decided and its earlier episodes had established, copied.

    The episode never reads the series again: what changes there afterwards comes in by another of these.
    """

    series: str
    at: int
    """The last event of the series that was read."""
    themes: tuple[SeriesTheme, ...] = ()
    season_arcs: tuple[SeriesArc, ...] = ()
    people: tuple[CarriedPerson, ...] = ()
    arcs: tuple[CarriedArc, ...] = ()
    """Of each character the last."""
    bonds: tuple[CarriedBond, ...] = ()
    """Of each pair the last."""
    joined: int
    """The event that made it an episode."""

    def refers(self) -> tuple[int, ...]:
        return (self.joined,)

    def copied_from(self) -> tuple[str, ...]:
        return _sources(self.themes, self.season_arcs, self.people, self.arcs, self.bonds)


def _sources(*carried: tuple[Carried, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.source for several in carried for one in several))


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of an episode in its season."""

    placed: EpisodePlaced
    number: int
    """The event that gave it."""
    taken: EpisodeTaken | None = None
    taken_at: int | None = None
    """The event in which that was recorded."""

    @property
    def cut(self) -> str:
        """The production that counts as this episode."""
        return self.placed.production if self.taken is None else self.taken.production

    @property
    def order(self) -> tuple[int, int]:
        """Its place in the series."""
        return self.placed.season, self.placed.number


@dataclass(frozen=True, slots=True)
class SeriesState:
    """The episodes of a series; of an episode, its place and what it took over."""

    slots: PMap[str, Slot] = field(default_factory=Map)
    """By their names, such as S1E2."""
    joined: SeriesJoined | None = None
    joined_at: int | None = None
    """The event that made it an episode."""
    words: SeriesWordsTaken | None = None
    bible: SeriesBibleTaken | None = None
    bible_at: int | None = None
    """The event in which that was recorded."""

    def episodes(self) -> list[Slot]:
        """The episodes in the order of the series."""
        return sorted(self.slots.values(), key=lambda slot: slot.order)

    def taken(self) -> list[EpisodeTaken]:
        """What episodes established, in the order of the series."""
        return [slot.taken for slot in self.episodes() if slot.taken is not None]


def evolve(state: SeriesState, event: Event, number: int) -> SeriesState:
    """The state after one event of this family."""
    match event:
        case EpisodePlaced():
            return replace(state, slots=state.slots.set(event.episode, Slot(event, number)))
        case EpisodeTaken() if event.episode in state.slots:
            slot = replace(state.slots[event.episode], taken=event, taken_at=number)
            return replace(state, slots=state.slots.set(event.episode, slot))
        case SeriesJoined():
            return replace(state, joined=event, joined_at=number)
        case SeriesWordsTaken():
            return replace(state, words=event)
        case SeriesBibleTaken():
            return replace(state, bible=event, bible_at=number)
        case _:
            return state
