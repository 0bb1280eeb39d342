"""Messages, silence and refusals, put on the record."""

from cineledger.domain.command import Command
from cineledger.domain.debate.answering import round_closed
from cineledger.domain.event import Event
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State
from cineledger.domain.talk.events import AnswerFailed, CommandRefused, MessageSent, ReactionPassed


class SendMessage(Command):
    """Write to another role."""

    to: str
    text: str
    about: int | None = None


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
    return [MessageSent(to=command.to, text=command.text, about=command.about)]


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
