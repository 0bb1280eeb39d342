"""SQLite behind the `eventsourcing` library, with positions that are never used again."""

import json
import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple
from urllib.parse import quote

from eventsourcing.persistence import EventStore, IntegrityError, Notification, OperationalError, StoredEvent
from eventsourcing.sqlite import SQLITE3_DEFAULT_LOCK_TIMEOUT, SQLiteApplicationRecorder, SQLiteDatastore

from cineledger.domain.ledger.document import DocumentMapper, as_bytes, bears
from cineledger.domain.record import Record
from cineledger.domain.refusal import Refused

FILE = "ledger.sqlite"
LAYOUT = 0
"""What SQLite's user_version says; raise it where the table changes."""
COLUMNS = ["position", "originator_id", "originator_version", "topic", "state"]

DEEPEST = 10_000
"""Forks of forks whose births are read at once; deeper ones follow in another step."""

OPENING_TRIES = 100
"""Times to look again, 50 ms apart, when others open the same new file."""


def is_fixed(path: Path) -> bool:
    """Whether nobody can write to a ledger, so that SQLite needs no file beside it to read it."""
    return (
        path.exists()
        and not os.access(path.parent, os.W_OK)
        and not path.with_name(path.name + "-wal").exists()
    )


def reading_uri(path: Path) -> str:
    """What to open a ledger by, only to read."""
    return f"file:{quote(str(path.absolute()))}?mode=ro" + ("&immutable=1" if is_fixed(path) else "")


class Follows(NamedTuple):
    """What has to stand in the store before what is inserted: this record, under this seal."""

    stream: str
    number: int
    seal: str


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
        self._writing = Lock()
        self._writer: sqlite3.Connection | None = None

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

    def insert_events(
        self, stored_events: Sequence[StoredEvent], *, follows: Sequence[Follows] = (), **_: Any
    ) -> None:
        """All of them or none; refuses a chain that does not go on from what is stored."""
        with self._writing:
            writer = self._open_writer()
            writer.execute("BEGIN")
            try:
                writer.executemany(
                    self.insert_events_statement,
                    [(e.originator_id, e.originator_version, e.topic, e.state) for e in stored_events],
                )
                for follow in follows:
                    self._must_stand(writer, follow)
                writer.execute("COMMIT")
            except sqlite3.IntegrityError as error:
                writer.execute("ROLLBACK")
                raise IntegrityError(error) from error
            except BaseException:
                if writer.in_transaction:
                    writer.execute("ROLLBACK")
                raise

    def _open_writer(self) -> sqlite3.Connection:
        """The one connection that writes: the library's pool prepares each statement anew, which takes longer
        than a small transaction does."""
        if self._writer is None:
            pool = self.datastore.pool
            timeout = pool.lock_timeout or SQLITE3_DEFAULT_LOCK_TIMEOUT
            self._writer = sqlite3.connect(
                pool.db_name, uri=True, isolation_level=None, check_same_thread=False, timeout=timeout
            )
        return self._writer

    def close_writer(self) -> None:
        """Closes the connection that writes; the next append opens another."""
        with self._writing:
            if self._writer is not None:
                self._writer.close()
                self._writer = None

    def _must_stand(self, writer: sqlite3.Connection, follows: Follows) -> None:
        row = writer.execute(
            f"SELECT state FROM {self.events_table_name} WHERE originator_id = ? AND originator_version = ?",
            (follows.stream, follows.number),
        ).fetchone()
        if row is None or not bears(as_bytes(row[0]), follows.seal):
            raise Refused(
                f"the ledger holds no {follows.stream}@{follows.number} under the seal that this goes on from",
                f"See what is wrong with: cineledger verify {follows.stream}",
            )

    def select_soundness(self) -> str:
        """What SQLite says of its file: ok, or the first thing that is wrong with it."""
        with self.datastore.transaction(commit=False) as c:
            c.execute("PRAGMA integrity_check(1)")
            return str(c.fetchone()[0])

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

    def select_firsts(self, streams: Sequence[str]) -> list[Stored]:
        """Event number 1 of each of the streams that has one."""
        where = "originator_version = 1 AND originator_id IN (SELECT value FROM json_each(?))"
        return list(self._stored(where, json.dumps(streams))) if streams else []

    def select_stored(self, stream: str) -> Iterator[Stored]:
        """Every row of a stream, by number."""
        return self._stored("originator_id = ? ORDER BY originator_version", stream)

    def select_stored_like(self, prefix: str) -> Iterator[Stored]:
        """Every row of the streams whose names begin so, as they lie in the file, which is read along once."""
        return self._stored("substr(originator_id, 1, length(?1)) = ?1 ORDER BY position", prefix)

    def select_ancestry(self, stream: str) -> list[StoredEvent]:
        """The births of a stream and of all it was forked from, nearest first."""
        table = self.events_table_name
        with self.datastore.transaction(commit=False) as c:
            c.execute(
                "WITH RECURSIVE up(depth, stream) AS (VALUES (0, ?) UNION SELECT depth + 1, "
                f"json_extract(CAST(state AS TEXT), '$.fact.parent') FROM up JOIN {table} "
                "ON originator_id = stream AND originator_version = 0 AND topic = 'ProductionForked' "
                "AND json_valid(CAST(state AS TEXT)) WHERE depth < ?) "
                f"SELECT stream, topic, state FROM up JOIN {table} "
                "ON originator_id = stream AND originator_version = 0 ORDER BY depth",
                (stream, DEEPEST),
            )
            return [StoredEvent(row["stream"], 0, row["topic"], row["state"]) for row in c.fetchall()]

    def select_unborn(self) -> list[str]:
        """Productions that lack a record 0: streams whose names hold a colon are no productions."""
        with self.datastore.transaction(commit=False) as c:
            c.execute(
                f"SELECT originator_id FROM {self.events_table_name} "
                "WHERE instr(originator_id, ':') = 0 "
                "GROUP BY originator_id HAVING min(originator_version) <> 0 ORDER BY 1"
            )
            return [row["originator_id"] for row in c.fetchall()]

    def _stored(self, where: str, parameter: str) -> Iterator[Stored]:
        with self.datastore.transaction(commit=False) as c:
            c.execute(
                "SELECT position, originator_id, originator_version, topic, state "
                f"FROM {self.events_table_name} WHERE {where}",
                (parameter,),
            )
            for position, stream, number, topic, state in c.sqlite_cursor:
                yield Stored(position, stream, number, topic, as_bytes(state))

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

    def __init__(self, folder: Path, *, create: bool) -> None:
        self.path = (folder / FILE).absolute()
        name = reading_uri(self.path) if is_fixed(self.path) else str(self.path)
        self.datastore = SQLiteDatastore(name, originator_id_type="text", lock_timeout=30)
        self.recorder = PositionedRecorder(self.datastore)
        self._create(create)
        self.events: EventStore[str] = EventStore(DocumentMapper(), self.recorder)
        self._births: dict[str, Record] = {}

    def _create(self, create: bool) -> None:
        """Sees that the tables are there, or makes them; SQLite does not wait its turn where two processes begin
        one file."""
        for left in reversed(range(OPENING_TRIES)):
            try:
                if self._is_laid_out():
                    return
                if not create:
                    raise Refused(
                        f"{self.path} holds no ledger: it is empty",
                        "Put back a copy; if there never was anything in it, open a production: cineledger open NAME",
                    )
                self.recorder.create_table()
                return
            except (OperationalError, sqlite3.OperationalError) as error:
                if not left or "locked" not in str(error):
                    raise
                time.sleep(0.05)

    def _is_laid_out(self) -> bool:
        """Whether the file holds our table; refuses the layout of a newer version."""
        with self.datastore.transaction(commit=False) as c:
            c.execute("PRAGMA user_version")
            layout = int(c.fetchone()[0])
            c.execute(f"PRAGMA table_info({self.recorder.events_table_name})")
            columns = [row["name"] for row in c.fetchall()]
        if layout > LAYOUT or (columns and columns != COLUMNS):
            raise Refused(
                f"{self.path} is laid out as this version of cineledger does not know: "
                f"layout {layout}, columns {', '.join(columns)}",
                "Use the version that wrote it, or a newer one.",
            )
        return bool(columns)

    def birth(self, stream: str) -> Record | None:
        """Record 0 of a stream, which never changes once it is there; its ancestors' are read with it."""
        if stream not in self._births:
            for stored in self.recorder.select_ancestry(stream):
                born = self.events.mapper.to_domain_event(stored)
                assert isinstance(born, Record)
                self._births[born.stream] = born
        return self._births.get(stream)

    def copy(self, folder: Path) -> None:
        """All that is committed by now, as a ledger in another folder."""
        folder.mkdir(parents=True, exist_ok=True)
        with (
            closing(sqlite3.connect(reading_uri(self.path), uri=True)) as here,
            closing(sqlite3.connect(folder / FILE)) as there,
        ):
            here.backup(there)

    def close(self) -> None:
        """Closes every connection."""
        self.recorder.close_writer()
        self.datastore.close()
