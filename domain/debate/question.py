"""A question, what is proposed for it and who stands where."""

from dataclasses import dataclass
from typing import Literal

from cineledger.domain.debate.events import Part, QuestionOpened
from cineledger.domain.debate.options import Option
from cineledger.domain.words import Authority


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal as it stands."""

    number: int
    by: str
    option: Option
    criterion: str
    reason: str
    standing: Literal["live", "rejected", "amended", "withdrawn"] = "live"
    """Rejected by the orchestrator, amended into another version or withdrawn by its author: no longer the crew's."""
    amends: int | None = None
    """The version before, where it is an amended one."""

    @property
    def rejected(self) -> bool:
        """The orchestrator will not have it."""
        return self.standing == "rejected"


@dataclass(frozen=True, slots=True)
class Position:
    """Where a role stands on a proposal."""

    role: str
    proposal: int
    """An objection stands against what the proposal was amended into."""
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
    table: tuple[int, ...] = ()
    """The proposals that were live as this round was opened: those that it asks about."""
    again: tuple[str, ...] = ()
    """Roles that stood on a proposal before it was amended, and were not asked since."""
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
    """An objection, an alternative, an amendment or a withdrawal came in this round."""
    further: bool | None = None
    """Another round is worth it, by what was said in the last; None where nobody weighed that."""
    closed: str = ""
    """Why it is, or is not."""
    personal: bool = False
    """The orchestrator decided it in person, so nobody else may decide it again."""
    content: str = ""
    """The hash of what the decision was given for."""
    about: tuple[Part, ...] = ()
    """What that was, part by part."""
    holds: bool = False
    """It is approved by the orchestrator, in person or by an order, and nothing touched what was approved."""
    voided: int | None = None
    """The proposal whose approval was touched, until one is approved again."""

    def proposal(self, number: int) -> Proposal | None:
        """The proposal with this number, if it answers this question."""
        return next((p for p in self.proposals if p.number == number), None)

    def standing(self, proposal: int) -> tuple[Position, ...]:
        """The objections to a proposal that stand."""
        return tuple(p for p in self.positions if p.proposal == proposal and not p.supports)

    def latest(self, number: int) -> int:
        """What a proposal was amended into, the last version of it; its own number where it was not."""
        for proposal in self.proposals:
            if proposal.amends == number:
                number = proposal.number
        return number

    @property
    def exhausted(self) -> bool:
        """Everything that was proposed was rejected, and nobody is asked for more."""
        return self.status == "open" and not self.waiting and bool(self.proposals) and not self.live

    @property
    def live(self) -> tuple[int, ...]:
        """The proposals that may still be chosen by the crew."""
        return tuple(p.number for p in self.proposals if p.standing == "live")

    @property
    def rounds_left(self) -> int:
        """The rounds that may still be opened, by the terms of the question."""
        return max(0, self.opened.rounds - self.round)

    @property
    def rounds_granted(self) -> int:
        """The same, none where another is not worth it."""
        return 0 if self.further is False else self.rounds_left
