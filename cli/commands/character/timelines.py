"""`cineledger character NAME timeline`: her scenes one after another, as text, JSON or a picture."""

import shutil
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cineledger.cli import output
from cineledger.cli.commands.character.asked import Asked

if TYPE_CHECKING:
    from cineledger.projections.reader import Reader
    from cineledger.projections.timeline import Timeline

NARROW, WIDE = 72, 140
COLOURS: dict[str, dict[str, Any]] = {
    "title": {"bold": True},
    "act": {"fg": "bright_blue"},
    "scene": {"fg": "bright_yellow"},
    "line": {},
}
"""How a terminal sets off the lines of a timeline."""


def show(asked: Asked) -> None:
    """Prints the timelines that were asked for."""
    from cineledger.projections.timeline_text import text

    if asked.words:
        raise click.UsageError("Nothing comes after timeline; join names with commas: MAYA,TOM.")
    form = None if asked.plot is None else _form(asked.plot, asked.as_json)
    named = asked.named()
    with asked.reader() as reader:
        found = _timelines(reader, asked, named)
    if asked.plot is not None and form is not None:
        _draw(found, asked.plot, form)
        if not asked.as_json:
            return
    if asked.as_json:
        output.document([one.document() for one in found])
        return
    width = max(NARROW, min(shutil.get_terminal_size().columns, WIDE)) if output.is_terminal() else WIDE
    for line in text(found):
        indent = " " * (len(line.text) - len(line.text.lstrip()) + 2)
        for row in textwrap.wrap(
            output.plain(line.text), width, subsequent_indent=indent, break_on_hyphens=False
        ) or [""]:
            click.echo(click.style(output.addressed(row), **COLOURS[line.kind]))


def _form(plot: Path, as_json: bool) -> str:
    """The kind of picture that a file's name asks for; - is an SVG on standard output."""
    from cineledger.projections.lifelines.drawing import FORMATS

    if str(plot) == "-":
        if as_json:
            raise click.UsageError("--json and --plot - can't both be printed; draw into a file.")
        return "svg"
    form = plot.suffix.lower().removeprefix(".")
    if form not in FORMATS:
        listed = " or ".join(f".{known}" for known in FORMATS)
        raise click.BadParameter(
            f"{plot} is no name for a picture; it ends in {listed}.", param_hint="--plot"
        )
    return form


def _draw(found: "list[Timeline]", plot: Path, form: str) -> None:
    """The picture as a file, whole or not at all; refuses to draw what nothing is known of."""
    from cineledger.domain.refusal import Refused
    from cineledger.projections.lifelines.drawing import drawn
    from cineledger.projections.lifelines.layout import laid_out

    if not any(one.scenes for one in found):
        raise Refused(
            f"nothing is known of {found[0].character}'s scenes yet", f"cineledger run {found[0].production}"
        )
    picture = drawn(laid_out(found), form)
    if str(plot) == "-":
        output.data(picture.data)
        return
    output.write(plot, picture.data, "--plot")
    listed = ", ".join(f"{one.character} in {one.production}" for one in found)
    click.echo(output.one_line(f"{plot}: {listed}"), err=True)
    if picture.missing:
        lacking = output.count(picture.missing, "character")
        click.echo(f"No typeface at hand has {lacking} of it; an .svg leaves that to who shows it.", err=True)


def _timelines(reader: "Reader", asked: Asked, named: tuple[str, ...]) -> "list[Timeline]":
    """One for each character named, in each production named, or in each family of forks that has her."""
    from cineledger.projections.people import several
    from cineledger.projections.timeline import timeline

    return [timeline(reader, meant) for meant in several(reader, asked.name, named)]
