"""Acts and turning points: where a story turns, found from what its beats do and where they fall.

After Field (Screenplay: set-up, confrontation and resolution in a quarter, a half and a quarter), Thompson
(Storytelling in the New Hollywood: the turn in the middle), McKee (Story: how many acts a length bears),
Weiland (Structuring Your Novel: where the points fall) and Freytag (the climax of a short play is its middle).
"""

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from cineledger.agents.craft.story import StoryBeat, Told, falls_at, image
from cineledger.agents.craft.wants import Want, wants
from cineledger.domain.story.events import Turn

PAGES_OF_ONE_ACT, PAGES_OF_TWO = 2, 20
"""Pages up to which a film turns once, and twice (McKee: one act for the shortest forms, three from there on)."""
SCENES_OF_TWO, SCENES_OF_THREE = 3, 6
"""Fewer scenes than these bear one act, and two, whatever their length."""

AIMS: dict[int, tuple[float, ...]] = {1: (1.0,), 2: (0.5, 0.5), 3: (0.25, 0.5, 0.25)}
"""Acts → the share of the pages that each should take."""
EXPECTS = {2: "Freytag's rise and fall would halve it", 3: "Field expects 25, 50 and 25%"}

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
ENDS: dict[int, tuple[Turn, ...]] = {1: (), 2: ("midpoint",), 3: ("first turn", "second turn")}
"""Acts → the points whose scenes close an act, save the last."""

_CLOSES = frozenset(point for points in ENDS.values() for point in points)

BEATS_OF_AN_INCIDENT = 4
"""A film of fewer beats has no room for more than its climax."""
WIDTH: dict[int, float] = {1: 0.18, 2: 0.13, 3: 0.08}
"""Acts → how far from its aim a point may well fall; a climax half as far again, for it waits for what is strongest."""
OFF = 3.0
"""So many widths from its aim a beat is not that point."""
A_WANT = 0.3
"""What it adds to an inciting incident that the lead says there what she wants (McKee: it arouses her desire)."""
CLIMAX = 0.45
"""What a beat must be worth to be called a climax: an argument that goes nowhere has none."""
UNBALANCED = 0.08
"""Share of the pages by which an act may miss its aim before it is worth saying."""

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


class Structure(NamedTuple):
    """A film's acts, as places of their first and last scenes, and its points."""

    acts: tuple[tuple[int, int], ...]
    points: tuple[Point, ...]
    reason: str


def read_structure(
    scenes: Sequence[Told], beats: Sequence[StoryBeat], lead: str | None, notes: Sequence[str] = ()
) -> Structure:
    """The acts and points of a film; `lead` is whose feelings turn it. What notes name is heeded."""
    said = " ".join(notes).casefold()
    count, reason = _acts(scenes, said)
    named = [named for named in POINTS[count] if len(beats) >= BEATS_OF_AN_INCIDENT or named[0] == "climax"]
    turned = _place(scenes, beats, lead, named, _pinned(scenes, said)) if beats else []
    ends = sorted({end for p in turned if p.point in ENDS[count] and (end := _end(scenes, p)) is not None})
    starts = [0, *(end + 1 for end in ends)]
    acts = tuple(zip(starts, [*ends, len(scenes) - 1], strict=True))
    if len(acts) < count:
        reason = (
            f"its turns fall within one scene, so {_number(len(acts))} of {_number(count)} acts stand apart"
        )
    if all(p.point != "climax" for p in turned):
        reason = f"{reason}; no beat in it is strong enough to be called a climax"
    return Structure(
        acts, tuple((*_edge(scenes, beats, False), *turned, *_edge(scenes, beats, True))), reason
    )


def balance(shares: Sequence[float], pages: float) -> str:
    """What the page counts say of the acts."""
    if len(shares) == 1:
        return f"one act over {length(pages)}"
    aims = AIMS[len(shares)]
    told = " and ".join([", ".join(f"{share:.0%}"[:-1] for share in shares[:-1]), f"{shares[-1]:.0%}"])
    off = [share - aim for share, aim in zip(shares, aims, strict=True)]
    worst = max(range(len(off)), key=lambda place: round(abs(off[place]), 3))
    text = f"acts of {told} of {length(pages)}, where {EXPECTS[len(shares)]}"
    if abs(off[worst]) < UNBALANCED:
        return f"{text}: balanced"
    much = "longer" if off[worst] > 0 else "shorter"
    return f"{text}: act {worst + 1} is {length(abs(off[worst]) * pages)} {much} than that"


def length(pages: float) -> str:
    """So many pages, in words a crew uses: ¾ page, 4 pages."""
    if pages < 0.95:
        return f"{max(1, round(pages * 8))}/8 page"
    return "1 page" if round(pages) == 1 else f"{round(pages)} pages"


def _acts(scenes: Sequence[Told], said: str) -> tuple[int, str]:
    pages = sum(scene.eighths for scene in scenes) / 8
    asked = re.search(r"\b(one|two|three|1|2|3) acts?\b", said)
    if asked:
        count = {"one": 1, "two": 2, "three": 3}.get(asked[1]) or int(asked[1])
        bears = min(count, 1 if len(scenes) < 2 else 2 if len(scenes) < 3 else 3)
        return (
            bears,
            f"{_number(bears)} as the note asks" if bears == count else "it has too few scenes for more",
        )
    how = f"{length(pages)} in {len(scenes)} scene{'s' * (len(scenes) != 1)}"
    if pages <= PAGES_OF_ONE_ACT or len(scenes) < SCENES_OF_TWO:
        return (
            1,
            f"{how}, too short to turn twice: one act, with an opening, a climax and a closing image (McKee)",
        )
    if pages <= PAGES_OF_TWO or len(scenes) < SCENES_OF_THREE:
        return (
            2,
            f"{how}, a short film: two acts about the turn in its middle, and no first and second turn (McKee)",
        )
    return (
        3,
        f"{how}: three acts, set up, confronted and resolved (Field), with a turn in the middle (Thompson)",
    )


def _pinned(scenes: Sequence[Told], said: str) -> dict[str, int]:
    """Points that notes put in a scene → the scene's place."""
    numbers = {scene.number.casefold(): place for place, scene in enumerate(scenes)}
    found = re.findall(
        r"(inciting incident|first turn|midpoint|second turn|climax)\b[^.;]{0,40}?\bscene (\w+)", said
    )
    return {point: numbers[number] for point, number in found if number in numbers}


def _end(scenes: Sequence[Told], point: Point) -> int | None:
    """The last scene of the act that a point closes: its own, or the one before where it falls early in its own."""
    whole, before = sum(scene.eighths for scene in scenes), sum(s.eighths for s in scenes[: point.scene])
    early = point.falls * whole - before < scenes[point.scene].eighths / 2
    end = point.scene - 1 if early and point.scene else point.scene
    return end if end < len(scenes) - 1 else None


def _edge(scenes: Sequence[Told], beats: Sequence[StoryBeat], last: bool) -> list[Point]:
    shown = [(p, found) for p, scene in enumerate(scenes) if (found := image(scene, last))]
    if not shown:
        return []
    place, (line, quote) = shown[-1 if last else 0]
    point: Turn = "closing image" if last else "opening"
    held = (b.beat.beat for b in beats if b.scene == place and b.beat.first <= line <= b.beat.last)
    return [Point(point, place, next(held, None), line, quote, float(last), float(last))]


def _place(
    scenes: Sequence[Told],
    beats: Sequence[StoryBeat],
    lead: str | None,
    named: Sequence[tuple[Turn, float]],
    pinned: dict[str, int],
) -> list[Point]:
    """One beat for each point, in order, so that together they are strongest where they should fall."""
    moved, wanted = _moved(scenes, lead), _wanted(scenes, beats, lead)
    lines = [scenes[b.scene].elements for b in beats]
    fresh = _fresh(scenes)
    width = WIDTH[3 if len(named) == 5 else 2 if len(named) == 3 else 1]
    worths = [
        [
            1.2 * math.exp(-(_off(point, aim, b, width) ** 2) / 2)
            + 0.9 * _drama(point, b, lead, moved, fresh, " ".join(_texts(lines[place], b)))
            + (A_WANT if point == "inciting incident" and place in wanted else 0.0)
            + (9.0 if pinned.get(point) == b.scene else 0.0)
            - (0.5 if point in _CLOSES and len(scenes) > 1 and b.scene == len(scenes) - 1 else 0.0)
            for place, b in enumerate(beats)
        ]
        for point, aim in named
    ]
    found = [
        (point, aim, wanted.get(at, beats[at]) if point == "inciting incident" else beats[at])
        for (point, aim), at in zip(named, _in_order(worths), strict=True)
    ]
    return [
        Point(point, b.scene, b.beat.beat, b.line, b.quote, b.falls, aim)
        for point, aim, b in found
        if point in pinned or (_off(point, aim, b, width) < OFF and (point != "climax" or b.worth >= CLIMAX))
    ]


def _wanted(scenes: Sequence[Told], beats: Sequence[StoryBeat], lead: str | None) -> dict[int, StoryBeat]:
    """Place of a beat → the same on the line in which the lead says plainly what she wants."""
    said = [want for want in wants(scenes, lead) if want.plainness < 2] if lead else []
    found = dict[int, StoryBeat]()
    for place, beat in enumerate(beats):
        for want in said:
            if want.scene == beat.scene and beat.beat.first <= want.line <= beat.beat.last:
                found.setdefault(place, _on(scenes, beat, want))
    return found


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


def _off(point: Turn, aim: float, beat: StoryBeat, width: float) -> float:
    """How many widths from its aim a beat falls."""
    return abs(beat.falls - aim) / (1.5 * width if point == "climax" else width)


def _drama(
    point: Turn,
    beat: StoryBeat,
    lead: str | None,
    moved: dict[int, float],
    fresh: frozenset[int],
    said: str,
) -> float:
    """What makes a beat this point and no other, on top of how much turns on it."""
    shift = moved.get(beat.scene, 0.0)
    worth = beat.worth + (0.1 if lead in beat.beat.people else -0.1) + 0.25 * min(1.0, abs(shift))
    match point:
        case "inciting incident":
            opens = beat.beat.kind == "arrival" and beat.beat.beat == 1
            return worth + (-0.3 if opens else 0.3 if beat.beat.kind in ("arrival", "reveal") else 0.0)
        case "first turn":
            new = beat.scene + 1 in fresh
            return worth + (0.2 if new else 0.0) + (0.15 if _DECIDES.search(said) else 0.0)
        case "midpoint":
            return worth + (0.2 if beat.beat.kind in ("reveal", "outburst") else 0.0)
        case "second turn":
            return worth + 0.3 * max(0.0, -shift)
        case _:
            return worth + 0.5 * beat.worth + 0.2 * min(1.0, len(beat.beat.people) / 3)


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


def _texts(elements: Sequence[object], beat: StoryBeat) -> list[str]:
    return [str(getattr(e, "text", "")) for e in elements[beat.beat.first : beat.beat.last + 1]]


def _number(count: int) -> str:
    return ("no", "one", "two", "three")[count]
