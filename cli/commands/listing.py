"""`cineledger productions`, `log` and `show`."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cineledger.cli import output
from cineledger.cli.options import known, open_ledger, studio_and_json

if TYPE_CHECKING:
    from cineledger.domain.ledger import Ledger
    from cineledger.domain.record import Record

POLL_SECONDS = 0.25


@click.command()
@studio_and_json
def productions(studio: Path, as_json: bool) -> None:
    """The productions of the studio, as a tree of forks."""
    with open_ledger(studio) as ledger:
        rows = [_birth(ledger, name) for name in ledger.productions()]
    if as_json:
        output.document(rows)
        return
    children: dict[str | None, list[dict[str, Any]]] = {}
    for row in rows:
        children.setdefault(row["parent"], []).append(row)
    for line in _tree(children, None, ""):
        click.echo(line)
    if not rows:
        click.echo("No production is open yet: cineledger open NAME", err=True)


def _is_wrapped(ledger: "Ledger", name: str) -> bool:
    """A wrapped production takes nothing more, so being wrapped is its last event."""
    from cineledger.domain.address import Address
    from cineledger.domain.production.events import ProductionWrapped

    return isinstance(ledger.record(Address(name, ledger.head(name).number)).fact, ProductionWrapped)


def _birth(ledger: "Ledger", name: str) -> dict[str, Any]:
    from cineledger.domain.production.events import ProductionForked

    born = ledger.birth(name)
    forked = born.fact if isinstance(born.fact, ProductionForked) else None
    return {
        "production": name,
        "status": "wrapped" if _is_wrapped(ledger, name) else "open",
        "parent": forked.parent if forked else None,
        "forked_at": forked.number if forked else None,
        "head": ledger.head(name).number,
        "born": born.time,
    }


def _tree(children: dict[str | None, list[dict[str, Any]]], parent: str | None, indent: str) -> Iterator[str]:
    rows = children.get(parent, [])
    for row in rows:
        last = row is rows[-1]
        branch = "" if parent is None else ("└─ " if last else "├─ ")
        at = "" if parent is None else f" forked at {parent}@{row['forked_at']}"
        wrapped = " wrapped" if row["status"] == "wrapped" else ""
        yield f"{indent}{branch}{row['production']}@{row['head']}{at}{wrapped}"
        below = "" if parent is None else ("   " if last else "│  ")
        yield from _tree(children, row["production"], indent + below)


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
    text = output.plain(value if isinstance(value, str) else output.compact(value))
    return text if len(text) <= most else f"{text[:most]}… (whole with --json)"


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
