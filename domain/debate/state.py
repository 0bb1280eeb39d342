"""Every question as its events leave it."""

from dataclasses import dataclass, field, replace
from typing import Literal

from immutables import Map

from cineledger.domain.debate.events import (
    AlternativeOffered,
    ApprovalRequested,
    ImpasseReached,
    ObjectionRaised,
    ProposalApproved,
    ProposalMade,
    ProposalRejected,
    QuestionDropped,
    QuestionOpened,
    QuestionReopened,
    RoundOpened,
    SupportGiven,
)
from cineledger.domain.debate.options import Option
from cineledger.domain.event import Event
from cineledger.domain.maps import PMap
from cineledger.domain.words import Authority


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal as it stands."""

    number: int
    by: str
    option: Option
    criterion: str
    reason: str
    rejected: bool = False


@dataclass(frozen=True, slots=True)
class Position:
    """Where a role stands on a proposal."""

    role: str
    proposal: int
    number: int
    supports: bool
    blocking: bool
    criterion: str
    reason: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it stands."""

    opened: QuestionOpened
    """As it was asked; tier, rounds, lead and concerned as of its last reopening."""
    number: int
    status: Literal["open", "awaiting", "decided", "dropped"] = "open"
    round: int = 0
    waiting: tuple[str, ...] = ()
    """Roles that have not answered in this round."""
    proposals: tuple[Proposal, ...] = ()
    positions: tuple[Position, ...] = ()
    recommended: int | None = None
    """The proposal put before the orchestrator."""
    requested: int | None = None
    """The event that put it there."""
    impasse: bool = False
    approved: int | None = None
    decision: int | None = None
    """The number of the event that decided it."""
    authority: Authority | None = None
    """Under which it was decided."""
    moved: bool = False
    """An objection or an alternative came in this round."""
    personal: bool = False
    """The orchestrator decided it in person, so nobody else may decide it again."""

    def proposal(self, number: int) -> Proposal | None:
        """The proposal with this number, if it answers this question."""
        return next((p for p in self.proposals if p.number == number), None)

    def standing(self, proposal: int) -> tuple[Position, ...]:
        """The objections to a proposal that stand."""
        return tuple(p for p in self.positions if p.proposal == proposal and not p.supports)

    @property
    def exhausted(self) -> bool:
        """Everything that was proposed was rejected, and nobody is asked for more."""
        return self.status == "open" and not self.waiting and bool(self.proposals) and not self.live

    @property
    def live(self) -> tuple[int, ...]:
        """The proposals that may still be chosen by the crew."""
        return tuple(p.number for p in self.proposals if not p.rejected)


@dataclass(frozen=True, slots=True)
class DebateState:
    """Every question as it stands."""

    questions: PMap[int, Question] = field(default_factory=Map)
    undecided: PMap[int, None] = field(default_factory=Map)
    of_event: PMap[int, int] = field(default_factory=Map)
    """Number of a proposal or a request → its question."""

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
    return DebateState(state.questions.set(question.number, question), undecided, of_event)


def _marked(question: Question, proposal: int, *, rejected: bool) -> tuple[Proposal, ...]:
    return tuple(replace(p, rejected=rejected) if p.number == proposal else p for p in question.proposals)


def _takes(question: Question, position: Position) -> Question:
    """A role's new word replaces what it said of the same proposal; one supports one proposal at a time."""
    kept = tuple(
        p
        for p in question.positions
        if p.role != position.role
        or (p.proposal != position.proposal and not (p.supports and position.supports))
    )
    return replace(question, positions=(*kept, position), moved=question.moved or not position.supports)


def evolve(state: DebateState, event: Event, number: int, actor: str) -> DebateState:
    """The state after one event, said by `actor`; an event of any family may answer a round."""
    if isinstance(event, QuestionOpened):
        return _put(state, Question(event, number), number)
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
                positions=(),
                recommended=None,
                requested=None,
                impasse=False,
                approved=None,
                decision=None,
                authority=None,
            )
        case QuestionDropped():
            question = replace(question, status="dropped", waiting=(), recommended=None, requested=None)
        case ProposalMade() | AlternativeOffered():
            proposal = Proposal(number, actor, event.option, event.criterion, event.reason)
            position = Position(actor, number, number, True, False, event.criterion, event.reason)
            question = replace(question, proposals=(*question.proposals, proposal), moved=True)
            return _put(state, _takes(question, position), number)
        case RoundOpened():
            question = replace(question, round=event.round, waiting=event.waiting, moved=False)
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
                proposals=_marked(question, event.proposal, rejected=False),
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
                proposals=_marked(question, event.proposal, rejected=True),
            )
        case _:
            pass
    return _put(state, question)
