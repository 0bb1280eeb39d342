"""Folding: a production loaded from its events alone, and from a snapshot."""

import shutil

from cineledger.domain.ledger import Ledger
from tests.benchmarks.history import NAME
from tests.benchmarks.measure import Spent, Table, count, s, stopwatch, studio

SIZES = (1_000, 10_000, 100_000)


def run(quick: bool) -> Table:
    """Cold: no snapshot. Warm: a snapshot stands, in a ledger that was opened just now."""
    table = Table(
        "fold: a production's state from its events, and from a snapshot",
        [
            "events",
            "fold, CPU",
            "wall",
            "events a CPU-s",
            "first load (writes the snapshot)",
            "load, CPU",
            "wall",
        ],
        note="A snapshot is worth its file from 2,500 events on; below that, loading folds.",
    )
    for size in SIZES[:2] if quick else SIZES:
        folder, _ = studio(size)
        shutil.rmtree(folder / "cache", ignore_errors=True)
        spent: list[Spent] = []
        with Ledger(folder) as ledger, stopwatch(spent):
            ledger.fold(NAME)
        for _ in ("cold", "warm"):
            with Ledger(folder) as ledger, stopwatch(spent):
                ledger.load(NAME)
        fold, cold, warm = spent
        table.add(
            count(size),
            s(fold.cpu),
            s(fold.wall),
            count(size / fold.cpu),
            s(cold.cpu),
            s(warm.cpu),
            s(warm.wall),
        )
    return table
