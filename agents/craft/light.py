"""When a scene has to be shot: by night, by day, or whenever the crew likes."""

from collections.abc import Sequence
from typing import Literal

from cineledger.domain.fountain.hours import hour_told

Light = Literal["DAY", "NIGHT", "ANY"]

STRIPS: dict[tuple[str, str], str] = {
    ("INT", "DAY"): "white",
    ("EXT", "DAY"): "yellow",
    ("INT", "NIGHT"): "blue",
    ("EXT", "NIGHT"): "green",
}
"""Inside or outside, and day or night → the colour of the strip; the day break is black."""


def dark(day_night: str | None) -> bool:
    """The slug line says night, or evening."""
    return hour_told(day_night) in ("night", "evening")


def magic(day_night: str | None) -> bool:
    """The slug line says dawn or dusk: an hour of usable light a day."""
    return hour_told(day_night) in ("dawn", "dusk")


def resolved(times: Sequence[str | None]) -> list[str | None]:
    """The time of each scene, that of the one before where a slug line says CONTINUOUS, LATER or nothing."""
    known, before = list[str | None](), None
    for time in times:
        if hour_told(time) is not None:
            before = time
        known.append(before)
    return known


def light(int_ext: str | None, day_night: str | None) -> Light:
    """Exteriors need the sky they are written for; an interior by night is shot by day behind black cloth."""
    if int_ext in ("EXT", "INT/EXT", "EST"):
        return "NIGHT" if dark(day_night) else "DAY"
    return "ANY"


def strip_colour(int_ext: str | None, day_night: str | None) -> str:
    """The colour of a scene's strip on the board."""
    outside = "EXT" if int_ext in ("EXT", "EST", "INT/EXT") else "INT"
    return STRIPS[outside, "NIGHT" if dark(day_night) else "DAY"]
