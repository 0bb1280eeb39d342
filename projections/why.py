"""Why an event happened, or a cell of a table stands as it does."""

from collections.abc import Iterable

from cineledger.domain.address import Address
from cineledger.projections.chain import Cell, Chain
from cineledger.projections.debate import debate
from cineledger.projections.history import Event, Told, event_of, holder, known
from cineledger.projections.links import causes, effects
from cineledger.projections.nearest import only_beginning, refuse_unknown
from cineledger.projections.reader import Reader
from cineledger.projections.table import Table, tables

MOST_CAUSES = 2_000
MOST_BEGINNINGS = 50
MOST_EFFECTS = 20
"""Events of a chain that are told; the rest is counted."""


def why(reader: Reader, address: Address) -> Chain:
    """An event with its debate, what led to it and what it led to; refuses one that is not there."""
    return _chain(reader, address.production, holder(reader, address), None)


def why_cell(reader: Reader, production: str, table: str, key: str, column: str | None = None) -> Chain:
    """The chain of the last event that set a column of a row, or any of its columns.

    Several key columns are joined by `/`, as in MAYA/12; case does not matter. Refuses what is not there and
    names the nearest.
    """
    name = known(reader, production)
    found = _table(table)
    shown = _column(found, column)
    told = found.columns if shown is None else [shown]
    row = _row(reader, found, name, key, told)
    joined = "/".join(str(row[k]) for k in found.key) or name
    event = _setter(reader, found, name, row, shown)
    value = row[shown] if shown else {c: row[c] for c in found.columns if row[c] is not None}
    return _chain(reader, name, event, Cell(name, found.name, joined, shown, value))


def row(reader: Reader, production: str, table: str, key: str) -> tuple[str, str, int]:
    """Table, key and last event of a row as it stands, by what was typed for it; refuses what is not there."""
    found = _table(table)
    named = _row(reader, found, known(reader, production), key, ())
    joined = "/".join(str(named[k]) for k in found.key) or production
    return found.name, joined, event_of(str(named["address"]))[1]


def _table(typed: str) -> Table:
    named = {table.name: table for table in tables() if table.rows != "own text"}
    if typed.casefold() not in named:
        refuse_unknown(f"there is no table {typed} set by a production's events", typed, named, _SEE)
    return named[typed.casefold()]


def _column(table: Table, typed: str | None) -> str | None:
    if typed is None:
        return None
    named = {column.casefold(): column for column in table.columns}
    if typed.casefold() not in named:
        refuse_unknown(f"{table.name} has no column {typed}", typed, table.columns, _SEE)
    return named[typed.casefold()]


_SEE = "See: cineledger tables"


def _row(reader: Reader, table: Table, production: str, typed: str, told: Iterable[str]) -> dict[str, object]:
    """Of the row that a key names, its key, its address and what is to be told; only where none is named so at once
    are all of them looked through."""
    key = " || '/' || ".join(f'"{column}"::VARCHAR' for column in table.key) or "production"
    present = f"FROM {table.name}_at(?, NULL)"
    columns = ", ".join(f'"{column}"' for column in dict.fromkeys((*table.key, *told, "address")))
    if found := reader.rows(
        f"SELECT {columns} {present} WHERE lower({key}) = ?", (production, typed.lower())
    ):
        return found[0]
    names = [row["name"] for row in reader.rows(f"SELECT {key} AS name {present}", (production,))]
    folded = {name.casefold(): name for name in names}
    wanted = typed.casefold()
    if wanted not in folded:
        wanted = only_beginning(f"{table.name} of {production} has no row {typed}", typed, folded) or wanted
    if wanted not in folded:
        refuse_unknown(
            f"{table.name} of {production} has no row {typed}",
            typed,
            names,
            f"Rows are named by {'/'.join(table.key) or 'the production'}: "
            f"cineledger sql 'from {table.name}'",
        )
    return reader.rows(f"SELECT {columns} {present} WHERE {key} = ?", (production, folded[wanted]))[0]


def _setter(
    reader: Reader, table: Table, production: str, row: dict[str, object], column: str | None
) -> Event:
    """The last event that set the column, else the row; a column worked out by SQL counts as the row."""
    last = event_of(str(row["address"]))
    held = {c["column_name"] for c in reader.rows(f"DESCRIBE {table.history}")}
    if column is None or column not in held or not table.rows.startswith("set column"):
        return last
    said = f'h."{column}" IS NOT NULL'
    if "cleared" in held:
        said += f" OR list_contains(h.cleared, '{column}')"
    same = "".join(f' AND h."{key}" = ?' for key in table.key)
    found = reader.rows(
        f"SELECT h.stream, h.event FROM {table.history} h "
        "JOIN slices s ON s.stream = h.stream AND h.event BETWEEN s.first AND s.last "
        f"WHERE s.production = ?{same} AND ({said}) ORDER BY h.event DESC LIMIT 1",
        (production, *(row[key] for key in table.key)),
    )
    return (found[0]["stream"], found[0]["event"]) if found else last


def _chain(reader: Reader, production: str, event: Event, cell: Cell | None) -> Chain:
    told = Told(reader)
    question = told[event].carries_out
    asked = None if question is None else debate(reader, told, production, question)
    inside = set() if asked is None else {event_of(node.address) for node in asked.said}
    up, left = causes(reader, told, event, MOST_CAUSES, MOST_BEGINNINGS)
    down = effects(reader, event, MOST_EFFECTS, inside)
    return Chain(
        production=production,
        event=told[event],
        cell=cell,
        debate=asked,
        causes={told[e].address: told[e] for e in up},
        causes_left_out=left,
        effects={told[e].address: told[e] for e in down.nearest},
        effects_left_out=down.further,
        effects_uncounted=down.uncounted,
    )
