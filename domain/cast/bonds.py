"""What characters are to each other."""

from typing import ClassVar

from pydantic import Field

from cineledger.domain.work.work import Mentions, Work


class RelationshipMoved(Work):
    """How one character stands to another at the end of a scene, and the line or action that moved it."""

    BY: ClassVar[str] = "cast"
    KEY: ClassVar[tuple[str, ...]] = ("character", "other", "scene")
    NOUN: ClassVar[str] = "relationship"
    WHOLE: ClassVar[bool] = True

    character: str
    other: str
    scene: str
    trust: float = Field(ge=-1, le=1)
    affection: float = Field(ge=-1, le=1)
    power: float = Field(ge=-1, le=1)
    """-1 the other has all of it, 1 the character has."""
    moved: str
    """What moved, and which way: trust falls."""
    line: int | None
    quote: str

    def mentions(self) -> Mentions:
        lines = () if self.line is None else ((self.scene, self.line),)
        return Mentions((self.scene,), lines, (self.character, self.other))
