"""Spotting, scene by scene, and the ambience of each set."""

from typing import ClassVar, Literal

from pydantic import Field

from cineledger.domain.value import Value
from cineledger.domain.work.work import Mentions, Work

SpotClass = Literal["DX", "ADR", "AMB", "SFX", "FLY", "MX"]
"""Dialogue, dialogue recorded later, ambience, effects, foley, music."""
Perspective = Literal["close", "room", "distant", "offscreen"]


class Spot(Value):
    """A sound at a line."""

    kind: SpotClass
    first: int
    last: int
    """Places of the script elements it is heard at, counted from 0 within the scene."""
    what: str
    quote: str
    """The words of the script that ask for it; empty for what they only imply."""
    perspective: Perspective
    priority: int = Field(ge=1, le=5)
    """1 leads the mix."""


class SceneSpotted(Work):
    """What a scene sounds like, and what leads."""

    BY: ClassVar[str] = "sound_designer"
    KEY: ClassVar[tuple[str, ...]] = ("scene",)
    NOUN: ClassVar[str] = "scene spotted"

    scene: str
    leads: SpotClass
    """What the mix is built around."""
    spots: tuple[Spot, ...]

    def mentions(self) -> Mentions:
        lines = tuple((self.scene, line) for spot in self.spots for line in (spot.first, spot.last))
        return Mentions(scenes=(self.scene,), lines=lines)


class AmbienceDesigned(Work):
    """What a set sounds like when nobody does anything."""

    BY: ClassVar[str] = "sound_designer"
    KEY: ClassVar[tuple[str, ...]] = ("set",)
    NOUN: ClassVar[str] = "ambience"

    set: str
    layers: tuple[str, ...]
    """From what is nearest to what is furthest."""
    by_time: tuple[tuple[str, str], ...]
    """Time of day, as slug lines have it, and what changes then."""

    def mentions(self) -> Mentions:
        return Mentions(sets=(self.set,))
