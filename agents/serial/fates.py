"""Who does not come back from an episode, as the showrunner reads its lines."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.fates import deaths
from cineledger.agents.craft.language import is_english
from cineledger.agents.role import Moment, Rules
from cineledger.agents.telling.scenes import people, told_scenes
from cineledger.agents.working import Made, Task
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.series.works import Fate, FateKind, FatesRead
from cineledger.domain.value import Value


class ReadFate(Value):
    """Somebody who does not come back; scene and line by their places in what was asked about, counted from 0."""

    character: str
    fate: FateKind
    scene: int
    line: int
    quote: str


class ReadFates(Value):
    """Nobody, where everybody may come back."""

    fates: tuple[ReadFate, ...]


class SceneLines(Value):
    """The lines of a scene."""

    elements: tuple[Element, ...]


class FindFates(Ask):
    """Who of these does not come back from this episode: dead, or gone for good?"""

    ANSWER: ClassVar[type[Value]] = ReadFates
    people: tuple[str, ...]
    scenes: tuple[SceneLines, ...]

    def faults(self, answer: ReadFates) -> Iterable[str]:
        """People, scenes and lines that are not there, two fates of one, and words that the line does not hold."""
        yield from checking.known((fate.character for fate in answer.fates), self.people, "character")
        yield from checking.once((fate.character for fate in answer.fates), "the fate of")
        for fate in answer.fates:
            yield from checking.on_list(fate.scene, len(self.scenes), "scene")
            if 0 <= fate.scene < len(self.scenes):
                lines = self.scenes[fate.scene].elements
                yield from checking.on_list(fate.line, len(lines), "line")
                what = f"the fate of {fate.character}"
                yield from checking.quoted(fate.quote, lines[fate.line : fate.line + 1], what)


def of_a_series(moment: Moment) -> bool:
    """The production is an episode."""
    return moment.state.series.joined is not None


def _asks(moment: Moment) -> Sequence[Ask]:
    scenes = tuple(SceneLines(elements=told.elements) for _, told in told_scenes(moment.state))
    who = people(moment.state)
    return (FindFates(role=moment.role, people=who, scenes=scenes),) if who and scenes else ()


def _makes(moment: Moment, answers: Sequence[ReadFates]) -> Iterable[Made]:
    names = [scene.written.scene for scene, _ in told_scenes(moment.state)]
    for answer in answers:
        if answer.fates:
            fates = tuple(Fate(**{**dict(fate), "scene": names[fate.scene]}) for fate in answer.fates)
            yield Made(FatesRead(reason="its lines say so", fates=fates), (0,))


def read_the_fates(ask: FindFates) -> ReadFates:
    """The house rule: who is said to be dead in so many words, and does not speak after that."""
    if not is_english("\n".join(e.text for scene in ask.scenes for e in scene.elements)):
        return ReadFates(fates=())
    found = deaths([scene.elements for scene in ask.scenes], ask.people)
    return ReadFates(fates=tuple(ReadFate(fate="dead", **death._asdict()) for death in found))


FATES = Task(since="planning", asks=_asks, makes=_makes, kinds=(FatesRead,), concerns=of_a_series)
FATE_RULES: Rules = {FindFates: read_the_fates}
