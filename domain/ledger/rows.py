"""What is wrong with one stored row, which nobody trusts."""

import sqlite3

import msgspec
from eventsourcing.persistence import PersistenceError

from cineledger.domain.address import Address
from cineledger.domain.ledger.document import Document, hash_fact, parse, resealed
from cineledger.domain.ledger.store import Stored

UNREADABLE = (PersistenceError, sqlite3.Error)
"""How a file says that it is damaged."""


class _Forked(msgspec.Struct):
    """A fork's birth."""

    parent: str
    number: int


def misplaced(number: object, expected: int) -> tuple[int, str]:
    """Where an event is missing or too many, and what to say of it."""
    if isinstance(number, int) and number < expected:
        return number, f"no event belongs here: after {expected - 1} comes {expected}"
    return expected, f"it is missing: {number} stands in its place"


def unreadable(error: Exception) -> str:
    """What to say of rows that the disk does not give back."""
    return f"it can't be read from the disk: {error}"


def read_stored(stored: Stored) -> Document | str:
    """The document of a row, or why it can't be read."""
    try:
        return parse(stored.state)
    except ValueError as error:
        return f"it can't be read: {error}"


def wrong_with(document: Document, stored: Stored, previous: str | None) -> str | None:
    """What is wrong with one stored document, given the seal before it if that is known."""
    if (document.stream, document.number, document.type) != (stored.stream, stored.number, stored.topic):
        return f"it was recorded as {document.stream}@{document.number} {document.type}"
    if document.fact_hash != hash_of(document):
        return "its fact was edited"
    if previous is not None and document.seal != resealed(stored.state, previous):
        return "its seal is broken: it, or what came before it, was edited"
    return None


def hash_of(document: Document) -> str:
    """The fact hash that a document should bear."""
    return hash_fact(
        document.type, document.version, document.number, document.caused_by, bytes(document.fact)
    )


def parent_of(document: Document) -> Address | None:
    """Where a stream's first document says that it was forked."""
    if document.type != "ProductionForked":
        return None
    try:
        fact = msgspec.json.decode(document.fact, type=_Forked)
    except msgspec.MsgspecError:
        return None
    return Address(fact.parent, fact.number)
