"""Debates of minds that amend, withdraw and come to no end; and what is left of them where money is short."""

from pathlib import Path

from cineledger.agents import desk
from cineledger.agents.crew import house_rules
from cineledger.agents.debating import StandOnShot
from cineledger.agents.minds.house import HouseMind
from cineledger.agents.minds.mind import Asked
from cineledger.agents.minds.minding import everybody
from cineledger.agents.runner import Runner
from cineledger.agents.stances import Amended, Opposed, Rival, Stand, TakenBack, spec_of
from cineledger.agents.weighing import Verdict, WeighShots
from cineledger.domain.address import Address
from cineledger.domain.debate.events import (
    ObjectionRaised,
    ObjectionWithdrawn,
    ProposalAmended,
    ProposalApproved,
    ProposalRuled,
    ProposalWithdrawn,
    QuestionOpened,
    RoundClosed,
    RoundOpened,
)
from cineledger.domain.debate.options import ShotOption
from cineledger.domain.event import Event
from cineledger.domain.ledger import Ledger
from cineledger.domain.talk.events import AnswerFailed, CommandRefused
from cineledger.domain.value import Value
from cineledger.domain.words import COVERAGE
from tests.agents.test_films import FILM
from tests.support.scripted import ScriptedMind
from tests.support.studio import opened, work

HOUSE = house_rules()
CRITERION = {"cast": "truth", "writer": "the line", "cinematographer": "composition", "director": "emphasis"}


def criterion(role: str) -> str:
    return CRITERION[role.partition(":")[0]]


def against_all(ask: StandOnShot, *, blocking: bool = False) -> Stand:
    """An objection to everything that is tabled."""
    said = criterion(ask.role)
    return Stand(
        supports=None,
        criterion=said,
        reason="it is not what the line says",
        against=tuple(
            Opposed(place=p, criterion=said, reason=f"{t.option.kind} {p} misses it", blocking=blocking)
            for p, t in enumerate(ask.tabled)
        ),
    )


def of(ledger: Ledger, kind: type[Event]) -> list[tuple[int, str, Event]]:
    """Number, actor and fact of all events of a kind."""
    return [(r.number, r.actor, r.fact) for r in ledger.records("pilot") if isinstance(r.fact, kind)]


def test_a_lead_amends_and_objections_are_withdrawn(tmp_path: Path) -> None:
    """All object, the director changes its shot, all take their objections back: consensus on the changed shot."""

    def stand(asked: Asked) -> Value:
        ask = asked.ask
        assert isinstance(ask, StandOnShot)
        if ask.round == 1:
            return against_all(ask)
        place = next(p for p, t in enumerate(ask.tabled) if t.by == "director")
        if ask.role == "director":
            return Stand(supports=place, criterion="emphasis", reason="it is still the turn")
        assert ask.tabled[place].was is not None and place in ask.objects_to
        said = criterion(ask.role)
        back = TakenBack(what="objection", place=place, criterion=said, reason="held still it says it")
        return Stand(supports=place, criterion=said, reason="held still it says it", withdraws=(back,))

    def weigh(asked: Asked) -> Value:
        ask = asked.ask
        assert isinstance(ask, WeighShots)
        verdict = Verdict(place=0, criterion="emphasis", reason="the turn needs it")
        if not ask.rounds_left:
            return verdict
        spec = spec_of(ask.tabled[0].option)
        assert spec is not None
        held = spec.model_copy(
            update={"movement": "STATIC", "support": "STICKS", "description": "held, as they asked"}
        )
        new = Amended(place=0, option=ShotOption(spec=held), criterion="pace", reason="held, it waits")
        return verdict.model_copy(update={"again": True, "amends": new})

    mind = ScriptedMind({"StandOnShot": stand, "WeighShots": weigh})
    with opened(tmp_path, script=FILM) as ledger:
        state = work(ledger, mind=mind)
        assert not of(ledger, AnswerFailed)
        amended = of(ledger, ProposalAmended)
        assert amended and all(by == "director" for _, by, _ in amended)
        for number, _, fact in amended:
            assert isinstance(fact, ProposalAmended)
            question = state.debate.questions[fact.question]
            assert (question.approved, question.authority) == (number, "consensus")
            assert len(fact.answers) == sum(
                isinstance(said, ObjectionWithdrawn) and said.question == fact.question
                for _, _, said in of(ledger, ObjectionWithdrawn)
            )
            shot = next(s for s in state.shots.live() if s.question == fact.question)
            assert shot.spec.description == "held, as they asked"
            assert not question.standing(number)


def test_a_role_withdraws_its_own_proposal(tmp_path: Path) -> None:
    """The director gives way in round 2: its shot leaves the table and is nobody's any more."""

    def stand(asked: Asked) -> Value:
        ask = asked.ask
        assert isinstance(ask, StandOnShot)
        mine = [p for p, t in enumerate(ask.tabled) if t.by == ask.role]
        rivals = [p for p, t in enumerate(ask.tabled) if t.by == "cinematographer"]
        if ask.round == 1:
            stand = against_all(ask)
            spec = spec_of(ask.tabled[0].option)
            assert spec is not None
            wider = spec.model_copy(update={"size": "MLS", "description": "MLS, wider"})
            rival = Rival(option=ShotOption(spec=wider), criterion="composition", reason="the room is in it")
            return stand.model_copy(update={"alternative": rival if ask.role == "cinematographer" else None})
        if ask.role != "director" or not rivals:
            return Stand(supports=0, criterion=criterion(ask.role), reason="that one says it")
        back = TakenBack(what="proposal", place=mine[0], criterion="pace", reason="hers says it sooner")
        return Stand(supports=rivals[0], criterion="pace", reason="hers says it sooner", withdraws=(back,))

    with opened(tmp_path, script=FILM) as ledger:
        state = work(ledger, mind=ScriptedMind({"StandOnShot": stand}))
        withdrawn = of(ledger, ProposalWithdrawn)
        assert withdrawn and not of(ledger, AnswerFailed)
        for _, by, fact in withdrawn:
            assert by == "director" and isinstance(fact, ProposalWithdrawn)
            question = state.debate.questions[fact.question]
            assert question.status == "decided" and question.approved != fact.proposal


def test_an_impasse_tells_both_sides(tmp_path: Path) -> None:
    """What the cast blocks goes up with each side in its own words; nobody of the crew decides it."""

    def stand(asked: Asked) -> Value:
        ask = asked.ask
        assert isinstance(ask, StandOnShot)
        if ask.role.startswith("cast:"):
            return against_all(ask, blocking=True)
        return Stand(supports=0, criterion=criterion(ask.role), reason=f"{ask.role} would have it")

    with opened(tmp_path, script=FILM) as ledger:
        work(
            ledger,
            mind=ScriptedMind({"StandOnShot": stand}),
            until=lambda s: s.production.phase == "execution",
        )
        state = work(ledger, mind=ScriptedMind({"StandOnShot": stand}), mode="none")
        entries = [entry for entry in desk.inbox(state, "pilot") if entry.impasse]
        assert entries and {entry.subject for entry in entries} == {COVERAGE}
        for entry in entries:
            side = next(s for s in entry.sides if s.proposal == entry.recommended)
            assert side.supports and side.objections and entry.contested
            assert side.objections[0].blocking and side.objections[0].role.startswith("cast:")
            assert "truth" in side.costs
            assert "stand apart" in entry.outcome
            desk.answer(ledger, Address("pilot", entry.question), "approve")
        after = work(ledger, mind=ScriptedMind({"StandOnShot": stand}), mode="none")
        assert {after.debate.questions[e.question].authority for e in entries} == {"orchestrator"}


def test_what_cannot_be_used_is_told_and_asked_again(tmp_path: Path) -> None:
    """A criterion of nobody's, a place where nothing is: its mind reads what is wrong, and may mend it."""

    def stand(asked: Asked) -> Value:
        ask = asked.ask
        assert isinstance(ask, StandOnShot)
        if not asked.corrections:
            return Stand(supports=7, criterion="beauty", reason="it is beautiful")
        assert "no proposal at place 7" in asked.corrections[0].why
        assert "'beauty'" in asked.corrections[0].why
        house: Value = HOUSE[StandOnShot](ask)
        return house

    with opened(tmp_path, script=FILM) as ledger:
        mind = ScriptedMind({"StandOnShot": stand})
        state = work(ledger, mind=mind)
        assert state.production.phase == "refinement" and not of(ledger, AnswerFailed)
        assert any(asked.corrections for asked in mind.asked)


def test_a_lead_cannot_have_a_round_that_is_not_worth_it(tmp_path: Path) -> None:
    """Who asks for one is told why not, and the house rules where it insists."""

    def weigh(asked: Asked) -> Value:
        return Verdict(place=0, criterion="emphasis", reason="let us talk on", again=True)

    with opened(tmp_path, script=FILM) as ledger:
        state = work(ledger, mind=ScriptedMind({"WeighShots": weigh}))
        failed = [fact for _, _, fact in of(ledger, AnswerFailed) if isinstance(fact, AnswerFailed)]
        assert failed and all("no further round" in fact.problems[0] for fact in failed)
        covered = [q for q in state.debate.questions.values() if q.opened.subject == COVERAGE]
        assert covered and all(q.status == "decided" and q.round <= q.opened.rounds for q in covered)


def test_rounds_are_called_for_by_what_was_said(tmp_path: Path) -> None:
    """With the house's minds: each round after the first was worth it, and says why; each question says its weight."""
    with opened(tmp_path, script=FILM) as ledger:
        work(ledger)
        for _, _, fact in of(ledger, QuestionOpened):
            assert isinstance(fact, QuestionOpened) and fact.importance is not None and fact.scope
        closed = {
            (fact.question, fact.round): fact
            for _, _, fact in of(ledger, RoundClosed)
            if isinstance(fact, RoundClosed)
        }
        assert all(fact.reason for fact in closed.values())
        for _, _, fact in of(ledger, RoundOpened):
            assert isinstance(fact, RoundOpened)
            before = closed.get((fact.question, fact.round - 1))
            assert fact.round == 1 or (before is not None and before.further and fact.reason == before.reason)


def test_a_film_whose_money_is_nearly_spent_debates_in_single_rounds(tmp_path: Path) -> None:
    """It ends like any other, and each question says that there was no money for more."""

    def rounds(left: float | None, folder: Path) -> list[RoundOpened]:
        with opened(folder, script=FILM) as ledger:
            desk.start(ledger, "pilot", "standing", default_mode=False)
            mind = HouseMind(house_rules())
            with Runner(ledger, "pilot", everybody(mind), left=lambda: left) as runner:
                taken: set[object] = set()
                while not runner.work() and desk.take_up(ledger, "pilot", runner.state, taken):
                    pass
                assert runner.state.production.phase == "refinement"
            said = [f.scope for _, _, f in of(ledger, QuestionOpened) if isinstance(f, QuestionOpened)]
            assert any("is left of what minds may cost" in scope for scope in said) == (left is not None)
            return [f for _, _, f in of(ledger, RoundOpened) if isinstance(f, RoundOpened)]

    rich, poor = rounds(None, tmp_path / "rich"), rounds(0.05, tmp_path / "poor")
    assert max(r.round for r in rich) == 2 and max(r.round for r in poor) == 1
    assert len(poor) < len(rich)


def test_the_house_changes_its_mind_where_a_new_limit_forbids_its_shots(tmp_path: Path) -> None:
    """Proposals that a constraint rules out are amended within it or withdrawn; none of them is chosen."""
    with opened(tmp_path, script=FILM) as ledger:
        work(ledger)
        before = ledger.load("pilot").state.number
        desk.impose(ledger, "pilot", "constraint", "No close-ups, no handheld.")
        state = work(ledger)
        changed = [
            n for n, _, _ in (*of(ledger, ProposalAmended), *of(ledger, ProposalWithdrawn)) if n > before
        ]
        assert changed
        gone = {
            fact.proposal
            for kind in (ProposalAmended, ProposalWithdrawn)
            for _, _, fact in of(ledger, kind)
            if isinstance(fact, ProposalAmended | ProposalWithdrawn)
        }
        held = {q.approved for q in state.debate.questions.values()}
        assert not gone & held
        late = [n for n, _, _ in of(ledger, CommandRefused) if n > before]
        assert not late
        assert of(ledger, ProposalRuled) and of(ledger, ProposalApproved) and of(ledger, ObjectionRaised)
