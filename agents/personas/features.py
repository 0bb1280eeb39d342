"""What a proposal is made of, as lessons speak of it: one value on each of a few axes."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import get_args

from cineledger.agents.craft.limit_words import LADDER, MOVES, TERMS
from cineledger.agents.craft.optics import CLOSENESS
from cineledger.domain.debate.options import (
    ApproachOption,
    ChoiceOption,
    Option,
    RevisionOption,
    ShotOption,
    TradeOffOption,
)
from cineledger.domain.persona.events import Sign
from cineledger.domain.shots.events import ShotSpec
from cineledger.domain.words import COVERAGE, REVISION, SIZES, TECHNICAL, Angle, Movement, ShotSize, ShotType

SHOTS = "shots"
"""What lessons about shots bear on, whatever the subject they were asked on."""

Feature = tuple[str, str]
"""An axis, and where a proposal is on it."""

NEAR, FAR = 0.6, 0.3
"""From MCU on a frame is near, up to FS it is far; 0 to 1."""
HELD = ("STATIC", "RACK")
"""Movements in which the camera itself stays where it is."""
CLEAR = 0.3
"""How far from the middle an axis of a look, -1 to 1, says something."""


def on(subject: str) -> str:
    """What lessons learned on a subject bear on."""
    return SHOTS if subject in (COVERAGE, REVISION, TECHNICAL) else subject


def features(option: Option | None) -> Mapping[str, str]:
    """Axis → value of whatever was put forward; none for what lessons do not take apart."""
    match option:
        case ShotOption() | RevisionOption():
            return features_of_shot(option.spec)
        case ChoiceOption():
            return {"choice": option.choice}
        case TradeOffOption():
            return {"way": option.way}
        case ApproachOption(look=look):
            camera = {"camera": "moving" if look.motion > 0 else "still"} if abs(look.motion) >= CLEAR else {}
            near = look.closeness > 0
            distance = {"distance": "near" if near else "far"} if abs(look.closeness) >= CLEAR else {}
            return {**camera, **distance}
    return {}


def features_of_shot(spec: ShotSpec) -> Mapping[str, str]:
    """The same of a shot: what it does, how near it is, from where, of what kind."""
    found = {
        "movement": spec.movement,
        "camera": "still" if spec.movement in HELD else "moving",
        "size": spec.size,
        "angle": spec.angle,
        "type": spec.type,
    }
    return found if spec.size == "INSERT" else found | {"distance": distance(spec.size)}


def distance(size: ShotSize) -> str:
    """near, middle or far"""
    closeness = CLOSENESS[size]
    return "near" if closeness >= NEAR else "far" if closeness <= FAR else "middle"


@lru_cache(maxsize=1_024)
def named(text: str) -> tuple[Feature, ...]:
    """The features that somebody's words name, in the trade's words; what is not named so says nothing."""
    clause = text.replace("’", "'").casefold()
    words = [word for pattern, meant in TERMS if re.search(pattern, clause) for word in meant]
    found = [(axis, word) for word in words for axis, known in _AXES if word in known]
    moving = [word for axis, word in found if axis == "movement" and word not in HELD]
    if re.search(MOVES, clause) or re.search(_MOVING, clause):
        found.append(("camera", "moving"))
    elif not moving and re.search(_STILL, clause):
        found.append(("camera", "still"))
    sizes = {word for axis, word in found if axis == "size"}
    found += [("distance", each) for each in sorted({distance(size) for size in LADDER if size in sizes})]
    return tuple(dict.fromkeys(found))


_AXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("movement", get_args(Movement)),
    ("size", SIZES),
    ("angle", get_args(Angle)),
    ("type", get_args(ShotType)),
)
_MOVING = r"\bmov(?:es?|ed|ing|ements?)\b|двиг|движ|移动|运动"
_STILL = r"\bstill(?:ness)?\b|\bstatic\b|\blocked\b|\btripod\b|статичн|неподвиж|固定|静止"

_NOUNS = {
    ("camera", "moving"): "a moving camera",
    ("camera", "still"): "a still camera",
    ("distance", "near"): "a near frame",
    ("distance", "middle"): "a frame at middle distance",
    ("distance", "far"): "a far frame",
    ("movement", "STATIC"): "a static shot",
    ("movement", "TRACK"): "a tracking shot",
    ("movement", "PUSH"): "a push-in",
    ("movement", "PULL"): "a pull-back",
    ("movement", "HANDHELD"): "a handheld shot",
    ("movement", "DOLLY"): "a dolly shot",
    ("movement", "PAN"): "a pan",
    ("movement", "WHIP"): "a whip pan",
    ("movement", "RACK"): "a rack focus",
    ("movement", "CRANE"): "a crane shot",
    ("type", "OTS"): "an over-the-shoulder shot",
    ("type", "2S"): "a two-shot",
    ("type", "3S"): "a three-shot",
    ("type", "POV"): "a point of view",
    ("type", "ESTABLISHING"): "an establishing shot",
    ("angle", "EYE"): "eye level",
    ("angle", "OVERHEAD"): "a shot from straight above",
}


def noun(feature: str) -> str:
    """A feature as it is told: a tracking shot, a CU, “sparse”."""
    axis, _, value = feature.partition("=")
    if not axis:
        return "what was put forward"
    if axis in ("choice", "way"):
        return f"“{value.replace('_', ' ')}”"
    plain = {"size": f"the size {value}", "angle": f"a {value.casefold()} angle"}
    other = f"a {value.casefold()} shot"
    return _NOUNS.get((axis, value)) or plain.get(axis, other)


def direction(feature: str, speaks: Sign) -> Feature:
    """Where a lesson leads: to a still camera, away from near frames; finer features lead where their family does."""
    axis, _, value = feature.partition("=")
    if axis in ("movement", "camera"):
        still = value in (*HELD, "still")
        return "camera", "still" if still == (speaks == "for") else "moving"
    if axis == "size" and value in LADDER:
        axis, value = "distance", distance(value)
    return axis, f"{speaks} {value}"
