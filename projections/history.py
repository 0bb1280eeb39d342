"""Events of a production's history, read back as nodes of a chain."""

import json
from collections.abc import Collection
from typing import Any

from cineledger.domain.address import Address, production_name
from cineledger.domain.refusal import Refused
from cineledger.domain.registry import EVENTS
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
    names = [row["production"] for row in reader.rows("SELECT production FROM productions")]
    if name not in names:
        refuse_unknown(f"there is no production {name}", name, names, "See: cineledger productions")
    return name


def holder(reader: Reader, address: Address) -> Event:
    """The stream that really holds an event; refuses one that is not there."""
    found = reader.rows(
        "SELECT h.stream FROM events_history h "
        "JOIN slices s ON s.stream = h.stream AND h.event BETWEEN s.first AND s.last "
        "WHERE s.production = ? AND h.event = ?",
        address,
    )
    if found:
        return str(found[0]["stream"]), address.number
    if reader.rows("SELECT 1 FROM events_history WHERE stream = ? AND event = ?", address):
        return address
    known(reader, address.production)
    raise Refused(f"there is no event {address}", f"See: cineledger log {address.production}")


def nodes(reader: Reader, wanted: Collection[Event]) -> dict[Event, Node]:
    """These events as nodes, in the order asked for."""
    found = reader.rows(
        "SELECT e.stream, e.event, e.type, e.actor, e.asked, e.fact::VARCHAR AS fact, c.causes FROM events_history e "
        "JOIN (SELECT unnest(?::VARCHAR[]) AS stream, unnest(?::BIGINT[]) AS event) w USING (stream, event) "
        "LEFT JOIN (SELECT stream, event, list(cause_production || '@' || cause_number ORDER BY cause_number) "
        "AS causes FROM causes_history WHERE cause_production IS NOT NULL GROUP BY ALL) c USING (stream, event)",
        ([stream for stream, _ in wanted], [number for _, number in wanted]),
    )
    by_event = {(row["stream"], row["event"]): _node(row) for row in found}
    return {event: by_event[event] for event in wanted if event in by_event}


def debated(reader: Reader, production: str, question: int) -> list[Node]:
    """Every event of a question's debate, in order, with the question first."""
    found = reader.rows(
        "SELECT split_part(address, '@', 1) AS stream, number AS event, type, actor, asked, fact::VARCHAR AS fact, "
        "NULL AS causes FROM events_at(?, NULL) WHERE number = ? OR "
        "(number > ? AND list_contains(?, type) AND (fact->>'question')::BIGINT = ?) ORDER BY number",
        (production, question, question, sorted(DEBATE), question),
    )
    return [_node(row) for row in found]


def _node(row: dict[str, Any]) -> Node:
    """An event as a node; refuses one whose fact is not what its type says."""
    address = f"{row['stream']}@{row['event']}"
    try:
        EVENTS[row["type"]].__pydantic_validator__.validate_json(row["fact"])
    except ValueError as error:
        raise Refused(f"{address} can't be read", "See what is wrong with: cineledger verify") from error
    fact = json.loads(row["fact"])
    return Node(
        address=address,
        number=row["event"],
        type=row["type"],
        actor=row["actor"],
        text=sentence(row["type"], fact),
        fact=fact,
        causes=tuple(row["causes"] or ()),
        asked=tuple(row["asked"] or ()),
    )
