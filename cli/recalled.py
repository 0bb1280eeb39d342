"""What somebody recalled, in lines or as JSON."""

import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cineledger.cli import output

if TYPE_CHECKING:
    from cineledger.projections.memory.recall import Memory

WIDTH = 100


@contextmanager
def memory_of(studio: Path) -> "Iterator[Memory]":
    """The memories of a studio; on a terminal a long catch-up of their index says how far it is."""
    from cineledger.projections.memory.recall import Memory

    with output.long_step("memories taken in") as tell:
        yield Memory(studio, told=lambda done, of: tell(done))


def show(told: dict[str, Any], as_json: bool) -> None:
    """Prints memories, the nearest first, each with what it scored and the event it is of."""
    if as_json:
        output.document(told)
        return
    if told["trouble"]:
        click.echo(f"By words alone, since the index of memories can't be used: {told['trouble']}.", err=True)
    heading = f"What {told['who']} remembers of “{told['asked']}” at {told['at']}"
    click.echo(click.style(output.one_line(heading), bold=True))
    if not told["memories"]:
        click.echo("  Nothing that has to do with it.")
    for memory in told["memories"]:
        for row in textwrap.wrap(
            output.one_line(memory["text"]),
            WIDTH,
            initial_indent=f"  {memory['score']:.2f}  ",
            subsequent_indent=" " * 8,
        ):
            click.echo(row)
        parts = ", ".join(f"{part} {memory[part]:.2f}" for part in ("relevance", "recency", "importance"))
        click.echo(output.addressed(f"        {memory['kind']}: {parts} ({memory['address']})"))
