"""A script as whoever reads it for its story sees it: scenes with what is felt, beats along the pages, who leads."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from cineledger.agents.craft.beats import WORTH, break_down, mark_up, turning, turning_text
from cineledger.agents.craft.page import SPOKEN, Unit, names_in, plain, shorten, units
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.script.events import Beat
from cineledger.domain.value import Value

MOST_LEADS = 6
"""Who is main: an audience follows about as many people as that."""
A_LEAD = 0.15
"""Share of the first lead's part below which a part is a supporting one; so is one of a single scene among several."""
AS_MUCH = 0.75
"""Share from which a second lead has nearly as much to do as the first."""

_NOT_SEEN = re.compile(r"\W*(the end|fin|конец|fade|cut to|smash cut|black|to black)\b[^.]*", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?…。！？]+[.!?…。！？]*[\"”’)]*")


class Felt(Value):
    """What somebody feels in a scene."""

    character: str
    feeling: str
    valence: float | None
    """-1 misery to 1 joy; None where unknown."""
    line: int | None
    quote: str


class Told(Value):
    """A scene of the story."""

    number: str
    """As the crew calls it."""
    place: str
    """The location of its slug line; empty where there is none."""
    eighths: int
    elements: tuple[Element, ...]
    feelings: tuple[Felt, ...] = ()
    episode: str = ""
    """The one it belongs to, where the script has episodes."""

    def felt(self, character: str) -> Felt | None:
        """What a character feels in it, where that is known."""
        return next(
            (f for f in self.feelings if f.character == character and f.valence is not None),
            None,
        )


class Lead(NamedTuple):
    """A main character."""

    name: str
    part: float
    """How much she has to do, beside the first lead's 1."""
    scenes: tuple[int, ...]
    """Places of the scenes she is seen or heard in."""
    speeches: int


class StoryBeat(NamedTuple):
    """A beat along the film's pages."""

    scene: int
    beat: Beat
    falls: float
    """Where its turning line falls, 0 the film's beginning to 1 its end."""
    line: int
    quote: str
    worth: float
    """How much turns on it, 0 to 1, beside any other beat of the film."""


def leads(scenes: Sequence[Told], cast: Sequence[str]) -> tuple[Lead, ...]:
    """The main characters, the protagonist first: by speeches, words, deeds and the scenes they are in."""
    speeches, words, acts, seen = Counter[str](), Counter[str](), Counter[str](), dict[str, set[int]]()
    for place, scene in enumerate(scenes):
        for unit in units(scene.elements):
            named = (unit.speaker,) if unit.speaker else names_in(unit.text, cast)
            for name in named:
                if name in cast:
                    seen.setdefault(name, set()).add(place)
                    acts[name] += unit.kind == "action"
            if unit.speaker in cast and unit.speaker:
                speeches[unit.speaker] += 1
                words[unit.speaker] += len(unit.text.split()) or 1
    parts = {
        name: speeches[name] / max(speeches.values())
        + 0.5 * words[name] / max(words.values())
        + 0.3 * acts[name] / max(1, *acts.values())
        + len(seen[name]) / max(map(len, seen.values()))
        for name in seen
        if speeches[name]
    }
    top = max(parts.values(), default=0.0)
    ranked = sorted(parts, key=lambda name: (-parts[name], min(seen[name]), name))
    return tuple(
        Lead(name, round(parts[name] / top, 3), tuple(sorted(seen[name])), speeches[name])
        for name in ranked[:MOST_LEADS]
        if name == ranked[0]
        or (parts[name] >= A_LEAD * top and speeches[name] > 1 and len(seen[name]) >= min(2, len(scenes) - 1))
    )


def beats_along(scenes: Sequence[Told], cast: Sequence[str]) -> list[StoryBeat]:
    """Every beat of the film where it falls on its pages, with the line that it turns on."""
    found: list[StoryBeat] = []
    for place, scene in enumerate(scenes):
        beats = break_down(scene.elements, cast, place == 0, place == len(scenes) - 1)
        marked = mark_up(scene.elements, cast) if beats else []
        for beat in beats:
            group = [mark for mark in marked if beat.first <= mark.unit.first <= beat.last]
            mark = turning(group, beat.kind)
            line = line_of_unit(scene.elements, mark.unit)
            hot = max(mark.heat for mark in group)
            found.append(
                StoryBeat(
                    scene=place,
                    beat=beat,
                    falls=falls_at(scenes, place, line),
                    line=line,
                    quote=shorten(turning_text(mark, beat.kind)),
                    worth=round(min(1.0, 0.6 * WORTH[beat.kind] + 0.3 * beat.emphasis + 0.15 * hot), 4),
                )
            )
    return found


def falls_at(scenes: Sequence[Told], place: int, line: int) -> float:
    """Where a line falls on the film's pages, 0 to 1."""
    whole, before = sum(s.eighths for s in scenes) or 1, sum(s.eighths for s in scenes[:place])
    sizes = [len(element.text) + 30 for element in scenes[place].elements]
    return round((before + scenes[place].eighths * sum(sizes[:line]) / (sum(sizes) or 1)) / whole, 4)


def line_of_unit(elements: Sequence[Element], unit: Unit) -> int:
    """The place of what is said or done in a unit; of its cue where nothing is said."""
    said = (p for p in range(unit.first, unit.last + 1) if elements[p].kind in SPOKEN)
    return unit.first if unit.kind == "action" else next(said, unit.first)


def image(scene: Told, last: bool) -> tuple[int, str] | None:
    """What a scene shows first, or last, and its place: an action where one is near, else a speech."""
    played = [
        unit
        for unit in units(scene.elements)
        if scene.elements[unit.first].kind != "centered" and not _NOT_SEEN.fullmatch(plain(unit.text))
    ]
    near = played[-3:][::-1] if last else played[:3]
    if not near:
        return None
    unit = next((unit for unit in near if unit.kind == "action"), near[0])
    return line_of_unit(scene.elements, unit), shorten(_end_of(unit.text) if last else unit.text)


def _end_of(text: str, most: int = 90) -> str:
    """The last two sentences, or the last where two are too long."""
    line = plain(text)
    starts = [found.start() for found in _SENTENCE.finditer(line)] or [0]
    ends = [line[start:].strip() for start in starts[-2:]]
    return ends[0] if len(ends[0]) <= most else ends[-1]


def sentences(text: str) -> list[str]:
    """A speech, sentence by sentence."""
    return [found[0].strip() for found in _SENTENCE.finditer(plain(text)) if found[0].strip()]
