"""What every piece of a department's work is, and how one that is not needed any more goes."""

from typing import ClassVar, NamedTuple

from cineledger.domain.event import Event
from cineledger.domain.words import Phase


class Mentions(NamedTuple):
    """What a piece of work speaks of: all of it has to be there."""

    scenes: tuple[str, ...] = ()
    lines: tuple[tuple[str, int], ...] = ()
    """Scene, and the place of a script element in it, counted from 0."""
    people: tuple[str, ...] = ()
    shots: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()
    """Sets that were gathered."""

    @property
    def named(self) -> tuple[str, ...]:
        """Every scene, once."""
        return tuple(dict.fromkeys((*self.scenes, *(scene for scene, _ in self.lines))))


class Work(Event):
    """A piece of a department's work: it stands whole under its key until the next of its kind, or is struck."""

    BY: ClassVar[str]
    """The role that makes it; `cast` stands for the cast member of its character."""
    KEY: ClassVar[tuple[str, ...]] = ()
    """The fields that name it; none for what there is one of."""
    ONCE: ClassVar[tuple[str, ...]] = ()
    """The fields that named it in an earlier version: what is struck under those names is every piece that has them."""
    NOUN: ClassVar[str]
    """What one is called."""
    WHOLE: ClassVar[bool] = False
    """It rests on all scenes in their order, so that one read before the last draft is out of date."""

    reason: str
    """Why it is so, in the trade's words."""
    rests: tuple[int, ...] = ()
    """Earlier events that it rests on: the decision about the look, another department's work."""

    @property
    def key(self) -> str:
        """What it is called among its kind."""
        return "/".join(str(getattr(self, name)) for name in self.KEY) or "film"

    def mentions(self) -> Mentions:
        """What it speaks of."""
        return Mentions()

    def same(self, other: "Work | None") -> bool:
        """It says what another says, whatever each rests on."""
        return other is not None and self.model_copy(update={"rests": other.rests}) == other

    def refers(self) -> tuple[int, ...]:
        return self.rests


class WorkPresented(Event):
    """A department showed the director its work of a phase."""

    phase: Phase
    text: str


class WorkStruck(Event):
    """A piece of work does not stand any more: what it was about is gone, or has other lines."""

    work: str
    """The kind of event that made it."""
    key: str
    reason: str
