"""What kind of place a set is, by the words of its name."""

from functools import cache, lru_cache
from typing import Literal, NamedTuple

from cineledger.agents.craft.page import unspaced
from cineledger.agents.craft.place_kind_rows import ROOMS, ROWS
from cineledger.agents.craft.slug_parts import part_key, place_parts
from cineledger.agents.craft.table_rows import rows_of

Build = Literal["location", "stage"]


class PlaceKind(NamedTuple):
    """What is usual for a kind of place; a set is designed from it and from the script."""

    name: str
    build: Build
    """How such a place is usually got."""
    hue: float
    """Of its ground, in degrees of OkLCh."""
    chroma: float
    environment: str
    surfaces: tuple[str, ...]
    """The large one, the second and the small one."""
    stands: tuple[str, ...]
    dressing: tuple[str, ...]
    practicals: tuple[str, ...]
    light: str


OUTDOORS = frozenset(
    (
        *("street", "alley", "road", "square", "bridge", "roof", "park", "garden", "graveyard"),
        *("forest", "field", "mountain", "desert", "beach", "harbour", "sea"),
    )
)
"""Kinds that have no inside by themselves."""
BOTH = frozenset(
    (
        *(
            "market",
            "station",
            "ship",
            "lighthouse",
            "boatyard",
            "circus",
            "castle",
            "factory",
            "tent or camp",
        ),
        *("open space", "spaceship", "cyberspace", "control room"),
    )
)
"""Kinds that are described alike from inside and outside."""
_ONLY_BUILT = frozenset(("spaceship", "open space", "cyberspace", "aircraft"))
_HAVE_BRIDGES = frozenset(("ship", "spaceship", "open space"))
"""Places whose bridge is one that they are steered from."""
_PREPOSITION = frozenset(
    "of on in at by near with outside inside behind under over from to above below before between beside".split()
)
_HEAD_FIRST = frozenset("de du des del della dello di da do d la le".split())
"""Words of languages that name the place first: cuisine de Maya, casa di Anna."""


@lru_cache(maxsize=4096)
def place_kind(name: str, side: str | None = None) -> PlaceKind | None:
    """The kind of the place that a name means, its last part first; None where it is not known.

    In English the noun that ends a name decides, and of words that end together the longest: a HOSPITAL CORRIDOR is
    a corridor in its walls and light, a TICKET OFFICE no office, a TRAFFIC LIGHT BEAM nothing that is known. Seen
    from outside a building is its front; what has no inside tells nothing of one.
    """
    parts = [part_key(part) for part in place_parts(name)]
    known = [kind for part in reversed(parts) if (kind := _kind_in(part)) is not None]
    if not known:
        return None
    found = known[0]
    crossed = any(part.split()[-1:] == ["bridge"] for part in parts) and side in ("EXT", "EST")
    if found.name == "control room" and crossed and not {kind.name for kind in known} & _HAVE_BRIDGES:
        found = _named_kinds()["bridge"]
    if len(parts) > 1 and is_room(parts[-1]) and _kind_in(parts[-1]) is None:
        found = _room_of(found)
    if side in ("EXT", "EST") and found.name not in OUTDOORS | BOTH:
        return _from_outside(found)
    return None if side == "INT" and found.name in OUTDOORS else found


def only_built(name: str) -> bool:
    """Whether any part of a place is one that can be had no other way."""
    kinds = (_kind_in(part_key(part)) for part in place_parts(name))
    return any(kind is not None and kind.name in _ONLY_BUILT for kind in kinds)


def _room_of(kind: PlaceKind) -> PlaceKind:
    """A room of a place, of which no more is known."""
    return kind._replace(
        environment=f"a room of {kind.environment}",
        surfaces=("walls", "what stands in it", "what is small"),
        stands=(),
        dressing=(),
        practicals=(),
    )


def _from_outside(kind: PlaceKind) -> PlaceKind:
    if kind.name in ("car", "train", "aircraft", "lift"):
        return kind._replace(
            build="location",
            environment=f"{kind.environment} from outside",
            stands=("which side faces the camera, so that it leaves the way it came or does not",),
            dressing=(),
            practicals=("headlights or windows, lit from inside",),
            surfaces=("the ground", "what stands behind it", "its own paint"),
            light="the whole sky, given back by paint and glass",
        )
    return kind._replace(
        build="location",
        environment=f"the outside of {kind.environment}",
        surfaces=("its front", "the ground before it", "doors and signs"),
        stands=("the door in the picture, and the way that leads to it",),
        dressing=("what stands about the door",),
        practicals=("its windows, lit from inside", "a lamp at the door"),
        light="open sky by day; its own windows and the lamp at the door by night",
    )


def is_room(key: str) -> bool:
    """Whether a place's name, as compared, is that of a part of a larger place."""
    return key in ROOMS or key.split()[-1:] == ["room"] or (key.split() or [""])[-1] in ROOMS


def is_bare_room(key: str) -> bool:
    """Whether a place's name, as compared, is a room and says not whose: KITCHEN."""
    return key in ROOMS


@cache
def _words_of_places() -> frozenset[str]:
    return frozenset(word for phrase in _known() for word in phrase.split()) | ROOMS


def is_word_of_a_place(word: str) -> bool:
    """Whether a word by itself is known to mean a place."""
    return word in _words_of_places()


def _kind_in(key: str) -> PlaceKind | None:
    known = _known()
    if unspaced(key):
        ends = [(key.rfind(word) + len(word), len(word), word) for word in known if word in key]
        return known[max(ends)[2]] if ends else None
    words = key.replace("/", " ").split()
    if _HEAD_FIRST & set(words) or not key.isascii():
        spans = [(s, e) for s in range(len(words)) for e in range(min(len(words), s + 4), s, -1)]
        return next((known[p] for s, e in spans if (p := " ".join(words[s:e])) in known), None)
    for head in _heads(words):
        for start in range(max(0, len(head) - 4), len(head)):
            phrase = " ".join(head[start:])
            kind = known.get(phrase) or known.get(phrase.removesuffix("s"))
            if kind is not None:
                return kind
    return None


def _heads(words: list[str]) -> list[list[str]]:
    """The stretches between prepositions, without numbers and letters that only count: ROOM 12, WARD B."""
    heads: list[list[str]] = [[]]
    for word in words:
        if word in _PREPOSITION:
            heads.append([])
        elif len(word) > 1 and not word.isdigit():
            heads[-1].append(word)
    return [head for head in heads if head]


@cache
def _named_kinds() -> dict[str, PlaceKind]:
    return {kind.name: kind for kind in _known().values()}


@cache
def _known() -> dict[str, PlaceKind]:
    """Word or words as compared → kind."""
    found: dict[str, PlaceKind] = {}
    for row in rows_of(ROWS):
        name, build, ground, environment, surfaces, stands, dressing, practicals, light, words = (
            cell.strip() for cell in row.split("|")
        )
        hue, chroma = map(float, ground.split())
        kind = PlaceKind(
            name,
            "stage" if build == "stage" else "location",
            hue,
            chroma,
            environment,
            _listed(surfaces),
            _listed(stands),
            _listed(dressing),
            _listed(practicals),
            light,
        )
        for word in _listed(words):
            found.setdefault(part_key(word), kind)
    return found


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in cell.split(";") if item.strip())
