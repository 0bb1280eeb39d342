"""How any role answers a round: one ask, one rule for the house mind, the same for every role."""

from collections.abc import Sequence
from typing import ClassVar, cast

from cineledger.agents.ask import Ask
from cineledger.agents.craft.approach import CLOSE, approach_reason, approaches, judge_approach
from cineledger.agents.craft.criteria import reason_against, reason_for, score
from cineledger.agents.craft.framing import options
from cineledger.agents.craft.language import is_english
from cineledger.agents.craft.limits import allowed, read_limits
from cineledger.agents.craft.view import BeatView
from cineledger.agents.reading import APPROACH, beat_view, film_look, material, texts
from cineledger.agents.role import Habit, Moment, Rules
from cineledger.domain.command import Command
from cineledger.domain.debate.commands import Against, Offer, Reason, Respond
from cineledger.domain.debate.events import Question, RoundOpened
from cineledger.domain.debate.options import (
    ApproachOption,
    Look,
    Option,
    RevisionOption,
    ShotOption,
)
from cineledger.domain.shots.events import ShotSpec
from cineledger.domain.talk.commands import Pass
from cineledger.domain.value import Value
from cineledger.domain.words import CAST_PREFIX

RIVAL_MARGIN = 0.10
"""How much better (0 to 1) a role must find its own shot before it offers it against another's."""
OBJECT_MARGIN = 0.05
"""How much better before it objects at all."""
BREAKS_CHARACTER = 0.30
"""Below this a cast member finds that a shot breaks the character."""


class Tabled(Value):
    """A live proposal as a role sees it: no number, so that a fork asks again only what changed."""

    by: str
    option: Option
    reason: str


class Opposed(Value):
    """An objection."""

    place: int
    criterion: str
    reason: str
    blocking: bool = False


class Rival(Value):
    """An alternative."""

    option: Option
    criterion: str
    reason: str


class Stand(Value):
    """Where a role stands; proposals are named by their place in what was tabled, counted from 0."""

    supports: int | None
    criterion: str
    reason: str
    against: tuple[Opposed, ...] = ()
    alternative: Rival | None = None


class StandOnShot(Ask):
    """Where do you stand on how this beat is to be shot?"""

    ANSWER: ClassVar[type[Value]] = Stand
    beat: BeatView
    look: Look
    said: tuple[str, ...]
    """Vision, constraints and broadcasts."""
    tabled: tuple[Tabled, ...]
    round: int


class StandOnApproach(Ask):
    """Where do you stand on the approach to the film?"""

    ANSWER: ClassVar[type[Value]] = Stand
    said: tuple[str, ...]
    material: str
    """The whole script."""
    tabled: tuple[Tabled, ...]
    round: int


class StandOnOutline(Ask):
    """Where do you stand on this outline?"""

    ANSWER: ClassVar[type[Value]] = Stand
    tabled: tuple[Tabled, ...]


def live(question: Question) -> list[int]:
    """Numbers of the proposals that may still be chosen."""
    return [p.number for p in question.proposals if not p.rejected]


def tabled(question: Question) -> tuple[Tabled, ...]:
    """The live proposals as roles see them."""
    return tuple(
        Tabled(by=p.by, option=p.option, reason=p.reason) for p in question.proposals if not p.rejected
    )


def spec_of(option: Option) -> ShotSpec | None:
    """The shot an option is about."""
    return option.spec if isinstance(option, ShotOption | RevisionOption) else None


def _asked(moment: Moment) -> bool:
    event = moment.event
    return isinstance(event, RoundOpened) and moment.role in event.waiting


def _asks(moment: Moment) -> Sequence[Ask]:
    event = cast(RoundOpened, moment.event)
    state, role = moment.state, moment.role
    question = state.debate.questions[event.question]
    on_the_table = tabled(question)
    match question.opened.subject:
        case "outline":
            return (StandOnOutline(role=role, tabled=on_the_table),)
        case subject if subject == APPROACH:
            return (
                StandOnApproach(
                    role=role,
                    said=texts(state),
                    material=material(state),
                    tabled=on_the_table,
                    round=event.round,
                ),
            )
        case _:
            view = beat_view(state, question.opened.scene or "", question.opened.beat or 0)
            if view is None:
                return ()
            return (
                StandOnShot(
                    role=role,
                    beat=view,
                    look=film_look(state),
                    said=texts(state),
                    tabled=on_the_table,
                    round=event.round,
                ),
            )


def _acts(moment: Moment, answers: Sequence[Stand]) -> Sequence[Command]:
    event = cast(RoundOpened, moment.event)
    if not answers:
        return (Pass(reason="the scene has no such beat any more", question=event.question),)
    question = moment.state.debate.questions[event.question]
    stand, numbers = answers[0], live(question)
    cites = _cites(moment)
    if stand.supports is None and not stand.against and stand.alternative is None:
        return (Pass(reason=stand.reason, question=event.question),)
    rival = stand.alternative
    return (
        Respond(
            question=event.question,
            supports=None if stand.supports is None else numbers[stand.supports],
            why=Reason(criterion=stand.criterion, reason=stand.reason, cites=cites),
            against=tuple(
                Against(
                    proposal=numbers[o.place],
                    why=Reason(criterion=o.criterion, reason=o.reason, cites=cites),
                    blocking=o.blocking,
                )
                for o in stand.against
            ),
            alternative=None
            if rival is None
            else Offer(
                option=rival.option,
                why=Reason(criterion=rival.criterion, reason=rival.reason, cites=cites),
            ),
        ),
    )


def _cites(moment: Moment) -> tuple[int, ...]:
    """What a stand rests on: the latest word of the orchestrator, and the approach that was decided."""
    production = moment.state.production
    said = [production.vision] if production.vision else []
    said.extend([*production.constraints[-1:], *production.broadcasts[-1:]])
    return tuple(sorted({word.number for word in said}))


ANSWER_ROUND = Habit(on=RoundOpened, concerns=_asked, asks=_asks, acts=_acts)
"""The habit by which a role answers the rounds that ask it."""


def favourite(
    role: str,
    beat: BeatView,
    look: Look,
    said: Sequence[str],
    *,
    without: Sequence[ShotSpec] = (),
    after: Sequence[str] = (),
) -> ShotSpec:
    """The shot a role likes best of those within the limits; `after` are the sizes of the shots before it."""
    limits = read_limits(said)
    offered = options(beat, look, limits)
    taken = [spec for spec in offered if allowed(spec, limits) is None and spec not in without]
    fresh = [spec for spec in taken if list(after[-2:]) != [spec.size, spec.size]]
    return max(fresh or taken or offered, key=lambda spec: score(role, beat, spec, look).total)


def _like(option: Option, spec: ShotSpec) -> Option:
    """The same kind of option with another shot."""
    if isinstance(option, RevisionOption):
        return RevisionOption(shot=option.shot, spec=spec)
    return ShotOption(spec=spec)


def stand_on_shot(ask: StandOnShot) -> Stand:
    """The house rule: weigh each shot by the role's own criteria, and its favourite against the best of them."""
    limits = read_limits(ask.said)
    opposed = list[Opposed]()
    scores = list[tuple[float, int]]()
    for place, proposal in enumerate(ask.tabled):
        spec = spec_of(proposal.option)
        if spec is None:
            continue
        broken = allowed(spec, limits)
        if broken:
            opposed.append(Opposed(place=place, criterion="constraint", reason=broken))
        judged = score(ask.role, ask.beat, spec, ask.look)
        scores.append((judged.total - (1.0 if broken else 0.0), place))
        if ask.role.startswith(CAST_PREFIX) and judged.total < BREAKS_CHARACTER and not broken:
            reason = reason_against(ask.role, ask.beat, spec, ask.look, judged)
            opposed.append(Opposed(place=place, criterion=judged.worst, reason=reason, blocking=True))
    if not scores:
        return Stand(supports=None, criterion="text", reason="nothing about a shot is proposed")
    top, best = max(scores, key=lambda pair: (pair[0], -pair[1]))
    spec = cast(ShotSpec, spec_of(ask.tabled[best].option))
    judged = score(ask.role, ask.beat, spec, ask.look)
    own = favourite(ask.role, ask.beat, ask.look, ask.said)
    gain = score(ask.role, ask.beat, own, ask.look).total - top
    if ask.round > 1 or gain < OBJECT_MARGIN or own == spec:
        against = tuple(o for o in opposed if o.place != best)
        reason = reason_for(ask.role, ask.beat, spec, ask.look, judged)
        return Stand(supports=best, criterion=judged.best, reason=reason, against=against)
    if all(o.place != best for o in opposed):
        reason = reason_against(ask.role, ask.beat, spec, ask.look, judged)
        opposed.append(Opposed(place=best, criterion=judged.worst, reason=reason))
    mine = score(ask.role, ask.beat, own, ask.look)
    rival = Rival(
        option=_like(ask.tabled[best].option, own),
        criterion=mine.best,
        reason=reason_for(ask.role, ask.beat, own, ask.look, mine),
    )
    return Stand(
        supports=None,
        criterion=judged.worst,
        reason=rival.reason,
        against=tuple(opposed),
        alternative=rival if gain >= RIVAL_MARGIN else None,
    )


def stand_on_approach(ask: StandOnApproach) -> Stand:
    """The house rule: support the approach nearest to the role's own; offer the own where it is far."""
    statement, own = approaches(ask.role, ask.said, ask.material, is_english(ask.material))
    judged = [
        (judge_approach(ask.role, proposal.option.look, own), -place)
        for place, proposal in enumerate(ask.tabled)
        if isinstance(proposal.option, ApproachOption)
    ]
    if not judged:
        return Stand(supports=None, criterion="vision", reason="no approach is proposed")
    top, best = max(judged)
    option = cast(ApproachOption, ask.tabled[-best].option)
    reason = approach_reason(ask.role, option.look, own)
    if ask.round > 1 or top > 1 - CLOSE / 2:
        return Stand(supports=-best, criterion="vision", reason=reason)
    return Stand(
        supports=None,
        criterion="vision",
        reason=reason,
        against=(Opposed(place=-best, criterion="vision", reason=reason),),
        alternative=Rival(
            option=ApproachOption(statement=statement, look=own),
            criterion="vision",
            reason=approach_reason(ask.role, own, own),
        ),
    )


def stand_on_outline(ask: StandOnOutline) -> Stand:
    """The house rule: an outline is a way to begin; nobody knows more before scenes are written."""
    return Stand(
        supports=0, criterion="story", reason="it gives every role scenes to work on; dialogue can follow"
    )


DEBATE_RULES: Rules = {
    StandOnShot: stand_on_shot,
    StandOnApproach: stand_on_approach,
    StandOnOutline: stand_on_outline,
}
