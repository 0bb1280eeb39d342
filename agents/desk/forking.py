"""A fork from any event, or from a decision with what it passed over."""

from cineledger.domain.address import Address, production_name
from cineledger.domain.debate.approvals import Approve
from cineledger.domain.debate.binding import ended
from cineledger.domain.debate.events import (
    ApprovalVoided,
    ProposalApproved,
    QuestionDropped,
    QuestionReopened,
)
from cineledger.domain.decide import decide
from cineledger.domain.event import Event
from cineledger.domain.ledger import Ledger
from cineledger.domain.production.events import ProductionForked
from cineledger.domain.record import Record
from cineledger.domain.refusal import Refused
from cineledger.domain.words import ORCHESTRATOR


def fork(ledger: Ledger, at: Address, typed: str, instead: Address | None) -> list[Record]:
    """Forks at an address; with `instead`, one event earlier, and approves the proposal passed over.

    Within a batch it may cut off what ended an approval: then that is said anew. Returns what is recorded in the fork.
    """
    name = production_name(typed)
    if ledger.exists(name):
        raise Refused(f"there is a production {name}", "Choose another name.")
    decision = ledger.record(at).fact
    if instead is None:
        birth = ProductionForked(parent=at.production, number=at.number)
        return ledger.open(name, [birth, *_cut_off(ledger, at)], "Fork")[1:]
    if not isinstance(decision, ProposalApproved):
        raise Refused(f"{at} is not a decision", "Fork with --instead at a ProposalApproved event.")
    before = ledger.load(at.production, at.number - 1).state
    question = before.debate.questions.get(decision.question)
    proposal = question.proposal(instead.number) if question else None
    if ledger.record(instead).address != ledger.record(Address(at.production, instead.number)).address:
        proposal = None
    if question is None or proposal is None:
        raise Refused(
            f"{instead} is not a proposal that {at} passed over",
            f"See them with: cineledger why {at}",
        )
    if proposal.number == decision.proposal:
        raise Refused(f"{instead} is what {at} approved", "Name one of its rivals.")
    note = f"instead of {decision.proposal}"
    approve = Approve(question=question.number, proposal=proposal.number, note=note)
    birth = ProductionForked(parent=at.production, number=at.number - 1)
    return ledger.open(name, [birth, *decide(before, approve, ORCHESTRATOR)], "Fork")[1:]


def _cut_off(ledger: Ledger, at: Address) -> list[Event]:
    """The end of approvals that were touched by an event up to here, where it would follow in the same batch."""
    record = ledger.record(at)
    if record.batch[1] == record.number:
        return []
    events = ended(ledger.load(at.production, at.number).state)
    if isinstance(record.fact, ApprovalVoided):
        following = ledger.record(Address(at.production, at.number + 1)).fact
        if isinstance(following, QuestionReopened | QuestionDropped):
            events.append(following)
    return events
