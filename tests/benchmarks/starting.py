"""Starting: what every command costs before it does anything."""

from tests.benchmarks.measure import Table, least, program, s, verdict

LONGEST = 0.3
"""CPU-seconds."""


def run(quick: bool) -> Table:
    """`cineledger --help`, from the start of the interpreter to its end."""
    table = Table("start-up", ["command", "CPU", "wall", "aim", "held"])
    spent = least([program("--help") for _ in range(3 if quick else 7)])
    table.add(
        "cineledger --help", s(spent.cpu), s(spent.wall), f"< {LONGEST} CPU-s", verdict(spent.cpu < LONGEST)
    )
    return table
