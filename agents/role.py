"""What every role is: habits of reacting to events, and rules for the house mind."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from cineledger.agents.ask import Ask
from cineledger.domain.command import Command
from cineledger.domain.event import Event
from cineledger.domain.state import State
from cineledger.domain.value import Value
from cineledger.domain.work.work import Work

DEPARTMENT, CAST, LEADERSHIP = 0, 1, 2
"""Ranks. At one event departments react first and leaders last, so that leaders see work begun."""


Rules = Mapping[type[Ask], Callable[[Any], Value]]
"""How the house mind answers asks, by their kind."""


@dataclass(frozen=True, slots=True)
class Moment:
    """All a reaction may know: an event, its number, the production as that event left it, and who reacts."""

    role: str
    number: int
    event: Event
    state: State


class Rests(NamedTuple):
    """A command, and the places of the answers it rests on: for reactions that ask much and do much."""

    command: Command
    answers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Habit:
    """A role's way of reacting to one kind of event."""

    on: type[Event]
    concerns: Callable[[Moment], bool]
    """True if this very event is the role's business; where it isn't, nothing is recorded."""
    asks: Callable[[Moment], Sequence[Ask]]
    """What it wants to know; may be nothing."""
    acts: Callable[[Moment, Sequence[Any]], Sequence[Command | Rests]]
    """What it does with the answers: at least one command, `Pass` where it chooses silence.

    A bare command rests on all the answers.
    """
    remakes: tuple[tuple[str, type[Work]], ...] = ()
    """On a decision: the subjects on which one has it make what kinds of work again."""


@dataclass(frozen=True, slots=True)
class Role:
    """A film role as an agent."""

    name: str
    """`cast` stands for every cast member."""
    rank: int
    habits: tuple[Habit, ...]
    rules: Rules
    """How the house mind answers the role's asks."""
    presents: bool = False
    """It shows its work in review, and the director waits for that."""
    in_series: tuple[Habit, ...] = ()
    """Its habits in a series, which has no script to work on."""
    in_canon: tuple[Habit, ...] = ()
    """Its habits in a character's stream, which has none either."""

    def habit(self, moment: Moment) -> Habit | None:
        """The first habit that this moment concerns."""
        beside = {"series": self.in_series, "character": self.in_canon}
        for habit in beside.get(moment.state.production.form, self.habits):
            if type(moment.event) is habit.on and habit.concerns(moment):
                return habit
        return None


def nothing_to_ask(_: Moment) -> Sequence[Ask]:
    """For habits that need no mind."""
    return ()


def always(_: Moment) -> bool:
    """For habits that every event of their kind concerns."""
    return True
