"""`cineledger approve`, `choose` and `reject`."""

import re
from pathlib import Path
from typing import Literal

import click

from cineledger.cli import output
from cineledger.cli.options import TEXT, known, open_ledger, studio_and_json


class Content(click.ParamType[str]):
    """The beginning of a content's hash."""

    name = "hash"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The same digits in lower case; six or more, or nothing was said that could be checked."""
        digits = value.strip().casefold()
        if not re.fullmatch("[0-9a-f]{6,64}", digits):
            self.fail("a content has 64 hexadecimal digits; the first 12 suffice.", param, ctx)
        return digits


content_option = click.option(
    "--content",
    type=Content(),
    help="The content that you saw, as `inbox` shows it; refused where it is another by now. 12 digits suffice.",
)


@click.command()
@click.argument("address")
@click.option("--note", type=TEXT, default="", help="Why; kept with the decision.")
@content_option
@studio_and_json
def approve(address: str, note: str, content: str | None, studio: Path, as_json: bool) -> None:
    """Approve what ADDRESS stands for: a question's recommendation, or a proposal.

    The approval holds for what it was given for. Where that is touched later, it ends, and you are asked again.
    """
    _answer(studio, address, "approve", note, as_json, content or "")


@click.command()
@click.argument("address")
@click.option("--note", type=TEXT, default="", help="Why; kept with the decision.")
@content_option
@studio_and_json
def choose(address: str, note: str, content: str | None, studio: Path, as_json: bool) -> None:
    """Choose the rival proposal at ADDRESS; on a decided question this overrules."""
    _answer(studio, address, "choose", note, as_json, content or "")


@click.command()
@click.argument("address")
@click.option("--note", type=TEXT, required=True, help="What is wrong with it; the lead has to answer that.")
@studio_and_json
def reject(address: str, note: str, studio: Path, as_json: bool) -> None:
    """Turn down what ADDRESS stands for."""
    _answer(studio, address, "reject", note, as_json)


def _answer(
    studio: Path,
    typed: str,
    verdict: Literal["approve", "choose", "reject"],
    note: str,
    as_json: bool,
    content: str = "",
) -> None:
    from cineledger.agents import desk
    from cineledger.domain.address import parse_address

    address = parse_address(typed)
    with open_ledger(studio) as ledger:
        known(ledger, address.production)
        records = desk.answer(ledger, address, verdict, note, content)
    if as_json:
        output.document(
            {"address": str(records[0].address), verdict: typed, "fact": records[0].fact.model_dump()}
        )
        return
    done = {"approve": "approved", "choose": "chosen", "reject": "rejected"}[verdict]
    click.echo(f"{records[0].address} {typed} is {done}.")
    click.echo(f"Next: cineledger run {address.production}")
