"""Ordering what is shot: distance from the optimum or from a bound, and time."""

import json
import random

from cineledger.agents.craft.instance import Instance
from cineledger.agents.craft.ordering import order
from cineledger.agents.craft.scheduling import Strip, cast_of, idle, least_idle, schedule
from tests.benchmarks.measure import Spent, Table, count, s, stopwatch, verdict
from tests.support.inputs import INPUTS

TALENT = INPUTS / "schedule" / "talent"
OPTIMA = {"film103": 1031, "film105": 849, "film116": 541}
"""By dynamic programming over subsets, as the data set's notes have them; work itself is in them."""
LONGEST = 3.0
"""CPU seconds."""


def run(quick: bool) -> Table:
    """The talent-scheduling films, instances whose optimum is known, and random ones of 20 to 200 scenes."""
    table = Table(
        "scheduling: pay of waiting cast, from the optimum or above a bound",
        ["instance", "scenes", "people", "cost", "optimum", "bound", "above", "CPU", "aim", "held"],
        note="Cost is pay on set, waiting included, for the films; of waiting alone for the others. “Above” is above "
        "the optimum where one is known, else above the bound, which is weak for random instances.",
    )
    for name, optimum in OPTIMA.items():
        if (TALENT / f"{name}.json").exists():
            _film(table, name, optimum)
    for scenes in (20,) if quick else (20, 40, 80, 120, 160, 200):
        _planted(table, scenes)
    for scenes in (20,) if quick else (20, 40, 80, 120, 160, 200):
        _random(table, scenes)
    for scenes in (20,) if quick else (40, 100, 190):
        _board(table, scenes)
    return table


def _film(table: Table, name: str, optimum: int) -> None:
    told = json.loads((TALENT / f"{name}.json").read_text("utf-8"))
    appears, spans, pay = told["appears"], told["duration"], told["actor_cost_per_unit"]
    calls = tuple(sum(1 << a for a, row in enumerate(appears) if row[i]) for i in range(told["scenes"]))
    work = sum(pay[a] * spans[i] for a, row in enumerate(appears) for i, called in enumerate(row) if called)
    spent: list[Spent] = []
    with stopwatch(spent):
        found = order(Instance(tuple(spans), calls, tuple(pay)))
    cost = found.cost + work
    bound = found.bound + work
    _row(table, name, told["scenes"], len(pay), cost, optimum, bound, spent[0])


def _planted(table: Table, scenes: int) -> None:
    """Everybody's scenes follow one another in some order, so that nobody need wait: the optimum is 0."""
    dice, people = random.Random(scenes), max(6, min(24, scenes // 4 + 4))
    stays = [sorted((dice.randrange(scenes), dice.randrange(scenes))) for _ in range(people)]
    calls = [sum(1 << p for p, (one, two) in enumerate(stays) if one <= i <= two) for i in range(scenes)]
    dice.shuffle(calls)
    pay = tuple(dice.choice((1, 2, 4, 8)) for _ in range(people))
    spent: list[Spent] = []
    with stopwatch(spent):
        found = order(Instance((1,) * scenes, tuple(calls), pay))
    _row(table, "nobody need wait", scenes, people, found.cost, 0, found.bound, spent[0])


def _random(table: Table, scenes: int) -> None:
    dice, people = random.Random(scenes), max(6, min(24, scenes // 4 + 4))
    some = [dice.sample(range(people), dice.choice((1, 2, 2, 3, 4))) for _ in range(scenes)]
    calls = tuple(sum(1 << person for person in chosen) for chosen in some)
    spans = tuple(dice.randint(1, 8) for _ in range(scenes))
    pay = tuple(dice.choice((1, 2, 4, 8)) for _ in range(people))
    spent: list[Spent] = []
    with stopwatch(spent):
        found = order(Instance(spans, calls, pay))
    optimum = found.cost if found.exact else None
    _row(table, "random", scenes, people, found.cost, optimum, found.bound, spent[0])


def _board(table: Table, scenes: int) -> None:
    """A whole schedule: scenes of a film in days, its cost the days that cast are held."""
    dice = random.Random(scenes)
    cast = [f"P{number}" for number in range(max(6, scenes // 12))]
    places = [f"PLACE {number}" for number in range(max(4, scenes // 12))]
    strips = tuple(
        Strip(
            scene=str(number),
            set=(place := dice.choice(places)),
            location=place,
            int_ext=dice.choice(("INT", "INT", "EXT")),
            day_night=dice.choice(("DAY", "DAY", "NIGHT")),
            eighths=dice.randint(1, 20),
            cast=tuple(sorted(dice.sample(cast, dice.choice((1, 2, 2, 3))))),
            setups=dice.randint(2, 9),
            hours=dice.choice((1.0, 2.0, 2.5, 4.0, 5.5)),
        )
        for number in range(1, scenes + 1)
    )
    spent: list[Spent] = []
    with stopwatch(spent):
        days = schedule(strips).days
    casts = [cast_of(day) for day in days]
    bound, _ = least_idle(casts)
    _row(table, f"a film, {len(days)} days", scenes, len(cast), idle(casts), None, bound, spent[0])


def _row(
    table: Table,
    name: str,
    scenes: int,
    people: int,
    cost: int,
    optimum: int | None,
    bound: int,
    spent: Spent,
) -> None:
    least = bound if optimum is None else optimum
    above = f"{cost - least} ({(cost - least) / least:.1%})" if least else str(cost - least)
    known = "" if optimum is None else count(optimum)
    table.add(
        name,
        count(scenes),
        count(people),
        count(cost),
        known,
        count(bound),
        above,
        s(spent.cpu),
        f"≤ {LONGEST:g} s",
        verdict(spent.cpu <= LONGEST),
    )
