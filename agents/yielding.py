"""How the house gives way in a debate: what a role takes back, and how it changes a shot of its own."""

from collections.abc import Mapping, Sequence

from cineledger.agents.craft.criteria import reason_for, score
from cineledger.agents.craft.framing import shot
from cineledger.agents.craft.limits import Limits, allowed, read_limits, within
from cineledger.agents.craft.optics import nearer
from cineledger.agents.craft.role_criteria import CONSTRAINT
from cineledger.agents.craft.saying import say
from cineledger.agents.craft.view import BeatView
from cineledger.agents.stances import A_VOICE, Amended, Stands, Tabled, TakenBack, Voice, specs_of
from cineledger.domain.debate.options import Look, Option, RevisionOption, ShotOption
from cineledger.domain.shots.events import ShotSpec
from cineledger.domain.words import Angle, Movement, ShotSize

MEETS = 0.05
"""How much better (0 to 1) whoever objected finds the changed shot, or it does not answer the objection."""
GIVES = 0.05
"""How much worse its author may find it."""
HEIGHTS: tuple[Angle, ...] = ("EYE", "LOW", "HIGH")


def left_behind(ask: Stands, best: int, worth: Sequence[tuple[float, int]]) -> int:
    """The place to stand for: the best by one's own criteria, or a rival where one's own is all one's own.

    A proposal that nobody else stands for, and several are against, is given up for the best that others stand for
    if its author finds that hardly worse than the voices against it weigh. One that was amended waits for its answers.
    """
    own = ask.tabled[best]
    if ask.round == 1 or own.by != ask.role or own.was is not None:
        return best
    others = [voice for voice in ask.voices if voice.role != ask.role]
    against = sum(voice.place == best and not voice.supports for voice in others)
    if against < 2 or any(voice.place == best and voice.supports for voice in others):
        return best
    backed = {voice.place for voice in others if voice.supports}
    top = next(total for total, place in worth if place == best)
    rivals = [(total, -place) for total, place in worth if place in backed and place != best]
    if not rivals or max(rivals)[0] < top - A_VOICE * against:
        return best
    return -max(rivals)[1]


def taken_back(
    ask: Stands, best: int, criterion: str, reason: str, broken: Mapping[int, str] | None = None
) -> tuple[TakenBack, ...]:
    """In a later round: one's own proposals that are not what one stands for, and objections that were answered.

    `broken` are places of what the orchestrator's words forbid now, each with why.
    """
    forbidden = broken or {}
    if ask.round == 1:
        return ()
    gone = [place for place, proposal in enumerate(ask.tabled) if proposal.by == ask.role and place != best]
    if len(gone) == len(ask.tabled):
        return ()
    answered = [best] if best in ask.objects_to and ask.tabled[best].was is not None else []
    return (
        *(
            TakenBack(
                what="proposal",
                place=place,
                criterion=CONSTRAINT if place in forbidden else criterion,
                reason=forbidden.get(place) or f"rather the other: {reason}",
            )
            for place in gone
        ),
        *(
            TakenBack(
                what="objection", place=place, criterion=criterion, reason=f"the change answers it: {reason}"
            )
            for place in answered
        ),
    )


def amended_shot(
    role: str,
    beat: BeatView,
    look: Look,
    said: Sequence[str],
    tabled: Sequence[Tabled],
    voices: Sequence[Voice],
    place: int,
) -> Amended | None:
    """One's own shot with one thing changed, if that brings it within the limits or answers all who are against it.

    Somebody who objected has to find it better, nobody of them worse, and its author hardly worse.
    """
    specs = dict(specs_of(tabled))
    spec = specs.get(place)
    if spec is None or tabled[place].by != role:
        return None
    limits = read_limits(said)
    broken = allowed(spec, limits) is not None
    against = tuple(
        dict.fromkeys(v.role for v in voices if v.place == place and not v.supports and v.role != role)
    )
    if not broken and not against:
        return None
    had = score(role, beat, spec, look).total

    def gains(other: ShotSpec) -> list[float]:
        return [_better(who, beat, look, spec, other) for who in against]

    def answers(other: ShotSpec) -> bool:
        gained = gains(other)
        given = had - score(role, beat, other, look).total
        return broken or (max(gained) >= MEETS and min(gained) >= 0 and given <= GIVES)

    changed = [
        other
        for other in _changed(beat, look, spec, limits)
        if allowed(other, limits) is None and other not in specs.values() and answers(other)
    ]
    best = max(
        changed, key=lambda other: score(role, beat, other, look).total + sum(gains(other)), default=None
    )
    if best is None:
        return None
    judged = score(role, beat, best, look)
    reason = reason_for(role, beat, best, look, judged)
    return Amended(place=place, option=like(tabled[place].option, best), criterion=judged.best, reason=reason)


def _changed(beat: BeatView, look: Look, spec: ShotSpec, limits: Limits) -> list[ShotSpec]:
    """The shot with one thing changed: a step nearer or wider, held still, at another height, or bent to the limits."""
    sizes: list[ShotSize] = [nearer(spec.size, step) for step in (1, -1)]
    parts: list[tuple[ShotSize, Angle, Movement]] = [
        *((size, spec.angle, spec.movement) for size in sizes),
        (spec.size, spec.angle, "STATIC"),
        *((spec.size, angle, spec.movement) for angle in HEIGHTS),
    ]
    made = [
        shot(beat, look, size, spec.type, angle, movement, spec.subject, limits)
        for size, angle, movement in parts
    ]
    bent = within(spec, limits)
    made.append(bent.model_copy(update={"description": say(bent, beat)}))
    return [other for other in made if one_change(spec, other)]


def one_change(spec: ShotSpec, other: ShotSpec) -> bool:
    """Two shots of the same that differ in one thing: size, angle or movement, with what follows from it."""
    if (spec.type, spec.subject) != (other.type, other.subject):
        return False
    differs = (spec.size != other.size, spec.angle != other.angle, spec.movement != other.movement)
    return sum(differs) == 1


def _better(role: str, beat: BeatView, look: Look, spec: ShotSpec, other: ShotSpec) -> float:
    return score(role, beat, other, look).total - score(role, beat, spec, look).total


def like(option: Option, spec: ShotSpec) -> Option:
    """The same kind of option with another shot."""
    if isinstance(option, RevisionOption):
        return RevisionOption(shot=option.shot, spec=spec)
    return ShotOption(spec=spec)
