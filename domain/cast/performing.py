"""What a cast member plays in a scene, take by take, how the director hears it, and which take is circled."""

from typing import ClassVar

from pydantic import Field

from cineledger.domain.event import Event
from cineledger.domain.value import Value
from cineledger.domain.work.work import Mentions, Work

MOST_TAKES = 6
"""Of one character in one scene: as it comes to her, and five more. Who misses something then changes the scene."""
NOTED_TAKES = 2
"""Up to this one the director's own notes lead; what comes after is asked for by the orchestrator."""


class Mood(Value):
    """An emotional state; valence and arousal are None where it is unknown."""

    feeling: str
    valence: float | None = Field(ge=-1, le=1)
    """-1 misery to 1 joy."""
    arousal: float | None = Field(ge=-1, le=1)
    """-1 sleep to 1 frenzy."""


class OwnLine(Value):
    """A line of the script in its speaker's own words."""

    line: int
    """Place of the element, counted from 0 within the scene."""
    text: str


class TakePlayed(Work):
    """A cast member played her character in a scene: what she is after, beneath the words, and what it does to her."""

    VERSION: ClassVar[int] = 2
    BY: ClassVar[str] = "cast"
    KEY: ClassVar[tuple[str, ...]] = ("character", "scene", "take")
    ONCE: ClassVar[tuple[str, ...]] = ("character", "scene")
    NOUN: ClassVar[str] = "take"

    character: str
    scene: str
    take: int = Field(ge=1, le=MOST_TAKES)
    intent: str
    """What she wants from whom, as something to do."""
    subtext: str
    """What the words do not say."""
    lines: tuple[OwnLine, ...] = ()
    """What she says otherwise than it is written; all else as written."""
    behaviour: str = ""
    """What she does while she says it."""
    before: Mood | None = None
    """What she brings from her scene before; None in her first."""
    after: Mood
    learned: tuple[str, ...] = ()
    """What she knows now and did not before."""
    objects: str = ""
    """Why she would not do or say what is written; empty where she would."""
    tactic: str = ""
    """How she goes about what she wants, as something to do to somebody: corner, coax."""
    note: str = ""
    """What this take was to be otherwise; empty for the first, and where nobody said."""
    asked: int | None = None
    """The event by which the orchestrator asked for it."""

    @property
    def part(self) -> str:
        """Whose part in which scene it is a take of."""
        return part(self.character, self.scene)

    def refers(self) -> tuple[int, ...]:
        return self.rests if self.asked is None else (*self.rests, self.asked)

    def mentions(self) -> Mentions:
        return Mentions((self.scene,), tuple((self.scene, own.line) for own in self.lines), (self.character,))


class TakeHeard(Value):
    """What the director makes of a take."""

    character: str
    take: int
    circled: bool
    """It is the one of hers that stands; the others are kept."""
    printed: bool
    """Her own words go into the script."""
    note: str = ""
    """What she was to play otherwise in another take; empty where nobody said."""


class SceneRehearsed(Work):
    """The director heard the takes of a scene."""

    VERSION: ClassVar[int] = 2
    BY: ClassVar[str] = "director"
    KEY: ClassVar[tuple[str, ...]] = ("scene",)
    NOUN: ClassVar[str] = "rehearsal"

    scene: str
    takes: tuple[TakeHeard, ...]
    """Every take of hers that stands, of each whose takes were heard."""

    def mentions(self) -> Mentions:
        return Mentions((self.scene,), (), tuple(take.character for take in self.takes))

    def open_notes(self) -> dict[str, TakeHeard]:
        """The notes on the last takes that were heard, by character: another take is to play them."""
        last = {one.character: one for one in sorted(self.takes, key=lambda one: one.take)}
        return {character: one for character, one in last.items() if one.note}


class TakeAsked(Event):
    """The orchestrator asks a cast member for another take of her part in a scene."""

    character: str
    scene: str
    note: str
    """What is to be otherwise; empty where it is hers to find."""


class TakeCircled(Event):
    """The orchestrator chose the take that stands, whatever the director makes of it."""

    character: str
    scene: str
    take: int


def part(character: str, scene: str) -> str:
    """What a character's part in a scene is called."""
    return f"{character}/{scene}"
