"""`cineledger productions`, `log` and `show`."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cineledger.cli import output
from cineledger.cli.options import known, open_ledger, open_reader, studio_and_json

if TYPE_CHECKING:
    from cineledger.domain.ledger import Ledger
    from cineledger.domain.record import Record
    from cineledger.projections.fork_tree import Production
    from cineledger.projections.reader import Reader

POLL_SECONDS = 0.25


@click.command()
@click.option(
    "--plot",
    type=click.Path(path_type=Path),
    metavar="FILE.svg",
    help="Draw the tree of forks into a file; - draws it on standard output.",
)
@studio_and_json
def productions(plot: Path | None, studio: Path, as_json: bool) -> None:
    """The productions of the studio, as a tree of forks: where each stands, and how many questions await you.

    A picture has a lane for each production along the numbers of its events, in the colours of its phases.
    """
    from cineledger.projections.fork_tree import below
    from cineledger.projections.fork_tree import productions as standing

    drawn_here = plot is not None and str(plot) == "-"
    if drawn_here and as_json:
        raise click.UsageError("--json and --plot - can't both be printed; draw into a file.")
    if plot is not None and not drawn_here and plot.suffix.lower() != ".svg":
        raise click.BadParameter(
            f"{plot} is not a name for a picture; choose from .svg.", param_hint="--plot"
        )
    with open_reader(studio) as reader:
        found = standing(reader)
        image = None if plot is None else _drawn(reader)
    if image is not None and drawn_here:
        output.data(image)
        return
    if plot is not None and image is not None:
        output.write(plot, image, "--plot")
    if as_json:
        output.document([production._asdict() for production in found])
    else:
        for branch, production in below(found):
            click.echo(output.plain(branch + _standing(production)))
    if plot is not None:
        click.echo(f"{plot}: {output.count(len(found), 'production')}", err=True)
    if not found:
        click.echo("No production is open yet: cineledger open NAME", err=True)


def _drawn(reader: "Reader") -> bytes:
    from cineledger.projections.fork_picture import picture
    from cineledger.projections.fork_tree import lanes
    from cineledger.projections.markup import svg

    return svg(picture(lanes(reader), "Productions, along the numbers of their events"))


def _standing(production: "Production") -> str:
    """A production in a line: its head, where it was forked, its phase, what awaits the orchestrator."""
    forked = f" forked at {production.parent}@{production.forked_at}" if production.parent else ""
    parts = [production.phase or "not begun"]
    if production.series:
        parts.insert(0, f"{production.episode} of {production.series}")
    if production.form == "series":
        parts.insert(0, f"series of {output.count(production.episodes, 'episode')}")
    if production.form == "character":
        parts.insert(0, "a character's canon")
    if production.parent and production.own:
        parts.append(f"{output.count(production.own, 'event')} of its own")
    if production.status != "open":
        parts.append(production.status)
    if production.waiting:
        parts.append(f"{output.count(production.waiting, 'question')} for you")
    return f"{production.production}@{production.head}{forked}: {', '.join(parts)}"


@click.command()
@click.argument("name")
@click.option("--follow", "-f", is_flag=True, help="Go on printing what is added, until you press Ctrl-C.")
@studio_and_json
def log(name: str, follow: bool, studio: Path, as_json: bool) -> None:
    """What happened in NAME, event by event; --json prints one event a line."""
    from cineledger.cli.words import said

    with open_ledger(studio) as ledger:
        stream = known(ledger, name)
        try:
            for record in _records(ledger, stream, follow):
                if as_json:
                    output.line(_document(record))
                else:
                    click.echo(said(record))
        except KeyboardInterrupt:
            if not follow:
                raise


def _records(ledger: "Ledger", name: str, follow: bool) -> Iterator["Record"]:
    after = -1
    while True:
        for record in ledger.records(name, after):
            after = record.number
            yield record
        if not follow:
            return
        time.sleep(POLL_SECONDS)


@click.command()
@click.argument("address")
@studio_and_json
def show(address: str, studio: Path, as_json: bool) -> None:
    """The event at ADDRESS, whole: the fact, who, when, what led to it, and its seal."""
    from cineledger.cli.words import said
    from cineledger.domain.address import parse_address

    at = parse_address(address)
    with open_ledger(studio) as ledger:
        known(ledger, at.production)
        record = ledger.record(at)
    if as_json:
        output.document(_document(record))
        return
    click.echo(said(record))
    for field, value in _document(record).items():
        if field == "fact":
            for key, entry in value.items():
                click.echo(f"    {key}: {_short(entry)}")
        elif value not in (None, [], ""):
            click.echo(f"  {field}: {_short(value)}")


def _short(value: Any, most: int = 2_000) -> str:
    text = value if isinstance(value, str) else output.compact(value)
    shown = text if len(text) <= most else f"{text[:most]}… (whole with --json)"
    return "\n      │ ".join(map(output.plain, shown.splitlines()))


def _document(record: "Record") -> dict[str, Any]:
    """A record as JSON: addresses as people type them."""
    reaction = record.reaction
    return {
        "address": str(record.address),
        "type": type(record.fact).__name__,
        "fact": record.fact.model_dump(mode="json"),
        "actor": record.actor,
        "time": record.time,
        "caused_by": list(record.caused_by),
        "reaction": None if reaction is None else {"number": reaction.number, "role": reaction.role},
        "command": record.command,
        "batch": list(record.batch),
        "asked": list(record.asked),
        "id": record.id,
        "fact_hash": record.fact_hash,
        "seal": record.seal,
    }
