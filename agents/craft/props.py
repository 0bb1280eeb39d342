"""Which properties a scene needs: things that are handled, and things that a hand is known to need."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from cineledger.agents.craft.page import LINES_REMEMBERED, names_in, plain, shorten, units, unspaced
from cineledger.agents.craft.place_kinds import is_word_of_a_place
from cineledger.agents.craft.prop_words import HANDLED, MODIFIERS, NOT_HANDLED, PROPS, STOPS
from cineledger.domain.fountain.screenplay import Element

OFTEN = 3
"""Scenes in which a thing has to come back to be one the story hangs on."""
LONGEST_QUOTE = 90

_SENTENCE = re.compile(r"(?<=[.!?…])[\s\"”’)]+|(?<=[。！？])|\n+")
_TOKEN = re.compile(r"[\w'’-]+|[,;:()]")
_GIVEN = re.compile(
    r"\b(give|hand|pass|bring|take|keep|here's|here is|this|that|these|those|put|drop|hold|open|read|burn|where's"
    r"|where is|my|your|the)\b",
    re.IGNORECASE,
)
_DETERMINERS = frozenset("a an the his her their its my your this that another one two three some".split())
_CAPITALS = re.compile(r"\b(?:an?|the|his|her|their)\s+((?:[A-Z]{3,}[A-Z'-]*\s?){1,3})(?![a-z])")
_FEMALE_OR_MALE = re.compile(r"^\W*(he|she|they|он|она|elle|il|er|sie|ella|él|他|她)\b", re.IGNORECASE)


class Use(NamedTuple):
    """A line that names a property."""

    prop: str
    line: int
    quote: str
    hand: str | None
    """Who handles it there, where the text tells."""
    spoken: bool
    """Somebody only talks of it."""
    turns: bool
    """What changes in the scene changes at this line."""


class Listed(NamedTuple):
    """A property of the film."""

    prop: str
    uses: tuple[tuple[str, Use], ...]
    """Scene and use, in the order of the script."""
    hand: str | None
    hero: bool
    reason: str


def properties(elements: Sequence[Element], cast: Sequence[str], peaks: Iterable[int]) -> tuple[Use, ...]:
    """Every line of a scene that names a property; `peaks` are places at which something changes.

    Once for each property and line. What is only talked of counts as spoken: it is a property if it is seen
    somewhere else in the film.
    """
    people, strong = tuple(cast), frozenset(peaks)
    found: list[Use] = []
    last: str | None = None
    for unit in units(elements):
        place = next(
            (p for p in range(unit.first, unit.last + 1) if elements[p].kind != "cue"), unit.first
        )
        turns = any(p in strong for p in range(unit.first, unit.last + 1))
        if unit.kind == "speech":
            last = unit.speaker or last
            found += [
                Use(prop, place, quote, None, True, turns) for prop, quote in _spoken_of(unit.text)
            ]
            continue
        for prop, quote, before in _seen(unit.text):
            named = names_in(before, people)
            hand = named[-1] if named else last if _FEMALE_OR_MALE.match(quote) else None
            found.append(Use(prop, place, shorten(quote, LONGEST_QUOTE), hand, False, turns))
        last = (names_in(unit.text, people) or (last,))[-1]
    once = {(use.prop, use.line): use for use in reversed(found)}
    return tuple(sorted(once.values(), key=lambda use: (use.line, use.prop)))


def listed(scenes: Sequence[tuple[str, str, Sequence[Use]]]) -> tuple[Listed, ...]:
    """The properties of a film; each scene is its id, its number and the lines in it that name one.

    The story hangs on one that is handled where a scene changes, or that comes back in three scenes.
    """
    uses: dict[str, list[tuple[str, Use]]] = {}
    numbers = {scene: number for scene, number, _ in scenes}
    for scene, _, own in scenes:
        for use in own:
            uses.setdefault(use.prop, []).append((scene, use))
    found = []
    for prop, own_uses in uses.items():
        if all(use.spoken for _, use in own_uses):
            continue
        seen = list(dict.fromkeys(scene for scene, _ in own_uses))
        turning = next(((s, u) for s, u in own_uses if u.turns and not u.spoken and u.hand), None)
        hero = turning is not None or len(seen) >= OFTEN
        found.append(
            Listed(prop, tuple(own_uses), _hand(own_uses), hero, _reason(own_uses, seen, turning, numbers))
        )
    return tuple(found)


def _hand(uses: Sequence[tuple[str, Use]]) -> str | None:
    hands = [use.hand for _, use in uses if use.hand]
    return max(dict.fromkeys(hands), key=hands.count, default=None)


def _reason(
    uses: Sequence[tuple[str, Use]],
    seen: Sequence[str],
    turning: tuple[str, Use] | None,
    numbers: dict[str, str],
) -> str:
    if turning is not None:
        scene, use = turning
        return f"scene {numbers[scene]} turns on it in {use.hand}'s hand: “{use.quote}”"
    shown = ", ".join(numbers[scene] for scene in seen[:5]) + (" and more" if len(seen) > 5 else "")
    if len(seen) >= OFTEN:
        return f"it comes back in {len(seen)} scenes: {shown}"
    first = next(use for _, use in uses if not use.spoken)
    return f"scene{'' if len(seen) == 1 else 's'} {shown}: “{first.quote}”"


@lru_cache(maxsize=LINES_REMEMBERED)
def _seen(text: str) -> tuple[tuple[str, str, str], ...]:
    """Each property that a direction shows, its sentence, and the sentence before it."""
    found: dict[str, tuple[str, str, str]] = {}
    for sentence in _sentences(text):
        places = {prop: at for prop, at in (*_known_in(sentence), *_capital(sentence), *_handled(sentence))}
        for prop, at in places.items():
            found.setdefault(prop, (prop, sentence, sentence[:at]))
    return tuple(found.values())


@lru_cache(maxsize=LINES_REMEMBERED)
def _spoken_of(text: str) -> tuple[tuple[str, str], ...]:
    """The known properties that a speech asks for or points at."""
    return tuple(
        (prop, shorten(sentence, LONGEST_QUOTE))
        for sentence in _sentences(text)
        if _GIVEN.search(sentence)
        for prop, _ in _known_in(sentence)
    )


def _sentences(text: str) -> list[str]:
    clean = unicodedata.normalize("NFC", plain(text))
    return [sentence.strip() for sentence in _SENTENCE.split(clean) if sentence.strip()]


def _known_in(sentence: str) -> list[tuple[str, int]]:
    names, finder = _finder()
    found = dict[str, int]()
    for match in finder.finditer(sentence.casefold()):
        found.setdefault(names[int((match.lastgroup or "p0")[1:])], match.start())
    return [(prop, at) for prop, at in found.items()]


def _capital(sentence: str) -> list[tuple[str, int]]:
    """Things typed in capitals after an article, as a script marks what must be there: a BRASS COMPASS."""
    if sentence == sentence.upper():
        return []
    found = []
    for match in _CAPITALS.finditer(sentence):
        words = [word for word in match[1].casefold().split() if word not in MODIFIERS]
        if words and _is_thing(words[-1]):
            found.append((_called(words), match.start()))
    return found


def _handled(sentence: str) -> list[tuple[str, int]]:
    """What a verb of the hand takes: the noun that ends the words after “picks up the”."""
    tokens = [(match[0], match.start()) for match in _TOKEN.finditer(sentence)]
    words = [token.casefold() for token, _ in tokens]
    found = []
    for place, word in enumerate(words):
        if word not in HANDLED and f"{word}_{words[place + 1] if place + 1 < len(words) else ''}" not in HANDLED:
            continue
        named = _object(words, place + 1)
        if named and _is_thing(named[-1]):
            found.append((_called(named), tokens[place][1]))
    return found


def _object(words: Sequence[str], start: int) -> list[str]:
    """The words of a noun phrase from its determiner on; none where there is none near."""
    for place in range(start, min(start + 3, len(words))):
        if words[place] in _DETERMINERS:
            phrase = list[str]()
            for word in words[place + 1 : place + 5]:
                if word in STOPS or not word[0].isalpha() or word in HANDLED or word.endswith("ly"):
                    break
                phrase.append(word)
            return [word for word in phrase if word not in MODIFIERS]
    return []


def _is_thing(word: str) -> bool:
    bare = word.removesuffix("'s").removesuffix("’s")
    singular = bare.removesuffix("s")
    return (
        len(bare) > 2
        and bare == word
        and not {bare, singular} & NOT_HANDLED
        and not is_word_of_a_place(singular)
        and not bare.endswith(("ing", "ed"))
    )


def _called(words: Sequence[str]) -> str:
    """The known name of a thing, else its own last word in the singular."""
    known = [prop for prop, _ in _known_in(" ".join(words[-2:]))]
    if known:
        return known[-1]
    last = words[-1]
    return last[:-1] if last.endswith("s") and not last.endswith(("ss", "us", "is")) else last


@cache
def _finder() -> tuple[list[str], re.Pattern[str]]:
    names, parts = list[str](), list[str]()
    for row in PROPS.strip().splitlines():
        name, _, words = row.partition(":")
        names.append(name)
        listed_words = sorted({word.replace("_", " ") for word in words.split()}, key=len, reverse=True)
        parts.append(f"(?P<p{len(names) - 1}>{'|'.join(map(_pattern, listed_words))})")
    return names, re.compile("|".join(parts))


def _pattern(word: str) -> str:
    escaped = re.escape(word).replace("\\*", "\\w*")
    return escaped if unspaced(word) else rf"(?<![\w-]){escaped}(?![\w-])"
