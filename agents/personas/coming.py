"""The films that a crew made before: which of them count as it comes to another, and what it remembers of them."""

from collections.abc import Sequence
from typing import NamedTuple

from cineledger.agents.personas.lessons import Weighted, apart, evidence_of, learned
from cineledger.domain.address import Address, production_name
from cineledger.domain.ledger import Ledger
from cineledger.domain.persona.events import CarriedLesson, CrewCameFrom
from cineledger.domain.production.commands import Remembering
from cineledger.domain.production.events import ProductionWrapped
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State
from cineledger.domain.words import CAST_PREFIX

MOST_PRODUCTIONS = 5
"""The films that somebody remembers, the newest of those that are wrapped."""
MOST_CARRIED = 12
"""The lessons of a role that it brings along."""
FADES = 0.8
"""How much a film's lessons count beside those of the next one."""


class Came(NamedTuple):
    """Where a crew comes from, and what each of its roles remembers."""

    crew_from: CrewCameFrom | None = None
    lessons: tuple[Remembering, ...] = ()

    def of(self, role: str) -> tuple[CarriedLesson, ...]:
        """What one role remembers."""
        return next((one.lessons for one in self.lessons if one.role == role), ())


def crew_came(ledger: Ledger, roles: Sequence[str], chosen: Sequence[str] | None = None) -> Came:
    """What a crew of these roles remembers: of the films that were chosen, or of the wrapped ones.

    `chosen` is what the person said: names of productions, none for a crew that begins afresh; None where nothing was.
    """
    names = wrapped(ledger) if chosen is None else [_known(ledger, name) for name in chosen]
    names = list(dict.fromkeys(names))[:MOST_PRODUCTIONS] if chosen is None else list(dict.fromkeys(names))
    lessons = _lessons(ledger, names, [role for role in roles if not role.startswith(CAST_PREFIX)])
    if chosen is None and not lessons:
        return Came()
    return Came(CrewCameFrom(productions=tuple(names), default=chosen is None), lessons)


def come_later(ledger: Ledger, state: State, role: str) -> Came:
    """What a role that joins late remembers: of the films that were chosen for the crew, or of the wrapped ones."""
    came = state.persona.came
    if came is None or came.default:
        return crew_came(ledger, (role,))
    lessons = _lessons(ledger, came.productions, (role,))
    return Came(came, lessons) if lessons else Came()


def wrapped(ledger: Ledger) -> list[str]:
    """The wrapped productions, the last to wrap first, without forks of one that did nothing since."""
    found = list[tuple[int, str]]()
    for name in ledger.productions():
        last = Address(name, ledger.head(name).number)
        if ledger.holder(last).production == name and isinstance(ledger.record(last).fact, ProductionWrapped):
            found.append((ledger.position(last), name))
    return [name for _, name in sorted(found, reverse=True)]


def _known(ledger: Ledger, typed: str) -> str:
    name = production_name(typed)
    if not ledger.exists(name):
        raise Refused(f"there is no production {name}", "See: cineledger productions")
    return name


def _lessons(ledger: Ledger, names: Sequence[str], roles: Sequence[str]) -> tuple[Remembering, ...]:
    """The strongest lessons of each role, newest production first; a decision that forks share counts once."""
    found, seen = list[Weighted](), set[Address]()
    for age, name in enumerate(names):
        state = ledger.load(name).state
        said = [e for e in evidence_of(state) if e.role in roles and e.role in state.production.roster]
        held = {number: ledger.holder(Address(name, number)) for number in {e.number for e in said}}
        new = [e for e in said if held[e.number] not in seen]
        found += [Weighted(e, str(held[e.number]), FADES**age) for e in new]
        seen.update(held.values())
    told = dict[str, list[CarriedLesson]]()
    for one in apart(learned(found)):
        lessons = told.setdefault(one.role, [])
        if len(lessons) < MOST_CARRIED:
            lessons.append(CarriedLesson(**dict(one.lesson), sources=one.latest))
    return tuple(Remembering(role=role, lessons=tuple(told[role])) for role in roles if role in told)
