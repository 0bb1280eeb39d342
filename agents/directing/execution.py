"""The director asks, for each beat that matters, which shot carries it."""

from collections.abc import Iterable, Sequence
from typing import cast

from cineledger.agents.ask import Ask
from cineledger.agents.craft.role_criteria import criteria_of
from cineledger.agents.craft.view import BeatView
from cineledger.agents.directing.phases import or_move_on, settles
from cineledger.agents.leading import left_open, resume, resume_asks
from cineledger.agents.offering import Offered, OfferShot
from cineledger.agents.personas.recalling import cited, recalled, shown
from cineledger.agents.reading import beat_view, film_look, played_scenes, texts, words
from cineledger.agents.role import Habit, Moment, Rests
from cineledger.agents.stances import Rival
from cineledger.domain.command import Command
from cineledger.domain.debate.commands import Offer, OpenQuestion, Reason
from cineledger.domain.debate.events import ProposalApproved
from cineledger.domain.production.events import PhaseEntered
from cineledger.domain.script.events import Beat, Scene, SceneBrokenDown
from cineledger.domain.talk.commands import Pass
from cineledger.domain.words import COVERAGE


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
    return [_offer_ask(moment, view) for _scene, _beat, view in _unasked(moment)]


def _offer_ask(moment: Moment, view: BeatView) -> OfferShot:
    return OfferShot(
        role=moment.role,
        criteria=criteria_of(moment.role, COVERAGE),
        beat=view,
        look=film_look(moment.state),
        said=texts(moment.state),
        remembered=shown(recalled(moment.state, moment.role, COVERAGE, view.people)),
    )


def _execute(moment: Moment, answers: Sequence[Offered]) -> Sequence[Command | Rests]:
    cites = tuple(word.number for word in words(moment.state)[-1:])
    commands = [
        Rests(_question(scene, beat, chosen.rival, (*cites, *_lessons(moment, view, chosen.rival))), (place,))
        for place, ((scene, beat, view), chosen) in enumerate(zip(_unasked(moment), answers, strict=True))
        if chosen.rival is not None
    ]
    return or_move_on(moment, commands, "the questions of this phase are still being decided")


def _lessons(moment: Moment, view: BeatView, chosen: Rival) -> tuple[int, ...]:
    """The events of the lessons that an offer rests on."""
    if not chosen.remembers:
        return ()
    return cited(recalled(moment.state, moment.role, COVERAGE, view.people), chosen.remembers)


def _question(scene: Scene, beat: Beat, chosen: Rival, cites: tuple[int, ...]) -> OpenQuestion:
    why = Reason(criterion=chosen.criterion, reason=chosen.reason, cites=cites)
    return OpenQuestion(
        subject=COVERAGE,
        text=f"Which shot carries beat {beat.beat} of scene {scene.written.number}: {beat.turn}",
        scene=scene.written.scene,
        beat=beat.beat,
        offer=Offer(option=chosen.option, why=why),
    )


def _fresh(moment: Moment) -> list[tuple[Scene, Beat, BeatView]]:
    """Beats to debate in a scene that was read again after work on shots began, and nobody was asked about."""
    scene = cast(SceneBrokenDown, moment.event).scene
    if moment.state.production.phase in (None, "planning"):
        return []
    return [asked for asked in _unasked(moment) if asked[0].written.scene == scene]


def _reread_asks(moment: Moment) -> Sequence[Ask]:
    fresh = [_offer_ask(moment, view) for _scene, _beat, view in _fresh(moment)]
    return [*resume_asks(moment), *fresh]


def _reread(moment: Moment, answers: Sequence[Offered]) -> Sequence[Command | Rests]:
    fresh, resumed = _fresh(moment), len(left_open(moment))
    commands = [*resume(moment, answers[:resumed])]
    for place, ((scene, beat, view), chosen) in enumerate(
        zip(fresh, answers[resumed:], strict=True), start=resumed
    ):
        if chosen.rival is not None:
            cites = (moment.number, *_lessons(moment, view, chosen.rival))
            commands.append(Rests(_question(scene, beat, chosen.rival, cites), (place,)))
    return commands or (Pass(reason="no beat of it is worth a question"),)


REREAD = Habit(
    on=SceneBrokenDown,
    concerns=lambda moment: bool(left_open(moment) or _fresh(moment)),
    asks=_reread_asks,
    acts=_reread,
)
"""What a revised draft leaves to decide in a scene: what it reopened, and beats that it brought."""


def _asking(moment: Moment) -> bool:
    """What the director decides alone is decided as it is asked, with the rest of its batch still to come."""
    approved = cast(ProposalApproved, moment.event)
    return approved.authority == "autonomous" and any(True for _ in _unasked(moment))


EXECUTE = (
    Habit(
        on=PhaseEntered,
        concerns=lambda moment: cast(PhaseEntered, moment.event).phase == "execution",
        asks=_execution_asks,
        acts=_execute,
    ),
    Habit(
        on=ProposalApproved,
        concerns=lambda moment: settles(moment, "execution") and not _asking(moment),
        asks=_execution_asks,
        acts=_execute,
    ),
)
