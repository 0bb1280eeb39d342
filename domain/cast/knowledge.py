"""What there is to know in a story, and who learns it from whom."""

from typing import ClassVar, Literal

from cineledger.domain.value import Value
from cineledger.domain.work.work import Mentions, Work

How = Literal["did", "saw", "told", "overheard", "read", "guessed"]
"""How somebody comes to know it: she did it, saw it, was told, heard others be told, read it, worked it out."""


class Telling(Value):
    """A line in which something comes to be known, or is spoken of."""

    scene: str
    line: int
    """Place of the element, counted from 0 within the scene."""
    quote: str
    by: str = ""
    """Who tells it; empty where it is shown."""


class FactFound(Work):
    """Something that can be known in the story, and every line that tells or shows it."""

    BY: ClassVar[str] = "writer"
    KEY: ClassVar[tuple[str, ...]] = ("fact",)
    NOUN: ClassVar[str] = "fact"

    fact: str
    """A short name for it: the-key-is-in-the-boat."""
    text: str
    """What is so, in a sentence."""
    about: tuple[str, ...] = ()
    """The characters it is about."""
    words: tuple[str, ...] = ()
    """The words that give it away when somebody uses them."""
    secret: bool = False
    """Somebody keeps it from others."""
    tellings: tuple[Telling, ...]
    """In the order of the script; the first is where the audience learns it."""

    def mentions(self) -> Mentions:
        lines = tuple((telling.scene, telling.line) for telling in self.tellings)
        return Mentions(tuple(telling.scene for telling in self.tellings), lines, self.about)


class Learned(Value):
    """Something that somebody comes to know, or to believe."""

    fact: str
    how: How
    source: str = ""
    """Who she has it from; empty where nobody told her."""
    sure: bool
    """She knows it; False where she only believes it."""
    secret: bool = False
    """She is to keep it to herself, or means to."""
    line: int
    quote: str


class SceneLearned(Work):
    """What a character comes to know in a scene."""

    BY: ClassVar[str] = "cast"
    KEY: ClassVar[tuple[str, ...]] = ("character", "scene")
    NOUN: ClassVar[str] = "scene learned from"
    WHOLE: ClassVar[bool] = True

    character: str
    scene: str
    learned: tuple[Learned, ...]

    def mentions(self) -> Mentions:
        lines = tuple((self.scene, one.line) for one in self.learned)
        sources = {one.source for one in self.learned if one.source}
        return Mentions((self.scene,), lines, (self.character, *sorted(sources)))
