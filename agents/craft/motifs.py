"""A theme made by rule: a few notes that have the shape of somebody's way through the film."""

import hashlib
from collections.abc import Sequence
from statistics import mean
from typing import Literal, NamedTuple

from cineledger.domain.music.harmony import quarters
from cineledger.domain.music.theory import FIFTH, STEPS, Key
from cineledger.domain.music.variation import Tone

Shape = Literal["rising", "falling", "arch", "bowl", "wave"]
FEWEST, MOST = 6, 12
"""Notes of a theme: more is a melody, fewer is a call."""
WIDEST = 16
"""Semitones between its lowest and highest note; a tenth can be sung."""
STABLE = (0, 2, 4)
"""Steps that are at rest: tonic, third and fifth."""
OPEN = (1, 4)
"""Steps that a theme without an end stops on: the second, or the fifth as of a half close."""
TURNED = 0.15
"""How far her feelings have to move, of -1 to 1, before her theme follows."""

RHYTHMS: dict[str, dict[str, tuple[tuple[float, ...], ...]]] = {
    "4/4": {
        "calm": ((2, 1, 1), (3, 1), (1.5, 0.5, 2), (2, 2)),
        "lively": ((1, 0.5, 0.5, 2), (1.5, 0.5, 1, 1), (0.5, 0.5, 1, 2), (1, 1, 2)),
    },
    "3/4": {
        "calm": ((2, 1), (1.5, 0.5, 1), (1, 2), (1, 1, 1)),
        "lively": ((1, 0.5, 0.5, 1), (0.5, 0.5, 2), (1.5, 0.5, 1), (1, 1, 1)),
    },
    "6/8": {
        "calm": ((1, 0.5, 1.5), (1.5, 1.5), (1, 0.5, 1, 0.5), (2, 1)),
        "lively": ((0.5, 0.5, 0.5, 1.5), (1, 0.5, 1, 0.5), (1, 0.5, 0.5, 1), (1.5, 1, 0.5)),
    },
    "2/4": {
        "calm": ((1, 1), (1.5, 0.5), (1, 0.5, 0.5), (0.5, 1, 0.5)),
        "lively": ((0.5, 0.5, 1), (0.25, 0.25, 0.5, 1), (0.75, 0.25, 1), (0.5, 0.5, 0.5, 0.5)),
    },
}
"""Metre → how calm or lively → rhythms of a bar, in quarters."""

SHAPES: dict[Shape, tuple[int, ...]] = {
    "rising": (0, 2, 3, 5),
    "falling": (5, 4, 2, 0),
    "arch": (0, 3, 5, 1),
    "bowl": (4, 1, 0, 4),
    "wave": (2, 3, 1, 2),
}
"""Where a theme lies at its beginning, at a third, at two thirds and at its end, in steps above the lowest."""


class Way(NamedTuple):
    """What somebody goes through: her feelings in order, where they are known."""

    valences: tuple[float, ...]
    arousals: tuple[float, ...]

    @property
    def valence(self) -> float | None:
        return mean(self.valences) if self.valences else None

    @property
    def arousal(self) -> float:
        return mean(self.arousals) if self.arousals else 0.0

    @property
    def shape(self) -> Shape:
        """Where she begins, what her middle is, and where she ends, against each other."""
        if len(self.valences) < 2:
            return "wave"
        third = max(1, len(self.valences) // 3)
        first, last = mean(self.valences[:third]), mean(self.valences[-third:])
        inner = self.valences[third:-third]
        middle = mean(inner) if inner else (first + last) / 2
        ends = (first + last) / 2
        if abs(middle - ends) >= TURNED and abs(middle - ends) > abs(last - first) / 2:
            return "arch" if middle > ends else "bowl"
        if abs(last - first) >= TURNED:
            return "rising" if last > first else "falling"
        return "wave"

    @property
    def open(self) -> bool:
        """She ends unhappy and far from rest: nothing has come home."""
        return bool(self.valences) and self.valences[-1] <= -TURNED and self.arousals[-1] > -0.2


def mode_of(way: Way, contrast: float) -> str:
    """From the brightest mode to the darkest by how she fares, a shade darker or brighter by the film's contrast.

    Listeners rank the modes so (Temperley and Tan 2013); dorian where nothing is known, which is neither.
    """
    if way.valence is None:
        return "minor" if contrast >= 0.5 else "major" if contrast <= -0.5 else "dorian"
    felt = way.valence - 0.35 * contrast
    for least, mode in (
        (0.5, "lydian"),
        (0.15, "major"),
        (0.0, "mixolydian"),
        (-0.15, "dorian"),
        (-0.5, "minor"),
    ):
        if felt >= least:
            return mode
    return "phrygian"


def tonic_of(rank: int, film: int) -> int:
    """Keys of the cast lie round the film's on the circle of fifths, the main character's next to it."""
    away = (rank + 1) // 2 if rank % 2 else -(rank // 2)
    return (film + FIFTH * away) % 12


def metre_of(way: Way, young: bool, contrast: float) -> str:
    """What she walks in: children skip, comedy trots, the tender waltz."""
    if young:
        return "6/8"
    if contrast <= -0.35:
        return "2/4"
    if way.valence is not None and way.valence > 0 and way.arousal < 0.15:
        return "3/4"
    return "4/4"


def compose(name: str, way: Way, key: Key, metre: str, centre: int, more: int = 0) -> tuple[Tone, ...]:
    """A theme of 6 to 12 notes in four bars, or eight short ones: bar, answer, the bar again further on, close.

    Her way gives its contour, her name its rhythm and its one leap; it moves by step otherwise, answers the leap by
    a step back (Meyer's gap and fill), stands on steps of the chord where a bar begins, and closes on a step at
    rest, or on one that is not where her way ends open. `more` asks for another one.
    """
    dice = hashlib.sha256(f"{name}/{more}".encode()).digest()
    rhythm = _rhythm(dice, metre, lively=way.arousal >= 0.2)
    sizes = [len(bar) for bar in rhythm]
    curve = _curve(way.shape, sum(sizes))
    steps = _line(curve, sizes, key, leap=2 + dice[2] % 4, at=1 + dice[3] % max(1, sizes[0] - 1))
    rests = OPEN if way.open else STABLE
    steps.append(_close(steps, rests, key, goal=curve[-1]))
    lies = min(
        range(3, 8), key=lambda octave: abs(mean(key.pitch(STEPS * octave + s) for s in steps) - centre)
    )
    base = STEPS * lies
    beats = [length for bar in rhythm for length in bar]
    return tuple(
        Tone(pitch=key.pitch(base + step), beats=length) for step, length in zip(steps, beats, strict=True)
    )


def _rhythm(dice: bytes, metre: str, lively: bool) -> list[tuple[float, ...]]:
    """Four bars: one, its answer, the first again, and one long note; never above the most notes a theme has."""
    offered = RHYTHMS[metre]["lively" if lively else "calm"]
    one = offered[dice[0] % len(offered)]
    others = [bar for bar in offered if bar != one]
    two = others[dice[1] % len(others)]
    if 2 * len(one) + len(two) + 1 > MOST:
        two = min(others, key=len)
    while 2 * len(one) + len(two) + 1 < FEWEST:
        two = max(others, key=len)
        one = max(offered, key=len) if 2 * len(one) + len(two) + 1 < FEWEST else one
    return [one, two, one, (quarters(metre),)]


def _curve(shape: Shape, count: int) -> list[float]:
    """The height of each note in steps: straight lines between the points of the shape."""
    points = SHAPES[shape]
    heights = []
    for place in range(count):
        at = place / max(1, count - 1) * (len(points) - 1)
        left = min(int(at), len(points) - 2)
        heights.append(points[left] + (points[left + 1] - points[left]) * (at - left))
    return heights


def _line(curve: Sequence[float], sizes: Sequence[int], key: Key, leap: int, at: int) -> list[int]:
    """All steps of the scale but the last: they follow the curve, with one leap in the first bar.

    The third bar goes as the first does, its leap filled in and its turns towards the curve.
    """
    starts = [sum(sizes[:bar]) for bar in range(len(sizes))]
    steps = [_rest(round(curve[0]))]
    while len(steps) < len(curve) - 1:
        place = len(steps)
        third = place - starts[2]
        if 0 < third < sizes[2]:
            turn = max(-2, min(2, steps[third] - steps[third - 1]))
            wanted = steps[-1] + (turn if turn * (curve[place] - steps[-1]) >= 0 else -turn)
        elif place == at:
            up = curve[place] >= steps[-1] or steps[-1] <= 0
            wanted = steps[-1] + (leap if up else -leap)
        else:
            wanted = steps[-1] + _toward(curve[place] - steps[-1], steps)
            wanted = _rest(wanted) if place in starts else wanted
        steps.append(next(step for step in _around(wanted) if _sings(steps, step, key)))
    return steps


def _toward(distance: float, steps: Sequence[int]) -> int:
    """A step towards the curve; behind a leap one back."""
    if len(steps) > 1 and abs(steps[-1] - steps[-2]) > 2:
        return -1 if steps[-1] > steps[-2] else 1
    if abs(distance) > 2.5:
        return 2 if distance > 0 else -2
    if abs(distance) >= 0.5:
        return 1 if distance > 0 else -1
    return 0 if len(steps) % 2 else -1


def _around(step: int) -> list[int]:
    return sorted(range(step - 9, step + 10), key=lambda other: (abs(other - step), other))


def _sings(steps: Sequence[int], step: int, key: Key) -> bool:
    """A voice can go there: no tritone, seventh or leap past an octave, no range past a tenth, no third repeat."""
    leap = abs(key.pitch(STEPS * 5 + step) - key.pitch(STEPS * 5 + steps[-1]))
    low, high = min(*steps, step), max(*steps, step)
    wide = key.pitch(STEPS * 5 + high) - key.pitch(STEPS * 5 + low)
    again = len(steps) > 1 and steps[-1] == steps[-2] == step
    return leap not in (6, 10, 11) and leap <= 12 and wide <= WIDEST and not again


def _rest(step: int) -> int:
    """The nearest step that is at rest."""
    return min(_standing(STABLE), key=lambda s: (abs(s - step), s))


def _standing(steps: Sequence[int]) -> list[int]:
    return [STEPS * octave + step for octave in (-1, 0, 1) for step in steps]


def _close(steps: Sequence[int], rests: Sequence[int], key: Key, goal: float) -> int:
    """What the theme ends on: of these steps that which is nearest to the note before and to where the curve ends."""
    before = steps[-1]
    offered = [s for s in _standing(rests) if s != before and _sings(steps, s, key)]
    return min(offered or [before], key=lambda s: (abs(s - before) + 0.8 * abs(s - goal), s))


def distinct(made: Sequence[Tone], others: Sequence[Sequence[Tone]]) -> bool:
    """No other theme has the same turns: a theme is known by its intervals and its rhythm, in any key."""
    return all(_turns(made) != _turns(other) for other in others)


def _turns(notes: Sequence[Tone]) -> tuple[tuple[int, float], ...]:
    first = notes[0].pitch or 0
    return tuple(((tone.pitch or 0) - first, tone.beats) for tone in notes)
