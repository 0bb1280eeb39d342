"""A character in a file and into another studio: the same history, every hash true, nothing that was tampered with."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cineledger.agents import desk
from cineledger.agents.canon.casting import cast
from cineledger.agents.serial.placing import wrap
from cineledger.domain.address import Address
from cineledger.domain.canon.standing import canon
from cineledger.domain.ledger import Ledger
from cineledger.domain.ledger.packing import pack
from cineledger.domain.ledger.unpacking import bring, unpack
from cineledger.domain.ledger.verify import Verifier
from cineledger.domain.refusal import Refused
from cineledger.projections.audit import audit
from cineledger.projections.digest import table_digests
from cineledger.projections.reader import Reader
from tests.canon.support import QUAY, film
from tests.support.studio import facts, opened, work


@pytest.fixture(scope="module")
def packed(made: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """MAYA with two cuts in her canon, and a question on them, as a file."""
    folder = tmp_path_factory.mktemp("packed") / "studio"
    shutil.copytree(made, folder)
    with Ledger(folder) as ledger:
        return pack(ledger, "maya")


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Ledger]:
    """Another studio, which has a quay of its own."""
    with opened(tmp_path / "other", "quay", QUAY) as ledger:
        yield ledger


def sound(ledger: Ledger) -> bool:
    """Every stream verifies, and so does all that stands beside them."""
    verifier = Verifier(ledger)
    return verifier.check_journal() is None and all(
        verifier.check(name).fault is None for name in ledger.productions()
    )


def test_she_comes_with_her_history_and_her_hashes(ledger: Ledger, packed: bytes, other: Ledger) -> None:
    """The same facts, digest and seals; the question on her lives goes on there, and she can be cast."""
    bring(other, unpack(packed), "maya")
    assert facts(other, "maya") == facts(ledger, "maya")
    assert other.history_digest("maya") == ledger.history_digest("maya")
    assert other.head("maya") == ledger.head("maya")
    assert sound(other)
    (waiting,) = desk.inbox(other.load("maya").state, "maya")
    desk.answer(other, Address("maya", waiting.recommended or 0), "approve")
    work(other, "maya")
    assert sound(other) and not desk.inbox(other.load("maya").state, "maya")
    brings = cast(other, "quay", "MAYA", canon_name="maya", years=1, new=False).brings
    assert brings.lives and brings.life.bonds
    assert all(source.startswith("maya@") for source in brings.life.sources())


def test_what_she_was_copied_from_is_not_looked_for_here(
    ledger: Ledger, packed: bytes, other: Ledger
) -> None:
    """A quay of this studio's is not the one she lived through, whatever their addresses."""
    bring(other, unpack(packed), "maya")
    with Reader(ledger.folder) as there, Reader(other.folder) as reader:
        assert table_digests(reader, "maya") == table_digests(there, "maya")
        assert not reader.rows("FROM copies WHERE production = 'maya' AND source_production IS NOT NULL")
        assert not [name for name, rows in audit(reader).items() if rows]
        rows = reader.rows("FROM brought")
    assert {row["source"].split("@")[0] for row in rows} == {"quay", "quay-b"}
    assert all(len(row["fact_hash"]) == 64 for row in rows)


def test_a_namesake_of_a_life_of_hers_does_not_take_its_place(packed: bytes, other: Ledger) -> None:
    """It is said what to type."""
    bring(other, unpack(packed), "maya")
    cast(other, "quay", "MAYA", canon_name="maya", years=1, new=False)
    work(other, "quay", until=lambda state: state.production.phase == "execution")
    done = wrap(other, "quay", anyway=True)
    (left,) = (left for left in done.left_out if left.character == "MAYA")
    assert "another studio" in left.why and "fork quay@" in left.hint


def test_under_another_name_she_is_sealed_anew(ledger: Ledger, packed: bytes, other: Ledger) -> None:
    """Her history has the same digest; to bring her twice, or over a name, is refused."""
    bring(other, unpack(packed), "maya-2")
    assert other.history_digest("maya-2") == ledger.history_digest("maya")
    assert other.head("maya-2").seal != ledger.head("maya").seal and sound(other)
    with pytest.raises(Refused, match="from that file already"):
        bring(other, unpack(packed), "maya-2")
    with pytest.raises(Refused, match="there is a production quay"):
        bring(other, unpack(packed), "quay")


def test_she_goes_on_to_a_third_studio(packed: bytes, other: Ledger, tmp_path: Path) -> None:
    """With what happened to her in the second, and with what the first vouched for."""
    bring(other, unpack(packed), "maya")
    (waiting,) = desk.inbox(other.load("maya").state, "maya")
    desk.answer(other, Address("maya", waiting.recommended or 0), "approve")
    with Ledger(tmp_path / "third", create=True) as third:
        bring(third, unpack(pack(other, "maya")), "maya")
        assert third.head("maya") == other.head("maya") and sound(third)
        lives = canon(third.load("maya").state).lives
        assert lives == canon(other.load("maya").state).lives and len(lives) == 1


def test_a_fork_of_hers_comes_as_one_history(ledger: Ledger, tmp_path: Path) -> None:
    """At whatever event it began, in forks of forks too."""
    head = ledger.head("maya").number
    for name, at in (("a", Address("maya", head - 2)), ("b", Address("a", head - 2)), ("c", Address("b", 5))):
        ledger.fork(at, name)
    desk.impose(ledger, "b", "constraint", "no more boats")
    with Ledger(tmp_path / "third", create=True) as third:
        for name in ("a", "b", "c"):
            bring(third, unpack(pack(ledger, name)), name)
            assert third.history_digest(name) == ledger.history_digest(name)
        assert sound(third)


def line(number: int, change: Callable[[str], str]) -> Callable[[list[str]], list[str]]:
    """A file with one of its lines changed."""

    def changed(lines: list[str]) -> list[str]:
        new = change(lines[number])
        assert new != lines[number]
        return [*lines[:number], new, *lines[number + 1 :]]

    return changed


def header(**values: object) -> Callable[[list[str]], list[str]]:
    """A file that says something else of itself."""
    return line(0, lambda first: json.dumps({**json.loads(first), **values}))


@pytest.mark.parametrize(
    ("tampered", "because"),
    [
        (line(5, lambda told: told.replace("weeps", "leaps")), "maya@4: its fact was edited"),
        (
            line(6, lambda told: told.replace('"actor":"orchestrator"', '"actor":"showrunner"')),
            "maya@5: its seal",
        ),
        (lambda lines: [*lines[:3], *lines[4:]], "it was cut, or added to"),
        (lambda lines: [*lines[:3], lines[4], lines[3], *lines[5:]], "maya@3: it stands where maya@2"),
        (header(head="0" * 64), "it is not the head"),
        (header(history="0" * 64), "it is not the head"),
        (header(sources=[]), "does not vouch"),
        (header(format="a recipe"), "that is no character's file"),
        (header(version=9), "version 9"),
        (
            lambda lines: [lines[0].replace('"answers": ', '"answers": 1'), *lines[1:]],
            "it was cut, or added to",
        ),
        (
            lambda lines: [*lines[:-1], lines[-1].replace('"outcome":"ok"', '"outcome":"invalid"')],
            "was edited",
        ),
        (lambda lines: ["nothing"], "that is no character's file"),
    ],
)
def test_a_file_that_was_tampered_with_is_refused(
    packed: bytes, tampered: Callable[[list[str]], list[str]], because: str
) -> None:
    """By the address where it was; nothing is brought in."""
    lines = packed.decode().splitlines()
    with pytest.raises(Refused, match=because) as refused:
        unpack("\n".join(tampered(lines)).encode())
    assert refused.value.hint


def test_no_production_is_smuggled_in(ledger: Ledger) -> None:
    """Only a character's stream is brought from a file."""
    with pytest.raises(Refused, match="quay@0: it begins no character"):
        unpack(pack(ledger, "quay"))


def test_a_foreign_answer_answers_nobody_here(packed: bytes, tmp_path: Path) -> None:
    """What minds said elsewhere is kept apart: this studio's journal does not hold it."""
    with Ledger(tmp_path / "third", create=True) as third:
        bring(third, unpack(packed), "maya")
        keys = {key for record in third.records("maya") for key in record.asked}
        assert keys and not any(third.answer(key) for key in keys)


def test_a_crash_brings_nothing(packed: bytes, other: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of it or none."""
    film(other, "next", QUAY)
    monkeypatch.setattr(
        other.store.events.recorder, "insert_events", lambda *_, **__: (_ for _ in ()).throw(RuntimeError())
    )
    with pytest.raises(RuntimeError):
        bring(other, unpack(packed), "maya")
    assert not other.exists("maya")
