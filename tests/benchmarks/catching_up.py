"""Catching up by one event over a published file: the same at any length."""

from tests.benchmarks.measure import Table, apart, count, long_ledger, ms, sizes, verdict

LONGEST = 0.020
"""CPU-seconds."""


def run(quick: bool) -> Table:
    """A ledger whose file is there takes in one event more."""
    table = Table(
        "catch-up: one event more, over a published file",
        ["events", "what", "CPU", "wall", "aim", "held"],
        note="All tables take it in. An approval is the one that looks back over the debate's history.",
    )
    for size in sizes(quick):
        folder, events = long_ledger(size)
        apart("publish", str(folder))
        for what, (cpu, wall) in apart("catch_up", str(folder)).value.items():
            table.add(count(events), what, ms(cpu), ms(wall), f"≤ {ms(LONGEST)} CPU", verdict(cpu <= LONGEST))
    return table
