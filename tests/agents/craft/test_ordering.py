"""Orders of the shoot: what they cost, and how near they are to the best."""

import json
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cineledger.agents.craft.bounds import bound_on, least
from cineledger.agents.craft.instance import Instance, weigh
from cineledger.agents.craft.ordering import order
from tests.support.inputs import INPUTS

TALENT = INPUTS / "schedule" / "talent"


@st.composite
def instances(draw: st.DrawFn, most: int = 6, steps: bool = False) -> Instance:
    """A few items with a few people, with or without steps between them."""
    count, people = draw(st.integers(1, most)), draw(st.integers(1, 5))
    calls = draw(st.lists(st.integers(0, 2**people - 1), min_size=count, max_size=count))
    spans = draw(st.lists(st.integers(1, 4), min_size=count, max_size=count))
    pay = draw(st.lists(st.integers(1, 9), min_size=people, max_size=people))
    row = st.lists(st.integers(0, 9), min_size=count, max_size=count).map(tuple)
    between = tuple(draw(st.lists(row, min_size=count, max_size=count))) if steps else ()
    return Instance(tuple(spans), tuple(calls), tuple(pay), between)


def best(instance: Instance) -> int:
    """The least of all orders, by trying them all."""
    return min(weigh(instance, way) for way in permutations(range(len(instance.spans))))


def test_who_waits_is_paid() -> None:
    """Somebody of the first and the last item waits for the one between; in its best order nobody does."""
    instance = Instance(spans=(1, 3, 1), calls=(0b01, 0b10, 0b01), pay=(5, 7))
    assert weigh(instance, (0, 1, 2)) == 15
    assert weigh(instance, (0, 2, 1)) == 0
    assert order(instance).cost == 0


def test_steps_are_paid() -> None:
    """Going from item to item costs what the steps say, beside waiting."""
    instance = Instance((1, 1), (0, 0), (1,), ((0, 4), (1, 0)))
    assert weigh(instance, (0, 1)) == 4
    assert order(instance).order == (1, 0)


@settings(max_examples=60, deadline=None)
@given(instances())
def test_few_items_are_solved_exactly(instance: Instance) -> None:
    """No order of few items costs less than the one found."""
    found = order(instance, 50)
    assert found.exact
    assert sorted(found.order) == list(range(len(instance.spans)))
    assert found.cost == weigh(instance, found.order) == best(instance) == found.bound


@settings(max_examples=60, deadline=None)
@given(instances(steps=True))
def test_few_items_with_steps_are_solved_exactly(instance: Instance) -> None:
    """The same where going from one to the next costs something; the bound is of waiting alone."""
    found = order(instance, 50)
    assert found.exact and found.cost == weigh(instance, found.order) == best(instance)
    assert found.bound <= found.cost


@settings(max_examples=60, deadline=None)
@given(instances(most=7))
def test_no_order_beats_a_bound(instance: Instance) -> None:
    """Bounds hold for every order, whatever order they are worked out by."""
    places = range(len(instance.spans))
    assert bound_on(instance, places) <= best(instance)
    assert least(instance, places) == (best(instance), True)


@settings(max_examples=8, deadline=None)
@given(instances(most=40, steps=True))
def test_the_same_order_is_found_again(instance: Instance) -> None:
    """Chance is seeded: an instance has one answer, and it is an order of all items."""
    first = order(instance, 200)
    assert first == order(instance, 200)
    assert sorted(first.order) == list(range(len(instance.spans)))
    assert first.cost == weigh(instance, first.order) >= first.bound


@pytest.mark.parametrize(("name", "optimum"), [("film103", 1031), ("film105", 849), ("film116", 541)])
def test_the_talent_scheduling_films_are_solved(name: str, optimum: int) -> None:
    """The optima of the benchmark set (Cheng, Diamond and Lin; CSPLib prob039) are found, and known to be optima."""
    path = TALENT / f"{name}.json"
    if not path.exists():
        pytest.skip("the data set is not here")
    told = json.loads(path.read_text("utf-8"))
    appears, spans, pay = told["appears"], told["duration"], told["actor_cost_per_unit"]
    calls = tuple(sum(1 << a for a, row in enumerate(appears) if row[i]) for i in range(told["scenes"]))
    work = sum(pay[a] * spans[i] for a, row in enumerate(appears) for i, called in enumerate(row) if called)
    found = order(Instance(tuple(spans), calls, tuple(pay)))
    assert found.exact and found.cost + work == optimum


def test_a_long_order_without_waiting_is_found() -> None:
    """Where everybody's scenes can follow one another they do, also in eighty scenes."""
    calls = tuple(0b11 << (place * 7919 % 80 // 4) & 0xFFFFF for place in range(80))
    assert order(Instance((1,) * 80, calls, (3,) * 20)).cost == 0
