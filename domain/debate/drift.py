"""What was decided against what was asked for: that it was found, and how far it is from it."""

from pydantic import Field

from cineledger.domain.event import Event


class DriftFound(Event):
    """A decision that holds keeps away from the vision, or breaks a constraint; a question about it follows."""

    drifted: int
    """The question that was decided so."""
    decision: int
    """The event that decided it."""
    far: float = Field(ge=0, le=1)
    """From 0, a shade, to 1, the opposite of what was asked."""
    against: str
    """The orchestrator's words that it keeps away from."""
    said: int | None
    """The event that holds those words; None where they are of several."""
    reason: str

    def refers(self) -> tuple[int, ...]:
        return (self.drifted, self.decision, *(() if self.said is None else (self.said,)))
