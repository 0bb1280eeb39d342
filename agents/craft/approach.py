"""How each role would make the whole film, from the vision and from the material."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from cineledger.agents.craft.adherence_words import WORDS
from cineledger.agents.craft.approach_words import AGREE, CLASH, FACTS, LEADS, TOO, WAYS
from cineledger.agents.craft.beats import heat
from cineledger.agents.craft.page import SPOKEN, playable
from cineledger.agents.craft.signs import find
from cineledger.agents.craft.vision import read_vision
from cineledger.domain.debate.options import Look
from cineledger.domain.fountain import parse_slug, read
from cineledger.domain.fountain.hours import hour_told
from cineledger.domain.fountain.screenplay import Element

AXES = tuple(WORDS)
CLOSE = 0.25
"""Weighted gap between two looks below which a role calls them the same film."""


class Material(NamedTuple):
    """What a script is made of; shares from 0 to 1."""

    talk: float
    """Of the playable characters, those spoken."""
    night: float
    """Of the scenes."""
    inside: float
    moving: float
    """Of the directions, those in which somebody travels."""
    heated: float
    """Of the speeches, those that exclaim."""
    quiet: float
    """Of the directions, those with a pause."""


class _Lean(NamedTuple):
    closeness: float
    motion: float
    contrast: float


@lru_cache(maxsize=8)
def material(script_text: str) -> Material:
    """What a script in Fountain is made of; all zero for an empty one."""
    scenes = read(script_text).scenes
    elements = [scene.elements[place] for scene in scenes for place in playable(scene.elements)]
    slugs = [parse_slug(scene.heading.text) for scene in scenes if scene.heading]
    spoken = [element for element in elements if element.kind in SPOKEN]
    done = [element for element in elements if element.kind == "action"]
    length = sum(len(element.text) for element in (*spoken, *done))
    return Material(
        talk=_share(sum(len(element.text) for element in spoken), length),
        night=_share(sum(hour_told(slug.day_night) == "night" for slug in slugs), len(slugs)),
        inside=_share(sum(slug.int_ext == "INT" for slug in slugs), len(slugs)),
        moving=_share(_count(done, "motion"), len(done)),
        heated=_share(sum(heat(element.text) >= 0.25 for element in spoken), len(spoken)),
        quiet=_share(_count(done, "pause"), len(done)),
    )


def approaches(role: str, vision_texts: Sequence[str], script_text: str, english: bool) -> tuple[str, Look]:
    """What the role proposes for the whole film: a statement, and the look it means.

    The vision leads; the role's craft and the material bend it, most where the vision is silent. `english`
    only says whether capitals and exclamation marks may be read as heat; everything else is counted in any
    language.
    """
    stuff = material(script_text)
    vision = read_vision(vision_texts)
    lean = _LEANS.get(role, _LEANS["director"])(stuff, english)
    bent = [
        round(max(-1.0, min(1.0, own + move * (1.0 - 0.5 * abs(own)))), 2) + 0.0
        for own, move in zip((vision.closeness, vision.motion, vision.contrast), lean, strict=True)
    ]
    look = Look(closeness=bent[0], motion=bent[1], contrast=bent[2])
    ways = [WAYS[axis][_third(value)] for axis, value in zip(AXES, bent, strict=True)]
    lead = LEADS.get(role, LEADS["director"])
    fact = next((f"; {say}" for whose, holds, say in FACTS if whose == role and holds(stuff)), "")
    return f"{lead}: {ways[0]}, {ways[1]}, {ways[2]}{fact}.", look


def _director(stuff: Material, english: bool) -> _Lean:
    """Performance first: near where people talk, on its feet where they run hot."""
    heated = stuff.heated if english else 0.0
    return _Lean(0.3 * (stuff.talk - 0.3), 0.6 * heated + 0.3 * stuff.moving - 0.3 * stuff.quiet, 0.0)


def _cinematographer(stuff: Material, english: bool) -> _Lean:
    """Image first: room around people, a camera that waits for a reason, shadows where there is night."""
    return _Lean(-0.2 - 0.3 * (1 - stuff.inside), -0.25 + 0.5 * stuff.moving, 0.15 + 0.4 * stuff.night)


def _writer(stuff: Material, english: bool) -> _Lean:
    """Story first: near the people, and quiet while they speak."""
    return _Lean(0.25 + 0.2 * stuff.talk, -0.15 - 0.4 * stuff.talk, -0.1)


_LEANS = {"director": _director, "cinematographer": _cinematographer, "writer": _writer}
_WEIGHTS = {
    "director": (0.4, 0.35, 0.25),
    "cinematographer": (0.3, 0.3, 0.4),
    "writer": (0.5, 0.3, 0.2),
}
"""What of a look each role minds most: closeness, motion, contrast."""


def judge_approach(role: str, look: Look, own: Look) -> float:
    """How near a look is to the role's own, 0 to 1, by what the role minds most."""
    return round(1.0 - sum(_gaps(role, look, own).values()) / 2, 4)


def approach_reason(role: str, look: Look, own: Look) -> str:
    """Why the role goes along with a look or not, in a sentence: where it is furthest from its own."""
    gaps = _gaps(role, look, own)
    axis = max(AXES, key=lambda name: gaps[name])
    role = role if role in CLASH else "director"
    if sum(gaps.values()) < CLOSE:
        strong = max(AXES, key=lambda name: abs(getattr(own, name)))
        way = getattr(own, strong)
        said = AGREE[role].format(film=f": {WORDS[strong][way >= 0]}" if abs(way) >= 0.3 else "")
        return said[0].upper() + said[1:]
    further = getattr(look, axis) - getattr(own, axis)
    way = 1 if further > 0 else -1
    much = "A step too" if abs(further) < 0.5 else "Much too" if abs(further) >= 1 else "Too"
    return f"{much} {TOO[axis, way]} for me: {CLASH[role][axis, way]}"


def _gaps(role: str, look: Look, own: Look) -> dict[str, float]:
    weights = _WEIGHTS.get(role, _WEIGHTS["director"])
    return {
        axis: weight * abs(getattr(look, axis) - getattr(own, axis))
        for axis, weight in zip(AXES, weights, strict=True)
    }


def _third(value: float) -> int:
    return 0 if value <= -0.2 else 2 if value >= 0.2 else 1


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _count(directions: Sequence[Element], sign: str) -> int:
    return sum(
        find("motion" if sign == "motion" else "pause", element.text) is not None for element in directions
    )
