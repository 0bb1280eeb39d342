"""Messages, silence and refusals, put on the record."""

from cineledger.domain.command import Command
from cineledger.domain.debate.answering import round_closed
from cineledger.domain.event import Event
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State
from cineledger.domain.talk.events import AnswerFailed, CommandRefused, MessageSent, ReactionPassed
from cineledger.domain.work.commands import maker
from cineledger.domain.work.kinds import KINDS

MOST_MESSAGES = 4
"""Of a thread: who has not agreed by then asks a lead, or lets it be."""


class SendMessage(Command):
    """Write to another role."""

    to: str
    text: str
    about: int | None = None
    asks: bool = False
    """It wants an answer in words."""


class AnswerMessage(Command):
    """Answer a colleague's message."""

    message: int
    text: str
    again: bool = False
    """The piece that it is about is made anew by what the colleague wrote."""
    asks: bool = False
    """The answer wants an answer itself."""


class Pass(Command):
    """Choose silence."""

    reason: str
    question: int | None = None


class NoteRefusal(Command):
    """Record that a command was refused."""

    command: str
    reason: str
    hint: str
    question: int | None = None


class NoteFailedAnswer(Command):
    """Record that no answer to an ask could be used."""

    task: str
    mind: str
    model: str
    problems: tuple[str, ...]


def send_message(state: State, command: SendMessage, by: str) -> list[Event]:
    """A message to somebody on the roster, about something on the record."""
    if command.to not in state.production.roster:
        raise Refused(f"{command.to} is not on the roster", "See: cineledger sql 'from roles'")
    if command.about is not None and not 0 <= command.about <= state.number:
        raise Refused(f"there is no event {command.about}", "See: cineledger log")
    return [MessageSent(to=command.to, text=command.text, about=command.about, asks=command.asks)]


def answer_message(state: State, command: AnswerMessage, by: str) -> list[Event]:
    """The answer, to whoever wrote, in the same thread; each message has one, and a thread has an end.

    Only whose the piece is makes it anew.
    """
    message = state.talk.messages.get(command.message)
    if message is None or not message.sent.asks:
        raise Refused(f"{command.message} wants no answer", "See: cineledger messages NAME")
    if by != message.sent.to:
        raise Refused(f"{command.message} is not {by}'s to answer", f"{message.sent.to} may.")
    if message.answered is not None:
        raise Refused(f"{command.message} is answered at {message.answered}", "Once is enough.")
    if not command.text.strip():
        raise Refused("the answer is empty", "Say something, or pass.")
    length = len(state.talk.thread(message.number)) + 1
    if length > MOST_MESSAGES or (command.asks and length == MOST_MESSAGES):
        raise Refused(f"a thread ends with its message {MOST_MESSAGES}", "Leave it, or ask the lead.")
    about = message.sent.about
    place = None if about is None else state.works.places.get(about)
    standing = None if place is None else state.works.get(KINDS[place[0]], place[1])
    if command.again and (standing is None or maker(standing) != by):
        raise Refused(f"{by} has nothing to make anew there", "Answer in words.")
    first = message.number if message.sent.thread is None else message.sent.thread
    return [
        MessageSent(
            to=message.by,
            text=command.text.strip(),
            about=about,
            asks=command.asks,
            answers=message.number,
            thread=first,
            heeds=message.sent.text if command.again else "",
        )
    ]


def pass_over(state: State, command: Pass, by: str) -> list[Event]:
    """Silence with its reason, which also answers the round that was open to the role."""
    silent = ReactionPassed(reason=command.reason, question=command.question)
    return [silent, *round_closed(state, command.question, by)]


def note_refusal(state: State, command: NoteRefusal, by: str) -> list[Event]:
    """The refusal, which also answers the round that was open to the role."""
    refused = CommandRefused(
        command=command.command, reason=command.reason, hint=command.hint, question=command.question
    )
    return [refused, *round_closed(state, command.question, by)]


def note_failed_answer(state: State, command: NoteFailedAnswer, by: str) -> list[Event]:
    """That a mind failed a role, whatever the role does then."""
    return [AnswerFailed(**command.model_dump())]
