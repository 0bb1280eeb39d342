"""How well a shot keeps to the look of the film, and what to say of it."""

from cineledger.agents.craft.optics import USUAL
from cineledger.agents.craft.rule import Frame

WORDS = {
    "closeness": ("epic", "intimate"),
    "motion": ("still", "restless"),
    "contrast": ("bright, open", "hard-shadowed"),
}
"""Axis → what a film at its lower and at its upper end is called."""

KEPT = {
    ("closeness", 1): "we promised an intimate film; {shot} stays near enough at {line} to hear breathing",
    ("closeness", -1): "an epic keeps its people small: {shot} leaves {line} a horizon",
    ("motion", 1): "this film never rests; {shot} keeps it on its feet through {line}",
    ("motion", -1): "the film is to be still, and {shot} lets {line} come to it",
    ("contrast", 1): "the look is hard shadow and tilted ground; {shot} gives {line} both",
    ("contrast", -1): "bright and level, so the joke is theirs: {shot} lets {line} land by itself",
}
BROKEN = {
    ("closeness", 1): "we promised an intimate film, and {shot} takes {line} away from us",
    ("closeness", -1): "an epic loses its scale here: {shot} shuts the world out at {line}",
    ("motion", 1): "this film never rests, and {shot} sits down at {line}",
    ("motion", -1): "the film is to be still; {shot} fidgets through {line}",
    ("contrast", 1): "the look is hard shadow and tilted ground; {shot} is too polite for {line}",
    ("contrast", -1): "the film is bright and level; {shot} hangs a shadow over {line}",
}
"""Axis and its direction → what keeping to it, or breaking it, means."""


def adhere(frame: Frame) -> tuple[float, str]:
    """How far a shot keeps to the look, 0 to 1 (0.5 where the look asks nothing), and what to say of it."""
    look = frame.look
    fits = {
        "closeness": (look.closeness, _fit(frame.near, 0.5 + 0.5 * look.closeness)),
        "motion": (look.motion, _fit(frame.energy, 0.25 + (0.6 if look.motion > 0 else 0.25) * look.motion)),
        "contrast": (look.contrast, _contrast(frame)),
    }
    asked = sum(abs(value) for value, _ in fits.values())
    if asked < 0.1:
        return 0.5, ""
    mean = sum(abs(value) * fit for value, fit in fits.values()) / asked
    strength = min(1.0, 0.4 + max(abs(value) for value, _ in fits.values()))
    worth = 0.5 + (mean - 0.5) * strength
    sign = 1 if worth >= 0.5 else -1
    axis = max(fits, key=lambda name: sign * abs(fits[name][0]) * (fits[name][1] - 0.5))
    table = KEPT if sign > 0 else BROKEN
    return worth, table[axis, 1 if fits[axis][0] > 0 else -1]


def _fit(actual: float, wanted: float) -> float:
    return max(0.0, 1.0 - 1.6 * abs(actual - wanted))


def _contrast(frame: Frame) -> float:
    """Hard films want angles and short lenses; bright ones want the camera level and the whole body (Block: affinity)."""
    wide_lens = frame.s.lens_mm < USUAL[frame.s.size]
    if frame.look.contrast > 0:
        return 0.9 if frame.steep else 0.45 if wide_lens or frame.b.dark else 0.3
    return 0.1 if frame.steep else 0.85 if frame.s.size in ("MS", "MLS", "FS", "WS") else 0.55
