"""From events to tables: one INSERT … SELECT a table from each batch, the same for a rebuild and for catching up."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from cineledger.domain.ledger.document import upcast
from cineledger.domain.ledger.store import FILE, reading_uri
from cineledger.domain.refusal import Refused
from cineledger.domain.registry import EVENTS
from cineledger.projections.table import tables
from cineledger.projections.template import END, in_order, shown

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

BATCH = 250_000
"""Events taken in at a time, each batch in a transaction of its own: bounds memory, changes no row."""

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


class Projector:
    """Keeps every table of a ledger's folder in an empty DuckDB connection."""

    def __init__(self, connection: "DuckDBPyConnection", folder: Path) -> None:
        self.connection = connection
        self._ledger = folder / FILE
        if not self._ledger.exists():
            raise Refused(f"there is no studio in {folder}", "Open a production first: cineledger open NAME")
        self._tables = tables()
        self._births = (HERE / "births.sql").read_text("utf-8")
        self._make()

    @property
    def position(self) -> int:
        """The position up to which events are in the tables."""
        return int(self._value("SELECT max(position) FROM progress"))

    def catch_up(self, *, upto: int = END, batch: int = BATCH) -> int:
        """Takes in all events that are new, up to a position; returns how many."""
        from adbc_driver_sqlite import dbapi

        try:
            with dbapi.connect(reading_uri(self._ledger)) as store, store.cursor() as cursor:
                return self._drain(cursor, upto, batch)
        except dbapi.Error as error:
            raise Refused(
                f"the ledger {self._ledger} can't be read: {error}",
                "See what is wrong with: cineledger verify",
            ) from error

    def _drain(self, cursor: Any, upto: int, batch: int) -> int:
        """Takes in batch after batch until nothing is left."""
        taken = 0
        cursor.adbc_statement.set_options(**{"adbc.sqlite.query.batch_rows": str(FETCH)})
        while True:
            cursor.execute(
                "SELECT position, originator_id, originator_version, topic, CAST(state AS TEXT) AS state "
                "FROM stored_events WHERE position > ? AND position <= ? ORDER BY position LIMIT ?",
                (self.position, upto, batch),
            )
            added = self._take(cursor.fetch_record_batch())
            taken += added
            if added < batch:
                return taken

    def _take(self, incoming: Any) -> int:
        """One batch: its rows and its last position, or nothing of it."""
        run = self.connection.execute
        self.connection.register("incoming", incoming)
        try:
            run("BEGIN")
            self._unpack()
            kinds = run("SELECT type, version, count(*) FROM batch GROUP BY ALL").fetchall()
            if kinds:
                self._upcast({(kind, version) for kind, version, _ in kinds})
                types = {kind for kind, _, _ in kinds}
                if not types.isdisjoint({"ProductionOpened", "ProductionForked"}):
                    run(self._births)
                for table in self._tables:
                    if table.concerns(types):
                        for insert in table.inserts:
                            run(insert)
                run("UPDATE progress SET position = (SELECT max(position) FROM batch)")
            run("DROP TABLE batch")
            run("COMMIT")
        except BaseException:
            run("ROLLBACK")
            raise
        finally:
            self.connection.unregister("incoming")
        return sum(count for _, _, count in kinds)

    def _unpack(self) -> None:
        """The events that came in as `batch`, their envelopes opened; refuses what is no record."""
        import duckdb

        try:
            self.connection.execute(_ENVELOPE)
            whole = self._value("SELECT count(version) = count(*) AND count(fact) = count(*) FROM batch")
            if whole:
                return
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

    def _make(self) -> None:
        run = self.connection.execute
        run("BEGIN")
        run((HERE / "base.sql").read_text("utf-8"))
        for table in self._tables:
            run(table.create)
        held: dict[str, list[str]] = {}
        for history, column in run("SELECT table_name, column_name FROM duckdb_columns()").fetchall():
            held.setdefault(history, []).append(column)
        for statement in in_order({table.name: shown(table, held[table.history]) for table in self._tables}):
            run(statement)
        run("COMMIT")

    def _value(self, sql: str) -> Any:
        return self.connection.execute(sql).fetchall()[0][0]
