"""What there is to know in a story, and who learns it from whom."""

from typing import ClassVar, Literal

from cineledger.domain.value import Value
from cineledger.domain.work.work import Mentions, Work

How = Literal["did", "knew", "saw", "told", "overheard", "read", "guessed"]
"""How somebody comes to know it: she did it, knew it before the story began, as her words show, saw it, was told, heard
others be told, read it, or got it in a way that no scene shows.
"""


class Telling(Value):
    """A line in which something comes to be known, or is spoken of."""

    scene: str
    line: int
    """Place of the element, counted from 0 within the scene."""
    quote: str
    teller: str = ""
    """Who tells it, or does it where it is shown; empty where nobody does."""
    shown: bool = False
    """It is seen to be done; False where it is said or read."""
    so: bool = True
    """False where it is said not to be so."""


class FactFound(Work):
    """Something that can be known in the story, and every line that tells or shows it."""

    BY: ClassVar[str] = "writer"
    KEY: ClassVar[tuple[str, ...]] = ("fact",)
    NOUN: ClassVar[str] = "fact"
    WHOLE: ClassVar[bool] = True

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
    untrue: bool = False
    """Somebody says so who knows better: it is only believed."""
    tellings: tuple[Telling, ...]
    """In the order of the script; the first by which it is so is where the audience learns it."""

    def mentions(self) -> Mentions:
        lines = tuple((telling.scene, telling.line) for telling in self.tellings)
        return Mentions(tuple(telling.scene for telling in self.tellings), lines, self.about)


class FactsRead(Work):
    """The writer read the script for its facts, and what that changed stands; her colleagues can go on from there."""

    BY: ClassVar[str] = "writer"
    NOUN: ClassVar[str] = "reading for facts"
    WHOLE: ClassVar[bool] = True

    draft: int
    """The draft that was read."""
    after: int
    """The event upon which it was."""
    facts: int
    """How many there are."""
    found: tuple[str, ...] = ()
    """Their short names: those that were not there before."""
    changed: tuple[str, ...] = ()
    """Those that are told otherwise than before, or elsewhere."""
    gone: tuple[str, ...] = ()

    def refers(self) -> tuple[int, ...]:
        return (*self.rests, self.after)


class Learned(Value):
    """Something that somebody comes to know, or to believe."""

    fact: str
    so: bool = True
    """False where she takes it that it is not so."""
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
