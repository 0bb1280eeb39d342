"""How far the camera goes round between two shots of one subject: the 30° rule.

A cut on one subject that changes neither the angle by 30° nor the size by two steps looks like a jump (Arijon;
Katz). A shot list has no compass, so the bearing follows from the kind of shot: across the line for two and more, near
the line for one.
"""

from cineledger.agents.craft.limit_words import LADDER
from cineledger.domain.shots.events import ShotSpec

LEAST_DEGREES, LEAST_SIZES = 30, 2
OF_ONE = ("SINGLE", "OTS", "REACTION")
_BEARING = {"OTS": 50, "SINGLE": 65, "REACTION": 65, "POV": 90}
"""Degrees from square-on to the line; shots of several and of places are square-on."""
_HEIGHT = {"EYE": 0, "HIGH": 35, "LOW": -30, "OVERHEAD": 85, "WORMS": -70, "DUTCH": 0}
"""Degrees above the eye."""
_ROLL = 30
"""Degrees by which a Dutch angle tilts the horizon: that reads as a change of angle too."""


def degrees(one: ShotSpec, other: ShotSpec) -> int:
    """How far apart two shots look at the same thing."""
    round_about = abs(_BEARING.get(one.type, 0) - _BEARING.get(other.type, 0))
    rolled = _ROLL if (one.angle == "DUTCH") != (other.angle == "DUTCH") else 0
    return max(round_about, rolled, abs(_HEIGHT[one.angle] - _HEIGHT[other.angle]))


def sizes(one: ShotSpec, other: ShotSpec) -> int:
    """How many steps of size lie between two shots."""
    if one.size not in LADDER or other.size not in LADDER:
        return 0 if one.size == other.size else LEAST_SIZES
    return abs(LADDER.index(one.size) - LADDER.index(other.size))


def jumps(one: ShotSpec, other: ShotSpec) -> bool:
    """A cut between these two shots of one person would look like a jump; no two are meant that move alike as one."""
    alike = one.subject == other.subject and one.type in OF_ONE and other.type in OF_ONE
    return alike and degrees(one, other) < LEAST_DEGREES and sizes(one, other) < LEAST_SIZES
