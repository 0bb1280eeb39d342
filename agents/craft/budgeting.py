"""What a film costs, line by line: a quantity that the plan gives, a rate, and why."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from cineledger.agents.craft.rates import (
    CREW_ON_SET,
    EDIT_A_MINUTE,
    EDIT_A_SETUP,
    LEAST_CONTINGENCY,
    MOST_CONTINGENCY,
    PREP,
    RATES,
)

CENT = Decimal("0.01")


class Plan(NamedTuple):
    """What the budget counts."""

    pages: Decimal
    days: int
    night_days: int
    work: Mapping[str, int]
    """Person → days of work."""
    held: Mapping[str, int]
    """Person → days of waiting."""
    stages: Sequence[str]
    locations: Sequence[str]
    """Sets built, and sets found."""
    stage_days: int
    moves: int
    setups: int
    rigs: Mapping[str, int]
    """Rate key of a rig → days it is on set."""
    calls: Mapping[str, int]
    """Rate key of what the breakdown calls for by the day → days."""
    extras: int
    """Heads, over all days."""
    props: int
    heroes: int
    doubles: int
    wounds: int
    vfx: int
    cues: int
    score: Decimal
    """Seconds."""


class Line(NamedTuple):
    """A line of the budget."""

    account: str
    name: str
    quantity: Decimal
    unit: str
    rate: Decimal
    amount: Decimal
    why: str


class Estimate(NamedTuple):
    """The whole budget; the contingency is its last line."""

    lines: tuple[Line, ...]
    subtotal: Decimal
    contingency: Decimal
    total: Decimal


def estimate(plan: Plan, exposure: Decimal = Decimal(0), feared: str = "") -> Estimate:
    """The budget of a plan; `exposure` is what its risks are expected to cost, `feared` names the worst."""
    lines = [line for line in _direct(plan) if line.quantity]
    above = sum((line.amount for line in lines), Decimal(0))
    lines += [
        _line("insurance", above, f"equipment, liability and people, on {above} above"),
        _line("general", above, f"office, permits, legal, on {above} above"),
    ]
    subtotal = sum((line.amount for line in lines), Decimal(0))
    share = exposure / subtotal if subtotal else Decimal(0)
    share = min(MOST_CONTINGENCY, max(LEAST_CONTINGENCY, share)).quantize(Decimal("0.0001"), ROUND_HALF_UP)
    expected = (
        f"the risks are expected to cost {exposure.quantize(CENT)}" if exposure else "nothing much is at risk"
    )
    bounds = f"held between {LEAST_CONTINGENCY:.0%} and {MOST_CONTINGENCY:.0%}"
    why = f"{expected}{f', {feared} most' if feared else ''}; {bounds}"
    spare = _line("contingency", subtotal, why, share)
    return Estimate((*lines, spare), subtotal, spare.amount, subtotal + spare.amount)


def _line(key: str, quantity: Decimal | int, why: str, rate: Decimal | None = None) -> Line:
    told = RATES[key]
    price, much = told.rate if rate is None else rate, Decimal(quantity)
    return Line(
        told.account,
        told.name,
        much,
        told.unit,
        price,
        (much * price).quantize(CENT, ROUND_HALF_UP),
        why,
    )


def _direct(plan: Plan) -> Iterator[Line]:
    """Every line that a quantity of the plan gives."""
    days, prep = plan.days, (plan.days * PREP).to_integral_value(ROUND_HALF_UP)
    minutes = plan.pages
    edit = (minutes * EDIT_A_MINUTE + plan.setups * EDIT_A_SETUP).to_integral_value(ROUND_HALF_UP)
    edit = max(Decimal(1), edit) if days else Decimal(0)
    shot = f"{days} shooting day{'' if days == 1 else 's'}"
    yield _line("story", plan.pages, f"{plan.pages} pages")
    yield _line("producer", prep + days, f"{prep} of preparation and {shot}")
    yield _line(
        "director", prep + days + edit // 3, f"{prep} of preparation, {shot}, {edit // 3} in the cutting room"
    )
    yield _line("cast", sum(plan.work.values()), _people(plan.work, "works", "work"))
    yield _line("cast_held", sum(plan.held.values()), _people(plan.held, "waits", "wait"))
    for key in ("stunts", "minors"):
        yield _line(key, plan.calls.get(key, 0), _called(plan, key))
    yield _line("staff", prep // 2 + days, f"{prep // 2} of preparation and {shot}")
    yield _line("extras", plan.extras, f"{plan.extras} heads over the days that call for background")
    sets = len(plan.stages) + len(plan.locations)
    yield _line("art", prep + days, f"{prep} of preparation and {shot}")
    yield _line("build", len(plan.stages), f"built on a stage: {_some(plan.stages)}")
    yield _line("grip", days, shot)
    for key in ("crane", "steadicam", "dolly", "drone", "car_rig"):
        yield _line(key, plan.rigs.get(key, 0), f"{_days(plan.rigs.get(key, 0))} with shots that need it")
    for key in ("animals", "sfx", "fire"):
        yield _line(key, plan.calls.get(key, 0), _called(plan, key))
    yield _line("dressing", sets, f"sets: {_some([*plan.stages, *plan.locations])}")
    yield _line("props", plan.props, f"{plan.props} different things are handled")
    yield _line("heroes", plan.heroes, "the story hangs on them")
    yield _line("weapons", plan.calls.get("weapons", 0), _called(plan, "weapons"))
    yield _line("wardrobe", len(plan.work), f"{len(plan.work)} characters are seen")
    yield _line(
        "doubles", plan.doubles, f"soaked or torn in {plan.doubles} scene{'' if plan.doubles == 1 else 's'}"
    )
    yield _line("makeup", days, shot)
    yield _line("wounds", plan.wounds, f"{plan.wounds} scenes with wounds, age or worse")
    yield _line("electric", days, shot)
    yield _line("night", plan.night_days, f"{_days(plan.night_days)} of exteriors by night")
    yield _line("camera", days, f"{shot}, {plan.setups} setups")
    yield _line("sound", days, shot)
    yield _line("playback", plan.calls.get("playback", 0), _called(plan, "playback"))
    yield _line("transport", days, shot)
    yield _line("move", plan.moves, f"{plan.moves} times the trucks go to another place")
    yield _line("cars", plan.calls.get("cars", 0), _called(plan, "cars"))
    yield _line("location", days - plan.stage_days, f"{_days(days - plan.stage_days)} away from the stage")
    yield _line("stage", plan.stage_days, f"{_days(plan.stage_days)} on the stage")
    heads = days * CREW_ON_SET + sum(plan.work.values()) + plan.extras
    yield _line("catering", heads, f"a crew of {CREW_ON_SET} on {shot}, and everybody called")
    yield _line("editing", edit, f"{minutes} minutes and {plan.setups} setups to be looked through")
    score = (plan.score / 60).quantize(CENT, ROUND_HALF_UP)
    yield _line("music", score, f"{plan.score} seconds of score")
    yield _line("cues", plan.cues, f"{plan.cues} cue{'' if plan.cues == 1 else 's'}")
    yield _line("mix", minutes, f"{minutes} minutes")
    yield _line("vfx", plan.vfx, f"{plan.vfx} shots see something that is not there")
    yield _line("grade", minutes, f"{minutes} minutes")
    yield _line("publicity", days, shot)


def _called(plan: Plan, key: str) -> str:
    return f"{_days(plan.calls.get(key, 0))} whose scenes call for it"


def _days(count: int) -> str:
    return f"{count} day{'' if count == 1 else 's'}"


def _people(days: Mapping[str, int], one: str, many: str) -> str:
    """MAYA works 3, JON 2 days."""
    counted = sorted(
        ((name, count) for name, count in days.items() if count), key=lambda pair: (-pair[1], pair[0])
    )
    listed = [
        f"{name} {one} {count}" if not at else f"{name} {count}"
        for at, (name, count) in enumerate(counted[:6])
    ]
    more = f" and {len(counted) - 6} more" if len(counted) > 6 else ""
    return f"{', '.join(listed)}{more}" if counted else f"nobody {many}"


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "") or "none"
