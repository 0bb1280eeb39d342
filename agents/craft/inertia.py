"""How feelings carry over from scene to scene, and when a leap needs a cause."""

from collections.abc import Sequence
from typing import NamedTuple

LEAP = 1.0
"""How far valence or arousal goes between two scenes of a character's before somebody asks why: half its range."""
_STILL = frozenset({"", "CONTINUOUS", "SAME", "SAME TIME", "MOMENTS LATER"})
"""Times in slug lines at which no time has passed."""
STRONG = 0.5
"""How far from the middle a single line has to be to carry a leap by itself."""


class Stop(NamedTuple):
    """What a character feels in a scene, and what in it could have brought her there."""

    valence: float
    arousal: float
    day_night: str
    causes: Sequence[str]
    """What happens to her in the scene: turns, and what others do to her."""


def leap(before: Stop, after: Stop) -> float:
    """How far one goes on the axis on which it is further."""
    return max(abs(after.valence - before.valence), abs(after.arousal - before.arousal))


def unexplained(before: Stop, after: Stop) -> bool:
    """A leap without a cause in the later scene, and without time for it.

    A feeling is an appraisal of something that happened (Lazarus 1991; Scherer 2001), and goes on by itself until
    something does (Kuppens, Allen and Sheeber 2010).
    """
    passed = after.day_night.upper() not in _STILL and after.day_night.upper() != before.day_night.upper()
    return leap(before, after) >= LEAP and not after.causes and not passed


def between(before: float, after: float) -> float:
    """Where one gets to halfway: what was felt before goes on."""
    return round((before + after) / 2, 2) + 0.0
