"""Tables over their histories, made when a statement first names them: making all of them takes longer than asking."""

import re
from typing import TYPE_CHECKING

from cineledger.projections.table import tables
from cineledger.projections.template import in_order, looks_at, shown

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_WORD = re.compile(r"\w+")
_CATALOGUE = re.compile(r"duckdb_|information_schema|pg_|\b(?:describe|show|summarize)\b")
"""What lists tables that it does not name."""


class Showing:
    """The past and the present of every table in a connection that holds the histories."""

    def __init__(self, connection: "DuckDBPyConnection") -> None:
        self._connection = connection
        self._waiting: dict[str, list[str]] | None = None
        """Table → the statements that show it; None until one is wanted."""

    def named_in(self, sql: str) -> None:
        """Shows the tables that a statement names, and those that they look at."""
        said = sql.casefold()
        if _CATALOGUE.search(said):
            self.everything()
            return
        words = set(_WORD.findall(said))
        waiting = self._statements()
        self._show([name for name in waiting if words & {name, f"{name}_at"}])

    def everything(self) -> bool:
        """Shows all that is not shown yet; False where there is nothing."""
        waiting = list(self._statements())
        self._show(waiting)
        return bool(waiting)

    def _statements(self) -> dict[str, list[str]]:
        if self._waiting is None:
            held: dict[str, set[str]] = {}
            columns = self._connection.execute("SELECT table_name, column_name FROM duckdb_columns()")
            for history, column in columns.fetchall():
                held.setdefault(history, set()).add(column)
            self._waiting = {table.name: shown(table, held[table.history]) for table in tables()}
        return self._waiting

    def _show(self, names: list[str]) -> None:
        waiting, wanted = self._statements(), dict[str, list[str]]()
        while names:
            name = names.pop()
            if name in waiting:
                wanted[name] = waiting.pop(name)
                names += looks_at(wanted[name])
        if wanted:
            self._connection.execute("BEGIN")
            for statement in in_order(wanted):
                self._connection.execute(statement)
            self._connection.execute("COMMIT")
