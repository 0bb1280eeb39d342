"""A studio's tables, rebuilt in memory from its ledger: all that was committed before it was opened."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cineledger.domain.address import Address
from cineledger.domain.ledger import Ledger
from cineledger.projections.table import tables

if TYPE_CHECKING:
    import pyarrow as pa

MEMORY = "2GB"
"""What all tables and queries of a reader may take."""


class Column(NamedTuple):
    """A column of a table, and what it says."""

    table: str
    column: str
    type: str
    sentence: str


class Reader:
    """Every table as the ledger's events leave it, or as one event left it; a context manager."""

    def __init__(self, folder: Path, at: Address | None = None) -> None:
        """`at` cuts the whole ledger at that event's position; refuses an event that is not there."""
        import duckdb

        from cineledger.projections.projector import Projector
        from cineledger.projections.template import END

        self.moment: int | None = None
        if at is not None:
            with Ledger(folder) as ledger:
                self.moment = ledger.position(at)
        self.connection = duckdb.connect(
            config={"memory_limit": MEMORY, "temp_directory": "", "allow_community_extensions": "false"}
        )
        try:
            projector = Projector(self.connection, folder)
            projector.catch_up(upto=END if self.moment is None else self.moment)
            self.position = projector.position
            self._lock()
        except BaseException:
            self.connection.close()
            raise

    def __enter__(self) -> "Reader":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the tables."""
        self.connection.close()

    def _lock(self) -> None:
        """From here on no file, network, extension or setting can be reached."""
        for setting in (
            f"VARIABLE moment = {'NULL' if self.moment is None else self.moment}",
            "enable_external_access = false",
            "python_enable_replacements = false",
            "autoinstall_known_extensions = false",
            "autoload_known_extensions = false",
            "lock_configuration = true",
        ):
            self.connection.execute(f"SET {setting}")

    def query(self, sql: str, *, seconds: float = 60, stuck: Callable[[], None] | None = None) -> "pa.Table":
        """What a user's one SELECT statement returns; refuses anything else, and what takes too long.

        `stuck` is called from another thread where what takes too long can't be stopped.
        """
        from cineledger.projections.door import ask

        return ask(self.connection, sql, moment=self.moment, seconds=seconds, stuck=stuck)

    def rows(self, sql: str, params: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """What our own statement returns, a dict a row."""
        result = self.connection.execute(sql, list(params))
        names = [column[0] for column in result.description or ()]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    def tables(self) -> list[Column]:
        """Every column of every table that people read, in the order shown."""
        found = self.rows("SELECT table_name, column_name, data_type FROM duckdb_columns()")
        types = {(row["table_name"], row["column_name"]): row["data_type"] for row in found}
        return [
            Column(table.name, column, types[table.name, column], sentence)
            for table in tables()
            for column, sentence in table.sentences().items()
        ]
