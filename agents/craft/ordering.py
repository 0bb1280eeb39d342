"""In which order things are shot, so that who is paid from first to last day waits least."""

import math
import random
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

EXACT = 20
"""Items up to which the best order is looked for without waiting costs on the way; unlike those with `steps`."""
EXACT_WITH_STEPS = 11
STATES = 150_000
"""Partial orders that an exact search may keep at once before it gives up."""
GROUP = 11
"""Items whose own best order is worked out for a bound on many."""
TRIES = 50_000
"""Orders tried by chance in a walk."""
SEEDS = (1, 2)
"""Of the walks: the same orders are found everywhere."""
FEW = 60
"""Items up to which a walk begins from an order made by insertion."""


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


class Ordered(NamedTuple):
    """An order and how good it is."""

    order: tuple[int, ...]
    cost: int
    """Of waiting and steps; work itself is not in it."""
    bound: int
    """No order waits for less."""
    exact: bool
    """No order costs less."""


def order(instance: Instance, tries: int = TRIES) -> Ordered:
    """The order that costs least in waiting and steps, or the best found; the same for the same instance.

    Orders are made by insertion and then changed by simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983)
    with a seed of its own. Of few items every partial order worth it is weighed by dynamic programming over
    subsets (Held and Karp 1962; for talent Garcia de la Banda, Stuckey and Chu 2011).
    """
    count = len(instance.spans)
    if count < 2:
        return Ordered(tuple(range(count)), 0, 0, True)
    merged, members = _merged(instance)
    found = _searched(merged, tries)
    best = _best(merged, weigh(merged, found))
    cost = weigh(merged, best or found)
    bound = cost if best and not instance.steps else bound_on(merged, found)
    flat = tuple(item for group in best or found for item in members[group])
    return Ordered(flat, cost, min(bound, cost), best is not None)


def weigh(instance: Instance, placed: Sequence[int]) -> int:
    """What an order costs in waiting and steps."""
    spans, calls, steps = instance.spans, instance.calls, instance.steps
    price, begun, before = _pricer(instance.pay), 0, list[int]()
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


def bound_on(instance: Instance, placed: Sequence[int]) -> int:
    """What any order costs in waiting at least.

    Items are divided into groups, and each group's own least waiting is worked out. Leaving items out never makes
    anybody wait longer, and each wait falls on an item of one group only, so that the groups' sums add up.
    """
    parts = math.ceil(len(placed) / GROUP)
    ways = (
        [list(placed[start::parts]) for start in range(parts)],
        [list(placed[start : start + GROUP]) for start in range(0, len(placed), GROUP)],
    )
    return max(sum(_least(instance, group) for group in way) for way in ways)


def _least(instance: Instance, group: Sequence[int]) -> int:
    part = Instance(
        tuple(instance.spans[item] for item in group),
        tuple(instance.calls[item] for item in group),
        instance.pay,
    )
    best = _best(part, None)
    return weigh(part, best) if best else 0


def _merged(instance: Instance) -> tuple[Instance, list[list[int]]]:
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


def _pricer(pay: Sequence[int]) -> Callable[[int], int]:
    """What a set of people costs, remembered."""
    known = {0: 0}

    def price(people: int) -> int:
        cost = known.get(people)
        if cost is None:
            low = people & -people
            cost = known[people] = pay[low.bit_length() - 1] + price(people ^ low)
        return cost

    return price


def _best(instance: Instance, cost: int | None) -> list[int] | None:
    """A best order, by partial orders of growing length; None where there are too many.

    `cost` is that of an order found: what costs more already is left out.
    """
    count = len(instance.spans)
    if count > (EXACT_WITH_STEPS if instance.steps else EXACT):
        return None
    return _best_with_steps(instance, cost) if instance.steps else _best_without(instance, cost)


def _best_without(instance: Instance, cost: int | None) -> list[int] | None:
    spans, calls, price = instance.spans, instance.calls, _pricer(instance.pay)
    count, everything = len(spans), (1 << len(spans)) - 1
    needs = _unions(calls) if count <= GROUP + 1 else None
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
    price, count = _pricer(instance.pay), len(instance.spans)
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
        self.price = _pricer(instance.pay)
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
        return sum(steps[one][two] for one, two in pairwise(stretch))
