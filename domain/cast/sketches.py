"""Who somebody is before anybody plays them."""

from typing import ClassVar

from cineledger.domain.work.work import Mentions, Work


class CharacterSketched(Work):
    """The writer said who somebody is, as she brought them into the script."""

    BY: ClassVar[str] = "writer"
    KEY: ClassVar[tuple[str, ...]] = ("character",)
    NOUN: ClassVar[str] = "character sketch"

    character: str
    who: str
    """In a line: age, trade, what they are to the others."""
    voice: str
    """How they speak."""
    want: str
    fear: str
    first: str
    """The scene that brings them in."""

    def mentions(self) -> Mentions:
        return Mentions((self.first,))
