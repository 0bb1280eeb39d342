"""Decisions are held against the vision as the work goes on; drift is asked about, and returned from."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cineledger.agents import desk
from cineledger.agents.desk import opening
from cineledger.agents.drifting import CheckDrift, Drifting, Drifts
from cineledger.agents.governing import reopen_question
from cineledger.agents.intervening import overrule
from cineledger.agents.minds.mind import Asked
from cineledger.agents.policy import policy_of
from cineledger.domain.address import Address
from cineledger.domain.debate.drift import DriftFound
from cineledger.domain.debate.events import QuestionReopened
from cineledger.domain.debate.options import ApproachOption
from cineledger.domain.event import Event
from cineledger.domain.ledger import Ledger
from cineledger.domain.ledger.verify import Verifier
from cineledger.domain.production.commands import EnterPhase
from cineledger.domain.production.events import PhaseEntered
from cineledger.domain.state import State
from cineledger.domain.talk.events import AnswerFailed, CommandRefused
from cineledger.domain.words import APPROACH, DRIFT, EXCEPTION, SCORE, ApprovalMode
from cineledger.projections.audit import audit
from cineledger.projections.reader import Reader
from tests.agents.test_films import FILM
from tests.support.scripted import ScriptedMind
from tests.support.studio import opened, work

NEAR = "Intimate and close, slow and lingering."
FAR = "An epic: vast landscapes, people tiny, far away. Epic and distant."


def in_execution(state: State) -> bool:
    """What was planned is to be carried out."""
    return state.production.phase == "execution"


def facts(ledger: Ledger, kind: type[Event], name: str = "pilot") -> list[Event]:
    """All facts of a kind, in order."""
    return [record.fact for record in ledger.records(name) if isinstance(record.fact, kind)]


def question(state: State, subject: str) -> int:
    """The first question on a subject."""
    return min(n for n, q in state.debate.questions.items() if q.opened.subject == subject)


def drifting(
    folder: Path, mode: ApprovalMode = "standing", crew: tuple[str, ...] = ()
) -> tuple[Ledger, State]:
    """A film planned as it was asked for, in execution, of which another was asked for then."""
    ledger = opened(folder / "studio", script=FILM, vision=NEAR, crew=crew)
    work(ledger, until=in_execution)
    desk.impose(ledger, "pilot", "broadcast", FAR)
    return ledger, work(ledger, mode=mode)


def test_where_nothing_drifts_nothing_is_recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A film that keeps to its vision has no word of drift, and no reaction more for having been looked at."""
    with opened(tmp_path / "one", script=FILM) as ledger:
        state = work(ledger)
        assert DRIFT in state.production.policy and not state.debate.drifts
        looked_at = [(r.actor, type(r.fact)) for r in ledger.records("pilot", 60)]
    monkeypatch.setattr(opening, "policy_of", lambda crew: [p for p in policy_of(crew) if p.subject != DRIFT])
    with opened(tmp_path / "two", script=FILM) as ledger:
        assert DRIFT not in work(ledger).production.policy
        assert [(r.actor, type(r.fact)) for r in ledger.records("pilot", 59)] == looked_at


def test_drift_is_found_asked_about_and_returned_from(tmp_path: Path) -> None:
    """At the next phase the look that was decided is found to be another film's; under the standing order it is decided
    again, without what drifted, and the work goes on to the end."""
    ledger, state = drifting(tmp_path)
    (found,) = facts(ledger, DriftFound)
    asked = question(state, APPROACH)
    assert isinstance(found, DriftFound) and found.drifted == asked and found.against == FAR
    assert state.debate.questions[question(state, DRIFT)].authority == "standing_order"
    reopened = [f for f in facts(ledger, QuestionReopened) if isinstance(f, QuestionReopened) and f.without]
    assert [again.question for again in reopened] == [asked]
    look = state.debate.questions[asked]
    assert look.status == "decided" and look.approved != reopened[0].without
    option = look.proposal(look.approved or 0)
    assert option is not None and isinstance(option.option, ApproachOption)
    assert option.option.look.closeness < 0.3
    assert state.production.phase == "refinement" and not state.debate.undecided
    assert Verifier(ledger).check("pilot", None).fault is None
    records = {r.number: r for r in ledger.records("pilot")}
    number = next(n for n, r in records.items() if r.fact == found)
    assert {found.decision, found.said} <= set(records[number].caused_by)
    assert number in records[question(state, DRIFT)].caused_by
    with Reader(tmp_path / "studio") as reader:
        assert not any(audit(reader).values())
        assert reader.rows("SELECT drifted, far, role FROM drifts") == [
            {"drifted": asked, "far": found.far, "role": "showrunner"}
        ]
        rejected = "SELECT status FROM proposals WHERE number = ?"
        assert reader.rows(rejected, (reopened[0].without,)) == [{"status": "rejected"}]


def test_the_orchestrator_may_keep_it_as_an_exception(tmp_path: Path) -> None:
    """Nobody of the crew goes on over an open drift; kept as an exception it stands, and is not asked about again."""
    ledger, state = drifting(tmp_path, mode="none")
    while others := [w for w in desk.inbox(state, "pilot") if w.subject != DRIFT]:
        desk.answer(ledger, others[0].address, "approve")
        state = work(ledger, mode="none")
    (waiting,) = desk.inbox(state, "pilot")
    assert state.production.phase == "review" == work(ledger, mode="none").production.phase
    asked = question(state, APPROACH)
    held = state.debate.questions[asked].decision
    if len(waiting.proposals) == 1:
        overrule(ledger, waiting.address, EXCEPTION, "I want both.")
    else:
        rival = next(n for n, *_ in waiting.proposals if n != waiting.recommended)
        desk.answer(ledger, Address("pilot", rival), "choose")
    state = work(ledger)
    assert state.debate.questions[asked].decision == held
    assert state.production.phase == "refinement" and len(facts(ledger, DriftFound)) == 1
    desk.impose(ledger, "pilot", "broadcast", "Far, far away: vast and epic.")
    desk.order(ledger, "pilot", EnterPhase(phase="review"))
    state = work(ledger)
    assert [w.question for w in desk.inbox(state, "pilot")] == [waiting.question], (
        "new words: it is asked anew"
    )
    refused = [fact.command for fact in facts(ledger, CommandRefused) if isinstance(fact, CommandRefused)]
    assert len(facts(ledger, DriftFound)) == 1 and "RaiseDrift" not in refused


def test_without_a_showrunner_the_director_looks(tmp_path: Path) -> None:
    """The director holds decisions against the vision, asks, and brings them back."""
    crew = ("director", "cinematographer", "writer")
    ledger, state = drifting(tmp_path, crew=crew)
    records = [r for r in ledger.records("pilot") if isinstance(r.fact, DriftFound)]
    assert [record.actor for record in records] == ["director"]
    assert state.debate.questions[question(state, DRIFT)].opened.lead == "director"
    assert state.production.phase == "refinement" and not state.debate.undecided


def test_a_late_decision_is_looked_at(tmp_path: Path) -> None:
    """What is decided on the whole film in execution, by anybody but the orchestrator in person, is looked at then."""
    seen = list[CheckDrift]()

    def check(asked: Asked) -> Drifts:
        assert isinstance(asked.ask, CheckDrift)
        seen.append(asked.ask)
        return Drifts()

    with opened(tmp_path, script=FILM, vision=NEAR) as ledger:
        mind = ScriptedMind({"CheckDrift": check})
        state = work(ledger, mind=mind, until=in_execution)
        before = len(seen)
        reopen_question(ledger, Address("pilot", question(state, SCORE)), "think again")
        work(ledger, mind=mind, until=lambda s: not s.debate.undecided and s.production.phase == "review")
    assert len(seen) > before
    assert all(ask.said == (NEAR,) and ask.holds for ask in seen)
    subjects = [holding.subject for holding in seen[-1].holds]
    assert APPROACH in subjects and subjects.count(SCORE) == 1


def _scripted(*answers: Callable[[CheckDrift], Drifts]) -> ScriptedMind:
    """A mind that answers the first checks so, and then finds nothing."""
    left = list(answers)

    def check(asked: Asked) -> Drifts:
        assert isinstance(asked.ask, CheckDrift)
        if asked.corrections and not left:
            return Drifts()
        return left.pop(0)(asked.ask) if left else Drifts()

    return ScriptedMind({"CheckDrift": check})


def _one(place: int, against: int = 0) -> Callable[[CheckDrift], Drifts]:
    return lambda ask: Drifts(
        drifts=(Drifting(place=place, far=0.7, against=against, reason="not the film"),)
    )


def test_a_mind_that_finds_what_is_not_there_is_told(tmp_path: Path) -> None:
    """Places that are not there are told to the mind; what it finds then is asked about, and the work ends."""
    mind = _scripted(_one(99), _one(0, against=7), _one(0))
    with opened(tmp_path, script=FILM, vision=NEAR) as ledger:
        state = work(ledger, mind=mind)
        told = [asked.corrections[-1].why for asked in mind.asked if asked.corrections]
        assert told[:2] == ["there is no decision 99 in `holds`", "there are no words 7 in `said`"]
        assert len(facts(ledger, DriftFound)) == 1 and not facts(ledger, AnswerFailed)
        assert state.production.phase == "refinement" and not state.debate.undecided


def test_a_mind_that_always_finds_drift_comes_to_an_end(tmp_path: Path) -> None:
    """A question is brought back so often and no more, whatever a mind says of it."""

    def always(asked: Asked) -> Drifts:
        assert isinstance(asked.ask, CheckDrift)
        every = enumerate(asked.ask.holds)
        return Drifts(drifts=tuple(Drifting(place=p, far=1, against=0, reason="no") for p, _ in every))

    with opened(tmp_path, script=FILM, vision=NEAR) as ledger:
        state = work(ledger, mind=ScriptedMind({"CheckDrift": always}))
        found = [fact.drifted for fact in facts(ledger, DriftFound) if isinstance(fact, DriftFound)]
        assert found and max(found.count(number) for number in found) <= 2
        assert state.production.phase in ("execution", "review", "refinement")
        assert [f for f in facts(ledger, PhaseEntered) if isinstance(f, PhaseEntered)]
        assert all(w.exhausted for w in desk.inbox(state, "pilot")), (
            "only what the crew has no more to say on"
        )


@pytest.mark.parametrize("place", [0, 1])
def test_faults(place: int) -> None:
    """A decision drifts once, and a sound answer has no fault."""
    ask = CheckDrift(role="showrunner", said=("x", "y"), holds=(), frames=None)
    twice = Drifts(drifts=(_one(place)(ask).drifts * 2))
    assert any("drifts once" in fault for fault in ask.faults(twice))
    assert list(ask.faults(Drifts())) == []
