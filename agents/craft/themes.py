"""What a film is about, as far as its words say so: themes that a lexicon knows, and images that return.

A theme is a claim that returns (McKee's controlling idea, Egri's premise); an image system is a thing that returns
until it means more than itself (McKee, Story). Words are weighed as in retrieval: often here, rare elsewhere (Spärck
Jones 1972).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cineledger.agents.craft.background import COMMON
from cineledger.agents.craft.page import SPOKEN, plain, shorten, telling
from cineledger.agents.craft.story import Told
from cineledger.agents.craft.theme_words import PHRASE, THEMES

MOST = 4
MOST_IMAGES = 2
MOST_SHOWINGS = 12
FEWEST_LINES = 3
"""A theme shows in so many lines at least, or it is only mentioned."""
FEWEST_OF_AN_IMAGE = 4
SPOKEN_COUNTS, SHOWN_COUNTS = 1.0, 0.8
"""What a word counts in speech and in a stage direction."""
A_SCENE = 3.0
"""More than so much in one scene adds nothing: a theme returns, a topic is talked about once."""

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_READ = frozenset({"dialogue", "lyric", "action", "parenthetical"})


class Shown(NamedTuple):
    """A line in which a theme shows; its scene by its place."""

    scene: int
    line: int
    quote: str
    spoken: bool


class Theme(NamedTuple):
    """A theme with where it shows."""

    name: str
    image: bool
    """It is a thing that returns, not an idea that a lexicon knows."""
    words: tuple[str, ...]
    weight: float
    """Its share of all that was found, 0 to 1."""
    shown: tuple[Shown, ...]


class _Hit(NamedTuple):
    scene: int
    line: int
    word: str
    counts: float
    spoken: bool


def find_themes(
    scenes: Sequence[Told], cast: Sequence[str], title: str = "", said: str = "", named: str = ""
) -> tuple[Theme, ...]:
    """At most four themes of an English script, the heaviest first; words of the title, and in notes, count more.

    The one that was named is among them, found or not.
    """
    names = {part.casefold() for name in cast for part in _TOKEN.findall(name)}
    hits, images = _hits(scenes, names), _images(scenes, names)
    told = _phrases(f"{title} {said}")
    weights = {
        name: _weight(found, len(scenes)) * (1.5 if told & THEMES[name].keys() else 1.0)
        for name, found in hits.items()
        if _holds(found)
    }
    whole = sum(weights.values())
    ideas = sorted(weights, key=lambda name: (-weights[name], name))
    kept = [
        (name, False, hits[name], weights[name])
        for name in ideas
        if weights[name] >= 0.25 * max(weights.values())
    ]
    taken = {word for name in ideas[:MOST] for word in (hit.word for hit in hits[name])}
    things = [(word, True, found, weight) for word, found, weight in images if word not in taken]
    things = things[:MOST_IMAGES]
    whole += sum(weight for *_, weight in things)
    chosen = sorted(kept[: MOST - min(len(things), 1)] + things, key=lambda one: -one[3])[:MOST]
    themes = [
        Theme(_name(name, image), image, _words(found), round(weight / whole, 3), _shown(scenes, found))
        for name, image, found, weight in chosen
    ]
    if named and all(theme.name != named for theme in themes):
        own = _named(scenes, named, hits, names)
        themes = [*themes[: MOST - 1], Theme(named, False, _words(own), 0.0, _shown(scenes, own))]
    return tuple(themes)


def vision_speaks(theme: str, texts: Sequence[str]) -> str:
    """The first word of the orchestrator's that belongs to a theme; empty where none does."""
    words = THEMES.get(theme, {})
    known = words.keys() | {word for word in theme.split() if word not in COMMON}
    return next((p for text in texts for p in _in_order(text) if p in known and words.get(p, 1.0) == 1.0), "")


def _hits(scenes: Sequence[Told], names: set[str]) -> dict[str, list[_Hit]]:
    """Theme → where it shows; a name in a stage direction is a label, and speaks of nothing."""
    found = defaultdict[str, list[_Hit]](list)
    for place, line, text, spoken in _lines(scenes):
        counted = set[str]()
        for phrase in _in_order(text):
            if not spoken and phrase in names:
                continue
            for name, counts in _LEXICON.get(phrase, ()):
                if not _inside(phrase, name, counted):
                    counted.add(f"{name}/{phrase}")
                    worth = counts * (SPOKEN_COUNTS if spoken else SHOWN_COUNTS)
                    found[name].append(_Hit(place, line, phrase, worth, spoken))
    return found


def _images(scenes: Sequence[Told], names: set[str]) -> list[tuple[str, list[_Hit], float]]:
    """Things that return in stage directions and speech, the heaviest first."""
    names = names | {part.casefold() for scene in scenes for part in _TOKEN.findall(scene.place)}
    found = defaultdict[str, list[_Hit]](list)
    for place, line, text, spoken in _lines(scenes):
        for word in dict.fromkeys(map(_stem, _tokens(text))):
            if len(word) > 3 and word not in names and word not in COMMON and f"{word}s" not in names:
                found[word].append(_Hit(place, line, word, 1.0, spoken))
    weighed = []
    for word, hits in found.items():
        there = {hit.scene for hit in hits}
        shown = any(not hit.spoken for hit in hits) and any(_is_thing(word, scenes[h.scene], h) for h in hits)
        if len(hits) >= FEWEST_OF_AN_IMAGE and len(there) >= min(3, max(2, len(scenes) // 8)) and shown:
            weighed.append((word, hits, 0.8 * _weight(hits, len(scenes))))
    return sorted(weighed, key=lambda one: (-one[2], one[0]))


def _is_thing(word: str, scene: Told, hit: _Hit) -> bool:
    """An article or a number stands before it somewhere: it is a noun."""
    text = scene.elements[hit.line].text.casefold()
    return (
        re.search(rf"\b(the|a|an|his|her|their|my|your|one|two|of|this|that|every) {word}", text) is not None
    )


def _holds(hits: Sequence[_Hit]) -> bool:
    strong = [hit for hit in hits if hit.counts > 0.5]
    return (
        len({(hit.scene, hit.line) for hit in hits}) >= FEWEST_LINES
        and len({hit.word for hit in strong}) >= 2
    )


def _weight(hits: Sequence[_Hit], scenes: int) -> float:
    """How much of the film speaks of it: each scene up to a bound, more where it returns in many, by several words."""
    by_scene = Counter[int]()
    for hit in hits:
        by_scene[hit.scene] += int(10 * hit.counts)
    much = sum(min(A_SCENE, value / 10) for value in by_scene.values())
    return much * (0.5 + len(by_scene) / max(1, scenes)) * (1 + 0.1 * min(5, len({h.word for h in hits})))


def _named(scenes: Sequence[Told], named: str, hits: dict[str, list[_Hit]], names: set[str]) -> list[_Hit]:
    """Where a theme shows that somebody named: by the lexicon's words, or those of its name."""
    if named in THEMES:
        return hits.get(named, [])
    words = {_stem(word) for word in _tokens(named)} - COMMON - names
    return [
        _Hit(place, line, word, 1.0, spoken)
        for place, line, text, spoken in _lines(scenes)
        for word in dict.fromkeys(map(_stem, _tokens(text)))
        if word in words
    ]


def _shown(scenes: Sequence[Told], hits: Sequence[_Hit]) -> tuple[Shown, ...]:
    """The lines, in order; the strongest of each scene first where there are too many."""
    lines = dict[tuple[int, int], _Hit]()
    for hit in sorted(hits, key=lambda h: -h.counts):
        lines.setdefault((hit.scene, hit.line), hit)
    ranks, ranked = Counter[int](), list[tuple[int, float, _Hit]]()
    for hit in lines.values():
        ranked.append((ranks[hit.scene], -hit.counts, hit))
        ranks[hit.scene] += 1
    first = _spread([r for r in sorted(ranked, key=lambda r: r[2].scene) if not r[0]])
    kept = [*first, *sorted((r for r in ranked if r[0]), key=lambda r: r[:2])][:MOST_SHOWINGS]
    return tuple(
        Shown(h.scene, h.line, shorten(telling(scenes[h.scene].elements[h.line].text, h.word)), h.spoken)
        for h in sorted((one for *_, one in kept), key=lambda h: (h.scene, h.line))
    )


def _spread(ranked: list[tuple[int, float, _Hit]]) -> list[tuple[int, float, _Hit]]:
    """As many as may be shown, evenly from the first to the last."""
    if len(ranked) <= MOST_SHOWINGS:
        return ranked
    return [ranked[round(at * (len(ranked) - 1) / (MOST_SHOWINGS - 1))] for at in range(MOST_SHOWINGS)]


def _words(hits: Sequence[_Hit]) -> tuple[str, ...]:
    counted = Counter(hit.word for hit in hits)
    return tuple(sorted(counted, key=lambda word: (-counted[word], word))[:8])


def _name(name: str, image: bool) -> str:
    return f"the image of the {name}" if image else name


def _lines(scenes: Sequence[Told]) -> Iterator[tuple[int, int, str, bool]]:
    for place, scene in enumerate(scenes):
        for line, element in enumerate(scene.elements):
            if element.kind in _READ:
                yield place, line, element.text, element.kind in SPOKEN


def _tokens(text: str) -> list[str]:
    return [word.casefold().replace("’", "'") for word in _TOKEN.findall(plain(text))]


def _in_order(text: str) -> list[str]:
    """Words and runs of words that the lexicon could know, the longest first."""
    tokens = _tokens(text)
    runs = [
        " ".join(tokens[at : at + size])
        for size in range(PHRASE, 1, -1)
        for at in range(len(tokens) - size + 1)
    ]
    return [run for run in dict.fromkeys(runs) if run in _LEXICON] + list(dict.fromkeys(tokens))


def _phrases(text: str) -> set[str]:
    return set(_in_order(text))


def _inside(phrase: str, name: str, counted: set[str]) -> bool:
    """It is part of a collocation of the same theme that was counted in the line."""
    return any(done.startswith(f"{name}/") and phrase in done.partition("/")[2].split() for done in counted)


def _stem(word: str) -> str:
    """A noun's singular, roughly."""
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "'s")) and len(word) > 4:
        return word[:-1]
    return word.removesuffix("'s")


_LEXICON: dict[str, tuple[tuple[str, float], ...]] = {
    word: tuple((name, words[word]) for name, words in THEMES.items() if word in words)
    for words in THEMES.values()
    for word in words
}
