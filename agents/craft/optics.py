"""Lenses, supports and the trade's way of saying a shot."""

import re

from cineledger.agents.craft.limit_words import LADDER, SUPPORT_FOR
from cineledger.agents.craft.view import BeatView
from cineledger.domain.debate.options import Look
from cineledger.domain.words import Angle, Movement, ShotSize, Support

LENSES = (14, 18, 21, 25, 28, 32, 35, 40, 50, 65, 75, 85, 100, 135, 180)
"""A set of Super 35 primes, in mm."""
USUAL: dict[ShotSize, int] = {
    "EWS": 21,
    "WS": 25,
    "FS": 32,
    "MLS": 35,
    "MS": 40,
    "MCU": 50,
    "CU": 75,
    "ECU": 100,
    "INSERT": 85,
}
"""Usual lens for each size: wide shows the place, long flatters and isolates the face (Mascelli, Katz)."""
_SHAKE = 50
"""Longest lens a shoulder holds steady enough."""
_TIGHT = re.compile(
    r"\b(?:car|van|truck|taxi|cab|cockpit|elevator|lift|closet|bathroom|toilet|cell|phone booth|tent|cupboard|машина|"
    r"лифт|ванная|voiture|coche)\b|车|电梯"
)
_REACH: dict[ShotSize, int] = {"EWS": 21, "WS": 21, "FS": 25, "MLS": 28, "MS": 35}
"""Longest lens that still holds so much of a person where the camera cannot back off, in mm."""
_VEHICLE = re.compile(r"\b(?:car|van|truck|bus|taxi|cab|train|машина|такси|voiture|coche|auto)\b|车")

CLOSENESS: dict[ShotSize, float] = {
    "EWS": 0.0,
    "WS": 0.12,
    "FS": 0.27,
    "MLS": 0.4,
    "MS": 0.53,
    "MCU": 0.7,
    "CU": 0.87,
    "ECU": 1.0,
    "INSERT": 0.8,
}
"""How close a size brings us, 0 to 1."""

ENERGY: dict[Movement, float] = {
    "STATIC": 0.0,
    "RACK": 0.2,
    "TILT": 0.3,
    "PAN": 0.35,
    "PEDESTAL": 0.35,
    "ZOOM": 0.4,
    "PUSH": 0.45,
    "PULL": 0.45,
    "BOOM": 0.5,
    "DOLLY": 0.55,
    "CRANE": 0.6,
    "TRACK": 0.75,
    "HANDHELD": 0.85,
    "WHIP": 1.0,
}
"""How much a movement makes itself felt, 0 to 1."""

TILT: dict[Angle, float] = {"EYE": 0.0, "HIGH": 0.5, "LOW": 0.5, "OVERHEAD": 0.9, "DUTCH": 0.9, "WORMS": 1.0}
"""How far an angle departs from a person's own view, 0 to 1."""


def lens(size: ShotSize, movement: Movement, angle: Angle, beat: BeatView, look: Look) -> int:
    """A focal length from size, mood and look.

    Intimate films go longer on faces, epic ones wider throughout; hard films stretch the steep angles; a
    low mood alone in the frame goes a step longer, to take the room away (Block: deep and flat space).
    """
    step = LENSES.index(min(LENSES, key=lambda mm: (abs(mm - USUAL[size]), mm)))
    if look.closeness < 0:
        step += round(3 * look.closeness)
    elif CLOSENESS[size] >= 0.5:
        step += round(2 * look.closeness)
    if angle in ("LOW", "DUTCH", "WORMS"):
        step -= 1 + (look.contrast > 0.5)
    if look.contrast < -0.4 and size != "INSERT":
        step -= 1
    if beat.felt(beat.focus)[0] < -0.3 and len(beat.seen) < 2 and movement == "STATIC":
        step += 1
    chosen = LENSES[max(0, min(len(LENSES) - 1, step))]
    if not beat.outside and _TIGHT.search((beat.location or "").casefold()):
        chosen = min(chosen, _REACH.get(size, chosen))
    return min(chosen, _SHAKE) if movement in ("HANDHELD", "WHIP") else chosen


def support(size: ShotSize, movement: Movement, beat: BeatView) -> Support:
    """What carries the camera: the lightest thing that does the movement (`limit_words.SUPPORT_FOR` has
    all that can).
    """
    inside = not beat.outside
    if movement == "TRACK":
        if _VEHICLE.search((beat.location or "").casefold()):
            return "VEHICLE"
        return "STEADICAM" if inside or size != "WS" else "GIMBAL"
    if movement == "CRANE":
        return "DRONE" if size == "EWS" and beat.outside else "CRANE"
    if movement in ("PUSH", "PULL", "DOLLY"):
        return "SLIDER" if size in ("ECU", "INSERT") else "DOLLY"
    return SUPPORT_FOR[movement][0]


def nearer(size: ShotSize, steps: int) -> ShotSize:
    """A size so many steps closer (wider where negative) on the ladder; an insert stays one."""
    if size not in LADDER:
        return size
    return LADDER[max(0, min(len(LADDER) - 1, LADDER.index(size) + steps))]
