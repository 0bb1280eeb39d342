"""The director reviews each scene's shots as a whole, and sends notes to who can mend them."""

from collections.abc import Sequence
from typing import ClassVar, cast

from cineledger.agents.ask import Ask
from cineledger.agents.craft.coverage import monotony
from cineledger.agents.directing.phases import next_phase
from cineledger.agents.reading import played_scenes
from cineledger.agents.role import Habit, Moment, Rests, Rules
from cineledger.domain.command import Command
from cineledger.domain.production.events import PhaseEntered
from cineledger.domain.shots.events import Shot, ShotSpec
from cineledger.domain.talk.commands import SendMessage
from cineledger.domain.value import Value


class Reviewed(Value):
    """Notes on a scene's shots, each by the shot's place in the list."""

    notes: tuple[tuple[int, str], ...]


class ReviewScene(Ask):
    """What is wrong with this scene's shots as a whole?"""

    ANSWER: ClassVar[type[Value]] = Reviewed
    shots: tuple[ShotSpec, ...]


def _lists(moment: Moment) -> list[tuple[Shot, ...]]:
    shots = moment.state.shots
    lists = (shots.scene(scene.written.scene) for scene in played_scenes(moment.state))
    return [shots_of_scene for shots_of_scene in lists if shots_of_scene]


def _review_asks(moment: Moment) -> Sequence[Ask]:
    return [
        ReviewScene(role=moment.role, shots=tuple(shot.spec for shot in shots)) for shots in _lists(moment)
    ]


def _review(moment: Moment, answers: Sequence[Reviewed]) -> Sequence[Command | Rests]:
    notes = [
        Rests(SendMessage(to="cinematographer", text=text, about=shots[place].number), (scene,))
        for scene, (shots, reviewed) in enumerate(zip(_lists(moment), answers, strict=True))
        for place, text in reviewed.notes
    ]
    following = next_phase(moment)
    return [*notes, following] if following else notes


def review_scene(ask: ReviewScene) -> Reviewed:
    """The house rule: more than three shots of one size in a row want one of them changed."""
    run = monotony([spec.size for spec in ask.shots])
    if run is None:
        return Reviewed(notes=())
    start, length = run
    size = ask.shots[start].size
    note = f"{length} shots running are {size}: break the run here, the eye stops looking"
    return Reviewed(notes=((start + length // 2, note),))


REVIEW = Habit(
    on=PhaseEntered,
    concerns=lambda moment: cast(PhaseEntered, moment.event).phase == "review",
    asks=_review_asks,
    acts=_review,
)
REVIEW_RULES: Rules = {ReviewScene: review_scene}
