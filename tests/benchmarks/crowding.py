"""Crowding: many readers at once, beside a writer and a publisher."""

from tests.benchmarks.measure import Table, apart, scratch, verdict
from tests.support.studio import opened

READERS = 8


def run(quick: bool) -> Table:
    """Each reader opens the tables again and again, and looks whether it sees whole transactions, no gaps, and all
    that was committed before."""
    folder = scratch() / "readers"
    opened(folder).store.close()
    found = apart("many_readers", str(folder), READERS, 3 if quick else 20).value
    table = Table(
        f"readers: {READERS} at once beside a writer and a publisher",
        ["opened", "files seen", "wrong", "aim", "held"],
    )
    table.add(*map(str, found), "0 wrong", verdict(found[2] == 0 and found[0] > 0))
    return table
