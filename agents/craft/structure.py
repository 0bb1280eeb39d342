"""Acts, and how their pages lie against what the craft expects.

After Field (Screenplay: set-up, confrontation and resolution in a quarter, a half and a quarter), Thompson
(Storytelling in the New Hollywood: the turn in the middle), McKee (Story: how many acts a length bears) and
Freytag (the turn of a short play is its middle).
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from cineledger.agents.craft.points import BEATS_OF_AN_INCIDENT, CLOSES, POINTS, Point, frame, place_points
from cineledger.agents.craft.story import StoryBeat, Told

PAGES_OF_ONE_ACT, PAGES_OF_TWO = 2, 20
"""Pages up to which a film turns once, and twice (McKee: one act for the shortest forms, three from there on)."""
SCENES_OF_TWO, SCENES_OF_THREE = 3, 6
"""Fewer scenes than these bear one act, and two, whatever their length."""

AIMS: dict[int, tuple[float, ...]] = {1: (1.0,), 2: (0.5, 0.5), 3: (0.25, 0.5, 0.25)}
"""Acts → the share of the pages that each should take."""
EXPECTS = {2: "Freytag's rise and fall would halve it", 3: "Field expects 25, 50 and 25%"}

UNBALANCED = 0.08
"""Share of the pages by which an act may miss its aim before it is worth saying."""


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
    turned = place_points(scenes, beats, lead, named, _pinned(scenes, said)) if beats else []
    ends = sorted({end for p in turned if p.point in CLOSES[count] and (end := _end(scenes, p)) is not None})
    starts = [0, *(end + 1 for end in ends)]
    acts = tuple(zip(starts, [*ends, len(scenes) - 1], strict=True))
    if len(acts) < count:
        stand = _number(len(acts))
        reason = f"it is long enough for {_number(count)} acts, but its turns stand too close for more than {stand}"
    if all(p.point != "climax" for p in turned):
        reason = f"{reason}; no beat in it is strong enough to be called a climax"
    return Structure(
        acts, (*frame(scenes, beats, last=False), *turned, *frame(scenes, beats, last=True)), reason
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


def _number(count: int) -> str:
    return ("no", "one", "two", "three")[count]
