"""Appending and reading back, each rule stated by the docstring of its test."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cineledger.domain.address import Address
from cineledger.domain.ledger import Conflict, Draft, Head, Ledger
from cineledger.domain.production.events import BroadcastSent, ProductionForked, VisionStated
from cineledger.domain.refusal import Refused
from cineledger.domain.state import Reaction
from cineledger.domain.words import ORCHESTRATOR
from tests.ledger.support import BIRTH, opened, put, say, studio, texts

DRAFT = Draft(BroadcastSent(text="one more"), ())


def append(ledger: Ledger, head: Head, name: str = "pilot") -> None:
    ledger.append(name, head, [DRAFT], actor=ORCHESTRATOR, command="Test")


def test_what_was_appended_is_read_back(tmp_path: Path) -> None:
    """A record comes back as it was returned: fact, envelope, hash and seal."""
    with opened(tmp_path) as ledger:
        written = put(
            ledger,
            "pilot",
            [VisionStated(text="faces"), BroadcastSent(text="hello")],
            actor="director",
            reaction=Reaction(0, "director"),
        )
        assert list(ledger.records("pilot", after=0)) == written
        assert [r.number for r in written] == [1, 2]
        assert {r.batch for r in written} == {(1, 2)}
        assert written[0].reaction == Reaction(0, "director")
    with Ledger(tmp_path) as again:
        assert list(again.records("pilot", after=0)) == written


def test_opening_is_one_batch(tmp_path: Path) -> None:
    """Birth and first words are numbered from 0 in one transaction."""
    with studio(tmp_path) as ledger:
        records = ledger.open("pilot", [BIRTH, VisionStated(text="x"), BroadcastSent(text="y")], "Open")
        assert [(r.number, r.batch) for r in records] == [(0, (0, 2)), (1, (0, 2)), (2, (0, 2))]
        assert ledger.head("pilot") == Head(2, records[-1].seal)


def test_a_production_begins_with_its_birth(tmp_path: Path) -> None:
    """Anything else as record 0 is our own mistake."""
    with studio(tmp_path) as ledger, pytest.raises(ValueError, match="birth"):
        ledger.open("pilot", [BroadcastSent(text="x")], "Open")


def test_numbers_are_contiguous(tmp_path: Path) -> None:
    """An append after a number that is not there is refused, and leaves nothing behind."""
    with opened(tmp_path, 3) as ledger:
        head = ledger.head("pilot")
        with pytest.raises(Refused, match="pilot@7"):
            append(ledger, Head(7, head.seal))
        assert ledger.head("pilot") == head
        assert len(list(ledger.records("pilot"))) == 3


def test_a_chain_goes_on_from_the_stored_seal(tmp_path: Path) -> None:
    """An append onto a seal that the last event does not bear is refused."""
    with opened(tmp_path, 3) as ledger:
        with pytest.raises(Refused, match="seal"):
            append(ledger, Head(2, "f" * 64))
        append(ledger, ledger.head("pilot"))


def test_nothing_is_appended_to_nobody(tmp_path: Path) -> None:
    """A production that was never opened takes no events."""
    with opened(tmp_path) as ledger:
        for call in (
            lambda: append(ledger, Head(0, ""), "nobody"),
            lambda: ledger.head("nobody"),
            lambda: ledger.load("nobody"),
            lambda: list(ledger.records("nobody")),
            lambda: ledger.fork(Address("nobody", 0), "x"),
        ):
            with pytest.raises(Refused, match="there is no production nobody"):
                call()
        assert not ledger.exists("nobody")


def test_a_stale_head_conflicts(tmp_path: Path) -> None:
    """Of two ledgers on one file that append after the same event, the second is told to decide again."""
    with opened(tmp_path) as one, Ledger(tmp_path) as other:
        head = one.head("pilot")
        append(one, head)
        with pytest.raises(Conflict):
            append(other, head)
        append(other, other.head("pilot"))
        assert other.head("pilot").number == 2


def test_a_batch_that_conflicts_leaves_nothing(tmp_path: Path) -> None:
    """All of a batch is recorded, or none of it."""
    with opened(tmp_path) as one, Ledger(tmp_path) as other:
        head = one.head("pilot")
        append(one, head)
        with pytest.raises(Conflict):
            other.append("pilot", head, [DRAFT] * 5, actor=ORCHESTRATOR, command="Test")
        assert len(list(one.records("pilot"))) == 2


RACE = """
import sys
from pathlib import Path
from cineledger.domain.ledger import Conflict, Draft, Ledger
from cineledger.domain.production.events import BroadcastSent
with Ledger(Path(sys.argv[1])) as ledger:
    for n in range(200):
        while True:
            try:
                ledger.append("pilot", ledger.head("pilot"), [Draft(BroadcastSent(text=f"{sys.argv[2]} {n}"), ())],
                              actor="orchestrator", command="Race")
                break
            except Conflict:
                continue
"""


def test_two_processes_race(tmp_path: Path) -> None:
    """Two processes append 200 events each: all numbers are contiguous, none is lost, the chain holds."""
    opened(tmp_path).store.close()
    racers = [subprocess.Popen([sys.executable, "-c", RACE, str(tmp_path), who]) for who in ("one", "other")]
    assert [racer.wait(timeout=120) for racer in racers] == [0, 0]
    with Ledger(tmp_path) as ledger:
        said = texts(ledger, "pilot")
        assert [r.number for r in ledger.records("pilot")] == list(range(401))
        for who in ("one", "other"):
            assert [text for text in said if text.startswith(who)] == [f"{who} {n}" for n in range(200)]
        ledger.append("pilot", ledger.head("pilot"), [DRAFT], actor=ORCHESTRATOR, command="Test")


def test_threads_share_a_ledger(tmp_path: Path) -> None:
    """Appends from several threads of one process wait for each other."""
    with opened(tmp_path) as ledger:
        for name in "abcd":
            ledger.open(name, [BIRTH], "Open")
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda name: [say(ledger, name, str(n)) for n in range(25)], "abcd"))
        for name in "abcd":
            assert texts(ledger, name) == ["birth", *map(str, range(25))]


BEGIN = """
import sys
from pathlib import Path
from cineledger.domain.ledger import Ledger
from cineledger.domain.production.events import ProductionOpened
with Ledger(Path(sys.argv[1]), create=True) as ledger:
    ledger.open(sys.argv[2], [ProductionOpened(title="x", form="script")], "Open")
"""


def test_a_studio_is_begun_by_several_at_once(tmp_path: Path) -> None:
    """Processes that open a new studio at the same moment all get in."""
    racers = [subprocess.Popen([sys.executable, "-c", BEGIN, str(tmp_path), f"p{n}"]) for n in range(4)]
    assert [racer.wait(timeout=60) for racer in racers] == [0] * 4
    with Ledger(tmp_path) as ledger:
        assert sorted(ledger.productions()) == ["p0", "p1", "p2", "p3"]


@pytest.mark.parametrize(
    ("first", "second"), [("Pilot", "PILOT"), ("Straße", "STRASSE"), ("e\u0301t\u00e9", "\u00c9T\u00c9")]
)
def test_names_are_compared_case_folded(tmp_path: Path, first: str, second: str) -> None:
    """A name is its NFC, case-folded form, however it is typed, for every door of the ledger."""
    with studio(tmp_path) as ledger:
        ledger.open(first, [BIRTH], "Open")
        with pytest.raises(Refused, match="there is a production"):
            ledger.open(second, [BIRTH], "Open")
        assert ledger.exists(second)
        say(ledger, second, "hello")
        assert texts(ledger, second) == texts(ledger, first) == ["birth", "hello"]
        assert ledger.load(second).state == ledger.load(first).state
        assert ledger.record(Address(second, 1)) == ledger.record(Address(first, 1))
        ledger.fork(Address(second, 1), "Fork")
        assert ledger.productions() == [ledger.load(first).name, "fork"]


@pytest.mark.parametrize("name", ["", "a@b", "a/b", "..", "completion:1", "-x"])
def test_what_cannot_be_a_name_is_refused(tmp_path: Path, name: str) -> None:
    """No production bears a name that could be an address, a file or a stream of the journal."""
    with studio(tmp_path) as ledger, pytest.raises(Refused, match="name"):
        ledger.open(name, [BIRTH], "Open")


def test_a_second_birth_is_refused(tmp_path: Path) -> None:
    """A name is born once, as an opening or as a fork."""
    with opened(tmp_path, 2) as ledger:
        with pytest.raises(Refused, match="there is a production pilot"):
            ledger.open("pilot", [BIRTH], "Open")
        with pytest.raises(Refused, match="there is a production pilot"):
            ledger.fork(Address("pilot", 1), "pilot")
        for fact in (BIRTH, ProductionForked(parent="pilot", number=0)):
            with pytest.raises(Refused, match="born already"):
                put(ledger, "pilot", [fact])
        assert ledger.head("pilot").number == 1


def test_an_event_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """A number past the head, or below 0, names no event."""
    with opened(tmp_path, 3) as ledger:
        for number in (3, 99, -1):
            with pytest.raises(Refused, match=f"there is no event pilot@{number}"):
                ledger.record(Address("pilot", number))
        for fold in (ledger.load, ledger.fold):
            with pytest.raises(Refused) as refused:
                fold("pilot", 3)
            assert refused.value.reason == "there is no event pilot@3"
            assert refused.value.hint == "The last is pilot@2."


def test_positions_follow_the_order_of_commits(tmp_path: Path) -> None:
    """Each event has a place in the whole ledger, later events a later one."""
    with opened(tmp_path, 3) as ledger:
        ledger.fork(Address("pilot", 1), "fork")
        say(ledger, "fork", "own")
        say(ledger, "pilot", "more")
        order = [
            Address("pilot", 0),
            Address("fork", 1),
            Address("pilot", 2),
            Address("fork", 2),
            Address("pilot", 3),
        ]
        positions = [ledger.position(address) for address in order]
        assert positions == sorted(positions) and len(set(positions)) == 5


def test_no_studio_where_none_was_opened(tmp_path: Path) -> None:
    """A folder without a ledger is refused, and so is a file that is none; neither is touched."""
    with pytest.raises(Refused, match="there is no studio"):
        Ledger(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()
    (tmp_path / "ledger.sqlite").write_bytes(b"not a database at all, but long enough to look at" * 99)
    with pytest.raises(Refused, match="can't be used"):
        Ledger(tmp_path)
