"""`cineledger broadcast` and `constrain`."""

from pathlib import Path

import click

from cineledger.cli import output
from cineledger.cli.options import TEXT, known, open_ledger, studio_and_json


@click.command()
@click.argument("name")
@click.argument("text", type=TEXT)
@studio_and_json
def broadcast(name: str, text: str, studio: Path, as_json: bool) -> None:
    """Speak to the crew of NAME; the next run heeds it, and may reopen what it touches.

    By its words it is for some departments, which is said, and their work is gone over; or it is for everybody.
    """
    _say(studio, name, "broadcast", text, as_json)


@click.command()
@click.argument("name")
@click.argument("text", type=TEXT)
@studio_and_json
def constrain(name: str, text: str, studio: Path, as_json: bool) -> None:
    """Impose a limit on NAME, such as "no handheld" or "nothing wider than 35mm".

    It is read by its words; where no rule of the house holds anything to it, that is said at once. What may be
    spent, and how many days may be shot, is set with allot.
    """
    _say(studio, name, "constraint", text, as_json)


def _say(studio: Path, name: str, kind: str, text: str, as_json: bool) -> None:
    from cineledger.agents.craft.readers import held_by, unheld
    from cineledger.agents.desk import impose
    from cineledger.agents.noting.departments import concerned

    with open_ledger(studio) as ledger:
        stream = known(ledger, name)
        (record,) = impose(ledger, stream, kind, text)
    limit = kind == "constraint"
    if as_json:
        held = {"held_by": list(held_by(text))} if limit else {"concerns": list(concerned(text))}
        output.document({"address": str(record.address), kind: text, **held})
        return
    click.echo(f"{record.address} {kind}: {output.one_line(text)}")
    if limit and (warning := unheld(text, stream)):
        click.echo(warning, err=True)
    if not limit and (whose := concerned(text)):
        click.echo(f"Concerns {', '.join(map(output.role, whose))}; leaders hear it as well.")
    click.echo(f"Next: cineledger run {stream}")
