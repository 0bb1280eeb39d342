"""From a table's key and columns: its past, `NAME_at(production, number)`, and its present, `NAME`.

How events set rows (`Rows:` in a table's header), always by number along the lineage:

- `set column by column`: each column has the last value that an event gave it. An event leaves a column alone by
  giving null (`arg_max` skips nulls), and empties one by naming it in the history's `cleared`, which the table's
  inserts do in so many words. An event whose `beside` is true sets its columns without becoming the one that last
  set the row.
- `replaced whole`: the last event's row, nulls included.
- `replaced together by COLUMN`: the rows of the last event that spoke of that column's value; a row with `removed`
  says that there are none.
- `set once`: a row stands as it was recorded.
- `as recorded`: likewise, but the present shows every stream's own events once, whoever inherits them.
- `own text`: the file brings its macro and view.
"""

import re
from collections.abc import Collection, Iterable

from cineledger.projections.table import Table

END = 9223372036854775807
"""Above every number and position."""

_LOOKS_AT = re.compile(r"\b(\w+)_at\(")
_MOMENT = f"h.position <= coalesce(getvariable('moment'), {END})"
_LINEAGE = f"""slices s JOIN {{history}} h ON h.stream = s.stream AND h.event BETWEEN s.first AND s.last
    WHERE (production IS NULL OR s.production = lower(nfc_normalize(production)))
      AND s.born <= coalesce(getvariable('moment'), {END})
      AND h.event <= coalesce(number, {END}) AND {_MOMENT}"""


def shown(table: Table, held: Collection[str]) -> list[str]:
    """The statements that make a table's macro and view; `held` are its history's columns."""
    if table.own:
        return list(table.own)
    macro = (
        f"CREATE MACRO {table.name}_at(production, number := NULL) AS TABLE\n"
        f"WITH rows AS ({_rows(table, held)}),\nshape AS ({table.shape or 'SELECT * FROM rows'})\n"
        f"SELECT {_columns(table)} FROM shape"
    )
    if table.rows == "as recorded":
        return [macro, f"CREATE VIEW {table.name} AS\n{_recorded(table)}"]
    return [macro, f"CREATE VIEW {table.name} AS FROM {table.name}_at(NULL, NULL)"]


def looks_at(statements: Iterable[str]) -> set[str]:
    """The tables whose past some statements look at."""
    return {name for text in statements for name in _LOOKS_AT.findall(text)}


def in_order(statements: dict[str, list[str]]) -> list[str]:
    """Every table's statements, each table's after those of the tables it looks at."""
    waiting, ordered = dict(statements), list[str]()
    while waiting:
        ready = [name for name, own in waiting.items() if not (looks_at(own) & waiting.keys()) - {name}]
        if not ready:
            raise ValueError(f"these tables look at each other: {', '.join(waiting)}")
        for name in ready:
            ordered += waiting.pop(name)
    return ordered


def _columns(table: Table) -> str:
    return ", ".join(["shape.production", *(f'shape."{c}"' for c in table.columns), "shape.address"])


def _rows(table: Table, held: Collection[str]) -> str:
    source = _LINEAGE.format(history=table.history)
    mine = [c for c in table.columns if c in held]
    inserted = " ".join(table.inserts)
    match table.rows.split(" by ")[0]:
        case "set once" | "as recorded":
            return _each(mine, source)
        case "replaced together":
            group = table.rows.rpartition(" ")[2]
            together = f'PARTITION BY s.production, h."{group}"'
            last = f"{source}\n    QUALIFY h.event = max(h.event) OVER ({together}) AND NOT h.removed"
            return _each(mine, last)
        case "set column" if "cleared" in held:
            values = {c: _last(c, f"'{c}'" in inserted) for c in mine}
        case "set column":
            values = {c: f'arg_max(h."{c}", h.event)' for c in mine}
        case "replaced whole":
            values = {c: f'arg_max_null(h."{c}", h.event)' for c in mine}
        case other:
            raise ValueError(f"tables/{table.name}.sql: rows can't be {other!r}")
    keys = [f'h."{key}"' for key in table.key]
    picked = [f'{value} AS "{c}"' for c, value in values.items() if c not in table.key]
    own = " FILTER (NOT h.beside)" if "beside" in held else ""
    return (
        f"SELECT {', '.join(['s.production', *keys, *picked])}, min(h.event) AS first_event,\n"
        f"    arg_max(h.stream, h.event){own} || '@' || max(h.event){own} AS address\n"
        f"    FROM {source}\n    GROUP BY {', '.join(['s.production', *keys])}"
    )


def _last(column: str, emptied: bool) -> str:
    """The last value of a column; one that no insert names is never emptied, which is quicker to look up."""
    if not emptied:
        return f'arg_max(h."{column}", h.event)'
    said = f"h.\"{column}\" IS NOT NULL OR list_contains(h.cleared, '{column}')"
    return f'arg_max_null(h."{column}", h.event) FILTER ({said})'


def _each(columns: list[str], source: str) -> str:
    listed = ", ".join(f'h."{c}"' for c in columns)
    return (
        f"SELECT s.production, {listed}, h.event AS first_event, h.stream || '@' || h.event AS address\n"
        f"    FROM {source}"
    )


def _recorded(table: Table) -> str:
    listed = ", ".join(f'h."{c}"' for c in table.columns)
    return (
        f"SELECT h.stream AS production, {listed}, h.stream || '@' || h.event AS address\n"
        f"FROM {table.history} h WHERE {_MOMENT}"
    )
