"""Looking ahead: a choice made in a copy of the studio, where the house mind goes on, compared with another choice."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from cineledger.agents import desk
from cineledger.agents.crew import house_rules
from cineledger.agents.minds.house import HouseMind
from cineledger.agents.minds.minding import everybody
from cineledger.agents.runner import Runner
from cineledger.domain.address import Address
from cineledger.domain.debate.events import ApprovalVoided
from cineledger.domain.ledger import Ledger
from cineledger.domain.music.events import CueWritten
from cineledger.domain.office.events import BudgetEstimated, ScheduleMade
from cineledger.domain.production.intervening import Resume
from cineledger.domain.state import State
from cineledger.domain.work.kinds import KINDS

Told = Callable[[int, int], None]
"""Called with how many choices were tried before, and how many events came of this one by now."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a production stands some way after a choice."""

    state: State
    since: int
    """The number it was looked ahead from."""
    voided: tuple[int, ...]
    """The approvals that ended on the way, by their numbers."""
    cut: bool
    """It was not looked at to the end."""

    @property
    def events(self) -> int:
        """How many events came of the choice."""
        return self.state.number - self.since

    @property
    def days(self) -> int | None:
        """Shooting days, where they are planned."""
        made = self.state.works.get(ScheduleMade)
        return None if made is None else len(made.days)

    @property
    def cost(self) -> Decimal | None:
        """What the film is estimated to cost, where that is worked out."""
        budget = self.state.works.get(BudgetEstimated)
        return None if budget is None else budget.total


@dataclass(frozen=True, slots=True)
class Difference:
    """What one outcome has otherwise than another."""

    planned: tuple[str, ...]
    """Shots that only it has."""
    omitted: tuple[str, ...]
    """Shots that only the other has."""
    otherwise: tuple[str, ...]
    """Shots that both have, made otherwise."""
    scenes: tuple[str, ...]
    """Numbers of the scenes whose shots, or whose work by departments, are other ones."""
    cues: tuple[str, ...]
    """Cues that only one of them has, or that are written otherwise."""
    works: tuple[tuple[str, int], ...]
    """What departments have otherwise: kind of work and how many pieces."""
    days: tuple[int | None, int | None]
    """Shooting days of the other, and of it."""
    cost: tuple[Decimal | None, Decimal | None]
    """What the other is estimated to cost, and it."""
    voided: tuple[int, ...]
    """Approvals that ended in it, and not in the other."""


def look_ahead(
    ledger: Ledger, name: str, proposals: Sequence[int], most: int, told: Told = lambda tried, events: None
) -> list[Outcome]:
    """What comes of choosing each of these proposals in turn, each up to so many events; the ledger is left alone.

    The house mind thinks for everybody. What comes up on the way is approved as it is recommended.
    """
    with tempfile.TemporaryDirectory(prefix="cineledger-") as folder:
        ledger.store.copy(Path(folder))
        with Ledger(Path(folder)) as copy:
            at = Address(name, copy.head(name).number)
            return [
                _outcome(copy, at, proposal, most, partial(told, tried))
                for tried, proposal in enumerate(proposals)
            ]


def _outcome(ledger: Ledger, at: Address, proposal: int, most: int, told: Callable[[int], None]) -> Outcome:
    fork = f"ahead-{proposal}"
    while ledger.exists(fork):
        fork += "-"
    ledger.fork(at, fork)
    if ledger.load(fork).state.production.paused is not None:
        desk.order(ledger, fork, Resume())
    desk.answer(ledger, Address(fork, proposal), "choose")
    cut = _go_on(ledger, fork, at.number + most, lambda number: told(number - at.number))
    state = ledger.load(fork).state
    facts = (record.fact for record in ledger.records(fork, at.number))
    voided = tuple(fact.decision for fact in facts if isinstance(fact, ApprovalVoided))
    return Outcome(state, at.number, tuple(d for d in voided if d <= at.number), cut)


def _go_on(ledger: Ledger, name: str, last: int, told: Callable[[int], None]) -> bool:
    """Works until nothing is left to do; True if it was stopped before that."""
    desk.start(ledger, name, "standing", default_mode=False)
    minds = everybody(HouseMind(house_rules()))
    taken: set[object] = set()
    with Runner(ledger, name, minds, told=lambda record, state: told(record.number)) as runner:
        while True:
            if runner.work(lambda state: state.number >= last):
                return True
            if not _answered(ledger, name, runner.state) and not desk.take_up(
                ledger, name, runner.state, taken
            ):
                return False


def _answered(ledger: Ledger, name: str, state: State) -> bool:
    """Approves what is recommended on every question that waits; False where none does."""
    waiting = [entry for entry in desk.inbox(state, name) if entry.recommended is not None]
    for entry in waiting:
        desk.answer(ledger, Address(name, entry.recommended or 0), "choose")
    return bool(waiting)


def compare(other: Outcome, one: Outcome) -> Difference:
    """What one outcome has otherwise than another."""
    here, there = _shots(one.state), _shots(other.state)
    otherwise = [slate for slate in here if slate in there and here[slate] != there[slate]]
    planned, omitted = [s for s in here if s not in there], [s for s in there if s not in here]
    touched = {
        state.shots.shots[slate].planned.scene
        for state, slates in ((one.state, (*planned, *otherwise)), (other.state, omitted))
        for slate in slates
    }
    works, cues = list[tuple[str, int]](), list[str]()
    for kind in KINDS.values():
        pieces, former = one.state.works.of(kind), other.state.works.of(kind)
        keys = [
            key
            for key in {**former, **pieces}
            if key not in pieces or key not in former or not pieces[key].same(former[key])
        ]
        facts: Mapping[str, Any] = {**former, **pieces}
        touched |= {facts[key].scene for key in keys if "scene" in kind.model_fields}
        if kind is CueWritten:
            cues = sorted(keys)
        elif keys:
            works.append((kind.NOUN, len(keys)))
    return Difference(
        planned=tuple(planned),
        omitted=tuple(omitted),
        otherwise=tuple(otherwise),
        scenes=tuple(s.written.number for s in one.state.script.present() if s.written.scene in touched),
        cues=tuple(cues),
        works=tuple(works),
        days=(other.days, one.days),
        cost=(other.cost, one.cost),
        voided=tuple(number for number in one.voided if number not in other.voided),
    )


def _shots(state: State) -> dict[str, Any]:
    """How each shot is made, by slate."""
    return {shot.planned.shot: shot.spec for shot in sorted(state.shots.live(), key=lambda s: s.planned.shot)}
