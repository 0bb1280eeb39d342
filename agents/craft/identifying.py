"""What somebody is like, as a script shows it: how it introduces her, what is said of her, what she says and does.

A script has four ways to say who somebody is (Egri 1946; Pfister, “Das Drama”, 1977): its author's word, others', her
own, and what she does. They are believed in that order here but for deeds: one is the scene's, and only what is done
again counts as hers (Kelley 1967). What nobody says or shows stays unknown.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from cineledger.agents.craft.doing import Cast, Sex, sentences
from cineledger.agents.craft.her_lines import HerLine, done, naming
from cineledger.agents.craft.language import is_english
from cineledger.agents.craft.page import plain, shorten
from cineledger.agents.craft.trait_signs import Act, acts, predicate, said_of_oneself, said_to_another
from cineledger.agents.craft.trait_words import Told, bare, trait_words
from cineledger.domain.cast.identity import Facet

Source = Literal["introduced", "said of her", "said by her", "done"]
WEIGHT: Mapping[Source, float] = {"introduced": 1.0, "said of her": 0.7, "said by her": 0.8, "done": 1.0}
"""How far each way of saying it is believed, 0 to 1: who writes knows, who speaks of others is a party."""
MOST_TRAITS = 6
"""A character is few things, or nobody can play her (Weston 1996)."""
_AGAIN = 2
"""Acts of one kind, in scenes of their own where the film has more than one, that make a trait."""
_EACH = 0.05
"""What each further sign of a trait adds to it."""
_BEFORE = re.compile(
    r"\A(?:\d|early|mid|late|an?\b|the\b|and\b|but\b|too\b|very\b|not\b|always\b|still\b|once\b)"
)
_CLOTHES = re.compile(r"\A(?:(?:and|but) )?(?:in|with|wearing|dressed|at|on|by|from|behind|under|who)\b")
_HE_OR_SHE = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
_IS = re.compile(
    r"\s*(?:is|was|has always been|'s)\s+((?:(?:an?|the|so|too|very|always|not|never|no)\s+)*)", re.IGNORECASE
)


class Shown(NamedTuple):
    """A sign of what somebody is like."""

    trait: str
    facet: Facet
    aspect: str
    value: float
    scene: int
    line: int
    quote: str
    source: Source
    by: str = ""
    """Who says it of her."""


def traits(lines: Sequence[HerLine], person: str, called: Mapping[str, str]) -> tuple[Shown, ...]:
    """What she is like, at most a few traits in the order of the lines, each with the line that shows it best.

    `called` gives each name in the script the person it stands for. English only.
    """
    found = signs(lines, person, called)
    strongest = sorted(
        (*_told(s for s in found if s.source != "done"), *_shown([s for s in found if s.source == "done"])),
        key=lambda s: (-abs(s.value), s.scene, s.line),
    )
    once: dict[str, Shown] = {}
    for sign in strongest:
        once.setdefault(bare(sign.trait), sign)
    kept = list(once.values())[:MOST_TRAITS]
    return tuple(sorted(kept, key=lambda s: (s.scene, s.line, s.trait)))


def signs(lines: Sequence[HerLine], person: str, called: Mapping[str, str]) -> tuple[Shown, ...]:
    """Every sign of what she is like, in order: each word for her, each habit she speaks of, each act."""
    if not is_english("\n".join(line.text for line in lines)):
        return ()
    names = tuple(sorted(name for name, other in called.items() if other == person))
    directions = [plain(line.text) for line in done(lines)]
    cast = Cast(called, directions, known=_sex(lines, person))
    return tuple(sign for line in lines for sign in _signs(line, person, names, cast))


def _sex(lines: Sequence[HerLine], person: str) -> dict[str, Sex]:
    """Whether directions that name nobody and mean her say he or she; nothing where none does."""
    said = [_HE_OR_SHE.search(line.text) for line in done(lines) if line.meant]
    counts = Counter(found[0].casefold() for found in said if found is not None)
    return {person: "he" if counts["he"] > counts["she"] else "she"} if counts else {}


def _signs(line: HerLine, person: str, names: tuple[str, ...], cast: Cast) -> Iterator[Shown]:
    def sign(told: Told | Act, quote: str, source: Source) -> Shown:
        weighed = round(told.value * WEIGHT[source], 2)
        where = (line.scene, line.line, shorten(quote), source, line.who)
        return Shown(told.trait, told.facet, told.aspect, weighed, *where)

    text = plain(line.text).replace("’", "'")
    if line.tells == "own":
        for told in said_of_oneself(line.text):
            yield sign(told, _around(text, told.start), "said by her")
    elif line.tells == "to her":
        for told in said_to_another(line.text):
            yield sign(told, _around(text, told.start), "said of her")
    elif line.tells == "of her":
        for told in _predicated(text, names):
            yield sign(told, _around(text, told.start), "said of her")
    else:
        for told in (*_introduced(text, names), *_predicated(text, names)):
            yield sign(told, _around(text, told.start), "introduced")
        for act in acts(line.text, cast, person if line.meant else None):
            if act.doer == person:
                yield sign(act, act.sentence, "done")


def _around(text: str, at: int) -> str:
    """The sentence around a place."""
    for start, sentence in sentences(text):
        if start <= at < start + len(sentence):
            return sentence.strip()
    return text


def _introduced(text: str, names: tuple[str, ...]) -> Iterator[Told]:
    """The words beside her name: MAYA, 58, a ferry pilot, stubborn; MAYA (40s, brash but loyal); the loyal MAYA."""
    for match in naming(names).finditer(text):
        if match[0] == match[0].lower():
            continue
        before = text[: match.start()]
        near = re.search(r"(?:[\w-]+ ){1,2}\Z", before)
        if near:
            yield from _words(near[0], near.start())
        behind = text[match.end() :]
        opened = re.match(r"\s*\(([^()]*)\)", behind)
        if opened:
            yield from _apposed(opened[1], match.end() + opened.start(1))
        elif opened := re.match(r"\s*,([^.!?;:—]*)", behind):
            yield from _apposed(opened[1], match.end() + opened.start(1))


def _apposed(text: str, offset: int) -> Iterator[Told]:
    """What stands in apposition, part by part, until a part says what she does."""
    at = 0
    for part in re.split(r",", text):
        bare = part.strip().casefold()
        words = list(_words(part, offset + at))
        first = min((word.start for word in words), default=None)
        starts = first is not None and not text[at : first - offset].strip()
        at += len(part) + 1
        if _CLOTHES.match(bare):
            continue
        if not (_BEFORE.match(bare) or starts):
            return
        yield from words


def _predicated(text: str, names: tuple[str, ...]) -> Iterator[Told]:
    """What it is said that she is: MAYA is stubborn."""
    for match in naming(names).finditer(text):
        is_ = _IS.match(text, match.end())
        if is_ and match[0] != match[0].lower():
            yield from predicate(is_[1], text[is_.end() :], is_.start(1))


def _words(text: str, offset: int) -> Iterator[Told]:
    for told in trait_words(text):
        yield told._replace(start=offset + told.start)


def _told(found: Iterator[Shown]) -> Iterator[Shown]:
    """Each trait that is told, from who is believed most, a little more marked the more often it is."""
    by_trait: dict[str, list[Shown]] = {}
    for sign in found:
        by_trait.setdefault(sign.trait, []).append(sign)
    for same in by_trait.values():
        best = max(same, key=lambda s: (abs(s.value), -s.scene, -s.line))
        yield best._replace(value=_marked(best.value, len({(s.scene, s.line) for s in same})))


def _shown(found: Sequence[Shown]) -> Iterator[Shown]:
    """Each trait that is shown in act upon act, unless she does the opposite as often."""
    many = len({sign.scene for sign in found}) > 1
    sides = Counter((sign.aspect, sign.value > 0) for sign in found)
    by_trait: dict[str, list[Shown]] = {}
    for sign in found:
        by_trait.setdefault(sign.trait, []).append(sign)
    for same in by_trait.values():
        places = {s.scene if many else s.line for s in same}
        up = same[0].value > 0
        if len(places) >= _AGAIN and sides[same[0].aspect, up] > sides[same[0].aspect, not up]:
            yield same[0]._replace(value=_marked(same[0].value, len(places) - 1))


def _marked(value: float, times: int) -> float:
    more = min(_EACH * (times - 1), 0.2)
    return round(min(0.9, value + more) if value > 0 else max(-0.9, value - more), 2)
