"""The whole of a production as its events leave it, and the step from one event to the next."""

from dataclasses import dataclass, field

from cineledger.domain.cast import events as cast
from cineledger.domain.debate import events as debate
from cineledger.domain.event import Event
from cineledger.domain.production import events as production
from cineledger.domain.script import events as script
from cineledger.domain.shots import events as shots

EVOLVE_VERSION = 1
"""Raised whenever `evolve` or a state's shape changes: older snapshots are then ignored."""


@dataclass(frozen=True, slots=True)
class Reaction:
    """The pair that orders everything agents do: the event reacted to, and the role."""

    number: int
    role: str


@dataclass(frozen=True, slots=True)
class State:
    """A production after event `number`; -1 before its birth."""

    number: int = -1
    cursor: Reaction | None = None
    """The latest reaction on the record; every earlier one is done."""
    production: production.ProductionState = field(default_factory=production.ProductionState)
    script: script.ScriptState = field(default_factory=script.ScriptState)
    cast: cast.CastState = field(default_factory=cast.CastState)
    shots: shots.ShotState = field(default_factory=shots.ShotState)
    debate: debate.DebateState = field(default_factory=debate.DebateState)


def evolve(state: State, event: Event, actor: str, reaction: Reaction | None = None) -> State:
    """The state after one more event, whose number is the next."""
    number = state.number + 1
    return State(
        number=number,
        cursor=reaction or state.cursor,
        production=production.evolve(state.production, event, number),
        script=script.evolve(state.script, event, number),
        cast=cast.evolve(state.cast, event, number),
        shots=shots.evolve(state.shots, event, number),
        debate=debate.evolve(state.debate, event, number, actor),
    )
