"""From events to tables: one INSERT … SELECT a table from each batch, the same for a rebuild and for catching up."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cineledger.domain.ledger.document import upcast
from cineledger.domain.ledger.store import FILE, reading_uri
from cineledger.domain.refusal import Refused
from cineledger.domain.registry import EVENTS
from cineledger.projections.table import tables
from cineledger.projections.template import END

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

BATCH = 122_880
"""Events taken in at a time, as many as DuckDB keeps rows together: bounds memory, changes no row."""

TRANSACTION = 2 * BATCH
"""Events after which a long step is committed: DuckDB writes what a transaction adds in one piece."""

FETCH = 16_384
"""Rows the SQLite reader hands over at a time."""

HERE = Path(__file__).parent

_ENVELOPE = """
CREATE OR REPLACE TEMP TABLE batch AS
SELECT position, stream, number, type, d.*
FROM (
    SELECT position, originator_id AS stream, originator_version AS number, topic AS type, from_json(state, '{
        "version": "BIGINT", "actor": "VARCHAR", "time": "VARCHAR", "caused_by": ["BIGINT"],
        "reaction": ["VARCHAR"], "command": "VARCHAR", "batch": ["BIGINT"], "asked": ["VARCHAR"],
        "fact_hash": "VARCHAR", "fact": "JSON"}') AS d
    FROM incoming
)"""

_BASE = {"progress": "position", "births": "position", "slices": "born"}
"""The tables of `base.sql`, and the column of each by which a moment cuts it."""

_INTO = re.compile(r"\bINSERT INTO (?=\w)")


class _Kind(NamedTuple):
    """A batch's events of one type and version."""

    type: str
    version: int
    events: int
    facts: int
    last: int
    """The position of the last of them."""


PATIENCE = 10_000
"""Milliseconds to wait where somebody locks the ledger, as SQLite does for a moment when it tidies up its log."""

Told = Callable[[int], object]
"""Hears after each batch how many events were taken in by then."""


@contextmanager
def reading(ledger: Path) -> Iterator[Any]:
    """A cursor over the ledger that only reads, and waits for who locks it; refuses a file that can't be read."""
    from adbc_driver_sqlite import dbapi

    try:
        with dbapi.connect(reading_uri(ledger)) as store, store.cursor() as cursor:
            cursor.execute(f"PRAGMA busy_timeout = {PATIENCE}")
            cursor.fetchall()
            yield cursor
    except dbapi.Error as error:
        if "locked" in str(error):
            raise sqlite3.OperationalError(str(error)) from error
        raise Refused(
            f"the ledger {ledger} can't be read: {error}", "See what is wrong with: cineledger verify"
        ) from error


class Projector:
    """Keeps the history of every table in a DuckDB connection, or its tail over a published file."""

    def __init__(
        self,
        connection: "DuckDBPyConnection",
        folder: Path,
        *,
        over: int = 0,
        cut: int | None = None,
    ) -> None:
        """`over` is the position that the file attached as `published` holds, 0 for none; `cut` the position
        beyond which nothing of it is seen."""
        self.connection = connection
        self._ledger = folder / FILE
        if not self._ledger.exists():
            raise Refused(f"there is no studio in {folder}", "Open a production first: cineledger open NAME")
        self._schema = "tail" if over else "main"
        self._births = self._into((HERE / "births.sql").read_text("utf-8"))
        self._inserts = [
            (table, [(table.read_by(insert), self._into(insert)) for insert in table.inserts])
            for table in tables()
        ]
        if over:
            self._lay(over, cut)
        elif not self._value("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'progress'"):
            self._make()

    @property
    def position(self) -> int:
        """The position up to which events are in the tables."""
        return int(self._value(f"SELECT max(position) FROM {self._schema}.progress"))

    def catch_up(self, *, upto: int = END, batch: int = BATCH, told: Told = lambda taken: None) -> int:
        """Takes in all events that are new, up to a position; returns how many."""
        with reading(self._ledger) as cursor:
            return self._drain(cursor, upto, batch, told)

    def _drain(self, cursor: Any, upto: int, batch: int, told: Told) -> int:
        """Takes in batch after batch until nothing is left; of a transaction, all or nothing."""
        run = self.connection.execute
        taken = committed = 0
        cursor.adbc_statement.set_options(**{"adbc.sqlite.query.batch_rows": str(FETCH)})
        run("BEGIN")
        try:
            while True:
                cursor.execute(
                    "SELECT position, originator_id, originator_version, topic, CAST(state AS TEXT) AS state "
                    "FROM stored_events WHERE position > ? AND position <= ? ORDER BY position LIMIT ?",
                    (self.position, upto, batch),
                )
                added = self._take(cursor.fetch_record_batch())
                taken += added
                told(taken)
                if added < batch:
                    break
                if taken - committed >= TRANSACTION:
                    run("COMMIT")
                    run("BEGIN")
                    committed = taken
            run("COMMIT")
        except BaseException:
            run("ROLLBACK")
            raise
        finally:
            self.connection.unregister("incoming")
        return taken

    def _take(self, incoming: Any) -> int:
        """One batch: its rows and its last position."""
        run = self.connection.execute
        self.connection.register("incoming", incoming)
        kinds = self._unpack()
        if kinds:
            self._upcast({(kind.type, kind.version) for kind in kinds})
            types = {kind.type for kind in kinds}
            if not types.isdisjoint({"ProductionOpened", "ProductionForked"}):
                run(self._births)
            for table, inserts in self._inserts:
                if table.concerns(types):
                    for read, insert in inserts:
                        if read is None or not read.isdisjoint(types):
                            run(insert)
            run(f"UPDATE {self._schema}.progress SET position = ?", [max(kind.last for kind in kinds)])
        run("DROP TABLE batch")
        return sum(kind.events for kind in kinds)

    def _unpack(self) -> list[_Kind]:
        """The events that came in as `batch`, their envelopes opened: which kinds; refuses what is no record."""
        import duckdb

        try:
            self.connection.execute(_ENVELOPE)
            rows = self.connection.execute(
                "SELECT type, version, count(*), count(fact), max(position) FROM batch GROUP BY ALL"
            ).fetchall()
            kinds = [_Kind(*row) for row in rows]
            if all(kind.version is not None and kind.facts == kind.events for kind in kinds):
                return kinds
            reason = "a record lacks its fact"
        except duckdb.Error as error:
            reason = str(error).partition("\n")[0]
        raise Refused(
            f"an event of the ledger can't be read: {reason}", "See what is wrong with: cineledger verify"
        )

    def _upcast(self, kinds: set[tuple[str, int]]) -> None:
        """Brings the batch's older facts up to today's version; refuses what a newer version wrote."""
        for kind, version in sorted(kinds):
            if kind in EVENTS and version == EVENTS[kind].VERSION:
                continue
            older = self.connection.execute(
                "SELECT position, stream || '@' || number, fact FROM batch WHERE type = ? AND version = ?",
                [kind, version],
            ).fetchall()
            for position, place, fact in older:
                self.connection.execute(
                    "UPDATE batch SET fact = ? WHERE position = ?",
                    [upcast(kind, version, fact, place), position],
                )

    def _into(self, statement: str) -> str:
        """A statement that adds to this projector's own tables, and reads what is seen."""
        return _INTO.sub(f"INSERT INTO {self._schema}.", statement)

    def _make(self) -> None:
        """Empty histories."""
        run = self.connection.execute
        run("BEGIN")
        run((HERE / "base.sql").read_text("utf-8"))
        for table in tables():
            run(table.create)
        run("COMMIT")

    def _lay(self, over: int, cut: int | None) -> None:
        """Empty histories for the tail, and under each history's name what was published with the tail after it."""
        run = self.connection.execute
        run("CREATE SCHEMA tail")
        run("SET schema = 'tail'")
        self._make()
        run("SET schema = 'main'")
        run("UPDATE tail.progress SET position = ?", [over])
        places = {**_BASE, **{table.history: "position" for table in tables()}}
        run("BEGIN")
        for name, place in places.items():
            seen = f"FROM published.{name}" + ("" if cut is None else f" WHERE {place} <= {cut}")
            run(f"CREATE VIEW {name} AS {seen} UNION ALL FROM tail.{name}")
        run("COMMIT")

    def _value(self, sql: str) -> Any:
        return self.connection.execute(sql).fetchall()[0][0]
