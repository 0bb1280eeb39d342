"""`cineledger coverage`."""

from pathlib import Path
from typing import Any

import click

from cineledger.cli import output
from cineledger.cli.options import TEXT, open_reader, studio_and_json

COLOURS: dict[str, dict[str, Any]] = {
    "heading": {"bold": True},
    "slates": {"fg": "bright_cyan"},
    "line": {},
    "bare": {"fg": "bright_red"},
    "gap": {"fg": "bright_red"},
}
"""How a terminal sets off the lines of a lined script."""


@click.command()
@click.argument("name")
@click.option("--scene", type=TEXT, metavar="N", help="This scene only, by its number.")
@studio_and_json
def coverage(name: str, scene: str | None, studio: Path, as_json: bool) -> None:
    """The lined script of NAME: which shots cover which lines, and the lines that none covers.

    Each column is a setup of the scene. Its stroke is straight where whoever speaks is in the shot, and dotted where
    the line is only heard in it. A line that no shot covers has an ! before it and is named at the end; the exit code
    is 0 all the same.
    """
    from cineledger.projections.lined import lined, text

    with open_reader(studio) as reader:
        found = lined(reader, name, scene)
    if as_json:
        output.document(found)
        return
    for printed in text(found):
        click.echo(click.style(output.plain(printed.text), **COLOURS[printed.kind]))
