"""Acts and turning points, the arcs of the main characters, themes and where they show."""

from typing import ClassVar, Literal

from pydantic import Field

from cineledger.domain.value import Value
from cineledger.domain.work.work import Mentions, Work

Turn = Literal[
    "opening", "inciting incident", "first turn", "midpoint", "second turn", "climax", "closing image"
]
ArcShape = Literal[
    "rise", "fall", "rise-fall", "fall-rise", "rise-fall-rise", "fall-rise-fall", "flat", "unknown"
]


class Act(Value):
    """A run of scenes between turns."""

    act: int = Field(ge=1)
    first: str
    last: str
    """Its first and last scene."""
    eighths: int
    share: float = Field(ge=0, le=1)
    """Of the film's pages."""
    aim: float = Field(ge=0, le=1)
    """What share the craft would expect."""


class TurningPoint(Value):
    """Where the story turns."""

    point: Turn
    scene: str
    beat: int | None
    line: int | None
    quote: str
    falls: float = Field(ge=0, le=1)
    """Where it falls in the film's pages, 0 its beginning to 1 its end."""
    aim: float = Field(ge=0, le=1)
    """Where the craft would expect it."""


class SceneNote(Value):
    """What the writer would do about a scene that does not turn, or that plays another again."""

    scene: str
    other: str | None
    """The scene it repeats."""
    line: int | None
    text: str


class StructureRead(Work):
    """The film divided into acts, and the points on which it turns."""

    BY: ClassVar[str] = "writer"
    NOUN: ClassVar[str] = "structure"

    acts: tuple[Act, ...]
    points: tuple[TurningPoint, ...]
    balance: str
    """What the page counts say, in a sentence."""
    notes: tuple[SceneNote, ...] = ()
    """On scenes that do not turn or that repeat another, the heaviest first."""

    def mentions(self) -> Mentions:
        scenes = {act.first for act in self.acts} | {act.last for act in self.acts}
        cited = [(p.scene, p.line) for p in self.points] + [(n.scene, n.line) for n in self.notes]
        scenes |= {scene for scene, _ in cited} | {n.other for n in self.notes if n.other is not None}
        lines = tuple((scene, line) for scene, line in cited if line is not None)
        return Mentions(scenes=tuple(sorted(scenes)), lines=lines)


class ArcStep(Value):
    """A scene in which a character's standing moves."""

    scene: str
    valence: float | None = Field(ge=-1, le=1)
    """-1 misery to 1 joy; None where unknown."""
    moves: str
    """What is gained, lost or learned."""
    line: int | None
    quote: str


class ArcDrawn(Work):
    """The way of a main character through the film."""

    BY: ClassVar[str] = "showrunner"
    KEY: ClassVar[tuple[str, ...]] = ("character",)
    NOUN: ClassVar[str] = "arc"

    character: str
    shape: ArcShape
    wants: str
    """What the lines say she wants, quoted; empty where they do not."""
    begins: str
    ends: str
    """What she feels there, with the line; `unknown` where the lines do not say."""
    steps: tuple[ArcStep, ...]
    across: tuple[str, ...] = ()
    """What episodes do to it: where she is missing, where the next begins elsewhere than the last ended."""

    def mentions(self) -> Mentions:
        lines = tuple((s.scene, s.line) for s in self.steps if s.line is not None)
        return Mentions(scenes=tuple(s.scene for s in self.steps), lines=lines, people=(self.character,))


class Showing(Value):
    """A line in which a theme shows."""

    scene: str
    line: int
    quote: str


class ThemeFound(Work):
    """What the film is about, as far as its words say it."""

    BY: ClassVar[str] = "showrunner"
    KEY: ClassVar[tuple[str, ...]] = ("theme",)
    NOUN: ClassVar[str] = "theme"

    theme: str
    words: tuple[str, ...]
    """The words it was found by, as the script has them."""
    weight: float = Field(ge=0, le=1)
    """Its share of all that was found."""
    showings: tuple[Showing, ...]
    across: tuple[str, ...] = ()
    """Which episodes it carries over, and where it is dropped."""

    def mentions(self) -> Mentions:
        return Mentions(lines=tuple((s.scene, s.line) for s in self.showings))
