"""The stored form of a record: one JSON document, sealed, and back."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

import msgspec
from eventsourcing.persistence import JSONTranscoder, Mapper, StoredEvent

from cineledger.domain.event import Event
from cineledger.domain.record import Record
from cineledger.domain.refusal import Refused
from cineledger.domain.registry import EVENTS
from cineledger.domain.state import Reaction

_UNWEIGHED = {"importance": None, "scope": ""}
UPCASTS: dict[tuple[str, int], Callable[[dict[str, Any]], dict[str, Any]]] = {
    ("StandingOrderGiven", 1): lambda fact: {**fact, "unless_objected": False},
    ("QuestionReopened", 1): lambda fact: {**fact, "terms": None},
    ("QuestionReopened", 2): lambda fact: {**fact, "without": None},
    ("QuestionOpened", 1): lambda fact: {**fact, "characters": []},
    ("ProposalApproved", 1): lambda fact: {**fact, "content": "", "about": []},
    ("QuestionOpened", 2): lambda fact: {**fact, "about": None},
    ("QuestionReopened", 3): lambda fact: {
        **fact,
        "terms": fact["terms"] and {**fact["terms"], **_UNWEIGHED},
    },
    ("QuestionOpened", 3): lambda fact: {**fact, **_UNWEIGHED},
    ("RoundOpened", 1): lambda fact: {**fact, "reason": ""},
    ("RoundClosed", 1): lambda fact: {**fact, "disagreement": None, "further": None, "reason": ""},
    ("EpisodeTaken", 1): lambda fact: {**fact, "mends": []},
    ("MessageSent", 1): lambda fact: {**fact, "asks": False, "answers": None, "thread": None, "heeds": ""},
    ("CompletionRecorded", 1): lambda fact: {**fact, "call": None},
    ("TakePlayed", 1): lambda fact: {**fact, "tactic": "", "note": "", "asked": None},
    ("SceneRehearsed", 1): lambda fact: {
        **fact,
        "takes": [{**take, "circled": not take["note"]} for take in fact["takes"]],
    },
}
"""(short name, version) → the step from that version's JSON to the next version's."""

_SEAL = b',"seal":"'
_SEAL_LENGTH = len(_SEAL) + 64 + len(b'"}')


class Document(msgspec.Struct, frozen=True):
    """A record's JSON, in the order in which it is written; the fact is left as it stands."""

    stream: str
    number: int
    type: str
    version: int
    id: str
    time: str
    actor: str
    caused_by: tuple[int, ...]
    reaction: tuple[int, str] | None
    command: str
    batch: tuple[int, int]
    asked: tuple[str, ...]
    answers: tuple[str, ...]
    fact_hash: str
    fact: msgspec.Raw
    seal: str | msgspec.UnsetType = msgspec.UNSET


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Document).decode


def fact_json(fact: Event) -> bytes:
    """A fact as it is stored."""
    return fact.__pydantic_serializer__.to_json(fact)


def hash_fact(kind: str, version: int, number: int, caused_by: tuple[int, ...], fact: bytes) -> str:
    """SHA-256 over a stored fact, its number and its causes: no time, id or position."""
    head = f"{kind}/{version}/{number}/{','.join(map(str, caused_by))}/".encode()
    return hashlib.sha256(head + fact).hexdigest()


def seal(previous: str, body: bytes) -> str:
    """SHA-256 over the seal before and a document without its own."""
    return hashlib.sha256(previous.encode() + body).hexdigest()


def write(document: Document, previous: str) -> tuple[bytes, str]:
    """A document sealed onto the one before: its bytes and its seal."""
    body = _encode(document)
    stamp = seal(previous, body)
    return body[:-1] + _SEAL + stamp.encode() + b'"}', stamp


def resealed(stored: bytes, previous: str) -> str:
    """The seal that stored bytes should bear."""
    return seal(previous, stored[:-_SEAL_LENGTH] + b"}")


def bears(stored: bytes, stamp: str) -> bool:
    """True if stored bytes end in this seal."""
    return stored.endswith(_SEAL + stamp.encode() + b'"}')


def as_bytes(state: bytes | str) -> bytes:
    """A stored column's bytes, also where somebody's tool wrote text."""
    return state.encode() if isinstance(state, str) else bytes(state)


def parse(stored: bytes) -> Document:
    """Stored bytes as a document; raises `msgspec.DecodeError` on anything else."""
    return _decode(stored)


def upcast(kind: str, version: int, fact: bytes | str, place: str) -> bytes | str:
    """A stored fact's JSON at today's version; refuses what a newer version wrote."""
    known = EVENTS.get(kind)
    if known is None or not 1 <= version <= known.VERSION:
        raise Refused(
            f"{place} is a {kind} of version {version}, which this version of cineledger does not know",
            "Use the version that wrote it, or a newer one.",
        )
    if version == known.VERSION:
        return fact
    plain = json.loads(fact)
    for step in range(version, known.VERSION):
        plain = UPCASTS[kind, step](plain)
    return json.dumps(plain)


def fact_of(document: Document) -> Event:
    """The fact, brought up to today's version; refuses what a newer version wrote."""
    place = f"{document.stream}@{document.number}"
    fact = upcast(document.type, document.version, bytes(document.fact), place)
    read: Event = EVENTS[document.type].__pydantic_validator__.validate_json(fact)
    return read


class DocumentMapper(Mapper[str]):
    """Records to stored events and back, as plain JSON."""

    def __init__(self) -> None:
        super().__init__(JSONTranscoder())

    # The library types events by a protocol of its own; this mapper writes records and nothing else.
    def to_stored_event(self, domain_event: Record) -> StoredEvent:  # type: ignore[override]
        """The record's document under its type's short name."""
        record = domain_event
        return StoredEvent(record.stream, record.number, type(record.fact).__name__, record.document)

    def to_domain_event(self, stored_event: StoredEvent) -> Record:
        """The record that was stored; refuses what can't be read."""
        stored = as_bytes(stored_event.state)
        try:
            document = parse(stored)
            fact = fact_of(document)
        except ValueError as error:
            stream, number = stored_event.originator_id, stored_event.originator_version
            raise Refused(
                f"{stream}@{number} can't be read", f"See what is wrong with: cineledger verify {stream}"
            ) from error
        reaction = document.reaction
        return Record(
            document.stream,
            document.number,
            fact,
            document.id,
            document.time,
            document.actor,
            document.caused_by,
            None if reaction is None else Reaction(reaction[0], reaction[1]),
            document.command,
            document.batch,
            document.asked,
            document.fact_hash,
            str(document.seal),
            stored,
        )
