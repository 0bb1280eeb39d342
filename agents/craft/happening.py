"""What happens in a direction that no face can show: things, vehicles and animals that act, and bodies at large."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from cineledger.agents.craft.page import LINES_REMEMBERED, names_in, plain


class Happening(NamedTuple):
    """A sentence in which something happens."""

    what: str
    """What does it, or to whom it happens: the truck, Duke, a character's name."""
    person: bool
    text: str


_ACTS = re.compile(
    r"\b(?:(?:begins? to|starts? to)\s+)?(?:explod(?:e|es)|erupts?|collapses?|crash(?:es)?|collides?|skids?|flips|"
    r"topples?|capsizes?|sinks|swerves?|hurtles?|speeds|roars|screech(?:es)?|plunges?|tumbles?|falls?|drops|shatters?|"
    r"stampedes?|gallops?|charges?|howls?|barks?|growls?|leaps?|bolts|tears? (?:down|along|past|through)|"
    r"close in|closes in|pulls? up|bursts? into|lifts? off|takes? off|lands|fire)\b"
)
_BODILY = re.compile(
    r"\b(?:slips|slides across|falls (?:off|out|from|down|over|into)|tumbles|leaps|dives|plunges|crashes|dangles|"
    r"jumps (?:out|off|from|into|over)|swings (?:from|across|over))\b"
)
_WHO = re.compile(
    r"(?:\A|[,;:]\s*|\b(?:and|as|while|then)\s+)((?:(?:the|an?|his|her|their|its|two|three|four|five|ten|twenty)\s+)?"
    r"(?:[\w'’-]+\s+){0,2}?[\w'’-]+)\s+\Z",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"\b(?:silence|night|darkness|dusk|light|rain|snow|it|there|nobody|voice|eyes?|face|smile|hands?|gaze|head|heart|jaw|"
    r"shoulders?|tears?|curtain|she|he|they|we|who|that|which|and|begins?|to|you|i|tone|temperature|beat)\Z",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
_ITEM = re.compile(r"\A\s*(?:--|—|–|-|\*|•|\w\))\s*")
MOST = 3
"""Happenings of a direction that are shown one by one."""


@lru_cache(maxsize=LINES_REMEMBERED)
def happening(sentence: str, cast: tuple[str, ...]) -> Happening | None:
    """What happens in a sentence; None where it is said, felt or done by hand."""
    text = plain(sentence)
    for match in _ACTS.finditer(text):
        who = _WHO.search(text[: match.start()])
        if who is None or _NOTHING.search(who[1]):
            continue
        named = names_in(who[1], cast)
        if not named:
            return Happening(_called(who[1]), False, text)
    bodily = _BODILY.search(text)
    if bodily is not None and (named := names_in(text[: bodily.start()], cast)):
        return Happening(named[-1], True, text)
    return None


def happenings(text: str, cast: Sequence[str]) -> tuple[Happening, ...]:
    """What happens in a direction, sentence by sentence, each doer once."""
    found = (happening(sentence, tuple(cast)) for sentence in parts(text))
    return tuple({one.what: one for one in found if one is not None}.values())[:MOST]


def parts(text: str) -> tuple[str, ...]:
    """The sentences and lines of a direction."""
    return tuple(part for part in _SENTENCE.split(text) if part.strip())


def items(text: str) -> tuple[str, ...]:
    """The images of a montage that are listed line by line; none where there is no list."""
    lines = [line for line in text.splitlines() if line.strip()]
    listed = [_ITEM.sub("", line) for line in lines if _ITEM.match(line)]
    return tuple(listed) if len(listed) > 1 and len(listed) == len(lines) else ()


def _called(words: str) -> str:
    """The truck, the riders; a name as it stands."""
    named = re.sub(r"\A(?:an?|his|her|their)\s+", "the ", words.strip(), flags=re.IGNORECASE)
    first = named.split()[0]
    if first.casefold() in _ARTICLES:
        return named.lower()
    return named if len(named.split()) == 1 else named.lower()


_ARTICLES = frozenset("the two three four five ten twenty".split())
