"""Audits: queries that return no rows while the ledger keeps its promises."""

from pathlib import Path
from typing import Any

from cineledger.projections.reader import Reader
from cineledger.projections.table import tables

FOLDER = Path(__file__).parent / "audits"


def audit(reader: Reader) -> dict[str, list[dict[str, Any]]]:
    """What each audit found, by its name; one that names `{table}` is asked of every table with addresses."""
    found: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(FOLDER.glob("*.sql")):
        query = path.read_text("utf-8")
        asked = [query.replace("{table}", t.name) for t in tables() if t.rows != "own text"]
        found[path.stem] = [
            row for one in (asked if "{table}" in query else [query]) for row in reader.rows(one)
        ]
    return found
