"""Whom somebody means by a character's name, and the productions that have her."""

import difflib
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from cineledger.domain.refusal import Refused
from cineledger.projections.reader import Reader

_NAMES = """SELECT c.production, c.character AS name, coalesce(a.person, c.character) AS person, p.parent, w.touched
FROM characters c
JOIN productions p ON p.production = c.production
JOIN (SELECT stream, max(position) AS touched FROM events_history WHERE position <= ? GROUP BY stream) w
    ON w.stream = c.production
LEFT JOIN aliases a ON a.production = c.production AND a.name = c.character"""


class Person(NamedTuple):
    """A character of a production."""

    character: str
    """The name that stands for her."""
    production: str
    beside: tuple[str, ...] = ()
    """Other forks of the same family that have her."""


def people(reader: Reader, typed: str, named: Sequence[str] = ()) -> list[Person]:
    """The character of this name in each production named; where none was, in each family of forks that has her.

    A name counts in any case, and one that was joined into another means whom it stands for. Of a family the
    production that was last worked on is taken. Refuses a name that no character bears there.
    """
    rows = reader.rows(_NAMES, (reader.position,))
    meant = [row for row in rows if folded(row["name"]) == folded(typed)]
    if not meant:
        near = difflib.get_close_matches(folded(typed), {folded(row["name"]) for row in rows}, n=1)
        hint = f"Did you mean {near[0].upper()}?" if near else "See: cineledger sql 'from characters'"
        raise Refused(f"there is no character {typed}", hint)
    if named:
        return [_in(production, typed, meant) for production in named]
    root = families(reader)
    found: dict[str, list[tuple[int, str, str]]] = {}
    for row in meant:
        entry = (row["touched"], row["production"], row["person"])
        found.setdefault(root[row["production"]], []).append(entry)
    return [
        Person(person, production, tuple(sorted(other for _, other, _ in family if other != production)))
        for family in found.values()
        for _, production, person in [max(family)]
    ]


def families(reader: Reader) -> dict[str, str]:
    """Each production, and the one that all its forks go back to."""
    parents = {
        row["production"]: row["parent"] for row in reader.rows("SELECT production, parent FROM births")
    }
    found = dict[str, str]()
    for production in parents:
        root = production
        while parents[root] is not None:
            root = parents[root]
        found[production] = root
    return found


def several(reader: Reader, typed: str, named: Sequence[str] = ()) -> list[Person]:
    """Those meant by names joined with commas, unless a character is called so with the comma."""
    try:
        return people(reader, typed, named)
    except Refused:
        parts = [part.strip() for part in typed.split(",") if part.strip()]
        if len(parts) < 2:
            raise
    return [one for part in parts for one in people(reader, part, named)]


def person(reader: Reader, typed: str, named: Sequence[str] = ()) -> Person:
    """The one character meant; refuses where several productions have one of this name and none was named."""
    found = people(reader, typed, named)
    if len(found) > 1:
        listed = ", ".join(sorted(one.production for one in found))
        raise Refused(
            f"{found[0].character} is in {listed}", f"Say in which: --production {found[0].production}"
        )
    return found[0]


def folded(name: str) -> str:
    """A name as it is compared."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _in(production: str, typed: str, rows: Sequence[dict[str, str]]) -> Person:
    for row in rows:
        if row["production"] == production:
            return Person(row["person"], production)
    others = ", ".join(sorted({row["production"] for row in rows}))
    raise Refused(f"{production} has no character {typed}", f"These have: {others}")
