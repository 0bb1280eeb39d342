"""Whom somebody means by a character's name, and the productions that have her."""

import difflib
import unicodedata
from collections.abc import Sequence
from typing import Any, NamedTuple

from cineledger.domain.refusal import Refused
from cineledger.projections.reader import Reader

_NAMES = """SELECT c.production, c.character AS name, coalesce(a.person, c.character) AS person, b.position AS born,
    w.touched, l.canon, l.clock, coalesce(l.counts, false) AS counts, e.series
FROM characters c
JOIN productions p ON p.production = c.production
JOIN births b ON b.production = c.production
JOIN (SELECT stream, max(position) AS touched FROM events_history WHERE position <= ? GROUP BY stream) w
    ON w.stream = c.production
LEFT JOIN series e ON e.production = c.production
LEFT JOIN aliases a ON a.production = c.production AND a.name = c.character
LEFT JOIN (
    SELECT cut AS production, character, any_value(production) AS canon, any_value(clock) AS clock,
           bool_or(counts) AS counts
    FROM (
        SELECT production, cut, character, clock, counts FROM canon
        UNION ALL
        SELECT canon, production, character, NULL, NULL FROM castings
    ) GROUP BY ALL
) l ON l.production = c.production AND l.character = coalesce(a.person, c.character)"""
Row = dict[str, Any]


class Person(NamedTuple):
    """A character of a production."""

    character: str
    """The name that stands for her."""
    production: str
    beside: tuple[str, ...] = ()
    """Other forks of the same family that have her."""
    canon: str | None = None
    """The canon that her life here belongs to."""
    series: str | None = None
    """The series whose episode the production is: of one name there, all are one."""
    touched: int = 0
    """The position at which the production was last worked on."""


def people(reader: Reader, typed: str, named: Sequence[str] = ()) -> list[Person]:
    """The character of this name in each production named; where none was, in each family of forks that has her.

    A name counts in any case, one that was joined into another means whom it stands for, and that of a canon all who
    live it. Of a family the cut that is canon is taken, else the one that was last worked on. They come in the order
    of her lives, as far as canon has one, else of the families' births. Refuses a name that nobody bears there.
    """
    rows = reader.rows(_NAMES, (reader.position,))
    wanted = folded(typed)
    meant = [row for row in rows if wanted in (folded(row["name"]), row["canon"])]
    if not meant:
        near = difflib.get_close_matches(wanted, {folded(row["name"]) for row in rows}, n=1)
        hint = f"Did you mean {near[0].upper()}?" if near else "See: cineledger sql 'from characters'"
        raise Refused(f"there is no character {typed}", hint)
    if named:
        return [_in(production, typed, meant) for production in named]
    root = families(reader)
    found: dict[str, list[Row]] = {}
    for row in meant:
        found.setdefault(root[row["production"]], []).append(row)
    chosen = [max(family, key=lambda row: (row["counts"], row["touched"])) for family in found.values()]
    chosen.sort(key=lambda row: (row["clock"] is None, row["clock"] or 0, row["born"]))
    return [_person(row, found[root[row["production"]]]) for row in chosen]


def _person(row: Row, family: Sequence[Row]) -> Person:
    beside = sorted({other["production"] for other in family} - {row["production"]})
    return Person(
        row["person"], row["production"], tuple(beside), row["canon"], row["series"], row["touched"]
    )


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
    """The one character meant; of one canon's lives, or one series' episodes, the last worked on.

    Refuses where several productions have one of this name, nothing makes them one, and none was named.
    """
    found = people(reader, typed, named)
    ones = ({one.canon for one in found}, {one.series for one in found})
    if len(found) > 1 and all(len(one) > 1 or None in one for one in ones):
        listed = ", ".join(sorted(one.production for one in found))
        raise Refused(
            f"{found[0].character} is in {listed}", f"Say in which: --production {found[0].production}"
        )
    return max(found, key=lambda one: one.touched)


def folded(name: str) -> str:
    """A name as it is compared."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _in(production: str, typed: str, rows: Sequence[Row]) -> Person:
    for row in rows:
        if row["production"] == production:
            return _person(row, [row])
    others = ", ".join(sorted({row["production"] for row in rows}))
    raise Refused(f"{production} has no character {typed}", f"These have: {others}")
