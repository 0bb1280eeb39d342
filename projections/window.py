"""The tables of one production as one event left them, and nothing beside: what a mind may look at."""

import atexit
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from cineledger.domain.address import Address
from cineledger.domain.refusal import Refused
from cineledger.projections.reader import Reader
from cineledger.projections.table import tables

if TYPE_CHECKING:
    import pyarrow as pa
    from duckdb import DuckDBPyConnection

LEFT_OUT = frozenset({"events", "causes", "completions"})
"""How the ledger keeps things, and what other minds answered: nothing of the film."""

COLUMNS = "columns"
"""The table of what there is to look at."""


def seen_from_a_window() -> list[str]:
    """The tables that can be looked at."""
    return [table.name for table in tables() if table.name not in LEFT_OUT]


class Windows:
    """Windows of one studio, one open at a time, from many threads: its tables are made anew only for what is new."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._lock = folder, Lock()
        self._reader: Reader | None = None
        atexit.register(self.close)

    @contextmanager
    def open(self, at: Address) -> Iterator["Window"]:
        """A production as an event left it; refuses an event that is not there."""
        with self._lock:
            with _told():
                reader = self._renewed(at)
            yield Window(reader, at)

    def close(self) -> None:
        """Lets go of the tables."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def _renewed(self, at: Address) -> Reader:
        reader = self._reader or Reader(self._folder)
        if reader.ledger.position(at) > reader.position:
            reader.close()
            reader = Reader(self._folder)
        self._reader = reader
        return reader


class Window:
    """A production as an event left it, its own past included."""

    def __init__(self, reader: Reader, at: Address) -> None:
        self._reader, self._at = reader, at

    @property
    def reader(self) -> Reader:
        """All tables of the studio, for our own statements: whoever uses it keeps to this production and moment."""
        return self._reader

    def query(self, sql: str, *, seconds: float) -> "pa.Table":
        """What one SELECT statement returns that sees no production but this; refuses anything else.

        The tables that it names are copied to where no other is, so that no statement, however put, finds more.
        """
        import duckdb

        from cineledger.projections.door import ask

        named = [name for name in seen_from_a_window() if re.search(rf"\b{name}\b", sql, re.IGNORECASE)]
        with duckdb.connect(config={"memory_limit": "1GB", "temp_directory": ""}) as apart:
            for name in named:
                _copy(apart, name, self._table(name))
            if re.search(rf"\b{COLUMNS}\b", sql, re.IGNORECASE):
                _copy(apart, COLUMNS, _columns())
            for setting in (
                "enable_external_access = false",
                "python_enable_replacements = false",
                "lock_configuration = true",
            ):
                apart.execute(f"SET {setting}")
            return ask(apart, sql, moment=None, seconds=seconds)

    def rows(self, sql: str, params: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """What our own statement returns; in it `$at` stands for the production and the number, as past tables want."""
        place = f"'{self._at.production}', {self._at.number}"
        with _told():
            return self._reader.rows(sql.replace("$at", place), params)

    def _table(self, name: str) -> "pa.Table":
        place = [self._at.production, self._at.number]
        with _told():
            return self._reader.arrow(f"FROM {name}_at(?, ?)", place)


@contextmanager
def _told() -> Iterator[None]:
    """Trouble with the tables as a refusal: nobody looks in vain at the cost of what they were doing."""
    import duckdb

    try:
        yield
    except (duckdb.Error, OSError) as error:
        raise Refused("the tables can't be read just now", "Go on without them.") from error


def _copy(connection: "DuckDBPyConnection", name: str, rows: "pa.Table") -> None:
    connection.register("incoming", rows)
    connection.execute(f"CREATE TABLE {name} AS FROM incoming")
    connection.unregister("incoming")


def _columns() -> "pa.Table":
    """Every column that can be looked at, with its sentence."""
    import pyarrow as pa

    found = [
        {"table": table.name, "column": column, "sentence": sentence}
        for table in tables()
        if table.name not in LEFT_OUT
        for column, sentence in table.sentences().items()
    ]
    return pa.Table.from_pylist(found)
