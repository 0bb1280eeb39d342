"""Themes for the main characters, and cues that develop them."""

from typing import ClassVar, Literal

from pydantic import Field

from cineledger.domain.value import Value
from cineledger.domain.work.work import Mentions, Work

CueUsage = Literal["BI", "BV", "VI", "VV", "MT", "ET"]
"""Background or visual, instrumental or vocal; main title, end title."""
FILM = "film"
"""Whose theme it is where it is nobody's in particular."""


class Tone(Value):
    """A note of a theme."""

    pitch: int | None = Field(ge=21, le=108)
    """MIDI's number, 60 for middle C; None for a rest."""
    beats: float = Field(gt=0)


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
    """Beats a minute."""
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
    tempo: int = Field(ge=20, le=300)
    music_key: str
    whose: str | None
    """The theme it develops."""
    variation: str
    """How the theme has changed since it was last heard."""
    instruments: tuple[str, ...]
    seconds: float = Field(gt=0)

    def mentions(self) -> Mentions:
        people = () if self.whose in (None, FILM) else (self.whose,)
        return Mentions((self.scene,), ((self.scene, self.first), (self.scene, self.last)), people)
