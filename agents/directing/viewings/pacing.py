"""The film's pacing: where it stays on one level, and where it goes against the story."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.curve import MOST_NOTES, Curved, read_curve
from cineledger.agents.directing.viewings.viewing import Viewing
from cineledger.agents.role import Moment, Rules
from cineledger.agents.working import Made
from cineledger.domain.edit.events import SceneAssembled
from cineledger.domain.state import State
from cineledger.domain.talk.commands import SendMessage
from cineledger.domain.value import Value
from cineledger.domain.work.state import Done


class CurveRead(Value):
    """Notes on the pacing, each by the scene's place on the curve."""

    notes: tuple[tuple[int, str], ...]


class ReadCurve(Ask):
    """Where is this film's pacing wrong, as a whole?"""

    ANSWER: ClassVar[type[Value]] = CurveRead
    scenes: tuple[Curved, ...]

    def faults(self, answer: CurveRead) -> Iterator[str]:
        """Notes on scenes that are not on the curve, or more of them than a film can be recut by."""
        yield from checking.notes_by_place(answer.notes, len(self.scenes), MOST_NOTES)


def _standing(state: State) -> list[tuple[Done, SceneAssembled]]:
    """The scenes as they were assembled, in the order of the script."""
    scenes = (scene.written.scene for scene in state.script.present())
    found = ((state.works.standing(SceneAssembled, s), state.works.get(SceneAssembled, s)) for s in scenes)
    return [(done, fact) for done, fact in found if done is not None and fact is not None]


def _asks(moment: Moment) -> Sequence[Ask]:
    curve = tuple(
        Curved(lengths=tuple(cut.seconds for cut in fact.cuts), heat=fact.heat, told=done.notes)
        for done, fact in _standing(moment.state)
    )
    return (ReadCurve(role=moment.role, scenes=curve),) if curve else ()


def _notes(moment: Moment, answers: Sequence[CurveRead]) -> Iterable[Made]:
    standing = _standing(moment.state)
    for answer in answers:
        for place, text in answer.notes:
            yield Made(SendMessage(to="editor", text=text, about=standing[place][0].number), (0,))


def read_pacing(ask: ReadCurve) -> CurveRead:
    """The house rule: pace rises and falls with the story, and no stretch of it stays on one level."""
    return CurveRead(notes=tuple((note.place, note.text) for note in read_curve(ask.scenes)))


PACING_VIEW = Viewing(asks=_asks, notes=_notes)
PACING_VIEW_RULES: Rules = {ReadCurve: read_pacing}
