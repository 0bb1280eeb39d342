"""What the answers that each side rests on took: asked for by both, or by one alone."""

from decimal import Decimal
from typing import Any

from cineledger.projections.diff.sides import Row, Side
from cineledger.projections.reader import Reader

HOUSE = "house"
"""The mind that is free."""
COUNTED = ("answers", "input_tokens", "output_tokens", "cost_usd")

_ASKED = """SELECT coalesce(a.mind, b.mind) AS mind, coalesce(a.model, b.model) AS model,
    coalesce(a.role, b.role) AS role, CASE WHEN b.key IS NULL THEN 'only_a' WHEN a.key IS NULL THEN 'only_b'
    ELSE 'both' END AS cited, count(*) AS answers, sum(coalesce(a.input_tokens, b.input_tokens)) AS input_tokens,
    sum(coalesce(a.output_tokens, b.output_tokens)) AS output_tokens,
    sum(coalesce(a.cost_usd, b.cost_usd)) AS cost_usd
    FROM completions_at(?1, ?2) a FULL JOIN completions_at(?3, ?4) b ON a.key = b.key
    GROUP BY ALL ORDER BY ALL"""


_CALLS = """SELECT count(*) FILTER (c.production = lower(nfc_normalize(?1))) AS paid,
    coalesce(sum(c.cost_usd) FILTER (c.production = lower(nfc_normalize(?1))), 0) AS paid_usd,
    count(*) FILTER (c.production <> lower(nfc_normalize(?1))) AS reused,
    coalesce(sum(c.cost_usd) FILTER (c.production <> lower(nfc_normalize(?1))), 0) AS reused_usd
    FROM calls c JOIN completions_at(?1, ?2) k ON k.key = c.key WHERE c.status = 'settled'"""


def cost(reader: Reader, a: Side, b: Side) -> Row:
    """Answers, tokens and US dollars: `{"both", "only_a", "only_b", "calls", "roles": [{"mind", "model", "role", …}]}`.

    An answer that both sides cite was asked for once and paid once: it stands under `both`. Dollars are exact
    decimals, written as strings. Under `calls` stands for each side what was paid for it, and what it used again that
    was paid for another production.
    """
    found = reader.rows(_ASKED, (*a, *b))
    roles: dict[tuple[str, str, str], Row] = {}
    for row in found:
        own = roles.setdefault((row["mind"], row["model"], row["role"]), {c: _nothing() for c in CITED})
        own[row["cited"]] = {c: row[c] for c in COUNTED}
    return {
        **{c: _plain(_sum([own[c] for own in roles.values()])) for c in CITED},
        "calls": {"a": _called(reader, a), "b": _called(reader, b)},
        "roles": [
            {"mind": mind, "model": model, "role": role, **{c: _plain(own[c]) for c in CITED}}
            for (mind, model, role), own in sorted(roles.items())
        ],
    }


def _called(reader: Reader, side: Side) -> Row:
    (row,) = reader.rows(_CALLS, tuple(side))
    return {**row, "paid_usd": dollars(row["paid_usd"]), "reused_usd": dollars(row["reused_usd"])}


CITED = ("both", "only_a", "only_b")


def _nothing() -> Row:
    return {"answers": 0, "input_tokens": 0, "output_tokens": 0, "cost_usd": Decimal(0)}


def _sum(parts: list[Row]) -> Row:
    return {c: sum((part[c] for part in parts), start=_nothing()[c]) for c in COUNTED}


def _plain(counted: Row) -> Row:
    return {**counted, "cost_usd": dollars(counted["cost_usd"])}


def dollars(amount: Any) -> str:
    """An amount to its last digit that is not zero, with two decimals at least."""
    whole, _, cents = f"{Decimal(amount):f}".partition(".")
    return f"{whole}.{cents.rstrip('0').ljust(2, '0')}"
