"""A question to the production's tables."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cineledger.domain.address import Address
from cineledger.domain.refusal import Refused

if TYPE_CHECKING:
    from cineledger.projections.window import Windows

SECONDS = 10.0
"""How long one question may take."""
MOST_ROWS = 100


class Query:
    """One SELECT statement over the tables as of the ask's moment."""

    name = "query"

    def __init__(self, windows: "Windows") -> None:
        from cineledger.projections.window import seen_from_a_window

        self._windows = windows
        self.description = (
            "Asks one SELECT statement of DuckDB's SQL over this production's tables, as they are at this moment. "
            f"At most {MOST_ROWS} rows are shown. Tables: {', '.join(seen_from_a_window())}. What a table holds: "
            'SELECT "column", sentence FROM columns WHERE "table" = \'shots\'.'
        )
        self.schema: Mapping[str, Any] = {
            "type": "object",
            "properties": {"sql": {"type": "string", "description": "One SELECT statement."}},
            "required": ["sql"],
            "additionalProperties": False,
        }

    def run(self, typed: Mapping[str, Any], at: Address) -> str:
        """The rows as CSV."""
        from cineledger.projections.answers import rendered

        with self._windows.open(at) as window:
            try:
                found = window.query(typed["sql"], seconds=SECONDS)
            except Refused as refused:
                hint = refused.hint if refused.hint.startswith(("Did", "Ask")) else ""
                raise Refused(refused.reason, f"{hint} What there is: FROM columns".strip()) from refused
        shown = rendered(found.slice(0, MOST_ROWS), "csv").decode()
        more = found.num_rows - MOST_ROWS
        return f"{shown}… and {more} rows more\n" if more > 0 else shown
