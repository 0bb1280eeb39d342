"""`cineledger bible`."""

import textwrap
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from cineledger.cli import output
from cineledger.cli.options import known, open_ledger, open_reader, studio_and_json

SECTIONS = ("vision", "look", "story", "people", "world", "music", "rhythm")
WIDTH = 100


@click.command()
@click.argument("name")
@click.option("--section", type=click.Choice(SECTIONS), help="No more than this part of it.")
@studio_and_json
def bible(name: str, section: str | None, studio: Path, as_json: bool) -> None:
    """What is decided about NAME: vision, look, story, people, world, music, rhythm, each with the event that set it.

    It is the memory that the whole crew shares. `why NAME bible ENTRY` says how an entry came about.

    \b
    cineledger bible pilot
    cineledger bible pilot --section world
    """
    with open_ledger(studio) as ledger:
        stream = known(ledger, name)
    with open_reader(studio) as reader:
        found = reader.rows(
            "SELECT section, entry, title, text, reason, address FROM bible_at(?, NULL) "
            "ORDER BY list_position(?, section), split_part(address, '@', -1)::BIGINT, entry",
            (stream, list(SECTIONS)),
        )
    rows = [row for row in found if section in (None, row["section"])]
    if as_json:
        output.document(rows)
        return
    if not rows:
        click.echo("Nothing is decided yet.")
    for part, entries in groupby(rows, lambda row: str(row["section"])):
        click.echo(click.style(part, bold=True))
        for entry in entries:
            _tell(entry)


def _tell(entry: dict[str, Any]) -> None:
    said = f"{entry['title']}: {output.one_line(entry['text'] or '')}"
    lines = textwrap.wrap(
        output.one_line(said), WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False
    )
    click.echo("\n".join(lines))
    because = f"because {output.one_line(entry['reason'])} " if entry["reason"] else ""
    click.echo(textwrap.indent(output.addressed(f"{because}({entry['entry']}, {entry['address']})"), "    "))
