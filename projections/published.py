"""A studio's tables in a file of its cache, so that readers take in only what came after; losing it loses nothing."""

import hashlib
import os
import shutil
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from cineledger.domain.ledger import document
from cineledger.domain.ledger.store import FILE
from cineledger.domain.registry import EVENTS
from cineledger.projections import projector
from cineledger.projections.alone import alone
from cineledger.projections.projector import HERE, Projector, Told, reading

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LONG = 2_500
"""Events beyond the file that a reader takes in by itself; a file of many more waits for a fiftieth of them."""

PATIENCE = 60
"""Seconds to wait for another process that is publishing; after that a reader takes everything in by itself."""

VAST = 200_000
"""Events that are never made into tables in memory: where they can't be published, a file for once holds them."""

MEMORY = "600MB"
"""What publishing may take of memory; what does not fit goes to a folder beside the file."""

THREADS = 1
"""On two cores a second thread made no file sooner, and took a sixth more CPU."""


class Published:
    """The file of one ledger's tables, as this version of the program makes them."""

    def __init__(self, folder: Path, cache: Path | None = None) -> None:
        """`cache` is where the file lies, by default in the studio."""
        self._folder = folder
        self._cache = folder / "cache" if cache is None else cache
        self.path = self._cache / f"tables-{version()}.duckdb"
        self.part = self.path.with_suffix(".part")
        """What is to take its place, while it is made."""

    def attach(self, connection: "DuckDBPyConnection") -> int:
        """Attaches the file read-only as `published`; the position it holds, or 0 for one that is not there, is
        damaged, or was not made from this ledger."""
        import duckdb

        if not self.path.is_file():
            return 0
        try:
            connection.execute(f"ATTACH '{_quoted(self.path)}' AS published (READ_ONLY)")
            found = connection.execute("SELECT position, mark FROM published.progress").fetchall()
            (position, mark) = found[0]
            if position and mark == mark_of(self._folder, position):
                return int(position)
        except (duckdb.Error, LookupError, TypeError, ValueError):
            pass
        with suppress(duckdb.Error):
            connection.execute("DETACH DATABASE IF EXISTS published")
        return 0

    def behind(self, position: int) -> int:
        """How many events came after a position."""
        with reading(self._folder / FILE) as cursor:
            cursor.execute("SELECT max(position) FROM stored_events")
            (last,) = cursor.fetchone()
        return int(last or 0) - position

    def worth_publishing(self, position: int) -> bool:
        """True where a reader would take long over what came after a position."""
        return self.behind(position) >= max(LONG, position // 50)

    def publish(self, told: Told = lambda taken: None) -> None:
        """Puts a file that holds everything in the place of what is there, in one step.

        A folder that can't be written, a full disk or a file that can't be read leaves everything as it is.
        """
        import duckdb

        with suppress(OSError, duckdb.Error):
            self._cache.mkdir(parents=True, exist_ok=True)
            with alone(self._cache / "tables.lock", PATIENCE) as held:
                if held:
                    self._renew(told)

    def forget(self) -> None:
        """Takes a damaged file away."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)

    def _renew(self, told: Told) -> None:
        """While nobody else does: a copy caught up, or a file from nothing, takes the file's place."""
        import duckdb

        with duckdb.connect() as connection:
            held = self.attach(connection)
        if not self.worth_publishing(held):
            return  # somebody published while this process waited
        self._sweep()
        try:
            if held:
                shutil.copyfile(self.path, self.part)
            with duckdb.connect(
                str(self.part),
                config={"memory_limit": MEMORY, "temp_directory": f"{self.part}.tmp", "threads": THREADS},
            ) as connection:
                filled = Projector(connection, self._folder)
                filled.catch_up(told=told)
                connection.execute("UPDATE progress SET mark = ?", [mark_of(self._folder, filled.position)])
                connection.execute("CHECKPOINT")
            os.replace(self.part, self.path)
        finally:
            self._sweep()

    def _sweep(self) -> None:
        """Removes what killed publishers and other versions left; called by the one who publishes."""
        for left in self._cache.glob("tables-*"):
            if left == self.path:
                continue
            with suppress(OSError):
                shutil.rmtree(left) if left.is_dir() else left.unlink()


def mark_of(folder: Path, position: int) -> str | None:
    """SHA-256 over the event at a position as it is stored, seal included; None where there is none."""
    with reading(folder / FILE) as cursor:
        cursor.execute(
            "SELECT originator_id, originator_version, topic, CAST(state AS TEXT) FROM stored_events "
            "WHERE position = ?",
            (position,),
        )
        row = cursor.fetchone()
    return None if row is None else hashlib.sha256(repr(tuple(row)).encode()).hexdigest()


@cache
def version() -> str:
    """A hash over all that decides what rows events become: a file of another version is never read."""
    import duckdb

    made = hashlib.sha256(duckdb.__version__.encode())
    for path in sorted(HERE.rglob("*.sql")):
        made.update(path.name.encode() + path.read_bytes())
    for module in (projector, document):
        made.update(Path(str(module.__file__)).read_bytes())
    for name, event in sorted(EVENTS.items()):
        made.update(f"{name} {event.VERSION}".encode())
    return made.hexdigest()[:16]


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
