"""The cinematographer carries out decided shots, and covers the rest of a scene once its debates are over."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import ClassVar, cast

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.coverage import cover, uncovered
from cineledger.agents.craft.limits import read_limits
from cineledger.agents.craft.view import BeatView
from cineledger.agents.reading import film_look, played_scenes, texts, views
from cineledger.agents.role import Habit, Moment, Rests, Rules
from cineledger.agents.shooting.recovering import cover_again, planned_again
from cineledger.agents.stances import spec_of
from cineledger.domain.command import Command
from cineledger.domain.debate.events import ProposalApproved
from cineledger.domain.debate.options import Look, RevisionOption
from cineledger.domain.debate.question import Question
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.office.trade_offs import given_up
from cineledger.domain.production.events import PhaseEntered
from cineledger.domain.script.events import Beat, Scene, SceneBrokenDown
from cineledger.domain.shots.commands import CoverScene, PlanShot, ReviseShot, free_to_change
from cineledger.domain.shots.events import Shot, ShotSpec
from cineledger.domain.state import State
from cineledger.domain.talk.commands import Pass
from cineledger.domain.talk.events import MessageSent
from cineledger.domain.value import Value
from cineledger.domain.words import COVERAGE, REVISION


class Carried(Value):
    """A beat whose shot was decided."""

    beat: int
    spec: ShotSpec


class Setup(Value):
    """A shot that covers a stretch of the scene."""

    beat: int
    spec: ShotSpec
    first: int
    last: int
    people: tuple[str, ...]
    purpose: str


class Setups(Value):
    """What else the scene needs."""

    setups: tuple[Setup, ...]


class ChooseSetups(Ask):
    """What does this scene need beside the shots that were decided?"""

    ANSWER: ClassVar[type[Value]] = Setups
    elements: tuple[Element, ...]
    beats: tuple[Beat, ...]
    views: tuple[BeatView, ...]
    look: Look
    said: tuple[str, ...]
    carried: tuple[Carried, ...]

    def faults(self, answer: Setups) -> Iterator[str]:
        """Beats, lines and people that are not there, frames that nobody can make, lines without a shot."""
        spans = {beat.beat: (beat.first, beat.last) for beat in self.beats}
        named = [*(beat.people for beat in self.beats), *(view.people for view in self.views)]
        people = tuple(dict.fromkeys(name for names in named for name in names))
        covered = [spans[carried.beat] for carried in self.carried if carried.beat in spans]
        for count, setup in enumerate(answer.setups):
            name = f"setup {count}"
            if setup.beat not in spans:
                yield f"{name} is for beat {setup.beat}, and the scene has {', '.join(map(str, spans))}"
            elif setup.last < spans[setup.beat][0] or setup.first > spans[setup.beat][1]:
                yield f"{name} is for beat {setup.beat} and covers none of its lines"
            yield from checking.stretch(setup.first, setup.last, len(self.elements), name)
            yield from checking.known(setup.people, people, "character")
            yield from checking.said(setup.purpose, f"the purpose of {name}")
            yield from (f"{name}: {fault}" for fault in checking.framed(setup.spec))
            yield from (f"{name}: {fault}" for fault in checking.limited(setup.spec, self.said))
            covered.append((setup.first, setup.last))
        yield from checking.once(((s.spec.description, s.first, s.last) for s in answer.setups), "the setup")
        yield from checking.bare(self.elements, covered, "of the scene is in no shot")


def _carried(moment: Moment, scene: Scene) -> dict[int, tuple[Question, ShotSpec]] | None:
    """The decided shot of each debated beat of a scene; None while one is undecided."""
    carried = {}
    for question in moment.state.debate.questions.values():
        opened = question.opened
        if (
            opened.subject == COVERAGE
            and opened.scene == scene.written.scene
            and question.status != "dropped"
        ):
            proposal = question.proposal(question.approved or 0)
            spec = spec_of(proposal.option) if proposal else None
            if question.status != "decided" or spec is None:
                return None
            carried[opened.beat or 0] = (question, spec)
    return carried if all(beat in carried for beat in scene.debated) else None


def _cover_ask(moment: Moment, scene: Scene, carried: Mapping[int, ShotSpec]) -> ChooseSetups:
    return ChooseSetups(
        role=moment.role,
        elements=scene.written.elements,
        beats=scene.beats,
        views=tuple(views(moment.state, scene)),
        look=film_look(moment.state),
        said=texts(moment.state),
        carried=tuple(Carried(beat=beat, spec=spec) for beat, spec in sorted(carried.items())),
    )


def _bare(moment: Moment) -> list[Scene]:
    """Scenes with beats, none of them debated, and no shot yet."""
    return [
        scene
        for scene in played_scenes(moment.state)
        if not scene.unread and not scene.debated and scene.written.scene not in moment.state.shots.of_scene
    ]


def _plans(moment: Moment, scene: str, answer: Setups) -> tuple[PlanShot, ...]:
    return tuple(
        PlanShot(
            scene=scene,
            beat=setup.beat,
            spec=setup.spec,
            first=setup.first,
            last=setup.last,
            cast=tuple(p for p in setup.people if p in moment.state.cast.characters),
            notes=setup.purpose,
            at=moment.number,
        )
        for setup in answer.setups
    )


def _coverage(moment: Moment, scene: str, shots: Sequence[PlanShot]) -> CoverScene:
    technical = [shot for shot in moment.state.shots.scene(scene) if free_to_change(moment.state, shot)]
    return CoverScene(scene=scene, seen=len(technical), shots=tuple(shots))


def _covered(moment: Moment, scene: Scene, answer: Setups) -> list[Command]:
    """What it takes to cover a scene: all that is wanted, or what a revised scene lacks beside what stands."""
    name, plans = scene.written.scene, _plans(moment, scene.written.scene, answer)
    state = moment.state
    technical = [shot for shot in state.shots.scene(name) if free_to_change(state, shot)]
    if not technical:
        return [_coverage(moment, name, plans)]
    if not scene.revised:
        planned = {(shot.planned.beat, shot.spec) for shot in state.shots.scene(name)}
        planned |= {(shot.planned.beat, shot.spec) for shot in _given_up(state, name)}
        missing = [plan for plan in plans if (plan.beat, plan.spec) not in planned]
        return [_coverage(moment, name, missing)] if missing else []
    return cover_again(moment, scene, plans)


def _given_up(state: State, scene: str) -> list[Shot]:
    """The shots of a scene that a trade-off gave up: they are not planned again."""
    gone = given_up(state)
    return [state.shots.shots[slate] for slate in state.shots.of_scene.get(scene, ()) if slate in gone]


def _begin_asks(moment: Moment) -> Sequence[Ask]:
    return [_cover_ask(moment, scene, {}) for scene in _bare(moment)]


def _begin(moment: Moment, answers: Sequence[Setups]) -> Sequence[Rests]:
    return [
        Rests(_coverage(moment, scene.written.scene, _plans(moment, scene.written.scene, answer)), (place,))
        for place, (scene, answer) in enumerate(zip(_bare(moment), answers, strict=True))
    ]


def _approved(moment: Moment) -> Question:
    return moment.state.debate.questions[cast(ProposalApproved, moment.event).question]


def _mine(moment: Moment) -> bool:
    return _approved(moment).opened.subject in (COVERAGE, REVISION)


def _completes(moment: Moment) -> tuple[Scene, dict[int, ShotSpec]] | None:
    """The scene of a decision that leaves none of its beats undecided, if its coverage isn't planned yet."""
    return _lacking(moment, moment.state.script.scenes[_approved(moment).opened.scene or ""])


def _lacking(moment: Moment, scene: Scene) -> tuple[Scene, dict[int, ShotSpec]] | None:
    """The scene and its decided shots, once all are decided, if it has no coverage or a draft took some away."""
    carried, state = _carried(moment, scene), moment.state
    if carried is None or scene.unread:
        return None
    technical = [shot for shot in state.shots.scene(scene.written.scene) if free_to_change(state, shot)]
    if technical and not (scene.revised and _gaps(moment, scene, technical, carried)):
        return None
    return scene, {beat: spec for beat, (_question, spec) in carried.items()}


def _gaps(moment: Moment, scene: Scene, technical: Sequence[Shot], carried: Collection[int]) -> bool:
    """A shot waits to be planned again, or a beat or a line has none."""
    shots = [s for s in moment.state.shots.scene(scene.written.scene) if s.status != "reopened"]
    beats = {beat.beat for beat in scene.beats} - {shot.planned.beat for shot in shots} - {*carried}
    spans = [(shot.first, shot.last) for shot in shots]
    spans += [(beat.first, beat.last) for beat in scene.beats if beat.beat in carried]
    waiting = any(shot.status == "reopened" for shot in technical)
    return waiting or bool(beats) or bool(uncovered(scene.written.elements, spans))


def _carry_out_asks(moment: Moment) -> Sequence[Ask]:
    if _approved(moment).opened.subject != COVERAGE:
        return ()
    complete = _completes(moment)
    return () if complete is None else (_cover_ask(moment, *complete),)


def _carry_out(moment: Moment, answers: Sequence[Setups]) -> Sequence[Command]:
    question = _approved(moment)
    proposal = question.proposal(question.approved or 0)
    option = proposal.option if proposal else None
    spec = spec_of(option) if option else None
    if proposal is None or spec is None:
        return (Pass(reason="what was approved is not a shot"),)
    number = question.number
    commands: list[Command] = []
    if isinstance(option, RevisionOption):
        planned: tuple[str, ...] = (option.shot,)
    else:
        planned = moment.state.shots.of_question.get(number, ())
    shots = [s for slate in planned if (s := moment.state.shots.shots[slate]).status != "omitted"]
    plan = None if isinstance(option, RevisionOption) else _plan(moment, question, spec, proposal.reason)
    commands.extend(
        ReviseShot(shot=shot.planned.shot, spec=spec, notes=proposal.reason, question=number)
        for shot in shots
        if shot.spec != spec and shot.status != "reopened"
    )
    if plan is not None:
        commands.extend(planned_again(shot, plan) for shot in shots if shot.status == "reopened")
        if not shots:
            commands.append(plan)
    complete = _completes(moment)
    if answers and complete:
        commands.extend(_covered(moment, complete[0], answers[0]))
    return commands or (Pass(reason="the shot is planned like that already"),)


def _plan(moment: Moment, question: Question, spec: ShotSpec, reason: str) -> PlanShot | None:
    """The shot that carries a decided beat; None where the beat waits to be read again."""
    scene = moment.state.script.scenes[question.opened.scene or ""]
    beat = scene.beat(question.opened.beat or 0)
    if beat is None:
        return None
    return PlanShot(
        scene=scene.written.scene,
        beat=beat.beat,
        spec=spec,
        first=beat.first,
        last=beat.last,
        cast=tuple(p for p in beat.people if p in moment.state.cast.characters),
        notes=reason,
        question=question.number,
        at=moment.number,
    )


def _short(moment: Moment, noted: int | None = None) -> list[tuple[Scene, dict[int, ShotSpec]]]:
    """Scenes whose debates are over, and in which a line or a beat has no shot: a fork cut their coverage short.

    `noted` looks at the scene alone that this event gave its lines.
    """
    found = []
    for scene in played_scenes(moment.state):
        if noted is not None and scene.number != noted:
            continue
        carried = _carried(moment, scene)
        if scene.unread or carried is None:
            continue
        shots = moment.state.shots.scene(scene.written.scene)
        beats = {beat.beat for beat in scene.beats} - {shot.planned.beat for shot in shots}
        if beats or uncovered(scene.written.elements, [(shot.first, shot.last) for shot in shots]):
            found.append((scene, {beat: spec for beat, (_question, spec) in carried.items()}))
    return found


def _mend_asks(moment: Moment) -> Sequence[Ask]:
    return [_cover_ask(moment, scene, carried) for scene, carried in _short(moment)]


def _mend(moment: Moment, answers: Sequence[Setups]) -> Sequence[Command | Rests]:
    commands = [
        Rests(command, (place,))
        for place, ((scene, _), answer) in enumerate(zip(_short(moment), answers, strict=True))
        for command in _covered(moment, scene, answer)
    ]
    return commands or (Pass(reason="there is nothing to add to what is planned"),)


def _gap_asks(moment: Moment) -> Sequence[Ask]:
    return [_cover_ask(moment, scene, carried) for scene, carried in _noted_gap(moment)]


def _noted_gap(moment: Moment) -> list[tuple[Scene, dict[int, ShotSpec]]]:
    """The scene that a note of the director's is about, where a line of it has no shot."""
    message = cast(MessageSent, moment.event)
    if message.to != moment.role or message.about is None:
        return []
    return _short(moment, noted=message.about)


def _fill_gap(moment: Moment, answers: Sequence[Setups]) -> Sequence[Command]:
    return [
        command
        for (scene, _), answer in zip(_noted_gap(moment), answers, strict=True)
        for command in _covered(moment, scene, answer)
    ] or (Pass(reason="there is nothing to add to what is planned"),)


def _reread(moment: Moment) -> tuple[Scene, dict[int, ShotSpec]] | None:
    """A scene that the director read again after a draft, with nothing left to decide but how it is covered."""
    scene = moment.state.script.scenes[cast(SceneBrokenDown, moment.event).scene]
    begun = moment.state.production.phase not in (None, "planning")
    return _lacking(moment, scene) if begun and moment.state.script.draft > 1 else None


def _cover_again_asks(moment: Moment) -> Sequence[Ask]:
    lacking = _reread(moment)
    return (_cover_ask(moment, *lacking),) if lacking else ()


def _cover_again(moment: Moment, answers: Sequence[Setups]) -> Sequence[Command]:
    lacking = _reread(moment)
    commands = _covered(moment, lacking[0], answers[0]) if lacking else []
    return commands or (Pass(reason="what is planned covers the scene as it is now"),)


def choose_setups(ask: ChooseSetups) -> Setups:
    """The house rule: a master, singles for who speaks, inserts for what must be read; nothing uncovered."""
    carried = {entry.beat: entry.spec for entry in ask.carried}
    planned = cover(ask.elements, ask.beats, ask.views, ask.look, carried, read_limits(ask.said))
    return Setups(
        setups=tuple(
            Setup(
                beat=shot.beat,
                spec=shot.spec,
                first=shot.first,
                last=shot.last,
                people=shot.people,
                purpose=shot.purpose,
            )
            for shot in planned
        )
    )


COVER = (
    Habit(
        on=PhaseEntered,
        concerns=lambda m: cast(PhaseEntered, m.event).phase == "execution" and bool(_bare(m)),
        asks=_begin_asks,
        acts=_begin,
    ),
    Habit(on=ProposalApproved, concerns=_mine, asks=_carry_out_asks, acts=_carry_out),
    Habit(
        on=SceneBrokenDown,
        concerns=lambda m: _reread(m) is not None,
        asks=_cover_again_asks,
        acts=_cover_again,
    ),
    Habit(
        on=PhaseEntered,
        concerns=lambda m: cast(PhaseEntered, m.event).phase == "review" and bool(_short(m)),
        asks=_mend_asks,
        acts=_mend,
    ),
    Habit(on=MessageSent, concerns=lambda m: bool(_noted_gap(m)), asks=_gap_asks, acts=_fill_gap),
)
COVERING_RULES: Rules = {ChooseSetups: choose_setups}
