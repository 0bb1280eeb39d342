"""What somebody feels, as three numbers, and how events move it: a layered model of affect.

The axes are pleasure, arousal and dominance (Mehrabian and Russell 1974). Emotions are those of Ortony, Clore and
Collins (1988), each with its place on the axes and pulling the mood towards it, as in ALMA (Gebhard 2005).
"""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

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
