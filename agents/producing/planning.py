"""Schedule, budget and risks: planned when everything else is, and again whenever what they rest on changes."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.budgeting import CENT
from cineledger.agents.craft.light import strip_colour
from cineledger.agents.craft.risks import Peril, SceneFacts, perils
from cineledger.agents.craft.scheduling import (
    HOURS_A_DAY,
    Day,
    Piece,
    Strip,
    cast_of,
    day_hours,
    day_light,
    hours_allowed,
    idle,
    laid_out,
    least_idle,
    schedule,
    unfit,
)
from cineledger.agents.producing.agreed import Agreed, agreed
from cineledger.agents.producing.board import strips
from cineledger.agents.producing.shoot import Office, allowed, facts, plan_of
from cineledger.agents.reading import words
from cineledger.agents.role import Moment, Rules
from cineledger.agents.working import Made, Task
from cineledger.domain.office.events import (
    BudgetEstimated,
    BudgetLine,
    DaysAllotted,
    MoneyAllotted,
    ResourceGranted,
    RisksAssessed,
    ScheduleMade,
    ShootingDay,
)
from cineledger.domain.state import State
from cineledger.domain.value import Value
from cineledger.domain.words import RESOURCES

MOST_RESTS = 8
MOST_LOST = 30
"""Days: what loses more stops the shoot, and is no risk of it but its end."""
FULL = 0.9
"""Of the pages that a day takes, from which it is full."""


class Scheduled(Value):
    """The scenes of each shooting day, in order of shooting; a scene that takes several days stands on each."""

    days: tuple[tuple[str, ...], ...]
    method: str


class ScheduleShoot(Ask):
    """On which days, and in which order, are these scenes shot?"""

    ANSWER: ClassVar[type[Value]] = Scheduled
    strips: tuple[Strip, ...]
    hours_a_day: float
    notes: tuple[str, ...]
    """What was said of the schedule as it stood."""

    def faults(self, answer: Scheduled) -> Iterator[str]:
        """Scenes left out, unknown, or on more days than they are long; days without work or with too much of it."""
        yield from checking.said(answer.method, "the method")
        yield from unfit(self.strips, answer.days, self.hours_a_day)


class Feared(Value):
    """What may go wrong."""

    perils: tuple[Peril, ...]


class NameRisks(Ask):
    """What may go wrong on these scenes' days?"""

    ANSWER: ClassVar[type[Value]] = Feared
    scenes: tuple[SceneFacts, ...]
    notes: tuple[str, ...]

    def faults(self, answer: Feared) -> Iterator[str]:
        """Risks of no scene or of scenes that are not shot, off the scale, or that nobody does anything about."""
        there = [scene.scene for scene in self.scenes]
        yield from checking.once((peril.name for peril in answer.perils), "the risk")
        for peril in answer.perils:
            yield from checking.said(peril.name, "the name of a risk")
            yield from checking.said(peril.contingency, f"what is done about {peril.name}")
            yield from checking.known(peril.scenes, there, "scene")
            if not peril.scenes:
                yield f"{peril.name} is a risk of no scene"
            yield from checking.within(peril.likelihood, 0, 1, f"the likelihood of {peril.name}")
            yield from checking.within(peril.days, 0, MOST_LOST, f"the days lost to {peril.name}")


def _asks(moment: Moment) -> Sequence[Ask]:
    state = moment.state
    agreement = agreed(state)
    board = strips(state, agreement)
    if not board:
        return ()
    notes = state.works.notes(ScheduleMade)
    return (
        ScheduleShoot(role=moment.role, strips=board, hours_a_day=allowed(state), notes=notes),
        NameRisks(role=moment.role, scenes=facts(state, board), notes=state.works.notes(RisksAssessed)),
    )


def _makes(moment: Moment, answers: Sequence[Scheduled | Feared]) -> Iterable[Made]:
    if len(answers) < 2:
        return
    state, agreement = moment.state, agreed(moment.state)
    shoot, feared = answers
    assert isinstance(shoot, Scheduled) and isinstance(feared, Feared)
    board = strips(state, agreement)
    days = laid_out(board, shoot.days)
    known = {strip.scene for strip in board}
    office = plan_of(state, days, agreement, [_about(peril, known) for peril in feared.perils])
    rests = _rests(state, agreement)
    yield Made(_scheduled(state, days, shoot.method, agreement, rests), (0,))
    yield Made(_budget(state, office, agreement, rests), (0, 1))
    if office.risks:
        worst = max(office.risks, key=lambda risk: Decimal(str(risk.likelihood)) * risk.cost)
        reason = f"{worst.name} weighs most: {worst.likelihood:.0%} likely, {worst.cost} if it comes"
        yield Made(RisksAssessed(reason=reason, rests=rests, risks=office.risks), (0, 1))


def _about(peril: Peril, known: set[str]) -> Peril:
    return peril.model_copy(update={"scenes": tuple(name for name in peril.scenes if name in known)})


def _rests(state: State, agreement: Agreed) -> tuple[int, ...]:
    """The limits, the trade-offs that were decided, and the words that say how long a day is."""
    spoken = [word.number for word in words(state) if hours_allowed([word.text]) != HOURS_A_DAY]
    return tuple(sorted({*state.office.set_by, *agreement.decisions[-4:], *spoken[-2:]}))[:MOST_RESTS]


def _scheduled(
    state: State, days: Sequence[Day], method: str, agreement: Agreed, rests: tuple[int, ...]
) -> ScheduleMade:
    casts = [cast_of(day) for day in days]
    bound, _ = least_idle(casts)
    limit = allowed(state)
    made = tuple(_day(place, day, days[:place], limit) for place, day in enumerate(days))
    held = idle(casts)
    nights = sum(day_light(day) == "NIGHT" for day in days)
    places = {piece.strip.location for day in days for piece in day}
    parts = [
        _count(len(days), "day"),
        _count(len(places), "place"),
        f"{_count(nights, 'night')}, kept together"
        if nights > 1
        else _count(nights, "night")
        if nights
        else "no night",
        f"cast held {_count(held, 'day')}, {bound} at least" if held else "nobody is held",
    ]
    if state.office.days is not None:
        parts.append(f"{state.office.days} days are allotted")
    return ScheduleMade(
        reason="; ".join([*parts, *_given_up(agreement)]),
        rests=rests,
        days=made,
        idle=held,
        bound=bound,
        method=method,
    )


def _day(place: int, day: Day, before: Sequence[Day], limit: float) -> ShootingDay:
    first, hours = day[0].strip, round(day_hours(day), 1)
    earlier = {piece.strip.scene for past in before for piece in past}
    light = day_light(day)
    scenes = tuple(dict.fromkeys(piece.strip.scene for piece in day))
    return ShootingDay(
        day=place + 1,
        set=first.set,
        location=first.location,
        int_ext=first.int_ext,
        day_night="NIGHT" if light == "NIGHT" else "DAY",
        strip=strip_colour(first.int_ext, first.day_night),
        scenes=scenes,
        goes_on=tuple(scene for scene in scenes if scene in earlier),
        eighths=sum(piece.eighths for piece in day),
        cast=cast_of(day),
        setups=sum(piece.setups for piece in day),
        hours=hours,
        why=_why(day, hours, limit),
    )


def _why(day: Day, hours: float, limit: float) -> str:
    """PIER and HARBOUR by night with IDRIS and MAYA, 2 3/8 pages: 8.5 of 10 hours."""
    sets = list(dict.fromkeys(piece.strip.set for piece in day))
    moves = len({piece.strip.location for piece in day}) - 1
    people = cast_of(day)
    called = (
        f" with {_and(people)}"
        if 0 < len(people) <= 4
        else f" with {len(people)} of the cast"
        if people
        else ""
    )
    night = " by night" if day_light(day) == "NIGHT" else ""
    moved = f", {_count(moves, 'move')} of the company" if moves else ""
    over = "" if hours <= limit + 0.05 else f", {hours - limit:.1f} too many"
    part = _part(day[0])
    length = _pages(sum(piece.eighths for piece in day))
    full = ", all that a day takes" if sum(piece.share for piece in day) > FULL else ""
    return f"{part}{_and(sets)}{night}{called}, {length}{full}{moved}: {hours:g} of {limit:g} hours{over}"


def _pages(eighths: int) -> str:
    """Pages and eighths, as on a stripboard."""
    whole, rest = divmod(eighths, 8)
    told = " ".join(filter(None, [str(whole) if whole else "", f"{rest}/8" if rest else ""]))
    return f"{told or 0} page{'' if eighths <= 8 else 's'}"


def _part(piece: Piece) -> str:
    return f"part {piece.part} of {piece.of} of scene {piece.strip.scene} in " if piece.of > 1 else ""


def _and(names: Sequence[str]) -> str:
    listed = list(names[:4]) + ([f"{len(names) - 4} more"] if len(names) > 4 else [])
    return listed[0] if len(listed) == 1 else f"{', '.join(listed[:-1])} and {listed[-1]}" if listed else ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _given_up(agreement: Agreed) -> list[str]:
    """What was decided to go, so that the plan says what it is a plan of."""
    gone = [
        _count(len(agreement.shots), "setup"),
        _count(len(agreement.sets), "set"),
        _count(len(agreement.cues), "cue"),
    ]
    said = [text for text in gone if not text.startswith("0")]
    return [f"without {_and(said)}, as was decided"] if said else []


def _budget(state: State, office: Office, agreement: Agreed, rests: tuple[int, ...]) -> BudgetEstimated:
    budget, days = office.budget, len(office.days)
    a_day = (budget.total / max(1, days)).quantize(CENT, ROUND_HALF_UP)
    parts = [
        f"{_count(days, 'day')} at {a_day} each",
        *_against(state, budget.total, days),
        *_given_up(agreement),
    ]
    return BudgetEstimated(
        reason="; ".join(parts),
        rests=rests,
        lines=tuple(BudgetLine(**line._asdict()) for line in budget.lines),
        subtotal=budget.subtotal,
        contingency=budget.contingency,
        total=budget.total,
    )


def _against(state: State, total: Decimal, days: int) -> list[str]:
    """How the plan stands to what was allotted."""
    said = []
    if state.office.amount is not None:
        over = total - state.office.amount
        said.append(f"{abs(over)} {'more' if over > 0 else 'less'} than the {state.office.amount} allotted")
    if state.office.days is not None and days != state.office.days:
        over_days = days - state.office.days
        many = "more" if over_days > 0 else "less"
        said.append(f"{_count(abs(over_days), 'day')} {many} than the {state.office.days} allotted")
    return said


def schedule_shoot(ask: ScheduleShoot) -> Scheduled:
    """The house rule: places and nights together, and the order in which the cast is held least."""
    shoot = schedule(ask.strips, ask.hours_a_day)
    return Scheduled(
        days=tuple(tuple(piece.strip.scene for piece in day) for day in shoot.days), method=shoot.method
    )


def name_risks(ask: NameRisks) -> Feared:
    """The house rule: what slug lines and breakdown bring with them."""
    return Feared(perils=perils(ask.scenes))


PLANNING = Task(
    since="review",
    asks=_asks,
    makes=_makes,
    kinds=(ScheduleMade, BudgetEstimated, RisksAssessed),
    after=(RESOURCES,),
    upon=(MoneyAllotted, DaysAllotted, ResourceGranted),
)
PLANNING_RULES: Rules = {ScheduleShoot: schedule_shoot, NameRisks: name_risks}
