"""What goes from an episode to its series and on to the next, each thing with the address it was copied from."""

from pydantic import Field

from cineledger.domain.story.events import ArcShape
from cineledger.domain.value import Value


def called(season: int, number: int) -> str:
    """An episode as television calls it: S1E2."""
    return f"S{season}E{number}"


class Carried(Value):
    """Something that another production established."""

    source: str
    """The address of the event it was copied from, say pilot@142."""


class CarriedWords(Carried):
    """Words of the orchestrator's."""

    text: str


class CarriedOrder(Carried):
    """A standing order."""

    subject: str
    text: str
    unless_objected: bool


class CarriedPerson(Carried):
    """Somebody who was in an episode."""

    character: str
    episode: str
    """The last she was in, as S1E2."""
    speeches: int
    fate: str = ""
    """What became of her for good: dead or gone; empty where nothing did."""
    quote: str = ""
    """The line that says so."""


class CarriedArc(Carried):
    """The way of a main character through an episode."""

    character: str
    episode: str
    shape: ArcShape
    wants: str
    begins: str
    ends: str
    """What she feels there, with the line."""
    begun: float | None = Field(ge=-1, le=1)
    ended: float | None = Field(ge=-1, le=1)
    """The same from -1, misery, to 1, joy; None where the lines do not say."""


class CarriedTheme(Carried):
    """A theme as it shows in an episode."""

    theme: str
    episode: str
    weight: float = Field(ge=0, le=1)
    showings: int
    """In how many lines."""
    quote: str
    """The line that holds most of it."""


class CarriedBond(Carried):
    """How one character stands to another at the end of an episode."""

    character: str
    other: str
    episode: str
    trust: float = Field(ge=-1, le=1)
    affection: float = Field(ge=-1, le=1)
    power: float = Field(ge=-1, le=1)
    met_trust: float = Field(ge=-1, le=1)
    met_affection: float = Field(ge=-1, le=1)
    """As the episode first shows the two."""
    quote: str


class CarriedMend(Carried):
    """What an episode decided to do where it did not follow on."""

    kind: str
    subject: str
    """As its continuity report has them."""
    text: str


class SeriesTheme(Carried):
    """A theme that runs through the series."""

    theme: str
    decided: bool
    """It was decided that the series is about this."""
    episodes: tuple[str, ...]
    """Those it shows in."""


class SeriesArc(Carried):
    """The way of a character through a season."""

    character: str
    season: int
    shape: ArcShape
    decided: bool
    ends: str
