"""Scenes assembled out of their shots."""

from typing import ClassVar, Literal

from pydantic import Field

from cineledger.domain.value import Value
from cineledger.domain.work.work import Mentions, Work

Transition = Literal[
    "FADE IN", "CUT", "HARD CUT", "MATCH CUT", "DISSOLVE", "FADE", "PRELAP", "POSTLAP", "WIPE", "FADE OUT"
]
Pace = Literal["slow", "measured", "brisk", "fast"]


class Cut(Value):
    """A stretch of a shot in the assembly."""

    shot: str
    first: int
    last: int
    """Places of the script elements that play in it, counted from 0 within the scene."""
    seconds: float = Field(gt=0)
    why: str
    """Why the film is on this shot here."""


class SceneAssembled(Work):
    """A scene put together: which shot plays what, how long, and how one comes into it."""

    BY: ClassVar[str] = "editor"
    KEY: ClassVar[tuple[str, ...]] = ("scene",)
    NOUN: ClassVar[str] = "scene assembled"

    scene: str
    transition: Transition
    """From the scene before into this one."""
    transition_why: str
    pace: Pace
    heat: float = Field(default=0, ge=0, le=1)
    """How hot its lines run."""
    cuts: tuple[Cut, ...]
    seconds: float = Field(ge=0)
    ending: Transition | None = None
    """How the film goes out of it, where it is the last; None where the next scene's transition says."""
    ending_why: str = ""
    heeds: tuple[str, ...] = ()
    """The notes on it that it was cut by."""

    def mentions(self) -> Mentions:
        lines = tuple((self.scene, line) for cut in self.cuts for line in (cut.first, cut.last))
        return Mentions(scenes=(self.scene,), lines=lines, shots=tuple(cut.shot for cut in self.cuts))
