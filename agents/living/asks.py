"""What a cast member is asked about a scene that her character goes through."""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.citing import cited
from cineledger.agents.scene_lines import Present
from cineledger.domain.cast.affect import EVEN, Affect
from cineledger.domain.cast.lived import Appraisal
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.value import Value

MOST = 8
"""Events of a scene that can matter to somebody at once."""


class Lived(Value):
    """What a scene is to somebody."""

    read: bool
    """False where the lines can't be read: then there is no goal, and nothing is appraised."""
    goal: str
    """What she wants in it, as something to do or to get; empty where the lines do not say."""
    progress: float | None = Field(ge=-1, le=1)
    """How near the scene brings her to it: -1 out of reach, 1 reached; null where no goal is known."""
    appraisals: tuple[Appraisal, ...]
    """What its events are to her, in the order of the lines."""
    reason: str


class Stand(Value):
    """How she stood to somebody before the scene."""

    other: str
    trust: float
    affection: float
    power: float


class LiveScene(Ask):
    """What do you want in this scene, and what are its events to you?"""

    ANSWER: ClassVar[type[Value]] = Lived
    character: str
    people: tuple[Present, ...]
    """Those in the scene, you among them."""
    elements: tuple[Element, ...]
    wants: str = ""
    """What you want, as far as was told before this scene."""
    stands: tuple[Stand, ...] = ()
    """How you stood before it to those in it, where that is known."""
    like: Affect = EVEN
    """The mood you come back to when nothing happens."""
    notes: tuple[str, ...] = ()
    """What was said of how you went through it before."""

    def faults(self, answer: Lived) -> Iterator[str]:
        """Lines and people that are not there, words nobody says, progress towards nothing, too many events."""
        yield from checking.said(answer.reason, "the reason")
        if len(answer.goal) > checking.LONGEST:
            yield f"the goal has {len(answer.goal)} characters: say it in a few words"
        if answer.progress is not None and not answer.goal.strip():
            yield "without a goal there is no progress: name the goal, or leave progress out"
        if not answer.read and (answer.goal or answer.appraisals):
            yield "what can't be read has no goal and no events: answer with neither, or say that it can be read"
        if len(answer.appraisals) > MOST:
            yield f"{len(answer.appraisals)} events are too many: give the {MOST} that matter most"
        places = [one.line for one in answer.appraisals]
        if places != sorted(places):
            yield "events stand in the order of their lines"
        others = [one.person for one in self.people if one.person != self.character]
        towards = (one.toward for one in answer.appraisals if one.toward)
        yield from checking.known(towards, others, "other person in the scene")
        for count, one in enumerate(answer.appraisals):
            yield from checking.said(one.because, f"why event {count} is {one.emotion}")
            yield from cited(one.line, one.quote, self.elements, f"event {count}")
