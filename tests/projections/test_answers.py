"""Answers as tables, CSV, JSON and Parquet."""

import io
import json
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cineledger.domain.refusal import Refused
from cineledger.projections.answers import columns, rendered

ANSWER = pa.table(
    {
        "name": ["ZOË", "日本", None],
        "cost": pa.array([Decimal("0.10"), None, Decimal("2.00")]),
        "cast": [["A", "B"], [], None],
        "odd": ["=1+1", 'a "b"', "c\nd"],
        "score": [1.5, float("nan"), None],
        "sure": [True, False, None],
    }
)


def test_json_is_exact_and_valid() -> None:
    """Decimals stay exact as strings, what is no number in JSON is one neither, nothing is null."""
    rows = json.loads(rendered(ANSWER, "json"), parse_constant=lambda c: pytest.fail(c))
    assert rows[0] == {
        "name": "ZOË",
        "cost": "0.10",
        "cast": ["A", "B"],
        "odd": "=1+1",
        "score": 1.5,
        "sure": True,
    }
    assert rows[1]["score"] == "nan" and rows[2]["name"] is None


def test_csv_is_exact() -> None:
    """Data are not altered for spreadsheets; lists are joined by commas."""
    lines = rendered(ANSWER, "csv").decode()
    assert lines.startswith("name,cost,cast,odd,score,sure\n")
    assert 'ZOË,0.10,"A, B",=1+1,1.5,true\n' in lines
    assert '日本,,,"a ""b""",nan,false\n' in lines


def test_a_table_lines_up() -> None:
    """Columns are as wide as their widest cell, wide letters counted twice; a cell stays on its line."""
    first, rule, zoe, japan, last = rendered(ANSWER.select(["name", "odd"]), "table").decode().splitlines()
    assert (first, rule) == ("name  odd", "────  ─────")
    assert (zoe, japan, last) == ("ZOË   =1+1", '日本  a "b"', "      c⏎d")


def test_nothing_is_a_heading() -> None:
    """An empty answer still names its columns."""
    assert rendered(ANSWER.slice(0, 0), "csv") == b"name,cost,cast,odd,score,sure\n"
    assert rendered(ANSWER.slice(0, 0), "json") == b"[]\n"
    assert rendered(ANSWER.slice(0, 0).select(["odd"]), "table") == "odd\n───\n".encode()


def test_parquet_keeps_types() -> None:
    """A program reads back what the query gave."""
    assert pq.read_table(io.BytesIO(rendered(ANSWER, "parquet"))).schema.equals(ANSWER.schema)


def test_unknown_formats_and_tables_are_refused() -> None:
    """With what there is."""
    with pytest.raises(Refused, match="xlsx is no format"):
        rendered(ANSWER, "xlsx")
    with pytest.raises(Refused) as refusal:
        columns("shotz")
    assert refusal.value.hint == "Did you mean shots?"
