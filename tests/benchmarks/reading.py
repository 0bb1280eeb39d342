"""Reading a long ledger, each measurement in a process of its own: what a person's command costs."""

import hashlib
import sqlite3
import statistics
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from cineledger.domain.address import Address
from cineledger.domain.debate.events import ProposalApproved
from cineledger.domain.event import Event
from cineledger.domain.ledger import Draft, Ledger
from cineledger.domain.ledger.store import FILE
from cineledger.domain.ledger.verify import Verifier
from cineledger.domain.production.events import BroadcastSent
from cineledger.domain.words import ORCHESTRATOR
from cineledger.projections.projector import Projector
from cineledger.projections.published import Published
from cineledger.projections.reader import Reader
from cineledger.projections.showing import Showing
from cineledger.projections.why import why, why_cell
from tests.benchmarks.measure import Spent, stopwatch
from tests.benchmarks.world import NAME

Measured = dict[str, list[float]]
"""What was measured → CPU-seconds and wall seconds, at the middle of several turns."""


def publish(folder: str) -> int:
    """The tables of everything, put in a file; returns its bytes."""
    published = Published(Path(folder))
    published.publish()
    return published.path.stat().st_size


def remember(folder: str) -> int:
    """The tables of everything as `replay` makes them: in memory, or in a file for once."""
    with Reader(Path(folder), alone=True) as reader:
        return reader.position


def verify(folder: str) -> int:
    """Every production, fork and answer of a studio checked; how many productions there are."""
    with Ledger(Path(folder)) as ledger:
        verifier = Verifier(ledger)
        names = verifier.names()
        faults = [*(verifier.check(name).fault for name in names), verifier.check_journal()]
    assert not any(faults), faults
    return len(names)


def hash_all(folder: str) -> int:
    """What no check of a ledger goes below: each document read and hashed once; how many there are."""
    read = 0
    with closing(sqlite3.connect(Path(folder) / FILE)) as store:
        for (state,) in store.execute("SELECT state FROM stored_events ORDER BY position"):
            hashlib.sha256(state).digest()
            read += 1
    return read


def catch_up(folder: str, turns: int = 5) -> Measured:
    """One event more, of a kind that adds a row and of the one that looks furthest back."""
    import duckdb

    studio, found = Path(folder), dict[str, list[Spent]]()
    published = Published(studio)
    connection = duckdb.connect()
    projector = Projector(connection, studio, over=published.attach(connection))
    projector.catch_up()
    Showing(connection).named_in("proposals")
    question, proposal = connection.execute(
        "SELECT question, number FROM proposals WHERE production = ? ORDER BY number DESC LIMIT 1", [NAME]
    ).fetchall()[0]
    facts: dict[str, Event] = {
        "a broadcast": BroadcastSent(text="Faster."),
        "an approval": ProposalApproved(question=question, proposal=proposal, authority="orchestrator"),
    }
    with Ledger(studio) as ledger:
        for _ in range(turns):
            for what, fact in facts.items():
                drafts = [Draft(fact, tuple(sorted(set(fact.refers()))))]
                ledger.append(NAME, ledger.head(NAME), drafts, actor=ORCHESTRATOR, command="Say")
                with stopwatch(found.setdefault(what, [])):
                    taken = projector.catch_up()
                assert taken == 1
    connection.close()
    return _middle(found)


def as_of(folder: str, turns: int = 5) -> Measured:
    """Questions of the past at three moments: of tables with many rows, and of those that look at others."""
    with Reader(Path(folder)) as reader:
        (row,) = reader.rows("SELECT max(number) AS last FROM events_at(?)", [NAME])
        found = dict[str, list[Spent]]()
        for share, moment in (
            ("a tenth", row["last"] // 10),
            ("half", row["last"] // 2),
            ("all", row["last"]),
        ):
            for what, sql in {
                "the shots of a scene": f"from shots_at('{NAME}', {moment}) where scene = '12'",
                "all shots counted": f"select count(*), max(eighths) from shots_at('{NAME}', {moment})",
                "the beats of a scene": f"from beats_at('{NAME}', {moment}) where scene = '12'",
                "the questions of a scene": f"from questions_at('{NAME}', {moment}) where scene = '12'",
                "all scenes": f"from scenes_at('{NAME}', {moment})",
                "all characters": f"from characters_at('{NAME}', {moment})",
                "what all of them feel": f"from character_timeline_at('{NAME}', {moment})",
                "the production": f"from productions_at('{NAME}', {moment})",
            }.items():
                _turns(found, f"{what}, as of {share}", partial(reader.query, sql), turns)
        return _middle(found)


def reasons(folder: str, turns: int = 3) -> Measured:
    """Why, of a cell and of events all along the history."""
    with Reader(Path(folder)) as reader:
        found = dict[str, list[Spent]]()
        for kind in ("ShotPlanned", "ProposalApproved", "SupportGiven", "VisionStated"):
            numbers = [
                row["number"]
                for row in reader.rows(
                    "SELECT number FROM events_at(?) WHERE type = ? ORDER BY number", [NAME, kind]
                )
            ]
            places = {numbers[len(numbers) * n // 10] for n in (1, 3, 5, 7, 9)}
            for number in places:
                _turns(
                    found,
                    f"a {kind}, all along the history" if len(places) > 1 else f"the {kind}",
                    partial(why, reader, Address(NAME, number)),
                    turns,
                )
        shot = reader.rows("SELECT shot FROM shots_at(?) ORDER BY shot LIMIT 1", [NAME])[0]["shot"]
        _turns(found, "a cell", lambda: why_cell(reader, NAME, "shots", shot, "lens_mm"), turns)
        _turns(found, "a row", lambda: why_cell(reader, NAME, "shots", shot), turns)
        return _middle(found)


def _turns(found: dict[str, list[Spent]], what: str, do: Callable[[], Any], turns: int) -> None:
    for _ in range(turns):
        with stopwatch(found.setdefault(what, [])):
            do()


def _middle(found: dict[str, list[Spent]]) -> Measured:
    return {
        what: [statistics.median(s.cpu for s in spent), statistics.median(s.wall for s in spent)]
        for what, spent in found.items()
    }


def plain_loop(folder: str, events: int) -> int:
    """The peer: a projection as `eventsourcing` has them, one event after another from its notification log, each
    with its upsert and its position, a transaction for every hundred."""
    import json
    import sqlite3

    with Ledger(Path(folder)) as ledger:
        recorder = ledger.store.recorder
        tables = sqlite3.connect(Path(folder) / "peer.sqlite")
        tables.executescript(
            "CREATE TABLE questions (stream, number, text, approved, PRIMARY KEY (stream, number));"
            "CREATE TABLE shots (stream, shot, size, lens_mm, PRIMARY KEY (stream, shot));"
            "CREATE TABLE events (position INTEGER PRIMARY KEY, stream, number, type, actor, fact);"
            "CREATE TABLE progress (name PRIMARY KEY, position)"
        )
        position = 0
        while position < events:
            for notification in recorder.select_notifications(position + 1, 100):
                document = json.loads(notification.state)
                fact, stream, number = document["fact"], document["stream"], document["number"]
                match document["type"]:
                    case "QuestionOpened":
                        tables.execute(
                            "INSERT OR REPLACE INTO questions VALUES (?, ?, ?, NULL)",
                            (stream, number, fact["text"]),
                        )
                    case "ProposalApproved":
                        tables.execute(
                            "UPDATE questions SET approved = ? WHERE stream = ? AND number = ?",
                            (fact["proposal"], stream, fact["question"]),
                        )
                    case "ShotPlanned" | "ShotRevised":
                        spec = fact["spec"]
                        tables.execute(
                            "INSERT OR REPLACE INTO shots VALUES (?, ?, ?, ?)",
                            (stream, fact["shot"], spec["size"], spec["lens_mm"]),
                        )
                tables.execute(
                    "INSERT OR REPLACE INTO events VALUES (?, ?, ?, ?, ?, ?)",
                    (notification.id, stream, number, document["type"], document["actor"], json.dumps(fact)),
                )
                position = notification.id
                tables.execute("INSERT OR REPLACE INTO progress VALUES ('all', ?)", (position,))
            tables.commit()
        tables.close()
    (Path(folder) / "peer.sqlite").unlink()
    return position


def many_readers(folder: str, readers: int = 8, seconds: float = 10.0) -> list[int]:
    """Readers at once beside a writer and a publisher: how many opened, over how many files, how many saw wrong."""
    import json

    from tests.support.children import ended, start
    from tests.support.readers import publish_for_ever, read, write

    studio = Path(folder)
    publisher = start(publish_for_ever, studio)
    writer = start(write, studio, 10_000, 7)
    asking = [start(read, studio, studio / f"{n}.json", seconds) for n in range(readers)]
    for child in asking:
        while child.is_alive():
            time.sleep(0.1)
    for child in (publisher, writer):
        child.kill()
        ended(child)
    reports = [json.loads((studio / f"{n}.json").read_text()) for n in range(readers)]
    return [
        sum(r["opened"] for r in reports),
        sum(r["files"] for r in reports),
        sum(len(r["wrong"]) for r in reports),
    ]
