"""Answering: the first SQL of a fresh process."""

import shutil

from tests.benchmarks.measure import Table, apart, count, least, long_ledger, program, s, sizes, verdict

LONGEST = 1.0
"""Seconds on a clock, with a published file."""

ASK = ("sql", "select count(*) from shots where scene = '12'", "--studio")


def run(quick: bool) -> Table:
    """The real program, before there is a file and with one."""
    table = Table(
        "first-answer: `cineledger sql` in a fresh process",
        ["events", "published file", "CPU", "wall", "aim", "held"],
        note="The first answer without a file makes it; from then on a reader opens it and adds what came after.",
    )
    for size in sizes(quick):
        folder, events = long_ledger(size)
        shutil.rmtree(folder / "cache", ignore_errors=True)
        first = program(*ASK, str(folder))
        table.add(count(events), "none yet", s(first.cpu), s(first.wall), "", "")
        then = least([program(*ASK, str(folder)) for _ in range(3)])
        table.add(
            count(events),
            "there",
            s(then.cpu),
            s(then.wall),
            f"< {LONGEST:g} s",
            verdict(then.wall < LONGEST),
        )
    apart("publish", str(folder))
    return table
