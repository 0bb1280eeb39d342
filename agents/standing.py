"""Where a role stands, by the rules of the house: its own criteria against what is on the table."""

from collections.abc import Sequence
from typing import cast

from cineledger.agents.craft.approach import CLOSE, approach_reason, approaches, judge_approach
from cineledger.agents.craft.criteria import reason_against, reason_for, score
from cineledger.agents.craft.framing import options
from cineledger.agents.craft.language import is_english
from cineledger.agents.craft.limits import allowed, read_limits
from cineledger.agents.craft.names import times
from cineledger.agents.craft.role_criteria import CONSTRAINT
from cineledger.agents.craft.rule import Frame
from cineledger.agents.craft.view import BeatView
from cineledger.agents.debating import StandOnApproach, StandOnNames, StandOnOutline, StandOnShot
from cineledger.agents.personas.remembered import Remembered, lean_shot
from cineledger.agents.reminding import standing_reminded
from cineledger.agents.role import Rules
from cineledger.agents.screenwriting.arguing import ARGUING_RULES
from cineledger.agents.stances import Opposed, Rival, Stand, spec_of
from cineledger.agents.yielding import amended_shot, left_behind, like, taken_back
from cineledger.domain.debate.options import (
    AliasOption,
    ApproachOption,
    Look,
)
from cineledger.domain.shots.events import ShotSpec
from cineledger.domain.words import CAST_PREFIX

RIVAL_MARGIN = 0.10
"""How much better (0 to 1) a role must find its own shot before it offers it against another's."""
OBJECT_MARGIN = 0.05
"""How much better before it objects at all."""
BREAKS_CHARACTER = 0.30
"""Below this a cast member finds that a shot breaks the character."""


def favourite(
    role: str,
    beat: BeatView,
    look: Look,
    said: Sequence[str],
    *,
    without: Sequence[ShotSpec] = (),
    other_than: str | None = None,
    remembered: Sequence[Remembered] = (),
) -> ShotSpec | None:
    """The shot a role likes best of those within the limits; None where none is left.

    `without` are shots that are out of the question, `other_than` is a size that is; `remembered` are lessons that
    count a little.
    """
    limits = read_limits(said)
    offered = [
        spec
        for spec in options(beat, look, limits)
        if allowed(spec, limits) is None and spec not in without and spec.size != other_than
    ]
    return max(
        offered,
        key=lambda spec: score(role, beat, spec, look).total + lean_shot(remembered, spec),
        default=None,
    )


def stand_on_shot(ask: StandOnShot) -> Stand:
    """The house rule: weigh each shot by the role's own criteria, and its favourite against the best of them.

    A cast member asked how a shot is made otherwise speaks for her character in that shot, and for no shot of her own.
    """
    if ask.stands is not None and ask.role.startswith(CAST_PREFIX):
        return _stand_on_revision(ask, ask.stands)
    return standing_reminded(ask, _stand_on_shot)


def _stand_on_shot(ask: StandOnShot) -> Stand:
    limits = read_limits(ask.said)
    opposed = list[Opposed]()
    scores = list[tuple[float, int]]()
    for place, proposal in enumerate(ask.tabled):
        spec = spec_of(proposal.option)
        if spec is None:
            continue
        broken = allowed(spec, limits)
        if broken:
            opposed.append(Opposed(place=place, criterion=CONSTRAINT, reason=broken))
        judged = score(ask.role, ask.beat, spec, ask.look)
        learned = lean_shot(ask.remembered, spec)
        scores.append((judged.total + learned - (1.0 if broken else 0.0), place))
        if ask.role.startswith(CAST_PREFIX) and judged.total < BREAKS_CHARACTER and not broken:
            reason = reason_against(ask.role, ask.beat, spec, ask.look, judged)
            opposed.append(Opposed(place=place, criterion=judged.worst, reason=reason, blocking=True))
    if not scores:
        return Stand(supports=None, criterion="text", reason="nothing about a shot is proposed")
    top, best = max(scores, key=lambda pair: (pair[0], -pair[1]))
    spec = cast(ShotSpec, spec_of(ask.tabled[best].option))
    judged = score(ask.role, ask.beat, spec, ask.look)
    down = [gone for t in ask.turned_down if (gone := spec_of(t.option)) is not None]
    down += [] if ask.stands is None else [ask.stands]
    own = favourite(ask.role, ask.beat, ask.look, ask.said, without=down, remembered=ask.remembered)
    liked = score(ask.role, ask.beat, own, ask.look).total + lean_shot(ask.remembered, own) if own else top
    gain = liked - top
    if own is None or ask.round > 1 or gain < OBJECT_MARGIN or own == spec:
        return _stand_for(ask, left_behind(ask, best, scores), opposed)
    if all(o.place != best for o in opposed):
        reason = reason_against(ask.role, ask.beat, spec, ask.look, judged)
        opposed.append(Opposed(place=best, criterion=judged.worst, reason=reason))
    mine = score(ask.role, ask.beat, own, ask.look)
    rival = Rival(
        option=like(ask.tabled[best].option, own),
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


def _stand_for(ask: StandOnShot, place: int, opposed: Sequence[Opposed]) -> Stand:
    """Behind the shot at a place, or behind the own one there as it is changed; what stands in its way taken back."""
    spec = cast(ShotSpec, spec_of(ask.tabled[place].option))
    judged = score(ask.role, ask.beat, spec, ask.look)
    reason = reason_for(ask.role, ask.beat, spec, ask.look, judged)
    broken = {o.place: o.reason for o in opposed if o.criterion == CONSTRAINT}
    back = taken_back(ask, place, judged.best, reason, broken)
    gone = {place, *(taken.place for taken in back)}
    new = (
        amended_shot(ask.role, ask.beat, ask.look, ask.said, ask.tabled, ask.voices, place)
        if ask.rounds_left
        else None
    )
    return Stand(
        supports=place if new is None else None,
        criterion=judged.best,
        reason=reason,
        against=tuple(o for o in opposed if o.place not in gone),
        amends=new,
        withdraws=back,
    )


def _stand_on_revision(ask: StandOnShot, stands: ShotSpec) -> Stand:
    """Silent where the shot is not of her, neither now nor then; against what serves her worse than the shot does."""
    me = ask.role.removeprefix(CAST_PREFIX)
    offered = [(place, spec) for place, t in enumerate(ask.tabled) if (spec := spec_of(t.option)) is not None]
    specs = [stands, *(spec for _, spec in offered)]
    if not offered or not any(Frame(ask.beat, spec, ask.look, me).mine for spec in specs):
        return Stand(
            supports=None, criterion="truth", reason=f"{me} is not in that shot, made so or otherwise"
        )
    now = score(ask.role, ask.beat, stands, ask.look).total
    judged = [(score(ask.role, ask.beat, spec, ask.look), place, spec) for place, spec in offered]
    against = tuple(
        Opposed(
            place=place,
            criterion=j.worst,
            reason=reason_against(ask.role, ask.beat, spec, ask.look, j),
            blocking=j.total < BREAKS_CHARACTER <= now,
        )
        for j, place, spec in judged
        if now - j.total >= OBJECT_MARGIN
    )
    best, place, spec = max(judged, key=lambda one: (one[0].total, -one[1]))
    if any(o.place == place for o in against):
        reason = next(o.reason for o in against if o.place == place)
        return Stand(supports=None, criterion=best.worst, reason=reason, against=against)
    reason = reason_for(ask.role, ask.beat, spec, ask.look, best)
    return Stand(supports=place, criterion=best.best, reason=reason, against=against)


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
        back = taken_back(ask, -best, "vision", reason)
        return Stand(supports=-best, criterion="vision", reason=reason, withdraws=back)
    own_option = ApproachOption(statement=statement, look=own)
    if any(t.option == own_option for t in ask.turned_down):
        return Stand(supports=-best, criterion="vision", reason=reason)
    return Stand(
        supports=None,
        criterion="vision",
        reason=reason,
        against=(Opposed(place=-best, criterion="vision", reason=reason),),
        alternative=Rival(
            option=own_option,
            criterion="vision",
            reason=approach_reason(ask.role, own, own),
        ),
    )


def stand_on_outline(ask: StandOnOutline) -> Stand:
    """The house rule: an outline is a way to begin; nobody knows more before scenes are written."""
    return Stand(
        supports=0, criterion="story", reason="it gives every role scenes to work on; dialogue can follow"
    )


def stand_on_names(ask: StandOnNames) -> Stand:
    """The house rule: whoever has the fewer cues fights for the part, whoever has the more takes it on.

    The rest stands by what is recommended.
    """
    options = [proposal.option for proposal in ask.tabled]
    first = options[0]
    if not isinstance(first, AliasOption):
        return Stand(supports=None, criterion="identity", reason="nothing about the names is proposed")
    me = ask.role.removeprefix(CAST_PREFIX)
    cues = dict(ask.cues)
    keep = first.keep or max(first.names, key=lambda name: cues.get(name, 0))
    mine = me in first.names
    wanted = AliasOption(names=first.names, keep=first.keep if not mine else keep if me == keep else None)
    if any(proposal.option == wanted for proposal in ask.turned_down):
        wanted = first
    reason = _on_names(me, mine, wanted.keep, cues.get(me, 0))
    if wanted in options:
        return Stand(supports=options.index(wanted), criterion="identity", reason=reason)
    return Stand(
        supports=None,
        criterion="identity",
        reason=reason,
        against=(Opposed(place=0, criterion="identity", reason=reason),),
        alternative=Rival(option=wanted, criterion="identity", reason=reason),
    )


def _on_names(me: str, named: bool, keep: str | None, cues: int) -> str:
    if named and keep == me:
        return f"I can say both names' lines as {me}: nothing in them asks for somebody else"
    if named and not keep:
        return f"the page gives {me} a cue of its own, {times(cues)}: that is a part"
    if keep:
        return f"if the audience meets one person, one of us plays {keep} and one feeling runs through"
    return "each is spoken to as somebody, so each wants a face of its own"


DEBATE_RULES: Rules = {
    StandOnShot: stand_on_shot,
    StandOnApproach: stand_on_approach,
    StandOnNames: stand_on_names,
    StandOnOutline: stand_on_outline,
    **ARGUING_RULES,
}
