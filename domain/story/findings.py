"""Lines that forget what the script has established of somebody."""

from typing import ClassVar, Literal, get_args

from pydantic import Field

from cineledger.domain.value import Value
from cineledger.domain.work.work import Mentions, Work

Slip = Literal["knowledge", "absence", "trait", "relationship", "age", "date", "feeling"]
"""What a line forgets: what its speaker can't know yet, that somebody is dead or gone, what she is like, what two have
been through, how old somebody is, what day it is, what somebody felt just before.
"""
SLIPS: tuple[Slip, ...] = get_args(Slip)


class Forgotten(Value):
    """The line that established it."""

    scene: str
    line: int
    """Place of the element, counted from 0 within the scene."""
    quote: str


class FindingMade(Work):
    """A line of the script does not agree with what was established of somebody before it."""

    BY: ClassVar[str] = "showrunner"
    KEY: ClassVar[tuple[str, ...]] = ("finding",)
    NOUN: ClassVar[str] = "finding"
    WHOLE: ClassVar[bool] = True

    finding: str
    """A short name for it: 12-age-maya."""
    kind: Slip
    scene: str
    line: int
    """Place of the element that forgets, counted from 0 within the scene."""
    quote: str
    people: tuple[str, ...]
    """The characters it concerns, who says or does it first."""
    forgets: Forgotten | None
    """None where no single line established it."""
    weight: float = Field(ge=0, le=1)
    """How much an audience would stumble over it."""
    text: str
    """What does not agree, in a sentence."""

    def mentions(self) -> Mentions:
        lines = [(self.scene, self.line)]
        if self.forgets is not None:
            lines.append((self.forgets.scene, self.forgets.line))
        return Mentions(lines=tuple(lines), people=self.people)
