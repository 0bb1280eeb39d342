"""Events of a production's history, read back as nodes of a chain."""

import json
from collections.abc import Iterator
from dataclasses import replace

from cineledger.domain.address import Address, parse_address, production_name
from cineledger.domain.ledger.document import fact_json
from cineledger.domain.record import Record
from cineledger.domain.refusal import Refused
from cineledger.projections.chain import DEBATE, Node
from cineledger.projections.nearest import refuse_unknown
from cineledger.projections.reader import Reader
from cineledger.projections.sentences import sentence

Event = tuple[str, int]
"""The stream that holds an event, and its number."""


def event_of(address: str) -> Event:
    """The stream and number that an address names."""
    stream, _, number = address.rpartition("@")
    return stream, int(number)


def known(reader: Reader, typed: str) -> str:
    """The production meant by what was typed; refuses a name nobody bears."""
    name = production_name(typed)
    if not reader.rows("SELECT 1 FROM births WHERE production = ?", (name,)):
        names = [row["production"] for row in reader.rows("SELECT production FROM births")]
        refuse_unknown(f"there is no production {name}", name, names, "See: cineledger productions")
    return name


def holder(reader: Reader, address: Address) -> Event:
    """The stream that really holds an event; refuses one that is not there, or came after what is shown."""
    known(reader, address.production)
    held = reader.ledger.holder(address)
    if reader.ledger.position(held) > reader.position:
        raise Refused(f"there is no event {address}", f"See: cineledger log {address.production}")
    return held


class Told(dict[Event, Node]):
    """Events as nodes: tables say which, the ledger says what each is, and is asked once."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader

    def __missing__(self, event: Event) -> Node:
        ledger = self._reader.ledger
        record = ledger.record(Address(*event))
        fact = json.loads(fact_json(record.fact))
        causes = sorted({number for number in record.caused_by if number < record.number})
        node = Node(
            address=str(record.address),
            number=record.number,
            type=type(record.fact).__name__,
            actor=record.actor,
            text=sentence(type(record.fact).__name__, fact),
            fact=fact,
            causes=(
                *(str(ledger.holder(Address(record.stream, number))) for number in causes),
                *self._elsewhere(record),
            ),
            asked=record.asked,
        )
        if node.question is not None:
            asked = ledger.holder(Address(record.stream, node.question))
            node = replace(node, question_at=str(asked))
        self[event] = node
        return node

    def _elsewhere(self, record: Record) -> Iterator[str]:
        """The events of other productions that a fact was copied from, in the streams that hold them."""
        ledger = self._reader.ledger
        for typed in record.fact.copied_from():
            try:
                held = ledger.holder(parse_address(typed))
                if ledger.position(held) < ledger.position(record.address):
                    yield str(held)
            except Refused:
                continue


def debated(reader: Reader, told: Told, production: str, question: int) -> list[Node]:
    """Every event of a question's debate, in order, with the question first."""
    found = reader.rows(
        "SELECT stream, event FROM events_history WHERE question = ? ORDER BY event", (question,)
    )
    slices = reader.rows("SELECT stream, first, last FROM slices WHERE production = ?", (production,))
    held = {row["stream"]: range(row["first"], row["last"] + 1) for row in slices}
    said = [told[row["stream"], row["event"]] for row in found if row["event"] in held.get(row["stream"], ())]
    return [node for node in said if node.type in DEBATE]
