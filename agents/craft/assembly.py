"""A scene cut together: which shot plays which lines, the best of all ways to cut it."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from cineledger.agents.craft.fitting import RHYTHM, Sight, demanded, fit, join
from cineledger.agents.craft.framed import SeenShot
from cineledger.agents.craft.pacing import Heeded, Tempo, target
from cineledger.agents.craft.passages import Passage

LONGEST = 40
"""Passages in one shot, at most."""
READ = 3.0
"""Seconds in which an insert has been read."""
WIDEST, NEAREST = 1.35, 0.75
"""What a frame asks of the time: a wide has more to be read than a face (Cutting and Candan 2015)."""
_LENGTH = 1.8
"""How much the length of a shot counts beside what is in it, in Murch's rhythm."""
_MOST_OFF = 1.8
"""A shot far too short is as bad as one further: what it shows may still be what one has to see."""
_FLASH = 1.0
"""What a shot costs that is over before it is seen."""
_INTERRUPTS = 0.2
"""What it costs to leave the people for a thing."""
_AGAIN = 0.08
"""What one size after the same size costs."""
_SAME = 2.0
"""What it costs to cut from a shot to itself: only to keep stretches at their longest."""


class Stretch(NamedTuple):
    """A shot and the passages it plays, by place."""

    shot: int
    first: int
    last: int
    seconds: float
    """As cut: what the lines take, and the air around them."""


def cut_together(
    sights: Sequence[Sight], shots: Sequence[SeenShot], tempo: Tempo, heed: Heeded
) -> tuple[Stretch, ...]:
    """The cuts that are worth most, by fit, rhythm and the eye; passages that no shot covers are left out.

    Every passage that is covered plays exactly once, in order.
    """
    runs, at = list[Stretch](), 0
    while at < len(sights):
        if not any(_covers(shot, sights[at].passage) for shot in shots):
            at += 1
            continue
        end = at
        while end < len(sights) and any(_covers(shot, sights[end].passage) for shot in shots):
            end += 1
        runs += _best(sights, shots, tempo, heed, at, end)
        at = end
    return tuple(runs)


def held(passage: Passage, tempo: Tempo, heed: Heeded, new: bool, last: bool) -> float:
    """Seconds a passage plays, with the air that pacing leaves it: after a silence, in a new place, at the end."""
    air = tempo.hold if passage.silent else 0.0
    air += tempo.air * (new + last)
    return round(passage.seconds + air * heed.air, 1)


def _covers(shot: SeenShot, passage: Passage) -> bool:
    return shot.first <= passage.first and passage.last <= shot.last


def _best(
    sights: Sequence[Sight], shots: Sequence[SeenShot], tempo: Tempo, heed: Heeded, start: int, end: int
) -> list[Stretch]:
    """The best cuts of a run of passages that all have a shot: a walk over the last cut and its shot."""
    count = end - start
    played = [sights[start + place] for place in range(count)]
    lengths = [
        held(s.passage, tempo, heed, s.new >= 1, start + place == len(sights) - 1)
        for place, s in enumerate(played)
    ]
    wanted = [target(s.passage, tempo, heed) for s in played]
    worth = [
        [
            fit(s, shot) * math.sqrt(s.passage.seconds / 3) + demanded(s, shot)
            if _covers(shot, s.passage)
            else None
            for shot in shots
        ]
        for s in played
    ]
    seam = [[_seam(left, right) for right in shots] for left in shots]
    ends: list[dict[int, tuple[float, int, int]]] = [{} for _ in range(count + 1)]
    for begin in range(count):
        for place in range(len(shots)):
            came = _came(ends[begin], seam, place) if begin else (0.0, -1)
            total, seconds = came[0], 0.0
            for last in range(begin, min(count, begin + LONGEST)):
                gain = worth[last][place]
                if gain is None:
                    break
                total, seconds = total + gain, seconds + lengths[last]
                value = total + _rhythm(seconds, wanted[begin], tempo, shots[place])
                if value > ends[last + 1].get(place, (-math.inf,))[0]:
                    ends[last + 1][place] = (value, begin, came[1])
    return _walk(ends, lengths, start)


def _seam(left: SeenShot, right: SeenShot) -> float:
    if left is right:
        return -_SAME
    return join(left, right) - _AGAIN * (left.spec.size == right.spec.size)


def _came(
    before: dict[int, tuple[float, int, int]], seam: Sequence[Sequence[float]], place: int
) -> tuple[float, int]:
    """The best way to be at a cut into a shot, and the shot one comes from."""
    best = (-math.inf, -1)
    for left, (value, _, _) in before.items():
        if value + seam[left][place] > best[0]:
            best = (value + seam[left][place], left)
    return best


def _rhythm(seconds: float, wanted: float, tempo: Tempo, shot: SeenShot) -> float:
    """How well a shot's length sits, best at what is wanted, by ratio: lengths spread so (Salt)."""
    insert = shot.insert
    wanted = min(wanted, READ) if insert else wanted * (WIDEST - shot.near * (WIDEST - NEAREST))
    off = math.log(max(seconds, 0.2) / wanted)
    minded = tempo.flicker if off < 0 else 1.5 if insert else tempo.drag
    cost = _INTERRUPTS if insert else _FLASH if seconds < tempo.least else 0.0
    return -RHYTHM * _LENGTH * min(off * off, _MOST_OFF) * minded - cost


def _walk(
    ends: Sequence[dict[int, tuple[float, int, int]]], lengths: Sequence[float], start: int
) -> list[Stretch]:
    found: list[Stretch] = []
    at = len(ends) - 1
    shot = max(ends[at], key=lambda place: (ends[at][place][0], -place))
    while at > 0:
        _, begin, left = ends[at][shot]
        stretch = Stretch(shot, start + begin, start + at - 1, round(sum(lengths[begin:at]), 1))
        if found and found[-1].shot == shot:
            later = found.pop()
            stretch = stretch._replace(last=later.last, seconds=round(stretch.seconds + later.seconds, 1))
        found.append(stretch)
        at, shot = begin, left
    return found[::-1]
