"""Messages between roles, and reactions that left no other mark."""

from cineledger.domain.event import Event


class MessageSent(Event):
    """One role wrote to another."""

    to: str
    text: str
    about: int | None = None

    def refers(self) -> tuple[int, ...]:
        return () if self.about is None else (self.about,)


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
