"""What a character lived through, each thing with the address of the event that says so."""

from collections.abc import Callable, Iterator
from typing import Literal

from pydantic import Field

from cineledger.domain.cast.affect import Affect
from cineledger.domain.cast.identity import Identity
from cineledger.domain.cast.knowledge import How
from cineledger.domain.series.carried import Carried, CarriedArc, CarriedBond, CarriedPerson
from cineledger.domain.value import Value

Differs = Literal["cut", "fate", "age", "trait", "bond", "knowledge", "secret"]
"""What two accounts of a character can be at odds about: which cut counts, or one of the other things."""


class CarriedIdentity(Carried):
    """Who she is."""

    identity: Identity
    decided: bool


class CarriedAge(Carried):
    """How old she is in a production."""

    years: int = Field(ge=0, le=200)


class CarriedMood(Carried):
    """The mood she is left in."""

    left: Affect
    mood: str
    scene: str


class CarriedGoal(Carried):
    """What she is after."""

    goal: str
    progress: float | None = Field(default=None, ge=-1, le=1)
    """How near she is to it: -1 out of reach, 1 reached; None where that is not known."""


class CarriedFact(Carried):
    """Something that she knows, or believes."""

    fact: str
    """Its short name."""
    text: str
    how: How
    told_by: str = ""
    """Who she has it from; empty where nobody told her."""
    so: bool = True
    """False where she takes it that it is not so."""
    sure: bool
    secret: bool = False
    """She keeps it to herself."""
    others: tuple[str, ...] = ()
    """Who else knows it by the end."""


class CarriedRuling(Carried):
    """What a production decided where it was at odds with what she brought."""

    kind: Differs
    subject: str
    choice: str
    text: str


class Life(Value):
    """A character as a production leaves her, or as canon has her; what nobody says is None, or not there."""

    identity: CarriedIdentity | None = None
    age: CarriedAge | None = None
    mood: CarriedMood | None = None
    arc: CarriedArc | None = None
    fate: CarriedPerson | None = None
    """Where she was last, and what became of her for good."""
    goals: tuple[CarriedGoal, ...] = ()
    bonds: tuple[CarriedBond, ...] = ()
    """How she stands to others, one for each."""
    known: tuple[CarriedFact, ...] = ()

    def carried(self) -> Iterator[Carried]:
        """Everything in it."""
        yield from (o for o in (self.identity, self.age, self.mood, self.arc, self.fate) if o is not None)
        yield from (*self.goals, *self.bonds, *self.known)

    def sources(self) -> tuple[str, ...]:
        """The addresses it was copied from, each once."""
        return tuple(dict.fromkeys(one.source for one in self.carried()))

    def each(self, moved: Callable[[Carried], Carried]) -> "Life":
        """The same with each thing in it as a function has it."""
        one = {name: moved(value) for name, value in self if isinstance(value, Carried)}
        many = {name: tuple(map(moved, value)) for name, value in self if isinstance(value, tuple)}
        return self.model_copy(update={**one, **many})

    @property
    def ends(self) -> str:
        """What became of her for good: dead or gone; empty where nothing did."""
        return "" if self.fate is None else self.fate.fate


NOTHING = Life()
"""Of whom nothing is known."""
