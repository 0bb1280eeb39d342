"""Cues that the scene itself plays: from where they are heard to where they stop."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from cineledger.agents.craft.page import playable, quoted, telling
from cineledger.agents.craft.source_words import Source, find_source
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.music.events import CueUsage

_STOPS = re.compile(
    r"\b(?:music|song|singing|radio|band|record|piano|jukebox|she|he|they)\b[^.!?]{0,30}\b(?:stops?|"
    r"ends|dies|fades|"
    r"is over|breaks off|cuts out)\b|\b(?:turns? off|switches off|lifts the needle)\b|"
    r"музыка (?:смолкает|стихает)",
    re.IGNORECASE,
)
_UNSEEN = re.compile(
    r"\b(?:off ?screen|o\.s\.|from (?:outside|above|below|upstairs|downstairs|next door|somewhere|"
    r"another room|the street|"
    r"the next room|a distant|the \w+),?\b|through the (?:wall|floor|ceiling)|somewhere|distant|"
    r"far off|far away|in the distance)\b",
    re.IGNORECASE,
)
_OFF = re.compile(r"\b(?:V\.?O\.?|O\.?S\.?|O\.?C\.?)\b", re.IGNORECASE)


class SourceCue(NamedTuple):
    """Music of the scene's own."""

    first: int
    last: int
    usage: CueUsage
    source: Source
    why: str


def source_cues(elements: Sequence[Element]) -> tuple[SourceCue, ...]:
    """What the scene plays itself, in order; it goes on until the text stops it, or the scene does.

    Visual where the source is in the scene, background where it is only heard; vocal where somebody sings.
    """
    found = list[SourceCue]()
    places = playable(elements)
    for place in places:
        if found and place <= found[-1].last:
            continue
        source = _heard(elements[place])
        if source is None:
            continue
        last = _end(elements, [p for p in places if p >= place], source)
        unseen = _hidden(elements, place)
        usage: CueUsage = ("BV" if source.vocal else "BI") if unseen else ("VV" if source.vocal else "VI")
        text = quoted(telling(elements[place].text, source.word), 60)
        where = "heard, not seen" if unseen else "seen and heard"
        found.append(
            SourceCue(
                place, last, usage, source, f"the text plays it, {text}: {where}, so the room colours it"
            )
        )
    return tuple(found)


def _heard(element: Element) -> Source | None:
    if element.kind == "lyric":
        return Source("a song", True)
    return find_source(element.text) if element.kind in ("action", "parenthetical") else None


def _end(elements: Sequence[Element], rest: Sequence[int], source: Source) -> int:
    """Where it stops: a sung line with its lyrics, else at the line that says so, else with the scene."""
    if source.word == "a song":
        last = rest[0]
        for place in rest:
            if elements[place].kind not in ("lyric", "cue", "parenthetical"):
                break
            last = place if elements[place].kind == "lyric" else last
        return last
    for place in rest[1:]:
        if elements[place].kind == "action" and _STOPS.search(elements[place].text):
            return place
    return rest[-1]


def _hidden(elements: Sequence[Element], place: int) -> bool:
    """Only heard: the direction says so, or whoever sings is off screen."""
    if elements[place].kind == "action":
        return _UNSEEN.search(elements[place].text) is not None
    cue = next((e for e in reversed(elements[:place]) if e.kind == "cue"), None)
    return cue is not None and any(_OFF.search(mark) for mark in cue.extensions)
