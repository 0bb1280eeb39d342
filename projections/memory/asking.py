"""Who is asked what they remember, and at which moment: what a person types, as recall wants it."""

from typing import Any

from cineledger.domain.address import Address
from cineledger.domain.words import CAST_PREFIX
from cineledger.projections.memory.recall import EVERYONE, OF_THE_STORY, Memory, agents_of
from cineledger.projections.people import Person
from cineledger.projections.reader import Reader

USUAL = 5
"""Memories that are told where nobody says how many."""


def as_character(
    reader: Reader, memory: Memory, who: Person, asked: str, limit: int | None
) -> dict[str, Any]:
    """What a character remembers of the story, in a production as `reader` has it."""
    at = _head(reader, who.production)
    agents = agents_of(reader, at, who.character)
    return _told(reader, memory, who.character, at, agents, asked, limit, OF_THE_STORY)


def as_role(
    reader: Reader, memory: Memory, production: str, role: str, asked: str, limit: int | None
) -> dict[str, Any]:
    """What one of the crew remembers of the work on a production; a cast member also what her character does."""
    at = _head(reader, production)
    return _told(reader, memory, role, at, those_of(reader, at, role), asked, limit, ())


def those_of(reader: Reader, at: Address, role: str) -> tuple[str, ...]:
    """All under which a role remembers: its own name, those joined into it, and what was said to everyone."""
    if role.startswith(CAST_PREFIX):
        return (*agents_of(reader, at, role.removeprefix(CAST_PREFIX)), EVERYONE)
    return (role, EVERYONE)


def _told(
    reader: Reader,
    memory: Memory,
    who: str,
    at: Address,
    agents: tuple[str, ...],
    asked: str,
    limit: int | None,
    kinds: tuple[str, ...],
) -> dict[str, Any]:
    recalled = memory.recall(reader, at, agents, asked, limit or USUAL, kinds)
    return {
        "who": who,
        "at": str(at),
        "asked": asked,
        "by": recalled.by or None,
        "trouble": recalled.trouble or None,
        "memories": [found._asdict() for found in recalled.found],
    }


def _head(reader: Reader, production: str) -> Address:
    """The last event of a production that a reader has."""
    rows = reader.rows(
        "SELECT coalesce(max(h.event), 0) AS n FROM slices s JOIN events_history h "
        "ON h.stream = s.stream AND h.event BETWEEN s.first AND s.last WHERE s.production = ?",
        (production,),
    )
    return Address(production, int(rows[0]["n"]))
