"""The cinematographer makes shots differently: on the director's note, or where a new limit is broken."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, cast

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.criteria import reason_for, score
from cineledger.agents.craft.framing import options
from cineledger.agents.craft.framing import shot as framed
from cineledger.agents.craft.limit_words import LADDER
from cineledger.agents.craft.limits import Limits, allowed, read_limits, within
from cineledger.agents.craft.optics import nearer
from cineledger.agents.craft.saying import say
from cineledger.agents.craft.thirty import jumps
from cineledger.agents.craft.view import BeatView
from cineledger.agents.directing.viewings.cutting import as_cut
from cineledger.agents.directing.viewings.turns import turns_of
from cineledger.agents.personas.recalling import cited, people_of, recalled, shown
from cineledger.agents.personas.remembered import Remembered, tipping
from cineledger.agents.reading import beat_view, film_look, texts
from cineledger.agents.reminding import reminded
from cineledger.agents.role import Habit, Moment, Rests, Rules
from cineledger.agents.stances import Lessons, Rival, recalls, spec_of
from cineledger.agents.standing import favourite
from cineledger.domain.command import Command
from cineledger.domain.debate.commands import Offer, OpenQuestion, Reason
from cineledger.domain.debate.options import Look, RevisionOption, ShotOption
from cineledger.domain.production.events import ConstraintImposed
from cineledger.domain.shots.commands import ReviseShot
from cineledger.domain.shots.events import Shot, ShotSpec
from cineledger.domain.talk.commands import Pass
from cineledger.domain.talk.events import MessageSent
from cineledger.domain.value import Value
from cineledger.domain.words import REVISION, Angle


class AlterShot(Ask):
    """How else can this shot be made?"""

    ANSWER: ClassVar[type[Value]] = Rival
    beat: BeatView
    look: Look
    said: tuple[str, ...]
    spec: ShotSpec
    note: str
    beside: tuple[ShotSpec, ...] = ()
    """The shots before and after it in its scene."""
    taken: tuple[ShotSpec, ...] = ()
    """For a shot that carries a turn: the film's other turns."""
    remembered: Lessons = ()
    """What the role remembers of earlier decisions on shots."""

    def faults(self, answer: Rival) -> Iterator[str]:
        """No shot, one that nobody can make, or one that is forbidden, unless it stays as it is."""
        spec = spec_of(answer.option)
        yield from recalls(self.remembered, answer.remembers)
        yield from checking.said(answer.criterion, "the criterion")
        yield from checking.said(answer.reason, "the reason")
        if spec is None:
            yield f"a {answer.option.kind} is no shot: give the shot as it is made from now on"
        elif spec != self.spec:
            yield from checking.framed(spec, checking.unseen(self.beat))
            yield from checking.limited(spec, self.said)


def _noted(moment: Moment) -> Shot | None:
    """The shot that a note from the director is about."""
    message = cast(MessageSent, moment.event)
    if message.to != moment.role or message.about is None:
        return None
    shots = moment.state.shots.shots.values()
    return next((shot for shot in shots if shot.number == message.about), None)


def _answer_note_asks(moment: Moment) -> Sequence[Ask]:
    shot = _noted(moment)
    view = beat_view(moment.state, shot.planned.scene, shot.planned.beat) if shot else None
    if shot is None or view is None:
        return ()
    return (
        AlterShot(
            role=moment.role,
            beat=view,
            look=film_look(moment.state),
            said=texts(moment.state),
            spec=shot.spec,
            note=cast(MessageSent, moment.event).text,
            beside=_beside(moment, shot),
            taken=_taken(moment, shot),
            remembered=shown(recalled(moment.state, moment.role, REVISION, view.people)),
        ),
    )


def _beside(moment: Moment, shot: Shot) -> tuple[ShotSpec, ...]:
    """The shots on both sides of one as its scene is cut, else as they are listed."""
    order = as_cut(moment.state, shot.planned.scene)
    places = [place for place, other in enumerate(order) if other is shot]
    near = (order[at] for place in places for at in (place - 1, place + 1) if 0 <= at < len(order))
    return tuple(dict.fromkeys(other.spec for other in near if other is not shot))


def _taken(moment: Moment, shot: Shot) -> tuple[ShotSpec, ...]:
    others = (other for other in turns_of(moment) if other is not shot)
    return () if shot.question is None else tuple(dict.fromkeys(other.spec for other in others))


def _answer_note(moment: Moment, answers: Sequence[Rival]) -> Sequence[Command]:
    shot = _noted(moment)
    spec = spec_of(answers[0].option) if answers else None
    if shot is None or spec is None or spec == shot.spec:
        return (Pass(reason="no other shot is better here within the limits"),)
    if shot.question is None:
        return (ReviseShot(shot=shot.planned.shot, spec=spec, notes=answers[0].reason),)
    people = people_of(moment.state, shot.planned.scene, shot.planned.beat)
    lessons = recalled(moment.state, moment.role, REVISION, people) if answers[0].remembers else ()
    cites = (moment.number, *cited(lessons, answers[0].remembers))
    why = Reason(criterion=answers[0].criterion, reason=answers[0].reason, cites=cites)
    option = RevisionOption(shot=shot.planned.shot, spec=spec)
    return (
        OpenQuestion(
            subject=REVISION,
            text=f"How else is {shot.planned.shot} made? {cast(MessageSent, moment.event).text}",
            scene=shot.planned.scene,
            beat=shot.planned.beat,
            offer=Offer(option=option, why=why),
        ),
    )


def _beyond(moment: Moment) -> list[tuple[Shot, BeatView]]:
    """Technical shots that break a limit the orchestrator set."""
    limits = read_limits(texts(moment.state))
    found = []
    for scene in moment.state.script.order:
        for shot in moment.state.shots.scene(scene):
            view = beat_view(moment.state, scene, shot.planned.beat)
            if shot.question is None and shot.status != "reopened" and view and allowed(shot.spec, limits):
                found.append((shot, view))
    return found


def _heed_asks(moment: Moment) -> Sequence[Ask]:
    look, said = film_look(moment.state), texts(moment.state)
    note = cast(ConstraintImposed, moment.event).text
    return [
        AlterShot(role=moment.role, beat=view, look=look, said=said, spec=shot.spec, note=note)
        for shot, view in _beyond(moment)
    ]


def _heed(moment: Moment, answers: Sequence[Rival]) -> Sequence[Command | Rests]:
    commands = [
        Rests(ReviseShot(shot=shot.planned.shot, spec=spec, notes=answer.reason), (place,))
        for place, ((shot, _view), answer) in enumerate(zip(_beyond(moment), answers, strict=True))
        if (spec := spec_of(answer.option)) is not None and spec != shot.spec
    ]
    return commands or (Pass(reason="no shot planned so far breaks that limit"),)


def alter_shot(ask: AlterShot) -> Rival:
    """The house rule: a shot that breaks a limit is bent to it; for a note, the best shot of another size.

    It neither jumps against its neighbours nor repeats another turn of the film; a technical shot stays on its subject.
    """
    limits = read_limits(ask.said)
    bent = within(ask.spec, limits)
    if bent != ask.spec and allowed(bent, limits) is None:
        bent = bent.model_copy(update={"description": say(bent, ask.beat)})
        reason = allowed(ask.spec, limits) or "it keeps within the limits"
        return Rival(option=RevisionOption(shot="", spec=bent), criterion="constraint", reason=reason)
    if ask.beside and not ask.taken and (moved := _moved(ask, limits)) is not None:
        reason = f"{moved.size} {_ANGLES[moved.angle]} stands far enough from the shots around it to be cut with them"
        return Rival(option=RevisionOption(shot="", spec=moved), criterion="cutting", reason=reason)
    return _another(ask, limits)


def _another(ask: AlterShot, limits: Limits) -> Rival:
    """The best shot of another size, with the lesson that it was not the best without."""
    spec = _best(ask, limits, ask.remembered)
    judged = score(ask.role, ask.beat, spec, ask.look)
    rival = Rival(
        option=RevisionOption(shot="", spec=spec),
        criterion=judged.best,
        reason=reason_for(ask.role, ask.beat, spec, ask.look, judged),
    )
    plain = _best(ask, limits, ()) if ask.remembered else spec
    place = None if plain == spec else tipping(ask.remembered, rival.option, ShotOption(spec=plain))
    return rival if place is None else reminded(rival, ask.remembered, place)


def _best(ask: AlterShot, limits: Limits, remembered: Sequence[Remembered]) -> ShotSpec:
    had = {(t.size, t.type, t.angle, t.movement) for t in ask.taken}
    out = [
        other
        for other in options(ask.beat, ask.look, limits)
        if (other.size, other.type, other.angle, other.movement) in had
        or any(jumps(other, b) for b in ask.beside)
    ]
    asked = (ask.role, ask.beat, ask.look, ask.said)
    size = ask.spec.size
    return (
        favourite(*asked, without=(ask.spec, *out), other_than=size, remembered=remembered)
        or favourite(*asked, without=(ask.spec,), other_than=size, remembered=remembered)
        or ask.spec
    )


def _moved(ask: AlterShot, limits: Limits) -> ShotSpec | None:
    """The same shot from farther off, nearer, higher or lower: the least change that its neighbours can be cut with."""
    spec = ask.spec
    if spec.size not in LADDER:
        return None
    changes = [(nearer(spec.size, step), spec.angle) for step in (1, -1, 2, -2, 3, -3)]
    changes += [(spec.size, angle) for angle in _LEVELS]
    for size, angle in changes:
        other = framed(ask.beat, ask.look, size, spec.type, angle, spec.movement, spec.subject, limits)
        apart = (other.size, other.angle) != (spec.size, spec.angle)
        alike = any((other.size, other.type) == (near.size, near.type) for near in ask.beside)
        if apart and not alike and not any(jumps(other, near) for near in ask.beside):
            return other
    return None


_LEVELS: tuple[Angle, ...] = ("HIGH", "LOW", "EYE")
_ANGLES: dict[Angle, str] = {
    "EYE": "at eye level",
    "HIGH": "from above",
    "LOW": "from below",
    "OVERHEAD": "from straight above",
    "DUTCH": "at a Dutch tilt",
    "WORMS": "from the floor",
}


REVISE = (
    Habit(
        on=MessageSent,
        concerns=lambda m: _noted(m) is not None,
        asks=_answer_note_asks,
        acts=_answer_note,
    ),
    Habit(
        on=ConstraintImposed,
        concerns=lambda m: m.state.production.phase is not None,
        asks=_heed_asks,
        acts=_heed,
    ),
)
REVISION_RULES: Rules = {AlterShot: alter_shot}
