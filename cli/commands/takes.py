"""`cineledger takes`."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cineledger.cli import output
from cineledger.cli.options import TEXT, known, open_ledger, open_reader, studio_and_json

if TYPE_CHECKING:
    from cineledger.domain.command import Command

WIDTH, WIDEST = 120, 200


@click.command()
@click.argument("name")
@click.argument("scene", type=TEXT)
@click.argument("part", nargs=-1, type=TEXT, metavar="[CHARACTER [ask | circle N]]")
@click.option("--note", type=TEXT, metavar="TEXT", help="With ask: what is to be otherwise.")
@studio_and_json
def takes(
    name: str, scene: str, part: tuple[str, ...], note: str | None, studio: Path, as_json: bool
) -> None:
    """The takes of NAME's SCENE side by side; ask a cast member for another, or circle the one that stands.

    Each take goes another way about the same want. The director circles one; what you circle holds over that. The
    others stay on the record. A script that was brought is played as it is written.

    \b
    cineledger takes pilot 12
    cineledger takes pilot 12 MAYA ask --note "Colder. She has decided."
    cineledger run pilot
    cineledger takes pilot 12 MAYA circle 2
    """
    from cineledger.domain.cast.takes import AskForTake, CircleTake

    with open_ledger(studio) as ledger:
        stream = known(ledger, name)
    where, who = _meant(studio, stream, scene, part[0] if part else None)
    if note is not None and part[1:] != ("ask",):
        raise click.UsageError("--note is for: takes NAME SCENE CHARACTER ask.")
    match part:
        case () | (_,):
            _show(studio, stream, where, who, as_json)
        case (_, "ask") if who is not None:
            _order(studio, stream, AskForTake(character=who, scene=where, note=note or ""), as_json)
        case (_, "circle", count) if who is not None and count.isascii() and count.isdigit():
            take = int(count) if len(count) < 4 else 0
            _order(studio, stream, CircleTake(character=who, scene=where, take=take), as_json)
        case _:
            raise click.UsageError("After the character comes nothing, or: ask, or: circle N.")


def _meant(studio: Path, stream: str, scene: str, typed: str | None) -> tuple[str, str | None]:
    """The scene's id, and the name that stands for the character."""
    from cineledger.projections.people import person
    from cineledger.projections.takes import scene_called

    with open_reader(studio) as reader:
        found = scene_called(reader, stream, scene)["scene"]
        return found, None if typed is None else person(reader, typed, [stream]).character


def _show(studio: Path, stream: str, scene: str, who: str | None, as_json: bool) -> None:
    from cineledger.projections.takes import side_by_side
    from cineledger.projections.takes import takes as played

    with open_reader(studio) as reader:
        rows = played(reader, stream, scene, who)
    if as_json:
        output.document(rows)
        return
    seen = output.is_terminal()
    width = min(shutil.get_terminal_size().columns, WIDEST) if seen else WIDTH
    for line in side_by_side(rows, width):
        click.echo(output.addressed(line))
    if not rows:
        click.echo("No take of it stands.")
        asks = f"cineledger takes {stream} {scene} CHARACTER ask"
        click.echo(f"Ask for one: {asks}", err=True)


def _order(studio: Path, stream: str, command: "Command", as_json: bool) -> None:
    from cineledger.agents.desk import order
    from cineledger.cli.words import recorded

    with open_ledger(studio) as ledger:
        recorded(order(ledger, stream, command), stream, as_json)
