"""Colleagues write to each other: whoever is asked answers in the thread, and may make its piece anew."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, cast

from cineledger.agents.ask import Ask
from cineledger.agents.craft.replying import reply
from cineledger.agents.reading import texts
from cineledger.agents.role import Habit, Moment, Rules
from cineledger.domain.cast.events import EmotionalStateChanged
from cineledger.domain.command import Command
from cineledger.domain.event import Event
from cineledger.domain.state import State
from cineledger.domain.talk.commands import MOST_MESSAGES, AnswerMessage, Pass
from cineledger.domain.talk.events import MessageSent
from cineledger.domain.value import Value
from cineledger.domain.work.commands import maker
from cineledger.domain.work.kinds import KINDS


class Line(Value):
    """One message of a thread."""

    role: str
    text: str


class Reply(Value):
    """What is written back, and what is done."""

    text: str
    """Empty to leave it unanswered; then why, under `reason`."""
    again: bool = False
    """The piece is made anew, by what the colleague wrote."""
    asks: bool = False
    """The answer wants an answer itself."""
    reason: str = ""


class ReplyTo(Ask):
    """What do you write back to a colleague, and do you make your piece anew by it?"""

    ANSWER: ClassVar[type[Value]] = Reply
    colleague: str
    text: str
    before: tuple[Line, ...]
    """What was written in the thread before, oldest first."""
    kind: str | None
    """What the piece that it is about is called; None where that does not stand any more, or is none."""
    piece: str
    """The piece as it stands, as JSON; empty where there is none."""
    mine: bool
    """It is yours to make anew."""
    notes: tuple[str, ...]
    """What was said of the piece before."""
    said: tuple[str, ...]
    """Vision, constraints and broadcasts."""
    last: bool
    """The thread ends with your answer."""

    def faults(self, answer: Any) -> Iterable[str]:
        """A piece that isn't there to make anew, silence that does something, a question nobody may answer."""
        given = cast(Reply, answer)
        if given.again and not self.mine:
            yield "there is no piece of yours to make anew: answer in words, `again` false"
        if not given.text.strip() and (given.again or given.asks):
            yield "an empty answer does nothing: write, or leave `again` and `asks` false"
        if not given.text.strip() and not given.reason.strip():
            yield "neither an answer nor a reason for none"
        if given.asks and self.last:
            yield "the thread ends with your answer: `asks` false"


def reply_to(ask: ReplyTo) -> Reply:
    """The house rule: a wish that the piece's craft can read is granted, unless it was refused before; else why not."""
    if ask.before:
        return Reply(text="", reason="that settles it")
    if ask.kind is None:
        return Reply(text="", reason="what it was about is made otherwise now")
    said = reply(ask.kind, json.loads(ask.piece), ask.text, ask.notes, ask.said)
    return Reply(text=said.text, again=said.again and ask.mine)


def _wanted(moment: Moment) -> bool:
    event = cast(MessageSent, moment.event)
    return event.asks and event.to == moment.role


def _asks(moment: Moment) -> Sequence[Ask]:
    state = moment.state
    *before, message = state.talk.thread(moment.number)
    piece = _piece(state, message.sent.about)
    return (
        ReplyTo(
            role=moment.role,
            colleague=message.by,
            text=message.sent.text,
            before=tuple(Line(role=one.by, text=one.sent.text) for one in before),
            kind=None if piece is None else type(piece).__name__,
            piece="" if piece is None else piece.model_dump_json(exclude={"rests"}),
            mine=_mine(state, message.sent.about, moment.role),
            notes=_notes(state, message.sent.about),
            said=texts(state),
            last=len(before) + 2 >= MOST_MESSAGES,
        ),
    )


def _piece(state: State, about: int | None) -> Event | None:
    """The work, or the feeling, that stands where a message points."""
    place = state.works.places.get(-1 if about is None else about)
    if place is not None:
        return state.works.get(KINDS[place[0]], place[1])
    return next((felt for number, felt in _felt(state) if number == about), None)


def _felt(state: State) -> Iterable[tuple[int, EmotionalStateChanged]]:
    for character in state.cast.characters.values():
        for scene, number in character.felt_at.items():
            if (felt := character.feelings.get(scene)) is not None:
                yield number, felt


def _mine(state: State, about: int | None, role: str) -> bool:
    place = state.works.places.get(-1 if about is None else about)
    standing = None if place is None else state.works.get(KINDS[place[0]], place[1])
    return standing is not None and maker(standing) == role


def _notes(state: State, about: int | None) -> tuple[str, ...]:
    place = state.works.places.get(-1 if about is None else about)
    return () if place is None else state.works.notes(KINDS[place[0]], place[1])


def _acts(moment: Moment, answers: Sequence[Reply]) -> Sequence[Command]:
    given = answers[0]
    if not given.text.strip():
        return (Pass(reason=given.reason.strip() or "there is nothing to say to that"),)
    return (AnswerMessage(message=moment.number, text=given.text, again=given.again, asks=given.asks),)


ANSWER_COLLEAGUES = (Habit(on=MessageSent, concerns=_wanted, asks=_asks, acts=_acts),)
"""The habit by which a role answers what a colleague asks of it."""

CORRESPONDING_RULES: Rules = {ReplyTo: reply_to}
