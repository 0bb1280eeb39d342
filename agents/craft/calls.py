"""Calls between two places: who is at the other end of the line, and is not in the room."""

import re
from collections.abc import Sequence
from functools import lru_cache

from cineledger.agents.craft.page import LINES_REMEMBERED, SPOKEN, names_in, unseen
from cineledger.domain.fountain.screenplay import Element

_CUT_BETWEEN = re.compile(r"\bINTERCUT(?:TING)?\b(?! WITH IMAGES)", re.IGNORECASE)
_TYPED = ("action", "transition", "heading", "centered")
_LAST = 3
"""Lines at the end of a scene among which it says that the next one is cut into it."""
FAR_END = "ON PHONE"
"""What a cue of the other end is marked with."""


def intercut(elements: Sequence[Element]) -> int | None:
    """The place of the line that says the scene is cut between two places, where somebody speaks after it."""
    for place, element in enumerate(elements):
        if element.kind in _TYPED and _CUT_BETWEEN.search(element.text):
            return place if any(e.kind in SPOKEN for e in elements[place:]) else None
    return None


def apart(elements: Sequence[Element], first: int, last: int) -> bool:
    """The people of a stretch are in two places: it lies, or goes on, behind the line that says so."""
    place = intercut(elements)
    return (
        place is not None
        and place <= last
        and any(e.kind in SPOKEN for e in elements[max(first, place) : last + 1])
    )


@lru_cache(maxsize=LINES_REMEMBERED // 20)
def from_afar(elements: tuple[Element, ...], before: tuple[Element, ...]) -> tuple[Element, ...]:
    """A scene that is cut into a call, with the cues of the other end marked: heard here, seen in the scene before.

    The other end spoke before, and no direction of this scene has it in the room.
    """
    if not any(e.kind in _TYPED and _CUT_BETWEEN.search(e.text) for e in before[-_LAST:]):
        return elements
    there = {e.character for e in before if e.kind == "cue" and e.character and not unseen(e)}
    here = [e.character for e in elements if e.kind == "cue" and e.character]
    directions = " ".join(e.text for e in elements if e.kind == "action")
    in_room = set(names_in(directions, tuple(dict.fromkeys(here))))
    far = {who for who in here if who in there and who not in in_room}
    if not far or not set(here) - far:
        return elements
    return tuple(
        e.model_copy(update={"extensions": (*e.extensions, FAR_END)})
        if e.kind == "cue" and e.character in far and not unseen(e)
        else e
        for e in elements
    )
