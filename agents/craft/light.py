"""When a scene has to be shot: by night, by day, or whenever the crew likes."""

# Full-width and Cyrillic marks that look like Latin ones are meant: scripts are typed with them.

from collections.abc import Sequence
from typing import Literal

Light = Literal["DAY", "NIGHT", "ANY"]

_NIGHT = (
    "NIGHT",
    "EVENING",
    "НОЧЬ",
    "ВЕЧЕР",
    "NUIT",
    "SOIR",
    "NOCHE",
    "NOITE",
    "NACHT",
    "ABEND",
    "NOTTE",
    "夜",
    "晚",
    "밤",
)
_MAGIC = (
    "DAWN",
    "DUSK",
    "SUNRISE",
    "SUNSET",
    "MAGIC",
    "TWILIGHT",
    "РАССВЕТ",
    "ЗАКАТ",
    "СУМЕРКИ",
    "AUBE",
    "CRÉPUSCULE",
)
_MAGIC_MORE = ("AMANECER", "ATARDECER", "MORGENGRAUEN", "DÄMMERUNG", "黎明", "黄昏", "夕", "새벽")
_DAY = (
    "DAY",
    "MORNING",
    "NOON",
    "ДЕНЬ",
    "УТРО",
    "JOUR",
    "MATIN",
    "DÍA",
    "DIA",
    "MAÑANA",
    "TAG",
    "MORGEN",
    "日",
    "昼",
    "낮",
    "早",
    "白天",
)

STRIPS: dict[tuple[str, str], str] = {
    ("INT", "DAY"): "white",
    ("EXT", "DAY"): "yellow",
    ("INT", "NIGHT"): "blue",
    ("EXT", "NIGHT"): "green",
}
"""Inside or outside, and day or night → the colour of the strip; the day break is black."""


def dark(day_night: str | None) -> bool:
    """The slug line says night."""
    return _holds(day_night, _NIGHT)


def magic(day_night: str | None) -> bool:
    """The slug line says dawn or dusk: an hour of usable light a day."""
    return _holds(day_night, _MAGIC) or _holds(day_night, _MAGIC_MORE)


def resolved(times: Sequence[str | None]) -> list[str | None]:
    """The time of each scene, that of the one before where a slug line says CONTINUOUS, LATER or nothing."""
    known, before = list[str | None](), None
    for time in times:
        if dark(time) or magic(time) or _holds(time, _DAY):
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


def _holds(day_night: str | None, words: Sequence[str]) -> bool:
    return day_night is not None and any(word in day_night.upper() for word in words)
