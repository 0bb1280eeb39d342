"""What dies when a user's statement gets out: rows, relations, settings, and files beside it."""

from pathlib import Path
from typing import Any

from cineledger.projections.reader import Reader

WATCHED = (
    "SELECT count(*) AS n, sum(position) AS s FROM events_history",
    "SELECT count(*) AS n, max(parent) AS p FROM births",
    "SELECT count(*) AS n, count(shot) AS s FROM shots_history",
    "SELECT position FROM progress",
    "SELECT table_name FROM duckdb_tables() ORDER BY 1",
    "SELECT view_name, sql FROM duckdb_views() WHERE NOT internal ORDER BY 1",
    "SELECT function_name, macro_definition FROM duckdb_functions() WHERE NOT internal ORDER BY ALL",
    "SELECT name, value FROM duckdb_settings() ORDER BY 1",
    "SELECT getvariable('moment') AS moment",
    "SELECT database_name FROM duckdb_databases() ORDER BY 1",
    "SELECT count(*) AS n FROM duckdb_prepared_statements()",
)
SECRET = "canary,song\n1,5\n"


class Canary:
    """A reader's state and a folder's files, as they were."""

    def __init__(self, reader: Reader, folder: Path) -> None:
        folder.mkdir()
        self.path = folder / "canary.csv"
        self.path.write_text(SECRET)
        self._reader = reader
        self._before = self._state()

    def must_live(self) -> None:
        """Nothing changed."""
        after = self._state()
        assert after == self._before, [
            pair for pair in zip(self._before, after, strict=True) if pair[0] != pair[1]
        ]

    def _state(self) -> list[Any]:
        files = {path.name: path.read_bytes() for path in self.path.parent.iterdir()}
        return [files, *(self._reader.rows(sql) for sql in WATCHED)]
