"""What awaits the orchestrator, and the answers to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from cineledger.agents.desk.orders import carry_out
from cineledger.domain.address import Address
from cineledger.domain.command import Command
from cineledger.domain.debate.approvals import Approve, Reject
from cineledger.domain.debate.content import content_of
from cineledger.domain.debate.options import describe
from cineledger.domain.debate.question import Question
from cineledger.domain.debate.sides import Side, sides
from cineledger.domain.ledger import Ledger
from cineledger.domain.record import Record
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State


@dataclass(frozen=True, slots=True)
class Waiting:
    """What awaits the orchestrator: a question, what is recommended, and the rivals."""

    address: Address
    question: int
    subject: str
    text: str
    impasse: bool
    exhausted: bool
    """All was rejected and the crew has nothing else: choose one after all, or say what else you want."""
    recommended: int | None
    proposals: tuple[tuple[int, str, str, str], ...]
    """Number, by whom, what, why."""
    touched: int | None
    """The proposal that was approved before, and whose approval ended since it was touched."""
    contents: tuple[str, ...]
    """Of each proposal the hash of what approving it would be about, as it stands."""
    sides: tuple[Side, ...]
    """Of each live proposal who stands for it and against it, in their own words, each side in the same room."""
    round: int
    """How many rounds it had."""
    outcome: str
    """How the last of them left the crew, and why there is no further one."""
    accounts: tuple[tuple[str, str], ...] = ()
    """Where two accounts of a character are at odds: the address of each, and what it says."""

    @property
    def contested(self) -> bool:
        """There is more than one proposal, or somebody objects."""
        return len(self.sides) > 1 or any(side.objections for side in self.sides)


def inbox(state: State, name: str) -> list[Waiting]:
    """The questions that nobody but the orchestrator can move on, oldest first."""
    return [_waiting(state, name, q) for q in undecided(state) if q.status == "awaiting" or q.exhausted]


def _waiting(state: State, name: str, question: Question) -> Waiting:
    offered = [
        p for p in question.proposals if p.number in question.live or (question.exhausted and p.rejected)
    ]
    return Waiting(
        address=Address(name, question.number),
        question=question.number,
        subject=question.opened.subject,
        text=question.opened.text,
        impasse=question.impasse,
        exhausted=question.exhausted,
        recommended=question.recommended,
        touched=question.voided,
        proposals=tuple((p.number, p.by, describe(p.option), p.reason) for p in offered),
        contents=tuple(content_of(state, question, p).hash for p in offered),
        sides=sides(question),
        round=question.round,
        outcome=question.closed,
        accounts=_accounts(state, question),
    )


def _accounts(state: State, question: Question) -> tuple[tuple[str, str], ...]:
    found = state.canon.found.get(question.opened.about or -1)
    if found is None:
        return ()
    was, now = found.sources
    return (was or found.was, found.earlier), (now or found.now, found.later)


def answer(
    ledger: Ledger,
    address: Address,
    verdict: Literal["approve", "choose", "reject"],
    note: str = "",
    content: str = "",
) -> list[Record]:
    """Approves or rejects what an address stands for: a question, a request, or a proposal.

    With `content`, the beginning of the hash of what the orchestrator saw, it is refused where that is another by now.
    """

    def needed(now: State) -> Sequence[Command]:
        question, proposal = _meant(now, address, rival=verdict == "choose")
        if verdict == "reject":
            return (Reject(question=question.number, proposal=proposal, note=note),)
        return (Approve(question=question.number, proposal=proposal, note=note, content=content),)

    return carry_out(ledger, address.production, needed)


def _meant(state: State, address: Address, *, rival: bool) -> tuple[Question, int]:
    question = state.debate.question_of(address.number)
    if question is None:
        raise Refused(f"{address} asks for no approval", "See what does: cineledger inbox")
    named = question.proposal(address.number)
    if named is not None:
        return question, named.number
    if rival:
        raise Refused(
            f"{address} is not a proposal", f"Name one: {', '.join(_names(address, question)) or 'none'}."
        )
    if question.status == "decided":
        raise Refused(
            f"{address} is decided at {Address(address.production, question.decision or 0)}",
            f"To overrule it, choose one of: {', '.join(_names(address, question))}.",
        )
    if address.number not in (question.number, question.requested):
        raise Refused(f"the request {address} no longer stands", "See what does: cineledger inbox")
    if question.recommended is None:
        raise Refused(
            f"nothing is recommended for {address}",
            f"Name a proposal: {', '.join(_names(address, question)) or 'there is none yet'}.",
        )
    return question, question.recommended


def _names(address: Address, question: Question) -> list[str]:
    return [
        str(Address(address.production, p.number)) for p in question.proposals if p.number in question.live
    ]


def undecided(state: State) -> list[Question]:
    return [state.debate.questions[number] for number in sorted(state.debate.undecided)]
