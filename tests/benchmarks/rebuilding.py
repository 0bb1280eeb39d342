"""Rebuilding every table from events, beside the way it must never be done."""

from itertools import islice
from pathlib import Path

import duckdb

from cineledger.domain.debate.events import ProposalApproved, QuestionOpened
from cineledger.domain.ledger import Ledger
from cineledger.domain.shots.events import ShotPlanned, ShotRevised
from cineledger.projections.projector import Projector
from tests.benchmarks.history import NAME
from tests.benchmarks.measure import Table, count, s, studio, took, verdict

EVENTS = 100_000
SAMPLE = 5_000
LEAST = 50_000
"""Events a CPU-second."""


def run(quick: bool) -> Table:
    """The projector into all its tables; a Python loop with one upsert an event into three."""
    events = 10_000 if quick else EVENTS
    folder, _ = studio(events)
    table = Table(
        f"rebuild: {count(events)} events into tables",
        ["how", "events", "CPU", "wall", "events a CPU-s", "aim", "held"],
        note=f"The loop writes questions, shots and a counter only, on the first {count(SAMPLE)} events.",
    )
    connection = duckdb.connect()
    spent = took(lambda: Projector(connection, folder).catch_up())
    connection.close()
    speed = events / spent.cpu
    table.add(
        "the projector, all tables",
        count(events),
        s(spent.cpu),
        s(spent.wall),
        count(speed),
        f"≥ {count(LEAST)}",
        verdict(speed >= LEAST),
    )
    sample = 1_000 if quick else SAMPLE
    spent = took(lambda: _loop(folder, sample))
    table.add(
        "a loop, one upsert an event",
        count(sample),
        s(spent.cpu),
        s(spent.wall),
        count(sample / spent.cpu),
        "",
        "",
    )
    return table


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
