"""`cineledger fork`."""

from pathlib import Path

import click

from cineledger.cli import output
from cineledger.cli.options import known, open_ledger, studio_and_json


@click.command()
@click.argument("address")
@click.argument("name")
@click.option(
    "--instead",
    metavar="ADDRESS",
    help="Where the first address is a decision: approve this proposal, which it passed over.",
)
@studio_and_json
def fork(address: str, name: str, instead: str | None, studio: Path, as_json: bool) -> None:
    """Begin production NAME with the events up to ADDRESS as its past; nothing is copied.

    \b
    cineledger fork pilot@142 pilot-b
    cineledger fork pilot@142 pilot-static --instead pilot@137
    """
    from cineledger.agents import desk
    from cineledger.cli.words import said
    from cineledger.domain.address import parse_address, production_name
    from cineledger.domain.debate.events import ApprovalVoided
    from cineledger.domain.production.events import ProductionWrapped

    at = parse_address(address)
    rival = None if instead is None else parse_address(instead)
    with open_ledger(studio) as ledger:
        known(ledger, at.production)
        records = desk.fork(ledger, at, name, rival)
        wrapped = isinstance(ledger.record(at).fact, ProductionWrapped) and rival is None
    stream = production_name(name)
    shared = at.number - 1 if rival else at.number
    decision = str(records[0].address) if rival else None
    voided = [record for record in records if isinstance(record.fact, ApprovalVoided)]
    if as_json:
        output.document(
            {
                "production": stream,
                "parent": at.production,
                "shares": shared,
                "decision": decision,
                "voided": [str(record.address) for record in voided],
            }
        )
        return
    past = (
        f"{at.production}@1 to {at.production}@{shared}" if shared else f"only the birth of {at.production}"
    )
    click.echo(f"{stream} shares {past}.")
    for record in voided:
        click.echo(said(record))
    if decision:
        click.echo(f"{decision} approves {instead} instead of what {at} approved.")
    if wrapped:
        click.echo(f"{stream} is wrapped, as {at.production} was; first: cineledger reopen {stream}")
    click.echo(f"Next: cineledger run {stream}")
