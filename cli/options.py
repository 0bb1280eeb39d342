"""Options that several commands share, and the ways in they lead to."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from cineledger.domain.address import Address
    from cineledger.domain.ledger import Ledger
    from cineledger.projections.reader import Reader

F = TypeVar("F", bound=Callable[..., Any])

studio_option = click.option(
    "--studio",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("studio"),
    envvar="CINELEDGER_STUDIO",
    show_default="./studio",
    show_envvar=True,
    help="The folder that holds the ledger.",
)


class Text(click.ParamType[str]):
    """Words that can be put on the record: bytes that are no UTF-8 are a mistake in typing."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The same words."""
        try:
            value.encode()
        except UnicodeEncodeError:
            self.fail("this is not text in UTF-8.", param, ctx)
        return value


TEXT = Text()


class Dollars(click.ParamType[Decimal]):
    """US dollars to spend: 5 or 5.00."""

    name = "dollars"

    def convert(
        self, value: str | Decimal, param: click.Parameter | None, ctx: click.Context | None
    ) -> Decimal:
        """The amount, exactly as typed."""
        try:
            amount = Decimal(str(value).removeprefix("$"))
        except InvalidOperation:
            amount = Decimal("NaN")
        if not amount.is_finite() or amount <= 0 or amount >= 10**6 or amount != round(amount, 4):
            self.fail(f"{value} is no amount to spend: write 5 or 5.00.", param, ctx)
        return amount


DOLLARS = Dollars()

encoding_option = click.option(
    "--encoding",
    metavar="NAME",
    help="How the file is encoded, say cp1251. Default: Unicode, else a guess with a warning.",
)

json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")


def studio_and_json(command: F) -> F:
    """Both options that nearly every command takes."""
    return studio_option(json_option(command))


def open_ledger(studio: Path, *, create: bool = False) -> "Ledger":
    """The ledger in a studio's folder."""
    from cineledger.domain.ledger import Ledger

    return Ledger(studio, create=create)


def open_reader(studio: Path, at: "Address | None" = None, *, alone: bool = False) -> "Reader":
    """The tables of a studio, now or as an event left them; `alone`, from its events whatever is published."""
    from cineledger.cli import output
    from cineledger.projections.reader import Reader

    with open_ledger(studio):
        pass
    with output.long_step("taken in") as told:
        return Reader(studio, at=at, alone=alone, told=told)


def known(ledger: "Ledger", typed: str) -> str:
    """The production meant by what was typed; refuses a name nobody bears, and names the nearest."""
    import difflib

    from cineledger.domain.address import production_name
    from cineledger.domain.refusal import Refused

    name = production_name(typed)
    if ledger.exists(name):
        return name
    near = difflib.get_close_matches(name, ledger.productions(), n=1)
    hint = f"Did you mean {near[0]}?" if near else "See: cineledger productions"
    raise Refused(f"there is no production {name}", hint)
