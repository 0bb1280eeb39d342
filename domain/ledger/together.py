"""What several productions get in one transaction: all of it, or none."""

from collections.abc import Sequence
from dataclasses import dataclass

from eventsourcing.persistence import IntegrityError

from cineledger.domain.address import new_name
from cineledger.domain.ledger import lineage
from cineledger.domain.ledger.ledger import BIRTHS, Conflict, Head, Ledger
from cineledger.domain.ledger.sealing import Draft, Envelope
from cineledger.domain.ledger.store import Follows
from cineledger.domain.production.events import ProductionOpened
from cineledger.domain.record import Record
from cineledger.domain.refusal import Refused
from cineledger.domain.words import ORCHESTRATOR


@dataclass(frozen=True, slots=True)
class Part:
    """What one production gets, under the orchestrator's hand."""

    name: str
    head: Head | None
    """Where it stands; None where it begins with these facts."""
    drafts: Sequence[Draft]
    command: str


def record_together(ledger: Ledger, *parts: Part) -> list[list[Record]]:
    """Records each part after its head; raises `Conflict` where somebody appended to one of them meanwhile."""
    sealed = [_sealed(ledger, part) for part in parts]
    follows = [_follows(ledger, part.name, part.head) for part in parts if part.head is not None]
    try:
        ledger.store.events.put([record for records in sealed for record in records], follows=follows)
    except IntegrityError as error:
        for part in parts:
            if part.head is None and ledger.exists(part.name):
                raise Refused(f"there is a production {part.name}", "Choose another name.") from error
        raise Conflict(f"{' or '.join(part.name for part in parts)} moved on") from error
    return sealed


def _sealed(ledger: Ledger, part: Part) -> list[Record]:
    births = [type(draft.fact) in BIRTHS for draft in part.drafts]
    envelope = Envelope(ORCHESTRATOR, part.command)
    if part.head is not None:
        assert not any(births)
        numbers = range(part.head.number + 1, part.head.number + 1 + len(part.drafts))
        return ledger.sealer.seal(part.name, numbers, part.drafts, part.head.seal, envelope)
    assert isinstance(part.drafts[0].fact, ProductionOpened) and not any(births[1:])
    return ledger.sealer.seal(new_name(part.name), range(len(part.drafts)), part.drafts, "", envelope)


def _follows(ledger: Ledger, name: str, head: Head) -> Follows:
    """What has to stand in the store under what is recorded after a head."""
    shared = lineage.forked_at(lineage.birth(ledger.store, name))
    return Follows(name, 0 if head.number == shared else head.number, head.seal)
