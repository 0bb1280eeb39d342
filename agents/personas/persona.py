"""What each of a crew remembers, where it was learned, and where it was a reason."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from cineledger.agents.personas.features import noun
from cineledger.agents.personas.lessons import own_lessons
from cineledger.domain.address import Address
from cineledger.domain.ledger import Ledger
from cineledger.domain.persona.events import Lesson
from cineledger.domain.record import Record
from cineledger.domain.state import State


class Remembers(NamedTuple):
    """A lesson of somebody's."""

    role: str
    lesson: Lesson
    learned: tuple[str, ...]
    """Addresses of the latest decisions it was learned from, newest first."""
    used: tuple[str, ...]
    """Addresses of what rests on it in this production, oldest first."""
    brought: bool
    """It was learned in another production."""


class _Held(NamedTuple):
    role: str
    lesson: Lesson
    learned: tuple[str, ...]
    events: tuple[int, ...]
    """Those of this production that stand for it: whatever rests on it cites them."""
    brought: bool


def persona(ledger: Ledger, name: str, roles: Sequence[str]) -> list[Remembers]:
    """What these roles remember as the production stands, the strongest of each first."""
    state = ledger.load(name).state
    held = [one for one in _held(ledger, name, state) if one.role in roles]
    used = _used(held, ledger.records(name)) if held else {}
    told = [
        Remembers(
            one.role,
            one.lesson,
            one.learned,
            tuple(str(Address(name, n)) for n in used.get(place, ())),
            one.brought,
        )
        for place, one in enumerate(held)
    ]
    return sorted(told, key=lambda one: (roles.index(one.role), -one.lesson.strength))


def _held(ledger: Ledger, name: str, state: State) -> list[_Held]:
    own = [
        _Held(
            one.role,
            one.lesson,
            tuple(str(ledger.holder(Address(name, int(number)))) for number in one.latest),
            tuple(map(int, one.sources)),
            False,
        )
        for one in own_lessons(state.persona.words)
    ]
    brought = [
        _Held(role, lesson, lesson.sources, (number,), True)
        for role, (number, taken) in state.persona.taken.items()
        for lesson in taken.lessons
    ]
    return [*own, *brought]


def _used(held: Sequence[_Held], records: Iterable[Record]) -> Mapping[int, list[int]]:
    """Place of a lesson → the events that cite it and tell it; where one tells none, it rests on all that it cites."""
    used = defaultdict[int, list[int]](list)
    for record in records:
        cites = set(getattr(record.fact, "cites", ()))
        meant = [
            place
            for place, one in enumerate(held)
            if one.role == record.actor and not cites.isdisjoint(one.events)
        ]
        reason = getattr(record.fact, "reason", "")
        told = [place for place in meant if noun(held[place].lesson.feature) in reason]
        for place in told or meant:
            used[place].append(record.number)
    return used
