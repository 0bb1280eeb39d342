"""Every question as its events leave it."""

from dataclasses import dataclass, field, replace
from typing import Literal

from immutables import Map

from cineledger.domain.cast.changes import ChangeHeldBack
from cineledger.domain.debate.drift import DriftFound
from cineledger.domain.debate.events import (
    AlternativeOffered,
    ApprovalRequested,
    ApprovalVoided,
    ImpasseReached,
    ObjectionRaised,
    ObjectionWithdrawn,
    ProposalAmended,
    ProposalApproved,
    ProposalMade,
    ProposalRejected,
    ProposalWithdrawn,
    QuestionDropped,
    QuestionOpened,
    QuestionReopened,
    RoundClosed,
    RoundOpened,
    SupportGiven,
)
from cineledger.domain.debate.question import Position, Proposal, Question
from cineledger.domain.event import Event
from cineledger.domain.maps import PMap
from cineledger.domain.story.findings import FindingMade
from cineledger.domain.words import THE_ORCHESTRATORS


@dataclass(frozen=True, slots=True)
class DebateState:
    """Every question as it stands."""

    questions: PMap[int, Question] = field(default_factory=Map)
    undecided: PMap[int, None] = field(default_factory=Map)
    of_event: PMap[int, int] = field(default_factory=Map)
    """Number of a proposal or a request → its question."""
    held: PMap[int, None] = field(default_factory=Map)
    """The questions whose approval by the orchestrator holds."""
    drifts: PMap[int, DriftFound] = field(default_factory=Map)
    """Number of a drift that was found → what it says."""
    findings: PMap[int, FindingMade] = field(default_factory=Map)
    """Number of a finding → what it says, whether it still stands or not."""
    changes: PMap[int, ChangeHeldBack] = field(default_factory=Map)
    """Number of a change of character that was held back → what it says."""

    def question_of(self, number: int) -> Question | None:
        """The question that an event opened, or answers."""
        return self.questions.get(self.of_event.get(number, number))


def _put(state: DebateState, question: Question, *events: int) -> DebateState:
    of_event = state.of_event
    for number in events:
        of_event = of_event.set(number, question.number)
    undecided = state.undecided
    if question.status in ("decided", "dropped"):
        undecided = undecided.delete(question.number) if question.number in undecided else undecided
    elif question.number not in undecided:
        undecided = undecided.set(question.number, None)
    held = state.held
    if question.holds != (question.number in held):
        held = held.set(question.number, None) if question.holds else held.delete(question.number)
    questions = state.questions.set(question.number, question)
    return replace(state, questions=questions, undecided=undecided, of_event=of_event, held=held)


def _marked(
    question: Question, proposal: int | None, standing: Literal["live", "rejected", "amended", "withdrawn"]
) -> tuple[Proposal, ...]:
    return tuple(replace(p, standing=standing) if p.number == proposal else p for p in question.proposals)


def _takes(question: Question, position: Position) -> Question:
    """A role's new word replaces what it said of the same proposal; one supports one proposal at a time.

    What is said of a version that was amended meanwhile: an objection stands against the new one, a support lapses,
    and who gave it is asked again. What is said of a proposal that was withdrawn meanwhile is on the record alone.
    """
    meant = question.latest(position.proposal)
    if meant != position.proposal:
        question = replace(question, again=tuple(dict.fromkeys((*question.again, position.role))))
        if position.supports:
            return question
        position = replace(position, proposal=meant)
    if meant not in question.live:
        return question
    kept = tuple(
        p
        for p in question.positions
        if p.role != position.role
        or (p.proposal != position.proposal and not (p.supports and position.supports))
    )
    return replace(question, positions=(*kept, position), moved=question.moved or not position.supports)


def _offered(
    question: Question, event: ProposalMade | AlternativeOffered | ProposalAmended, number: int, actor: str
) -> Question:
    """A proposal comes to the table, its author standing for it."""
    amends = event.proposal if isinstance(event, ProposalAmended) else None
    proposal = Proposal(number, actor, event.option, event.criterion, event.reason, amends=amends)
    question = replace(question, proposals=(*question.proposals, proposal), moved=True)
    return _takes(question, Position(actor, number, number, True, False, event.criterion, event.reason))


def _amended(question: Question, event: ProposalAmended, number: int, actor: str) -> Question:
    """Support for the version before lapses, objections stand against the new one; who spoke of it is asked again."""
    spoke = [p.role for p in question.positions if p.proposal == event.proposal and p.role != actor]
    kept = tuple(
        replace(p, proposal=number) if p.proposal == event.proposal else p
        for p in question.positions
        if p.proposal != event.proposal or not p.supports
    )
    question = replace(
        question,
        proposals=_marked(question, event.proposal, "amended"),
        positions=kept,
        again=tuple(dict.fromkeys((*question.again, *spoke))),
    )
    return _offered(question, event, number, actor)


def evolve(state: DebateState, event: Event, number: int, actor: str) -> DebateState:
    """The state after one event, said by `actor`; an event of any family may answer a round."""
    if isinstance(event, QuestionOpened):
        return _put(state, Question(event, number), number)
    if isinstance(event, DriftFound):
        return replace(state, drifts=state.drifts.set(number, event))
    if isinstance(event, FindingMade):
        return replace(state, findings=state.findings.set(number, event))
    if isinstance(event, ChangeHeldBack):
        return replace(state, changes=state.changes.set(number, event))
    question = state.questions.get(getattr(event, "question", None) or 0)
    if question is None:
        return state
    if actor in question.waiting:
        question = replace(question, waiting=tuple(r for r in question.waiting if r != actor))
    match event:
        case QuestionReopened():
            terms = event.terms.model_dump() if event.terms else {}
            question = replace(
                question,
                opened=question.opened.model_copy(update=terms),
                status="open",
                round=0,
                waiting=(),
                table=(),
                again=(),
                further=None,
                closed="",
                positions=(),
                recommended=None,
                requested=None,
                impasse=False,
                approved=None,
                decision=None,
                authority=None,
                content="",
                about=(),
                holds=False,
                proposals=_marked(question, event.without, "rejected"),
            )
        case QuestionDropped():
            question = replace(
                question, status="dropped", waiting=(), recommended=None, requested=None, holds=False
            )
        case ApprovalVoided():
            question = replace(question, holds=False, voided=question.approved)
        case ProposalMade() | AlternativeOffered():
            return _put(state, _offered(question, event, number, actor), number)
        case ProposalAmended():
            return _put(state, _amended(question, event, number, actor), number)
        case ProposalWithdrawn():
            question = replace(
                question,
                proposals=_marked(question, event.proposal, "withdrawn"),
                positions=tuple(p for p in question.positions if p.proposal != event.proposal),
                moved=True,
            )
        case ObjectionWithdrawn():
            kept = tuple(p for p in question.positions if p.number != event.objection)
            question = replace(question, positions=kept, moved=True)
        case RoundOpened():
            question = replace(
                question,
                round=event.round,
                waiting=event.waiting,
                table=question.live,
                again=(),
                moved=False,
                further=None,
                closed="",
            )
        case RoundClosed():
            question = replace(question, further=event.further, closed=event.reason)
        case SupportGiven():
            question = _takes(
                question,
                Position(actor, event.proposal, number, True, False, event.criterion, event.reason),
            )
        case ObjectionRaised():
            question = _takes(
                question,
                Position(actor, event.proposal, number, False, event.blocking, event.criterion, event.reason),
            )
        case ImpasseReached():
            question = replace(question, impasse=True)
        case ApprovalRequested():
            question = replace(question, status="awaiting", recommended=event.proposal, requested=number)
            return _put(state, question, number)
        case ProposalApproved():
            question = replace(
                question,
                status="decided",
                approved=event.proposal,
                decision=number,
                authority=event.authority,
                waiting=(),
                recommended=None,
                requested=None,
                personal=event.authority == "orchestrator",
                content=event.content,
                about=event.about,
                holds=bool(event.about) and event.authority in THE_ORCHESTRATORS,
                voided=None,
                proposals=_marked(question, event.proposal, "live"),
            )
            return _put(state, question, number)
        case ProposalRejected():
            question = replace(
                question,
                status="open",
                round=0,
                waiting=(),
                recommended=None,
                requested=None,
                impasse=False,
                again=(),
                further=None,
                closed="",
                proposals=_marked(question, event.proposal, "rejected"),
            )
        case _:
            pass
    return _put(state, question)
