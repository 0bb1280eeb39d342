"""In which order things are shot, so that who is paid from first to last day waits least."""

import math
import random
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from cineledger.agents.craft.bounds import bound_on
from cineledger.agents.craft.exact import best_order
from cineledger.agents.craft.instance import Instance, merged, pricer, weigh

TRIES = 50_000
"""Orders tried by chance in a walk."""
SEEDS = (1, 2)
"""Of the walks: the same orders are found everywhere."""
FEW = 60
"""Items up to which a walk begins from an order made by insertion."""


class Ordered(NamedTuple):
    """An order and how good it is."""

    order: tuple[int, ...]
    cost: int
    """Of waiting and steps; work itself is not in it."""
    bound: int
    """No order waits for less."""
    exact: bool
    """No order costs less."""


def order(instance: Instance, tries: int = TRIES, *, bounded: bool = True) -> Ordered:
    """The order that costs least in waiting and steps, or the best found; the same for the same instance.

    Orders are made by insertion and then changed by simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983)
    with a seed of its own. Of few items every partial order worth it is weighed by dynamic programming over
    subsets (Held and Karp 1962; for talent Garcia de la Banda, Stuckey and Chu 2011). Where nobody asks for a
    bound (not `bounded`), that of a long order is 0.
    """
    count = len(instance.spans)
    if count < 2:
        return Ordered(tuple(range(count)), 0, 0, True)
    one, members = merged(instance)
    found = _searched(one, tries)
    best = best_order(one, weigh(one, found))
    cost = weigh(one, best or found)
    bound = cost if best and not instance.steps else bound_on(one, found) if bounded else 0
    flat = tuple(item for group in best or found for item in members[group])
    return Ordered(flat, cost, min(bound, cost), best is not None)


def _inserted(instance: Instance) -> list[int]:
    """Items put one by one where they cost least, those of most people first."""
    big = sorted(range(len(instance.spans)), key=lambda i: (-instance.calls[i].bit_count(), i))
    placed: list[int] = []
    for item in big:
        tried = [[*placed[:at], item, *placed[at:]] for at in range(len(placed) + 1)]
        placed = min(tried, key=lambda way: weigh(instance, way))
    return placed


def _searched(instance: Instance, tries: int) -> list[int]:
    """The best order met in walks that take worse steps ever more rarely."""
    count = len(instance.spans)
    start = _inserted(instance) if count <= FEW else list(range(count))
    if count < 3:
        return start
    walks = [_walked_from(instance, start, tries, seed) for seed in SEEDS]
    return min(walks, key=lambda placed: weigh(instance, placed))


def _walked_from(instance: Instance, start: list[int], tries: int, seed: int) -> list[int]:
    walk, dice = _Walk(instance, list(start)), random.Random(seed)
    count = len(start)
    warm = max(1, walk.cost) / count
    best, least = list(start), walk.cost
    for place in range(tries):
        one = dice.randrange(count)
        two = min(count - 1, one + 1 + int(count * dice.random() ** 2))
        if one == two:
            continue
        window = _changed(walk.placed[one : two + 1], dice)
        change, fit = walk.change(one, window)
        heat = warm * (1 - place / tries) ** 3
        if change <= 0 or dice.random() < math.exp(-change / heat):
            walk.take(one, window, change, fit)
            if walk.cost < least:
                best, least = list(walk.placed), walk.cost
    return best


def _changed(window: list[int], dice: random.Random) -> list[int]:
    """A stretch with one end put at the other, turned round, or its two parts changed over."""
    kind = dice.random()
    if kind < 0.35:
        return [*window[1:], window[0]]
    if kind < 0.7:
        return [window[-1], *window[:-1]]
    if kind < 0.85:
        return window[::-1]
    part = dice.randrange(1, len(window))
    return [*window[part:], *window[:part]]


_Fit = tuple[list[int], list[int], list[int]]


class _Walk:
    """An order under change: only the stretch that changes is weighed again, for nobody outside it notices."""

    def __init__(self, instance: Instance, placed: list[int]) -> None:
        self.instance, self.placed = instance, placed
        self.price = pricer(instance.pay)
        self.before = [0] * (len(placed) + 1)
        """Who has begun before each place."""
        self.after = [0] * (len(placed) + 1)
        """Who is needed from each place on."""
        self.waits = [0] * len(placed)
        self.cost = weigh(instance, placed)
        self.take(0, placed, 0, self.change(0, placed)[1])

    def change(self, start: int, window: Sequence[int]) -> tuple[int, _Fit]:
        """How much more it costs with a stretch of the order put so, and what to remember of it."""
        spans, calls, price = self.instance.spans, self.instance.calls, self.price
        begun, before = self.before[start], list[int]()
        for item in window:
            begun |= calls[item]
            before.append(begun)
        end = start + len(window)
        needed, after, waits = self.after[end], [0] * len(window), [0] * len(window)
        for at in range(len(window) - 1, -1, -1):
            item = window[at]
            needed |= calls[item]
            after[at] = needed
            waits[at] = spans[item] * price(before[at] & needed & ~calls[item])
        change = sum(waits) - sum(self.waits[start:end])
        if self.instance.steps:
            change += self._stepped(start, window) - self._stepped(start, self.placed[start:end])
        return change, (before, after, waits)

    def take(self, start: int, window: Sequence[int], change: int, fit: _Fit) -> None:
        """Puts a stretch of the order so."""
        before, after, waits = fit
        end = start + len(window)
        self.placed[start:end] = window
        self.before[start + 1 : end + 1] = before
        self.after[start:end] = after
        self.waits[start:end] = waits
        self.cost += change

    def _stepped(self, start: int, window: Sequence[int]) -> int:
        """What the steps into, within and out of a stretch cost."""
        steps, end = self.instance.steps, start + len(window)
        stretch = [*self.placed[max(0, start - 1) : start], *window, *self.placed[end : end + 1]]
        cost = 0
        for one, two in pairwise(stretch):
            cost += steps[one][two]
        return cost
