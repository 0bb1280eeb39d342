"""A ledger of a million events and more, made of what a real crew writes about a feature."""

import hashlib
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cineledger.domain.journal import CompletionRecorded
from cineledger.domain.ledger import Draft, Ledger
from cineledger.domain.ledger.names import JOURNAL
from cineledger.domain.ledger.sealing import Envelope
from cineledger.domain.production.events import ProductionForked
from cineledger.domain.record import Record
from cineledger.domain.state import Reaction
from tests.support.feature import SCENES, feature
from tests.support.studio import opened, work

NAME = "long"
FORKS = 9
"""Productions forked from the long one, at a tenth of it, two tenths …; each does a take of its own."""

BATCH = 2_000
"""Events written in a transaction."""

NUMBERS = ("question", "proposal", "rival", "position", "standing_order", "about")
"""Fields of facts that hold an event's number."""


class Template:
    """What the crew put on record about one script: the opening, then one take from planning to refinement."""

    def __init__(self, scenes: int) -> None:
        with TemporaryDirectory() as folder:
            with opened(Path(folder), NAME, feature(scenes)) as ledger:
                work(ledger, NAME)
                records = list(ledger.records(NAME))
                self.answers: dict[str, CompletionRecorded] = {}
                for record in records:
                    for key in record.asked:
                        self.answers[key] = _answer(ledger, key)
        after = next(r.number for r in records if r.reaction is not None)
        self.opening, self.take = records[:after], records[after:]
        self.length = len(self.take) + len(self.answers)
        """Events of a take, the journal's included."""


def _answer(ledger: Ledger, key: str) -> CompletionRecorded:
    (record,) = ledger.store.events.get(JOURNAL + key)
    assert isinstance(record, Record) and isinstance(record.fact, CompletionRecorded)
    return record.fact


@cache
def template(scenes: int) -> Template:
    """A script's, planned once."""
    return Template(scenes)


def world(folder: Path, events: int, scenes: int = SCENES) -> int:
    """Writes a studio of at least so many events; returns how many there are.

    One production takes the whole script again and again, as after new drafts: its numbers run on, and each take
    refers to its own debates and asks its minds anew. The last takes are those of forks.
    """
    script = template(scenes)
    takes = max(FORKS + 1, -(-(events - len(script.opening)) // script.length))
    with Ledger(folder, create=True) as ledger:
        writer = _Writer(ledger, script)
        for take in range(takes - FORKS):
            writer.write(take)
        last = writer.number
        heads = [writer.at(last * fork // (FORKS + 1)) for fork in range(1, FORKS + 1)]
        for fork, head in enumerate(heads):
            writer.fork(f"cut-{fork + 1}", head)
            writer.write(takes - FORKS + fork)
        return writer.events


class _Writer:
    """Writes takes at the head of a production."""

    def __init__(self, ledger: Ledger, script: Template) -> None:
        self._ledger, self._script = ledger, script
        facts = [record.fact for record in script.opening]
        self.stream, self.events = NAME, len(facts)
        last = ledger.open(NAME, facts, "OpenProduction")[-1]
        self.number, self._seal = last.number, last.seal

    def at(self, number: int) -> int:
        """A number that a fork may be made at."""
        return max(len(self._script.opening), number)

    def fork(self, name: str, number: int) -> None:
        """Goes on in a fork of the long production."""
        born = self._ledger.open(name, [ProductionForked(parent=NAME, number=number)], "Fork")[0]
        self.stream, self.number, self._seal = name, number, born.seal
        self.events += 1

    def write(self, take: int) -> None:
        """One more take of the whole script."""
        first = len(self._script.opening)
        shift = self.number + 1 - first
        waiting: list[Record] = []
        written: dict[str, tuple[str, str]] = {}
        for record in self._script.take:
            for key in record.asked:
                if key not in written:
                    entry = self._entry(key, take)
                    written[key] = entry.stream.removeprefix(JOURNAL), entry.fact_hash
                    waiting.append(entry)
            waiting.append(self._moved(record, first, shift, dict(map(written.__getitem__, record.asked))))
            if len(waiting) >= BATCH:
                self._put(waiting)
                waiting = []
        self._put(waiting)

    def _put(self, waiting: list[Record]) -> None:
        self._ledger.store.events.put(waiting)
        self.events += len(waiting)

    def _entry(self, key: str, take: int) -> Record:
        own = hashlib.sha256(f"{take} {key}".encode()).hexdigest()
        answer = self._script.answers[key].model_copy(update={"key": own})
        envelope = Envelope(answer.role, "Answer")
        (sealed,) = self._ledger.sealer.seal(JOURNAL + own, [1], [Draft(answer, ())], "", envelope)
        return sealed

    def _moved(self, record: Record, first: int, shift: int, answers: dict[str, str]) -> Record:
        def moved(number: int) -> int:
            return number if number < first else number + shift

        changed: dict[str, Any] = {}
        for name in NUMBERS:
            if isinstance(value := getattr(record.fact, name, None), int):
                changed[name] = moved(value)
        if cites := getattr(record.fact, "cites", ()):
            changed["cites"] = tuple(map(moved, cites))
        fact = record.fact.model_copy(update=changed) if changed else record.fact
        causes = tuple(map(moved, record.caused_by))
        reaction = (
            None if record.reaction is None else Reaction(moved(record.reaction.number), record.reaction.role)
        )
        envelope = Envelope(record.actor, record.command, reaction, answers)
        self.number += 1
        (sealed,) = self._ledger.sealer.seal(
            self.stream, [self.number], [Draft(fact, causes, tuple(answers))], self._seal, envelope
        )
        self._seal = sealed.seal
        return sealed
