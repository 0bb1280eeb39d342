"""Forking: constant in time and bytes, wherever and however deep."""

import os
import sqlite3
from pathlib import Path

from cineledger.domain.address import Address
from cineledger.domain.ledger import Ledger
from tests.benchmarks.history import NAME
from tests.benchmarks.measure import Spent, Table, count, ms, s, stopwatch, studio, verdict

SIZES = (1_000, 10_000, 100_000)
DEPTHS = (1, 10, 100)
FORKS = 1_000
LONGEST = 0.005
"""Seconds."""
LARGEST = 1_024
"""Bytes."""


def run(quick: bool) -> Table:
    """Each fork in a ledger that was opened just now, so that nothing about its ancestors is at hand."""
    table = Table(
        "fork: at the middle of a production, and forks of forks",
        ["fork", "CPU", "wall", "aim", "held"],
        note="A fork is one record; its history is read through its ancestors' streams.",
    )
    folder = studio(SIZES[0])[0]
    for size in SIZES[:2] if quick else SIZES:
        folder, _ = studio(size)
        spent = [_fork(folder, Address(NAME, size // 2), f"middle-{size}-{n}") for n in range(9)]
        _add(table, f"at the middle of {count(size)} events", spent)
    middle, depth = size // 2, 0
    for aim in DEPTHS:
        while depth < aim:
            depth += 1
            parent = NAME if depth == 1 else f"deep-{depth - 1}"
            with Ledger(folder) as ledger:
                ledger.fork(Address(parent, middle), f"deep-{depth}")
        spent = [_fork(folder, Address(f"deep-{depth}", middle - 1), f"from-{depth}-{n}") for n in range(9)]
        _add(table, f"of a fork {depth} deep", spent)
    _bytes(table, folder, Address(NAME, middle), 100 if quick else FORKS)
    return table


def _fork(folder: Path, at: Address, name: str) -> Spent:
    spent: list[Spent] = []
    with Ledger(folder) as ledger, stopwatch(spent):
        ledger.fork(at, name)
    return spent[0]


def _add(table: Table, what: str, spent: list[Spent]) -> None:
    middle = sorted(spent, key=lambda one: one.wall)[len(spent) // 2]
    table.add(what, ms(middle.cpu), ms(middle.wall), f"< {ms(LONGEST)}", verdict(middle.wall < LONGEST))


def _bytes(table: Table, folder: Path, at: Address, forks: int) -> None:
    """Growth of the file, its log written back, over many forks."""
    before, spent = _size(folder), list[Spent]()
    with Ledger(folder) as ledger, stopwatch(spent):
        for number in range(forks):
            ledger.fork(at, f"many-{number}")
    each = (_size(folder) - before) / forks
    table.add(
        f"{count(forks)} forks: {each:.0f} bytes of file each",
        s(spent[0].cpu),
        s(spent[0].wall),
        f"< {LARGEST} bytes",
        verdict(each < LARGEST),
    )


def _size(folder: Path) -> int:
    file = folder / "ledger.sqlite"
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return os.path.getsize(file)
