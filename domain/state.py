"""The whole of a production as its events leave it, and the step from one event to the next."""

from dataclasses import dataclass, field

from cineledger.domain.canon import events as canon_events
from cineledger.domain.cast import events as cast_events
from cineledger.domain.debate import state as debate_state
from cineledger.domain.event import Event
from cineledger.domain.notes import events as note_events
from cineledger.domain.office import events as office_events
from cineledger.domain.persona import state as persona_state
from cineledger.domain.production import events as production_events
from cineledger.domain.script import events as script_events
from cineledger.domain.series import events as series_events
from cineledger.domain.shots import events as shot_events
from cineledger.domain.talk import events as talk_events
from cineledger.domain.work import state as work_state

EVOLVE_VERSION = 18
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
    production: production_events.ProductionState = field(default_factory=production_events.ProductionState)
    script: script_events.ScriptState = field(default_factory=script_events.ScriptState)
    cast: cast_events.CastState = field(default_factory=cast_events.CastState)
    shots: shot_events.ShotState = field(default_factory=shot_events.ShotState)
    debate: debate_state.DebateState = field(default_factory=debate_state.DebateState)
    notes: note_events.NoteState = field(default_factory=note_events.NoteState)
    office: office_events.OfficeState = field(default_factory=office_events.OfficeState)
    works: work_state.WorkState = field(default_factory=work_state.WorkState)
    talk: talk_events.TalkState = field(default_factory=talk_events.TalkState)
    series: series_events.SeriesState = field(default_factory=series_events.SeriesState)
    canon: canon_events.CanonState = field(default_factory=canon_events.CanonState)
    persona: persona_state.PersonaState = field(default_factory=persona_state.PersonaState)

    left: float | None = None
    """Of what minds may cost, the share that is left, as whoever decides knows it; None where nobody looked.

    No event says it: what is decided by it is recorded with its reason, and the next event's state lacks it.
    """


def evolve(state: State, event: Event, actor: str, reaction: Reaction | None = None) -> State:
    """The state after one more event, whose number is the next."""
    number = state.number + 1
    return State(
        number=number,
        cursor=reaction or state.cursor,
        production=production_events.evolve(state.production, event, number),
        script=script_events.evolve(state.script, event, number),
        cast=cast_events.evolve(state.cast, event, number),
        shots=shot_events.evolve(state.shots, event, number),
        debate=debate_state.evolve(state.debate, event, number, actor),
        notes=note_events.evolve(state.notes, event, number, actor),
        office=office_events.evolve(state.office, event, number),
        works=work_state.evolve(state.works, event, number, actor),
        talk=talk_events.evolve(state.talk, event, number, actor),
        series=series_events.evolve(state.series, event, number),
        canon=canon_events.evolve(state.canon, event, number),
        persona=persona_state.evolve(
            state.persona,
            event,
            number,
            debate=state.debate,
            notes=state.notes,
            shots=state.shots,
            cast=state.cast,
        ),
    )
