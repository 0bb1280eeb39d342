"""Things to be shot one after another, and what an order of them costs."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple


class Instance(NamedTuple):
    """Things to be shot one after another."""

    spans: tuple[int, ...]
    """How long each takes."""
    calls: tuple[int, ...]
    """Who is needed for each, a bit for each person."""
    pay: tuple[int, ...]
    """What each person costs for a unit of waiting, in order of the bits."""
    steps: tuple[tuple[int, ...], ...] = ()
    """What it costs to go from one thing to another: a move, a turnaround. Empty where nothing does."""


def weigh(instance: Instance, placed: Sequence[int]) -> int:
    """What an order costs in waiting and steps."""
    spans, calls, steps = instance.spans, instance.calls, instance.steps
    price, begun, before = pricer(instance.pay), 0, list[int]()
    for item in placed:
        begun |= calls[item]
        before.append(begun)
    total, after = 0, 0
    for at in range(len(placed) - 1, -1, -1):
        item = placed[at]
        after |= calls[item]
        total += spans[item] * price(before[at] & after & ~calls[item])
    if steps:
        total += sum(steps[one][two] for one, two in pairwise(placed))
    return total


def merged(instance: Instance) -> tuple[Instance, list[list[int]]]:
    """Without people who come once, and with items of the same people as one where steps cost nothing.

    Such items stand next to each other in some best order (Garcia de la Banda et al.).
    """
    often, once = 0, 0
    for call in instance.calls:
        often |= once & call
        once |= call
    calls = [call & often for call in instance.calls]
    if instance.steps:
        return instance._replace(calls=tuple(calls)), [[item] for item in range(len(calls))]
    groups: dict[int, list[int]] = {}
    for item, call in enumerate(calls):
        groups.setdefault(call, []).append(item)
    spans = tuple(sum(instance.spans[item] for item in items) for items in groups.values())
    return Instance(spans, tuple(groups), instance.pay), list(groups.values())


def pricer(pay: Sequence[int]) -> Callable[[int], int]:
    """What a set of people costs, remembered."""
    return _Prices(pay).__getitem__


class _Prices(dict[int, int]):
    """A set of people → what it costs, worked out when it is first asked for."""

    def __init__(self, pay: Sequence[int]) -> None:
        super().__init__({0: 0})
        self._pay = pay

    def __missing__(self, people: int) -> int:
        low = people & -people
        self[people] = self._pay[low.bit_length() - 1] + self[people ^ low]
        return self[people]
