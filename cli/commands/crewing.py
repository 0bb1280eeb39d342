"""`cineledger crew`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cineledger.cli import output
from cineledger.cli.options import TEXT, known, open_ledger, open_reader, studio_and_json

if TYPE_CHECKING:
    from cineledger.domain.ledger import Ledger

OLDER = {"SceneBrokenDown": "scene read", "ShotPlanned": "shot planned", "EmotionalStateChanged": "feeling"}
"""What is handed in and is not a work → what one is called."""


@click.command()
@click.argument("name")
@click.argument("action", nargs=-1, type=TEXT, metavar="[add ROLE]")
@studio_and_json
def crew(name: str, action: tuple[str, ...], studio: Path, as_json: bool) -> None:
    """Who is on NAME's roster, and what each has done; or, with add ROLE, one more.

    A role that joins late reads what is on the record, and does its work on the next run. Cast members join with
    their characters.

    \b
    cineledger crew pilot
    cineledger crew pilot add composer
    """
    match action:
        case ():
            _show(name, studio, as_json)
        case ("add", role):
            with open_ledger(studio) as ledger:
                _add(ledger, known(ledger, name), role, as_json)
        case _:
            raise click.UsageError("After the name comes nothing, or: add ROLE.")


def _show(typed: str, studio: Path, as_json: bool) -> None:
    from cineledger.projections.crew import roster

    with open_ledger(studio) as ledger:
        name = known(ledger, typed)
    with open_reader(studio) as reader:
        members = roster(reader, name)
    rows: list[dict[str, Any]] = [
        {**member._asdict(), "joined": f"{name}@{member.joined}"}
        | {"silent": None if member.silent is None else f"{name}@{member.silent}"}
        for member in members
    ]
    if as_json:
        output.document(rows)
        return
    for row in rows:
        row["handed in"] = "silent since " + row["silent"] if row["silent"] else _told(row["work"])
        row["decisions led"] = row["decisions_led"] or ""
        row["proposals"], row["supports"] = row["proposals"] or "", row["supports"] or ""
        won = f", {row['objections_won']} won" if row["objections_won"] else ""
        row["objections"] = f"{row['objections']}{won}" if row["objections"] else ""
    columns = ("role", "joined", "handed in", "proposals", "supports", "objections", "decisions led")
    output.table(rows, columns)


def _told(work: dict[str, int]) -> str:
    """4 sets, 12 properties."""
    from cineledger.agents.working import counted
    from cineledger.domain.work.kinds import KINDS

    return ", ".join(
        counted(KINDS[kind].NOUN if kind in KINDS else OLDER[kind], count) for kind, count in work.items()
    )


def _add(ledger: "Ledger", name: str, role: str, as_json: bool) -> None:
    from cineledger.agents.governing import add_to_crew
    from cineledger.cli.words import recorded

    recorded(add_to_crew(ledger, name, role), name, as_json)
