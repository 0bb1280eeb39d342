"""`cineledger allot`."""

from decimal import Decimal, InvalidOperation
from pathlib import Path

import click

from cineledger.cli.options import TEXT, known, open_ledger, studio_and_json


@click.command()
@click.argument("name")
@click.argument("amount", type=TEXT, required=False)
@click.option("--days", type=int, metavar="N", help="The most shooting days.")
@studio_and_json
def allot(name: str, amount: str | None, days: int | None, studio: Path, as_json: bool) -> None:
    """Say what NAME may cost, AMOUNT in whole units and hundredths, and how many days may be shot.

    Where the plan takes more, the producer asks on the next run what is to give: fewer setups, sets or cues, or more
    money or days. The limits stand in the table allotments.

    \b
    cineledger allot pilot 25000
    cineledger allot pilot 25000.50 --days 6
    """
    from cineledger.agents.desk import order
    from cineledger.cli.words import recorded
    from cineledger.domain.office.commands import Allot

    if amount is None and days is None:
        raise click.UsageError("Say an AMOUNT, --days, or both.")
    with open_ledger(studio) as ledger:
        stream = known(ledger, name)
        records = order(ledger, stream, Allot(amount=_money(amount), days=days))
    recorded(records, stream, as_json)


def _money(typed: str | None) -> Decimal | None:
    """An amount as typed, spaces and commas between thousands left out."""
    if typed is None:
        return None
    try:
        amount = Decimal(typed.replace(",", "").replace(" ", "").replace("_", ""))
    except InvalidOperation:
        raise click.UsageError(f"{typed} is not an amount: write 25000 or 25000.50.") from None
    if not amount.is_finite() or amount != round(amount, 2) or abs(amount) >= 10**15:
        raise click.UsageError(f"{typed} is not an amount: write 25000 or 25000.50.")
    return Decimal(f"{amount:f}")
