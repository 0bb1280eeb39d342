"""`cineledger cast`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cineledger.cli import output
from cineledger.cli.options import TEXT, known, open_ledger, studio_and_json

if TYPE_CHECKING:
    from cineledger.agents.canon.casting import Cast
    from cineledger.domain.state import State


@click.command()
@click.argument("name")
@click.argument("character", type=TEXT)
@click.option(
    "--as", "canon", type=TEXT, metavar="CANON", help="The canon she has. Default: that of her name."
)
@click.option(
    "--years",
    type=click.IntRange(-200, 200),
    metavar="N",
    help="How many lie between the last of her lives and this one; below 0 for one before it.",
)
@click.option("--new", is_flag=True, help="She is nobody who lived before: begin her canon.")
@studio_and_json
def cast(
    name: str, character: str, canon: str | None, years: int | None, new: bool, studio: Path, as_json: bool
) -> None:
    """Bring CHARACTER into the production NAME with all she lived through: age, mood, bonds, what she knows.

    What canon says is copied, with addresses; NAME never looks there again. Cast her again to take over what canon
    says since. Until there is a script, the writer is told of her, and brings her in by her name.

    \b
    cineledger cast harbour MAYA
    cineledger cast harbour MAYA --years 7
    cineledger cast harbour "MAYA REYES" --as maya
    cineledger cast harbour MAYA --as maya-2 --new
    """
    from cineledger.agents.canon.casting import cast as bring
    from cineledger.agents.canon.casting import stream_of

    with open_ledger(studio) as ledger:
        stream = known(ledger, name)
        done = bring(
            ledger, stream, character, canon_name=canon or stream_of(character), years=years, new=new
        )
        state = ledger.load(stream).state
    if as_json:
        record = done.records[0]
        output.document({"address": str(record.address), "fact": record.fact.model_dump(mode="json")})
        return
    _tell(done, stream, state)


def _tell(done: "Cast", name: str, state: "State") -> None:
    from cineledger.agents.canon.telling import told
    from cineledger.cli.words import said

    click.echo(said(done.records[0]))
    for line in told(done.brings):
        click.echo(f"  {output.one_line(line)}")
    for line in done.brings.undecided:
        click.echo(f"  undecided: {output.one_line(line)}")
    if state.script.order and done.brings.character not in state.cast.characters:
        click.echo(f"No cue of {name} bears the name {output.one_line(done.brings.character)} yet.", err=True)
    click.echo(f"Next: cineledger run {name}")
