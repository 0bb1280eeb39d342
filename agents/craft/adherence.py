"""How well a shot keeps to the look of the film, and what each role says of it."""

from cineledger.agents.craft.adherence_words import BROKEN, KEPT, WORDS
from cineledger.agents.craft.optics import USUAL
from cineledger.agents.craft.rule import Frame

_SPOKEN_OF = 0.66
"""How far a shot must keep to a look before a reason from another criterion mentions it."""


def adhere(frame: Frame, role: str) -> tuple[float, str]:
    """How far a shot keeps to the look, 0 to 1 (0.5 where the look asks nothing), and what a role says of
    it.
    """
    worth, axis, way = _measure(frame)
    if not axis:
        return 0.5, ""
    return worth, (KEPT if worth >= 0.5 else BROKEN)[axis, way].get(role, "")


def film(frame: Frame) -> str:
    """What the shot helps to keep the film (intimate, still …), or nothing where it does not stand out for
    it.
    """
    worth, axis, way = _measure(frame)
    return WORDS[axis][way > 0] if axis and worth >= _SPOKEN_OF else ""


def _measure(frame: Frame) -> tuple[float, str, int]:
    """How far the shot keeps to the look, on which axis that shows most, and which way the look leans on
    it.
    """
    look = frame.look
    fits = {
        "closeness": (look.closeness, _fit(frame.near, 0.5 + 0.5 * look.closeness)),
        "motion": (look.motion, _fit(frame.energy, 0.25 + (0.6 if look.motion > 0 else 0.25) * look.motion)),
        "contrast": (look.contrast, _contrast(frame)),
    }
    asked = sum(abs(value) for value, _ in fits.values())
    if asked < 0.1:
        return 0.5, "", 0
    mean = sum(abs(value) * fit for value, fit in fits.values()) / asked
    strength = min(1.0, 0.4 + max(abs(value) for value, _ in fits.values()))
    worth = 0.5 + (mean - 0.5) * strength
    sign = 1 if worth >= 0.5 else -1
    axis = max(fits, key=lambda name: sign * abs(fits[name][0]) * (fits[name][1] - 0.5))
    return worth, axis, 1 if fits[axis][0] > 0 else -1


def _fit(actual: float, wanted: float) -> float:
    return max(0.0, 1.0 - 1.6 * abs(actual - wanted))


def _contrast(frame: Frame) -> float:
    """Hard films want angles and short lenses; bright ones the camera level and the whole body (Block:
    affinity).
    """
    wide_lens = frame.s.lens_mm < USUAL[frame.s.size]
    if frame.look.contrast > 0:
        return 0.9 if frame.steep else 0.45 if wide_lens or frame.b.dark else 0.3
    return 0.1 if frame.steep else 0.85 if frame.s.size in ("MS", "MLS", "FS", "WS") else 0.55
