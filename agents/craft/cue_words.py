"""The words of cues: moods, in and out points, and what variations say."""

from cineledger.agents.craft.signs import Sign
from cineledger.domain.music.theory import FIFTH, FOURTH, Key, brighter, darker
from cineledger.domain.music.variation import Variation
from cineledger.domain.script.events import BeatKind

MOODS: tuple[tuple[float, float, str], ...] = (
    (-0.35, 0.35, "menacing"),
    (-0.35, -0.1, "uneasy"),
    (-0.35, -1.0, "grieving"),
    (-0.08, 0.35, "driven"),
    (-0.08, -0.05, "restless"),
    (-0.08, -1.0, "wistful"),
    (0.12, 0.35, "urgent"),
    (0.12, -0.05, "suspended"),
    (0.12, -1.0, "still"),
    (0.4, 0.35, "bold"),
    (0.4, -0.05, "warm"),
    (0.4, -1.0, "tender"),
    (1.01, 0.35, "elated"),
    (1.01, -0.05, "bright"),
    (1.01, -1.0, "at peace"),
)
"""Valence up to, arousal from → the mood; the first row that fits."""

PLAYED: dict[BeatKind, str] = {
    "silence": "held",
    "reveal": "suspended",
    "departure": "parting",
    "arrival": "opening",
    "action": "in motion",
    "outburst": "shaken",
    "exchange": "under the talk",
    "button": "wry",
}
"""The mood where nobody's feelings are known: what the beat does."""

BENDS: dict[BeatKind, tuple[float, float]] = {
    "silence": (-0.1, -0.3),
    "reveal": (-0.1, 0.0),
    "departure": (-0.2, -0.1),
    "action": (0.0, 0.15),
    "outburst": (-0.1, 0.3),
}
"""Feelings are known for a whole scene; how a beat of each kind differs from it, in valence and arousal."""

IN_ON: tuple[tuple[Sign, str], ...] = (
    ("touch", "in on the touch"),
    ("pause", "in as the talk stops"),
    ("look", "in on the look"),
    ("reveal", "in on what is found out"),
    ("exit", "in on the exit"),
    ("enter", "in on the entrance"),
    ("motion", "in on the movement"),
)
"""A sign in the line → how a cue that begins there comes in: where eyes and bodies move, music isn't noticed
beginning (Karlin and Wright; Davis)."""

SIGN_WORTH: dict[Sign, float] = {
    "touch": 0.9,
    "pause": 0.85,
    "reveal": 0.75,
    "look": 0.7,
    "exit": 0.75,
    "motion": 0.6,
    "enter": 0.45,
    "crowd": 0.4,
}
"""How much a line with a sign asks for music."""

LEANS: dict[str, dict[Sign, float]] = {
    "leitmotif": {"touch": 0.05, "exit": 0.05, "enter": 0.1},
    "driving": {"motion": 0.3, "pause": -0.35, "touch": -0.2, "look": -0.05},
    "sparse": {"pause": 0.05, "motion": -0.2, "enter": -0.15},
}
"""How the score that was decided bends that."""

ENOUGH: dict[str, float] = {"leitmotif": 0.55, "driving": 0.52, "sparse": 0.68}
"""From which worth a stretch is scored."""


def mood_of(valence: float, arousal: float) -> str:
    """A composer's word for how a stretch feels."""
    return next(word for most, least, word in MOODS if valence <= most and arousal >= least)


def key_of(key: Key, way: Variation, beside: Key | None = None) -> Key:
    """The key a variation stands in, always one that the theme's own leads to."""
    match way:
        case "darkened":
            return darker(key)
        case "brightened":
            return brighter(key)
        case "quickened":
            return key.moved(FIFTH)
        case "inverted" | "fragment":
            return key.moved(FOURTH)
        case "canon" if beside is not None:
            return Key(beside.tonic, key.mode)
        case _:
            return key


VARIATIONS: dict[Variation, str] = {
    "plain": "{theme} whole and plain",
    "fragment": "only the head of {theme}, in the subdominant",
    "augmented": "{theme} at half speed",
    "quickened": "{theme} in half values, a fifth up",
    "inverted": "{theme} upside down",
    "darkened": "{theme} reharmonised in {key}",
    "brightened": "{theme} turned to {key}",
    "canon": "{theme} in canon with {other}",
    "unresolved": "{theme} without its last note",
    "resolved": "{theme} whole, brought home and held",
    "source": "{source}, as the scene has it",
}
"""What becomes of a theme, as a composer would note it over the staff."""
