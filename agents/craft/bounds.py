"""What no order can do better than."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from cineledger.agents.craft.exact import best_order
from cineledger.agents.craft.instance import Instance, merged, weigh

GROUP = 11
"""Items whose own best order is worked out for a bound on many."""
MOMENTS = 40
"""Stretches of the shoot in which it is asked how many can be away."""
NODES = 40_000
"""Sets of people tried for one moment before all of them are taken to be away."""


def least(instance: Instance, placed: Sequence[int]) -> tuple[int, bool]:
    """What any order costs in waiting at least, and whether some order costs no more; `placed` is one to go by."""
    one, members = merged(instance._replace(steps=()))
    group_of = {item: group for group, items in enumerate(members) for item in items}
    known = list(dict.fromkeys(group_of[item] for item in placed))
    best = best_order(one, weigh(one, known))
    return (weigh(one, best), True) if best else (bound_on(one, known), False)


def bound_on(instance: Instance, placed: Sequence[int]) -> int:
    """What any order costs in waiting at least; `placed` is an order to go by, and any will do."""
    return max(_by_groups(instance, placed), _by_moments(instance))


def _by_groups(instance: Instance, placed: Sequence[int]) -> int:
    """Items are divided into groups, and each group's own least waiting is worked out.

    Leaving items out never makes anybody wait longer, and each wait falls on an item of one group only, so that the
    groups' sums add up.
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
    best = best_order(part, None)
    return weigh(part, best) if best else 0


def _by_moments(instance: Instance) -> int:
    """At every moment of the shoot those are paid who are neither done nor yet to come.

    Who is done by a moment has all her items before it, who is to come has them after it; the items of the one kind
    take no longer than has passed, those of the other no longer than is left, and no two people of different kinds
    share an item. So there is a most that can be away, and all others are paid.
    """
    people = [bit for bit in range(len(instance.pay)) if any(call >> bit & 1 for call in instance.calls)]
    items = {bit: sum(1 << at for at, call in enumerate(instance.calls) if call >> bit & 1) for bit in people}
    pay = {bit: instance.pay[bit] for bit in people}
    whole = sum(instance.spans)
    away = _Away(instance.spans, items, pay)
    paid = 0
    for moment in range(MOMENTS):
        passed = math.floor(whole * (moment + 1) / MOMENTS)
        left = whole - math.ceil(whole * moment / MOMENTS)
        paid += away.least_paid(passed, left) * whole
    work = sum(pay[bit] * away.length(items[bit]) for bit in people)
    return max(0, -(-paid // MOMENTS) - work)


class _Away:
    """Who can be away at a moment."""

    def __init__(self, spans: Sequence[int], items: dict[int, int], pay: dict[int, int]) -> None:
        self.spans, self.pay, self.items = spans, pay, items
        self.people = sorted(items, key=lambda bit: (-pay[bit], bit))
        self.rest = [0] * (len(self.people) + 1)
        """Pay of those from each place on."""
        for place in range(len(self.people) - 1, -1, -1):
            self.rest[place] = self.rest[place + 1] + pay[self.people[place]]
        self.known: dict[tuple[int, int], int] = {}
        self.most = self.nodes = 0

    def least_paid(self, passed: int, left: int) -> int:
        """The least that is paid for a unit of a moment with so much passed and so much left."""
        key = (min(passed, left), max(passed, left))
        if key not in self.known:
            self.most = self.nodes = 0
            self._try(0, _Sides(0, 0, passed, left), 0)
            self.known[key] = self.rest[0] - self.most if self.nodes <= NODES else 0
        return self.known[key]

    def length(self, items: int) -> int:
        """How long items take together."""
        spent = 0
        while items:
            low = items & -items
            items ^= low
            spent += self.spans[low.bit_length() - 1]
        return spent

    def _try(self, place: int, sides: "_Sides", pay: int) -> None:
        """Each person done, to come, or paid: the most pay that can be away."""
        self.nodes += 1
        self.most = max(self.most, pay)
        if self.nodes > NODES or place == len(self.people) or pay + self.rest[place] <= self.most:
            return
        person = self.people[place]
        own, more = self.items[person], pay + self.pay[person]
        done, later, passed, left = sides
        if not own & later and (room := passed - self.length(own & ~done)) >= 0:
            self._try(place + 1, _Sides(done | own, later, room, left), more)
        if not own & done and (room := left - self.length(own & ~later)) >= 0:
            self._try(place + 1, _Sides(done, later | own, passed, room), more)
        self._try(place + 1, sides, pay)


class _Sides(NamedTuple):
    """The items of who is done and of who is to come, and the room left for more."""

    done: int
    later: int
    passed: int
    left: int
