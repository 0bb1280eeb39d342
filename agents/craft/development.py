"""What becomes of the themes over the whole film: which cues are kept, their numbers, first and last statements."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cineledger.agents.craft.cue_words import VARIATIONS
from cineledger.agents.craft.musical_themes import title_of
from cineledger.domain.music.events import FILM
from cineledger.domain.music.variation import Variation

REEL = 1200.0
"""Seconds of a reel: twenty minutes, two of the old projection reels."""
FEWEST = {"leitmotif": 3, "driving": 3, "sparse": 1}
"""Cues below which a film that is scored has no score."""
APART = {"leitmotif": 100.0, "driving": 80.0, "sparse": 240.0}
"""Seconds of film to a cue: a feature of two hours has some seventy cues, a sparse one thirty."""
LONGER = 200.0
"""Seconds of a cue that weigh as much as all its worth: few long cues say more than many short ones."""

_NUMBER = re.compile(r"(\d+)m(\d+)([A-Z]*)\Z")


class Slot(NamedTuple):
    """A cue of the film, as much of it as matters to the whole."""

    scene: str
    begins: float
    """Seconds into the film."""
    seconds: float
    worth: float
    needed: bool
    whose: str | None
    way: Variation
    because: str
    standing: str | None
    """The number it has already; None for a new cue."""


def kept(slots: Sequence[Slot], score: str, share: float, film: float) -> list[int]:
    """The places of the cues that stand: what is worth most, until music has its share of the film's time.

    What was decided and the titles always stand; nor are there more cues than an ear follows.
    """
    chosen, room = set[int](), share * film
    most = max(FEWEST.get(score, 0), round(film / APART.get(score, film or 1.0)))

    def weight(place: int) -> float:
        slot = slots[place]
        length = min(slot.seconds, 60.0) / LONGER
        return 2.0 if slot.worth >= 1.0 else slot.worth + length + (1.0 if slot.needed else 0.0)

    scored = [place for place, slot in enumerate(slots) if slot.way != "source"]
    for place in sorted(scored, key=lambda place: (-weight(place), place)):
        slot = slots[place]
        own = sum(slots[place].worth < 1.0 for place in chosen)
        few = own < FEWEST.get(score, 0)
        if slot.worth >= 1.0 or few or (slot.needed and slot.seconds <= room and own < most):
            chosen.add(place)
            room -= slot.seconds
    return sorted(chosen | {place for place, slot in enumerate(slots) if slot.way == "source"})


def numbered(slots: Sequence[Slot]) -> tuple[str, ...]:
    """1m1, 1m2, 2m1: the reel and the count within it. What has a number keeps it; what comes between gets a letter."""
    taken = {slot.standing for slot in slots if slot.standing}
    numbers = list[str]()
    for slot in slots:
        number = slot.standing or _next(numbers[-1] if numbers else "", 1 + int(slot.begins // REEL), taken)
        taken.add(number)
        numbers.append(number)
    return tuple(numbers)


def _next(before: str, reel: int, taken: set[str]) -> str:
    found = _NUMBER.match(before)
    if found and int(found[1]) >= reel:
        reel, count = int(found[1]), int(found[2])
    else:
        count = 0
    if f"{reel}m{count + 1}" not in taken:
        return f"{reel}m{count + 1}"
    letters = iter("ABCDEFGHJKLMNPQRSTUVWXYZ")
    for letter in letters:
        if f"{reel}m{count}{letter}" not in taken:
            return f"{reel}m{count}{letter}"
    return f"{reel}m{max(int(m[2]) for t in taken if (m := _NUMBER.match(t)) and int(m[1]) == reel) + 1}"


def developed(
    slots: Sequence[Slot], ends: Mapping[str, tuple[float, str] | None]
) -> tuple[tuple[Variation, str], ...]:
    """What each cue makes of its theme, given how everybody's way ends: her last valence with the feeling's name.

    The first statement is plain, so that it can be recognised; the last says how she ended.
    """
    ways = list[tuple[Variation, str]]()
    whose = [slot.whose for slot in slots]
    for place, slot in enumerate(slots):
        first, last = slot.whose not in whose[:place], slot.whose not in whose[place + 1 :]
        if slot.whose is None:
            ways.append((slot.way, slot.because))
        elif first:
            ways.append(("plain", "it is heard for the first time"))
        elif last:
            ways.append(_ending(slot.whose, ends.get(slot.whose)))
        else:
            ways.append((slot.way, slot.because))
    return tuple(ways)


def _ending(whose: str, end: tuple[float, str] | None) -> tuple[Variation, str]:
    who = "the film" if whose == FILM else whose
    if end is None:
        return "resolved", f"it is the last we hear of {who}"
    valence, feeling = end
    if valence < -0.1:
        return "unresolved", f"it is the last we hear of {who}, who ends {feeling}: nothing comes home"
    return "resolved", f"it is the last we hear of {who}, who ends {feeling}"


def said(whose: str | None, way: Variation, because: str, key: str, beside: str | None) -> str:
    """A variation in a sentence: what becomes of the theme, and what changed it."""
    if whose is None:
        return VARIATIONS["source"].format(source=because)
    theme = title_of(whose)
    other = title_of(beside) if beside else ""
    text = VARIATIONS[way].format(
        theme=theme[:1].lower() + theme[1:] if whose == FILM else theme, key=key, other=other
    )
    return f"{text}; {because}"
