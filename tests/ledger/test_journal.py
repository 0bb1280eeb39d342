"""The journal of minds' answers, each rule stated by the docstring of its test."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cineledger.domain.ledger import Conflict, Draft, Ledger
from cineledger.domain.ledger.document import parse
from cineledger.domain.ledger.verify import Verifier
from cineledger.domain.production.events import BroadcastSent
from cineledger.domain.words import ORCHESTRATOR
from tests.ledger.support import answered, opened, put, texts

FACT = BroadcastSent(text="because of it")


def entries(ledger: Ledger) -> int:
    return len(list(ledger.store.recorder.select_stored_like("completion:")))


def test_an_answer_is_kept_once(tmp_path: Path) -> None:
    """The first answer under a key stays; a later one is given the first instead."""
    with opened(tmp_path) as ledger:
        assert ledger.answer("k") is None
        assert ledger.note([answered("k", "first")]) == [answered("k", "first")]
        assert ledger.note([answered("k", "second"), answered("l")]) == [
            answered("k", "first"),
            answered("l"),
        ]
        assert ledger.answer("k") == answered("k", "first")
        assert entries(ledger) == 2


def test_two_writers_note_the_same(tmp_path: Path) -> None:
    """Duplicates from two writers are harmless: both learn which one is kept."""
    opened(tmp_path).store.close()

    def note(who: str) -> list[str]:
        with Ledger(tmp_path) as ledger:
            kept = [ledger.note([answered(f"k{n}", who)])[0] for n in range(40)]
            return [answer.answer["says"] for answer in kept]

    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(note, ["one", "other"])
    assert one == other
    with Ledger(tmp_path) as ledger:
        assert entries(ledger) == 40
        assert Verifier(ledger).check_journal() is None


def test_facts_and_answers_are_one_transaction(tmp_path: Path) -> None:
    """Where the facts conflict, their answers are not recorded; where they hold, both are."""
    with opened(tmp_path, 2) as ledger:
        head = ledger.head("pilot")
        put(ledger, "pilot", [FACT])
        with pytest.raises(Conflict):
            ledger.append(
                "pilot",
                head,
                [Draft(FACT, (), ("k",))],
                actor="director",
                command="Test",
                journal=[answered("k")],
            )
        assert ledger.answer("k") is None
        put(ledger, "pilot", [FACT], journal=(answered("k"),))
        assert ledger.answer("k") == answered("k")


def test_an_answer_that_came_first_does_not_stop_the_facts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where another writer keeps one of the answers in between, the facts and the other answers still land."""
    with opened(tmp_path) as ledger, Ledger(tmp_path) as other:
        look, looks = Ledger._kept, 0

        def kept(self: Ledger, keys: set[str]) -> dict[str, str]:
            nonlocal looks
            looks += 1
            found = look(self, keys)
            if looks == 1:
                monkeypatch.setattr(Ledger, "_kept", look)
                other.note([answered("k", "theirs")])
                monkeypatch.setattr(Ledger, "_kept", kept)
            return found

        monkeypatch.setattr(Ledger, "_kept", kept)
        put(ledger, "pilot", [FACT], journal=(answered("k", "ours"), answered("l", "ours")))
        assert looks == 2
        assert texts(ledger, "pilot") == ["birth", "because of it"]
        assert ledger.answer("k") == answered("k", "theirs")
        assert ledger.answer("l") == answered("l", "ours")
        assert Verifier(ledger).check("pilot").fault is None


def test_the_seal_holds_what_was_answered(tmp_path: Path) -> None:
    """An event carries the hashes of the answers it rests on, those kept before included."""
    with opened(tmp_path) as ledger:
        ledger.note([answered("k")])
        (record,) = put(ledger, "pilot", [FACT], journal=(answered("l"), answered("k")))
        hashes = {
            stored.stream: parse(stored.state).fact_hash
            for stored in ledger.store.recorder.select_stored_like("completion:")
        }
        document = parse(record.document)
        assert document.asked == ("l", "k")
        assert document.answers == (hashes["completion:l"], hashes["completion:k"])


def test_nothing_rests_on_an_answer_that_is_not_there(tmp_path: Path) -> None:
    """To cite a key that nobody answered is our own mistake."""
    with opened(tmp_path) as ledger:
        with pytest.raises(ValueError, match="no answer is kept under k"):
            ledger.append(
                "pilot", ledger.head("pilot"), [Draft(FACT, (), ("k",))], actor=ORCHESTRATOR, command="Test"
            )
        assert texts(ledger, "pilot") == ["birth"]


def test_the_journal_is_no_production(tmp_path: Path) -> None:
    """Answers stand in the same store, and are listed nowhere among productions."""
    with opened(tmp_path) as ledger:
        ledger.note([answered("k")])
        assert ledger.productions() == ["pilot"]
