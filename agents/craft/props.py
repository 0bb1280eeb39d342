"""Which properties a scene needs: things that are handled, and things that a hand is known to need."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from cineledger.agents.craft.breakdown import words as needs_in
from cineledger.agents.craft.excerpt import around
from cineledger.agents.craft.page import LINES_REMEMBERED, names_in, plain, units
from cineledger.agents.craft.place_kinds import is_word_of_a_place
from cineledger.agents.craft.prop_words import (
    AMBIGUOUS,
    HANDLED,
    MODIFIERS,
    NOT_HANDLED,
    NOT_MEANT,
    PART_OF_A_SET,
    PERSON_ENDINGS,
    PERSONS,
    PROPS,
    STOPS,
    WORN,
)
from cineledger.agents.craft.table_rows import rows_of
from cineledger.agents.craft.word_finder import Found, WordFinder
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
_PRONOUN = re.compile(r"\W*(he|she|his|her|он|она|elle|il|er|sie|ella|él|他|她)(?:\b|(?<=[他她]))")
_HE = frozenset("he his him himself он его ему il er seine él 他".split())
_SHE = frozenset("she her hers herself она её ее ей elle sie ella 她".split())


class Use(NamedTuple):
    """A line that names a property."""

    prop: str
    line: int
    quote: str
    hand: str | None
    """Who has it there, where the text tells."""
    handled: bool
    """A verb of the hand takes it."""
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
    sexes = _sexes(elements, people)
    last: tuple[str, ...] = ()
    for unit in units(elements):
        place = next((p for p in range(unit.first, unit.last + 1) if elements[p].kind != "cue"), unit.first)
        turns = any(p in strong for p in range(unit.first, unit.last + 1))
        if unit.kind == "speech":
            last = (*last, *((unit.speaker,) if unit.speaker else ()))
            found += [
                Use(prop, place, quote, None, False, True, turns) for prop, quote in _spoken_of(unit.text)
            ]
            continue
        for prop, sentence, before, handled in _seen(unit.text):
            named = names_in(before, people)
            hand = (
                named[-1]
                if named
                else _meant(sentence, (*last, *_earlier(unit.text, sentence, people)), sexes)
            )
            if handled or prop not in WORN or not (hand or names_in(sentence, people)):
                found.append(
                    Use(
                        prop, place, around(sentence, len(before), LONGEST_QUOTE), hand, handled, False, turns
                    )
                )
        last = (*last, *names_in(unit.text, people))
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
        turning = next(((s, u) for s, u in own_uses if u.turns and u.handled), None)
        hero = turning is not None or _comes_back(own_uses, seen)
        found.append(
            Listed(prop, tuple(own_uses), _hand(own_uses), hero, _reason(own_uses, seen, turning, numbers))
        )
    return tuple(found)


def _comes_back(uses: Sequence[tuple[str, Use]], seen: Sequence[str]) -> bool:
    """It is handled, and comes back in three scenes, or four times in two."""
    return any(use.handled for _, use in uses) and (
        len(seen) >= OFTEN or (len(seen) == 2 and len(uses) >= 2 * len(seen))
    )


def _sexes(elements: Sequence[Element], people: tuple[str, ...]) -> dict[str, str]:
    """Whom the directions call he and whom she, from sentences that name nobody else."""
    counts: dict[str, list[int]] = {}
    for element in elements:
        for sentence in _sentences(element.text) if element.kind == "action" else ():
            named = names_in(sentence, people)
            if len(named) == 1:
                words = set(re.findall(r"\w+", sentence.casefold()))
                count = counts.setdefault(named[0], [0, 0])
                count[0] += bool(words & _HE)
                count[1] += bool(words & _SHE)
    return {name: "he" if he > she else "she" for name, (he, she) in counts.items() if he != she}


def _meant(sentence: str, before: tuple[str, ...], sexes: dict[str, str]) -> str | None:
    """Whom the pronoun that a sentence begins with means: who was named last and is not known to be the other sex."""
    match = _PRONOUN.match(sentence.casefold())
    if match is None:
        return None
    sex = "he" if match[1] in _HE else "she" if match[1] in _SHE else ""
    others = {"he", "she"} - {sex} if sex else set[str]()
    fitting = [name for name in before if sexes.get(name) not in others]
    known = [name for name in fitting if sexes.get(name) == sex]
    return next(reversed(known or (fitting if len(set(fitting)) == 1 else [])), None)


def _earlier(text: str, sentence: str, people: tuple[str, ...]) -> tuple[str, ...]:
    """Who a direction names before a sentence of it."""
    whole = unicodedata.normalize("NFC", plain(text))
    return names_in(whole[: max(0, whole.find(sentence))], people)


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
        held = f" in {use.hand}'s hand" if use.hand else ""
        return f"scene {numbers[scene]} turns on it{held}: “{use.quote}”"
    shown = ", ".join(numbers[scene] for scene in seen[:5]) + (" and more" if len(seen) > 5 else "")
    if _comes_back(uses, seen):
        return f"it comes back in {len(seen)} scenes: {shown}"
    first = next(use for _, use in uses if not use.spoken)
    return f"scene{'' if len(seen) == 1 else 's'} {shown}: “{first.quote}”"


@lru_cache(maxsize=LINES_REMEMBERED)
def _seen(text: str) -> tuple[tuple[str, str, str, bool], ...]:
    """Each property that a direction shows, its sentence, what stands before it, and whether a hand takes it."""
    found: dict[str, tuple[str, str, str, bool]] = {}
    for sentence in _sentences(text):
        handled = dict(_handled(sentence))
        for prop, at in {**dict(_known_in(sentence)), **dict(_capital(sentence)), **handled}.items():
            if prop not in found or (prop in handled and not found[prop][3]):
                found[prop] = (prop, sentence, sentence[:at], prop in handled)
    return tuple(found.values())


@lru_cache(maxsize=LINES_REMEMBERED)
def _spoken_of(text: str) -> tuple[tuple[str, str], ...]:
    """The known properties that a speech asks for or points at."""
    return tuple(
        (prop, around(sentence, at, LONGEST_QUOTE))
        for sentence in _sentences(text)
        if _GIVEN.search(sentence)
        for prop, at in _known_in(sentence)
    )


def _sentences(text: str) -> list[str]:
    clean = unicodedata.normalize("NFC", plain(text))
    return [sentence.strip() for sentence in _SENTENCE.split(clean) if sentence.strip()]


def _known_in(sentence: str) -> list[tuple[str, int]]:
    line = sentence.casefold()
    found = dict[str, int]()
    for word in _finder().find(line):
        if not _is_other(line, word):
            found.setdefault(word.name, word.start)
    return list(found.items())


def _is_other(line: str, found: Found) -> bool:
    """The word means something else here: a ticket window, a hand against the glass, she rose."""
    behind = re.match(r"[\s-]+([\w'’]+)", line[found.end :])
    if behind and behind[1] in PART_OF_A_SET:
        return True
    before = re.findall(r"[\w'’-]+", line[max(0, found.start - 40) : found.start])[-1:]
    if found.word == "glass" and before == ["the"]:
        return True
    if found.word not in AMBIGUOUS:
        return False
    last = before[0] if before else ""
    named = last in _DETERMINERS or last in MODIFIERS or last in HANDLED or last.endswith(("'s", "’s", "s'"))
    return not named and not last.isdigit()


def _capital(sentence: str) -> list[tuple[str, int]]:
    """Things typed in capitals after an article, as a script marks what must be there: a BRASS COMPASS."""
    if sentence == sentence.upper():
        return []
    found = []
    for match in _CAPITALS.finditer(sentence):
        words = [word for word in match[1].casefold().split() if word not in MODIFIERS]
        if _is_alive(match[1]):
            continue
        known = bool(words) and bool(_known_in(words[-1]))
        other = not words or words[-1] in NOT_MEANT or words[-1].endswith(PERSON_ENDINGS)
        if known or (not other and _is_thing(words[-1])):
            found.append((_called(words), match.start()))
    return found


def _handled(sentence: str) -> list[tuple[str, int]]:
    """What a verb of the hand takes: the noun that ends the words after “picks up the”."""
    tokens = [(match[0], match.start()) for match in _TOKEN.finditer(sentence)]
    words = [token.casefold() for token, _ in tokens]
    found = []
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else ""
        if word not in HANDLED and f"{word}_{following}" not in HANDLED:
            continue
        named = _object(words, place + 1)
        if named and _is_thing(named[-1]) and not _is_alive(" ".join(named)):
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
        if words[place] == "of" or words[place] in NOT_HANDLED:
            return []
    return []


def _is_alive(said: str) -> bool:
    """The breakdown calls it an animal, a child or one of the background."""
    return any(word.category in ("ANIMALS", "CHILDREN", "EXTRAS") for word in needs_in(said.casefold()))


def _is_thing(word: str) -> bool:
    bare = word.removesuffix("'s").removesuffix("’s")
    singular = bare.removesuffix("s")
    return (
        len(bare) > 2
        and bare == word
        and not {bare, singular} & NOT_HANDLED
        and not {bare, singular} & PERSONS
        and not is_word_of_a_place(singular)
        and not bare.endswith(("ing", "ed"))
    )


def _called(words: Sequence[str]) -> str:
    """The known name of a thing, else its own last word in the singular."""
    known = [prop for prop, _ in _known_in(" ".join(words[-2:]))]
    if known:
        return known[-1]
    last = words[-1]
    if last in _names():
        return last
    if last.endswith(("sses", "xes", "ches", "shes")):
        return last[:-2]
    return last[:-1] if last.endswith("s") and not last.endswith(("ss", "us", "is")) else last


@cache
def _names() -> frozenset[str]:
    return frozenset(row.partition(":")[0] for row in rows_of(PROPS))


@cache
def _finder() -> WordFinder:
    rows = (row.partition(":") for row in rows_of(PROPS))
    return WordFinder({name: [word.replace("_", " ") for word in words.split()] for name, _, words in rows})
