"""Who holds a scene: who orders, stands while others sit, asks what has to be answered, and has the last word.

Mamet and Weston read a scene as a fight for the upper hand; Johnstone (*Impro*, on status) and Caine (*Acting in Film*)
name its signs. The camera may raise or lower accordingly (Mascelli, on angles).
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from cineledger.agents.craft.beats import Marked
from cineledger.agents.craft.floor_words import IMPERATIVE, LOW_STATUS, YIELDS
from cineledger.agents.craft.page import LINES_REMEMBERED
from cineledger.agents.craft.word_lists import compiled

ORDERS, ASKS, GIVES_WAY, BENEATH, LAST_WORD = 1.0, 0.4, -0.8, -0.8, 0.7
CLEAR = 1.0
"""How far ahead of the next somebody must be to hold the scene."""


_ORDER = re.compile(r"(?:\A|(?<=[.!?…]\s)|(?<=[.!?…]))\W*" + f"(?:{compiled(IMPERATIVE).pattern})")
_YIELD, _LOW = compiled(YIELDS), compiled(LOW_STATUS)


@lru_cache(maxsize=LINES_REMEMBERED)
def weight(speech: str) -> float:
    """What a speech does to its speaker's standing: an order lifts, a question presses, an excuse lowers."""
    said = re.sub(r"\([^)]*\)", " ", speech).strip().casefold().replace("’", "'")
    lifted = ORDERS if _ORDER.search(said) and not said.endswith("?") else 0.0
    pressed = ASKS if said.endswith(("?", "？")) else 0.0
    return lifted + pressed + (GIVES_WAY if _YIELD.search(said) else 0.0)


def standings(marked: Sequence[Marked]) -> dict[str, float]:
    """How high everybody stands who speaks or is shown in a stretch of script; the last speech counts more."""
    found = dict[str, float]()
    for mark in marked:
        if mark.unit.kind == "speech" and mark.unit.speaker:
            found[mark.unit.speaker] = found.get(mark.unit.speaker, 0.0) + weight(mark.unit.text)
        elif mark.subject and _LOW.search(mark.unit.text.casefold()):
            found[mark.subject] = found.get(mark.subject, 0.0) + BENEATH
    spoken = [mark.unit.speaker for mark in marked if mark.unit.kind == "speech" and mark.unit.speaker]
    if len(set(spoken)) > 1:
        found[spoken[-1]] += LAST_WORD
    return found


def holder(standing: dict[str, float], people: Sequence[str]) -> str | None:
    """Who of these holds it, where one stands clearly above the next."""
    ranked = sorted(people, key=lambda name: -standing.get(name, 0.0))
    if len(ranked) < 2:
        return None
    first, second = (standing.get(name, 0.0) for name in ranked[:2])
    return ranked[0] if first - second >= CLEAR else None
