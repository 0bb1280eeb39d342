"""What somebody feels, as three numbers, and how events move it: a layered model of affect.

The axes are pleasure, arousal and dominance (Mehrabian and Russell 1974). Emotions are those of Ortony, Clore and
Collins (1988), each with its place on the axes and pulling the mood towards it, as in ALMA (Gebhard 2005).
"""

from collections.abc import Iterable, Mapping
from typing import Literal

from pydantic import Field

from cineledger.domain.cast.identity import Identity
from cineledger.domain.value import Value

Emotion = Literal[
    "joy",
    "distress",
    "hope",
    "fear",
    "satisfaction",
    "fears confirmed",
    "relief",
    "disappointment",
    "happy for",
    "pity",
    "gloating",
    "resentment",
    "pride",
    "shame",
    "admiration",
    "reproach",
    "gratification",
    "remorse",
    "gratitude",
    "anger",
    "love",
    "hate",
]
"""What an event can be to somebody (Ortony, Clore and Collins 1988)."""


class Affect(Value):
    """A place on the three axes."""

    valence: float = Field(ge=-1, le=1)
    """-1 misery to 1 joy."""
    arousal: float = Field(ge=-1, le=1)
    """-1 sleep to 1 frenzy."""
    dominance: float = Field(ge=-1, le=1)
    """-1 at the mercy of things to 1 in command of them."""


EVEN = Affect(valence=0, arousal=0, dominance=0)
UNKNOWN = "unknown"
"""What a mood is called that nobody could tell."""

PLACES: Mapping[Emotion, tuple[float, float, float]] = {
    "joy": (0.4, 0.2, 0.1),
    "distress": (-0.4, -0.2, -0.5),
    "hope": (0.2, 0.2, -0.1),
    "fear": (-0.64, 0.6, -0.43),
    "satisfaction": (0.3, -0.2, 0.4),
    "fears confirmed": (-0.5, -0.3, -0.7),
    "relief": (0.2, -0.3, 0.4),
    "disappointment": (-0.3, 0.1, -0.4),
    "happy for": (0.4, 0.2, 0.2),
    "pity": (-0.4, -0.2, -0.5),
    "gloating": (0.3, -0.3, -0.1),
    "resentment": (-0.2, -0.3, -0.2),
    "pride": (0.4, 0.3, 0.3),
    "shame": (-0.3, 0.1, -0.6),
    "admiration": (0.5, 0.3, -0.2),
    "reproach": (-0.3, -0.1, 0.4),
    "gratification": (0.6, 0.5, 0.4),
    "remorse": (-0.3, 0.1, -0.6),
    "gratitude": (0.4, 0.2, -0.3),
    "anger": (-0.51, 0.59, 0.25),
    "love": (0.3, 0.1, 0.2),
    "hate": (-0.6, 0.6, 0.3),
}
"""Where each emotion lies on the axes (Gebhard 2005, table 2)."""

HALF_LIFE = 8.0
"""Hours of the story in which half of a mood is gone: it outlasts a scene, and sleep takes most of it."""
PULL = 1.2
"""How far the strongest emotion takes an even mood, as a share of its place on the axes."""
MOST, STRONG = 0.5, 0.8
"""The furthest that a scene moves a mood on an axis, unless an emotion in it is as strong as this."""
EVEN_WITHIN = 0.1
"""Distance from the middle within which a mood is even."""
SLIGHT, MODERATE = 0.577, 1.155
"""A third and two thirds of the way from the middle to a corner (Gebhard 2005)."""

_OCTANTS: Mapping[tuple[bool, bool, bool], str] = {
    (True, True, True): "exuberant",
    (True, True, False): "dependent",
    (True, False, True): "relaxed",
    (True, False, False): "docile",
    (False, True, True): "hostile",
    (False, False, True): "disdainful",
    (False, True, False): "anxious",
    (False, False, False): "bored",
}
"""Pleasant or not, roused or not, in command or not → Mehrabian's name for it (1996)."""


def temperament(identity: Identity | None) -> Affect:
    """The mood of somebody to whom nothing happens, by the five factors (Mehrabian 1996); even where none is known."""
    if identity is None:
        return EVEN
    openness, care, outgoing, kind, stable = (
        identity.on(facet) or 0.0
        for facet in ("openness", "conscientiousness", "extraversion", "agreeableness", "stability")
    )
    return _at(
        0.21 * outgoing + 0.59 * kind + 0.19 * stable,
        0.15 * openness + 0.30 * kind - 0.57 * stable,
        0.25 * openness + 0.17 * care + 0.60 * outgoing - 0.32 * kind,
    )


def decayed(left: Affect, towards: Affect, hours: float) -> Affect:
    """What is left of a mood after so many hours: over a cut all of it, in the end what she is like."""
    kept = 0.5 ** (max(0.0, hours) / HALF_LIFE)
    return _at(*(end + (start - end) * kept for start, end in zip(_axes(left), _axes(towards), strict=True)))


def moved(came: Affect, emotions: Iterable[tuple[Emotion, float]]) -> Affect:
    """Where emotions take a mood, in their order, each by its intensity from 0 to 1.

    Each takes it the way of its place on the axes: further where the mood lies on the other side, which is what Gebhard
    (2005) calls the pull, less the nearer it has been pushed to the end. No axis moves by more than MOST in all,
    unless an emotion is STRONG.
    """
    mood, felt = _axes(came), tuple(emotions)
    for emotion, intensity in felt:
        mood = tuple(_drawn(now, place, intensity) for now, place in zip(mood, PLACES[emotion], strict=True))
    if all(intensity < STRONG for _, intensity in felt):
        mood = tuple(
            max(start - MOST, min(start + MOST, now)) for start, now in zip(_axes(came), mood, strict=True)
        )
    return _at(*mood)


def named(mood: Affect) -> str:
    """What a mood is called: its octant, and how far from the middle it lies."""
    valence, arousal, dominance = _axes(mood)
    length = (valence**2 + arousal**2 + dominance**2) ** 0.5
    if length < EVEN_WITHIN:
        return "even"
    octant = _OCTANTS[valence >= 0, arousal >= 0, dominance >= 0]
    degree = "slightly" if length < SLIGHT else "moderately" if length < MODERATE else "fully"
    return f"{degree} {octant}"


def _drawn(now: float, place: float, intensity: float) -> float:
    room = 1 - abs(now) if now * place > 0 else 1 + abs(now)
    return max(-1.0, min(1.0, now + PULL * intensity * place * room))


def _axes(mood: Affect) -> tuple[float, ...]:
    return mood.valence, mood.arousal, mood.dominance


def _at(*axes: float) -> Affect:
    valence, arousal, dominance = (round(max(-1.0, min(1.0, axis)), 2) + 0.0 for axis in axes)
    return Affect(valence=valence, arousal=arousal, dominance=dominance)
