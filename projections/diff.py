"""What two productions, or two moments of them, have differently."""

from collections import Counter
from collections.abc import Callable, Hashable
from typing import Any

from cineledger.domain.address import Address
from cineledger.projections.history import holder, known
from cineledger.projections.reader import Reader

Row = dict[str, Any]
Side = str | Address
"""A production as it is, or as an event left it."""

IGNORED = {
    "shots": ("question",),
    "scenes": (),
    "characters": ("introduced",),
    "character_timeline": (),
    "decisions": ("number", "question", "proposal", "standing_order"),
}
"""The tables compared, and their columns that hold numbers of events: those differ wherever histories do."""


def diff(reader: Reader, a: Side, b: Side) -> dict[str, Any]:
    """`{"a", "b", "tables": {table: {"only_a", "only_b", "changed"}}}`, rows in the order of `a`, then of `b`.

    A changed row is `{"key", "columns": {column: [in a, in b]}}`. Shots are matched by slate, scenes by id,
    characters by name, feelings by character and scene; decisions by their question where both share it, else by
    subject, scene and beat, the latest of each.
    """
    sides = [_side(reader, side) for side in (a, b)]
    tables = {}
    for table, ignored in IGNORED.items():
        rows = [reader.rows(f"FROM {table}_at(?, ?)", side) for side in sides]
        match = _keys(reader, table, sides)
        keyed = [
            {key(place): row for place, (key, row) in enumerate(_latest(side_rows, match))} for side_rows in rows
        ]
        tables[table] = _compared(keyed[0], keyed[1], {"production", "address", *ignored})
    return {"a": _named(sides[0]), "b": _named(sides[1]), "tables": tables}
