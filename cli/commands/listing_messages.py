"""`cineledger messages`."""

from pathlib import Path
from typing import Any

import click

from cineledger.cli import output
from cineledger.cli.options import TEXT, known, open_ledger, open_reader, studio_and_json

_QUERY = """
SELECT address, number, sender, recipient, text, about, asks, answers, thread, heeds FROM messages
WHERE production = ? ORDER BY thread, number
"""


@click.command()
@click.argument("name")
@click.option("--thread", "within", type=TEXT, metavar="ADDRESS", help="Only the thread of this message.")
@click.option(
    "--role", type=TEXT, metavar="ROLE", help="Only threads that this role wrote or was written to in."
)
@studio_and_json
def messages(name: str, within: str | None, role: str | None, studio: Path, as_json: bool) -> None:
    """What the crew of NAME wrote to each other, thread by thread.

    \b
    cineledger messages pilot
    cineledger messages pilot --role set_designer
    cineledger messages pilot --thread pilot@151
    """
    with open_ledger(studio) as ledger:
        stream = known(ledger, name)
    with open_reader(studio) as reader:
        rows = reader.rows(_QUERY, (stream,))
    if within is not None:
        rows = _thread(rows, stream, within)
    if role is not None:
        named = {row["thread"] for row in rows if role in (row["sender"], row["recipient"])}
        rows = [row for row in rows if row["thread"] in named]
    if as_json:
        output.document(rows)
        return
    if not rows:
        click.echo("Nobody wrote to anybody.")
    for row in rows:
        click.echo(_line(row, stream))


def _thread(rows: list[dict[str, Any]], name: str, typed: str) -> list[dict[str, Any]]:
    """The messages of the thread that an address belongs to; refuses what is no message."""
    from cineledger.domain.address import parse_address
    from cineledger.domain.refusal import Refused

    at = parse_address(typed)
    thread = next((row["thread"] for row in rows if row["number"] == at.number), None)
    if thread is None or at.production != name:
        raise Refused(f"{at} is no message of {name}", f"See them with: cineledger messages {name}")
    return [row for row in rows if row["thread"] == thread]


def _line(row: dict[str, Any], name: str) -> str:
    """A message on a line, answers further in; what is open, and what is made anew, is said."""
    answer = row["answers"] is not None
    about = f" about {name}@{row['about']}" if row["about"] is not None and not answer else ""
    done = " (made anew)" if row["heeds"] else ""
    text = output.one_line(row["text"])
    who = f"{output.role(row['sender'])} to {output.role(row['recipient'])}"
    return f"{'  ' if answer else ''}{row['address']} {who}{about}: {text}{done}"
