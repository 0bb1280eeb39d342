"""given(events).when(command, by=role).then(events) or .refused(because): the domain without a store."""

from dataclasses import dataclass

import pytest

from cineledger.domain.command import Command
from cineledger.domain.decide import decide
from cineledger.domain.event import Event
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State, evolve
from cineledger.domain.words import ORCHESTRATOR


@dataclass(frozen=True)
class By:
    """An event said by somebody other than the orchestrator."""

    actor: str
    event: Event


def by(actor: str, *events: Event) -> list[By]:
    """Events said by one actor."""
    return [By(actor, event) for event in events]


def state_after(*events: Event | By) -> State:
    """The state that events leave behind."""
    state = State()
    for event in events:
        actor, fact = (event.actor, event.event) if isinstance(event, By) else (ORCHESTRATOR, event)
        state = evolve(state, fact, actor)
    return state


@dataclass(frozen=True)
class When:
    """A command about to be decided."""

    state: State
    command: Command
    by: str

    @property
    def events(self) -> list[Event]:
        """What follows."""
        return decide(self.state, self.command, self.by)

    def then(self, *expected: Event) -> None:
        """Exactly these events follow."""
        assert decide(self.state, self.command, self.by) == list(expected)

    def then_kinds(self, *expected: type[Event]) -> list[Event]:
        """Events of exactly these kinds follow; they are returned."""
        events = decide(self.state, self.command, self.by)
        assert [type(event) for event in events] == list(expected)
        return events

    def refused(self, because: str) -> None:
        """The ledger refuses, and its reason says so."""
        with pytest.raises(Refused) as refusal:
            decide(self.state, self.command, self.by)
        assert because in refusal.value.reason, refusal.value.reason
        assert refusal.value.hint


@dataclass(frozen=True)
class Given:
    """A history."""

    state: State

    def when(self, command: Command, by: str = ORCHESTRATOR) -> When:
        """Somebody wants something."""
        return When(self.state, command, by)


def given(*events: Event | By) -> Given:
    """A history of these events."""
    return Given(state_after(*events))
