"""The rules of taking back, and of changing, what one has said in a debate."""

from collections.abc import Mapping
from typing import Any

from cineledger.domain.debate.checks import may_be_offered, require_live
from cineledger.domain.debate.events import (
    ObjectionWithdrawn,
    ProposalAmended,
    ProposalWithdrawn,
    SupportGiven,
)
from cineledger.domain.debate.options import Option
from cineledger.domain.debate.question import Question
from cineledger.domain.event import Event
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State


def amended(
    state: State,
    question: Question,
    by: str,
    proposal: int,
    option: Option,
    answers: tuple[int, ...],
    why: Mapping[str, Any],
) -> list[Event]:
    """A new version of a role's own proposal; where a colleague has tabled that very thing, support for it instead.

    Whoever stood on the version before is asked again, so a round has to be left for that.
    """
    number = question.number
    before = _own(question, by, proposal, "amended")
    if question.rounds_left == 0:
        raise Refused(
            f"question {number} has no round left to ask about an amendment", "Support, object or withdraw."
        )
    if before == option:
        raise Refused(f"that changes nothing about {proposal}", "Say what is to be different.")
    may_be_offered(state, question, option)
    objections = {p.number for p in question.standing(proposal)}
    unknown = [answered for answered in answers if answered not in objections]
    if unknown:
        raise Refused(f"{unknown[0]} is no objection to {proposal}", "Name those that stand against it.")
    same = offered_already(question, option)
    if same is not None:
        return [
            ProposalWithdrawn(question=number, proposal=proposal, **why),
            SupportGiven(question=number, proposal=same, **why),
        ]
    return [ProposalAmended(question=number, proposal=proposal, option=option, answers=answers, **why)]


def proposal_withdrawn(question: Question, by: str, proposal: int, why: Mapping[str, Any]) -> list[Event]:
    """A role's own proposal leaves the table, if something else stays on it.

    Where colleagues withdrew the rest in the same round it stays, the last there is, whoever prefers what is gone.
    """
    _own(question, by, proposal, "withdrawn")
    if question.live == (proposal,):
        if len(question.table) > 1:
            return []
        raise Refused(f"{proposal} is all that is proposed", "Amend it, or offer something else first.")
    return [ProposalWithdrawn(question=question.number, proposal=proposal, **why)]


def objection_withdrawn(question: Question, by: str, objection: int, why: Mapping[str, Any]) -> list[Event]:
    """A role's own objection stands no longer."""
    position = next((p for p in question.positions if p.number == objection and not p.supports), None)
    if position is None:
        raise Refused(f"{objection} is no objection that stands", "Withdraw one that does.")
    if position.role != by:
        raise Refused(f"objection {objection} is {position.role}'s", "One withdraws one's own.")
    return [
        ObjectionWithdrawn(question=question.number, proposal=position.proposal, objection=objection, **why)
    ]


def offered_already(question: Question, option: Option, without: frozenset[int] = frozenset()) -> int | None:
    """The live proposal that an option repeats: a colleague was quicker, and two of the same split the voices."""
    live = (p for p in question.proposals if p.number in question.live and p.number not in without)
    return next((p.number for p in live if p.option == option), None)


def _own(question: Question, by: str, number: int, done: str) -> Option:
    require_live(question, number)
    proposal = question.proposal(number)
    assert proposal is not None
    if proposal.by != by:
        raise Refused(f"proposal {number} is {proposal.by}'s", f"Only its author has it {done}.")
    return proposal.option
