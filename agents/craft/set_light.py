"""The time of day at which a set is seen, from its slug lines."""

from collections.abc import Sequence
from typing import Literal

from cineledger.domain.fountain.hours import Hour as Told
from cineledger.domain.fountain.hours import hour_told

Hour = Literal["day", "night", "twilight"]

_SEEN: dict[Told, Hour] = {
    "dawn": "twilight",
    "morning": "day",
    "day": "day",
    "dusk": "twilight",
    "evening": "night",
    "night": "night",
}


def hour(day_night: str | None) -> Hour | None:
    """What a slug line's time of day means for light; None where it tells none, as LATER and CONTINUOUS do."""
    told = hour_told(day_night)
    return None if told is None else _SEEN[told]


def hours(day_nights: Sequence[str | None]) -> tuple[Hour | None, ...]:
    """The hour of each scene of a film; one whose slug line only goes on has that of the scene before."""
    found: list[Hour | None] = []
    for day_night in day_nights:
        own = hour(day_night)
        found.append(own if own or not day_night or not found else found[-1])
    return tuple(found)
