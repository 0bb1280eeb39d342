"""Approving, through the real program: what the human waits for."""

import shutil
from pathlib import Path

from cineledger.domain.ledger import Ledger
from tests.benchmarks.history import NAME, build
from tests.benchmarks.measure import Spent, Table, count, least, program, s, scratch, verdict

EVENTS = 100_000
LONGEST = 1.0
"""CPU-seconds, with a snapshot."""


def run(quick: bool) -> Table:
    """`cineledger approve` in a process of its own, with no snapshot and with one."""
    events = 10_000 if quick else EVENTS
    table = Table(
        f"approve: one decision on a production of {count(events)} events, start to end",
        ["snapshot", "CPU", "wall", "aim", "held"],
    )
    folder = scratch() / "approve"
    asked = build(folder, events)
    cold = _approve(folder, asked, 0)
    table.add("none yet (folds everything, writes it)", s(cold.cpu), s(cold.wall), "", "")
    with Ledger(folder) as ledger:
        ledger.load(NAME)
    warm = least([_approve(folder, asked, copy) for copy in range(1, 4)])
    table.add("warm", s(warm.cpu), s(warm.wall), f"≤ {LONGEST} CPU-s", verdict(warm.cpu <= LONGEST))
    return table


def _approve(folder: Path, asked: int, copy: int) -> Spent:
    """One approval in a copy of the studio."""
    studio = folder.with_name(f"approve-{copy}")
    shutil.copytree(folder, studio)
    spent = program("approve", f"{NAME}@{asked}", "--studio", str(studio))
    shutil.rmtree(studio)
    return spent
