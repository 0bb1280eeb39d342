"""Drift is a question of its own, and what drifted is decided again where that was decided."""

from cineledger.domain.command import Command
from cineledger.domain.debate.approvals import Approve
from cineledger.domain.debate.commands import Offer, OpenQuestion
from cineledger.domain.debate.drift import DriftFound
from cineledger.domain.debate.drifting import RaiseDrift, ReturnToVision
from cineledger.domain.debate.events import ProposalMade, QuestionOpened, QuestionReopened, RoundOpened
from cineledger.domain.debate.options import ChoiceOption
from cineledger.domain.decide import decide
from cineledger.domain.event import Event
from cineledger.domain.words import DRIFT, EXCEPTION, ORCHESTRATOR, RETURN
from tests.domain.test_work_rules import open_film
from tests.support.film import WHY
from tests.support.scenario import By, given, state_after

ASK = OpenQuestion(
    subject="design_approach",
    text="How is it designed?",
    scene=None,
    beat=None,
    offer=Offer(option=ChoiceOption(choice="lush", statement="Much."), why=WHY),
)


def then(history: list[Event | By], actor: str, *commands: Command) -> list[Event | By]:
    """A history with what commands of one actor lead to."""
    for command in commands:
        facts = decide(state_after(*history), command, actor)
        history = [*history, *(By(actor, fact) for fact in facts)]
    return history


def decided() -> tuple[list[Event | By], int, int]:
    """A film whose sets were decided on: its history, the question, the decision."""
    history = then([*open_film()], "set_designer", ASK)
    question = next(iter(state_after(*history).debate.questions))
    history = then(history, ORCHESTRATOR, Approve(question=question, proposal=question + 1))
    return history, question, state_after(*history).debate.questions[question].decision or 0


def raised(question: int, decision: int) -> RaiseDrift:
    """That the sets are not what was asked for."""
    option = ChoiceOption(choice=RETURN, statement="Back.")
    return RaiseDrift(
        drifted=question,
        decision=decision,
        far=0.8,
        against="bare rooms",
        said=1,
        reason="it is the opposite",
        text="Does this stand?",
        offer=Offer(option=option, why=WHY),
    )


def test_drift_is_a_question_about_what_was_found() -> None:
    """It cites what drifted and the words; who led the decision is asked beside those whom policy names."""
    history, question, decision = decided()
    number = state_after(*history).number + 1
    events = (
        given(*history)
        .when(raised(question, decision), by="showrunner")
        .then_kinds(DriftFound, QuestionOpened, ProposalMade, RoundOpened)
    )
    found, opened, _, opening = events
    assert found.refers() == (question, decision, 1)
    assert isinstance(opened, QuestionOpened) and isinstance(opening, RoundOpened)
    assert (opened.subject, opened.tier, opened.about) == (DRIFT, "orchestrator", number)
    assert opened.refers() == (number,)
    assert opening.waiting == ("set_designer", "director", "producer")


def test_a_drift_is_asked_about_once_at_a_time() -> None:
    """No second question on the same decision while one is open; one about another decision may be."""
    history, question, decision = decided()
    asked = then(history, "showrunner", raised(question, decision))
    given(*asked).when(raised(question, decision), by="showrunner").refused("that is asked at")
    stale = raised(question, decision - 1)
    given(*history).when(stale, by="showrunner").refused("is not decided as it was")
    given(*history).when(raised(question, decision), by="editor").refused("editor does not lead on drift")


def answered(choice: str) -> tuple[list[Event | By], int, int]:
    """The drift decided: the history, the question on it, and the one that drifted."""
    history, question, decision = decided()
    history = then(history, "showrunner", raised(question, decision))
    state = state_after(*history)
    drift = next(n for n, q in state.debate.questions.items() if q.opened.subject == DRIFT)
    proposal = drift + 1
    if choice != RETURN:
        other = ProposalMade(
            question=drift, option=ChoiceOption(choice=choice, statement="x"), **WHY.model_dump()
        )
        history = [*history, By("producer", other)]
        proposal = state.number + 1
    return then(history, ORCHESTRATOR, Approve(question=drift, proposal=proposal)), drift, question


def test_a_return_takes_what_drifted_off_the_table() -> None:
    """The drifted question is open again without what drifted, which nobody of the crew can offer again."""
    history, drift, question = answered(RETURN)
    wish = ReturnToVision(question=drift)
    (again,) = given(*history).when(wish, by="director").then_kinds(QuestionReopened)
    assert isinstance(again, QuestionReopened)
    assert (again.question, again.without, again.reason) == (question, question + 1, "it is the opposite")
    state = state_after(*history, By("director", again))
    asked = state.debate.questions[question]
    assert asked.status == "open" and asked.live == () and asked.personal
    given(*history).when(wish, by="writer").refused("writer may not reopen")
    given(*history, By("director", again)).when(wish, by="director").refused("was decided anew since")


def test_an_exception_stands() -> None:
    """What was kept as an exception is not brought back, nor is what nobody decided."""
    history, drift, question = answered(EXCEPTION)
    given(*history).when(ReturnToVision(question=drift), by="director").refused("keeps it as an exception")
    plain = given(*history).when(ReturnToVision(question=question), by="director")
    plain.refused("is no decided question on drift")
