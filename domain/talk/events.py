"""Messages between roles, and reactions that left no other mark."""

from dataclasses import dataclass, field, replace

from immutables import Map

from cineledger.domain.event import Event
from cineledger.domain.maps import PMap


class MessageSent(Event):
    """One role wrote to another."""

    VERSION = 2

    to: str
    text: str
    about: int | None = None
    asks: bool = False
    """It wants an answer in words."""
    answers: int | None = None
    """The message it answers."""
    thread: int | None = None
    """The first message of its thread; None where it is that."""
    heeds: str = ""
    """What the piece that it is about is made anew by; empty where the piece stands."""

    def refers(self) -> tuple[int, ...]:
        return tuple(n for n in (self.about, self.answers, self.thread) if n is not None)


class ReactionPassed(Event):
    """A role that was concerned chose silence, and said why."""

    reason: str
    question: int | None = None
    """The question whose round it sat out."""

    def refers(self) -> tuple[int, ...]:
        return () if self.question is None else (self.question,)


class CommandRefused(Event):
    """The ledger refused what a role wanted to do."""

    command: str
    reason: str
    hint: str
    question: int | None = None

    def refers(self) -> tuple[int, ...]:
        return () if self.question is None else (self.question,)


class AnswerFailed(Event):
    """No answer of a mind could be used, asked again as often as is allowed; the rules of the house stood in."""

    task: str
    """What was asked."""
    mind: str
    model: str
    problems: tuple[str, ...]
    """What was wrong with each answer, in order."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message that belongs to a thread, as it stands."""

    number: int
    by: str
    sent: MessageSent
    answered: int | None = None
    """The message that answered it."""


@dataclass(frozen=True, slots=True)
class TalkState:
    """The messages that want an answer, and the answers."""

    messages: PMap[int, Message] = field(default_factory=Map)
    threads: PMap[int, tuple[int, ...]] = field(default_factory=Map)
    """First message → all messages of its thread, oldest first."""

    def thread(self, number: int) -> tuple[Message, ...]:
        """The thread that a message belongs to, oldest first."""
        message = self.messages[number]
        first = number if message.sent.thread is None else message.sent.thread
        return tuple(self.messages[one] for one in self.threads[first])


def evolve(state: TalkState, event: Event, number: int, actor: str) -> TalkState:
    """The state after one event."""
    if not isinstance(event, MessageSent) or (not event.asks and event.answers is None):
        return state
    messages = state.messages.set(number, Message(number, actor, event))
    answered = messages.get(event.answers) if event.answers is not None else None
    if answered is not None:
        messages = messages.set(answered.number, replace(answered, answered=number))
    first = number if event.thread is None else event.thread
    return TalkState(messages, state.threads.set(first, (*state.threads.get(first, ()), number)))
