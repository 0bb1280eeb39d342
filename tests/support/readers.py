"""What processes do to a studio's published file at the same time."""

import json
import time
from pathlib import Path
from unittest.mock import patch

from cineledger.domain.address import Address
from cineledger.domain.ledger import Draft, Ledger
from cineledger.domain.production.events import BroadcastSent
from cineledger.projections import published
from cineledger.projections.published import Published
from cineledger.projections.reader import Reader

NAME = "pilot"


def write(folder: Path, batches: int, size: int) -> None:
    """Appends broadcasts, a batch a transaction; each says how many there are after its batch."""
    with Ledger(folder) as ledger:
        head, said = ledger.head(NAME), 0
        for _ in range(batches):
            said += size
            drafts = [Draft(BroadcastSent(text=str(said)), ()) for _ in range(size)]
            last = ledger.append(NAME, head, drafts, actor="orchestrator", command="Say")[-1]
            head = type(head)(last.number, last.seal)


def publish_for_ever(folder: Path) -> None:
    """Publishes again and again, whether or not anything is new."""
    with patch.object(Published, "worth_publishing", return_value=True):
        while True:
            Published(folder).publish()


def read(folder: Path, report: Path, seconds: float) -> None:
    """Opens reader after reader for a while, and reports each that saw no consistent prefix, or less than there
    was before it was opened."""
    published.LONG = 50
    wrong, opened, over = list[str](), 0, set[int]()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with Ledger(folder) as ledger:
            before = ledger.position(Address(NAME, ledger.head(NAME).number))
        with Reader(folder) as reader:
            (row,) = reader.query(
                "SELECT count(*) AS said, coalesce(max(try_cast(text AS BIGINT)), 0) AS whole, "
                "(SELECT count(*) FROM events_history) AS events, (SELECT max(position) FROM events_history) AS last, "
                "(SELECT count(*) FROM (SELECT event - lag(event) OVER (ORDER BY event) AS step FROM events_history) "
                "WHERE step > 1) AS gaps FROM broadcasts WHERE kind = 'broadcast'"
            ).to_pylist()
            opened += 1
            over.add(reader.over)
            consistent = row["said"] == row["whole"] and row["events"] == row["last"] == reader.position
            if not consistent or row["gaps"] or reader.position < before:
                wrong.append(f"{row} at {reader.position}, {before} before")
    report.write_text(json.dumps({"wrong": wrong, "opened": opened, "files": len(over - {0})}))
