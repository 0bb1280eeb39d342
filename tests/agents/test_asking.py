"""What a mind that is no rule of the house is held to: looked at, told what is wrong, and stood in for."""

from pathlib import Path
from typing import Any

import pytest

from cineledger.agents.minds.mind import Asked
from cineledger.agents.weighing import WeighShots
from cineledger.domain.address import Address
from cineledger.domain.ledger import Ledger
from cineledger.domain.ledger.verify import Verifier
from cineledger.domain.talk.events import AnswerFailed
from tests.support.scripted import ScriptedMind
from tests.support.studio import facts, opened, work


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str, str]]:
    """The facts of a run on the house mind."""
    with opened(tmp_path_factory.mktemp("house")) as ledger:
        work(ledger)
        return facts(ledger, "pilot")


def failures(ledger: Ledger) -> list[AnswerFailed]:
    """What no answer could be had to."""
    return [r.fact for r in ledger.records("pilot") if isinstance(r.fact, AnswerFailed)]


@pytest.mark.parametrize("jobs", [1, 8])
def test_good_answers_are_taken_as_they_are(
    tmp_path: Path, house: list[tuple[str, str, str]], jobs: int
) -> None:
    """A mind that answers as the house does makes the same film, however many asks go out at once, uncorrected."""
    mind = ScriptedMind()
    with opened(tmp_path) as ledger:
        work(ledger, mind=mind, jobs=jobs)
        assert not [asked for asked in mind.asked if asked.corrections]
        assert facts(ledger, "pilot") == house


def test_a_mind_is_told_what_is_wrong_and_asked_again(
    tmp_path: Path, house: list[tuple[str, str, str]]
) -> None:
    """An answer that is none is shown to the mind with the reason; a good one after it is used, and both are cited."""
    mind = ScriptedMind()

    def once_wrong(asked: Asked) -> Any:
        return mind._house(asked.ask) if asked.corrections else {"nonsense": True}

    mind = ScriptedMind({"ReadScene": once_wrong})
    with opened(tmp_path) as ledger:
        work(ledger, mind=mind, jobs=4)
        again = [asked for asked in mind.asked if asked.corrections]
        assert again and all("shape" in asked.corrections[0].why for asked in again)
        assert facts(ledger, "pilot") == house
        broken = [r for r in ledger.records("pilot") if type(r.fact).__name__ == "SceneBrokenDown"]
        assert broken and all(len(record.asked) == 2 for record in broken)
        kept = [ledger.answer(key) for key in broken[0].asked]
        assert [answer and answer.outcome for answer in kept] == ["invalid", "ok"]


@pytest.mark.parametrize(
    "bad", [{"place": 99, "criterion": "vision", "reason": "it is best"}, {}, "truncated"]
)
def test_the_house_stands_in_for_a_mind_that_fails(tmp_path: Path, bad: Any) -> None:
    """After two corrections the failure is on record with each problem, and the work goes on to its end."""
    mind = ScriptedMind({"WeighShots": lambda asked: bad})
    with opened(tmp_path) as ledger:
        state = work(ledger, mind=mind, jobs=4)
        assert state.production.phase == "refinement" and not state.debate.undecided
        failed = failures(ledger)
        assert failed and all(f.task == WeighShots.__name__ and len(f.problems) == 3 for f in failed)


def test_a_mind_that_declines_is_not_pressed(tmp_path: Path) -> None:
    """A refusal of the model is taken as its answer: the house stands in at once."""
    mind = ScriptedMind({"WeighShots": lambda asked: "refused"})
    with opened(tmp_path) as ledger:
        work(ledger, mind=mind)
        assert {len(failed.problems) for failed in failures(ledger)} == {1}


def test_nothing_that_failed_is_asked_again(tmp_path: Path) -> None:
    """A second run of a fork finds failed answers in the journal, too, and comes to the same facts."""
    mind = ScriptedMind({"WeighShots": lambda asked: {}})
    with opened(tmp_path / "a") as ledger:
        begun = Address("pilot", ledger.head("pilot").number)
        work(ledger, mind=mind)
        once = facts(ledger, "pilot")
        asked = len(mind.asked)
        ledger.fork(begun, "other")
        work(ledger, "other", mind=mind)
        assert len(mind.asked) == asked
        assert facts(ledger, "other") == once
        assert Verifier(ledger).check("other").fault is None
