"""Lines without a shot."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.coverage import uncovered
from cineledger.agents.craft.page import quoted
from cineledger.agents.directing.viewings.viewing import Viewing
from cineledger.agents.reading import played_scenes
from cineledger.agents.role import Moment, Rules
from cineledger.agents.working import Made
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.script.events import Scene
from cineledger.domain.talk.commands import SendMessage
from cineledger.domain.value import Value


class Uncovered(Value):
    """What a scene's shots leave out; no words where they leave out nothing."""

    note: str


class ViewCoverage(Ask):
    """Which lines of this scene would not be filmed?"""

    ANSWER: ClassVar[type[Value]] = Uncovered
    elements: tuple[Element, ...]
    spans: tuple[tuple[int, int], ...]
    """First and last place of the lines that each shot covers."""

    def faults(self, answer: Uncovered) -> Iterator[str]:
        """A note too long to be read; none is an answer."""
        yield from checking.said(answer.note or "none", "the note")


def _scenes(moment: Moment) -> list[tuple[Scene, tuple[tuple[int, int], ...]]]:
    """Scenes that are read, and of which a line has no shot: the others need no viewing."""
    found, shots = [], moment.state.shots
    for scene in played_scenes(moment.state):
        spans = tuple((s.first, s.last) for s in shots.scene(scene.written.scene) if s.status != "reopened")
        if not scene.unread and uncovered(scene.written.elements, spans):
            found.append((scene, spans))
    return found


def _asks(moment: Moment) -> Sequence[Ask]:
    return [
        ViewCoverage(role=moment.role, elements=scene.written.elements, spans=spans)
        for scene, spans in _scenes(moment)
    ]


def _notes(moment: Moment, answers: Sequence[Uncovered]) -> Iterable[Made]:
    for place, ((scene, _), answer) in enumerate(zip(_scenes(moment), answers, strict=True)):
        if answer.note:
            text = f"scene {scene.written.number}: {answer.note}"
            yield Made(SendMessage(to="cinematographer", text=text, about=scene.number), (place,))


def view_coverage(ask: ViewCoverage) -> Uncovered:
    """The house rule: every playable line is in a shot."""
    bare = uncovered(ask.elements, ask.spans)
    if not bare:
        return Uncovered(note="")
    more = f" and {len(bare) - 1} more" if len(bare) > 1 else ""
    return Uncovered(note=f"no shot covers {quoted(ask.elements[bare[0]].text, 50)}{more}: cover the gap")


GAPS = Viewing(asks=_asks, notes=_notes)
GAPS_RULES: Rules = {ViewCoverage: view_coverage}
