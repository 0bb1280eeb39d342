"""The showrunner's work on a series: arcs over a season, themes that run through, what does not join up, fates."""

from typing import ClassVar, Literal

from pydantic import Field

from cineledger.domain.story.events import ArcShape
from cineledger.domain.value import Value
from cineledger.domain.work.work import Mentions, Work

FindingKind = Literal["arc", "relationship", "name", "fate", "theme"]
FateKind = Literal["dead", "gone"]


class SeasonStep(Value):
    """What an episode does to somebody's way through the season."""

    episode: str
    begun: float | None = Field(ge=-1, le=1)
    ended: float | None = Field(ge=-1, le=1)
    moves: str
    source: str
    """The address of the arc as the episode has it."""


class SeasonArcDrawn(Work):
    """The way of a main character through a season."""

    BY: ClassVar[str] = "showrunner"
    KEY: ClassVar[tuple[str, ...]] = ("season", "character")
    NOUN: ClassVar[str] = "season arc"

    season: int = Field(ge=1)
    character: str
    shape: ArcShape
    decided: bool
    begins: str
    ends: str
    steps: tuple[SeasonStep, ...]

    def copied_from(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(step.source for step in self.steps))


class ThemeEpisode(Value):
    """An episode that a theme shows in."""

    episode: str
    weight: float = Field(ge=0, le=1)
    showings: int
    quote: str
    source: str
    """The address of the theme as the episode has it."""


class RunningThemeFound(Work):
    """A theme that runs through the series."""

    BY: ClassVar[str] = "showrunner"
    KEY: ClassVar[tuple[str, ...]] = ("theme",)
    NOUN: ClassVar[str] = "running theme"

    theme: str
    decided: bool
    weight: float = Field(ge=0, le=1)
    """Its mean share of what the episodes are about."""
    episodes: tuple[ThemeEpisode, ...]
    missing: tuple[str, ...]
    """Seasons it is gone from, after it was there, as S2."""

    def copied_from(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.source for one in self.episodes))


class Finding(Value):
    """Something that does not join up."""

    kind: FindingKind
    subject: str
    """The character, both characters as MAYA/TOM, or the theme."""
    was: str
    """The episode that established it."""
    now: str
    """The episode that does not follow on."""
    text: str
    weight: float = Field(ge=0, le=1)
    """How much an audience would stumble over it."""
    settled: str = ""
    """What was decided to do about it."""
    source: str = ""
    """The address of what was established."""


class ContinuityRead(Work):
    """What does not join up between episodes; in an episode, between it and those before."""

    BY: ClassVar[str] = "showrunner"
    NOUN: ClassVar[str] = "continuity report"

    findings: tuple[Finding, ...]
    """The heaviest first."""

    def copied_from(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(found.source for found in self.findings if found.source))


class Fate(Value):
    """What became of somebody for good."""

    character: str
    fate: FateKind
    scene: str
    line: int
    quote: str


class FatesRead(Work):
    """Who does not come back from this episode, as its lines say."""

    BY: ClassVar[str] = "showrunner"
    NOUN: ClassVar[str] = "list of fates"

    fates: tuple[Fate, ...]

    def mentions(self) -> Mentions:
        return Mentions(
            lines=tuple((fate.scene, fate.line) for fate in self.fates),
            people=tuple(fate.character for fate in self.fates),
        )


def season_called(season: int) -> str:
    """A season as television calls it: S1."""
    return f"S{season}"
