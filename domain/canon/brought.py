"""Where a character's stream came from, who was brought from another studio."""

from pydantic import Field

from cineledger.domain.event import Event
from cineledger.domain.value import Value


class Elsewhere(Value):
    """An event of the other studio that her stream copied from, as that studio vouches for it."""

    source: str
    """Its address there."""
    type: str
    fact_hash: str
    """Empty where that studio did not hold it either."""


class CharacterBrought(Event):
    """Beside a character's stream, which says nothing of it: that was brought from a file, hashes and seals true."""

    name: str
    """What her stream was called there."""
    upto: int = Field(ge=0)
    """The last event that was brought; what follows it happened here."""
    head: str
    """The seal of that event there."""
    history: str
    """SHA-256 over the fact hashes up to it: the digest of her history, the same in both studios."""
    sources: tuple[Elsewhere, ...] = ()
