"""When the orchestrator may step in, and what follows."""

import pytest

from cineledger.domain.command import Command
from cineledger.domain.debate.answering import Against, Respond
from cineledger.domain.debate.commands import Offer, OpenQuestion, Rule
from cineledger.domain.debate.events import DissentRecorded, ProposalApproved, ProposalMade
from cineledger.domain.debate.options import ChoiceOption, ShotOption
from cineledger.domain.decide import decide
from cineledger.domain.event import Event
from cineledger.domain.production.commands import Impose
from cineledger.domain.production.events import BroadcastSent, ProductionReopened, ProductionWrapped
from cineledger.domain.production.intervening import (
    OverruleDecision,
    OverruleWork,
    Pause,
    Redirect,
    Resume,
)
from cineledger.domain.production.interventions import (
    DecisionOverruled,
    ProductionPaused,
    ProductionRedirected,
    ProductionResumed,
    WorkOverruled,
)
from cineledger.domain.production.wrapping import WrapProduction
from cineledger.domain.staging.events import SceneLit
from cineledger.domain.talk.commands import Pass
from cineledger.domain.talk.events import ReactionPassed
from cineledger.domain.work.commands import Deliver
from cineledger.domain.work.work import WorkStruck
from tests.domain.test_work_rules import LIT, open_film
from tests.support.film import WHY, WIDE, asked, broken_down, opening
from tests.support.scenario import By, by, given, state_after

PAUSED = ProductionPaused(reason="let me read")


@pytest.mark.parametrize(
    "command",
    [
        Pause(reason="x"),
        Resume(),
        Redirect(text="x", reason="x"),
        OverruleDecision(question=1, reason="x", proposal=2),
        OverruleWork(made=1, reason="x"),
    ],
)
def test_only_the_orchestrator_intervenes(command: Command) -> None:
    """No role pauses, resumes, redirects or overrules, whatever it says."""
    given(*opening(), PAUSED).when(command, by="director").refused("is paused")
    given(*opening()).when(command, by="director").refused("director may not ")


@pytest.mark.parametrize("command", [Pause(reason=" "), Redirect(text="x", reason="")])
def test_an_intervention_has_its_reason(command: Command) -> None:
    """Nothing is paused or redirected without a reason."""
    given(*opening()).when(command).refused("the reason is empty")


def test_a_paused_production_takes_from_nobody_but_the_orchestrator() -> None:
    """While it is paused no role does anything, not even stay silent; the orchestrator goes on."""
    paused = given(*opening(), PAUSED)
    paused.when(Pass(reason="x"), by="director").refused("the production is paused")
    paused.when(Impose(kind="broadcast", text="wait")).then(BroadcastSent(text="wait"))
    paused.when(Pause(reason="again")).refused("it is paused already")
    number = state_after(*opening(), PAUSED).number
    resumed = ProductionResumed(pause=number, reason="go on")
    paused.when(Resume(reason=" go on ")).then(resumed)
    going = given(*opening(), PAUSED, resumed)
    going.when(Pass(reason="x"), by="director").then(ReactionPassed(reason="x"))
    going.when(Resume()).refused("it is not paused")


def test_a_pause_ends_with_the_wrap() -> None:
    """What is wrapped and taken up again is not paused any more."""
    wrapped = given(*opening(), PAUSED).when(WrapProduction()).then_kinds(ProductionWrapped)
    again = [*opening(), PAUSED, *wrapped, ProductionReopened(reason="x")]
    given(*again).when(Pass(reason="x"), by="director").then(ReactionPassed(reason="x"))


def test_a_redirection_names_what_is_there() -> None:
    """A direction cites events of the past, and no other."""
    wish = Redirect(text=" colder ", reason="it is winter", about=(3,))
    given(*opening()).when(wish).then(ProductionRedirected(text="colder", reason="it is winter", about=(3,)))
    beyond = wish.model_copy(update={"about": (3, 9_999)})
    given(*opening()).when(beyond).refused("there is no event 9999")


START = broken_down()
QUESTION = state_after(*START).number + 1
CLOSE_UP, RIVAL = QUESTION + 1, QUESTION + 4


def debated(*, decided: bool) -> list[Event | By]:
    """A question with a rival offered, and where wanted the crew's decision against that."""
    alternative = Offer(option=ShotOption(spec=WIDE), why=WHY)
    against = (Against(proposal=CLOSE_UP, why=WHY),)
    rival = Respond(question=QUESTION, supports=None, why=WHY, against=against, alternative=alternative)
    support = Respond(question=QUESTION, supports=CLOSE_UP, why=WHY)
    steps: list[tuple[str, Command]] = [("director", asked()), ("cinematographer", rival)]
    if decided:
        steps += [("writer", support), ("cast:MAYA", support)]
        steps += [("director", Rule(question=QUESTION, proposal=CLOSE_UP, why=WHY))]
    history = list[Event | By](START)
    for actor, command in steps:
        history += [By(actor, fact) for fact in decide(state_after(*history), command, actor)]
    return history


@pytest.mark.parametrize("decided", [True, False])
def test_a_decision_is_overruled(decided: bool) -> None:
    """Another proposal holds by the orchestrator's authority, the reason is told, and dissent is kept."""
    history = debated(decided=decided)
    before = state_after(*history).debate.questions[QUESTION].decision
    assert (before is not None) == decided
    wish = OverruleDecision(question=QUESTION, proposal=RIVAL, reason="keep her distance")
    overruled, approved, *dissents = given(*history).when(wish).events
    assert overruled == DecisionOverruled(question=QUESTION, decision=before, reason="keep her distance")
    assert isinstance(approved, ProposalApproved)
    assert (approved.proposal, approved.authority, approved.note) == (
        RIVAL,
        "orchestrator",
        "keep her distance",
    )
    assert dissents and all(isinstance(kept, DissentRecorded) for kept in dissents)


def test_overruling_says_what_holds_instead() -> None:
    """What holds already, what was not proposed, and nothing at all do not overrule."""
    decided = given(*debated(decided=True))
    wish = OverruleDecision(question=QUESTION, reason="x")
    decided.when(wish).refused("overruling needs something else to hold")
    decided.when(wish.model_copy(update={"proposal": CLOSE_UP})).refused("approved already")
    decided.when(wish.model_copy(update={"proposal": 3})).refused("not a live proposal")
    decided.when(wish.model_copy(update={"choice": "sparse"})).refused(
        "a choice is no answer on beat_coverage"
    )
    decided.when(wish.model_copy(update={"question": 3})).refused("3 is not a question")


DESIGN_ASKED = OpenQuestion(
    subject="design_approach",
    text="How is it designed?",
    scene=None,
    beat=None,
    offer=Offer(option=ChoiceOption(choice="sparse", statement="Little."), why=WHY),
)


def test_a_choice_that_nobody_offered_can_hold() -> None:
    """The orchestrator names another of the ways that the craft knows; one that was offered is taken as it was."""
    history = open_film()
    history += by("set_designer", *decide(state_after(*history), DESIGN_ASKED, "set_designer"))
    question = next(iter(state_after(*history).debate.questions))
    wish = OverruleDecision(question=question, choice="lush", reason="a house full of things")
    events = (
        given(*history)
        .when(wish)
        .then_kinds(DecisionOverruled, ProposalMade, ProposalApproved, DissentRecorded)
    )
    number = state_after(*history).number + 2
    assert isinstance(events[2], ProposalApproved) and events[2].proposal == number
    proposal = state_after(*history, *events).debate.questions[question].proposal(number)
    assert proposal is not None and proposal.by == "orchestrator"
    offered = wish.model_copy(update={"choice": "sparse"})
    given(*history).when(offered).then_kinds(DecisionOverruled, ProposalApproved)
    unknown = wish.model_copy(update={"choice": "baroque"})
    given(*history).when(unknown).refused("baroque is no choice on design_approach")


def test_overruled_work_has_to_be_made_otherwise() -> None:
    """A piece that was struck is not handed in again as it was; another may be, and the reason goes with it."""
    history: list[Event | By] = [*open_film(), *by("cinematographer", LIT)]
    number = state_after(*history).number
    wish = OverruleWork(made=number, reason="darker")
    given(*history).when(wish).then(
        WorkOverruled(work="SceneLit", key="1", made=number, to="cinematographer", reason="darker"),
        WorkStruck(work="SceneLit", key="1", reason="darker"),
    )
    struck: list[Event | By] = [*history, *given(*history).when(wish).events]
    state = state_after(*struck)
    assert state.works.get(SceneLit, "1") is None and state.works.notes(SceneLit, "1") == ("darker",)
    given(*struck).when(wish).refused(f"no work that stands was made at {number}")
    again = given(*struck)
    again.when(Deliver(works=(LIT,)), by="cinematographer").refused("that was overruled at")
    darker = LIT.model_copy(update={"ratio": 16.0})
    again.when(Deliver(works=(darker,)), by="cinematographer").then(darker)
    made = state_after(*struck, *by("cinematographer", darker))
    assert made.works.notes(SceneLit, "1") == ("darker",) and not made.works.overruled
    back = given(*struck, *by("cinematographer", darker)).when(Deliver(works=(LIT,)), by="cinematographer")
    back.then(LIT)
