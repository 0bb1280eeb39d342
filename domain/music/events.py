"""Themes for the main characters, and cues that develop them."""

from typing import ClassVar, Literal

from pydantic import Field

from cineledger.domain.music.variation import Tone, Variation
from cineledger.domain.work.work import Mentions, Work

CueUsage = Literal["BI", "BV", "VI", "VV", "MT", "ET"]
"""Background or visual, instrumental or vocal; main title, end title."""
FILM = "film"
"""Whose theme it is where it is nobody's in particular."""


class MotifComposed(Work):
    """A theme: a few bars that stand for somebody."""

    BY: ClassVar[str] = "composer"
    KEY: ClassVar[tuple[str, ...]] = ("whose",)
    NOUN: ClassVar[str] = "musical theme"

    whose: str
    """A character, or `film`."""
    title: str
    music_key: str
    """D minor, F lydian."""
    tempo: int = Field(ge=20, le=300)
    """Quarter notes a minute."""
    metre: str
    instrument: str
    notes: tuple[Tone, ...]

    def mentions(self) -> Mentions:
        return Mentions(people=() if self.whose == FILM else (self.whose,))


class CueWritten(Work):
    """Music from one line to another."""

    BY: ClassVar[str] = "composer"
    KEY: ClassVar[tuple[str, ...]] = ("cue",)
    NOUN: ClassVar[str] = "cue"

    cue: str
    """1m1: the reel, m, the count within it."""
    title: str
    scene: str
    first: int
    last: int
    """Places of the script elements it comes in and goes out at, counted from 0 within the scene."""
    usage: CueUsage
    mood: str
    tempo: int | None = Field(ge=20, le=300)
    """Quarter notes a minute; None for music that belongs to the scene, whatever that will be."""
    music_key: str | None
    whose: str | None
    """The theme it develops; None for music that belongs to the scene."""
    way: Variation
    """What the theme has become, in a word that a sketch can be made from."""
    variation: str
    """The same in a sentence: how the theme has changed since it was last heard, and what in the story changed it."""
    beside: str | None = None
    """Whose theme it is in canon with."""
    instruments: tuple[str, ...]
    seconds: float = Field(gt=0)

    def mentions(self) -> Mentions:
        people = tuple(name for name in (self.whose, self.beside) if name and name != FILM)
        return Mentions((self.scene,), ((self.scene, self.first), (self.scene, self.last)), people)
