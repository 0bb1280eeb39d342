"""What the orchestrator does in the middle of the work: pause it, redirect it, overrule what was decided or made."""

from cineledger.domain.event import Event


class ProductionPaused(Event):
    """The orchestrator stopped the work: nobody else does anything until it is resumed."""

    reason: str


class ProductionResumed(Event):
    """The work goes on where it was paused."""

    pause: int
    """The event that paused it."""
    reason: str

    def refers(self) -> tuple[int, ...]:
        return (self.pause,)


class ProductionRedirected(Event):
    """The orchestrator turned the work another way; what that reopens, and the broadcast of it, follow."""

    text: str
    reason: str
    about: tuple[int, ...]
    """The questions, the work and other events that it is about."""

    def refers(self) -> tuple[int, ...]:
        return self.about


class DecisionOverruled(Event):
    """The orchestrator took a question out of the crew's hands; the decision follows."""

    question: int
    decision: int | None
    """The event that had decided it; None where it was still open."""
    reason: str

    def refers(self) -> tuple[int, ...]:
        return (self.question,) if self.decision is None else (self.question, self.decision)


class WorkOverruled(Event):
    """The orchestrator struck a piece of work; it is made anew otherwise, or not at all."""

    work: str
    """The kind of event that made it."""
    key: str
    made: int
    """The event that made it."""
    to: str
    """The role that makes it anew."""
    reason: str

    def refers(self) -> tuple[int, ...]:
        return (self.made,)
