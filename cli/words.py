"""Events in the crew's words, for the terminal."""

from cineledger.cli import output
from cineledger.domain.record import Record
from cineledger.projections.sentences import sentence


def said(record: Record) -> str:
    """One event on a line: where, who, what."""
    words = sentence(type(record.fact).__name__, record.fact.model_dump(mode="json"))
    return f"{output.one_line(str(record.address))} {output.role(record.actor)} {output.one_line(words)}"
