"""Small studios with a clock and ids of their own."""

import itertools
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cineledger.domain.event import Event
from cineledger.domain.journal import CompletionRecorded
from cineledger.domain.ledger import Draft, Ledger
from cineledger.domain.production.events import BroadcastSent, ProductionOpened
from cineledger.domain.record import Record
from cineledger.domain.state import Reaction
from cineledger.domain.words import ORCHESTRATOR

BIRTH = ProductionOpened(title="Pilot", form="script")


def studio(folder: Path, *, start: datetime = datetime(2030, 1, 1, tzinfo=UTC), prefix: str = "id") -> Ledger:
    """A ledger whose clock ticks a second a batch, and whose ids are counted."""
    count, tick = itertools.count(), itertools.count()
    return Ledger(
        folder,
        create=True,
        now=lambda: start + timedelta(seconds=next(tick)),
        new_id=lambda: f"{prefix}-{next(count)}",
    )


def opened(folder: Path, events: int = 1, name: str = "pilot") -> Ledger:
    """A studio with a production of so many events, its birth included."""
    ledger = studio(folder)
    ledger.open(name, [BIRTH], "Open")
    if events > 1:
        say(ledger, name, *(f"word {n}" for n in range(1, events)))
    return ledger


def say(ledger: Ledger, name: str, *texts: str, actor: str = ORCHESTRATOR) -> list[Record]:
    """Broadcasts, one event each, at the head."""
    return put(ledger, name, [BroadcastSent(text=text) for text in texts], actor=actor)


def put(
    ledger: Ledger,
    name: str,
    facts: Iterable[Event],
    *,
    actor: str = ORCHESTRATOR,
    reaction: Reaction | None = None,
    journal: tuple[CompletionRecorded, ...] = (),
) -> list[Record]:
    """Facts at the head, in one transaction; those of a reaction rest on the journal's answers."""
    asked = tuple(answer.key for answer in journal)
    return ledger.append(
        name,
        ledger.head(name),
        [Draft(fact, tuple(sorted(set(fact.refers()))), asked) for fact in facts],
        actor=actor,
        command="Test",
        reaction=reaction,
        journal=journal,
    )


def texts(ledger: Ledger, name: str, after: int = -1, upto: int | None = None) -> list[str]:
    """What a history says, in order."""
    said = []
    for record in ledger.records(name, after, upto):
        assert isinstance(record.fact, BroadcastSent | ProductionOpened)
        said.append(record.fact.text if isinstance(record.fact, BroadcastSent) else "birth")
    return said


def answered(key: str, answer: str = "yes") -> CompletionRecorded:
    """An answer of the house mind under a content key."""
    return CompletionRecorded(
        key=key,
        mind="house",
        model="rules",
        role="director",
        task="rule",
        outcome="ok",
        answer={"says": answer},
        duration_ms=3,
    )
