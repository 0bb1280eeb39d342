"""How long a scene takes to shoot, from its setups and what stands in the way."""

from collections.abc import Collection, Sequence

from cineledger.domain.shots.events import ShotSpec

SETUP = 0.38
"""Hours for a setup of a small crew, lit and shot: some 22 to 26 a day."""
SMALL = 0.15
"""An insert or a cutaway, or another size on the same axis: a lens change, on the tail of a setup."""
TAKES = 5
"""Times a setup is played, the talk between takes included: a long take costs its length."""
REHEARSAL = 0.25
SETUPS_AN_EIGHTH = 0.6
"""Where no shots are planned yet."""
RIGS: dict[str, float] = {
    "DOLLY": 0.15,
    "SLIDER": 0.1,
    "STEADICAM": 0.15,
    "GIMBAL": 0.1,
    "CRANE": 0.6,
    "JIB": 0.35,
    "DRONE": 0.4,
    "VEHICLE": 0.5,
}
"""Support → more hours for its first setup of a scene; half of that for each other."""
DELAYS: dict[str, float] = {
    "STUNTS": 1.0,
    "SFX": 0.5,
    "WEAPONS": 0.25,
    "ANIMALS": 0.5,
    "CHILDREN": 0.4,
    "EXTRAS": 0.25,
    "VEHICLES": 0.25,
    "VFX": 0.25,
    "MUSIC": 0.25,
}
"""Category of the breakdown → more hours where a scene has anything of it."""
OUTSIDE, BY_NIGHT = 1.1, 1.25
"""Weather and a sky that moves; a street that has to be lit."""


def scene_hours(
    shots: Sequence[tuple[ShotSpec, float]], eighths: int, needs: Collection[str], outside: bool, night: bool
) -> tuple[int, float]:
    """Setups of a scene, and hours on set, from its shots with their seconds, or its pages where none is planned."""
    setups = len(shots) or max(1, round(eighths * SETUPS_AN_EIGHTH))
    hours = REHEARSAL + sum(DELAYS.get(category, 0.0) for category in sorted(set(needs)))
    rigged, lit = set[str](), set[tuple[str, str, str]]()
    for shot, seconds in shots:
        hours += TAKES * seconds / 3600
        axis = (shot.type, shot.subject, shot.angle)
        small = axis in lit or shot.type == "CUTAWAY" or shot.size == "INSERT"
        rig = RIGS.get(shot.support, 0.0)
        hours += (SMALL if small else SETUP) + (rig / 2 if shot.support in rigged else rig)
        rigged.add(shot.support)
        lit.add(axis)
    if not shots:
        hours += SETUP * setups
    factor = (BY_NIGHT if night else OUTSIDE) if outside else 1.0
    return setups, round(hours * factor, 2)
