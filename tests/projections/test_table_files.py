"""Each table is one file that says what it is; nothing else needs to know of it."""

import re
from pathlib import Path

import pytest

from cineledger.domain.registry import EVENTS
from cineledger.projections import table as module
from cineledger.projections.answers import columns
from cineledger.projections.digest import table_digests
from cineledger.projections.reader import Reader
from cineledger.projections.table import FOLDER, Table, read_table

every_table = pytest.mark.parametrize("table", module.tables(), ids=lambda table: table.name)


@every_table
def test_every_column_has_its_sentence(table: Table, tables: Reader) -> None:
    """The header names exactly the columns shown, each with a sentence that ends like one."""
    shown = [row["column_name"] for row in tables.rows(f"DESCRIBE {table.name}")]
    past = [row["column_name"] for row in tables.rows(f"DESCRIBE FROM {table.name}_at('pilot')")]
    assert shown == past == list(table.sentences())
    for column, sentence in table.columns.items():
        assert sentence.endswith(".") and len(sentence) > 10, column


@every_table
def test_every_table_says_what_it_is(table: Table) -> None:
    """Question, grain, who asks; keys and what stays outside the digest are columns of its own."""
    assert table.question.endswith("?")
    assert table.grain and table.asked_by
    assert set(table.key) <= set(table.columns)
    assert table.outside <= set(table.columns)


@every_table
def test_a_table_reads_what_it_says(table: Table) -> None:
    """The events named in the header are those that the SQL picks out, and they exist."""
    named = set(re.findall(r"'([A-Z]\w+)'", " ".join(table.inserts))) & EVENTS.keys()
    if table.reads is None:
        assert "WHERE type" not in " ".join(table.inserts)
        return
    assert table.reads <= EVENTS.keys()
    assert named == table.reads - ({"ProductionForked"} if table.name == "productions" else set())


@every_table
def test_what_a_table_empties_is_named_in_its_inserts(table: Table, tables: Reader) -> None:
    """The template looks there for the columns that may be empty again."""
    if "cleared" in table.create:
        rows = tables.rows(f"SELECT DISTINCT unnest(cleared) AS name FROM {table.history}")
        assert all(f"'{row['name']}'" in " ".join(table.inserts) for row in rows)


def test_every_event_can_be_found(film: Path) -> None:
    """No event type is left out by all tables but that of events, save those that only move a debate on."""
    read = set().union(*(table.reads or set() for table in module.tables()))
    assert EVENTS.keys() - read == {"ProposalRuled"}


def test_adding_a_table_is_adding_a_file(film: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file put into the folder is a table, with its past and its sentences, and changes no other's digest."""
    with Reader(film) as reader:
        before = table_digests(reader, "pilot")
    for path in FOLDER.glob("*.sql"):
        (tmp_path / path.name).write_text(path.read_text("utf-8"), "utf-8")
    (tmp_path / "turns.sql").write_text(
        "-- turns: which rounds were opened?\n"
        "-- Grain:    one row a round\n"
        "-- Reads:    RoundOpened\n"
        "-- Asked by: nobody\n"
        "-- Rows:     set once\n"
        "-- Key:      number\n"
        "-- Columns:\n"
        "--   number: The event's number.\n"
        "--   round: The round, from 1,\n"
        "--     as it goes on here.\n"
        "CREATE TABLE turns_history (stream VARCHAR, event BIGINT, position BIGINT, number BIGINT, round BIGINT);\n"
        "INSERT INTO turns_history BY NAME SELECT stream, number AS event, position, number,\n"
        "(fact->>'round')::BIGINT AS round FROM batch WHERE type = 'RoundOpened';\n",
        "utf-8",
    )
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    module.tables.cache_clear()
    try:
        with Reader(film) as reader:
            rounds = reader.rows("SELECT number, round FROM turns_at('pilot') ORDER BY number")
            after = table_digests(reader, "pilot")
            assert reader.query("from turns").num_rows >= len(rounds)
        assert rounds and rounds[0]["round"] == 1
        assert {name: after[name] for name in before} == before
        assert columns("TURNS")[2]["sentence"] == "The round, from 1, as it goes on here."
    finally:
        monkeypatch.undo()
        module.tables.cache_clear()


def test_a_header_that_says_too_little_is_a_bug() -> None:
    """A file without its questions answered does not load."""
    with pytest.raises(ValueError, match="Grain"):
        read_table("x", "-- x: what?\n-- Columns:\n--   a: A column.\nCREATE TABLE x_history (a INT);\n")


def test_types_and_sentences_are_told_together(film: Path) -> None:
    """`Reader.tables` gives every column with its type; `columns` the same without a studio."""
    with Reader(film) as reader:
        told = reader.tables()
    assert [(c.table, c.column, c.sentence) for c in told] == [tuple(row.values()) for row in columns()]
    assert {c.type for c in told} >= {"VARCHAR", "BIGINT", "DECIMAL(24,12)", "VARCHAR[]", "JSON", "BOOLEAN"}
