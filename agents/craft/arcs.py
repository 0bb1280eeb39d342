"""The way of a character through a film: the shape of her fortune, where it begins, moves and ends.

The six shapes are those of Reagan et al. (“The emotional arcs of stories are dominated by six basic shapes”, 2016),
after Vonnegut's talk of curves of fortune; a seventh is a line that stays where it is.
"""

import itertools
import math
from collections.abc import Sequence
from typing import NamedTuple

from cineledger.agents.craft.page import quoted, shorten
from cineledger.agents.craft.scene_notes import halves
from cineledger.agents.craft.story import Felt, Told
from cineledger.domain.story.events import ArcShape

FLAT, FLAT_SMOOTHED = 0.25, 0.15
"""A fortune that moves by less than this, of 2, is flat; a mean over many scenes moves less than each of them."""
FOLLOWS = 0.55
"""A line that goes along with no wave better than this wavers, and that is called flat too."""
SIMPLER = 0.1
"""How much better (0 to 1) a shape with another turn must fit to be preferred."""
FEWEST = {1: 2, 2: 3, 3: 4}
"""Turns and one → how many scenes a shape needs to be told from a simpler one."""
FEW_SCENES = 4
"""With no more scenes than these, each is read in halves."""
MOST_STEPS = 8

_WAVES: dict[ArcShape, tuple[int, int]] = {
    "rise": (1, 1),
    "fall": (1, -1),
    "rise-fall": (2, 1),
    "fall-rise": (2, -1),
    "rise-fall-rise": (3, 1),
    "fall-rise-fall": (3, -1),
}
"""Shape → how many half waves it has, and whether the first goes up: the modes that Reagan et al. found."""
_TURNS: dict[int, tuple[tuple[float, ...], ...]] = {
    1: ((),),
    2: ((0.3,), (0.5,), (0.7,)),
    3: ((0.25, 0.6), (1 / 3, 2 / 3), (0.4, 0.75)),
}
"""Half waves → where in the film they may meet: a turn may come early or late."""


class Fit(NamedTuple):
    """How well each shape fits, -1 to 1, and that which fits best."""

    shape: ArcShape
    fits: dict[str, float]
    moves: float
    """Between the lowest and the highest of the smoothed line."""


class Step(NamedTuple):
    """A scene, by its place, in which her standing moves."""

    scene: int
    valence: float | None
    moves: str
    line: int | None
    quote: str


def fortune(scenes: Sequence[Told], character: str, english: bool) -> tuple[float, ...]:
    """What she feels, from the film's beginning to its end; scenes in which that is unknown are left out.

    Where she has few scenes, what she feels in them is read in halves, around what was said to be felt.
    """
    felt = [(scene, one.valence) for scene in scenes if (one := scene.felt(character)) is not None]
    known = [(scene, valence) for scene, valence in felt if valence is not None]
    if len(known) > FEW_SCENES or not english:
        return tuple(valence for _, valence in known)
    line = list[float]()
    for scene, valence in known:
        parts = halves(scene, character)
        lean = (parts[1] - parts[0]) / 2 if len(parts) == 2 else 0.0
        line += [max(-1.0, valence - lean), min(1.0, valence + lean)] if lean else [valence]
    return tuple(line)


def fit(line: Sequence[float]) -> Fit:
    """The shape of a fortune: the wave that its smoothed line follows best, a simpler one where that is as good."""
    smooth = _smoothed(line)
    moves = max(smooth) - min(smooth) if smooth else 0.0
    if len(smooth) < 2:
        return Fit("unknown", {}, 0.0)
    fits = {
        str(shape): _follows(smooth, waves, way)
        for shape, (waves, way) in _WAVES.items()
        if len(smooth) >= FEWEST[waves]
    }
    best: ArcShape = max(_WAVES, key=lambda s: fits.get(s, -2.0) - SIMPLER * _WAVES[s][0])
    still = moves < (FLAT if smooth == list(line) else FLAT_SMOOTHED)
    return Fit("flat" if still or fits[best] < FOLLOWS else best, fits, moves)


def by_scene(fitted: Fit, felt: Sequence[float]) -> Fit:
    """The fit, told by scenes: who is lowest in her first scene rises from there, and who is highest falls."""
    simpler_shapes: tuple[tuple[ArcShape, ArcShape, float], ...] = (
        ("fall-rise", "rise", min(felt, default=0.0)),
        ("rise-fall", "fall", max(felt, default=0.0)),
    )
    for shape, simpler, edge in simpler_shapes:
        if len(felt) > 1 and felt[0] == edge and shape in fitted.fits:
            fits = {name: value for name, value in fitted.fits.items() if name != shape}
            fitted = Fit(simpler if fitted.shape == shape else fitted.shape, fits, fitted.moves)
    return fitted


def steps(scenes: Sequence[Told], character: str) -> tuple[Step, ...]:
    """The scenes in which her standing moves most, with the first and the last, in order."""
    known = [(place, one) for place, scene in enumerate(scenes) if (one := scene.felt(character)) is not None]
    if not known:
        return ()
    jumps = [0.0] + [abs(_value(b) - _value(a)) for (_, a), (_, b) in itertools.pairwise(known)]
    inner = sorted(range(1, len(known) - 1), key=lambda at: (-jumps[at], at))[: MOST_STEPS - 2]
    kept = sorted({0, len(known) - 1, *(at for at in inner if jumps[at] > 0)})
    return tuple(
        Step(
            known[at][0],
            known[at][1].valence,
            _moves(known[at - 1][1] if at else None, known[at][1]),
            *cited(scenes[known[at][0]], known[at][1]),
        )
        for at in kept
    )


def edge(scenes: Sequence[Told], character: str, last: bool) -> str:
    """What she feels where her way begins, or ends, with the line; `unknown` where nothing is known."""
    known = [(scene, one) for scene in scenes if (one := scene.felt(character)) is not None]
    if not known:
        return "unknown"
    scene, felt = known[-1 if last else 0]
    return f"{felt.feeling}, in scene {scene.number}: {quoted(cited(scene, felt)[1], 60)}"


def cited(scene: Told, felt: Felt) -> tuple[int | None, str]:
    """The line that shows a feeling, and its place: what is said where the feeling stands in brackets before it."""
    line = felt.line
    if line is None or line >= len(scene.elements):
        return None, felt.quote
    if scene.elements[line].kind == "parenthetical" and line + 1 < len(scene.elements):
        return line + 1, shorten(scene.elements[line + 1].text)
    return line, felt.quote


def why(character: str, shape: ArcShape, line: Sequence[float], scenes: Sequence[Told]) -> str:
    """Why the shape is hers, by the scenes where she stands highest and lowest."""
    known = [(scene, one) for scene in scenes if (one := scene.felt(character)) is not None]
    if not known:
        return f"nothing that {character} feels is known, so the line of her fortune is not guessed"
    if len(line) < 2:
        return f"{character} has one scene in which a feeling is known, and a line needs two"
    high, low = max(known, key=lambda k: _value(k[1])), min(known, key=lambda k: _value(k[1]))
    told = [
        f"in scene {scene.number} ({felt.feeling}, {quoted(cited(scene, felt)[1], 40)})"
        for scene, felt in (low, high)
    ]
    if len(known) == 1:
        ends = (
            "stands as before"
            if shape == "flat"
            else "is better off"
            if line[-1] > line[0]
            else "is worse off"
        )
        return f"all that is known of {character} is scene {told[0][9:]}, and at its end {character} {ends}"
    if _value(high[1]) == _value(low[1]):
        return f"{character} feels the same in every scene in which that is known"
    if shape == "flat":
        return f"{character} wavers between lowest {told[0]} and highest {told[1]}, and keeps to no direction"
    return f"{character} stands lowest {told[0]} and highest {told[1]}"


def _smoothed(line: Sequence[float]) -> list[float]:
    """The line as a mean over a window of a sixth of it."""
    reach = len(line) // 12
    if not reach:
        return list(line)
    windows = [line[max(0, at - reach) : at + reach + 1] for at in range(len(line))]
    return [sum(window) / len(window) for window in windows]


def _follows(line: Sequence[float], waves: int, way: int) -> float:
    """How far a line goes along with a wave of so many halves, wherever those turn, -1 to 1."""
    last = len(line) - 1
    times = [at / last for at in range(len(line))]
    fits = (_correlation(line, [-way * _wave(time, turns) for time in times]) for turns in _TURNS[waves])
    return round(max(fits), 4)


def _wave(time: float, turns: tuple[float, ...]) -> float:
    """1 at the beginning, -1 at the first turn, and so on to the end, smooth between."""
    ends = (0.0, *turns, 1.0)
    half = next(at for at in range(len(ends) - 1) if time <= ends[at + 1])
    part = (time - ends[half]) / (ends[half + 1] - ends[half])
    return math.cos(math.pi * part) * (-1 if half % 2 else 1)


def _correlation(one: Sequence[float], other: Sequence[float]) -> float:
    mean_one, mean_other = sum(one) / len(one), sum(other) / len(other)
    a, b = [x - mean_one for x in one], [x - mean_other for x in other]
    norm = math.sqrt(sum(x * x for x in a) * sum(x * x for x in b))
    return sum(x * y for x, y in zip(a, b, strict=True)) / norm if norm else 0.0


def _moves(before: Felt | None, now: Felt) -> str:
    if before is None:
        return f"begins {now.feeling}"
    change = _value(now) - _value(before)
    if abs(change) < FLAT / 2:
        return (
            f"stays {now.feeling}"
            if now.feeling == before.feeling
            else f"from {before.feeling} to {now.feeling}"
        )
    how = "gains ground" if change > 0 else "loses ground"
    return (
        f"{how}, from {before.feeling} to {now.feeling}"
        if now.feeling != before.feeling
        else f"{how}, still {now.feeling}"
    )


def _value(felt: Felt) -> float:
    return felt.valence or 0.0
