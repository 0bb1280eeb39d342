"""Events of every version, each rule stated by the docstring of its test."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cineledger.domain.event import Event
from cineledger.domain.ledger.document import (
    UPCASTS,
    DocumentMapper,
    fact_json,
    fact_of,
    hash_fact,
    parse,
    resealed,
)
from cineledger.domain.production.events import VisionStated
from cineledger.domain.record import Record
from cineledger.domain.refusal import Refused
from cineledger.domain.registry import EVENTS
from tests.golden.__main__ import FOLDER, path_of, wanted
from tests.golden.examples import EXAMPLES
from tests.ledger.support import opened, say

GOLDEN = sorted(FOLDER.glob("*.v*.json"))
HINT = "write it: python -m tests.golden"


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_a_golden_document_loads_for_ever(path: Path) -> None:
    """Whatever version of an event was ever stored is read as today's, its hash and seal still true."""
    stored = path.read_bytes().rstrip(b"\n")
    document = parse(stored)
    name, version = path.stem.split(".")[0], int(path.stem.rpartition(".v")[2])
    assert (document.type, document.version) == (name, version)
    fact = fact_of(document)
    assert type(fact) is EVENTS[name]
    assert document.fact_hash == hash_fact(
        name, version, document.number, document.caused_by, bytes(document.fact)
    )
    assert document.seal == resealed(stored, "")
    if version == fact.VERSION:
        assert fact_json(fact) == bytes(document.fact), (
            "what is stored today has another form: raise its VERSION"
        )


@pytest.mark.parametrize("name", EVENTS)
def test_every_version_of_every_event_has_a_golden_document(name: str) -> None:
    """A registered event lacks none of its versions, and none but its versions lie there."""
    for version in range(1, EVENTS[name].VERSION + 1):
        assert path_of(name, version).exists(), f"{path_of(name, version).name} is missing; {HINT}"
    assert not path_of(name, EVENTS[name].VERSION + 1).exists()


def test_every_event_has_an_example() -> None:
    """What the golden documents are made from lists every registered event once."""
    assert sorted(type(fact).__name__ for fact in EXAMPLES) == sorted(EVENTS)


def test_golden_documents_are_of_registered_events() -> None:
    """An event that was ever stored is never taken off the register."""
    assert {path.stem.split(".")[0] for path in GOLDEN} == set(EVENTS)
    assert {path for path, _ in wanted()} <= set(GOLDEN), HINT


def test_every_older_version_has_its_step() -> None:
    """From each version below today's there is one step to the next, and there are no others."""
    steps = {(name, v) for name, kind in EVENTS.items() for v in range(1, kind.VERSION)}
    assert set(UPCASTS) == steps


class VisionOfLater(Event):
    """A vision as a third version might have it."""

    VERSION = 3

    words: str
    tone: str


def test_older_facts_are_brought_up_step_by_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An old document goes through every step, JSON to JSON, in order; the stored one stays as it is."""
    with opened(tmp_path) as ledger:
        (old,) = [
            r
            for r in ledger.open("other", [_birth(ledger), VisionStated(text="faces")], "Open")
            if r.number == 1
        ]
        steps: list[int] = []

        def step(version: int, change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
            def run(plain: dict[str, Any]) -> dict[str, Any]:
                steps.append(version)
                return change(plain)

            monkeypatch.setitem(UPCASTS, ("VisionStated", version), run)

        monkeypatch.setitem(EVENTS, "VisionStated", VisionOfLater)
        step(1, lambda plain: {"words": plain["text"]})
        step(2, lambda plain: {**plain, "tone": "unsaid"})
        read = DocumentMapper().to_domain_event(DocumentMapper().to_stored_event(old))
        assert read.fact == VisionOfLater(words="faces", tone="unsaid")
        assert steps == [1, 2]
        assert (read.fact_hash, read.seal, read.document) == (old.fact_hash, old.seal, old.document)
        assert ledger.history_digest("other")


def _birth(ledger: Any) -> Event:
    born = ledger.store.birth("pilot")
    assert isinstance(born, Record)
    return born.fact


def rewrite(folder: Path, change: dict[str, Any]) -> None:
    """Event 1 as another writer would have left it."""
    connection = sqlite3.connect(folder / "ledger.sqlite")
    (state,) = connection.execute("SELECT state FROM stored_events WHERE originator_version = 1").fetchone()
    changed = json.dumps({**json.loads(state), **change}).encode()
    connection.execute("UPDATE stored_events SET state = ? WHERE originator_version = 1", (changed,))
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"version": 2}, "a BroadcastSent of version 2"),
        ({"version": 0}, "a BroadcastSent of version 0"),
        ({"type": "ShotColoured"}, "a ShotColoured of version 1"),
    ],
)
def test_what_a_newer_version_wrote_is_refused(tmp_path: Path, change: dict[str, Any], what: str) -> None:
    """An unknown event, or a newer one, is neither skipped nor guessed at: the refusal names it and says what to do."""
    with opened(tmp_path) as ledger:
        say(ledger, "pilot", "hello")
        rewrite(tmp_path, change)
        for read in (
            lambda: list(ledger.records("pilot")),
            lambda: ledger.load("pilot"),
            lambda: ledger.head("pilot"),
        ):
            with pytest.raises(Refused) as refused:
                read()
            assert refused.value.reason.startswith(f"pilot@1 is {what}, which this version")
            assert "newer" in refused.value.hint


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    """A stored fact that is no such fact is a refusal that names its address, and points to verify."""
    with opened(tmp_path) as ledger:
        say(ledger, "pilot", "hello")
        rewrite(tmp_path, {"fact": {"text": 5, "surprise": True}})
        with pytest.raises(Refused, match="pilot@1 can't be read") as refused:
            ledger.load("pilot")
        assert "cineledger verify pilot" in refused.value.hint
