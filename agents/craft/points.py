"""Turning points: where a story turns, found from what its beats do and where they fall.

After Field (Screenplay) and Weiland (Structuring Your Novel) for where they are expected, Thompson (Storytelling in the
New Hollywood) for the turn in the middle, McKee (Story) for the incident that arouses a desire, and Freytag.
"""

import math
import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from cineledger.agents.craft.story import StoryBeat, Told, falls_at, image
from cineledger.agents.craft.wants import Want, wants
from cineledger.domain.story.events import Turn

POINTS: dict[int, tuple[tuple[Turn, float], ...]] = {
    1: (("inciting incident", 0.15), ("climax", 0.8)),
    2: (("inciting incident", 0.12), ("midpoint", 0.5), ("climax", 0.85)),
    3: (
        ("inciting incident", 0.12),
        ("first turn", 0.25),
        ("midpoint", 0.5),
        ("second turn", 0.75),
        ("climax", 0.89),
    ),
}
"""Acts → the points between the opening and the closing image, and where each should fall."""
CLOSES: dict[int, tuple[Turn, ...]] = {1: (), 2: ("midpoint",), 3: ("first turn", "second turn")}
"""Acts → the points whose scenes close an act, save the last."""
BEATS_OF_AN_INCIDENT = 4
"""A film of fewer beats has no room for more than its climax."""
WIDTH: dict[int, float] = {1: 0.18, 2: 0.13, 3: 0.08}
"""Acts → how far from its aim a point may well fall; a climax half as far again, for it waits for what is strongest."""
OFF = 3.0
"""So many widths from its aim a beat is not that point."""
A_WANT = 0.3
"""What it adds to an inciting incident that the lead says there what she wants (McKee: it arouses her desire)."""
PINNED = 9.0
"""More than any beat is worth by itself."""
CLIMAX = 0.45
"""What a beat must be worth to be called a climax: an argument that goes nowhere has none."""

_DECIDES = re.compile(
    r"\b(let'?s|i'?ll|we'?ll|i'?m (going|leaving|coming|staying)|we'?re (going|leaving)|take me|show me|"
    r"i('?m going to| have to| will)|we have to|follow me|come with)\b",
    re.IGNORECASE,
)


class Point(NamedTuple):
    """A turning point, its scene named by its place."""

    point: Turn
    scene: int
    beat: int | None
    line: int | None
    quote: str
    falls: float
    aim: float


class _Film:
    """A film as its beats are weighed for its points."""

    def __init__(
        self, scenes: Sequence[Told], beats: Sequence[StoryBeat], lead: str | None, count: int
    ) -> None:
        self.scenes, self.beats, self.lead = scenes, beats, lead
        self.width, self.closing = WIDTH[count], CLOSES[count]
        self.moved, self.fresh = _moved(scenes, lead), _fresh(scenes)

    @cached_property
    def wanted(self) -> dict[int, StoryBeat]:
        """Place of a beat → the same on the line in which the lead says plainly what she wants."""
        said = [want for want in wants(self.scenes, self.lead) if want.plainness < 2] if self.lead else []
        found = dict[int, StoryBeat]()
        for place, beat in enumerate(self.beats):
            for want in said:
                if want.scene == beat.scene and beat.beat.first <= want.line <= beat.beat.last:
                    found.setdefault(place, _on(self.scenes, beat, want))
        return found

    def off(self, point: Turn, aim: float, beat: StoryBeat) -> float:
        """How many widths from its aim a beat falls."""
        return abs(beat.falls - aim) / (1.5 * self.width if point == "climax" else self.width)

    def worth(self, point: Turn, aim: float, place: int) -> float:
        """What a beat is worth as a point: how near it falls, and what it does."""
        beat = self.beats[place]
        near = 1.2 * math.exp(-(self.off(point, aim, beat) ** 2) / 2)
        want = A_WANT if point == "inciting incident" and place in self.wanted else 0.0
        last = point in self.closing and len(self.scenes) > 1 and beat.scene == len(self.scenes) - 1
        return near + 0.9 * self._drama(point, beat) + want - (0.5 if last else 0.0)

    def _drama(self, point: Turn, beat: StoryBeat) -> float:
        """What makes a beat this point and no other, on top of how much turns on it."""
        shift = self.moved.get(beat.scene, 0.0)
        own = beat.worth + (0.1 if self.lead in beat.beat.people else -0.1) + 0.25 * min(1.0, abs(shift))
        match point:
            case "inciting incident":
                opens = beat.beat.kind == "arrival" and beat.beat.beat == 1
                return own + (-0.3 if opens else 0.3 if beat.beat.kind in ("arrival", "reveal") else 0.0)
            case "first turn":
                held = self.scenes[beat.scene].elements[beat.beat.first : beat.beat.last + 1]
                decides = _DECIDES.search(" ".join(element.text for element in held))
                return own + (0.2 if beat.scene + 1 in self.fresh else 0.0) + (0.15 if decides else 0.0)
            case "midpoint":
                return own + (0.2 if beat.beat.kind in ("reveal", "outburst") else 0.0)
            case "second turn":
                return own + 0.3 * max(0.0, -shift)
            case _:
                return own + 0.5 * beat.worth + 0.2 * min(1.0, len(beat.beat.people) / 3)


def place_points(
    scenes: Sequence[Told],
    beats: Sequence[StoryBeat],
    lead: str | None,
    named: Sequence[tuple[Turn, float]],
    pinned: dict[str, int],
) -> list[Point]:
    """One beat for each point, in order, so that together they are strongest where they should fall.

    `pinned` are points that somebody put in a scene. Those for which no beat is near or strong enough are left out.
    """
    film = _Film(scenes, beats, lead, next(n for n in POINTS if len(POINTS[n]) >= len(named)))
    worths = [
        [
            film.worth(point, aim, place) + (PINNED if pinned.get(point) == beat.scene else 0.0)
            for place, beat in enumerate(beats)
        ]
        for point, aim in named
    ]
    found = list[Point]()
    for (point, aim), at in zip(named, _in_order(worths), strict=True):
        beat = film.wanted.get(at, beats[at]) if point == "inciting incident" else beats[at]
        near = film.off(point, aim, beat) < OFF and (point != "climax" or beat.worth >= CLIMAX)
        if near or point in pinned:
            found.append(Point(point, beat.scene, beat.beat.beat, beat.line, beat.quote, beat.falls, aim))
    return found


def frame(scenes: Sequence[Told], beats: Sequence[StoryBeat], *, last: bool) -> list[Point]:
    """The opening image, or the closing one; none where nothing is played."""
    shown = [(p, found) for p, scene in enumerate(scenes) if (found := image(scene, last))]
    if not shown:
        return []
    place, (line, quote) = shown[-1 if last else 0]
    point: Turn = "closing image" if last else "opening"
    held = (b.beat.beat for b in beats if b.scene == place and b.beat.first <= line <= b.beat.last)
    return [Point(point, place, next(held, None), line, quote, float(last), float(last))]


def _on(scenes: Sequence[Told], beat: StoryBeat, want: Want) -> StoryBeat:
    falls = falls_at(scenes, want.scene, want.line)
    return beat._replace(line=want.line, quote=want.quote, falls=falls)


def _in_order(worths: Sequence[Sequence[float]]) -> list[int]:
    """A place for each row, ascending, with the greatest sum; repeated only where there are too few."""
    count = len(worths[0])
    step = 1 if count >= len(worths) else 0
    best, back = list(worths[0]), list[list[int]]()
    for row in worths[1:]:
        came, top, reached = list[int](), -math.inf, list[float]()
        where = 0
        for place in range(count):
            before = place - step
            if before >= 0 and best[before] > top:
                top, where = best[before], before
            reached.append(top + row[place])
            came.append(where)
        best, back = reached, [*back, came]
    at = max(range(count), key=lambda place: best[place])
    chosen = [at]
    for came in reversed(back):
        chosen.append(came[chosen[-1]])
    return chosen[::-1]


def _moved(scenes: Sequence[Told], lead: str | None) -> dict[int, float]:
    """Place of a scene → how far the lead's feeling moved since her last scene."""
    moved, before = dict[int, float](), None
    for place, scene in enumerate(scenes):
        felt = scene.felt(lead) if lead else None
        if felt is not None and felt.valence is not None:
            moved[place] = felt.valence - before if before is not None else 0.0
            before = felt.valence
    return moved


def _fresh(scenes: Sequence[Told]) -> frozenset[int]:
    """Places of scenes that play where the film has not been."""
    seen, found = set[str](), set[int]()
    for place, scene in enumerate(scenes):
        if scene.place.casefold() not in seen:
            found.add(place)
        seen.add(scene.place.casefold())
    return frozenset(found - {0})
