"""Cuts that would jump: two shots of one person running, with hardly another angle or size."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.thirty import jumps
from cineledger.agents.directing.viewings.cutting import as_cut
from cineledger.agents.directing.viewings.viewing import Viewing
from cineledger.agents.reading import played_scenes
from cineledger.agents.role import Moment, Rules
from cineledger.agents.working import Made
from cineledger.domain.shots.events import Shot, ShotSpec
from cineledger.domain.talk.commands import SendMessage
from cineledger.domain.value import Value


class CutShot(Value):
    """A shot as it comes in the cut."""

    shot: str
    spec: ShotSpec
    decided: bool
    """It carries out a decision; the others are technical."""


class Jumping(Value):
    """Notes on shots, each by the place of its shot in the cut."""

    notes: tuple[tuple[int, str], ...]


class ViewCuts(Ask):
    """Which of these cuts would jump?"""

    ANSWER: ClassVar[type[Value]] = Jumping
    shots: tuple[CutShot, ...]

    def faults(self, answer: Jumping) -> Iterator[str]:
        """Notes on shots that are not in the cut, or twice on one slate."""
        yield from checking.notes_by_place(answer.notes, len(self.shots), len(self.shots))
        slates = [self.shots[place].shot for place, _ in answer.notes if 0 <= place < len(self.shots)]
        yield from checking.once(slates, "a note on shot")


def _scenes(moment: Moment) -> list[tuple[Shot, ...]]:
    cuts = (as_cut(moment.state, scene.written.scene) for scene in played_scenes(moment.state))
    return [shots for shots in cuts if len(shots) > 1]


def _asks(moment: Moment) -> Sequence[Ask]:
    return [
        ViewCuts(
            role=moment.role,
            shots=tuple(
                CutShot(shot=s.planned.shot, spec=s.spec, decided=s.question is not None) for s in shots
            ),
        )
        for shots in _scenes(moment)
    ]


def _notes(moment: Moment, answers: Sequence[Jumping]) -> Iterable[Made]:
    for scene, (shots, answer) in enumerate(zip(_scenes(moment), answers, strict=True)):
        for place, text in answer.notes:
            yield Made(SendMessage(to="cinematographer", text=text, about=shots[place].number), (scene,))


def view_cuts(ask: ViewCuts) -> Jumping:
    """The house rule: 30° or two sizes between two shots of one person; the technical one of the two gives way."""
    notes, noted = list[tuple[int, str]](), set[str]()
    for place, (one, other) in enumerate(zip(ask.shots, ask.shots[1:], strict=False)):
        if not jumps(one.spec, other.spec) or {one.shot, other.shot} & noted:
            continue
        at, stays = (place, other) if other.decided and not one.decided else (place + 1, one)
        noted.add(ask.shots[at].shot)
        text = (
            f"{ask.shots[at].shot} would jump against {stays.shot}: both hold {stays.spec.subject} from nearly "
            f"the same place; go round by 30° or change two sizes"
        )
        notes.append((at, text))
    return Jumping(notes=tuple(notes))


JUMP_CUTS = Viewing(asks=_asks, notes=_notes)
JUMP_CUTS_RULES: Rules = {ViewCuts: view_cuts}
