"""The director: reads scenes into beats, asks how the ones that matter are shot, rules, and moves the work on."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, cast

from cineledger.agents.ask import Ask
from cineledger.agents.craft.approach import approaches
from cineledger.agents.craft.beats import break_down, key_beats
from cineledger.agents.craft.coverage import monotony
from cineledger.agents.craft.criteria import reason_for, score
from cineledger.agents.craft.language import is_english
from cineledger.agents.craft.limits import allowed, read_limits
from cineledger.agents.craft.view import BeatView
from cineledger.agents.debating import ANSWER_ROUND, DEBATE_RULES, Rival, favourite, spec_of
from cineledger.agents.leading import LEAD, LEADING_RULES
from cineledger.agents.reading import (
    APPROACH,
    beat_view,
    film_look,
    material,
    played_scenes,
    texts,
    words,
)
from cineledger.agents.role import LEADERSHIP, Habit, Moment, Role, nothing_to_ask
from cineledger.domain.command import Command
from cineledger.domain.debate.commands import Offer, OpenQuestion, Reason, ReopenQuestion
from cineledger.domain.debate.events import ProposalApproved, Question
from cineledger.domain.debate.options import ApproachOption, Look, ShotOption
from cineledger.domain.event import Event
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.production.commands import EnterPhase
from cineledger.domain.production.events import (
    BroadcastSent,
    ConstraintImposed,
    PhaseEntered,
    VisionStated,
)
from cineledger.domain.script.commands import BreakDownScene
from cineledger.domain.script.events import Beat, Scene
from cineledger.domain.shots.events import ShotSpec
from cineledger.domain.talk.commands import Pass, SendMessage
from cineledger.domain.talk.events import MessageSent
from cineledger.domain.value import Value
from cineledger.domain.words import PHASES, Phase

COVERAGE = "beat_coverage"
WORTH_REOPENING = 0.12
"""How much better (0 to 1) another shot must be, after new words from the orchestrator, to ask again."""


class SceneReading(Value):
    """A scene's beats, and which of them are worth a debate."""

    beats: tuple[Beat, ...]
    debated: tuple[int, ...]


class ReadScene(Ask):
    """What are the beats of this scene?"""

    ANSWER: ClassVar[type[Value]] = SceneReading
    elements: tuple[Element, ...]
    cast: tuple[str, ...]
    first_scene: bool
    last_scene: bool


class Approached(Value):
    """An approach to the film."""

    statement: str
    look: Look


class FindApproach(Ask):
    """How should this film look at its people?"""

    ANSWER: ClassVar[type[Value]] = Approached
    said: tuple[str, ...]
    material: str


class ChooseShot(Ask):
    """Which shot carries this beat?"""

    ANSWER: ClassVar[type[Value]] = Rival
    beat: BeatView
    look: Look
    said: tuple[str, ...]
    after: tuple[str, ...]
    """Sizes of the shots chosen just before it in the scene."""


class Reviewed(Value):
    """Notes on a scene's shots, each by the shot's place in the list."""

    notes: tuple[tuple[int, str], ...]


class ReviewScene(Ask):
    """What is wrong with this scene's shots as a whole?"""

    ANSWER: ClassVar[type[Value]] = Reviewed
    shots: tuple[ShotSpec, ...]


class Reconsidered(Value):
    """Whether a decided shot still stands."""

    stands: bool
    reason: str


class Reconsider(Ask):
    """Does this shot still stand, after what the orchestrator said?"""

    ANSWER: ClassVar[type[Value]] = Reconsidered
    beat: BeatView
    look: Look
    said: tuple[str, ...]
    spec: ShotSpec


def _next_phase(moment: Moment) -> EnterPhase | None:
    now = moment.state.production.phase
    place = PHASES.index(now) if now else -1
    return EnterPhase(phase=PHASES[place + 1]) if place + 1 < len(PHASES) else None


def _or_move_on(moment: Moment, commands: Sequence[Command], silence: str) -> Sequence[Command]:
    """The commands, or the next phase where there are none and nothing is undecided."""
    if commands:
        return commands
    following = None if moment.state.debate.undecided else _next_phase(moment)
    return (following,) if following else (Pass(reason=silence),)


def _unread(moment: Moment) -> list[Scene]:
    return [scene for scene in played_scenes(moment.state) if not scene.beats]


def _subject_open(moment: Moment, subject: str) -> bool:
    return any(q.opened.subject == subject for q in moment.state.debate.questions.values())


def _planning_asks(moment: Moment) -> Sequence[Ask]:
    state = moment.state
    scenes = played_scenes(state)
    cast_names = tuple(state.cast.characters)
    asks: list[Ask] = [
        ReadScene(
            role=moment.role,
            elements=scene.written.elements,
            cast=tuple(sorted(cast_names)),
            first_scene=scene is scenes[0],
            last_scene=scene is scenes[-1],
        )
        for scene in _unread(moment)
    ]
    if scenes and not _subject_open(moment, APPROACH):
        asks.append(FindApproach(role=moment.role, said=texts(state), material=material(state)))
    return asks


def _plan(moment: Moment, answers: Sequence[SceneReading | Approached]) -> Sequence[Command]:
    commands: list[Command] = []
    readings = [answer for answer in answers if isinstance(answer, SceneReading)]
    for scene, reading in zip(_unread(moment), readings, strict=True):
        if reading.beats:
            commands.append(
                BreakDownScene(
                    scene=scene.written.scene, beats=reading.beats, debated=reading.debated
                )
            )
    for answer in answers:
        if isinstance(answer, Approached):
            option = ApproachOption(statement=answer.statement, look=answer.look)
            cites = tuple(word.number for word in words(moment.state))
            why = Reason(criterion="vision", reason=answer.statement, cites=cites)
            commands.append(
                OpenQuestion(
                    subject=APPROACH,
                    text="How should this film look at its people?",
                    scene=None,
                    beat=None,
                    offer=Offer(option=option, why=why),
                )
            )
    if not played_scenes(moment.state):
        return (Pass(reason="there is no scene to read yet"),)
    return _or_move_on(moment, commands, "every scene is read, and the approach is being decided")


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
    return _or_move_on(moment, commands, "the questions of this phase are still being decided")


def _review_asks(moment: Moment) -> Sequence[Ask]:
    state = moment.state
    lists = [state.shots.scene(scene.written.scene) for scene in played_scenes(state)]
    return [
        ReviewScene(role=moment.role, shots=tuple(shot.spec for shot in shots))
        for shots in lists
        if shots
    ]


def _review(moment: Moment, answers: Sequence[Reviewed]) -> Sequence[Command]:
    state = moment.state
    lists = [state.shots.scene(scene.written.scene) for scene in played_scenes(state)]
    commands: list[Command] = [
        SendMessage(to="cinematographer", text=text, about=shots[place].number)
        for shots, reviewed in zip([shots for shots in lists if shots], answers, strict=True)
        for place, text in reviewed.notes
    ]
    following = _next_phase(moment)
    return (*commands, following) if following else commands


def _settles_phase(moment: Moment) -> bool:
    phase = moment.state.production.phase
    return phase in ("planning", "execution") and not moment.state.debate.undecided


def _settled(moment: Moment, _: Sequence[Value]) -> Sequence[Command]:
    outline = cast(ProposalApproved, moment.event)
    subject = moment.state.debate.questions[outline.question].opened.subject
    if subject == "outline":
        return (Pass(reason="the outline is to be written first"),)
    return _or_move_on(moment, (), "there is no phase after this one")


def _decided(moment: Moment) -> list[tuple[Question, BeatView, ShotSpec]]:
    found = []
    for question in moment.state.debate.questions.values():
        if question.opened.subject == COVERAGE and question.approved is not None:
            proposal = question.proposal(question.approved)
            view = beat_view(moment.state, question.opened.scene or "", question.opened.beat or 0)
            spec = spec_of(proposal.option) if proposal else None
            if view is not None and spec is not None and question.status == "decided":
                found.append((question, view, spec))
    return sorted(found, key=lambda entry: entry[0].number)


def _reconsider_asks(moment: Moment) -> Sequence[Ask]:
    look, said = film_look(moment.state), texts(moment.state)
    return [
        Reconsider(role=moment.role, beat=view, look=look, said=said, spec=spec)
        for _question, view, spec in _decided(moment)
    ]


def _reconsider(moment: Moment, answers: Sequence[Reconsidered]) -> Sequence[Command]:
    commands = [
        ReopenQuestion(question=question.number, reason=answer.reason)
        for (question, _view, _spec), answer in zip(_decided(moment), answers, strict=True)
        if not answer.stands
    ]
    return commands or (Pass(reason="what is decided stands, and what is to come will heed it"),)


def _written(moment: Moment) -> bool:
    message = cast(MessageSent, moment.event)
    return message.to == moment.role and bool(_unread(moment))


def _said(kind: type[Event]) -> Habit:
    return Habit(
        on=kind,
        concerns=lambda moment: moment.state.production.phase is not None,
        asks=_reconsider_asks,
        acts=_reconsider,
    )


def read_scene(ask: ReadScene) -> SceneReading:
    """The house rule: a beat ends where something changes; those that turn the scene are debated."""
    beats = break_down(ask.elements, ask.cast, ask.first_scene, ask.last_scene)
    return SceneReading(beats=beats, debated=key_beats(beats))


def find_approach(ask: FindApproach) -> Approached:
    """The house rule: the vision first, then what the script asks for."""
    statement, look = approaches(ask.role, ask.said, ask.material, is_english(ask.material))
    return Approached(statement=statement, look=look)


def choose_shot(ask: ChooseShot) -> Rival:
    """The house rule: the best by the director's criteria that doesn't repeat the sizes before it."""
    spec = favourite(ask.role, ask.beat, ask.look, ask.said, after=ask.after)
    judged = score(ask.role, ask.beat, spec, ask.look)
    reason = reason_for(ask.role, ask.beat, spec, ask.look, judged)
    return Rival(option=ShotOption(spec=spec), criterion=judged.best, reason=reason)


def review_scene(ask: ReviewScene) -> Reviewed:
    """The house rule: more than three shots of one size in a row want one of them changed."""
    run = monotony([spec.size for spec in ask.shots])
    if run is None:
        return Reviewed(notes=())
    start, length = run
    size = ask.shots[start].size
    note = f"{length} shots running are {size}: break the run here, the eye stops looking"
    return Reviewed(notes=((start + length // 2, note),))


def reconsider(ask: Reconsider) -> Reconsidered:
    """The house rule: a shot falls when it breaks a limit, or when another is clearly better now."""
    broken = allowed(ask.spec, read_limits(ask.said))
    if broken:
        return Reconsidered(stands=False, reason=broken)
    better = favourite(ask.role, ask.beat, ask.look, ask.said)
    judged = score(ask.role, ask.beat, better, ask.look)
    gain = judged.total - score(ask.role, ask.beat, ask.spec, ask.look).total
    reason = reason_for(ask.role, ask.beat, better, ask.look, judged)
    return Reconsidered(stands=gain < WORTH_REOPENING, reason=reason)


ROLE = Role(
    name="director",
    rank=LEADERSHIP,
    habits=(
        ANSWER_ROUND,
        *LEAD,
        Habit(
            on=PhaseEntered,
            concerns=lambda m: cast(PhaseEntered, m.event).phase == "planning",
            asks=_planning_asks,
            acts=_plan,
        ),
        Habit(on=MessageSent, concerns=_written, asks=_planning_asks, acts=_plan),
        Habit(
            on=PhaseEntered,
            concerns=lambda m: cast(PhaseEntered, m.event).phase == "execution",
            asks=_execution_asks,
            acts=_execute,
        ),
        Habit(
            on=PhaseEntered,
            concerns=lambda m: cast(PhaseEntered, m.event).phase == "review",
            asks=_review_asks,
            acts=_review,
        ),
        Habit(
            on=ProposalApproved, concerns=_settles_phase, asks=nothing_to_ask, acts=_settled
        ),
        _said(VisionStated),
        _said(ConstraintImposed),
        _said(BroadcastSent),
    ),
    rules={
        **DEBATE_RULES,
        **LEADING_RULES,
        ReadScene: read_scene,
        FindApproach: find_approach,
        ChooseShot: choose_shot,
        ReviewScene: review_scene,
        Reconsider: reconsider,
    },
)
