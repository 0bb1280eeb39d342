"""What the whole script tells of somebody once: an age, or that it is a dog."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from cineledger.agents.craft.breakdown import words
from cineledger.agents.craft.page import LINES_REMEMBERED, plain, unseen
from cineledger.domain.fountain.screenplay import Element

_AGE = re.compile(
    r"([^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){0,3})\s*[,(（，]\s*(?:aged? )?(\d{1,2})(?![\d:])",
    re.IGNORECASE,
)
_OLD = re.compile(r"\b(\d{1,2})[- ]years?[- ]old,?\s+((?:[^\W\d_][\w'’.-]*\s?){1,3})", re.IGNORECASE)
_NAME = r"(?<![\w'’])(?P<name>[A-Z][\w'’-]+)"
_CALLED = (
    re.compile(
        rf"{_NAME},? (?:\(|(?:an?|her|his|their) )(?P<beast>[^\W\d_][\w -]{{1,30}})(?=[,.;)—]|$)(?!,? and\b)"
    ),
    re.compile(rf"(?P<beast>[\w -]{{2,30}}),? (?:named|called) {_NAME}"),
    re.compile(rf"{_NAME},? the (?P<beast>[\w-]+(?: [\w-]+)?)(?=[,.;)—]|\s|$)(?!,? and\b)"),
)
_VOICES: Mapping[str, re.Pattern[str]] = {
    "dog": re.compile(rf"{_NAME} (?:barks[.,;!]|barks at|wags|howls at the|growls at|whimpers and barks)"),
    "cat": re.compile(rf"{_NAME} (?:purrs[.,;!]|meows|miaows)"),
    "horse": re.compile(rf"{_NAME} (?:neighs|whinnies|rears up)"),
}
_PART_OF_A_NAME = re.compile(r"\b(?:[Tt]he|[A-Z][A-Z-]+) \Z")
"""What stands before a breed or a rank, and before no dog's name: a GERMAN SHEPHERD, the Sergeant."""
_NOBODY = frozenset(
    "he she it they the a an his her someone somebody nobody everyone everybody something who".split()
)


def ages(names: Sequence[str], scenes: Iterable[Sequence[Element]]) -> dict[str, int]:
    """The first age that directions give each of them."""
    known = {name.casefold(): name for name in names}
    found: dict[str, int] = {}
    for elements in scenes:
        for element in elements:
            for said, age in ages_in(element.text) if element.kind == "action" else ():
                told = said.split()
                for at in range(len(told)):
                    if (name := known.get(" ".join(told[at:]))) is not None:
                        found.setdefault(name, age)
                        break
    return found


def beasts(scenes: Iterable[Sequence[Element]]) -> dict[str, str]:
    """Name in small letters → the animal that a direction says it is, or hears it be; who speaks is none."""
    found: dict[str, str] = {}
    speak: set[str] = set()
    for elements in scenes:
        for element in elements:
            if element.kind == "cue" and element.character and not unseen(element):
                speak.add(element.character.casefold())
            for name, beast in _beasts_in(element.text) if element.kind == "action" else ():
                found.setdefault(name, beast)
    return {name: beast for name, beast in found.items() if name not in speak}


@lru_cache(maxsize=LINES_REMEMBERED)
def ages_in(text: str) -> tuple[tuple[str, int], ...]:
    """Words that may end in a name, in small letters, and the age behind them or before."""
    line = plain(text)
    after = [(match[1].casefold(), int(match[2])) for match in _AGE.finditer(line)]
    for match in _OLD.finditer(line):
        told = match[2].casefold().split()
        after += [(" ".join(told[:end]), int(match[1])) for end in range(len(told), 0, -1)]
    return tuple(after)


@lru_cache(maxsize=LINES_REMEMBERED)
def _beasts_in(text: str) -> tuple[tuple[str, str], ...]:
    line = plain(text)
    found = [
        (match["name"].casefold(), beast)
        for pattern in _CALLED
        for match in pattern.finditer(line)
        if (beast := _beast(match["beast"]))
    ]
    found += [
        (match["name"].casefold(), beast)
        for beast, voice in _VOICES.items()
        for match in voice.finditer(line)
        if not _PART_OF_A_NAME.search(line[: match.start()])
    ]
    return tuple((name, beast) for name, beast in found if name not in _NOBODY)


def _beast(said: str) -> str | None:
    """The animal that ends a few words; none in a dog walker."""
    tail = said.split()[-2:]
    if not tail:
        return None
    for phrase in (tail[-1], " ".join(tail)):
        if own := [word.name for word in words(phrase) if word.category == "ANIMALS"]:
            first = words(tail[0]) if phrase != tail[-1] else ()
            return None if any(word.category == "ANIMALS" for word in first) else own[-1]
    return None
