"""Looking back: SQL as of any event."""

from tests.benchmarks.measure import Table, apart, count, long_ledger, ms, sizes, verdict

LONGEST = 0.100
"""CPU-seconds."""


def run(quick: bool) -> Table:
    """The longest ledger, its tables published, asked through the door that users' questions go through."""
    folder, events = long_ledger(sizes(quick)[-1])
    apart("publish", str(folder))
    table = Table(
        f"as-of: SQL over the past of {count(events)} events", ["question", "CPU", "wall", "aim", "held"]
    )
    for what, (cpu, wall) in apart("as_of", str(folder)).value.items():
        table.add(what, ms(cpu), ms(wall), f"≤ {ms(LONGEST)} CPU", verdict(cpu <= LONGEST))
    return table
