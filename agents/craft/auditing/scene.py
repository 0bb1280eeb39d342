"""A scene as whoever audits a script reads it, what it establishes, and a line that forgets it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cineledger.agents.craft.doing import Cast, cast_of, sentences
from cineledger.agents.craft.page import SPOKEN, plain
from cineledger.agents.scene_lines import Present
from cineledger.domain.story.findings import Slip
from cineledger.domain.value import Value


class Line(Value):
    """A line of a scene: said by somebody, or a direction."""

    place: int
    """Of its element in the scene, counted from 0."""
    kind: str
    who: str | None
    text: str
    unseen: bool
    """Spoken off screen, over the picture or on a line."""


class Audited(Value):
    """A scene that is held against what was established."""

    number: str
    """As the crew calls it."""
    heading: str
    place: str
    people: tuple[Present, ...]
    lines: tuple[Line, ...]
    day: int
    years: int
    era: int
    real: bool
    """What it shows happens as it is shown, in the order of the story: no dream, no memory, no rehearsal."""
    at_once: bool
    """No time has passed since the scene before."""
    year: int | None = None
    """In which it plays, where the page names one."""

    @property
    def names(self) -> tuple[str, ...]:
        """Who is in it."""
        return tuple(one.person for one in self.people)

    def speeches(self) -> Iterator[Line]:
        """What is said, line by line."""
        return (line for line in self.lines if line.kind in SPOKEN and line.who)

    def directions(self) -> Iterator[Line]:
        """What is shown."""
        return (line for line in self.lines if line.kind == "action")


class Established(Value):
    """Something that the script has said of somebody, and where."""

    kind: Slip
    about: str
    other: str = ""
    """Whom else it concerns."""
    what: str
    """What it is about: drink, age, a departure."""
    value: str = ""
    """What is so."""
    scene: str
    line: int
    quote: str
    heard: tuple[str, ...] = ()
    """Who knows it."""
    day: int
    years: int
    era: int


class Found(NamedTuple):
    """A line that forgets something."""

    kind: Slip
    line: int
    quote: str
    people: tuple[str, ...]
    """Whom it concerns, who says or does it first."""
    against: int
    """The place of what it forgets in what was established."""
    weight: float
    """How much an audience would stumble over it, 0 to 1."""
    text: str


def spoken(text: str) -> str:
    """A line as it is matched: on one line, without emphasis marks, with straight apostrophes."""
    return plain(text).replace("’", "'")


def sentence_of(text: str, pattern: re.Pattern[str]) -> str:
    """The sentence of a line that a pattern is in; empty where it is in none."""
    return next((said.strip() for _, said in sentences(text) if pattern.search(said)), "")


def established(
    scene: Audited,
    line: Line,
    kind: Slip,
    about: str,
    what: str,
    value: str,
    quote: str,
    other: str = "",
    heard: tuple[str, ...] = (),
) -> Established:
    """Something that a line of a scene says of somebody."""
    return Established(
        kind=kind,
        about=about,
        other=other,
        what=what,
        value=value,
        scene=scene.number,
        line=line.place,
        quote=quote,
        heard=heard,
        day=scene.day,
        years=scene.years,
        era=scene.era,
    )


def the_cast(scene: Audited) -> Cast:
    """Those in a scene as its directions call them."""
    called = {name: one.person for one in scene.people for name in one.called}
    directions = tuple(plain(line.text) for line in scene.directions())
    return cast_of(tuple(sorted(called.items())), directions)
