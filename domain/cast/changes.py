"""Who would become another than she was decided to be: that it was held back."""

from cineledger.domain.cast.identity import Facet, Identity
from cineledger.domain.event import Event


class ChangeHeldBack(Event):
    """A character would leave the bounds of her growth; a question whether she does follows."""

    character: str
    identity: Identity
    """Who she would be."""
    facet: Facet
    """The factor on which she would go furthest beyond."""
    was: float | None
    """Where she stands on it; None where nothing told."""
    would: float
    """Where she would stand."""
    low: float
    high: float
    """The bounds."""
    standing: int
    """The event that says who she is, and how far she may grow."""
    reason: str
    """What makes her another."""

    def refers(self) -> tuple[int, ...]:
        return (self.standing,)
