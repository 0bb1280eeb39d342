"""How a role answers a note: at once where there is something to look at, else when the director asks for it."""

from collections.abc import Callable, Sequence
from typing import Any, cast

from cineledger.agents.ask import Ask
from cineledger.agents.noting.departments import following
from cineledger.agents.reading import own_script
from cineledger.agents.role import Habit, Moment, nothing_to_ask
from cineledger.domain.command import Command
from cineledger.domain.notes.commands import ARGUED, AnswerNote, argued
from cineledger.domain.notes.events import Note, NoteGiven
from cineledger.domain.state import State
from cineledger.domain.talk.commands import Pass
from cineledger.domain.talk.events import MessageSent

Waits = Callable[[State, Note], str | None]
"""Why a note is better answered later; None where it can be answered now."""


def note_of(moment: Moment) -> Note:
    """The note that a moment is about."""
    event = moment.event
    number = event.about if isinstance(event, MessageSent) else moment.number
    return moment.state.notes.notes[cast(int, number)]


def answering(
    asks: Callable[[Moment, Note], Sequence[Ask]],
    acts: Callable[[Moment, Note, Sequence[Any]], Sequence[Command]],
    waits: Waits,
) -> tuple[Habit, ...]:
    """The habits by which a role answers notes; asked by the director, it no longer waits."""

    def later(moment: Moment) -> str | None:
        return waits(moment.state, note_of(moment)) if isinstance(moment.event, NoteGiven) else None

    def asked(moment: Moment) -> Sequence[Ask]:
        return () if later(moment) else asks(moment, note_of(moment))

    def acted(moment: Moment, answers: Sequence[Any]) -> Sequence[Command]:
        reason = later(moment)
        return (Pass(reason=reason),) if reason else acts(moment, note_of(moment), answers)

    return (
        Habit(on=NoteGiven, concerns=lambda m: note_of(m).to == m.role, asks=asked, acts=acted),
        Habit(on=MessageSent, concerns=_is_asked, asks=asked, acts=acted),
    )


def _is_asked(moment: Moment) -> bool:
    message = cast(MessageSent, moment.event)
    return message.to == moment.role and message.about in moment.state.notes.unanswered


def over(state: State) -> bool:
    """Everything is planned: what can be looked at is there."""
    return state.production.phase in ("review", "refinement")


def plainly(state: State, note: Note) -> AnswerNote:
    """The answer where no rule of the craft has anything to do: why nothing changes, and who may change it."""
    question = argued(state, note.given.about, note.given.key) if note.given.table in ARGUED else None
    if question is not None and question.status == "dropped":
        why = "what was asked about is gone from the script"
    elif question is not None and question.status != "decided":
        why = "that is still being debated, and what is proposed is yours to approve, choose or reject"
    elif question is not None:
        why = f"what was decided at {question.decision} stands until you choose otherwise or reopen the question"
    elif own_script(state) and note.given.table in ("scenes", "script_elements"):
        why = "no rule of the craft makes up dialogue: that takes a writer with a mind for it"
    elif note.given.table == "script_elements":
        why = "the lines are the script's, and nobody in the crew rewrites a script that was brought"
    else:
        why = "no rule of the craft reads a wish in it that somebody could carry out"
        if step := following(note.given.text):
            return AnswerNote(note=note.number, text=f"Nothing changes.{step}")
    return AnswerNote(note=note.number, text=f"Nothing changes: {why}.")


ANSWER_PLAINLY = answering(
    lambda m, note: nothing_to_ask(m), lambda m, note, _: (plainly(m.state, note),), lambda state, note: None
)
"""The habits of a role whose rules of the craft have nothing to do about a note."""
