"""Which way somebody in a shot looks: to the left, to the right, or into the lens.

The 180° rule (Arijon; Katz): from one side of the line between two people the one always looks right and the
other left, however often the camera changes its place.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from cineledger.agents.craft.page import names_in
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.shots.events import ShotSpec

Side = Literal["LEFT", "RIGHT", "LENS"]
OF_ONE = ("SINGLE", "OTS", "REACTION")
_INTO_LENS = re.compile(
    r"\b(?:into|at|to|for) (?:the )?(?:camera|lens)\b|\b(?:into|to) camera\b|\bat us\b|\bdirectly to the audience\b|"
    r"в камеру|看着镜头|à la caméra|a cámara|in die kamera"
)


class Floor(NamedTuple):
    """A scene's floor plan, as far as looks go."""

    axis: tuple[str, str] | None
    """Who looks right, and who left."""
    x: Mapping[str, float]
    """Where everybody stands from left to right while the shot's lines are played."""


def eyeline(spec: ShotSpec, first: int, last: int, elements: Sequence[Element], floor: Floor) -> Side | None:
    """Where the subject of a shot looks; None for shots of several, of things and places, and of one alone."""
    who = spec.subject
    if spec.type not in OF_ONE or who not in floor.x:
        return None
    lines = elements[first : last + 1]
    if any(_stares_at_us(element, who, floor) for element in lines):
        return "LENS"
    if floor.axis and who in floor.axis:
        return "RIGHT" if who == floor.axis[0] else "LEFT"
    met = _met(who, lines, floor)
    if met is None or floor.x[met] == floor.x[who]:
        return None
    return "RIGHT" if floor.x[met] > floor.x[who] else "LEFT"


def _stares_at_us(element: Element, who: str, floor: Floor) -> bool:
    if element.kind == "parenthetical" and element.character == who:
        return _INTO_LENS.search(element.text.casefold()) is not None
    if element.kind != "action":
        return False
    found = _INTO_LENS.search(element.text.casefold())
    return found is not None and names_in(element.text[: found.start()], tuple(floor.x))[-1:] == (who,)


def _met(who: str, lines: Sequence[Element], floor: Floor) -> str | None:
    """Whom somebody beside the line looks at: who speaks with her in these lines, else whoever leads the scene."""
    speakers = [
        e.character for e in lines if e.kind == "cue" and e.character in floor.x and e.character != who
    ]
    if speakers:
        return speakers[0]
    return next((name for name in floor.axis or () if name != who), None)
