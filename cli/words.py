"""Events in the crew's words, for the terminal."""

from cineledger.domain.record import Record
from cineledger.projections.sentences import sentence


def said(record: Record) -> str:
    """One event as a sentence."""
    return sentence(type(record.fact).__name__, record.fact.model_dump(mode="json"))
