"""Printing: JSON documents, tables, and colour only where a person looks."""

import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click

ROLE_COLOURS = {
    "orchestrator": "bright_white",
    "director": "bright_yellow",
    "cinematographer": "bright_cyan",
    "writer": "bright_green",
}
CAST_COLOUR = "bright_magenta"


def is_terminal() -> bool:
    """True where somebody looks at the output."""
    return sys.stdout.isatty()


def role(name: str) -> str:
    """A role's name in its colour (click strips colour where nobody looks)."""
    return click.style(name, fg=ROLE_COLOURS.get(name, CAST_COLOUR))


def document(value: Any) -> None:
    """One JSON document."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def line(value: Any) -> None:
    """One JSON document on one line."""
    click.echo(compact(value))


def compact(value: Any) -> str:
    """A value as JSON on one line."""
    return json.dumps(value, ensure_ascii=False, default=str)


def table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str] | None = None) -> None:
    """Rows under headings, as wide as the terminal; in a pipe the cells are not cut."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if not rows:
        click.echo("nothing", err=True)
        return
    names = list(columns or rows[0])
    shown = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for name in names:
        shown.add_column(name, overflow="fold")
    for row in rows:
        shown.add_row(*(Text("" if row.get(n) is None else str(row[n])) for n in names))
    console = Console(width=None if is_terminal() else 10_000)
    console.print(shown)
