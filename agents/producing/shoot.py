"""The plan of the shoot whole: days, what they cost, and what may go wrong."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from cineledger.agents.craft.budgeting import CENT, Estimate, estimate
from cineledger.agents.craft.rates import LOST_DAY
from cineledger.agents.craft.risks import Peril, SceneFacts
from cineledger.agents.craft.scheduling import HOURS_A_DAY, Day, Strip, cast_of, day_hours, hours_allowed
from cineledger.agents.producing.agreed import Agreed
from cineledger.agents.producing.board import counted, needs_of
from cineledger.agents.reading import words
from cineledger.domain.office.events import Risk, ScheduleMade
from cineledger.domain.state import State

LONG_DAY = 0.97
"""Of the hours allowed, from which a day has nothing to spare."""


class Office(NamedTuple):
    """The plan of the shoot whole."""

    days: tuple[Day, ...]
    budget: Estimate
    risks: tuple[Risk, ...]


def plan_of(state: State, days: tuple[Day, ...], agreement: Agreed, dangers: Sequence[Peril]) -> Office:
    """Budget and risks of a schedule; the risks cost days, and their cost is the contingency."""
    plan = counted(state, agreement, days)
    bare = estimate(plan)
    a_day = (bare.subtotal / max(1, len(days)) * LOST_DAY).quantize(CENT, ROUND_HALF_UP)
    risks = tuple(_costed(danger, a_day) for danger in (*dangers, *_of_the_plan(days)))
    exposure = sum((Decimal(str(risk.likelihood)) * risk.cost for risk in risks), Decimal(0))
    worst = max(risks, key=lambda risk: Decimal(str(risk.likelihood)) * risk.cost, default=None)
    return Office(days, estimate(plan, exposure, worst.name if worst else ""), risks)


def _costed(danger: Peril, a_day: Decimal) -> Risk:
    cost = (Decimal(str(danger.days)) * a_day).quantize(CENT, ROUND_HALF_UP)
    return Risk(**danger.model_dump(), cost=cost)


def _of_the_plan(days: Sequence[Day]) -> list[Peril]:
    """The risks that the schedule itself brings: one place, one person, full days, a stranger's clock."""
    found = list[Peril]()
    scenes = [piece.strip.scene for day in days for piece in day]
    stands: dict[str, int] = {}
    for day in days:
        for place in {piece.strip.location for piece in day}:
            stands[place] = stands.get(place, 0) + 1
    place = max(stands, key=lambda name: (stands[name], name), default="")
    if len(days) > 2 and stands[place] >= 0.6 * len(days):
        there = [p.strip.scene for day in days for p in day if p.strip.location == place]
        said = f"{stands[place]} of {len(days)} days hang on {place}: a contract with a second week held, and a twin"
        found.append(_peril("one location", there, 0.1, 2.0, said))
    called: dict[str, int] = {}
    for day in days:
        for person in cast_of(day):
            called[person] = called.get(person, 0) + 1
    lead = max(called, key=lambda name: (called[name], name), default="")
    if len(days) > 1 and called and called[lead] == len(days):
        said = f"{lead} is called on all {len(days)} days: cast insurance, and scenes without {lead} held as cover"
        found.append(_peril("one of the cast on every day", scenes, 0.08, 1.5, said))
    full = [day for day in days if day_hours(day) >= LONG_DAY * HOURS_A_DAY]
    if full:
        said = (
            f"{len(full)} of {len(days)} days have nothing to spare: know on each which setups can be dropped"
        )
        likely = min(0.6, 0.2 + 0.05 * len(full))
        found.append(_peril("full days", [p.strip.scene for d in full for p in d], likely, 0.5, said))
    return found


def _peril(name: str, scenes: Iterable[str], likelihood: float, days: float, contingency: str) -> Peril:
    told = tuple(dict.fromkeys(scenes))
    return Peril(name=name, scenes=told, likelihood=likelihood, days=days, contingency=contingency)


def allowed(state: State) -> float:
    """Hours of work a day."""
    said = [word.text for word in words(state)]
    return hours_allowed(said, state.works.notes(ScheduleMade))


def facts(state: State, board: Sequence[Strip]) -> tuple[SceneFacts, ...]:
    """The scenes as somebody who fears for the day sees them."""
    kept = ("STUNTS", "SFX", "ANIMALS", "CHILDREN", "EXTRAS", "VEHICLES", "VFX", "WEAPONS")
    return tuple(
        SceneFacts(
            scene=strip.scene,
            location=strip.set,
            int_ext=strip.int_ext,
            day_night=strip.day_night,
            eighths=strip.eighths,
            needs=tuple(
                (item.category, item.name, item.count, item.quote)
                for item in needs_of(state, strip.scene)
                if item.category in kept
            ),
        )
        for strip in board
    )
