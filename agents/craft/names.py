"""Names on cues that may be one character's: misspelt, typed in two ways, with a title, or within another name."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import Literal, NamedTuple

from cineledger.agents.craft.name_reading import Name, counts, owner, read_name, several
from cineledger.agents.craft.name_words import ANYBODY, BEHIND, HEARD, KIN, OF, REAL, SOMEBODY_ELSE, TITLES
from cineledger.agents.craft.page import SPOKEN, names_in, shorten, unspaced
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.value import Value

RARE = 2
"""A slip of the fingers stands on at most so many cues."""
OFTENER = 3
"""Beside a slip, the right name stands on at least so many times as many cues."""
SHORTEST = 5
"""Letters that the longer of two words has at least where one is the other misspelt: BOB is not ROB."""
LONG = 8
"""From so many letters on a word may be wrong in two places."""
AT_LENGTH = 4
"""Two names that each have so many cues in one scene are two people there."""
MEANT = 10
"""A name that stands on so many cues is meant, whatever it is like."""
TOLD = 3
"""Cues of a name that are cited."""

Scenes = Sequence[tuple[str, Sequence[Element]]]
"""Each scene's number with its elements, in order."""
Likeness = Literal["spelling", "slip", "title", "relative", "part"]


class Place(Value):
    """Where a cue stands, and what is said there."""

    scene: str
    line: int
    """Counted from 1 within the scene's own text."""
    words: str


class Alike(Value):
    """Two names that may be one character's, and how the script uses them."""

    names: tuple[str, str]
    """The one that would go, then the one that would stay."""
    likeness: Likeness
    cues: tuple[int, int]
    """On how many each stands."""
    places: tuple[tuple[Place, ...], tuple[Place, ...]]
    """The first cues of each."""
    both: str | None
    """The scene in which both speak at length; None where they do in none."""


class _Use(NamedTuple):
    """The cues of a script."""

    cued: dict[str, list[Place]]
    order: dict[str, int]
    """The name's place among names, by its first cue."""
    scenes: dict[str, Counter[str]]
    """Scene → cues of each name in it."""
    answering: frozenset[frozenset[str]]
    """Names that speak to each other: in turns, or at once."""
    texts: tuple[str, ...]
    """Every direction and speech."""


def alike(scenes: Scenes) -> tuple[Alike, ...]:
    """The pairs of names that may be one character's, those that would go in order of their first cue.

    A shorter name that several longer ones hold belongs to none of them: SMITH beside MR. and MRS. SMITH.
    """
    use = _used(scenes)
    found = [
        pair
        for one, other in combinations([name for name in use.cued if not several(name)], 2)
        if (pair := _pair(use, one, other)) is not None
    ]
    holders: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for pair in found:
        if pair.likeness in _HOLDS:
            holders[min(pair.names, key=len)].add(read_name(max(pair.names, key=len)).words)
    clear = [
        pair for pair in found if len(holders[min(pair.names, key=len)]) <= 1 or pair.likeness not in _HOLDS
    ]
    return tuple(sorted(clear, key=lambda pair: (use.order[pair.names[0]], use.order[pair.names[1]])))


def likeness_of(scenes: Scenes, one: str, other: str) -> Alike | None:
    """How two names are alike; None where nothing says that they may be one character's."""
    use = _used(scenes)
    return _pair(use, one, other) if one in use.cued and other in use.cued else None


def judge(pair: Alike) -> tuple[bool, str]:
    """Whether the house takes two names for one character, and why."""
    goes, stays = pair.names
    if pair.both is not None:
        return False, f"both {goes} and {stays} speak at length in scene {pair.both}, each under its own name"
    if pair.cues[0] >= MEANT and pair.likeness != "spelling":
        return False, f"{goes} stands on {pair.cues[0]} cues: a name that is typed so often is meant"
    longer, shorter = sorted(pair.names, key=len, reverse=True)
    return True, _WHY[pair.likeness].format(
        goes=goes,
        stays=stays,
        longer=longer,
        shorter=shorter,
        few=times(pair.cues[0]),
        many=times(pair.cues[1]),
    )


def question(pair: Alike) -> str:
    """The question whether two names are one character's, with the lines it rests on."""
    (goes, stays), (few, many) = pair.names, pair.cues
    return (
        f"Is {goes} one character with {stays}? "
        f"{goes} stands on {_cues(few, pair.places[0])}; {stays} on {_cues(many, pair.places[1])}."
    )


_HOLDS = ("title", "part")
_TITLES, _RELATIVES = frozenset(TITLES.values()), frozenset(KIN.values())
_WHY: dict[Likeness, str] = {
    "spelling": "{goes} and {stays} are one name typed in two ways",
    "slip": "{goes} looks like a slip for {stays}: it stands on a cue {few}, {stays} {many}, and nothing else names it",
    "title": "{longer} is {shorter} with a title; the two never answer each other",
    "relative": "{goes} and {stays} are two words for one relative; the two never answer each other",
    "part": "{longer} holds the name {shorter}, as no other name does; the two never answer each other",
}


def times(count: int) -> str:
    """Once, twice, 3 times."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _cues(count: int, places: Sequence[Place]) -> str:
    told = ", ".join(f"scene {place.scene} line {place.line}" for place in places)
    more = f" and {count - len(places)} more" if count > len(places) else ""
    return f"{count} cue{'s' * (count != 1)} ({told}{more})"


def _used(scenes: Scenes) -> _Use:
    cued: dict[str, list[Place]] = {}
    cues: dict[str, Counter[str]] = {}
    answering: set[frozenset[str]] = set()
    texts: list[str] = []
    for scene, elements in scenes:
        turns: list[str] = []
        for place, element in enumerate(elements):
            if element.kind in ("action", *SPOKEN):
                texts.append(element.text)
            if element.kind != "cue" or not element.character:
                continue
            name = element.character
            cued.setdefault(name, []).append(
                Place(scene=scene, line=element.line, words=_said(elements, place))
            )
            if element.dual and turns:
                answering.add(frozenset((turns[-1], name)))
            turns.append(name)
        answering |= {
            frozenset(turns[at : at + 2]) for at in range(len(turns) - 2) if turns[at] == turns[at + 2]
        }
        cues.setdefault(scene, Counter()).update(turns)
    order = {name: place for place, name in enumerate(cued)}
    return _Use(cued, order, cues, frozenset(answering), tuple(texts))


def _said(elements: Sequence[Element], cue: int) -> str:
    """The speech's first words."""
    spoken = (element.text for element in elements[cue + 1 : cue + 3] if element.kind in SPOKEN)
    return shorten(next(spoken, ""), 60)


def _pair(use: _Use, one: str, other: str) -> Alike | None:
    if frozenset((one, other)) in use.answering:
        return None
    goes, stays = sorted((one, other), key=lambda name: (len(use.cued[name]), -use.order[name]))
    likeness = _likeness(use, goes, stays)
    if likeness is None:
        return None
    least = {scene: min(count[goes], count[stays]) for scene, count in use.scenes.items()}
    longest = max(least, key=lambda scene: least[scene])
    at_length = least[longest] >= AT_LENGTH and likeness != "spelling"
    return Alike(
        names=(goes, stays),
        likeness=likeness,
        cues=(len(use.cued[goes]), len(use.cued[stays])),
        places=(tuple(use.cued[goes][:TOLD]), tuple(use.cued[stays][:TOLD])),
        both=longest if at_length else None,
    )


def _likeness(use: _Use, goes: str, stays: str) -> Likeness | None:
    rare, common = read_name(goes), read_name(stays)
    if not rare.letters or not common.letters:
        return None
    if rare.letters == common.letters:
        return "spelling"
    if counts(rare.words) != counts(common.words):
        return None
    if rare.words == common.words:
        return "relative" if set(rare.words) & _RELATIVES else "spelling"
    held = _held(*sorted((rare, common), key=lambda name: len(name.letters)))
    if held is not None:
        return held
    few, many = len(use.cued[goes]), len(use.cued[stays])
    if few <= RARE and many >= OFTENER * few and slip(rare.words, common.words):
        return None if any(names_in(text, (goes,)) for text in use.texts) else "slip"
    return None


def _held(shorter: Name, longer: Name) -> Likeness | None:
    """Whether the longer name holds the shorter one as a name of the same person."""
    if unspaced(shorter.typed):
        return _held_unspaced(shorter.letters, longer.letters)
    if set(shorter.words) <= ANYBODY or len(longer.words) <= len(shorter.words):
        return None
    for at in range(len(longer.words) - len(shorter.words) + 1):
        end = at + len(shorter.words)
        inside, rest = longer.words[at:end], (*longer.words[:at], *longer.words[end:])
        heard = not HEARD.isdisjoint(rest)
        if heard:
            inside = (*inside[:-1], owner(inside[-1]))
        if inside != shorter.words or not SOMEBODY_ELSE.isdisjoint(rest):
            continue
        if not heard and ((at and longer.words[at - 1] in OF) or any(owner(word) != word for word in rest)):
            continue
        return "title" if _TITLES.issuperset(rest) else "part"
    return None


def _held_unspaced(shorter: str, longer: str) -> Likeness | None:
    """In scripts without spaces: a name with a title behind it, or with its one-letter family name before it."""
    if longer.startswith(shorter) and longer[len(shorter) :] in BEHIND:
        return "title"
    family = len(longer) == len(shorter) + 1 and len(shorter) >= 2 and longer.endswith(shorter)
    return "part" if family and _FAMILY.match(longer) else None


_FAMILY = re.compile(r"[^\W老小大阿假真新旧甲乙丙丁一二三四五\u3040-\u30ff\u0e00-\u109f]")
"""A letter that may be a family name: Han or hangul, and none that says old, small, false or first."""


def slip(rare: tuple[str, ...], common: tuple[str, ...]) -> bool:
    """Whether one name is the other with one word mistyped.

    The first and last letter of the word hold: fingers seldom slip on the first (Yannakoudakis and Fawthrop
    1983), and the last one tells women from men and one from many in most languages.
    """
    if len(rare) != len(common):
        return False
    differing = [pair for pair in zip(rare, common, strict=True) if pair[0] != pair[1]]
    if len(differing) != 1:
        return False
    typed, meant = differing[0]
    longest = max(len(typed), len(meant))
    if typed in REAL or longest < SHORTEST or (typed[0], typed[-1]) != (meant[0], meant[-1]):
        return False
    from rapidfuzz.distance import OSA

    most = 2 if longest >= LONG else 1
    return OSA.distance(typed, meant, score_cutoff=most) <= most
