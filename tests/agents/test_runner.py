"""What the runner promises: the same facts whatever happens to it."""

import random
import signal
import time
from itertools import groupby
from pathlib import Path

import pytest

from cineledger.agents import desk
from cineledger.domain.address import Address
from cineledger.domain.debate.events import ProposalApproved
from cineledger.domain.ledger import Ledger
from cineledger.domain.production.events import PhaseEntered
from cineledger.domain.record import Record
from cineledger.domain.state import State
from cineledger.domain.words import APPROACH, ORCHESTRATOR, SCORE
from tests.support.children import begin, ended
from tests.support.inbox import waiting
from tests.support.studio import facts, opened, work


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str, str]]:
    """The facts of a run that nothing disturbed."""
    with opened(tmp_path_factory.mktemp("whole")) as ledger:
        work(ledger)
        return facts(ledger, "pilot")


def test_the_crew_plans_the_film(whole: list[tuple[str, str, str]]) -> None:
    """A run ends in shots, feelings and decisions, through all four phases."""
    kinds = [kind for kind, _, _ in whole]
    assert kinds.count("PhaseEntered") == 4
    assert kinds.count("ShotPlanned") >= 4
    assert kinds.count("ProposalApproved") >= 2
    assert kinds.count("EmotionalStateChanged") == 2


@pytest.mark.parametrize("jobs", [1, 2, 8])
def test_two_studios_one_history(tmp_path: Path, whole: list[tuple[str, str, str]], jobs: int) -> None:
    """The same orders give the same facts in any studio, at any number of asks at once."""
    with opened(tmp_path / "a") as ledger:
        work(ledger, jobs=jobs)
        assert facts(ledger, "pilot") == whole


def test_a_second_run_has_nothing_to_do(tmp_path: Path) -> None:
    """Running again adds nothing."""
    with opened(tmp_path) as ledger:
        work(ledger)
        before = facts(ledger, "pilot")
        work(ledger)
        assert facts(ledger, "pilot") == before


def test_every_reaction_cites_what_it_reacted_to(tmp_path: Path) -> None:
    """An agent's event bears its (event, role) pair and names that event among its causes; the pairs rise."""
    with opened(tmp_path) as ledger:
        work(ledger)
        pairs = []
        for record in ledger.records("pilot"):
            if record.actor == ORCHESTRATOR:
                assert record.reaction is None
            else:
                assert record.reaction is not None and record.reaction.role == record.actor
                assert record.reaction.number in record.caused_by
                assert all(cause < record.number for cause in record.caused_by)
                pairs.append(record.reaction.number)
        assert pairs == sorted(pairs)


EVERY = 9
"""Of the commits like earlier ones, each ninth is tried."""


def _commits(folder: Path) -> list[int]:
    """The numbers after which a run commits: each with an event of a family that is new, and every so many others."""
    ends: list[int] = []
    told: list[Record] = []
    with opened(folder) as ledger:
        work(ledger, told=lambda record, state: told.append(record))
    families: set[str] = set()
    alike = 0
    for _, batch in groupby(told, key=lambda record: record.batch):
        records = list(batch)
        new = {type(record.fact).__module__ for record in records} - families
        alike += not new
        if new or alike % EVERY == 0 or records[-1] is told[-1]:
            ends.append(records[-1].number)
        families |= new
    return ends


def test_killed_at_every_kind_of_commit(tmp_path: Path, whole: list[tuple[str, str, str]]) -> None:
    """SIGKILL at any commit boundary loses nothing and doubles nothing."""
    commits = _commits(tmp_path / "plain")
    assert len(commits) > 15
    for number in commits:
        folder = tmp_path / str(number)
        opened(folder).store.close()
        assert ended(begin(folder, killed_at=number)) == -signal.SIGKILL
        with Ledger(folder) as ledger:
            work(ledger)
            assert facts(ledger, "pilot") == whole, f"killed at {number}"


def test_killed_at_random_moments(tmp_path: Path, whole: list[tuple[str, str, str]]) -> None:
    """SIGKILL at any moment, also in the middle of a write, loses nothing and doubles nothing."""
    moments = random.Random(142)
    started = time.monotonic()
    with opened(tmp_path / "plain") as ledger:
        work(ledger)
    length = time.monotonic() - started
    for turn in range(12):
        folder = tmp_path / str(turn)
        opened(folder).store.close()
        child = begin(folder)
        time.sleep(moments.uniform(0, length))
        child.kill()
        assert ended(child) in (0, -signal.SIGKILL)
        with Ledger(folder) as ledger:
            work(ledger)
            assert facts(ledger, "pilot") == whole, f"turn {turn}"


def test_two_runs_at_once(tmp_path: Path, whole: list[tuple[str, str, str]]) -> None:
    """Two processes that run one production at the same time leave the facts of one."""
    opened(tmp_path).store.close()
    with Ledger(tmp_path) as ledger:
        desk.start(ledger, "pilot", "standing", default_mode=False)
    children = [begin(tmp_path), begin(tmp_path)]
    assert [ended(child) for child in children] == [0, 0]
    with Ledger(tmp_path) as ledger:
        assert facts(ledger, "pilot") == whole


def test_approvals_wait_for_the_orchestrator(tmp_path: Path) -> None:
    """With nobody to approve, a run stops at what goes up, says so, and goes on once it is answered."""
    with opened(tmp_path) as ledger:
        state = work(ledger, mode="none")
        assert state.production.phase == "planning"
        inbox = desk.inbox(state, "pilot")
        assert {entry.subject for entry in inbox} == {SCORE, APPROACH}
        assert {entry.question for entry in inbox} == set(state.debate.undecided)
        for place, entry in enumerate(inbox):
            assert entry.recommended is not None and state.production.phase == "planning"
            desk.answer(ledger, entry.address, "approve")
            state = work(ledger, mode="none")
            assert desk.inbox(state, "pilot") == inbox[place + 1 :]
        assert state.production.phase == "refinement" and state.shots.shots
        assert {
            state.debate.questions[r.fact.question].opened.subject: r.fact.authority
            for r in ledger.records("pilot")
            if isinstance(r.fact, ProposalApproved) and r.actor == ORCHESTRATOR
        } == {SCORE: "orchestrator", APPROACH: "orchestrator"}


def test_a_rejection_brings_another_proposal(tmp_path: Path) -> None:
    """What the orchestrator turns down is not put up again while there is another proposal."""
    with opened(tmp_path) as ledger:
        up = waiting(work(ledger, mode="none"))
        assert up.recommended is not None
        rivals = [p[0] for p in up.proposals if p[0] != up.recommended]
        desk.answer(ledger, Address("pilot", up.recommended), "reject", "too dark")
        again = waiting(work(ledger, mode="none"))
        assert again.question == up.question and again.recommended in rivals
        assert all(p[0] != up.recommended for p in again.proposals)


def test_until_a_phase_and_on(tmp_path: Path, whole: list[tuple[str, str, str]]) -> None:
    """A run that stops at a phase and goes on leaves the facts of one that never stopped."""
    with opened(tmp_path) as ledger:
        for phase in ("execution", "review"):

            def there(state: State, phase: str = phase) -> bool:
                return state.production.phase == phase

            assert work(ledger, until=there).production.phase == phase
        work(ledger)
        assert facts(ledger, "pilot") == whole


def test_a_constraint_reopens_what_breaks_it(tmp_path: Path) -> None:
    """A limit set after the plan is made changes every shot that breaks it, decided or technical."""
    with opened(tmp_path, vision="Epic and restless: the camera never stops moving.") as ledger:
        before = work(ledger)
        moving = [s for s in before.shots.shots.values() if s.spec.movement != "STATIC"]
        assert moving, "the vision should make cameras move"
        desk.impose(ledger, "pilot", "constraint", "Static camera only.")
        after = work(ledger)
        assert [s.planned.shot for s in after.shots.shots.values() if s.spec.movement != "STATIC"] == []


def test_phases_are_entered_once_each(tmp_path: Path) -> None:
    """An undisturbed run enters each phase once, in order, the first by default."""
    with opened(tmp_path) as ledger:
        work(ledger)
        entered = [r.fact for r in ledger.records("pilot") if isinstance(r.fact, PhaseEntered)]
    assert [(e.phase, e.default) for e in entered] == [
        ("planning", True),
        ("execution", False),
        ("review", False),
        ("refinement", False),
    ]


def test_standing_orders_are_cited(tmp_path: Path) -> None:
    """What a standing order approved names the order."""
    with opened(tmp_path) as ledger:
        state = work(ledger)
        by_order = [
            r.fact
            for r in ledger.records("pilot")
            if isinstance(r.fact, ProposalApproved) and r.fact.authority == "standing_order"
        ]
    assert by_order
    assert {fact.standing_order for fact in by_order} <= {
        order.number for order in state.production.orders.values()
    }
