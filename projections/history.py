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

APART = 4_000
"""Numbers between two events that are better not read with them."""

MANY = 100
"""Events for which one question a stream is quicker."""


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
    found = [row for near in _stretches(wanted) for row in _found(reader, *near)]
    by_event = {(row["stream"], row["event"]): _node(row) for row in found}
    return {event: by_event[event] for event in wanted if event in by_event}


def _stretches(wanted: Collection[Event]) -> list[tuple[str, list[int]]]:
    """The events of each stream in groups that lie near each other, so that little between them is read."""
    apart = APART if len(wanted) <= MANY else None
    groups: list[tuple[str, list[int]]] = []
    for stream, number in sorted(wanted):
        last = groups[-1] if groups else None
        if last is None or last[0] != stream or (apart is not None and number - last[1][-1] > apart):
            groups.append((stream, []))
        groups[-1][1].append(number)
    return groups


def _found(reader: Reader, stream: str, numbers: list[int]) -> list[dict[str, Any]]:
    return reader.rows(
        "WITH w AS (SELECT unnest(?2::BIGINT[]) AS event), "
        "c AS (SELECT event, list(cause_production || '@' || cause_number ORDER BY cause_number) AS causes "
        "FROM causes_history JOIN w USING (event) "
        "WHERE cause_production IS NOT NULL AND stream = ?1 AND event BETWEEN ?3 AND ?4 GROUP BY ALL) "
        "SELECT e.stream, e.event, e.type, e.actor, e.asked, e.fact::VARCHAR AS fact, c.causes FROM events_history e "
        "JOIN w USING (event) LEFT JOIN c USING (event) WHERE e.stream = ?1 AND e.event BETWEEN ?3 AND ?4 "
        "AND e.type <> 'CompletionRecorded'",  # the journal's many, all numbered 1, are in no chain
        (stream, numbers, numbers[0], numbers[-1]),
    )


def debated(reader: Reader, production: str, question: int) -> list[Node]:
    """Every event of a question's debate, in order, with the question first."""
    found = reader.rows(
        "SELECT h.stream, h.event, h.type, h.actor, h.asked, h.fact::VARCHAR AS fact, NULL AS causes "
        "FROM events_history h JOIN slices s ON s.stream = h.stream AND h.event BETWEEN s.first AND s.last "
        "WHERE s.production = ? AND h.question = ? AND list_contains(?, h.type) ORDER BY h.event",
        (production, question, sorted(DEBATE)),
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
