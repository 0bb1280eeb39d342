"""What a scene does to somebody: what she wants in it, what its events are to her, and the mood it leaves her in."""

from typing import ClassVar

from pydantic import Field

from cineledger.domain.cast.affect import Affect, Emotion
from cineledger.domain.value import Value
from cineledger.domain.work.work import Mentions, Work


class Appraisal(Value):
    """What one event of a scene is to somebody."""

    emotion: Emotion
    intensity: float = Field(gt=0, le=1)
    line: int
    """Place of the element, counted from 0 within the scene."""
    quote: str
    toward: str = ""
    """The character it is about; empty where it is about things."""
    because: str
    """What it does to what she wants."""


class SceneLived(Work):
    """A character lived through a scene: her goal in it, what its events were to her, and her mood before and after."""

    BY: ClassVar[str] = "cast"
    KEY: ClassVar[tuple[str, ...]] = ("character", "scene")
    NOUN: ClassVar[str] = "scene lived"
    WHOLE: ClassVar[bool] = True

    character: str
    scene: str
    goal: str
    """What she wants in it; empty where the lines do not say."""
    progress: float | None = Field(ge=-1, le=1)
    """How near the scene brings her to it: -1 out of reach, 1 reached; None where no goal is known."""
    appraisals: tuple[Appraisal, ...]
    """In the order of the lines; none where nothing moved her."""
    came: Affect
    """The mood she brings in: what her scene before left, decayed towards what she is like."""
    left: Affect
    """The mood the scene leaves her in."""
    mood: str
    """What that mood is called; `unknown` where the scene could not be read."""
    read: bool = True
    """False where nobody could tell what the scene is to her: then only time moved her mood."""

    def mentions(self) -> Mentions:
        lines = tuple((self.scene, one.line) for one in self.appraisals)
        others = {one.toward for one in self.appraisals if one.toward}
        return Mentions((self.scene,), lines, (self.character, *sorted(others)))
