"""What the orchestrator's vision and constraints ask of the camera: leanings, and limits that no shot may
break.
"""

# Full-width and Cyrillic marks that look like Latin ones are meant: scripts are typed with them.

import re
import unicodedata
from collections.abc import Sequence

from cineledger.agents.craft.limits import NO_LIMITS, Limits, allowed, read_limits, within
from cineledger.agents.craft.vision_words import AXES, NEGATIONS, NOT_LATIN
from cineledger.domain.debate.options import Look

__all__ = ["NO_LIMITS", "Limits", "allowed", "read_limits", "read_vision", "within"]

_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[.;!?\n。；！？]")
_STOPS = frozenset(".;!?\n。；！？")
_NEGATED = 3
"""Words a negation reaches forward: “no shaky handheld”, “never too close”."""
_FLIPPED = -0.7
"""A refusal leans the other way, but less than asking for the opposite."""


def read_vision(texts: Sequence[str]) -> Look:
    """The look that vision, constraints and broadcasts ask for; texts in order of time, later ones weigh
    more.

    Each known word leans on an axis; an axis is the weighted mean of the words that speak of it, 0 where
    none does.
    """
    leanings: list[tuple[float, tuple[float, float, float]]] = []
    for place, text in enumerate(texts):
        weight = 1.0 + place / max(1, len(texts) - 1) if len(texts) > 1 else 1.0
        leanings.extend((weight, leaning) for leaning in _leanings(text))
    return Look(closeness=_axis(leanings, 0), motion=_axis(leanings, 1), contrast=_axis(leanings, 2))


def _axis(leanings: Sequence[tuple[float, tuple[float, float, float]]], axis: int) -> float:
    speaking = [(weight, leaning[axis]) for weight, leaning in leanings if leaning[axis]]
    if not speaking:
        return 0.0
    mean = sum(weight * value for weight, value in speaking) / sum(weight for weight, _ in speaking)
    return round(max(-1.0, min(1.0, mean)), 2) + 0.0


def _leanings(text: str) -> list[tuple[float, float, float]]:
    text = unicodedata.normalize("NFC", text).casefold().replace("’", "'")
    found = [leaning for word, leaning in NOT_LATIN.items() for _ in range(text.count(word))]
    refused = 0
    tokens = _TOKEN.findall(text)
    for place, token in enumerate(tokens):
        if token in _STOPS:
            refused = 0
        elif token in NEGATIONS:
            refused = _NEGATED + 1
        else:
            leaning = AXES.get(f"{token} {tokens[place + 1]}") if place + 1 < len(tokens) else None
            leaning = leaning or AXES.get(token) or _inflected(token)
            if leaning:
                sign = _FLIPPED if refused else 1.0
                found.append((leaning[0] * sign, leaning[1] * sign, leaning[2] * sign))
                refused = min(refused, 2)
        refused = max(0, refused - 1)
    return found


def _inflected(token: str) -> tuple[float, float, float] | None:
    """Plural, -ly, -ness and -s forms of a known word."""
    for ending in ("s", "es", "ly", "ness", "liness", "ally"):
        if token.endswith(ending):
            stem = token[: -len(ending)]
            if leaning := AXES.get(stem) or (AXES.get(stem + "y") if ending.startswith("li") else None):
                return leaning
    return None
