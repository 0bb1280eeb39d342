"""Films whose approvals are touched: the orchestrator is asked again, with what stands now on the table."""

from functools import partial
from pathlib import Path

import pytest

from cineledger.agents import desk
from cineledger.domain.address import Address
from cineledger.domain.debate.binding import stale
from cineledger.domain.debate.events import ApprovalVoided, ProposalApproved, QuestionReopened
from cineledger.domain.debate.options import ShotOption
from cineledger.domain.debate.question import Question
from cineledger.domain.ledger import Ledger
from cineledger.domain.ledger.verify import Verifier
from cineledger.domain.notes.commands import GiveNote
from cineledger.domain.production.commands import Impose
from cineledger.domain.production.policy import GiveOrder, SetPolicy
from cineledger.domain.state import State
from cineledger.domain.words import APPROACH, COVERAGE, OUTLINE, Tier
from tests.agents.test_any_session import Session
from tests.agents.test_films import FILM
from tests.agents.test_revised_films import sound, take_in, whole
from tests.support.drafts import CABIN, HARBOUR, KITCHEN, QUAY, draft
from tests.support.studio import VISION, opened, work


def chosen(ledger: Ledger) -> tuple[State, Question]:
    """A film whose first covered beat the orchestrator decided in person."""
    state = work(ledger)
    question, rival = next(
        (q, p)
        for q in state.debate.questions.values()
        for p in q.proposals
        if q.opened.subject == COVERAGE and p.number != q.approved
    )
    desk.answer(ledger, Address("pilot", rival.number), "choose")
    state = work(ledger)
    return state, state.debate.questions[question.number]


def revised(ledger: Ledger) -> tuple[State, Question]:
    """The same, whose shot the crew made otherwise on a note."""
    state, question = chosen(ledger)
    (slate,) = state.shots.of_question[question.number]
    desk.order(ledger, "pilot", GiveNote(text="Wider, please.", table="shots", key=slate))
    return work(ledger), question


def test_what_the_crew_made_otherwise_comes_back(tmp_path: Path) -> None:
    """The shot as it was approved and the shot as it is made now are both up; choosing either ends it."""
    with opened(tmp_path, script=FILM, vision=VISION) as ledger:
        state, former = revised(ledger)
        (voided,) = (r for r in ledger.records("pilot") if isinstance(r.fact, ApprovalVoided))
        assert voided.actor == "cinematographer" and isinstance(voided.fact, ApprovalVoided)
        assert (voided.fact.question, voided.fact.decision) == (former.number, former.decision)
        assert voided.fact.touched in voided.caused_by
        (asked,) = (entry for entry in desk.inbox(state, "pilot") if entry.question == former.number)
        question = state.debate.questions[former.number]
        (slate,) = state.shots.of_question[former.number]
        made = state.shots.shots[slate].spec
        offered = {p.number: p.option for p in question.proposals if isinstance(p.option, ShotOption)}
        now = next(number for number, option in offered.items() if option.spec == made)
        assert former.approved in offered and now != former.approved
        assert {now, former.approved} <= {number for number, *_ in asked.proposals}
        desk.answer(ledger, Address("pilot", now), "choose")
        state = work(ledger)
        assert state.shots.shots[slate].spec == made and not desk.inbox(state, "pilot")
        desk.answer(ledger, Address("pilot", former.approved or 0), "choose")
        state = work(ledger)
        assert state.shots.shots[slate].spec != made and not desk.inbox(state, "pilot")
        assert not stale(state)
        whole(state)
    sound(tmp_path)


def test_another_vision_asks_for_the_approach_again(tmp_path: Path) -> None:
    """What a standing order approved under one vision, it approves anew under another, after a debate."""
    with opened(tmp_path, script=FILM, vision=VISION) as ledger:
        before = work(ledger)
        desk.order(ledger, "pilot", Impose(kind="vision", text="Epic: places before faces."))
        reopened = [
            r.fact for r in ledger.records("pilot", before.number) if isinstance(r.fact, QuestionReopened)
        ]
        approach = next(q for q in before.debate.questions.values() if q.opened.subject == APPROACH)
        assert approach.number in {fact.question for fact in reopened}
        state = work(ledger)
        now = state.debate.questions[approach.number]
        assert now.status == "decided" and now.holds and now.content != approach.content
        assert not stale(state)
    sound(tmp_path)


def test_a_fork_keeps_what_was_approved_and_checks_it(tmp_path: Path) -> None:
    """A fork before the shot was made otherwise holds the approval with its content; one after it has it voided."""
    with opened(tmp_path, script=FILM, vision=VISION) as ledger:
        _, former = revised(ledger)
        voided = next(r.number for r in ledger.records("pilot") if isinstance(r.fact, ApprovalVoided))
        ledger.fork(Address("pilot", voided - 2), "before")
        ledger.fork(Address("pilot", voided), "within")
        for name, holds in (("before", True), ("within", False), ("pilot", False)):
            question = ledger.load(name).state.debate.questions[former.number]
            assert question.holds is holds
            assert ledger.load(name).state == ledger.fold(name)
            assert Verifier(ledger).check_approvals(name) is None
        before = ledger.load("before").state.debate.questions[former.number]
        assert before.content == former.content
        desk.order(ledger, "before", Impose(kind="vision", text="Epic."))
        state = work(ledger, "within")
        assert not stale(state) and not stale(work(ledger, "before"))
        decided = [r for r in ledger.records("pilot") if isinstance(r.fact, ProposalApproved)]
        assert all(isinstance(r.fact, ProposalApproved) and len(r.fact.content) == 64 for r in decided)
    sound(tmp_path)


def test_a_fork_that_cuts_off_the_end_of_an_approval_says_it_anew(tmp_path: Path) -> None:
    """Wherever in the step that touches it one forks, the approval holds or has ended, and its question is open."""
    with opened(tmp_path, script=FILM, vision=VISION) as ledger:
        before = work(ledger)
        desk.order(ledger, "pilot", Impose(kind="vision", text="Epic: places before faces."))
        approach = next(q for q in before.debate.questions.values() if q.opened.subject == APPROACH)
        for number in range(before.number, ledger.head("pilot").number + 1):
            recorded = desk.fork(ledger, Address("pilot", number), f"at{number}", None)
            question = ledger.load(f"at{number}").state.debate.questions[approach.number]
            assert (question.status, question.holds) == (
                ("decided", True) if number == before.number else ("open", False)
            )
            assert not recorded or recorded[0].number == number + 1
            assert Verifier(ledger).check_approvals(f"at{number}") is None
            assert not Verifier(ledger).check(f"at{number}").fault
        assert work(ledger, f"at{before.number + 1}").debate.questions[approach.number].holds
    sound(tmp_path)


def test_an_outline_is_told_as_it_was_approved_until_a_draft_is_brought(tmp_path: Path) -> None:
    """Writing, reading through and rewriting carry it out; a draft that is brought asks for it again, once."""
    with Ledger(tmp_path, create=True) as ledger:
        idea = "A lighthouse keeper hides a letter from his daughter, and she finds it."
        desk.open_production(ledger, "pilot", title="T", vision=VISION, idea=idea, script=None)
        state = work(ledger)
        outline = next(q for q in state.debate.questions.values() if q.opened.subject == OUTLINE)
        assert outline.holds and state.script.order and state.script.source == OUTLINE
        text = state.script.title_text + "".join(s.written.text for s in state.script.present()[:-1])
        take_in(ledger, text + "\nINT. CELLAR - NIGHT\n\nNobody.\n")
        reopened = ledger.load("pilot").state.debate.questions[outline.number]
        assert (reopened.status, reopened.voided) == ("open", outline.approved)
        state = work(ledger)
        again = state.debate.questions[outline.number]
        assert again.approved == outline.approved and again.holds and again.content != outline.content
        assert not stale(state)
        whole(state)
    sound(tmp_path)


def test_the_same_work_gives_the_same_contents(tmp_path: Path) -> None:
    """Two studios in which the same is done have the same history, contents and all."""
    digests = []
    for folder in (tmp_path / "one", tmp_path / "two"):
        with opened(folder, script=FILM, vision=VISION) as ledger:
            revised(ledger)
            digests.append(ledger.history_digest("pilot"))
    assert digests[0] == digests[1]


class Touching(Session):
    """Somebody who approved a whole film, its shots by an order, and touches what was approved."""

    def __init__(self, ledger: Ledger, seed: int) -> None:
        super().__init__(ledger, seed)
        order = GiveOrder(subject=COVERAGE, text="Take the shots the director recommends.")
        desk.order(ledger, self.name, SetPolicy(subject=COVERAGE, tier="orchestrator"), order)
        work(ledger, self.name)

    def fork(self) -> None:
        """Goes on in a fork at one of the last events."""
        name = f"fork{len(self.ledger.productions())}"
        desk.fork(self.ledger, Address(self.name, self.state.number - self.dice.randrange(40)), name, None)
        self.name = name
        self.scenes = [s.written.text for s in self.state.script.present()]

    def approve(self) -> None:
        """Approves what waits, or decides a decided question again."""
        for waiting in desk.inbox(self.state, self.name)[:3]:
            at = Address(self.name, waiting.recommended or waiting.proposals[0][0])
            self._try(partial(desk.answer, self.ledger, at, "choose"))
        self.decide()

    def envision(self) -> None:
        """States another vision."""
        text = self.dice.choice(("Epic: places before faces.", VISION, "Funny, quick and bright."))
        desk.order(self.ledger, self.name, Impose(kind="vision", text=text))

    def loosen(self) -> None:
        """Leaves revisions to the cinematographer alone, or to a debate."""
        tier: Tier = self.dice.choice(("autonomous", "collaborative"))
        self._try(lambda: desk.order(self.ledger, self.name, SetPolicy(subject="revision", tier=tier)))


@pytest.mark.parametrize("seed", range(7, 12))
def test_in_any_session_no_approval_outlives_what_was_approved(tmp_path: Path, seed: int) -> None:
    """Drafts, notes, visions, choices and forks in any order: after each step none of the orchestrator's is stale."""
    script = draft(HARBOUR, KITCHEN, CABIN, QUAY)
    with opened(tmp_path, script=script, vision=VISION) as ledger:
        session = Touching(ledger, seed)
        acts = (
            session.draft,
            session.run,
            session.approve,
            session.note,
            session.envision,
            session.fork,
            session.loosen,
        )
        for _ in range(7):
            session.dice.choice(acts)()
            assert not stale(session.state)
        state = session.finish()
        assert not stale(state) and state == ledger.fold(session.name)
        whole(state)
    sound(tmp_path)
