"""What minds have cost, as a run says it."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cineledger.domain.ledger.accounts import Account


def spending(account: "Account") -> dict[str, Any]:
    """`{"spent_usd", "held_usd", "cap_usd", "calls"}` of a production and its forks; dollars as decimals in strings."""
    from cineledger.projections.diff.cost import dollars

    balance = account.balance
    return {
        "spent_usd": dollars(balance.spent),
        "held_usd": dollars(balance.taken - balance.spent),
        "cap_usd": None if account.cap is None else dollars(account.cap),
        "calls": balance.calls,
    }


def spending_line(spent: dict[str, Any]) -> str:
    """The same in a line."""
    from decimal import Decimal

    from cineledger.cli.output import count

    of = f" of ${spent['cap_usd']}" if spent["cap_usd"] else ""
    held = Decimal(spent["held_usd"])
    aside = f", ${held:.4f} set aside for calls whose end is not known" if held else ""
    return f"Minds: ${Decimal(spent['spent_usd']):.4f}{of} for {count(spent['calls'], 'call')}{aside}"
