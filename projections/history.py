"""Events of a production's history, read back as nodes of a chain."""

import json
from collections.abc import Collection
from typing import Any

from cineledger.domain.address import Address, production_name
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
    names = [row["production"] for row in reader.rows("SELECT production FROM births")]
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
    numbers = [number for _, number in wanted]
    found = reader.rows(
        "WITH w AS (SELECT unnest(?1::VARCHAR[]) AS stream, unnest(?2::BIGINT[]) AS event), "
        "c AS (SELECT stream, event, list(cause_production || '@' || cause_number ORDER BY cause_number) AS causes "
        "FROM causes_history JOIN w USING (stream, event) "
        "WHERE cause_production IS NOT NULL AND event BETWEEN ?3 AND ?4 GROUP BY ALL) "
        "SELECT e.stream, e.event, e.type, e.actor, e.asked, e.fact::VARCHAR AS fact, c.causes FROM events_history e "
        "JOIN w USING (stream, event) LEFT JOIN c USING (stream, event) WHERE e.event BETWEEN ?3 AND ?4",
        (
            [stream for stream, _ in wanted],
            numbers,
            min(numbers, default=0),
            max(numbers, default=0),
        ),
    )
    by_event = {(row["stream"], row["event"]): _node(row) for row in found}
    return {event: by_event[event] for event in wanted if event in by_event}


def debated(reader: Reader, production: str, question: int) -> list[Node]:
    """Every event of a question's debate, in order, with the question first."""
    found = reader.rows(
        "SELECT h.stream, h.event, h.type, h.actor, h.asked, h.fact::VARCHAR AS fact, NULL AS causes "
        "FROM events_history h JOIN slices s ON s.stream = h.stream AND h.event BETWEEN s.first AND s.last "
        "WHERE s.production = ?1 AND h.event >= ?2 "
        "AND (h.event = ?2 OR (h.question = ?2 AND list_contains(?3, h.type))) ORDER BY h.event",
        (production, question, sorted(DEBATE)),
    )
    return [_node(row) for row in found]


def _node(row: dict[str, Any]) -> Node:
    fact = json.loads(row["fact"])
    return Node(
        address=f"{row['stream']}@{row['event']}",
        number=row["event"],
        type=row["type"],
        actor=row["actor"],
        text=sentence(row["type"], fact),
        fact=fact,
        causes=tuple(row["causes"] or ()),
        asked=tuple(row["asked"] or ()),
    )
