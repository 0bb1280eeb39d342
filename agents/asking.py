"""How a reaction comes by its answers: asked, looked at, asked again where they can't be used."""

import json
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

from cineledger.agents.ask import Ask
from cineledger.agents.minds.mind import Asked, Correction, Mind, answer_of
from cineledger.agents.role import Habit, Moment, Rests
from cineledger.domain.address import Address
from cineledger.domain.command import Command
from cineledger.domain.decide import at_work, decide
from cineledger.domain.journal import CompletionRecorded
from cineledger.domain.refusal import Refused
from cineledger.domain.state import Reaction, evolve
from cineledger.domain.talk.commands import NoteFailedAnswer, Pass

MOST_CORRECTIONS = 2
"""Times that a mind is told what is wrong with its answer, and asked again."""

USELESS = (LookupError, ValueError, TypeError, ArithmeticError, AssertionError, AttributeError)
"""What work on an answer raises that its ask does not find fault with and that can't be used all the same."""


@dataclass(slots=True)
class Answering:
    """One ask on its way to an answer that can be used."""

    ask: Ask
    mind: Mind
    at: Address
    corrections: tuple[Correction, ...] = ()
    tries: list[str] = field(default_factory=list)
    """The keys of the answers so far, the last being the one that is looked at."""
    under_way: "Future[CompletionRecorded] | None" = None
    completion: CompletionRecorded | None = None
    failed: bool = False
    """It was answered for the mind by the rules of the house."""

    @property
    def asked(self) -> Asked:
        """As it is put to the mind now."""
        return Asked(self.ask, self.corrections, self.at)

    @property
    def answer(self) -> Any:
        """The answer in its shape."""
        assert self.completion is not None
        return answer_of(self.ask, self.completion)

    def correct(self, why: str) -> None:
        """What was answered can't be used: asked again, with why."""
        assert self.completion is not None
        call = self.completion.call
        text = call.text if call and call.text else json.dumps(self.completion.answer, ensure_ascii=False)
        self.corrections = (*self.corrections, Correction(answer=text, why=why))
        self.completion = None


@dataclass(slots=True)
class Pending:
    """A reaction that is due, with its asks under way."""

    moment: Moment
    habit: Habit
    answering: list[Answering] | None = None
    """None where nothing was asked yet."""
    acts: Sequence[Command | Rests] | None = None
    """What it does, once every answer can be used."""

    @property
    def reaction(self) -> Reaction:
        """The pair it is committed under."""
        return Reaction(self.moment.number, self.moment.role)

    @property
    def waits(self) -> list["Future[CompletionRecorded]"]:
        """The calls that it waits for."""
        return [a.under_way for a in self.answering or () if a.under_way is not None]


def conclude(pending: Pending, house: Mind) -> bool:
    """Works out what a reaction does with its answers, all of which are there; True if some have to be asked again.

    Answers of the house are rules that read what was asked, and are not looked at.
    """
    answering = pending.answering or []
    foreign = [a for a in answering if a.mind.name != house.name and not a.failed]
    wrong = {id(a): why for a in foreign if (why := _fault(a))}
    if not wrong:
        try:
            acts = pending.habit.acts(pending.moment, [a.answer for a in answering])
        except USELESS as error:
            if not foreign:
                raise
            wrong = {id(a): f"it can't be worked with: {error}" for a in foreign}
        else:
            wrong = _refusals(pending, acts, foreign) if foreign else {}
    if not wrong:
        pending.acts = [*_failures(answering), *acts] or (Pass(reason="nothing came of it"),)
        return False
    for answer in foreign:
        if id(answer) in wrong:
            _again(answer, wrong[id(answer)], house)
    return True


def _fault(answering: Answering) -> str:
    """What is wrong with an answer by itself; empty where nothing is."""
    completion = answering.completion
    assert completion is not None
    if completion.outcome != "ok":
        problem = completion.call.problem if completion.call else None
        return _WRONG[completion.outcome] + (f": {problem}" if problem else "")
    try:
        return "; ".join(answering.ask.faults(answering.answer))
    except USELESS as error:
        return f"it can't be worked with: {error}"


_WRONG = {
    "invalid": "it has not the shape that was asked for",
    "truncated": "it was cut off: be briefer",
    "refused": "the model declined to answer",
    "paused": "it was not finished",
}


def _refusals(
    pending: Pending, acts: Sequence[Command | Rests], foreign: Sequence[Answering]
) -> dict[int, str]:
    """What the ledger refuses of a reaction as it stood at its moment, by the answer that it rests on."""
    state, answering = at_work(pending.moment.state), pending.answering or []
    wrong: dict[int, str] = {}
    for done in acts:
        command, places = done if isinstance(done, Rests) else (done, range(len(answering)))
        try:
            for event in decide(state, command, pending.moment.role):
                state = evolve(state, event, pending.moment.role)
        except Refused as refused:
            at_fault = [answering[place] for place in places if answering[place] in foreign]
            wrong.update((id(a), f"the ledger refuses it: {refused.reason}") for a in at_fault)
    return wrong


def _again(answering: Answering, why: str, house: Mind) -> None:
    """Has a mind asked again, or the house stand in for it where it was told often enough."""
    declined = answering.completion is not None and answering.completion.outcome == "refused"
    answering.correct(why)
    bounded = answering.mind.name != "human"
    if bounded and (declined or len(answering.corrections) > MOST_CORRECTIONS):
        answering.failed = True
        asked = Asked(answering.ask)
        answering.completion = house.complete(asked, house.key(asked))
        answering.tries.append(answering.completion.key)


def _failures(answering: Sequence[Answering]) -> list[Rests]:
    """Word of the answers that the house gave for another mind."""
    return [
        Rests(
            NoteFailedAnswer(
                task=type(a.ask).__name__,
                mind=a.mind.name,
                model=a.mind.model,
                problems=tuple(c.why for c in a.corrections),
            ),
            (place,),
        )
        for place, a in enumerate(answering)
        if a.failed
    ]


def rest(done: Command | Rests, answering: Sequence[Answering]) -> tuple[Command, tuple[str, ...]]:
    """A command with the keys of the answers it rests on, those that were corrected among them."""
    command, places = done if isinstance(done, Rests) else (done, range(len(answering)))
    return command, tuple(dict.fromkeys(key for place in places for key in answering[place].tries))
