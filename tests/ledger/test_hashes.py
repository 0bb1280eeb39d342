"""Fact hashes, seals and digests, each rule stated by the docstring of its test."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cineledger.domain.address import Address
from cineledger.domain.event import Event
from cineledger.domain.ledger import Draft, Ledger
from cineledger.domain.production.events import (
    BroadcastSent,
    ConstraintImposed,
    ProductionOpened,
    VisionStated,
)
from cineledger.domain.record import Record
from cineledger.domain.words import ORCHESTRATOR
from tests.ledger.support import opened, say, studio

FACTS: list[Event] = [
    ProductionOpened(title="Pilot", form="script"),
    VisionStated(text="faces"),
    ConstraintImposed(text="no crane"),
    BroadcastSent(text="hello"),
]


def history(
    folder: Path, facts: list[Event], name: str = "pilot", *, causes: tuple[int, ...] = (1,)
) -> Ledger:
    """Three events of the opening, and one that came of event 1."""
    ledger = studio(folder)
    ledger.open(name, facts[:-1], "Open")
    ledger.append(name, ledger.head(name), [Draft(facts[-1], causes)], actor=ORCHESTRATOR, command="Test")
    return ledger


def test_a_fact_hash_knows_no_time_id_studio_or_name(tmp_path: Path) -> None:
    """Equal facts with equal numbers and causes hash equally: in another studio, later, under another name."""
    with (
        studio(tmp_path / "a", start=datetime(2030, 1, 1, tzinfo=UTC), prefix="a") as a,
        studio(tmp_path / "b", start=datetime(2041, 6, 7, tzinfo=UTC), prefix="b") as b,
    ):
        one, other = a.open("pilot", FACTS, "Open"), b.open("another", FACTS, "Begin")
        assert [r.fact_hash for r in one] == [r.fact_hash for r in other]
        for r, s in zip(one, other, strict=True):
            assert (r.id, r.time, r.seal) != (s.id, s.time, s.seal)
            assert not {r.id, r.time} & {s.id, s.time}
        assert a.history_digest("pilot") == b.history_digest("another")


def test_a_fact_hash_holds_number_and_causes(tmp_path: Path) -> None:
    """The same fact at another number, or from other causes, is another fact."""
    with opened(tmp_path) as ledger:
        first, second = say(ledger, "pilot", "same", "same")
        assert first.fact_hash != second.fact_hash
        third = ledger.append(
            "pilot", ledger.head("pilot"), [Draft(first.fact, (1,))], actor=ORCHESTRATOR, command="Test"
        )
        assert third[0].fact_hash not in (first.fact_hash, second.fact_hash)


@pytest.mark.parametrize("place", range(4))
def test_any_changed_fact_changes_the_digest(tmp_path: Path, place: int) -> None:
    """A history that differs in one fact has another digest, and the same up to that fact."""
    changed = list(FACTS)
    changed[place] = (
        ProductionOpened(title="Pilot!", form="script")
        if place == 0
        else changed[place].model_copy(update={"text": "otherwise"})
    )
    with history(tmp_path / "a", FACTS) as a, history(tmp_path / "b", changed) as b:
        assert a.history_digest("pilot") != b.history_digest("pilot")
        if place:
            assert a.history_digest("pilot", place - 1) == b.history_digest("pilot", place - 1)


def test_other_causes_and_fewer_events_change_the_digest(tmp_path: Path) -> None:
    """A history is also what led to what, and where it ends."""
    with history(tmp_path / "a", FACTS) as a, history(tmp_path / "b", FACTS, causes=(0, 1)) as b:
        assert a.history_digest("pilot") != b.history_digest("pilot")
        assert a.history_digest("pilot", 2) == b.history_digest("pilot", 2)
        assert len({a.history_digest("pilot", n) for n in range(4)}) == 4


def test_a_fork_that_says_the_same_has_the_same_digest(tmp_path: Path) -> None:
    """Where events are stored makes no difference to what happened."""
    with opened(tmp_path, 3) as ledger:
        ledger.fork(Address("pilot", 1), "fork")
        say(ledger, "fork", "word 2")
        assert ledger.history_digest("fork") == ledger.history_digest("pilot")


def test_each_seal_holds_the_one_before(tmp_path: Path) -> None:
    """A seal is SHA-256 over the seal before and the document without its own."""
    with opened(tmp_path, 4) as ledger:
        previous = ""
        for record in ledger.records("pilot"):
            body = record.document[: record.document.rindex(b',"seal":')] + b"}"
            assert record.seal == hashlib.sha256(previous.encode() + body).hexdigest()
            previous = record.seal


def test_seals_chain_across_forks(tmp_path: Path) -> None:
    """A fork's birth is sealed onto the event it shares last, its first event onto its birth."""
    with opened(tmp_path, 4) as ledger:
        ledger.fork(Address("pilot", 2), "a")
        say(ledger, "a", "own")
        ledger.fork(Address("a", 2), "b")
        ledger.fork(Address("a", 3), "c")

        def onto(name: str, number: int, previous: str) -> bool:
            (record,) = ledger.store.events.get(name, gt=number - 1, lte=number)
            assert isinstance(record, Record)
            document = record.document
            body = document[: document.rindex(b',"seal":')] + b"}"
            return record.seal == hashlib.sha256(previous.encode() + body).hexdigest()

        birth = ledger.store.birth("a")
        assert birth is not None
        assert onto("a", 0, ledger.record(Address("pilot", 2)).seal)
        assert onto("a", 3, birth.seal)
        assert onto("b", 0, birth.seal)
        assert onto("c", 0, ledger.record(Address("a", 3)).seal)
