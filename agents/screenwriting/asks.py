"""What the writer is asked about a scene, and what is looked at in the answer."""

from collections.abc import Iterable
from typing import ClassVar

from cineledger.agents.ask import Ask
from cineledger.domain.debate.options import OutlinedScene
from cineledger.domain.fountain.cue import speaker
from cineledger.domain.refusal import Refused
from cineledger.domain.script.drafting import Sketch
from cineledger.domain.script.screenwriting import (
    LONGEST_SYNOPSIS,
    ScriptLine,
    line_faults,
    name_fault,
    scene_of,
    text_faults,
)
from cineledger.domain.value import Value

MOST_NEW = 12
"""People that one scene brings in."""
LONGEST_TRAIT = 300
"""Characters of what is said about somebody."""


class WrittenScene(Value):
    """A scene of the screenplay; no lines where it can't be written."""

    lines: tuple[ScriptLine, ...]
    people: tuple[Sketch, ...] = ()
    """Who is new in it."""
    synopsis: str = ""
    """What happens in it, in a sentence."""


class WriteScene(Ask):
    """Write this scene of the outline."""

    ANSWER: ClassVar[type[Value]] = WrittenScene
    idea: str
    said: tuple[str, ...]
    """Vision, constraints and broadcasts."""
    outline: tuple[OutlinedScene, ...]
    place: int
    """Which of them this is, counted from 0."""
    people: tuple[Sketch, ...] = ()
    """Who was brought in so far."""
    earlier: tuple[str, ...] = ()
    """What happens in each scene before, in a sentence."""
    before: tuple[ScriptLine, ...] = ()
    """The last lines of the scene before."""
    stands: tuple[ScriptLine, ...] = ()
    """The scene as it is written, where it is to be written anew."""
    notes: tuple[str, ...] = ()
    """What was said against it as it stands."""
    series: tuple[str, ...] = ()
    """What the series established, where the film is an episode of one, and who comes back, with what she brings."""

    def faults(self, answer: WrittenScene) -> Iterable[str]:
        """Lines that can't stand in a script, people nobody knows, names that are no names."""
        yield from _people_faults(self, answer)
        known = {person.name for person in self.people} | {speaker(person.name) for person in answer.people}
        yield from line_faults(answer.lines, known)
        yield from scene_faults(self.outline[self.place].heading, answer.synopsis, answer.lines)
        if self.stands and answer.lines == self.stands:
            yield "that is the scene as it stands, and the notes ask for another"


def _people_faults(ask: WriteScene, answer: WrittenScene) -> Iterable[str]:
    if len(answer.people) > MOST_NEW:
        yield f"{len(answer.people)} people are new in one scene, of at most {MOST_NEW}"
    known = {person.name for person in ask.people if person.who}
    for person in answer.people:
        name = speaker(person.name)
        if fault := name_fault(name):
            yield fault
        if name in known:
            yield f"{name} was introduced before"
        known.add(name)
        told = (person.who, person.voice, person.want, person.fear)
        if any(len(text) > LONGEST_TRAIT for text in told):
            yield f"what is said about {name[:40]} takes more than {LONGEST_TRAIT} characters"


def scene_faults(heading: str, synopsis: str, lines: tuple[ScriptLine, ...]) -> Iterable[str]:
    """Why the scene would not read back as it was meant."""
    if len(synopsis) > LONGEST_SYNOPSIS:
        yield f"the synopsis has {len(synopsis)} characters, of at most {LONGEST_SYNOPSIS}"
    if synopsis:
        yield from (f"synopsis: {fault}" for fault in text_faults(" ".join(synopsis.split())))
    try:
        scene_of(heading, synopsis, lines)
    except Refused as refused:
        yield refused.reason


def write_scene(ask: WriteScene) -> WrittenScene:
    """The house rule: no dialogue is made up."""
    return WrittenScene(lines=())
