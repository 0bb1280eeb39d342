"""What the journal is for: no answer is asked, or paid, twice."""

from pathlib import Path

import pytest

from cineledger.agents import desk
from cineledger.agents.ask import content_key
from cineledger.agents.crew import house_rules
from cineledger.agents.debating import StandOnOutline
from cineledger.agents.minds.house import HouseMind
from cineledger.agents.minds.mind import Asked
from cineledger.agents.minds.minding import everybody
from cineledger.agents.runner import Runner
from cineledger.domain.address import Address
from cineledger.domain.journal import CompletionRecorded
from cineledger.domain.ledger import Ledger
from cineledger.domain.words import COVERAGE
from tests.support.feature import feature
from tests.support.scripted import ScriptedMind
from tests.support.studio import facts, opened, work


class CountingMind(HouseMind):
    """The house mind, as if its answers cost something; stops the run after so many."""

    paid = True

    def __init__(self, most: int = 1_000_000) -> None:
        super().__init__(house_rules())
        self.asked: list[str] = []
        self._most = most

    def complete(self, asked: Asked, key: str) -> CompletionRecorded:
        """An answer, counted."""
        if len(self.asked) == self._most:
            raise InterruptedError
        self.asked.append(key)
        return super().complete(asked, key)


def run(ledger: Ledger, name: str, mind: CountingMind, jobs: int = 1) -> list[str]:
    """The keys that the mind was asked for."""
    desk.start(ledger, name, "standing", default_mode=False)
    with Runner(ledger, name, everybody(mind), jobs=jobs) as runner:
        runner.work()
    return mind.asked


def test_nothing_is_asked_twice(tmp_path: Path) -> None:
    """A run asks each thing once."""
    with opened(tmp_path) as ledger:
        asked = run(ledger, "pilot", CountingMind())
        assert asked and len(asked) == len(set(asked))


@pytest.mark.parametrize("jobs", [1, 4])
def test_what_was_answered_before_a_stop_is_kept(tmp_path: Path, jobs: int) -> None:
    """A run that stops in the middle of a reaction goes on without asking again what was answered."""
    with opened(tmp_path / "whole") as ledger:
        needed = run(ledger, "pilot", CountingMind())
        whole = facts(ledger, "pilot")
    stopped = CountingMind(most=len(needed) // 2)
    with opened(tmp_path / "stopped") as ledger:
        with pytest.raises(InterruptedError):
            run(ledger, "pilot", stopped, jobs)
    again = CountingMind()
    with Ledger(tmp_path / "stopped") as ledger:
        run(ledger, "pilot", again, jobs)
        assert facts(ledger, "pilot") == whole
    assert not set(stopped.asked) & set(again.asked)
    assert set(stopped.asked) | set(again.asked) == set(needed)


def test_a_fork_asks_only_what_changed(tmp_path: Path) -> None:
    """A fork that goes another way at its last decision asks few things again."""
    with opened(tmp_path) as ledger:
        needed = run(ledger, "pilot", CountingMind())
        decision = next(
            r.number for r in ledger.records("pilot") if type(r.fact).__name__ == "ProposalApproved"
        )
        desk.fork(ledger, Address("pilot", decision), "fork", None)
        assert run(ledger, "fork", CountingMind()) == []
        desk.fork(ledger, Address("pilot", decision), "other", None)
        desk.impose(ledger, "other", "broadcast", "More handheld.")
        assert 0 < len(run(ledger, "other", CountingMind())) < len(needed)


def test_every_cited_answer_is_in_the_journal(tmp_path: Path) -> None:
    """The keys an event cites lead to answers."""
    with opened(tmp_path) as ledger:
        run(ledger, "pilot", CountingMind())
        cited = {key for record in ledger.records("pilot") for key in record.asked}
        assert cited and all(ledger.answer(key) is not None for key in cited)


def test_the_key_is_what_is_asked() -> None:
    """Mind, model, task and input make the key; the same ask has the same key on any machine."""
    ask = StandOnOutline(role="director", tabled=())
    key = content_key(ask, "house", "house-1")
    assert key == "1c9cdad01ef4e40029b82026093e5c3a0f559b8190d3429d47e21ad650efa780"
    assert content_key(ask, "claude", "house-1") != key
    assert content_key(ask, "house", "house-2") != key
    assert content_key(ask.model_copy(update={"role": "writer"}), "house", "house-1") != key


def test_a_fork_of_a_feature_asks_a_twentieth_at_most(tmp_path: Path) -> None:
    """Of 24 scenes, forked at a decision in scene 12 that changes one shot, going on asks 5 % again at most."""
    mind, other = ScriptedMind(), ScriptedMind()
    with opened(tmp_path, script=feature(24)) as ledger:
        state = work(ledger, mind=mind, jobs=4)
        question = next(
            q
            for q in state.debate.questions.values()
            if (q.opened.subject, q.opened.scene) == (COVERAGE, "12") and len(q.proposals) > 1
        )
        rival = next(p.number for p in question.proposals if p.number != question.approved)
        desk.fork(ledger, Address("pilot", question.decision or 0), "fork", Address("pilot", rival))
        forked = work(ledger, "fork", mind=other, jobs=4)
        assert forked.production.phase == "refinement"
        assert 0 < len(other.asked) <= len(mind.asked) / 20
