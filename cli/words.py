"""Events in the crew's words, for the terminal."""

from collections.abc import Sequence

import click

from cineledger.cli import output
from cineledger.domain.record import Record
from cineledger.projections.sentences import sentence


def said(record: Record) -> str:
    """One event on a line: where, who, what."""
    words = sentence(type(record.fact).__name__, record.fact.model_dump(mode="json"))
    return f"{output.one_line(str(record.address))} {output.role(record.actor)} {output.one_line(words)}"


def recorded(records: Sequence[Record], name: str, as_json: bool) -> None:
    """What a command put on a production's record, and that the crew takes it up next."""
    if as_json:
        output.document(
            [
                {
                    "address": str(record.address),
                    "type": type(record.fact).__name__,
                    "fact": record.fact.model_dump(mode="json"),
                }
                for record in records
            ]
        )
        return
    for record in records:
        click.echo(said(record))
    click.echo(f"Next: cineledger run {name}")
