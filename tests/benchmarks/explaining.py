"""Explaining: why, once a reader is open."""

from tests.benchmarks.measure import Table, apart, count, long_ledger, ms, sizes, verdict

LONGEST = 0.050
"""CPU-seconds."""


def run(quick: bool) -> Table:
    """Events of each kind at five places of the history, a cell, and a row."""
    table = Table(
        "why: an answer once the reader is open",
        ["events", "of", "CPU", "wall", "aim", "held"],
        note="The vision is what everything rests on: of more than 2,000 effects the nearest are told, and "
        "that there are more.",
    )
    for size in sizes(quick):
        folder, events = long_ledger(size)
        apart("publish", str(folder))
        for what, (cpu, wall) in apart("reasons", str(folder)).value.items():
            table.add(count(events), what, ms(cpu), ms(wall), f"≤ {ms(LONGEST)} CPU", verdict(cpu <= LONGEST))
    return table
