"""Blocking, lighting, and the details of a scene's shots."""

from typing import ClassVar, Literal

from pydantic import Field

from cineledger.domain.value import Value
from cineledger.domain.work.work import Mentions, Work

LightKey = Literal["HIGH", "MID", "LOW"]
LightRole = Literal["KEY", "FILL", "BACK", "PRACTICAL", "AMBIENT"]
LightQuality = Literal["HARD", "SOFT"]
Eyeline = Literal["LEFT", "RIGHT", "LENS"]
Camera = Literal["A", "B"]


class Mark(Value):
    """Where somebody stands on the floor plan, as the camera's side of the line sees it."""

    who: str
    at: str
    """In words: by the door, at the table."""
    x: float = Field(ge=0, le=1)
    """From 0, left of frame, to 1, right."""
    y: float = Field(ge=0, le=1)
    """From 0, nearest to the camera, to 1, the back of the set."""


class Move(Value):
    """Somebody goes somewhere at a line."""

    line: int
    """Place of the script element that has it, counted from 0 within the scene."""
    how: str
    """enters, crosses, sits, exits …"""
    to: Mark


class SceneBlocked(Work):
    """Where everybody in a scene stands and goes, and the line that the camera stays on one side of."""

    BY: ClassVar[str] = "director"
    KEY: ClassVar[tuple[str, ...]] = ("scene",)
    NOUN: ClassVar[str] = "scene blocked"

    scene: str
    marks: tuple[Mark, ...]
    """Where people stand as the scene begins, or as they come in."""
    moves: tuple[Move, ...]
    """In the order of the script."""
    axis: tuple[str, str] | None
    """The two between whom the line runs: the first looks right, the second left. None with fewer than two."""
    holds: str | None
    """Who has the upper hand in it; None where nobody clearly has."""

    def mentions(self) -> Mentions:
        people = {m.who for m in self.marks} | {m.to.who for m in self.moves} | set(self.axis or ())
        people |= set() if self.holds is None else {self.holds}
        lines = tuple((self.scene, move.line) for move in self.moves)
        return Mentions(scenes=(self.scene,), lines=lines, people=tuple(sorted(people)))


class Source(Value):
    """A light, and what in the scene makes it plausible."""

    name: str
    """What the audience takes it for: the window, the bedside lamp."""
    role: LightRole
    quality: LightQuality
    kelvin: int = Field(ge=1000, le=20000)


class SceneLit(Work):
    """How a scene is lit."""

    BY: ClassVar[str] = "cinematographer"
    KEY: ClassVar[tuple[str, ...]] = ("scene",)
    NOUN: ClassVar[str] = "scene lit"

    scene: str
    key_light: LightKey
    """High: little shadow; low: much of it."""
    ratio: float = Field(ge=1, le=64)
    """Key and fill together against fill: 2 is soft, 8 is hard."""
    kelvin: int = Field(ge=1000, le=20000)
    """The colour that the scene is balanced to."""
    colour: str
    """In words: cold moonlight against one warm lamp."""
    mood: str
    sources: tuple[Source, ...]

    def mentions(self) -> Mentions:
        return Mentions(scenes=(self.scene,))


class ShotDetail(Value):
    """What a shot list says of a shot beside its frame."""

    shot: str
    camera: Camera
    """A; B where a second camera runs along."""
    eyeline: Eyeline | None
    """Where its subject looks; None where it has none."""
    vfx: str | None
    props: tuple[str, ...]
    board_ref: str
    """The storyboard frame."""


class ShotsDetailed(Work):
    """The rest of the shot list's columns, for a scene."""

    BY: ClassVar[str] = "cinematographer"
    KEY: ClassVar[tuple[str, ...]] = ("scene",)
    NOUN: ClassVar[str] = "shot list completed"

    scene: str
    details: tuple[ShotDetail, ...]

    def mentions(self) -> Mentions:
        return Mentions(scenes=(self.scene,), shots=tuple(detail.shot for detail in self.details))
