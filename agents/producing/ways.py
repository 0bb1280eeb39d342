"""The ways in which a plan could be brought within its limits, each with what it would save."""

from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_CEILING, Decimal
from functools import lru_cache
from typing import NamedTuple

from cineledger.agents.craft.risks import perils
from cineledger.agents.craft.scheduling import Day, Strip, schedule
from cineledger.agents.craft.trading import TradeView, Way, kind_of_place, relief
from cineledger.agents.producing.agreed import Agreed, agreed
from cineledger.agents.producing.board import live, strips
from cineledger.agents.producing.shoot import allowed, facts, plan_of
from cineledger.agents.reading import film_look, played_scenes
from cineledger.domain.debate.options import TradeOffOption
from cineledger.domain.design.events import SetGathered
from cineledger.domain.music.events import CueWritten
from cineledger.domain.office.events import BudgetEstimated, ScheduleMade
from cineledger.domain.shots.commands import free_to_change
from cineledger.domain.shots.events import Shot
from cineledger.domain.state import State

MOST_SETUPS, MOST_CUES = 0.25, 0.34
"""Of all of them, what may go at once."""
STEPS = (0.34, 0.67, 1.0)
"""Of what may go, how much is tried, the least that is enough being taken."""
FIRST_TO_GO = ("CUTAWAY", "ESTABLISHING", "REACTION", "POV", "GROUP", "3S", "2S", "OTS", "SINGLE")
"""Types of shots, from the one missed least; a master never goes."""
FACES = ("MCU", "CU", "ECU")
ROUND_TO = Decimal(100)
WORTH_ASKING = 0.05
"""Of what is too much, what a cut takes off at least."""
QUICK = 800
"""Orders tried where only the difference between two plans is wanted."""


class Measured(NamedTuple):
    """A plan by its figures."""

    total: Decimal
    days: int


def exceeds(state: State) -> bool:
    """The plan that stands costs or takes more than was allotted."""
    budget, made, office = state.works.get(BudgetEstimated), state.works.get(ScheduleMade), state.office
    if budget is None or made is None:
        return False
    return (office.amount is not None and budget.total > office.amount) or (
        office.days is not None and len(made.days) > office.days
    )


def trade_view(state: State) -> TradeView | None:
    """The plan against its limits, and every way to bring it within them; None where there is no plan."""
    budget, made = state.works.get(BudgetEstimated), state.works.get(ScheduleMade)
    if budget is None or made is None:
        return None
    bare = TradeView(
        look=film_look(state),
        amount=state.office.amount,
        days=state.office.days,
        total=budget.total,
        planned=len(made.days),
        ways=(),
        outside=any(scene.written.int_ext in ("EXT", "INT/EXT", "EST") for scene in played_scenes(state)),
    )
    return bare.model_copy(update={"ways": tuple(_ways(state, bare))})


def _ways(state: State, view: TradeView) -> Iterator[Way]:
    now = agreed(state)
    measured = _measured(state, now)
    cuts = [_fewer_setups(state, now, measured, view), _merged_sets(state, now, measured)]
    cuts += [_fewer_cues(state, now, measured, view)] if view.over else []
    yield from (way for way in cuts if way is not None and relief(view, way.option) >= WORTH_ASKING)
    if view.over:
        amount = (view.total / ROUND_TO).to_integral_value(ROUND_CEILING) * ROUND_TO
        said = f"spend {view.over} more: the film may cost {amount}"
        yield Way(option=TradeOffOption(way="spend_more", statement=said, amount=amount), share=0)
    if view.over_days:
        many = f"{view.over_days} day{'' if view.over_days == 1 else 's'}"
        said = f"shoot {many} more: {view.planned} in all"
        yield Way(option=TradeOffOption(way="more_days", statement=said, days=view.planned), share=0)


def _fewer_setups(state: State, now: Agreed, measured: Measured, view: TradeView) -> Way | None:
    """Technical shots go whose lines and beats others cover, as many as it takes."""
    every = [shot for scene in played_scenes(state) for shot in live(state, scene.written.scene, now)]
    spare = _spare(state, now)[: max(1, round(MOST_SETUPS * len(every)))]
    best = None
    for step in STEPS:
        gone = spare[: max(1, round(step * len(spare)))]
        if not gone:
            return None
        slates = tuple(shot.planned.shot for shot in gone)
        bare = TradeOffOption(way="fewer_setups", statement="", shots=slates)
        saved = _saved(measured, _measured(state, now.with_(bare)))
        if saved is None:
            continue
        option = _option(
            bare,
            f"give up {len(slates)} setup{'s' * (len(slates) > 1)} that others cover, {_some(slates)}",
            saved,
        )
        best = Way(
            option=option,
            share=round(len(gone) / max(1, len(every)), 3),
            faces=_share(gone, lambda shot: shot.spec.size in FACES),
            moving=_share(gone, lambda shot: shot.spec.movement != "STATIC"),
            inserts=_share(gone, lambda shot: shot.spec.size == "INSERT"),
        )
        if saved.total >= view.over and saved.days >= view.over_days:
            return best
    return best


def _spare(state: State, now: Agreed) -> list[Shot]:
    """Shots that can go one after the other, each of its lines and its beat still covered by those that stay."""
    found: list[Shot] = []
    for scene in played_scenes(state):
        left = live(state, scene.written.scene, now)
        for shot in sorted(left, key=_missed):
            rest = [other for other in left if other is not shot]
            if _may_go(state, shot) and _covered(shot, rest):
                found.append(shot)
                left = rest
    return sorted(found, key=_missed)


def _may_go(state: State, shot: Shot) -> bool:
    technical = shot.question is None and free_to_change(state, shot)
    return technical and shot.status in ("planned", "revised") and shot.spec.type in FIRST_TO_GO


def _missed(shot: Shot) -> tuple[int, float, int]:
    """From the shot that is missed least: by its type, then the shortest."""
    kind = FIRST_TO_GO.index(shot.spec.type) if shot.spec.type in FIRST_TO_GO else len(FIRST_TO_GO)
    return kind, shot.planned.est_duration, shot.number


def _covered(shot: Shot, rest: Sequence[Shot]) -> bool:
    lines = set(range(shot.first, shot.last + 1))
    for other in rest:
        lines -= set(range(other.first, other.last + 1))
    return not lines and any(other.planned.beat == shot.planned.beat for other in rest)


def _share(shots: Sequence[Shot], holds: Callable[[Shot], bool]) -> float:
    return round(sum(map(holds, shots)) / max(1, len(shots)), 3)


def _merged_sets(state: State, now: Agreed, measured: Measured) -> Way | None:
    """The two likest sets become one: of one kind of place, the smaller played in the larger."""
    weight: dict[str, int] = {}
    inside: dict[str, bool] = {}
    for strip in strips(state, now):
        weight[strip.set] = weight.get(strip.set, 0) + strip.eighths
        inside.setdefault(strip.set, strip.int_ext == "INT")
    gathered = [name for name in state.works.of(SetGathered) if name in weight]
    pairs = []
    for one in gathered:
        for two in gathered:
            kind = kind_of_place(one)
            if kind and one != two and kind == kind_of_place(two) and inside[one] == inside[two]:
                if (weight[one], one) > (weight[two], two):
                    pairs.append((weight[two], two, one, kind))
    for _, gone, stays, kind in sorted(pairs)[:2]:
        bare = TradeOffOption(way="merge_sets", statement="", sets=(stays, gone))
        saved = _saved(measured, _measured(state, now.with_(bare)))
        if saved is not None:
            option = _option(bare, f"play {gone} in {stays}", saved)
            share = round(1 / max(1, len(weight)), 3)
            return Way(option=option, share=share, alike=f"a {kind}")
    return None


def _fewer_cues(state: State, now: Agreed, measured: Measured, view: TradeView) -> Way | None:
    """Background cues go, the shortest first, as many as it takes."""
    cues = {name: cue for name, cue in state.works.of(CueWritten).items() if name not in now.cues}
    spare = sorted(
        (name for name, cue in cues.items() if cue.usage in ("BI", "BV")),
        key=lambda name: (cues[name].seconds, name),
    )[: round(MOST_CUES * len(cues))]
    best = None
    for step in STEPS:
        gone = tuple(spare[: max(1, round(step * len(spare)))])
        if not gone:
            return None
        bare = TradeOffOption(way="fewer_cues", statement="", cues=gone)
        saved = _saved(measured, _measured(state, now.with_(bare)))
        if saved is None:
            continue
        option = _option(bare, f"leave out {len(gone)} cue{'s' * (len(gone) > 1)}, {_some(gone)}", saved)
        best = Way(option=option, share=round(len(gone) / len(cues), 3))
        if saved.total >= view.over:
            return best
    return best


def _measured(state: State, agreement: Agreed) -> Measured:
    """What a plan would cost and take, looked at quickly."""
    board = strips(state, agreement)
    days = _quick(board, allowed(state))
    budget = plan_of(state, days, agreement, perils(facts(state, board))).budget
    return Measured(budget.total, len(days))


@lru_cache(maxsize=32)
def _quick(board: tuple[Strip, ...], hours: float) -> tuple[Day, ...]:
    return tuple(schedule(board, hours, QUICK).days)


def _saved(before: Measured, after: Measured) -> Measured | None:
    """What the second plan takes less; None where it takes no less."""
    saved = Measured(before.total - after.total, before.days - after.days)
    return saved if saved.total > 0 or saved.days > 0 else None


def _option(bare: TradeOffOption, said: str, saved: Measured) -> TradeOffOption:
    money = max(Decimal(0), saved.total)
    days = f" and {saved.days} day{'' if saved.days == 1 else 's'}" if saved.days > 0 else ""
    statement = f"{said}: saves about {money}{days}"
    return bare.model_copy(
        update={"statement": statement, "saves": money, "saves_days": float(max(0, saved.days))}
    )


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:4]) + (f" and {len(names) - 4} more" if len(names) > 4 else "")
