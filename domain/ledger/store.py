"""SQLite behind the `eventsourcing` library, with positions that are never used again."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from eventsourcing.persistence import EventStore, Notification
from eventsourcing.sqlite import SQLiteApplicationRecorder, SQLiteDatastore

from cineledger.domain.ledger.document import DocumentMapper

FILE = "ledger.sqlite"
FETCH = 5_000
"""Rows handed over at a time."""


class Stored(NamedTuple):
    """A row of the store as it is, trusted by nobody."""

    position: int
    stream: str
    number: int
    topic: str
    state: bytes


class PositionedRecorder(SQLiteApplicationRecorder):
    """The library's recorder over a table whose position is declared, so that a vacuum can't move it."""

    def __init__(self, datastore: SQLiteDatastore, events_table_name: str = "stored_events") -> None:
        super().__init__(datastore, events_table_name)
        self.insert_events_statement = (
            f"INSERT INTO {events_table_name} (originator_id, originator_version, topic, state) "
            "VALUES (?,?,?,?)"
        )

    def construct_create_table_statements(self) -> list[str]:
        """Two unique orders: one of the whole store, one of each stream."""
        return [
            f"CREATE TABLE IF NOT EXISTS {self.events_table_name} ("
            "position INTEGER PRIMARY KEY AUTOINCREMENT, "
            "originator_id TEXT NOT NULL, "
            "originator_version INTEGER NOT NULL, "
            "topic TEXT NOT NULL, "
            "state BLOB NOT NULL, "
            "UNIQUE (originator_id, originator_version))",
            f"CREATE INDEX IF NOT EXISTS births ON {self.events_table_name} (originator_version) "
            "WHERE originator_version = 0",
        ]

    def select_births(self) -> list[str]:
        """The names of all streams that have a birth, oldest first."""
        with self.datastore.transaction(commit=False) as c:
            c.execute(
                f"SELECT originator_id FROM {self.events_table_name} "
                "WHERE originator_version = 0 ORDER BY position"
            )
            return [row["originator_id"] for row in c.fetchall()]

    def select_position(self, stream: str, number: int) -> int | None:
        """The position of one event in the whole store."""
        with self.datastore.transaction(commit=False) as c:
            c.execute(
                f"SELECT position FROM {self.events_table_name} "
                "WHERE originator_id = ? AND originator_version = ?",
                (stream, number),
            )
            row = c.fetchone()
            return None if row is None else int(row["position"])

    def select_stored(self, stream: str) -> Iterator[Stored]:
        """Every row of a stream, by number."""
        return self._stored("originator_id = ?", stream)

    def select_stored_like(self, prefix: str) -> Iterator[Stored]:
        """Every row of the streams whose names begin so."""
        return self._stored("substr(originator_id, 1, length(?1)) = ?1", prefix)

    def _stored(self, where: str, parameter: str) -> Iterator[Stored]:
        with self.datastore.transaction(commit=False) as c:
            c.execute(
                "SELECT position, originator_id, originator_version, topic, state "
                f"FROM {self.events_table_name} WHERE {where} ORDER BY originator_id, originator_version",
                (parameter,),
            )
            while rows := c.sqlite_cursor.fetchmany(FETCH):
                for position, stream, number, topic, state in rows:
                    raw = state.encode() if isinstance(state, str) else bytes(state)
                    yield Stored(position, stream, number, topic, raw)

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[Notification]:
        """Events in the order of the whole store."""
        wheres, params = ["1"], list[Any]()
        if start is not None:
            wheres.append("position >= ?" if inclusive_of_start else "position > ?")
            params.append(start)
        if stop is not None:
            wheres.append("position <= ?")
            params.append(stop)
        if topics:
            wheres.append(f"topic IN ({','.join('?' * len(topics))})")
            params.extend(topics)
        with self.datastore.transaction(commit=False) as c:
            c.execute(
                f"SELECT * FROM {self.events_table_name} WHERE {' AND '.join(wheres)} "
                "ORDER BY position LIMIT ?",
                [*params, limit],
            )
            return [
                Notification(
                    row["originator_id"],
                    row["originator_version"],
                    row["topic"],
                    row["state"],
                    id=row["position"],
                )
                for row in c.fetchall()
            ]


class Store:
    """The recorder and the library's event store over it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        self.datastore = SQLiteDatastore(str(self.path), originator_id_type="text", lock_timeout=30)
        self.recorder = PositionedRecorder(self.datastore)
        self.recorder.create_table()
        self.events: EventStore[str] = EventStore(DocumentMapper(), self.recorder)

    def close(self) -> None:
        """Closes every connection."""
        self.datastore.close()
