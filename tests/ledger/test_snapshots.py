"""Snapshots, each rule stated by the docstring of its test."""

import hashlib
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from cineledger.domain.address import Address
from cineledger.domain.ledger import Ledger, snapshots
from cineledger.domain.ledger.verify import Verifier
from cineledger.domain.record import Record
from cineledger.domain.state import EVOLVE_VERSION
from tests.benchmarks.history import NAME, build
from tests.ledger.support import opened, say

EVENTS = 120


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Snapshots are worth it from a few events on."""
    monkeypatch.setattr(snapshots, "LAG", 5)
    monkeypatch.setattr(snapshots, "WORTH_KEEPING", 20)


@pytest.fixture
def folder(tmp_path: Path, eager: None) -> Path:
    """A studio with a production as crews make them, and a fork of a fork of it; each with a snapshot."""
    build(tmp_path, EVENTS)
    with Ledger(tmp_path) as ledger:
        ledger.fork(Address(NAME, 80), "a")
        say(ledger, "a", *(f"a {n}" for n in range(40)))
        ledger.fork(Address("a", 100), "b")
        say(ledger, "b", *(f"b {n}" for n in range(40)))
        for name in (NAME, "a", "b"):
            ledger.load(name)
    assert len(files(tmp_path)) == 3
    return tmp_path


def files(folder: Path) -> list[Path]:
    return sorted((folder / "cache" / "snapshots").glob("*.json"))


def file_of(folder: Path, name: str) -> Path:
    return folder / "cache" / "snapshots" / f"{hashlib.sha256(name.encode()).hexdigest()[:32]}.json"


def rewrite(path: Path, change: dict[str, object], *, version: int = EVOLVE_VERSION) -> None:
    """A snapshot with other content under the same number and seal, its checksum made to fit."""
    head, _, body = path.read_bytes().partition(b"\n")
    _, number, seal, _ = json.loads(head)
    forged = json.dumps({**json.loads(body), **change}).encode()
    top = json.dumps([version, number, seal, hashlib.sha256(forged).hexdigest()]).encode()
    path.write_bytes(top + b"\n" + forged)


def starts(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Fills with the number after which each load reads records."""
    asked: list[int] = []
    records = ledger.records

    def watched(name: str, after: int = -1, upto: int | None = None) -> Iterator[Record]:
        asked.append(after)
        return records(name, after, upto)

    monkeypatch.setattr(ledger, "records", watched)
    return asked


def assert_loads_what_it_folds(folder: Path) -> None:
    with Ledger(folder) as ledger:
        for name in ledger.productions():
            loaded = ledger.load(name)
            assert loaded.state == ledger.fold(name)
            assert loaded.head == ledger.head(name)


def test_a_load_from_a_snapshot_is_a_fold(folder: Path) -> None:
    """With a snapshot, a load gives what a fold of all events gives, in a production and in forks of forks."""
    assert_loads_what_it_folds(folder)


def test_any_number_is_loaded_right(folder: Path) -> None:
    """A load up to any number agrees with the fold up to it, before, at and after the snapshot."""
    with Ledger(folder) as ledger:
        for name in (NAME, "a", "b"):
            last = ledger.head(name).number
            for number in (0, 1, 79, 80, 81, last - 6, last - 5, last - 4, last):
                assert ledger.load(name, number).state == ledger.fold(name, number)


def test_a_fork_starts_from_its_ancestors_snapshot(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fork after its parent's snapshot folds on from that, not from the beginning."""
    with Ledger(folder) as ledger:
        ledger.fork(Address(NAME, 118), "late")
    with Ledger(folder) as ledger:
        asked = starts(ledger, monkeypatch)
        state = ledger.load("late").state
        assert asked == [114]
        assert state == ledger.fold("late")


def test_a_second_load_goes_on_from_the_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One ledger remembers the state it loaded last; others' events since are folded onto it."""
    with Ledger(folder) as ledger, Ledger(folder) as other:
        ledger.load("a")
        say(other, "a", "news")
        asked = starts(ledger, monkeypatch)
        loaded = ledger.load("a")
        assert asked == [120]
        assert loaded.state == other.fold("a") and loaded.head == other.head("a")


def test_short_histories_have_no_snapshot(tmp_path: Path) -> None:
    """A file is written only where folding takes longer than reading it."""
    with opened(tmp_path, 50) as ledger:
        ledger.load("pilot")
        assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"5\n",
        b'[1, null, "x", "y"]\n{}',
        b"\n",
        b"{}",
        b"[1]\n{}",
        b'["a","b","c","d"]\n',
        b"\xff\xfe\x00",
        b"[1, 114, null, null]\n{}",
    ],
)
def test_a_corrupted_snapshot_is_ignored(folder: Path, damage: bytes) -> None:
    """Whatever stands in the file, the events are what counts."""
    for file in files(folder):
        file.write_bytes(damage)
    assert_loads_what_it_folds(folder)


def test_a_damaged_snapshot_is_ignored(folder: Path) -> None:
    """One changed letter in a snapshot's content, and it is not used."""
    for file in files(folder):
        stored = file.read_bytes()
        assert b"MAYA" in stored
        file.write_bytes(stored.replace(b"MAYA", b"MAYO", 1))
    assert_loads_what_it_folds(folder)


def test_another_productions_snapshot_is_ignored(folder: Path) -> None:
    """A snapshot counts for histories that hold its seal, under whatever name it lies."""
    own = {name: file_of(folder, name).read_bytes() for name in (NAME, "a", "b")}
    file_of(folder, NAME).write_bytes(own["b"])
    file_of(folder, "a").write_bytes(own[NAME])
    file_of(folder, "b").write_bytes(own[NAME])
    assert_loads_what_it_folds(folder)


def test_an_older_evolve_s_snapshot_is_ignored(folder: Path) -> None:
    """A snapshot made by another version of `evolve` is not used, nor compared."""
    for file in files(folder):
        rewrite(file, {"cursor": None, "cast": {"characters": {}}}, version=EVOLVE_VERSION - 1)
    with Ledger(folder) as ledger:
        assert Verifier(ledger).check(NAME).fault is None
    assert_loads_what_it_folds(folder)


def test_an_older_snapshot_put_back_is_harmless(folder: Path, tmp_path: Path) -> None:
    """A genuine snapshot of an earlier number is a place to fold on from, and no fault."""
    kept = file_of(folder, "a").read_bytes()
    with Ledger(folder) as ledger:
        say(ledger, "a", *(f"more {n}" for n in range(60)))
        ledger.load("a")
    assert file_of(folder, "a").read_bytes() != kept
    file_of(folder, "a").write_bytes(kept)
    assert_loads_what_it_folds(folder)
    with Ledger(folder) as ledger:
        assert Verifier(ledger).check("a").fault is None


@pytest.mark.parametrize("name", [NAME, "a", "b"])
def test_a_forged_snapshot_is_noticed(folder: Path, name: str) -> None:
    """Verifying a production folds its events afresh and compares: other content under a true seal is a fault."""
    path = file_of(folder, name)
    number = json.loads(path.read_bytes().partition(b"\n")[0])[1]
    rewrite(path, {"cast": {"characters": {}}})
    with Ledger(folder) as ledger:
        for other in (NAME, "a", "b"):
            fault = Verifier(ledger).check(other).fault
            if other == name:
                assert fault is not None and fault.address == f"{name}@{number}"
                assert "snapshot" in fault.what
            else:
                assert fault is None
        path.unlink()
        assert Verifier(ledger).check(name).fault is None


def test_a_folder_that_cannot_be_written_is_no_reason_to_fail(tmp_path: Path, eager: None) -> None:
    """Without a place for snapshots, a load folds."""
    build(tmp_path, EVENTS)
    (tmp_path / "cache").write_text("a file where the folder would be")
    assert_loads_what_it_folds(tmp_path)


def test_a_synthetic_history_is_a_valid_one(folder: Path) -> None:
    """The benchmarks' histories hold: contiguous, sealed, folded, and every cause is an earlier event."""
    with Ledger(folder) as ledger:
        assert Verifier(ledger).check(NAME).fault is None
        records = list(ledger.records(NAME))
        assert len(records) == EVENTS
        for record in islice(records, 1, None):
            assert all(cause < record.number for cause in record.caused_by)
        assert ledger.load(NAME).state.debate.undecided
