"""Verifying: every number, hash and seal of a production."""

import shutil

from cineledger.domain.ledger import Ledger
from cineledger.domain.ledger.verify import Verifier
from tests.benchmarks.history import NAME
from tests.benchmarks.measure import Table, count, s, studio, took

EVENTS = 100_000


def run(quick: bool) -> Table:
    """The chain alone, and with a snapshot, which is compared with a fold of all its events."""
    events = 10_000 if quick else EVENTS
    folder, _ = studio(events)
    table = Table(f"verify: {count(events)} events", ["what", "CPU", "wall", "events a CPU-s"])
    with Ledger(folder) as ledger:
        for snapshot in (False, True):
            if snapshot:
                ledger.load(NAME)
            else:
                shutil.rmtree(folder / "cache", ignore_errors=True)
            spent = took(lambda: _sound(ledger), times=2)
            what = "chain, and snapshot against a fold" if snapshot else "chain"
            table.add(what, s(spent.cpu), s(spent.wall), count(events / spent.cpu))
    return table


def _sound(ledger: Ledger) -> None:
    fault = Verifier(ledger).check(NAME).fault
    if fault is not None:
        raise AssertionError(fault)
