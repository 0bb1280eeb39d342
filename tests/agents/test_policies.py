"""The crew under other policies than the one it opens with: what goes up, what is decided alone, who rules."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cineledger.agents import desk
from cineledger.agents.governing import reopen_question
from cineledger.agents.policy import POLICY
from cineledger.domain.address import Address
from cineledger.domain.debate.events import ProposalApproved, QuestionOpened, QuestionReopened
from cineledger.domain.ledger import Ledger
from cineledger.domain.ledger.verify import Verifier
from cineledger.domain.production.policy import GiveOrder, RevokeOrder, SetPolicy
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State
from cineledger.domain.talk.events import CommandRefused
from cineledger.domain.words import APPROACH, ASKED_BY, COVERAGE, CREW, IMPASSE, OUTLINE, REVISION
from cineledger.projections.audit import audit
from cineledger.projections.reader import Reader
from tests.agents.test_films import FILM, QUARREL
from tests.support.inbox import approve_each
from tests.support.studio import opened, work

PILOT = "pilot"


def set_policy(ledger: Ledger, subject: str, **settings: object) -> None:
    desk.order(ledger, PILOT, SetPolicy.model_validate({"subject": subject, **settings}))


def authorities(ledger: Ledger, state: State, subject: str) -> set[str]:
    """Under which authority the questions on a subject were decided."""
    decisions = [q.decision for q in state.debate.questions.values() if q.opened.subject == subject]
    facts = [ledger.record(Address(PILOT, number)).fact for number in decisions if number]
    return {fact.model_dump()["authority"] for fact in facts}


def refusals(ledger: Ledger) -> list[CommandRefused]:
    return [r.fact for r in ledger.records(PILOT) if isinstance(r.fact, CommandRefused)]


def test_a_collaborative_approach_is_never_put_to_the_orchestrator(tmp_path: Path) -> None:
    """The director rules on it, and the film is planned to the end without a standing order on it."""
    with opened(tmp_path, script=FILM) as ledger:
        set_policy(ledger, APPROACH, tier="collaborative")
        state, approved = approve_each(ledger)
        assert authorities(ledger, state, APPROACH) in ({"consensus"}, {"ruling"})
        assert approved and APPROACH not in {entry.subject for entry in approved}
        assert state.production.phase == "refinement" and not state.debate.undecided
        assert "standing_order" not in {
            r.fact.authority for r in ledger.records(PILOT) if isinstance(r.fact, ProposalApproved)
        }


def test_at_the_orchestrators_tier_every_question_goes_up(tmp_path: Path) -> None:
    """Each beat's shot awaits the orchestrator, and the work goes on once all are approved."""
    with opened(tmp_path, script=FILM) as ledger:
        set_policy(ledger, COVERAGE, tier="orchestrator", rounds=1)
        state = work(ledger)
        waiting = desk.inbox(state, PILOT)
        asked = [q for q in state.debate.questions.values() if q.opened.subject == COVERAGE]
        assert asked and {w.question for w in waiting} == {q.number for q in asked}
        assert not state.shots.shots and state.production.phase == "execution"
        for entry in waiting:
            desk.answer(ledger, entry.address, "approve")
        state = work(ledger)
        assert state.production.phase == "refinement" and authorities(ledger, state, COVERAGE) == {
            "orchestrator"
        }


def test_what_is_decided_alone_is_not_debated(tmp_path: Path) -> None:
    """At the autonomous tier whoever asks decides as it is asked; nothing is refused or goes up on the way."""
    with opened(tmp_path, script=FILM) as ledger:
        for subject in (policy.subject for policy in POLICY if policy.subject in ASKED_BY):
            asker = ASKED_BY[subject]
            set_policy(ledger, subject, tier="autonomous", lead=asker)
        state = work(ledger, mode="none")
        assert state.production.phase == "refinement" and not refusals(ledger)
        assert all(not q.positions[1:] and q.round == 0 for q in state.debate.questions.values())
        assert authorities(ledger, state, COVERAGE) == {"autonomous"}
        desk.impose(ledger, PILOT, "constraint", "only eye level, static camera only")
        after = work(ledger, mode="none")
        assert {(s.spec.angle, s.spec.movement) for s in after.shots.shots.values()} == {("EYE", "STATIC")}
        assert not after.debate.undecided and authorities(ledger, after, COVERAGE) == {"autonomous"}


@pytest.mark.parametrize("lead", ["cinematographer", "writer"])
def test_another_lead_rules(tmp_path: Path, lead: str) -> None:
    """The director asks, and the role that policy holds accountable closes the debate."""
    with opened(tmp_path, script=FILM) as ledger:
        set_policy(ledger, COVERAGE, lead=lead)
        state = work(ledger)
        asked = [q for q in state.debate.questions.values() if q.opened.subject == COVERAGE]
        assert state.production.phase == "refinement" and not refusals(ledger)
        assert {q.opened.lead for q in asked} == {lead}
        for question in asked:
            assert ledger.record(Address(PILOT, question.number)).actor == "director"
            assert ledger.record(Address(PILOT, question.decision or 0)).actor == lead


def test_a_change_holds_for_what_is_opened_or_opened_again(tmp_path: Path) -> None:
    """Questions keep the policy they were opened under; one that is reopened takes today's."""
    with opened(tmp_path, script=FILM) as ledger:
        before = work(ledger)
        question = next(q for q in before.debate.questions.values() if q.opened.subject == COVERAGE)
        set_policy(ledger, COVERAGE, tier="orchestrator", rounds=1, lead="writer")
        assert work(ledger).debate.questions[question.number] == question
        reopen_question(ledger, Address(PILOT, question.decision or 0), "once more")
        after = work(ledger).debate.questions[question.number]
        assert (after.opened.tier, after.opened.rounds, after.opened.lead) == ("orchestrator", 1, "writer")
        assert after.status == "awaiting" and after.opened.text == question.opened.text
        terms = [r.fact.terms for r in ledger.records(PILOT) if isinstance(r.fact, QuestionReopened)]
        assert terms[0] is not None and terms[0].tier == "orchestrator"
    with Reader(tmp_path) as reader:
        (row,) = reader.rows("SELECT * FROM questions WHERE number = ?", (question.number,))
        (past,) = reader.rows(
            "FROM questions_at('pilot', ?) WHERE number = ?", (question.decision, question.number)
        )
    assert (row["tier"], row["rounds"], row["lead"]) == ("orchestrator", 1, "writer")
    assert (past["tier"], past["rounds"], past["lead"]) == ("collaborative", 2, "director")


def test_an_order_for_what_nobody_stands_against(tmp_path: Path) -> None:
    """It approves what all agree on, and leaves the rest in the inbox."""
    with opened(tmp_path, script=FILM, vision="") as ledger:
        set_policy(ledger, COVERAGE, tier="orchestrator", rounds=1, lead="cinematographer")
        agreed = GiveOrder(subject=COVERAGE, text="What all agree on.", unless_objected=True)
        desk.order(ledger, PILOT, agreed)
        state = work(ledger)
        asked = [q for q in state.debate.questions.values() if q.opened.subject == COVERAGE]
        decided = [q for q in asked if q.status == "decided"]
        assert decided and desk.inbox(state, PILOT)
        for question in asked:
            against = [
                p
                for p in question.positions
                if p.role != question.opened.lead
                and (p.proposal == (question.approved or question.recommended)) != p.supports
            ]
            assert bool(against) == (question.status == "awaiting")
        desk.order(ledger, PILOT, GiveOrder(subject=COVERAGE, text="Take them."))
        assert work(ledger).production.phase == "refinement"


_subjects = st.sampled_from([APPROACH, COVERAGE, REVISION, OUTLINE])
_people = st.lists(st.sampled_from(["cast", "cast:MAYA", "cast:TOM", *CREW]), max_size=5, unique=True)
_policies = st.builds(
    lambda subject, tier, rounds, lead, concerned: SetPolicy(
        subject=subject,
        tier=tier,
        rounds=0 if tier == "autonomous" else rounds,
        lead=ASKED_BY[subject] if tier == "autonomous" else lead,
        concerned=tuple(concerned),
    ),
    _subjects,
    st.sampled_from(["autonomous", "collaborative", "orchestrator"]),
    st.integers(1, 5),
    st.sampled_from(CREW),
    _people,
)
_orders = st.one_of(
    st.builds(RevokeOrder, subject=st.sampled_from([APPROACH, IMPASSE])),
    st.builds(
        GiveOrder, subject=_subjects, text=st.just("Take what is agreed."), unless_objected=st.booleans()
    ),
)


@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.lists(st.one_of(_policies, _orders), min_size=1, max_size=6),
    st.lists(st.one_of(_policies, _orders), max_size=3),
    st.sampled_from(["", "Static camera only.", "Epic now: vast landscapes, people small."]),
)
def test_any_policy_runs_to_the_end_or_to_the_inbox(
    tmp_path_factory: pytest.TempPathFactory,
    before: list[SetPolicy | GiveOrder | RevokeOrder],
    after: list[SetPolicy | GiveOrder | RevokeOrder],
    said: str,
) -> None:
    """Whatever is set, the run ends, what is open is in the inbox, and a second run has nothing to do."""
    folder = tmp_path_factory.mktemp("policies")
    with opened(folder, script=QUARREL, vision="Kinetic, handheld") as ledger:
        for changes, words in ((before, ""), (after, said)):
            for change in changes:
                try:
                    desk.order(ledger, PILOT, change)
                except Refused as refused:
                    assert refused.hint
            if words:
                desk.impose(ledger, PILOT, "broadcast", words)
            state = work(ledger)
            for _ in range(40):
                waiting = desk.inbox(state, PILOT)
                assert {w.question for w in waiting} == set(state.debate.undecided)
                if not waiting:
                    break
                number = waiting[0].recommended or waiting[0].proposals[0][0]
                desk.answer(ledger, Address(PILOT, number), "choose")
                state = work(ledger)
            assert state.production.phase == "refinement" and not state.debate.undecided
            head = ledger.head(PILOT)
            work(ledger)
            assert ledger.head(PILOT) == head
        assert not refusals(ledger)
        assert Verifier(ledger).check(PILOT, None).fault is None
        for record in ledger.records(PILOT):
            if isinstance(record.fact, QuestionOpened):
                assert record.fact.concerned and record.fact.lead in CREW
    with Reader(folder) as reader:
        assert not any(audit(reader).values())
