"""What two productions, or two moments of them, have differently."""

from collections.abc import Callable
from typing import Any

from cineledger.domain.address import Address, parse_address
from cineledger.projections.history import holder, known
from cineledger.projections.reader import Reader

Row = dict[str, Any]
Key = Callable[[Row], str]

IGNORED = {
    "shots": ("question",),
    "scenes": (),
    "characters": ("introduced",),
    "character_timeline": (),
    "decisions": ("number", "question", "proposal", "standing_order"),
}
"""The tables compared, and their columns that hold numbers of events: those differ wherever histories do."""

LINES: dict[str, Key] = {
    "shots": lambda row: f"{row['size']} {row['type']}, {row['lens_mm']}mm: {row['description']}",
    "scenes": lambda row: row["heading"] or "what stands before the first slug line",
    "characters": lambda row: f"{row['speeches']} speeches, first in scene {row['first_scene']}",
    "character_timeline": lambda row: f"{row['feeling']}: {row['reason']}",
    "decisions": lambda row: f"{row['description']} ({row['authority']})",
}
"""A row in a line."""


def diff(reader: Reader, a: str | Address, b: str | Address) -> dict[str, Any]:
    """Two sides, each a production (`pilot`) or one as an event left it (`pilot@142`), table by table.

    `{"a", "b", "shared", table: {"only_a", "only_b", "changed"}, …}`. A row that one side has alone is
    `{"key", "text", "row"}`, a changed one `{"key", "columns": {column: [in a, in b]}}`; `shared` is the last number
    that both sides have in common, null for none. Shots are matched by slate, scenes by id, characters by name,
    feelings by character and scene; decisions by their question where both share it, else by subject, scene and
    beat, the latest of each.
    """
    left, right = _side(reader, a), _side(reader, b)
    shared = _shared(reader, left, right)
    tables: dict[str, Any] = {}
    for table, ignored in IGNORED.items():
        key = _key(table, shared)
        before, after = (
            {key(row): row for row in reader.rows(f"FROM {table}_at(?, ?) ORDER BY ALL", side)}
            for side in (left, right)
        )
        tables[table] = _compared(before, after, {"production", "address", *ignored}, LINES[table])
    return {"a": _named(left), "b": _named(right), "shared": None if shared < 0 else shared, **tables}


def _side(reader: Reader, side: str | Address) -> tuple[str, int | None]:
    address = parse_address(side) if isinstance(side, str) and "@" in side else side
    if isinstance(address, Address):
        holder(reader, address)
        return address
    return known(reader, address), None


def _named(side: tuple[str, int | None]) -> str:
    return side[0] if side[1] is None else f"{side[0]}@{side[1]}"


def _shared(reader: Reader, left: tuple[str, int | None], right: tuple[str, int | None]) -> int:
    """The last number that both histories have in common; -1 for none."""
    found = reader.rows(
        "SELECT max(least(a.last, b.last, ?, ?, h.head)) AS shared FROM slices a "
        "JOIN slices b ON b.stream = a.stream "
        "JOIN (SELECT stream, max(event) AS head FROM events_history GROUP BY stream) h ON h.stream = a.stream "
        "WHERE a.production = ? AND b.production = ?",
        (left[1], right[1], left[0], right[0]),
    )
    return -1 if found[0]["shared"] is None else int(found[0]["shared"])


def _key(table: str, shared: int) -> Key:
    match table:
        case "shots":
            return lambda row: str(row["shot"])
        case "scenes":
            return lambda row: str(row["scene"])
        case "characters":
            return lambda row: str(row["character"])
        case "character_timeline":
            return lambda row: f"{row['character']}/{row['scene']}"
        case _:
            return lambda row: _decision(row, shared)


def _decision(row: Row, shared: int) -> str:
    if row["question"] <= shared:
        return f"question {row['question']}"
    where = [f"scene {row['scene']}"] if row["scene"] else []
    where += [f"beat {row['beat']}"] if row["beat"] is not None else []
    return " ".join([row["subject"], *where, *sorted(row["characters"])])


def _compared(
    before: dict[str, Row], after: dict[str, Row], ignored: set[str], line: Key
) -> dict[str, list[Row]]:
    changed = []
    for key, row in before.items():
        other = after.get(key)
        if other is None:
            continue
        columns = {c: [v, other[c]] for c, v in row.items() if c not in ignored and v != other[c]}
        if columns:
            changed.append({"key": key, "columns": columns})
    return {
        "only_a": _alone(before, after, line),
        "only_b": _alone(after, before, line),
        "changed": changed,
    }


def _alone(rows: dict[str, Row], others: dict[str, Row], line: Key) -> list[Row]:
    return [{"key": key, "text": line(row), "row": row} for key, row in rows.items() if key not in others]
