"""Printing: JSON documents, tables, and colour only where a person looks."""

import json
import re
import sys
import unicodedata
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
ADDRESS = re.compile(r"[^\s@]+@\d+")


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


def plain(text: str) -> str:
    """Text without control characters: what a script says can't steer a terminal."""
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")


def table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str] | None = None) -> None:
    """Rows under their columns' names."""
    from cineledger.projections.answers import text_table

    if not rows:
        return
    names = list(columns or rows[0])
    click.echo(plain(text_table(names, [[row.get(name) for name in names] for row in rows])), nl=False)


def addressed(line: str) -> str:
    """A line of a tree with its addresses set off."""
    return ADDRESS.sub(lambda found: click.style(found[0], fg="bright_blue"), plain(line))
