"""What a crew remembers of the films it made before, copied as it comes to a new one."""

from typing import Literal

from pydantic import Field

from cineledger.domain.event import Event
from cineledger.domain.value import Value

Sign = Literal["for", "against"]


class Lesson(Value):
    """What somebody learned from decisions of one kind."""

    text: str
    """What was decided, and why, as it is told."""
    on: str
    """`shots`, or the subject of the questions it bears on."""
    feature: str = ""
    """What of a proposal it is about, such as camera=moving or choice=sparse; empty where it is about all of it."""
    character: str | None = None
    """Whom it is about; None where it holds for anybody."""
    speaks: Sign
    by: Literal["orchestrator", "crew"]
    """Who decided: the person, or the crew among itself."""
    strength: float = Field(ge=0, le=1)
    """How much it counts: 0 nothing, 1 as much as a lesson can."""
    importance: float | None = Field(default=None, ge=0, le=1)
    """Of the weightiest question it was learned at; None where nobody weighed any."""


class CarriedLesson(Lesson):
    """The same, with the decisions it was learned from."""

    sources: tuple[str, ...]
    """Addresses of the latest of them, newest first, such as pilot@142."""


class CrewCameFrom(Event):
    """Which films the crew made before: what was decided there it remembers; none where it begins afresh."""

    productions: tuple[str, ...]
    """Newest first."""
    default: bool = False
    """Assumed by the program, not typed by the person."""


class LessonsTaken(Event):
    """What one role remembers of those films, copied; the production never reads them again."""

    role: str
    lessons: tuple[CarriedLesson, ...]
    came: int
    """The event that says which films the crew comes from."""

    def refers(self) -> tuple[int, ...]:
        return (self.came,)

    def copied_from(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(source for lesson in self.lessons for source in lesson.sources))
