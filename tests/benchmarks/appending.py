"""Appending: the ledger against bare sqlite3 writing the same rows at the same durability."""

import sqlite3
from itertools import islice
from pathlib import Path

from cineledger.domain.ledger import Draft, Head, Ledger
from cineledger.domain.record import Record
from cineledger.domain.words import ORCHESTRATOR
from tests.benchmarks.history import NAME, Production
from tests.benchmarks.measure import Spent, Table, count, scratch, stopwatch, verdict

AIMS = {1: 0.5, 10: 0.5, 100: 0.2}
"""Events a transaction → the least share of bare sqlite3's throughput."""
ROUNDS = 5
SCRIPT = 30
"""Events' worth of script that the production opens with."""


class Raw:
    """The peer: the same table, WAL, synchronous FULL, one executemany a transaction."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=FULL")
        self._connection.execute(
            "CREATE TABLE stored_events (position INTEGER PRIMARY KEY AUTOINCREMENT, "
            "originator_id TEXT NOT NULL, originator_version INTEGER NOT NULL, topic TEXT NOT NULL, "
            "state BLOB NOT NULL, UNIQUE (originator_id, originator_version))"
        )

    def write(self, records: list[Record]) -> None:
        """One transaction."""
        rows = [(r.stream, r.number, type(r.fact).__name__, r.document) for r in records]
        self._connection.execute("BEGIN")
        self._connection.executemany(
            "INSERT INTO stored_events (originator_id, originator_version, topic, state) VALUES (?,?,?,?)",
            rows,
        )
        self._connection.execute("COMMIT")


def run(quick: bool) -> Table:
    """Both in turns, in one process."""
    table = Table(
        "append: events a second, synchronous FULL",
        [
            "events a transaction",
            "ledger",
            "bare sqlite3",
            "ratio",
            "CPU an event",
            "bare CPU",
            "aim",
            "held",
        ],
        note="Best of rounds run in turns. The ledger encodes, hashes and seals each event, and checks "
        "that it goes on from what is stored; bare sqlite3 is handed finished rows.",
    )
    for size, aim in AIMS.items():
        folder = scratch() / f"append-{size}"
        transactions = max(3, (100 if quick else 400) // (1 if size == 1 else 4))
        ours, bare = _both(folder, size, transactions)
        events = size * transactions
        ratio = bare.wall / ours.wall
        table.add(
            str(size),
            count(events / ours.wall),
            count(events / bare.wall),
            f"{ratio:.2f}",
            f"{1e6 * ours.cpu / events:.0f} µs",
            f"{1e6 * bare.cpu / events:.0f} µs",
            f"≥ {aim}",
            verdict(ratio >= aim),
        )
    return table


def _both(folder: Path, size: int, transactions: int) -> tuple[Spent, Spent]:
    """What the rounds of each took at their best."""
    ours: list[Spent] = []
    bare: list[Spent] = []
    production = Production(SCRIPT)
    history = production.events()
    with Ledger(folder, create=True) as ledger:
        raw = Raw(folder / "raw.sqlite")
        opening = production.opening()
        records = ledger.open(NAME, opening, "OpenProduction")
        head = Head(records[-1].number, records[-1].seal)
        raw.write(records)
        for _ in islice(history, len(opening)):
            pass
        for _ in range(ROUNDS):
            batches = [
                [Draft(said.fact, tuple(sorted(set(said.fact.refers())))) for said in islice(history, size)]
                for _ in range(transactions)
            ]
            written: list[list[Record]] = []
            with stopwatch(ours):
                for drafts in batches:
                    records = ledger.append(NAME, head, drafts, actor=ORCHESTRATOR, command="Bench")
                    head = Head(records[-1].number, records[-1].seal)
                    written.append(records)
            with stopwatch(bare):
                for records in written:
                    raw.write(records)
    best = [min(spent, key=lambda s: s.wall) for spent in (ours, bare)]
    return best[0], best[1]
