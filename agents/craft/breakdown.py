"""A scene's breakdown sheet: what its directions ask for on the day, each thing once, with the line."""

# Full-width and Cyrillic marks that look like Latin ones are meant: scripts are typed with them.

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from cineledger.agents.craft.breakdown_meaning import is_other
from cineledger.agents.craft.breakdown_words import CATEGORIES, CROWDS, NOT_PEOPLE, NUMBERS, SIGNALS, TIMES
from cineledger.agents.craft.page import (
    LINES_REMEMBERED,
    names_in,
    plain,
    playable,
    shorten,
    units,
    unspaced,
)
from cineledger.domain.fountain.screenplay import Element

_NOT_THERE = re.compile(
    r"\b(?:no|without|not a|no more|like an?|as an?|imaginary|invisible|без|sans|sin|ohne)\s+(?:\w+\s)?\Z",
    re.IGNORECASE,
)
_HEARD = re.compile(r"['’]s (?:engine|horn|siren|whistle)|\s(?:engine|horn|siren)s? ", re.IGNORECASE)
"""A vehicle of which only a sound is told."""
_FAR = re.compile(
    r" (?:is |are )?(?:bark|howl|crow|whinn|mew|meow|sing|cr)\w* (?:somewhere|in the distance|far|off|outside|away)",
    re.IGNORECASE,
)
"""An animal that is heard and not seen."""
_SOMEBODY = re.compile(r"(?:\b(?:s?he|they|him|her|them|both)|\b[A-Z][\w'’-]+|[^\x00-\x7f]\w*)\W*\Z")
_THING = re.compile(r"\b(?:The|A|An|Its?|That|This)\W*\Z")
_BODILY = ("fall",)
"""Stunts only where somebody does it: a suitcase falls over by itself."""
COUNTED = frozenset({"EXTRAS", "PROPS", "VEHICLES", "ANIMALS", "WEAPONS", "CHILDREN"})
_BEFORE = re.compile(r"(?:(?:\d{1,3}(?:,\d{3})+|[^\W_][\w-]*)[\s-]+){1,3}\Z")
_MOST = 1_000
_SEVERAL = re.compile(r"(?<![\w'’-])[A-Z][A-Z-]+(?:ERS|ORS|ISTS|IANS|MEN)(?![\w'’-])")
"""Several of a trade in capitals, as a script marks who must be there: FIREFIGHTERS."""
_USUAL = 4
"""Of those, called where the text gives no number."""
_ON_A_THING = re.compile(r"\b(?:into|on|over|through)\b", re.IGNORECASE)
_MINOR = 18


class Need(NamedTuple):
    """Something that a scene needs on the day."""

    category: str
    name: str
    number: int
    line: int | None
    """Place of the element that asks for it; None where the whole scene does."""
    quote: str


class Word(NamedTuple):
    """A word of a direction that asks for something."""

    category: str
    name: str
    number: int | None
    """As the text has it; None where it gives no number."""
    quote: str


def break_sheet(
    elements: Sequence[Element],
    cast: Sequence[str],
    ages: Mapping[str, int] | None = None,
    animals: Mapping[str, str] | None = None,
) -> tuple[Need, ...]:
    """What the scene needs, in the order of the categories, then of the lines; nothing twice.

    People come from cues and directions, things from directions and the slug line alone: what is only talked
    about need not be there on the day. Ages and animals are what other scenes tell: name → age, and name in small
    letters → what animal it is.
    """
    found: dict[str, Need] = {}
    for need in (*_people(elements, cast, ages or {}, animals or {}), *_things(elements, cast)):
        former = found.get(need.name.casefold())
        if former is None:
            found[need.name.casefold()] = need
        elif need.number > former.number and need.category == former.category:
            found[need.name.casefold()] = former._replace(number=need.number)
    order = list(CATEGORIES)
    place = {key: at for at, key in enumerate(found)}
    return tuple(found[k] for k in sorted(found, key=lambda k: (order.index(found[k].category), place[k])))


def _people(
    elements: Sequence[Element], cast: Sequence[str], ages: Mapping[str, int], animals: Mapping[str, str]
) -> Iterator[Need]:
    """Who is seen, and who is only heard; minors as well, by the age that the text gives."""
    heard: dict[str, Need] = {}
    seen: dict[str, Need] = {}
    for unit in units(elements):
        names = [unit.speaker] if unit.speaker else []
        if unit.kind == "action":
            names = list(names_in(unit.text, cast))
            names += [name for name in animals if _is_named(name, unit.text)]
        for name in names:
            beast = animals.get(name.casefold()) or next(
                (w.name for w in words(name) if w.category == "ANIMALS"), None
            )
            if beast:
                yield Need("ANIMALS", beast, 1, unit.first, shorten(unit.text or name))
                continue
            need = Need("CAST", name, 1, unit.first, shorten(unit.text or name))
            if unit.unseen:
                heard.setdefault(name, need._replace(category="SOUND", name=f"{name}, voice only"))
            else:
                seen.setdefault(name, need)
    for name, need in seen.items():
        yield need
        age = _age(name, elements) or ages.get(name)
        if age is not None and age < _MINOR:
            yield need._replace(category="CHILDREN", name=f"{name}, {age}")
        elif age is None and any(word.category == "CHILDREN" for word in words(name)):
            yield need._replace(category="CHILDREN", name=f"{name}, a minor")
    yield from (need for name, need in heard.items() if name not in seen)


def _is_named(name: str, text: str) -> bool:
    """A direction names somebody, with a capital or in capitals."""
    return (
        re.search(rf"(?<!\w)(?:{re.escape(name.title())}|{re.escape(name.upper())})(?!\w)", text) is not None
    )


def _age(name: str, elements: Sequence[Element]) -> int | None:
    """The age a direction gives somebody: MAYA, 9, or MAYA (9)."""
    told = re.compile(
        rf"(?<!\w){re.escape(name)}\s*[,(（，]\s*(?:aged? )?(\d{{1,2}})(?![\d:])", re.IGNORECASE
    )
    for element in elements:
        if element.kind == "action" and (found := told.search(element.text)):
            return int(found[1])
    return None


def _things(elements: Sequence[Element], cast: Sequence[str]) -> Iterator[Need]:
    played = set(playable(elements))
    parts = {word.casefold() for name in cast for word in name.split()}
    for place, element in enumerate(elements):
        if element.kind == "heading":
            yield from (
                Need(w.category, w.name, w.number or 1, place, shorten(element.text))
                for w in words(plain(element.text))
                if w.category == "VEHICLES"
            )
        elif element.kind == "action" and place in played:
            for word in words(plain(element.text)):
                if word.category == "EXTRAS" and {word.name, word.name.removesuffix("s")} & parts:
                    continue
                usual = CROWDS.get(word.name, 1)
                yield Need(word.category, word.name, word.number or usual, place, word.quote)
            for word in _several(plain(element.text)):
                if not {word.name, word.name.removesuffix("s")} & parts:
                    yield Need(word.category, word.name, word.number or _USUAL, place, word.quote)
        elif element.kind == "parenthetical" and _ON_A_THING.search(element.text):
            for word in words(plain(element.text)):
                if word.category == "PROPS":
                    yield Need(word.category, word.name, 1, place, shorten(element.text))


@lru_cache(maxsize=LINES_REMEMBERED)
def _several(text: str) -> tuple[Word, ...]:
    """Those of a trade who come in capitals and are listed nowhere."""
    if text == text.upper():
        return ()
    return tuple(
        Word("EXTRAS", name, _count(text[: match.start()]), shorten(_sentence(text, match.start())))
        for match in _SEVERAL.finditer(text)
        if (name := match[0].casefold()) not in NOT_PEOPLE and not words(name)
    )


@lru_cache(maxsize=LINES_REMEMBERED)
def words(text: str) -> tuple[Word, ...]:
    """Every word of a direction that asks for something, longest words first where several begin together.

    Words that mean nothing of their category here hide only that category's words: in a plane ticket there is a ticket.
    """
    found: list[Word] = []
    finder, _ = _finder()
    at, hidden, until = 0, "", 0
    while match := finder.search(text, at):
        category = (match.lastgroup or "").removeprefix("k_")
        name = _name(category, match[0].casefold())
        if name == "-":
            at, hidden, until = match.start() + 1, category, match.end()
            continue
        at = match.end()
        before = text[max(0, match.start() - 24) : match.start()]
        after = text[match.end() :]
        meant = _meant(category, name, before, after) and not _NOT_THERE.search(before)
        meant = meant and not is_other(category, name, match[0], before, after)
        if meant and (category != hidden or match.start() >= until):
            count = _count(text[: match.start()]) if category in COUNTED else None
            found.append(Word(category, name, count, shorten(_sentence(text, match.start()))))
    return tuple(found)


def _sentence(text: str, at: int) -> str:
    """The sentence that holds a place of the text."""
    start = max((match.end() for match in re.finditer(r"[.!?]+\s+|[。！？]", text[:at])), default=0)
    end = re.search(r"[.!?](?=\s|\Z)|[。！？]", text[at:])
    return text[start : at + end.end()] if end else text[start:]


def _meant(category: str, name: str, before: str, after: str) -> bool:
    """Whether the word is meant in the body, as far as the words around it tell."""
    if category == "VEHICLES":
        return not _HEARD.match(after)
    if category == "ANIMALS":
        return not _FAR.match(after)
    if category == "STUNTS" and name in _BODILY:
        return _SOMEBODY.search(before) is not None and _THING.search(before) is None
    return True


def _count(before: str) -> int | None:
    """A number right before a thing, or with one word between; two hundred is a hundred twice."""
    found = _BEFORE.search(before[-48:].casefold())
    told = found[0].replace(",", "").split() if found else []
    for at in range(len(told) - 1, max(-1, len(told) - 3), -1):
        count = _number(told[at])
        if count is not None:
            times = _number(told[at - 1]) if at and told[at] in TIMES else None
            return count * (times or 1)
    return None


def _number(word: str) -> int | None:
    if word in NUMBERS:
        return NUMBERS[word]
    return int(word) if word.isdecimal() and 1 < int(word) <= _MOST else None


class _Entry(NamedTuple):
    name: str
    words: tuple[str, ...]


@cache
def _entries() -> dict[str, tuple[_Entry, ...]]:
    """Category → what is asked for in it, with its words."""
    return {category: tuple(_read(text)) for category, text in SIGNALS.items()}


def _read(text: str) -> Iterator[_Entry]:
    for line in re.sub(r"\n\s+(?=[^\n:]*(?:\n|\Z))", " ", text).splitlines():
        name, _, listed = line.strip().partition(": ")
        if listed:
            yield _Entry(name, tuple(" ".join(word.split()) for word in listed.split("|") if word.strip()))


@cache
def _finder() -> tuple[re.Pattern[str], dict[tuple[str, str], str]]:
    """One pattern for all words, a group for each category, and the name of each word without a star."""
    names: dict[tuple[str, str], str] = {}
    everything: list[tuple[str, str]] = []
    for category, entries in _entries().items():
        for entry in entries:
            for word in entry.words:
                names[category, word.casefold()] = entry.name
                everything.append((category, word))
    groups: dict[str, list[str]] = {}
    for category, word in everything:
        groups.setdefault(category, []).append(word)
    ordered = [category for category in CATEGORIES if category in groups]
    parts = []
    for category in ordered:
        listed = sorted(groups[category], key=len, reverse=True)
        spaced = "|".join(re.escape(w).replace(r"\*", r"\w*") for w in listed if not unspaced(w))
        joined = "|".join(re.escape(w) for w in listed if unspaced(w))
        tight = f"|{joined}" if joined else ""
        parts.append(rf"(?P<k_{category}>(?<!\w)(?:{spaced})(?![\w]){tight})")
    return re.compile("|".join(parts), re.IGNORECASE), names


@lru_cache(maxsize=4096)
def _name(category: str, word: str) -> str:
    """What a found word stands for in its category."""
    _, names = _finder()
    exact = names.get((category, word))
    if exact is not None:
        return exact
    for (kind, stem), name in names.items():
        if kind == category and "*" in stem and re.fullmatch(re.escape(stem).replace(r"\*", r"\w*"), word):
            return name
    return "-"
