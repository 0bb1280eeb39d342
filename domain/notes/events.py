"""Notes of the orchestrator's: feedback that the crew has to answer."""

from dataclasses import dataclass, field, replace

from immutables import Map

from cineledger.domain.event import Event
from cineledger.domain.maps import PMap
from cineledger.domain.production.events import PhaseEntered
from cineledger.domain.talk.events import MessageSent
from cineledger.domain.words import Phase


class NoteGiven(Event):
    """The orchestrator gave feedback. It binds nobody; the role it is for has to answer it."""

    text: str
    to: str
    """The role that has to answer."""
    about: int | None = None
    """The event it speaks of; for a row of a table the one that last set it."""
    table: str | None = None
    """The table that shows what it speaks of; None for the whole film."""
    key: str | None = None
    """The row, as `cineledger why` names it: 12B, or MAYA/12."""

    def refers(self) -> tuple[int, ...]:
        return () if self.about is None else (self.about,)


class NoteAnswered(Event):
    """The role said what it does about a note, or why nothing changes."""

    note: int
    text: str
    led_to: tuple[int, ...] = ()
    """What was done about it: questions opened, shots revised, feelings set."""

    def refers(self) -> tuple[int, ...]:
        return (self.note, *self.led_to)


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it stands."""

    given: NoteGiven
    number: int
    to: str
    """Who has to answer: the role it was given to, or the one it was handed on to."""
    phase: Phase
    """The phase it was given in; planning also before that."""
    asked: int | None = None
    """The message by which the director last asked for the answer."""
    answered: int | None = None


@dataclass(frozen=True, slots=True)
class NoteState:
    """Every note as it stands."""

    notes: PMap[int, Note] = field(default_factory=Map)
    unanswered: PMap[int, None] = field(default_factory=Map)
    phase: Phase = "planning"

    def open(self, to: str | None = None) -> list[Note]:
        """The notes without an answer, oldest first; with `to`, those that this role has to answer."""
        found = [self.notes[number] for number in sorted(self.unanswered)]
        return [note for note in found if to in (None, note.to)]

    def due(self, phase: Phase | None) -> list[Note]:
        """The notes of earlier phases that have no answer: this phase has to give it."""
        return [note for note in self.open() if note.phase != (phase or "planning")]


def evolve(state: NoteState, event: Event, number: int, actor: str) -> NoteState:
    """The state after one event; a message of the director's about a note asks for its answer."""
    match event:
        case PhaseEntered():
            return replace(state, phase=event.phase)
        case NoteGiven():
            note = Note(event, number, event.to, state.phase)
            return replace(
                state, notes=state.notes.set(number, note), unanswered=state.unanswered.set(number, None)
            )
        case MessageSent(about=int(about)) if about in state.unanswered and actor == "director":
            note = replace(state.notes[about], to=event.to, asked=number)
            return replace(state, notes=state.notes.set(about, note))
        case NoteAnswered() if event.note in state.unanswered:
            note = replace(state.notes[event.note], answered=number)
            return replace(
                state,
                notes=state.notes.set(event.note, note),
                unanswered=state.unanswered.delete(event.note),
            )
        case _:
            return state
