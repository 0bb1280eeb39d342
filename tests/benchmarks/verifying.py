"""Verifying: every number, hash and seal of a production, and of a long ledger with its forks and its journal."""

import shutil

from cineledger.domain.ledger import Ledger
from cineledger.domain.ledger.verify import Verifier
from tests.benchmarks.history import NAME
from tests.benchmarks.measure import Table, apart, count, long_ledger, s, sizes, studio, took, verdict

EVENTS = 100_000
LEAST = 100_000
"""Events a CPU-second, of a long ledger."""


def run(quick: bool) -> Table:
    """The chain alone, and with a snapshot, which is compared with a fold of all its events."""
    events = 10_000 if quick else EVENTS
    folder, _ = studio(events)
    table = Table(
        "verify: every number, hash and seal",
        ["what", "events", "CPU", "wall", "events a CPU-s", "aim", "held"],
        note="The limit reads and hashes each document of the long ledger once, in order, and does nothing else.",
    )
    with Ledger(folder) as ledger:
        for snapshot in (False, True):
            if snapshot:
                ledger.load(NAME)
            else:
                shutil.rmtree(folder / "cache", ignore_errors=True)
            spent = took(lambda: _sound(ledger), times=2)
            what = "chain, and snapshot against a fold" if snapshot else "chain"
            table.add(what, count(events), s(spent.cpu), s(spent.wall), count(events / spent.cpu), "", "")
    folder, events = long_ledger(sizes(quick)[-1])
    for what, function, aim in (
        ("all of a long ledger", "verify", f"≥ {count(LEAST)}"),
        ("the limit: reading and hashing it", "hash_all", ""),
    ):
        long = apart(function, str(folder)).spent
        speed = events / long.cpu
        held = verdict(speed >= LEAST) if aim else ""
        table.add(what, count(events), s(long.cpu), s(long.wall), count(speed), aim, held)
    return table


def _sound(ledger: Ledger) -> None:
    fault = Verifier(ledger).check(NAME).fault
    if fault is not None:
        raise AssertionError(fault)
