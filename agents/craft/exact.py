"""A best order, by weighing every partial order that is worth it."""

from collections.abc import Sequence

from cineledger.agents.craft.instance import Instance, pricer

EXACT = 20
"""Items up to which the best order is looked for where steps cost nothing."""
EXACT_WITH_STEPS = 11
SMALL = 12
"""Items up to which everybody needed by any set of items is worked out at once."""
STATES = 150_000
"""Partial orders that a search may keep at once before it gives up."""


def best_order(instance: Instance, cost: int | None) -> list[int] | None:
    """A best order, by partial orders of growing length; None where there are too many.

    `cost` is that of an order found: what costs more already is left out.
    """
    count = len(instance.spans)
    if count > (EXACT_WITH_STEPS if instance.steps else EXACT):
        return None
    return _best_with_steps(instance, cost) if instance.steps else _best_without(instance, cost)


def _best_without(instance: Instance, cost: int | None) -> list[int] | None:
    spans, calls, price = instance.spans, instance.calls, pricer(instance.pay)
    count, everything = len(spans), (1 << len(spans)) - 1
    needs = _unions(calls) if count <= SMALL else None
    layer: dict[int, tuple[int, int]] = {0: (0, 0)}
    """Items placed → cost, and who has begun."""
    came: list[dict[int, int]] = []
    for _ in range(count):
        following: dict[int, tuple[int, int]] = {}
        last: dict[int, int] = {}
        for placed, (spent, begun) in layer.items():
            left = everything ^ placed
            on_hand = begun & (needs[left] if needs else _union(calls, left))
            choices = _forced(calls, left, on_hand) or left
            while choices:
                low = choices & -choices
                choices ^= low
                item = low.bit_length() - 1
                total = spent + spans[item] * price(on_hand & ~calls[item])
                if cost is not None and total > cost:
                    continue
                former = following.get(placed | low)
                if former is None or total < former[0]:
                    following[placed | low] = total, begun | calls[item]
                    last[placed | low] = item
        if len(following) > STATES:
            return None
        came.append(last)
        layer = following
    return _walked(came, everything)


def _forced(calls: Sequence[int], left: int, on_hand: int) -> int:
    """An item of just the people who are there anyhow: nobody waits for it now, and it is in nobody's way later."""
    rest = left
    while rest:
        low = rest & -rest
        rest ^= low
        if calls[low.bit_length() - 1] == on_hand:
            return low
    return 0


def _walked(came: Sequence[dict[int, int]], everything: int) -> list[int]:
    placed, backwards = everything, list[int]()
    for last in reversed(came):
        item = last[placed]
        backwards.append(item)
        placed ^= 1 << item
    return backwards[::-1]


def _best_with_steps(instance: Instance, cost: int | None) -> list[int] | None:
    spans, calls, steps = instance.spans, instance.calls, instance.steps
    price, count = pricer(instance.pay), len(instance.spans)
    everything, needs = (1 << count) - 1, _unions(calls)
    layer: dict[tuple[int, int], int] = {(1 << item, item): 0 for item in range(count)}
    came: list[dict[tuple[int, int], int]] = []
    for _ in range(count - 1):
        following: dict[tuple[int, int], int] = {}
        last: dict[tuple[int, int], int] = {}
        for (placed, here), spent in layer.items():
            left = everything ^ placed
            on_hand = needs[placed] & needs[left]
            choices = left
            while choices:
                low = choices & -choices
                choices ^= low
                item = low.bit_length() - 1
                total = spent + steps[here][item] + spans[item] * price(on_hand & ~calls[item])
                key = (placed | low, item)
                if (cost is None or total <= cost) and total < following.get(key, total + 1):
                    following[key] = total
                    last[key] = here
        came.append(last)
        layer = following
    placed, here = min(layer, key=lambda key: (layer[key], key))
    backwards = [here]
    for last in reversed(came):
        placed, here = placed ^ (1 << here), last[placed, here]
        backwards.append(here)
    return backwards[::-1]


def _union(calls: Sequence[int], items: int) -> int:
    people = 0
    while items:
        low = items & -items
        items ^= low
        people |= calls[low.bit_length() - 1]
    return people


def _unions(calls: Sequence[int]) -> list[int]:
    """Everybody needed by each set of items."""
    needs = [0] * (1 << len(calls))
    for items in range(1, len(needs)):
        low = items & -items
        needs[items] = needs[items ^ low] | calls[low.bit_length() - 1]
    return needs
