"""What a cast member plays in a scene, and how the director hears it."""

from typing import ClassVar

from pydantic import Field

from cineledger.domain.value import Value
from cineledger.domain.work.work import Mentions, Work

MOST_TAKES = 2
"""A take, and one more where the director has a note."""


class Mood(Value):
    """An emotional state; valence and arousal are None where it is unknown."""

    feeling: str
    valence: float | None = Field(ge=-1, le=1)
    """-1 misery to 1 joy."""
    arousal: float | None = Field(ge=-1, le=1)
    """-1 sleep to 1 frenzy."""


class OwnLine(Value):
    """A line of the script in its speaker's own words."""

    line: int
    """Place of the element, counted from 0 within the scene."""
    text: str


class TakePlayed(Work):
    """A cast member played her character in a scene: what she is after, beneath the words, and what it does to her."""

    BY: ClassVar[str] = "cast"
    KEY: ClassVar[tuple[str, ...]] = ("character", "scene")
    NOUN: ClassVar[str] = "take"

    character: str
    scene: str
    take: int = Field(ge=1, le=MOST_TAKES)
    intent: str
    """What she wants from whom, as something to do."""
    subtext: str
    """What the words do not say."""
    lines: tuple[OwnLine, ...] = ()
    """What she says otherwise than it is written; all else as written."""
    behaviour: str = ""
    """What she does while she says it."""
    before: Mood | None = None
    """What she brings from her scene before; None in her first."""
    after: Mood
    learned: tuple[str, ...] = ()
    """What she knows now and did not before."""
    objects: str = ""
    """Why she would not do or say what is written; empty where she would."""

    def mentions(self) -> Mentions:
        return Mentions((self.scene,), tuple((self.scene, own.line) for own in self.lines), (self.character,))


class TakeHeard(Value):
    """What the director makes of a take."""

    character: str
    take: int
    printed: bool
    """Her own words go into the script."""
    note: str = ""
    """What she is to play otherwise in another take; empty where this one stands."""


class SceneRehearsed(Work):
    """The director heard the takes of a scene."""

    BY: ClassVar[str] = "director"
    KEY: ClassVar[tuple[str, ...]] = ("scene",)
    NOUN: ClassVar[str] = "rehearsal"

    scene: str
    takes: tuple[TakeHeard, ...]

    def mentions(self) -> Mentions:
        return Mentions((self.scene,), (), tuple(take.character for take in self.takes))
