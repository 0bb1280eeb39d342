"""How much time passes between scenes, as far as their slug lines tell."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from cineledger.domain.fountain.hours import Hour, hour_told
from cineledger.domain.script.events import SceneWritten

CLOCK: Mapping[Hour, float] = {
    "dawn": 6,
    "morning": 9,
    "day": 13,
    "dusk": 19,
    "evening": 20,
    "night": 23,
}
"""The hour at which each time of day is."""
CUT, LATER, DAYS = 0.25, 1.5, 72.0
"""Hours between two scenes of one time of day, to one that is only later, and over days or more."""
_RUNS_ON = re.compile(r"\b(?:CONTINUOUS|CONT'?D|CONT\.?|SAME|MOMENTS? LATER|SECONDS? LATER|INTERCUT)\b")
_LATER = re.compile(r"\bLATER\b|\bMINUTES\b")
_DAYS = re.compile(r"\b(?:DAYS|WEEKS?|MONTHS?|YEARS?|DECADES?)\b")
_SUPER = re.compile(
    r"\A\W*(?:SUPER(?:IMPOSE|ED)?|TITLE|CARD|CAPTION|CHYRON|ON SCREEN)\b[^a-z]*:", re.IGNORECASE
)
_NEXT_DAY = re.compile(r"\b(?:NEXT|FOLLOWING|ANOTHER)\b|\bA DAY\b")


def told_time(scene: SceneWritten, before: SceneWritten | None) -> str | None:
    """The time that a scene's slug line tells, and with it what stands on the screen as it begins: One year later."""
    near = (*(before.elements[-1:] if before else ()), *scene.elements[:3])
    supers = [e.text for e in near if e.kind in ("action", "centered") and _SUPER.match(e.text)]
    return " ".join((*supers, scene.day_night or "")) if supers else scene.day_night


@lru_cache(maxsize=64)
def clock(times: Sequence[str | None]) -> tuple[float, ...]:
    """Hours from the first scene to each, by their slug lines' times of day.

    Where they run on no time passes; from one time of day to another as much as till it comes round.
    """
    found, now = list[float](), 0.0
    hour: Hour | None = None
    for place, time in enumerate(times):
        told = hour_told(time)
        if place:
            now += _passed(hour, told, (time or "").upper())
        hour = told or hour
        found.append(now)
    return tuple(found)


def _passed(before: Hour | None, here: Hour | None, time: str) -> float:
    if _RUNS_ON.search(time):
        return 0.0
    if _DAYS.search(time):
        return DAYS
    till = (CLOCK[here] - CLOCK[before]) % 24 if before and here else 0.0
    if _NEXT_DAY.search(time):
        return till or 24.0
    if till:
        return till
    return LATER if _LATER.search(time) else CUT
