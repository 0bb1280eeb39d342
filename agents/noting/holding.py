"""The director hands notes on to who can act on them, and leaves no phase before its notes are answered."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, ClassVar, cast

from cineledger.agents.ask import Ask
from cineledger.agents.craft.limits import NO_LIMITS, read_limits
from cineledger.agents.craft.vision import read_vision
from cineledger.agents.craft.wishes import NO_WISH, read_wish
from cineledger.agents.directing.phases import next_phase
from cineledger.agents.noting.answering import answering, over, plainly
from cineledger.agents.noting.departments import department_of
from cineledger.agents.role import Habit, Moment, Rests, Rules, nothing_to_ask
from cineledger.domain.command import Command
from cineledger.domain.notes.events import Note, NoteAnswered
from cineledger.domain.production.commands import EnterPhase
from cineledger.domain.production.events import PhaseEntered
from cineledger.domain.state import State
from cineledger.domain.talk.commands import Pass, SendMessage
from cineledger.domain.value import Value

CAMERA = "cinematographer"


class Weighed(Value):
    """Whether a note on the whole film asks anything of the camera."""

    hand_on: bool


class WeighNote(Ask):
    """Is this note something for the camera?"""

    ANSWER: ClassVar[type[Value]] = Weighed
    note: str


def _waits(state: State, note: Note) -> str | None:
    if note.given.table is not None or over(state):
        return None
    return "the film is not planned yet; it is answered once it is"


def _asks(moment: Moment, note: Note) -> Sequence[Ask]:
    return (WeighNote(role=moment.role, note=note.given.text),) if note.given.table is None else ()


def _acts(moment: Moment, note: Note, answers: Sequence[Weighed]) -> Sequence[Command]:
    whose = department_of(note.given.text) if note.given.table is None else None
    if whose is not None and whose.role != CAMERA and whose.role in moment.state.production.roster:
        text = f"This note is for your department, so it is yours to answer: {note.given.text}"
        return (SendMessage(to=whose.role, text=text, about=note.number),)
    if answers and answers[0].hand_on and CAMERA in moment.state.production.roster:
        text = f"This note is for every shot, so it is yours to answer: {note.given.text}"
        return (SendMessage(to=CAMERA, text=text, about=note.number),)
    return (plainly(moment.state, note),)


def weigh_note(ask: WeighNote) -> Weighed:
    """The house rule: it is for the camera where words of it lean a look, or refuse a kind of shot."""
    return Weighed(hand_on=for_the_camera(ask.note))


def for_the_camera(text: str) -> bool:
    """Words of a note lean a look, or refuse a kind of shot."""
    leans = read_vision((text,)) != NO_WISH or read_wish(text) != NO_WISH
    return leans or read_limits((text,)) != NO_LIMITS


def holding(habits: Sequence[Habit]) -> tuple[Habit, ...]:
    """The habits of somebody who, before moving on, asks for the answers to notes of earlier phases."""
    return tuple(replace(habit, acts=_held(habit.acts)) for habit in (*habits, *_MOVE_ON))


Acts = Callable[[Moment, Sequence[Any]], Sequence[Command | Rests]]


def _held(acts: Acts) -> Acts:
    def held(moment: Moment, answers: Sequence[Any]) -> Sequence[Command | Rests]:
        commands = acts(moment, answers)
        state = moment.state
        due = state.notes.due(state.production.phase)
        kept = [command for command in commands if not _enters(command)]
        if not due or len(kept) == len(commands):
            return commands
        waiting = Pass(reason=f"the orchestrator's note {due[0].number} has no answer yet")
        return [*kept, *_reminders(moment, due)] or (waiting,)

    return held


def _enters(done: Command | Rests) -> bool:
    return isinstance(done.command if isinstance(done, Rests) else done, EnterPhase)


def _reminders(moment: Moment, notes: Sequence[Note]) -> list[SendMessage]:
    """A message about each note whose answer was not asked for since the phase was entered."""
    return [
        SendMessage(
            to=note.to,
            text=f"Before we move on, the orchestrator's note needs your answer: {note.given.text}",
            about=note.number,
        )
        for note in notes
        if not _asked_here(moment.state, note)
    ]


def _last_to_answer(moment: Moment) -> bool:
    """The answer that was waited for: nothing is left undecided or unanswered in this phase."""
    state = moment.state
    note = state.notes.notes[cast(NoteAnswered, moment.event).note]
    settled = not state.debate.undecided and not state.notes.due(state.production.phase)
    return _asked_here(state, note) and settled and next_phase(moment) is not None


def _asked_here(state: State, note: Note) -> bool:
    """The director asked for its answer since the phase was entered."""
    return note.asked is not None and note.asked >= (state.production.phase_number or 0)


def _move_on(moment: Moment, _: Sequence[Value]) -> Sequence[Command]:
    following = next_phase(moment)
    return (following,) if following else (Pass(reason="there is no further phase"),)


def _left_over(moment: Moment) -> bool:
    return cast(PhaseEntered, moment.event).phase == "refinement" and bool(moment.state.notes.unanswered)


def _remind(moment: Moment, _: Sequence[Value]) -> Sequence[Command]:
    return _reminders(moment, moment.state.notes.open())


_MOVE_ON = (
    Habit(on=NoteAnswered, concerns=_last_to_answer, asks=nothing_to_ask, acts=_move_on),
    Habit(on=PhaseEntered, concerns=_left_over, asks=nothing_to_ask, acts=_remind),
    *answering(_asks, _acts, _waits),
)
HOLDING_RULES: Rules = {WeighNote: weigh_note}
