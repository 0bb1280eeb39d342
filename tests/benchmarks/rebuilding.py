"""Rebuilding every table from events, beside the way it must never be done."""

import shutil
from itertools import islice
from pathlib import Path

import duckdb

from cineledger.domain.debate.events import ProposalApproved, QuestionOpened
from cineledger.domain.ledger import Ledger
from cineledger.domain.shots.events import ShotPlanned, ShotRevised
from tests.benchmarks.history import NAME
from tests.benchmarks.measure import Apart, Table, apart, count, long_ledger, s, sizes, studio, took, verdict

SAMPLE = 5_000
PEER = 20_000
LEAST = 100_000
"""Events a CPU-second."""
MEMORY = 1_000
"""MB of the process at its largest."""


def run(quick: bool) -> Table:
    """The tables of everything in a file and in memory; and the same events one by one."""
    table = Table(
        "rebuild: events into tables",
        ["how", "events", "CPU", "wall", "events a CPU-s", "memory", "aim", "held"],
        note="The loops write questions, shots, a log and a counter only, on the first events: one as a projection of "
        "the `eventsourcing` library goes through its notification log into SQLite, one with DuckDB.",
    )
    for size in sizes(quick)[1:]:
        folder, events = long_ledger(size)
        shutil.rmtree(folder / "cache", ignore_errors=True)
        built = apart("publish", str(folder))
        _add(table, f"all tables, into a file of {built.value / 1e6:,.0f} MB", events, built)
        _add(table, "all tables, as `replay` does", events, apart("remember", str(folder)))
    peer = 2_000 if quick else PEER
    _add(
        table,
        "`eventsourcing`, a plain loop into SQLite",
        peer,
        apart("plain_loop", str(folder), peer),
        aim=False,
    )
    sample = 1_000 if quick else SAMPLE
    spent = took(lambda: _loop(studio(10_000)[0], sample))
    speed = count(sample / spent.cpu)
    table.add(
        "a loop, one DuckDB upsert an event", count(sample), s(spent.cpu), s(spent.wall), speed, "", "", ""
    )
    return table


def _add(table: Table, how: str, events: int, ran: Apart, *, aim: bool = True) -> None:
    speed = events / ran.spent.cpu
    table.add(
        how,
        count(events),
        s(ran.spent.cpu),
        s(ran.spent.wall),
        count(speed),
        f"{ran.memory:,.0f} MB",
        f"≥ {count(LEAST)}, < {count(MEMORY)} MB" if aim else "",
        verdict(speed >= LEAST and ran.memory < MEMORY) if aim else "",
    )


def _loop(folder: Path, events: int) -> None:
    """The peer: what a projection looks like when it is written first and thought about later."""
    connection = duckdb.connect()
    run = connection.execute
    run("CREATE TABLE questions (number BIGINT PRIMARY KEY, text VARCHAR, approved BIGINT)")
    run("CREATE TABLE shots (shot VARCHAR PRIMARY KEY, size VARCHAR, lens_mm BIGINT)")
    run("CREATE TABLE progress (name VARCHAR PRIMARY KEY, number BIGINT)")
    with Ledger(folder) as ledger:
        for record in islice(ledger.records(NAME), events):
            match record.fact:
                case QuestionOpened(text=text):
                    run("INSERT OR REPLACE INTO questions VALUES (?, ?, NULL)", [record.number, text])
                case ProposalApproved(question=question, proposal=proposal):
                    run("UPDATE questions SET approved = ? WHERE number = ?", [proposal, question])
                case ShotPlanned(shot=shot, spec=spec) | ShotRevised(shot=shot, spec=spec):
                    run("INSERT OR REPLACE INTO shots VALUES (?, ?, ?)", [shot, spec.size, spec.lens_mm])
                case _:
                    run("INSERT OR REPLACE INTO progress VALUES (?, ?)", [NAME, record.number])
    connection.close()
