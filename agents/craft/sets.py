"""Which slug lines mean one set."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_PARTS = re.compile(r"\s*(?:[-–—/:,]|\s-\s)\s*")


class Gathered(NamedTuple):
    """A set with the places of its scenes."""

    set: str
    location: str
    scenes: tuple[int, ...]
    reason: str


def gather(slugs: Sequence[tuple[str, str | None]]) -> tuple[Gathered, ...]:
    """The sets of a film, in order of their first scene; each slug line is a place and INT, EXT or None."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for place, (location, _) in enumerate(slugs):
        parts = tuple(part.casefold() for part in _PARTS.split(location.strip()) if part)
        groups.setdefault(parts, []).append(place)
    found = []
    for places in groups.values():
        name = " ".join(slugs[places[0]][0].split())
        reason = (
            f"{len(places)} of its slug lines say {name}" if len(places) > 1 else f"one slug line says {name}"
        )
        found.append(Gathered(name, _PARTS.split(name)[0], tuple(places), reason))
    return tuple(found)
