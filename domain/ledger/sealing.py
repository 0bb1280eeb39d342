"""How facts become records: put in their envelope, hashed, and sealed one onto the other."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import msgspec

from cineledger.domain.event import Event
from cineledger.domain.ledger.document import Document, fact_json, hash_fact, write
from cineledger.domain.record import Record
from cineledger.domain.state import Reaction


@dataclass(frozen=True, slots=True)
class Draft:
    """A fact about to be recorded, with the numbers of the events that led to it."""

    fact: Event
    caused_by: tuple[int, ...]
    asked: tuple[str, ...] = ()
    """Keys of the journal's answers that it rests on."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """What all facts of one decision share."""

    actor: str
    command: str
    reaction: Reaction | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    """Key → fact hash of the answers that the facts rest on, so that the seal holds what was answered, too."""


class Sealer:
    """The ledger's clock and dice, and the chain they are written into."""

    def __init__(self, now: Callable[[], datetime], new_id: Callable[[], str]) -> None:
        self._now, self._new_id = now, new_id

    def seal(
        self,
        stream: str,
        numbers: Sequence[int],
        drafts: Sequence[Draft],
        previous: str,
        envelope: Envelope,
    ) -> list[Record]:
        """Drafts as records under these numbers, the first of them sealed onto `previous`."""
        if not drafts:
            return []
        time = self._now().isoformat(timespec="microseconds")
        reaction = envelope.reaction
        pair = None if reaction is None else (reaction.number, reaction.role)
        batch = (numbers[0], numbers[-1])
        records = list[Record]()
        for number, draft in zip(numbers, drafts, strict=True):
            fact, caused_by = draft.fact, draft.caused_by
            kind, version, raw = type(fact).__name__, fact.VERSION, fact_json(fact)
            document = Document(
                stream,
                number,
                kind,
                version,
                self._new_id(),
                time,
                envelope.actor,
                caused_by,
                pair,
                envelope.command,
                batch,
                draft.asked,
                tuple(map(envelope.answers.__getitem__, draft.asked)),
                hash_fact(kind, version, number, caused_by, raw),
                msgspec.Raw(raw),
            )
            stored, previous = write(document, previous)
            records.append(
                Record(
                    stream,
                    number,
                    fact,
                    document.id,
                    time,
                    envelope.actor,
                    caused_by,
                    reaction,
                    envelope.command,
                    batch,
                    draft.asked,
                    document.fact_hash,
                    previous,
                    stored,
                )
            )
        return records
