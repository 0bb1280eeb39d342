"""Which slug lines mean one set, and which sets one location."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from cineledger.agents.craft.place_kinds import (
    OUTDOORS,
    is_bare_room,
    is_room,
    is_word_of_a_place,
    place_kind,
)
from cineledger.agents.craft.slug_parts import part_key, place_parts

SLIP_AT, LONG = 5, 9
"""Letters of the shortest word that is taken for a slip of another, and of one in which two may be wrong."""
OFTEN = 3
"""Times as often a name has to stand for a rare one to be a slip of it."""
MOST_ROOM = 2
"""Words of a room's name: LIVING ROOM."""
SIDES = frozenset(
    "underneath below beneath above behind inside outside front back rear top upstairs downstairs below".split()
)
"""Parts of a place that are nowhere by themselves."""

Key = tuple[str, ...]


class Gathered(NamedTuple):
    """A set with the places of its scenes."""

    set: str
    location: str
    scenes: tuple[int, ...]
    reason: str


class _Slug(NamedTuple):
    place: int
    typed: str
    parts: tuple[str, ...]
    """Location first."""
    key: Key
    side: str | None


def gather(slugs: Sequence[tuple[str, str | None]]) -> tuple[Gathered, ...]:
    """The sets of a film, in order of their first scene; each slug line is a place and INT, EXT or None."""
    return _gather(tuple(slugs))


@lru_cache(maxsize=16)
def _gather(slugs: tuple[tuple[str, str | None], ...]) -> tuple[Gathered, ...]:
    read = _slips_joined(_rooms_joined(_in_one_order(_rooms_parted(_read(slugs)))))
    named = _names(read)
    groups: dict[tuple[Key, str | None], list[_Slug]] = {}
    sides: dict[Key, set[str | None]] = {}
    for slug in read:
        sides.setdefault(slug.key, set()).add(slug.side)
    for slug in read:
        side = slug.side or next((s for s in ("INT", "EXT") if s in sides[slug.key]), None)
        groups.setdefault((slug.key, side), []).append(slug)
    both = {key for key, found in sides.items() if {"INT", "EXT"} <= found}
    found = [_gathered(key, side, own, named, key in both) for (key, side), own in groups.items()]
    return tuple(_apart(found))


def _apart(found: Sequence[Gathered]) -> Iterator[Gathered]:
    """The sets, those whose names come out alike in capitals counted: ı and i do."""
    times: Counter[str] = Counter()
    for one in found:
        times[one.set] += 1
        yield one if times[one.set] == 1 else one._replace(set=f"{one.set} [{times[one.set]}]")


def _gathered(
    key: Key, side: str | None, own: Sequence[_Slug], named: Mapping[Key, str], both: bool
) -> Gathered:
    name = named[key]
    typed = list(dict.fromkeys(" ".join(slug.typed.split()) for slug in own))
    said = f"mean it: {' / '.join(typed)}" if len(typed) > 1 else f"say {typed[0]}"
    reasons = [
        f"{len(own)} slug lines {said}" if len(own) > 1 else f"one slug line says {typed[0]}",
        *(["inside and outside of one place are two sets"] if both and side else []),
        *([f"it is part of {named[key[:1]]}"] if len(key) > 1 else []),
    ]
    return Gathered(
        set=f"{name} ({side})" if both else name,
        location=named[key[:1]],
        scenes=tuple(slug.place for slug in own),
        reason="; ".join(reasons),
    )


def _read(slugs: Sequence[tuple[str, str | None]]) -> list[_Slug]:
    found = []
    for place, (typed, side) in enumerate(slugs):
        parts = place_parts(typed)
        # Establishing is shot outside; a scene in and out of a place is shot in the set that has its inside.
        plain = {"EST": "EXT", "INT/EXT": "INT"}.get(side or "", side)
        found.append(_Slug(place, typed, parts, tuple(map(part_key, parts)), plain))
    return found


def _rooms_parted(slugs: list[_Slug]) -> list[_Slug]:
    """FARMHOUSE KITCHEN read as FARMHOUSE, KITCHEN where other scenes are at the FARMHOUSE or in other rooms of it."""
    split = {slug.parts[0]: _room_at_end(slug.parts[0]) for slug in slugs}
    rooms: dict[str, set[str]] = {}
    for whole in split.values():
        if whole:
            rooms.setdefault(part_key(whole[0]), set()).add(part_key(whole[1]))
    alone = {slug.key[0] for slug in slugs}

    def parted(slug: _Slug) -> _Slug:
        whole = split[slug.parts[0]]
        owner = part_key(whole[0]) if whole else ""
        if whole is None or not (owner in alone or len(rooms[owner]) > 1):
            return slug
        parts = (*whole, *slug.parts[1:])
        return slug._replace(parts=parts, key=tuple(map(part_key, parts)))

    return [parted(slug) for slug in slugs]


def _room_at_end(part: str) -> tuple[str, str] | None:
    """A place and the room that ends its name; None where it is no known kind of place, or is a room itself."""
    words = part.split()
    for at in range(1, len(words)):
        owner, room = " ".join(words[:at]), " ".join(words[at:])
        key = part_key(owner)
        if is_room(part_key(room)) and len(words) - at <= MOST_ROOM and not is_room(key):
            kind = place_kind(owner)
            return (
                None
                if kind is None or kind.name in OUTDOORS or "'" in owner[-3:] or "’" in owner[-3:]
                else (owner, room)
            )
    return None


def _in_one_order(slugs: list[_Slug]) -> list[_Slug]:
    """KITCHEN, MAYA'S FLAT read as MAYA'S FLAT, KITCHEN: the location first."""
    first = Counter(slug.key[0] for slug in slugs if len(slug.key) > 1)
    last = Counter(slug.key[-1] for slug in slugs if len(slug.key) > 1)
    alone = {slug.key[0] for slug in slugs if len(slug.key) == 1 and not is_bare_room(slug.key[0])}

    def turned(slug: _Slug) -> _Slug:
        if len(slug.key) < 2:
            return slug
        head, tail = slug.key[0], slug.key[-1]
        if (head in SIDES) != (tail in SIDES):
            wrong = head in SIDES
        elif head in alone and tail not in alone:
            wrong = False
        elif is_room(head) != is_room(tail):
            wrong = is_room(head)
        else:
            wrong = first[tail] > first[head] and last[head] > last[tail]
        return slug._replace(parts=slug.parts[::-1], key=slug.key[::-1]) if wrong else slug

    return [turned(slug) for slug in slugs]


def _rooms_joined(slugs: list[_Slug]) -> list[_Slug]:
    """A bare KITCHEN is the kitchen of the one location that has one."""
    owners: dict[str, set[Key]] = {}
    for slug in slugs:
        if len(slug.key) > 1:
            owners.setdefault(slug.key[-1], set()).add(slug.key)
    parts = {slug.key: slug.parts for slug in reversed(slugs)}

    def owned(slug: _Slug) -> _Slug:
        own = owners.get(slug.key[0], set()) if len(slug.key) == 1 else set()
        if len(own) != 1 or not is_room(slug.key[0]):
            return slug
        (key,) = own
        return slug._replace(key=key, parts=parts[key])

    return [owned(slug) for slug in slugs]


def _slips_joined(slugs: list[_Slug]) -> list[_Slug]:
    """A name that is mistyped stands under the frequent one beside it."""
    counts = Counter(part for slug in slugs for part in slug.key)
    meant = {
        rare: common
        for rare, times in counts.items()
        if (
            common := next(
                (
                    name
                    for name, often in counts.most_common()
                    if often >= OFTEN * times and _is_slip(rare, name)
                ),
                None,
            )
        )
    }
    return [slug._replace(key=tuple(meant.get(part, part) for part in slug.key)) for slug in slugs]


def _is_slip(rare: str, common: str) -> bool:
    """One is the other with one word mistyped, or spaced otherwise.

    Fingers seldom slip on a word's first letter (Yannakoudakis and Fawthrop 1983). Words that are places of their
    own are no slips: a bar is not a car.
    """
    if rare == common:
        return False
    if rare.replace(" ", "") == common.replace(" ", ""):
        return True
    typed, known = rare.split(), common.split()
    differing = [pair for pair in zip(typed, known, strict=False) if pair[0] != pair[1]]
    if len(typed) != len(known) or len(differing) != 1:
        return False
    one, other = differing[0]
    if min(len(one), len(other)) < SLIP_AT or one[0] != other[0] or any(map(str.isdigit, one + other)):
        return False
    if is_word_of_a_place(one):
        return False
    from rapidfuzz.distance import OSA

    most = 2 if len(other) >= LONG else 1
    return OSA.distance(one, other, score_cutoff=most) <= most


def _names(slugs: Sequence[_Slug]) -> dict[Key, str]:
    """What each place is called: as most slug lines type it, in capitals, the location first."""
    typed: dict[Key, Counter[str]] = {}
    for slug in slugs:
        typed.setdefault(slug.key, Counter())[" - ".join(slug.parts).upper()] += 1
        typed.setdefault(slug.key[:1], Counter())[slug.parts[0].upper()] += 0 if len(slug.key) > 1 else 1
    names = {key: counted.most_common(1)[0][0] for key, counted in typed.items()}
    for key in names:
        if len(key) > 1:
            names[key] = " - ".join((names[key[:1]], *names[key].split(" - ")[1:]))
    return names
