"""What the orchestrator decides, and what is kept of those it was decided over."""

from cineledger.domain.command import Command
from cineledger.domain.debate.checks import question_at, require_live
from cineledger.domain.debate.content import content_of
from cineledger.domain.debate.events import DissentRecorded, ProposalApproved, ProposalRejected
from cineledger.domain.debate.question import Question
from cineledger.domain.event import Event
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State
from cineledger.domain.words import (
    IMPASSE,
    ORCHESTRATOR,
    OUTLINE,
)


class Approve(Command):
    """Let a proposal hold, as the orchestrator."""

    question: int
    proposal: int
    note: str = ""
    content: str = ""
    """The beginning of the hash of what the orchestrator saw; empty where that was not said."""


class Reject(Command):
    """Turn a proposal down, as the orchestrator."""

    question: int
    proposal: int
    note: str


def approve(state: State, command: Approve, by: str) -> list[Event]:
    """The orchestrator's decision, at any time; deciding a decided question again overrules it."""
    if by != ORCHESTRATOR:
        raise Refused(f"{by} may not approve", "Only the orchestrator may; a lead may rule.")
    question = question_at(state, command.question)
    if question.status == "decided" and question.approved == command.proposal:
        raise Refused(
            f"proposal {command.proposal} is approved already",
            f"See what was decided at {question.decision}.",
        )
    if _told(state, question, command.proposal):
        raise Refused("the outline is written", "Fork at the decision, with --instead, to tell another.")
    proposal = question.proposal(command.proposal)
    if proposal is None:
        require_live(question, command.proposal)
    elif not content_of(state, question, proposal).hash.startswith(command.content.casefold()):
        raise Refused(
            f"what {command.proposal} is about is not what you saw any more",
            "Look again, and approve it with the content you see then: cineledger inbox NAME --json",
        )
    approved = ProposalApproved(
        question=command.question,
        proposal=command.proposal,
        authority="orchestrator",
        note=command.note.strip(),
    )
    return [approved, *dissent(question, command.proposal)]


def _told(state: State, question: Question, proposal: int) -> bool:
    """The scenes are written from another outline, or from this one, and it still holds."""
    if question.opened.subject != OUTLINE or not state.script.order:
        return False
    return question.status == "decided" or question.voided not in (None, proposal)


def reject(state: State, command: Reject, by: str) -> list[Event]:
    """The orchestrator's no; the lead has to come back with something else."""
    if by != ORCHESTRATOR:
        raise Refused(f"{by} may not reject", "Only the orchestrator may; others object.")
    question = question_at(state, command.question)
    if question.status == "decided":
        raise Refused(
            f"question {command.question} is decided", "Choose another of its proposals instead: choose"
        )
    require_live(question, command.proposal)
    if not command.note.strip():
        raise Refused("the note is empty", "Say what is wrong with it; the lead has to answer that.")
    return [ProposalRejected(question=command.question, proposal=command.proposal, note=command.note.strip())]


def standing_approval(state: State, question: Question, proposal: int) -> list[Event]:
    """The approval that a standing order gives to what was put up, if one covers it.

    None does where the orchestrator decided before in person. An order for what nobody stands against leaves alone
    what anybody but the lead would dissent from.
    """
    order = state.production.orders.get(IMPASSE if question.impasse else question.opened.subject)
    if order is None or question.personal or _told(state, question, proposal):
        return []
    if order.unless_objected and dissent(question, proposal, ruled_by=question.opened.lead):
        return []
    approved = ProposalApproved(
        question=question.number, proposal=proposal, authority="standing_order", standing_order=order.number
    )
    return [approved, *dissent(question, proposal)]


def dissent(question: Question, approved: int, ruled_by: str = ORCHESTRATOR) -> list[Event]:
    """One record for each role that stood against the decision, or for another; who decided doesn't dissent."""
    against: dict[str, Event] = {}
    for position in question.positions:
        opposed = (position.proposal == approved) != position.supports
        if opposed and position.role != ruled_by:
            against[position.role] = DissentRecorded(
                question=question.number,
                proposal=approved,
                role=position.role,
                position=position.number,
                reason=position.reason,
            )
    return list(against.values())
