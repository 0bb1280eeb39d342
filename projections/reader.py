"""A studio's tables: its published file with the tail in memory, all that was committed before it was opened."""

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from cineledger.domain.address import Address
from cineledger.domain.ledger import Ledger
from cineledger.domain.ledger.store import FILE
from cineledger.domain.refusal import Refused
from cineledger.projections.table import tables

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray

    from cineledger.projections.published import Published

T = TypeVar("T")

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

    def __init__(
        self,
        folder: Path,
        at: Address | None = None,
        *,
        alone: bool = False,
        told: Callable[[int], object] = lambda taken: None,
    ) -> None:
        """`at` cuts the whole ledger at that event's position; refuses an event that is not there. `alone` makes
        the tables from the events alone, whatever is published. `told` hears how many events a long step took."""
        from cineledger.projections.published import Published

        self.moment: int | None = None
        self.over = 0
        """The position up to which events came from the published file."""
        if at is not None:
            with Ledger(folder) as ledger:
                self.moment = ledger.position(at)
        self._folder, self._told, self._alone = folder, told, alone
        self._published = Published(folder)
        self._own: TemporaryDirectory[str] | None = None
        self._ledger: Ledger | None = None
        self._open()

    def _open(self) -> None:
        """The published file and what came after it; where it can't be read, everything from the events."""
        import duckdb

        from cineledger.projections.projector import Projector
        from cineledger.projections.showing import Showing
        from cineledger.projections.template import END

        self.connection = duckdb.connect(
            config={"memory_limit": MEMORY, "temp_directory": "", "allow_community_extensions": "false"}
        )
        try:
            self.over = self._attached()
            projector = Projector(self.connection, self._folder, over=self.over, cut=self.moment)
            self._showing = Showing(self.connection)
            projector.catch_up(upto=END if self.moment is None else self.moment, told=self._told)
            self.position = projector.position if self.moment is None else self.moment
            self._lock()
        except BaseException as error:
            self.close()
            if not self._damaged(error):
                raise
            self._without_file()

    def _attached(self) -> int:
        """The position that the attached file holds, published anew where the tail would be long; 0 for none."""
        from cineledger.projections import published

        if not (self._folder / FILE).exists():
            return 0
        position = 0 if self._alone else self._renewed(self._published)
        if self._published.behind(position) < published.VAST:
            return position
        if position:
            self.connection.execute("DETACH published")
        self._own = TemporaryDirectory(prefix="cineledger-")
        return self._renewed(published.Published(self._folder, Path(self._own.name)))

    def _renewed(self, file: "Published") -> int:
        """The position that a file holds once it is attached, published before where that is worth it."""
        position = file.attach(self.connection)
        if not file.worth_publishing(position):
            return position
        if position:
            self.connection.execute("DETACH published")
        file.publish(self._told)
        return file.attach(self.connection)

    def _damaged(self, error: BaseException | None) -> bool:
        """True for what DuckDB says when the published file is not what was written."""
        import duckdb

        kinds = (duckdb.Error, duckdb.IOException, duckdb.SerializationException, duckdb.FatalException)
        return (
            self.over > 0 and not self._alone and type(error) in kinds
        )  # a block's wrong checksum is a bare Error

    def _without_file(self) -> None:
        """From here on everything comes from the events; the next reader publishes anew."""
        self.close()
        self._published.forget()
        self._alone = True
        self._open()

    def __enter__(self) -> "Reader":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def ledger(self) -> Ledger:
        """What the tables were made from, to quote single events; it may have gone on since."""
        if self._ledger is None:
            self._ledger = Ledger(self._folder)
        return self._ledger

    def close(self) -> None:
        """Lets go of the tables."""
        self.connection.close()
        if self._ledger is not None:
            self._ledger.store.close()
            self._ledger = None
        if self._own is not None:
            self._own.cleanup()
            self._own = None

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
        import duckdb

        from cineledger.projections.door import ask

        def run() -> "pa.Table":
            return ask(self.connection, sql, moment=self.moment, seconds=seconds, stuck=stuck)

        def shown() -> "pa.Table":
            self._showing.named_in(sql)
            try:
                return run()
            except Refused as refused:
                # What is not there may be a table that was named otherwise; and what was meant is looked for among all.
                if (
                    not isinstance(refused.__cause__, duckdb.CatalogException)
                    or not self._showing.everything()
                ):
                    raise
                return run()

        return self._read(shown)

    def rows(self, sql: str, params: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """What our own statement returns, a dict a row."""

        def run() -> list[dict[str, Any]]:
            self._showing.named_in(sql)
            result = self.connection.execute(sql, list(params))
            names = [column[0] for column in result.description or ()]
            return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

        return self._read(run)

    def arrays(self, sql: str, params: Sequence[Any] = ()) -> "dict[str, NDArray[Any]]":
        """What our own statement returns, a NumPy array a column: for rows by the million."""

        def run() -> "dict[str, NDArray[Any]]":
            self._showing.named_in(sql)
            return self.connection.execute(sql, list(params)).fetchnumpy()

        return self._read(run)

    def arrow(self, sql: str, params: Sequence[Any] = ()) -> "pa.Table":
        """What our own statement returns, as Arrow has it."""

        def run() -> "pa.Table":
            self._showing.named_in(sql)
            return self.connection.sql(sql, params=list(params)).to_arrow_table()

        return self._read(run)

    def _read(self, what: Callable[[], T]) -> T:
        """An answer; where the published file turns out to be damaged, from the events alone."""
        try:
            return what()
        except Exception as error:
            if not self._damaged(error) and not self._damaged(error.__cause__):
                raise
        self._without_file()
        return what()

    def tables(self) -> list[Column]:
        """Every column of every table that people read, in the order shown."""
        found = self.rows(
            "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE schema_name = 'main'"
        )
        types = {(row["table_name"], row["column_name"]): row["data_type"] for row in found}
        return [
            Column(table.name, column, types[table.name, column], sentence)
            for table in tables()
            for column, sentence in table.sentences().items()
        ]
