"""Drift is raised as a question, and what drifted is decided again where the answer is to return to the vision."""

from pydantic import Field

from cineledger.domain.command import Command
from cineledger.domain.debate.checks import question_at
from cineledger.domain.debate.commands import (
    Offer,
    OpenQuestion,
    ReopenQuestion,
    open_question,
    reopen_question,
)
from cineledger.domain.debate.drift import DriftFound
from cineledger.domain.debate.options import ChoiceOption
from cineledger.domain.event import Event
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State, evolve
from cineledger.domain.words import DRIFT, RETURN


class RaiseDrift(Command):
    """Ask whether a decision is to stand, though it drifts from what was asked."""

    drifted: int
    decision: int
    """As which it was looked at."""
    far: float = Field(ge=0, le=1)
    against: str
    said: int | None
    reason: str
    text: str
    offer: Offer


class ReturnToVision(Command):
    """Have decided again what drifted, otherwise."""

    question: int
    """The question on the drift, which was decided so."""


def raise_drift(state: State, command: RaiseDrift, by: str) -> list[Event]:
    """What drifts, and the question about it; refuses what was decided anew since it was looked at."""
    drifted = question_at(state, command.drifted)
    if drifted.status != "decided" or drifted.decision != command.decision:
        raise Refused(f"question {command.drifted} is not decided as it was", "Look at it again.")
    if drifted.opened.subject == DRIFT:
        raise Refused("a question on drift can't drift", "Reopen it instead.")
    found = DriftFound(
        drifted=command.drifted,
        decision=command.decision,
        far=command.far,
        against=command.against,
        said=command.said,
        reason=command.reason,
    )
    number = state.number + 1
    ask = OpenQuestion(
        subject=DRIFT, text=command.text, scene=None, beat=None, offer=command.offer, about=number
    )
    return [found, *open_question(evolve(state, found, by), ask, by)]


def return_to_vision(state: State, command: ReturnToVision, by: str) -> list[Event]:
    """The drifted question, open again without what drifted; only once that was decided, and while it still holds."""
    question = question_at(state, command.question)
    drift = state.debate.drifts.get(question.opened.about or 0)
    approved = question.proposal(question.approved or 0)
    if drift is None or approved is None or not isinstance(approved.option, ChoiceOption):
        raise Refused(f"question {command.question} is no decided question on drift", "Decide it first.")
    if approved.option.choice != RETURN:
        raise Refused(f"question {command.question} keeps it as an exception", "It stands.")
    drifted = question_at(state, drift.drifted)
    if drifted.decision != drift.decision:
        raise Refused(f"question {drift.drifted} was decided anew since", "There is nothing to return from.")
    again = ReopenQuestion(question=drift.drifted, reason=drift.reason)
    return [
        event.model_copy(update={"without": drifted.approved}) for event in reopen_question(state, again, by)
    ]
