"""`cineledger productions`, `policy`, `log` and `show`."""

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
        click.echo(output.plain(line))
    if not rows:
        click.echo("No production is open yet: cineledger open NAME", err=True)


def _birth(ledger: "Ledger", name: str) -> dict[str, Any]:
    from cineledger.domain.production.events import ProductionForked

    born = ledger.birth(name)
    forked = born.fact if isinstance(born.fact, ProductionForked) else None
    return {
        "production": name,
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
        yield f"{indent}{branch}{row['production']}@{row['head']}{at}"
        below = "" if parent is None else ("   " if last else "│  ")
        yield from _tree(children, row["production"], indent + below)


@click.command()
@click.argument("name")
@studio_and_json
def policy(name: str, studio: Path, as_json: bool) -> None:
    """Who decides what in NAME: tiers, rounds and leads by subject, and the orders you left."""
    from cineledger.domain.address import Address

    with open_ledger(studio) as ledger:
        stream = known(ledger, name)
        production = ledger.load(stream).state.production
        facts = {n: ledger.record(Address(stream, n)).fact for n in production.orders.values()}
    subjects = [production.policy[subject].model_dump() for subject in sorted(production.policy)]
    orders = [
        {"address": f"{stream}@{number}", **facts[number].model_dump()}
        for number in sorted(production.orders.values())
    ]
    if as_json:
        output.document({"approvals": production.mode, "policy": subjects, "standing_orders": orders})
        return
    click.echo(f"Approvals: {production.mode}")
    shown = [s | {"concerned": ", ".join(s["concerned"])} for s in subjects]
    output.table(shown, ("subject", "tier", "rounds", "lead", "concerned", "default"))
    output.table(orders, ("address", "subject", "text", "default"))


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
