"""The director asks, for each beat that matters, which shot carries it."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, cast

from cineledger.agents.ask import Ask
from cineledger.agents.craft.criteria import reason_for, score
from cineledger.agents.craft.view import BeatView
from cineledger.agents.debating import Rival, favourite
from cineledger.agents.directing.phases import or_move_on
from cineledger.agents.reading import COVERAGE, beat_view, film_look, played_scenes, texts, words
from cineledger.agents.role import Habit, Moment
from cineledger.domain.command import Command
from cineledger.domain.debate.commands import Offer, OpenQuestion, Reason
from cineledger.domain.debate.options import Look, ShotOption
from cineledger.domain.production.events import PhaseEntered
from cineledger.domain.script.events import Beat, Scene
from cineledger.domain.value import Value


class ChooseShot(Ask):
    """Which shot carries this beat?"""

    ANSWER: ClassVar[type[Value]] = Rival
    beat: BeatView
    look: Look
    said: tuple[str, ...]
    after: tuple[str, ...]
    """Sizes of the shots chosen just before it in the scene."""


def _unasked(moment: Moment) -> Iterable[tuple[Scene, Beat, BeatView]]:
    state = moment.state
    asked = {
        (q.opened.scene, q.opened.beat)
        for q in state.debate.questions.values()
        if q.opened.subject == COVERAGE
    }
    for scene in played_scenes(state):
        for number in scene.debated:
            beat, view = scene.beat(number), beat_view(state, scene.written.scene, number)
            if beat and view and (scene.written.scene, number) not in asked:
                yield scene, beat, view


def _execution_asks(moment: Moment) -> Sequence[Ask]:
    look, said = film_look(moment.state), texts(moment.state)
    return [
        ChooseShot(role=moment.role, beat=view, look=look, said=said, after=())
        for _scene, _beat, view in _unasked(moment)
    ]


def _execute(moment: Moment, answers: Sequence[Rival]) -> Sequence[Command]:
    cites = tuple(word.number for word in words(moment.state)[-1:])
    commands = [
        OpenQuestion(
            subject=COVERAGE,
            text=f"Which shot carries beat {beat.beat} of scene {scene.written.number}: {beat.turn}",
            scene=scene.written.scene,
            beat=beat.beat,
            offer=Offer(
                option=chosen.option,
                why=Reason(criterion=chosen.criterion, reason=chosen.reason, cites=cites),
            ),
        )
        for (scene, beat, _view), chosen in zip(_unasked(moment), answers, strict=True)
    ]
    return or_move_on(moment, commands, "the questions of this phase are still being decided")


def choose_shot(ask: ChooseShot) -> Rival:
    """The house rule: the best by the director's criteria that doesn't repeat the sizes before it."""
    spec = favourite(ask.role, ask.beat, ask.look, ask.said, after=ask.after)
    judged = score(ask.role, ask.beat, spec, ask.look)
    reason = reason_for(ask.role, ask.beat, spec, ask.look, judged)
    return Rival(option=ShotOption(spec=spec), criterion=judged.best, reason=reason)


EXECUTE = Habit(
    on=PhaseEntered,
    concerns=lambda moment: cast(PhaseEntered, moment.event).phase == "execution",
    asks=_execution_asks,
    acts=_execute,
)
EXECUTION_RULES = {ChooseShot: choose_shot}
