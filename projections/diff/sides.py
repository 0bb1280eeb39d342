"""The two sides of a comparison, and the past they share."""

from typing import Any, NamedTuple

from cineledger.domain.address import Address, parse_address
from cineledger.projections.history import Told, holder, known
from cineledger.projections.reader import Reader

Row = dict[str, Any]


class Side(NamedTuple):
    """A production, now or as one of its events left it."""

    production: str
    number: int | None
    """The event it stands at, null for its head."""

    def __str__(self) -> str:
        return self.production if self.number is None else f"{self.production}@{self.number}"


def side(reader: Reader, typed: str | Address) -> Side:
    """What was typed, `pilot` or `pilot@142`, as a side; refuses what is not there."""
    address = parse_address(typed) if isinstance(typed, str) and "@" in typed else typed
    if isinstance(address, Address):
        holder(reader, address)
        return Side(*address)
    return Side(known(reader, address), None)


def shared(reader: Reader, a: Side, b: Side) -> int:
    """The last number that both histories have in common; -1 for none."""
    found = reader.rows(
        "SELECT max(least(a.last, b.last, ?, ?, h.head)) AS shared FROM slices a "
        "JOIN slices b ON b.stream = a.stream "
        "JOIN (SELECT stream, max(event) AS head FROM events_history GROUP BY stream) h ON h.stream = a.stream "
        "WHERE a.production = ? AND b.production = ?",
        (a.number, b.number, a.production, b.production),
    )
    return -1 if found[0]["shared"] is None else int(found[0]["shared"])


def standing(reader: Reader, side: Side, shared: int) -> Row:
    """Where a side stands, and how many events it has that the other lacks."""
    (row,) = reader.rows("SELECT production, title, phase, head FROM productions_at(?, ?)", side)
    return {**row, "since": row["head"] - shared}


def last_shared(reader: Reader, a: Side, shared: int) -> Row | None:
    """The last event that both sides have in common, in words."""
    if shared < 0:
        return None
    node = Told(reader)[holder(reader, Address(a.production, shared))]
    return {"address": node.address, "actor": node.actor, "text": node.text}
