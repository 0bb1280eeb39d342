"""Shots too much alike: long runs of one size, and two turns of a scene shot the same way."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.coverage import monotony
from cineledger.agents.directing.viewings.viewing import Viewing
from cineledger.agents.reading import played_scenes
from cineledger.agents.role import Moment, Rules
from cineledger.agents.working import Made
from cineledger.domain.shots.events import Shot, ShotSpec
from cineledger.domain.talk.commands import SendMessage
from cineledger.domain.value import Value


class Reviewed(Value):
    """Notes on a scene's shots, each by the shot's place in the list."""

    notes: tuple[tuple[int, str], ...]


class Seen(Value):
    """A shot as the review sees it."""

    spec: ShotSpec
    key: bool
    """It carries a beat that was debated."""


class ReviewScene(Ask):
    """What is wrong with this scene's shots as a whole?"""

    ANSWER: ClassVar[type[Value]] = Reviewed
    shots: tuple[Seen, ...]

    def faults(self, answer: Reviewed) -> Iterator[str]:
        """Notes on shots that are not listed."""
        yield from checking.notes_by_place(answer.notes, len(self.shots), len(self.shots))


def _lists(moment: Moment) -> list[tuple[Shot, ...]]:
    shots = moment.state.shots
    lists = (shots.scene(scene.written.scene) for scene in played_scenes(moment.state))
    return [shots_of_scene for shots_of_scene in lists if shots_of_scene]


def _review_asks(moment: Moment) -> Sequence[Ask]:
    return [
        ReviewScene(
            role=moment.role,
            shots=tuple(Seen(spec=shot.spec, key=shot.question is not None) for shot in shots),
        )
        for shots in _lists(moment)
    ]


def _notes(moment: Moment, answers: Sequence[Reviewed]) -> Iterable[Made]:
    for scene, (shots, reviewed) in enumerate(zip(_lists(moment), answers, strict=True)):
        for place, text in reviewed.notes:
            yield Made(SendMessage(to="cinematographer", text=text, about=shots[place].number), (scene,))


def review_scene(ask: ReviewScene) -> Reviewed:
    """The house rule: no four shots of one size running, and no two turns of a scene shot the same way."""
    notes = []
    run = monotony([shot.spec.size for shot in ask.shots])
    if run is not None:
        start, length = run
        size = ask.shots[start].spec.size
        note = f"{length} shots running are {size}: break the run here, the eye stops looking"
        notes.append((start + length // 2, note))
    taken: dict[tuple[str, ...], ShotSpec] = {}
    for place, shot in enumerate(ask.shots):
        way = (shot.spec.size, shot.spec.type, shot.spec.angle, shot.spec.movement)
        if shot.key and way in taken and all(place != noted for noted, _ in notes):
            note = f"two turns of this scene are shot the same way, {shot.spec.description}: give this one its own"
            notes.append((place, note))
        elif shot.key:
            taken[way] = shot.spec
    return Reviewed(notes=tuple(notes))


SAMENESS = Viewing(asks=_review_asks, notes=_notes)
SAMENESS_RULES: Rules = {ReviewScene: review_scene}
