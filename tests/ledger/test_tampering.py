"""What `verify` finds after somebody edited the ledger on disk, each rule stated by the docstring of its test."""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest

from cineledger.domain.address import Address
from cineledger.domain.ledger import Head, Ledger
from cineledger.domain.ledger.document import Document, hash_fact, parse, write
from cineledger.domain.ledger.journal_check import Fault
from cineledger.domain.ledger.verify import Checked, Verifier
from cineledger.domain.production.events import BroadcastSent
from cineledger.domain.refusal import Refused
from cineledger.domain.state import Reaction
from tests.ledger.support import answered, opened, put, say

SELECT = "SELECT state FROM stored_events WHERE originator_id = ? AND originator_version = ?"
UPDATE = "UPDATE stored_events SET state = ? WHERE originator_id = ? AND originator_version = ?"
COPY = "INSERT INTO stored_events (originator_id, originator_version, topic, state) SELECT "


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """pilot@0…9, of which 8 and 9 rest on answers; a@6…8 forked at pilot@5; b forked at a@6; other@0…3."""
    with opened(tmp_path, 8) as ledger:
        put(
            ledger,
            "pilot",
            [BroadcastSent(text="by an answer"), BroadcastSent(text="and again")],
            actor="director",
            reaction=Reaction(7, "director"),
            journal=(answered("k"), answered("l")),
        )
        ledger.fork(Address("pilot", 5), "a")
        say(ledger, "a", "a6", "a7", "a8")
        ledger.fork(Address("a", 6), "b")
        say(ledger, "b", "b7")
        ledger.open("other", [fact for r in ledger.records("pilot", upto=0) for fact in [r.fact]], "Open")
        say(ledger, "other", "o1", "o2", "o3")
    assert faults(tmp_path) == {}
    return tmp_path


@contextmanager
def disk(folder: Path) -> Iterator[sqlite3.Connection]:
    """The ledger's file, in the hands of somebody with sqlite3."""
    connection = sqlite3.connect(folder / "ledger.sqlite")
    try:
        with connection:
            yield connection
    finally:
        connection.close()


def faults(folder: Path) -> dict[str, Fault]:
    """What is wrong with each production, and with the journal."""
    found: dict[str, Fault] = {}
    with Ledger(folder) as ledger:
        for name in ledger.productions():
            fault = Verifier(ledger).check(name).fault
            if fault is not None:
                found[name] = fault
        journal = Verifier(ledger).check_journal()
        if journal is not None:
            found["journal"] = journal
    return found


def addresses(folder: Path) -> dict[str, str]:
    return {name: fault.address for name, fault in faults(folder).items()}


def check(folder: Path, name: str = "pilot", head: str | None = None) -> Checked:
    with Ledger(folder) as ledger:
        return Verifier(ledger).check(name, head)


def head_of(folder: Path, name: str = "pilot") -> Head:
    with Ledger(folder) as ledger:
        return ledger.head(name)


def edit(folder: Path, stream: str, number: int, change: Callable[[dict[str, Any]], object]) -> None:
    """One document changed in place, nothing else made to fit."""
    with disk(folder) as connection:
        (state,) = connection.execute(SELECT, (stream, number)).fetchone()
        document = json.loads(state)
        change(document)
        state = json.dumps(document, separators=(",", ":"), ensure_ascii=False).encode()
        connection.execute(UPDATE, (state, stream, number))


def test_a_sound_ledger_is_sound(folder: Path) -> None:
    """A check counts the events a production rests on and gives its head's seal, which `--head` then finds."""
    for name, events in {"pilot": 10, "a": 6 + 1 + 3, "b": 6 + 1 + 1 + 1 + 1, "other": 4}.items():
        checked = check(folder, name)
        assert (checked.events, checked.fault) == (events, None)
        assert checked.head == head_of(folder, name).seal
        assert check(folder, name, checked.head).fault is None
    assert check(folder, "PILOT") == check(folder)
    with pytest.raises(Refused, match="there is no production nobody"):
        check(folder, "nobody")


@pytest.mark.parametrize("number", [0, 3, 9])
def test_an_edited_fact(folder: Path, number: int) -> None:
    """A fact with other words is found where it stands, by its production and by the forks that share it."""
    edit(folder, "pilot", number, lambda d: d["fact"].update({"title" if number == 0 else "text": "forged"}))
    found = faults(folder)
    assert found["pilot"] == Fault(f"pilot@{number}", "its fact was edited")
    assert ("a" in found) == ("b" in found) == (number <= 5)
    if number <= 5:
        assert found["a"] == found["b"] == found["pilot"]


@pytest.mark.parametrize(
    "change",
    [
        {"actor": "orchestrator"},
        {"time": "2029-01-01T00:00:00.000000+00:00"},
        {"id": "another"},
        {"command": "Approve"},
        {"reaction": None},
        {"batch": [8, 8]},
        {"caused_by": [1]},
        {"asked": [], "answers": []},
        {"surprise": 1},
    ],
    ids=lambda change: next(iter(change)),
)
def test_edited_metadata(folder: Path, change: dict[str, Any]) -> None:
    """Who, when, why and for what are sealed like the fact itself."""
    edit(folder, "pilot", 8, lambda d: d.update(change))
    assert addresses(folder) == {"pilot": "pilot@8"}


def test_two_numbers_exchanged(folder: Path) -> None:
    """Two events that changed places are found at the first of them."""
    with disk(folder) as connection:
        for old, new in ((2, -2), (4, 2), (-2, 4)):
            connection.execute(
                "UPDATE stored_events SET originator_version = ? "
                "WHERE originator_id = 'pilot' AND originator_version = ?",
                (new, old),
            )
    assert addresses(folder) == {"pilot": "pilot@2", "a": "pilot@2", "b": "pilot@2"}


def test_two_positions_exchanged(folder: Path) -> None:
    """The order of the whole ledger follows the order of each stream."""
    with disk(folder) as connection:
        rows = connection.execute(
            "SELECT originator_version, position FROM stored_events "
            "WHERE originator_id = 'pilot' AND originator_version IN (3, 4) ORDER BY 1"
        ).fetchall()
        (_, third), (_, fourth) = rows
        for number, position in ((3, -1), (4, third), (3, fourth)):
            connection.execute(
                "UPDATE stored_events SET position = ? WHERE originator_id = 'pilot' AND originator_version = ?",
                (position, number),
            )
    assert addresses(folder) == {"pilot": "pilot@4", "a": "pilot@4", "b": "pilot@4"}


def test_a_fork_moved_before_what_it_shares(folder: Path) -> None:
    """A fork's birth stands after the event it was forked at."""
    with disk(folder) as connection:
        connection.execute(
            "UPDATE stored_events SET position = -1 WHERE originator_id = 'a' AND originator_version = 0"
        )
    assert addresses(folder) == {"a": "a@0", "b": "a@0"}


@pytest.mark.parametrize("number", [0, 4, 7])
def test_an_event_deleted(folder: Path, number: int) -> None:
    """An event that is gone is named, whether forks rest on it or not."""
    with disk(folder) as connection:
        connection.execute(
            "DELETE FROM stored_events WHERE originator_id = 'pilot' AND originator_version = ?", (number,)
        )
    found = addresses(folder)
    rests = {"a": f"pilot@{number}", "b": f"pilot@{number}"} if number <= 5 else {}
    assert found == rests | {"journal" if number == 0 else "pilot": f"pilot@{number}"}


def test_a_whole_production_gone(folder: Path) -> None:
    """A production that others were forked from can't vanish unnoticed, nor one whose name is still asked for."""
    with disk(folder) as connection:
        connection.execute("DELETE FROM stored_events WHERE originator_id = 'pilot'")
    assert addresses(folder) == {"a": "pilot@0", "b": "pilot@0"}
    with pytest.raises(Refused, match="there is no production pilot"):
        check(folder)


def test_events_deleted_and_the_rest_renumbered(folder: Path) -> None:
    """Closing the gap does not help: each document bears its own number."""
    with disk(folder) as connection:
        connection.execute(
            "DELETE FROM stored_events WHERE originator_id = 'pilot' AND originator_version = 4"
        )
        for number in range(5, 10):
            connection.execute(
                "UPDATE stored_events SET originator_version = ? "
                "WHERE originator_id = 'pilot' AND originator_version = ?",
                (number - 1, number),
            )
    assert addresses(folder) == {"pilot": "pilot@4", "a": "pilot@4", "b": "pilot@4"}


@pytest.mark.parametrize(("number", "found"), [(-1, "pilot@-1"), (3.5, "pilot@4"), (10, "pilot@10")])
def test_a_forged_event_inserted(folder: Path, number: float, found: str) -> None:
    """An event that nobody sealed is found, before the first, between two, or after the last."""
    with disk(folder) as connection:
        connection.execute(
            f"{COPY} originator_id, ?, topic, state FROM stored_events "
            "WHERE originator_id = 'pilot' AND originator_version = 3",
            (number,),
        )
    assert addresses(folder)["pilot"] == found


def test_an_event_where_a_fork_has_none(folder: Path) -> None:
    """Between a fork's birth and its first event there is nothing of its own."""
    with disk(folder) as connection:
        connection.execute(
            f"{COPY} 'a', 3, topic, state FROM stored_events WHERE originator_id = 'pilot' "
            "AND originator_version = 3"
        )
    assert addresses(folder) == {"a": "a@3", "b": "a@3"}


def test_an_event_of_another_stream(folder: Path) -> None:
    """A document replayed under another production's name is not that production's."""
    with disk(folder) as connection:
        (state,) = connection.execute(SELECT, ("other", 2)).fetchone()
        connection.execute(UPDATE, (state, "pilot", 2))
    found = faults(folder)
    assert {name: fault.address for name, fault in found.items()} == dict.fromkeys(
        ("pilot", "a", "b"), "pilot@2"
    )
    assert "it was recorded as other@2" in found["pilot"].what


def test_another_topic(folder: Path) -> None:
    """The column that readers filter by says what the document says."""
    with disk(folder) as connection:
        connection.execute(
            "UPDATE stored_events SET topic = 'VisionStated' WHERE originator_id = 'a' AND originator_version = 7"
        )
    assert addresses(folder) == {"a": "a@7"}


@pytest.mark.parametrize("state", [b"", b"{}", b"\xff", b"null", b'{"stream":"pilot"}'])
def test_what_is_no_document(folder: Path, state: bytes) -> None:
    """Bytes that can't be read are a fault at their address, and no crash, in a birth as in any event."""
    with disk(folder) as connection:
        connection.execute(UPDATE, (state, "pilot", 2))
        connection.execute(UPDATE, (state, "a", 0))
    assert addresses(folder) == {"pilot": "pilot@2", "a": "a@0", "b": "a@0"}


@pytest.mark.parametrize("parent", ["a", "b", "nobody"])
def test_a_fork_of_itself(folder: Path, parent: str) -> None:
    """A birth that names itself, a descendant or nobody as its parent is a fault, and neither a crash nor a circle."""
    edit(folder, "a", 0, lambda d: d["fact"].update(parent=parent))
    found = addresses(folder)
    assert set(found) == {"a", "b"}
    assert set(found.values()) <= {"a@0", "b@0", "nobody@0"}
    with Ledger(folder) as ledger, pytest.raises(Refused):
        list(ledger.records("a"))


def test_an_edit_in_the_past_a_fork_shares(folder: Path) -> None:
    """Verifying a fork finds what was edited in its ancestors' events up to the fork."""
    edit(folder, "a", 6, lambda d: d["fact"].update(text="forged"))
    assert addresses(folder) == {"a": "a@6", "b": "a@6"}


def test_an_edit_after_the_fork(folder: Path) -> None:
    """What was edited in a parent after the fork is not the fork's fault."""
    edit(folder, "pilot", 6, lambda d: d["fact"].update(text="forged"))
    edit(folder, "a", 7, lambda d: d["fact"].update(text="forged"))
    assert addresses(folder) == {"pilot": "pilot@6", "a": "a@7"}


def test_an_edited_birth_of_a_fork(folder: Path) -> None:
    """A fork moved to another number of its parent no longer fits its seal."""
    edit(folder, "a", 0, lambda d: d["fact"].update(number=4))
    assert addresses(folder) == {"a": "a@0", "b": "a@0"}


def test_a_truncated_tail(folder: Path) -> None:
    """Events cut off at the end leave a sound chain; only a head kept elsewhere tells."""
    kept = head_of(folder)
    with disk(folder) as connection:
        connection.execute(
            "DELETE FROM stored_events WHERE originator_id = 'pilot' AND originator_version >= 8"
        )
    assert faults(folder) == {}
    fault = check(folder, head=kept.seal).fault
    assert fault is not None and kept.seal in fault.what
    assert check(folder, head=head_of(folder).seal).fault is None


def test_a_tail_cut_off_under_a_fork(folder: Path) -> None:
    """Where a fork rests on what was cut off, it is missed without a head."""
    with disk(folder) as connection:
        connection.execute(
            "DELETE FROM stored_events WHERE originator_id = 'pilot' AND originator_version >= 4"
        )
    found = faults(folder)
    assert {name: fault.address for name, fault in found.items()} == {"a": "pilot@4", "b": "pilot@4"}
    assert "a fork rests on it" in found["a"].what


def test_an_older_copy_put_back(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A ledger rolled back to a copy of itself is sound; only a head kept elsewhere tells."""
    copy = tmp_path_factory.mktemp("copy") / "studio"
    shutil.copytree(folder, copy)
    with Ledger(folder) as ledger:
        say(ledger, "pilot", "later")
    kept = head_of(folder)
    assert check(copy).fault is None
    assert check(copy, head=kept.seal).fault is not None


def resealed(
    folder: Path, stream: str, number: int, change: Callable[[Document], Document], onto: str = ""
) -> None:
    """A document changed, and the whole chain computed anew onto a seal: every hash and seal valid."""
    with disk(folder) as connection:
        rows = connection.execute(
            "SELECT originator_version, state FROM stored_events WHERE originator_id = ? ORDER BY 1",
            (stream,),
        ).fetchall()
        seal = onto
        for version, state in rows:
            document = parse(state)
            if version == number:
                document = change(document)
                raw = bytes(document.fact)
                fits = hash_fact(document.type, document.version, document.number, document.caused_by, raw)
                document = msgspec.structs.replace(document, fact_hash=fits)
            state, seal = write(msgspec.structs.replace(document, seal=msgspec.UNSET), seal)
            connection.execute(UPDATE, (state, stream, version))


def forge(document: Document) -> Document:
    return msgspec.structs.replace(document, fact=msgspec.Raw(b'{"text":"forged"}'))


def test_a_chain_computed_anew(folder: Path) -> None:
    """A forger who recomputes every hash and seal is found by a head kept elsewhere, and by forks."""
    kept = head_of(folder, "other")
    resealed(folder, "other", 2, forge)
    assert faults(folder) == {}
    fault = check(folder, "other", kept.seal).fault
    assert fault is not None and "forged as a whole" in fault.what
    resealed(folder, "pilot", 3, forge)
    assert addresses(folder) == {"a": "a@0", "b": "a@0"}


def _payload(folder: Path, stream: str) -> None:
    edit(folder, stream, 7, lambda document: document["fact"].update(text="forged"))


def _metadata(folder: Path, stream: str) -> None:
    edit(folder, stream, 7, lambda document: document.update(time="2029-01-01T00:00:00.000000+00:00"))


def _reorder(folder: Path, stream: str) -> None:
    with disk(folder) as connection:
        for old, new in ((7, -7), (8, 7), (-7, 8)):
            connection.execute(
                "UPDATE stored_events SET originator_version = ? WHERE originator_id = ? AND originator_version = ?",
                (new, stream, old),
            )


def _delete(folder: Path, stream: str) -> None:
    with disk(folder) as connection:
        connection.execute(
            "DELETE FROM stored_events WHERE originator_id = ? AND originator_version = 7", (stream,)
        )


def _insert(folder: Path, stream: str) -> None:
    with disk(folder) as connection:
        connection.execute(
            f"{COPY} originator_id, max(originator_version) + 1, topic, state FROM stored_events "
            "WHERE originator_id = ?",
            (stream,),
        )


def _truncate(folder: Path, stream: str) -> None:
    with disk(folder) as connection:
        connection.execute(
            "DELETE FROM stored_events WHERE originator_id = ? AND originator_version >= 8", (stream,)
        )


def _replay_across(folder: Path, stream: str) -> None:
    with disk(folder) as connection:
        (state,) = connection.execute(SELECT, ("other", 2)).fetchone()
        connection.execute(UPDATE, (state, stream, 7))


def _roll_back(folder: Path, stream: str) -> None:
    file, copy = folder / "ledger.sqlite", folder / "older.sqlite"
    with sqlite3.connect(file) as whole, sqlite3.connect(copy) as older:
        whole.backup(older)
    older.close()
    with disk(folder) as connection:
        connection.execute("DELETE FROM stored_events")
        connection.execute("ATTACH ? AS older", (str(copy),))
        connection.execute(
            "INSERT INTO stored_events SELECT * FROM older.stored_events WHERE NOT "
            "(originator_id = ? AND originator_version >= 8)",
            (stream,),
        )


def _recompute(folder: Path, stream: str) -> None:
    def said(document: Document) -> Document:
        return forge(document) if document.type == "BroadcastSent" else document

    with Ledger(folder) as ledger:
        born = ledger.birth(stream)
        onto = ledger.record(Address("pilot", 5)).seal if stream == "a" else ""
    assert born.number == 0
    resealed(folder, stream, 7, said, onto)


NINE: dict[str, tuple[Callable[[Path, str], None], bool]] = {
    "payload": (_payload, True),
    "metadata": (_metadata, True),
    "reorder": (_reorder, True),
    "delete": (_delete, True),
    "insert": (_insert, True),
    "truncate": (_truncate, False),
    "cross-stream replay": (_replay_across, True),
    "snapshot rollback": (_roll_back, False),
    "whole recompute": (_recompute, False),
}
"""Kinds of edit on disk, and whether the chain alone tells; the rest takes a head that was kept elsewhere."""


@pytest.mark.parametrize("stream", ["pilot", "a"], ids=["of its own", "a fork"])
@pytest.mark.parametrize("kind", NINE)
def test_nine_kinds_of_edit(folder: Path, kind: str, stream: str) -> None:
    """Each kind is found in a production and in a fork: by the chain, or by a head where that is the only way."""
    edit_on_disk, alone = NINE[kind]
    kept = head_of(folder, stream).seal
    assert check(folder, stream, kept).fault is None
    edit_on_disk(folder, stream)
    fault = check(folder, stream).fault
    assert (fault is not None) == alone
    assert fault is None or fault.address.startswith(f"{stream}@")
    assert check(folder, stream, kept).fault is not None
    assert set(faults(folder)) - {"journal"} == ({stream} if alone else set())


def test_an_edited_answer(folder: Path) -> None:
    """An edited answer of the journal is found there, and at the first event that rests on it."""
    edit(folder, "completion:k", 1, lambda d: d["fact"]["answer"].update(says="no"))
    found = faults(folder)
    assert {name: f.address for name, f in found.items()} == {"journal": "completion:k", "pilot": "pilot@8"}
    assert "edited" in found["pilot"].what


def test_an_answer_computed_anew(folder: Path) -> None:
    """An answer whose own hash and seal were made to fit still isn't the one that the event was sealed with."""

    def change(document: Document) -> Document:
        return msgspec.structs.replace(
            document, fact=msgspec.Raw(bytes(document.fact).replace(b'"yes"', b'"no"'))
        )

    resealed(folder, "completion:l", 1, change)
    found = faults(folder)
    assert {name: f.address for name, f in found.items()} == {"pilot": "pilot@8"}
    assert found["pilot"].what == "the answer l that it rests on was edited"


def test_a_removed_answer(folder: Path) -> None:
    """An answer that is gone is missed by the first event that rests on it."""
    with disk(folder) as connection:
        connection.execute("DELETE FROM stored_events WHERE originator_id = 'completion:l'")
    found = faults(folder)
    assert {name: f.address for name, f in found.items()} == {"pilot": "pilot@8"}
    assert "missing from the journal" in found["pilot"].what


def test_an_answer_of_another_key(folder: Path) -> None:
    """An answer replayed under another key is not the answer to that."""
    with disk(folder) as connection:
        (state,) = connection.execute(SELECT, ("completion:k", 1)).fetchone()
        connection.execute(UPDATE, (state, "completion:l", 1))
    assert addresses(folder) == {"journal": "completion:l", "pilot": "pilot@8"}


def test_a_second_answer(folder: Path) -> None:
    """A key has one answer."""
    with disk(folder) as connection:
        connection.execute(
            f"{COPY} originator_id, 2, topic, state FROM stored_events WHERE originator_id = 'completion:k'"
        )
    assert addresses(folder) == {"journal": "completion:k"}


def test_an_answer_moved_after_its_event(folder: Path) -> None:
    """What an event rests on was there before it."""
    with disk(folder) as connection:
        connection.execute("UPDATE stored_events SET position = 9999 WHERE originator_id = 'completion:k'")
    found = faults(folder)
    assert {name: f.address for name, f in found.items()} == {"pilot": "pilot@8"}
    assert "stands after it" in found["pilot"].what


def test_the_first_fault_is_named(folder: Path) -> None:
    """Of several faults the first in the order of the history is named."""
    for number in (9, 3, 7):
        edit(folder, "pilot", number, lambda d: d.update(actor="forger"))
    assert addresses(folder) == {"pilot": "pilot@3", "a": "pilot@3", "b": "pilot@3"}


def test_verify_changes_nothing(folder: Path) -> None:
    """Checking leaves the file as it found it, faults or none."""
    edit(folder, "pilot", 3, lambda d: d.update(actor="forger"))
    with disk(folder) as connection:
        before = connection.execute("SELECT * FROM stored_events ORDER BY 1").fetchall()
    faults(folder)
    with disk(folder) as connection:
        assert connection.execute("SELECT * FROM stored_events ORDER BY 1").fetchall() == before
