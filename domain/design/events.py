"""Sets gathered from slug lines, how they look, and the properties that scenes need."""

from typing import ClassVar, Literal

from pydantic import Field

from cineledger.domain.value import Value
from cineledger.domain.work.work import Mentions, Work


class SetGathered(Work):
    """Slug lines that mean one place are one set."""

    BY: ClassVar[str] = "set_designer"
    KEY: ClassVar[tuple[str, ...]] = ("set",)
    NOUN: ClassVar[str] = "set"

    set: str
    location: str
    """The place it belongs to: MAYA'S FLAT for MAYA'S FLAT - KITCHEN; itself where it is one."""
    names: tuple[str, ...]
    """How slug lines have it, as typed."""
    int_ext: str | None
    scenes: tuple[str, ...]
    """In the order of the script."""
    eighths: int
    """Of a page, in all its scenes."""

    def mentions(self) -> Mentions:
        return Mentions(scenes=self.scenes)


class Swatch(Value):
    """A colour of a palette."""

    name: str
    hex: str = Field(pattern=r"^#[0-9a-f]{6}$")
    use: str
    """Where it goes: walls, costume accent, night sky."""


class SetDesigned(Work):
    """How a set looks and what stands in it."""

    BY: ClassVar[str] = "set_designer"
    KEY: ClassVar[tuple[str, ...]] = ("set",)
    NOUN: ClassVar[str] = "set designed"

    set: str
    build: Literal["location", "stage"]
    environment: str
    """What place it is, in a sentence."""
    atmosphere: tuple[str, ...]
    """Weather, smoke, haze, rain and other effects made on the day."""
    palette: tuple[Swatch, ...]
    layout: tuple[str, ...]
    """What stands where, and why a scene needs it there."""
    dressing: tuple[str, ...]
    practicals: tuple[str, ...]
    """Lights that are seen: lamps, windows, screens, fire."""

    def mentions(self) -> Mentions:
        return Mentions(sets=(self.set,))


class PropUse(Value):
    """Where a property is named."""

    scene: str
    line: int
    quote: str


class PropListed(Work):
    """A property, and the scenes that need it."""

    BY: ClassVar[str] = "set_designer"
    KEY: ClassVar[tuple[str, ...]] = ("prop",)
    NOUN: ClassVar[str] = "property"

    prop: str
    uses: tuple[PropUse, ...]
    hand: str | None
    """The character who handles it most, where one does."""
    hero: bool
    """The story hangs on it: it needs doubles, and a close shot."""

    def mentions(self) -> Mentions:
        lines = tuple((use.scene, use.line) for use in self.uses)
        return Mentions(lines=lines, people=() if self.hand is None else (self.hand,))
