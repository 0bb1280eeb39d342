"""How somebody goes about what she wants in a scene: the way the page has it, and other ways to the same end.

A take that only says the line otherwise is the same take; another one tries another action (Weston, *Directing Actors*;
Caldarone and Lloyd-Williams 2004). Which is other enough is measured on the interpersonal circumplex (Leary 1957).
"""

import re
from collections.abc import Sequence
from functools import cache
from math import dist
from typing import NamedTuple

from cineledger.agents.craft.page import SPOKEN
from cineledger.agents.craft.power import weight
from cineledger.agents.craft.table_rows import rows_of
from cineledger.agents.craft.tactic_words import NOTES, TACTICS, WANTS, Tactic
from cineledger.agents.craft.word_lists import compiled
from cineledger.domain.fountain.screenplay import Element

Place = tuple[float, float]
"""Giving way to pressing, cold to warm."""
STRIDE = 1.0
"""How far along the circle's axes a note moves her: about from its middle to its edge."""
SUITS = 0.35
"""What it weighs that a tactic suits the want and the turn, against its being another one."""
EXCLAIMED = 0.3
TURNS: dict[str, Place] = {
    "arrival": (0.1, 0.3),
    "reveal": (0.2, 0.0),
    "outburst": (0.7, -0.3),
    "silence": (-0.3, -0.3),
    "action": (0.5, 0.0),
    "departure": (-0.3, -0.1),
}
"""The kind of beat on which a scene turns for her → the side of the circle that it plays from."""
_ROW = re.compile(r"\s*(\S+)\s+(\S+)\s+(.*)")


class Other(NamedTuple):
    """Another way to play it."""

    tactic: Tactic
    heard: bool
    """The note said which way; else it is only as far as may be from what was tried."""


def as_written(elements: Sequence[Element], character: str, valence: float | None) -> Tactic:
    """The tactic nearest to her lines as they stand: orders and questions press, excuses yield; warm as she feels."""
    own = [e.text for e in elements if e.kind in SPOKEN and e.character == character]
    pressed = [
        max(-1.0, min(1.0, weight(text) + EXCLAIMED * text.rstrip().endswith(("!", "！")))) for text in own
    ]
    press = sum(pressed) / len(pressed) if pressed else 0.0
    return _nearest((press, valence or 0.0), TACTICS)


def another(written: Tactic, tried: Sequence[str], note: str, want: str, turn: str) -> Other:
    """A tactic that was not tried: the way the note points where it is in English and points anywhere; else the one
    that is furthest from all that was tried and still suits what she wants and how the scene turns.
    """
    known = [tactic for tactic in TACTICS if tactic.verb in tried] or [written]
    fresh = [tactic for tactic in TACTICS if tactic not in known] or list(TACTICS)
    named = next((tactic for tactic in fresh if compiled(tactic.verb).search(note.casefold())), None)
    if named is not None:
        return Other(named, True)
    way = _way(note)
    if way is not None:
        last = known[-1]
        goal = (_held(last.press + STRIDE * way[0]), _held(last.warmth + STRIDE * way[1]))
        along = [t for t in fresh if (t.press - last.press) * way[0] + (t.warmth - last.warmth) * way[1] > 0]
        return Other(_nearest(goal, along or fresh), True)
    side = _side(want, turn)
    return Other(max(fresh, key=lambda tactic: _otherness(tactic, known, side)), False)


def _otherness(tactic: Tactic, known: Sequence[Tactic], side: Place | None) -> float:
    apart = min(dist(_at(tactic), _at(one)) for one in known)
    return apart - (0.0 if side is None else SUITS * dist(_at(tactic), side))


def _side(want: str, turn: str) -> Place | None:
    """From where the want is gone after, and the turn played, where either says so."""
    lowered = want.casefold()
    sides = [place for words, place in _wants() if compiled(words).search(lowered)][:1]
    sides += [TURNS[turn]] if turn in TURNS else []
    return _middle(sides)


def _way(note: str) -> Place | None:
    """Which way a note points; None where no word of it points anywhere, or they cancel each other."""
    lowered = note.casefold()
    ways = [place for words, place in _notes() if compiled(words).search(lowered)]
    middle = _middle(ways)
    return middle if middle is not None and dist(middle, (0, 0)) > 0.1 else None


def _middle(places: Sequence[Place]) -> Place | None:
    if not places:
        return None
    return (sum(p for p, _ in places) / len(places), sum(w for _, w in places) / len(places))


def _nearest(place: Place, among: Sequence[Tactic]) -> Tactic:
    return min(among, key=lambda tactic: dist(_at(tactic), place))


def _at(tactic: Tactic) -> Place:
    return (tactic.press, tactic.warmth)


def _held(value: float) -> float:
    return max(-1.0, min(1.0, value))


@cache
def _notes() -> tuple[tuple[str, Place], ...]:
    return tuple(_read(row) for row in rows_of(NOTES))


@cache
def _wants() -> tuple[tuple[str, Place], ...]:
    return tuple(_read(row.split(maxsplit=1)[1]) for row in rows_of(WANTS))


def _read(row: str) -> tuple[str, Place]:
    found = _ROW.match(row)
    assert found is not None
    return found[3].replace(",", " |"), (float(found[1]), float(found[2]))
