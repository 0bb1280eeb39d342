"""How long a shot stays, by the pacing that was decided, by its beat and by what was said of the cut."""

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from cineledger.agents.craft.passages import Passage
from cineledger.domain.debate.options import Look
from cineledger.domain.edit.events import Pace
from cineledger.domain.script.events import BeatKind


class Tempo(NamedTuple):
    """What a way of pacing means at the bench, in seconds."""

    target: float
    """A shot at an exchange of middling heat."""
    least: float
    """No shot is shorter, if the lines allow."""
    hold: float
    """After a silence."""
    air: float
    """Where a place is new, and on the last frame."""
    flicker: float
    """What it minds a shot that is shorter than it should be, and …"""
    drag: float
    """… one that is longer; 1 is usual."""


TEMPI: dict[str, Tempo] = {
    "long takes": Tempo(target=18.0, least=3.0, hold=3.0, air=2.0, flicker=1.6, drag=0.4),
    "classical": Tempo(target=7.0, least=1.2, hold=1.5, air=1.0, flicker=1.0, drag=1.0),
    "quick": Tempo(target=3.0, least=1.0, hold=0.7, air=0.5, flicker=0.5, drag=1.5),
}
"""Shots ran for 8 to 11 seconds on average in the studio years, 5 to 8 in the seventies, 3 to 6 since (Bordwell)."""
USUAL = "classical"
"""How a film is cut whose pacing nobody decided."""

BREATH: dict[BeatKind, float] = {
    "silence": 1.7,
    "departure": 1.25,
    "button": 1.25,
    "arrival": 1.2,
    "exchange": 1.0,
    "reveal": 0.95,
    "action": 0.75,
    "outburst": 0.65,
}
"""A beat's own measure of the target."""

PACES: tuple[tuple[float, Pace], ...] = (
    (3.6, "fast"),
    (6.0, "brisk"),
    (10.0, "measured"),
    (math.inf, "slow"),
)
"""Average shot length below which a scene has a pace."""

VARY = "running at one pace"
QUICKEN = "slower than what leads up to it"
TRIM = "longer than it weighs"
ALIKE = "every cut is as long as the last"
"""What a note of the director's on the pacing says, whatever stands around it; the editor knows it by these words."""
_HOT = 0.35
"""Heat from which a scene that is to differ goes faster, not slower."""


class Heeded(NamedTuple):
    """What notes do to a scene's tempo, as factors."""

    target: float = 1.0
    air: float = 1.0
    swing: float = 1.0
    """How much further than usual beats depart from the target."""


AS_USUAL = Heeded()
_FASTER, _SLOWER = Heeded(target=0.6, air=0.5), Heeded(target=1.7, air=1.8)
_BY_WORDS: tuple[tuple[re.Pattern[str], Heeded], ...] = (
    (re.compile(QUICKEN), _FASTER),
    (re.compile(TRIM), Heeded(target=0.8, air=0.0)),
    (re.compile(ALIKE), Heeded(swing=1.8)),
    (
        re.compile(r"\b(?:quicker|faster|tighter|shorter|brisker|drags?|too (?:slow|long))\b", re.IGNORECASE),
        _FASTER,
    ),
    (
        re.compile(
            r"\b(?:slower|longer|linger|hold it|breathe|too (?:fast|quick|short)|rushed)\b", re.IGNORECASE
        ),
        _SLOWER,
    ),
)
"""The director's own words first, then what anybody would say."""


def heeded(notes: Sequence[str], heat: float) -> Heeded:
    """Notes read by their words, each by the first it holds; a scene told to differ goes the way its heat points."""
    heed = AS_USUAL
    for note in notes:
        factors = next((factors for words, factors in _BY_WORDS if words.search(note)), AS_USUAL)
        if VARY in note:
            factors = _FASTER if heat >= _HOT else _SLOWER
        heed = Heeded(*(a * b for a, b in zip(heed, factors, strict=True)))
    return heed._replace(target=max(0.4, min(2.0, heed.target)), swing=min(2.5, heed.swing))


def seen_by(tempo: Tempo, look: Look) -> Tempo:
    """A way of pacing as the film's look bends it: restless and bright is quicker, far and hard stays longer."""
    lean = -0.7 * look.motion - 0.35 * look.closeness + 0.5 * look.contrast
    return tempo._replace(target=round(tempo.target * 2 ** max(-1.0, min(1.0, lean)), 2))


def target(passage: Passage, tempo: Tempo, heed: Heeded) -> float:
    """Seconds a shot should stay that begins with a passage: less where it is hot, more where it is still."""
    own = BREATH[passage.kind] * (1.3 - 0.8 * passage.tension)
    return float(tempo.target * heed.target * own**heed.swing)


def pace(average: float) -> Pace:
    """What one calls a scene whose shots stay so long on average."""
    return next(name for most, name in PACES if average < most)
