"""Answers to queries as a table of text, CSV, JSON or Parquet; and what there is to ask about."""

import csv
import io
import json
import math
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from cineledger.domain.refusal import Refused
from cineledger.projections.nearest import refuse_unknown
from cineledger.projections.table import tables

if TYPE_CHECKING:
    import pyarrow as pa

FORMATS = ("table", "csv", "json", "parquet")


def rendered(table: "pa.Table", form: str) -> bytes:
    """A query's result in one of `FORMATS`; refuses another. Data are written exactly as they are."""
    match form:
        case "table":
            return text_table(table.column_names, _rows(table)).encode()
        case "csv":
            return csv_table(table.column_names, _rows(table)).encode()
        case "json":
            return json_table(table.column_names, _rows(table)).encode()
        case "parquet":
            return _parquet(table)
    raise Refused(f"{form} is no format for rows", f"Use {', '.join(FORMATS)}.")


def columns(table: str | None = None) -> list[dict[str, str]]:
    """Every column, or those of one table, in the order shown: table, column, sentence; refuses an unknown table."""
    chosen = [t for t in tables() if table is None or t.name == table.casefold()]
    if table is not None and not chosen:
        refuse_unknown(
            f"there is no table {table}", table, [t.name for t in tables()], "See: cineledger tables"
        )
    return [
        {"table": t.name, "column": name, "sentence": sentence}
        for t in chosen
        for name, sentence in t.sentences().items()
    ]


def text_table(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """Columns under their names, one row a line; line breaks inside a cell are shown as ⏎."""
    cells = [[_cell(value).replace("\r\n", "\n").replace("\n", "⏎") for value in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(names, *cells, strict=True)]
    lines = [names, ["─" * width for width in widths], *cells]
    return "".join(
        "  ".join(cell + " " * (w - _width(cell)) for cell, w in zip(line, widths, strict=True)).rstrip()
        + "\n"
        for line in lines
    )


def csv_table(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """RFC 4180 with a header, but for line ends, which are \\n; nothing for null, lists joined by commas."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def json_table(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """A list of objects; decimals and times as strings, so that they stay exact."""
    return (
        json.dumps([dict(zip(names, map(_plain, row), strict=True)) for row in rows], ensure_ascii=False)
        + "\n"
    )


def _rows(table: "pa.Table") -> list[tuple[Any, ...]]:
    columns = [_values(name, column) for name, column in zip(table.column_names, table.columns, strict=True)]
    return list(zip(*columns, strict=True))


def _values(name: str, column: Any) -> list[Any]:
    """A column's values; times with nanoseconds as text. Refuses what Python has no value for, say the year 10000."""
    import pyarrow as pa

    try:
        fine = pa.types.is_time64(column.type) and column.type.unit == "ns"
        return list((column.cast(pa.string()) if fine else column).to_pylist())
    except (ArithmeticError, ValueError, NotImplementedError) as error:
        raise Refused(f"a value of {name} can't be shown: {error}", f'Cast it: "{name}"::VARCHAR') from error


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and not any(isinstance(item, list | dict) for item in value):
        return ", ".join(map(_cell, value))
    if isinstance(value, list | dict):
        return json.dumps(_plain(value), ensure_ascii=False)
    return str(value)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, str | int) or (isinstance(value, float) and math.isfinite(value)):
        return value
    return str(value)


def _width(text: str) -> int:
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def _parquet(table: "pa.Table") -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    try:
        pq.write_table(table, out)
    except (pa.ArrowNotImplementedError, pa.ArrowInvalid) as error:
        raise Refused(
            f"Parquet can't hold this: {error}", "Cast it to VARCHAR, or use --format json."
        ) from error
    return out.getvalue()
