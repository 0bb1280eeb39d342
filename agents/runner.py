"""Delivers events to roles and commits what they do, in (event, role) order, exactly once."""

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from cineledger.agents.ask import Ask
from cineledger.agents.crew import in_order, role_of
from cineledger.agents.minds.mind import Mind, answer_of, key_for
from cineledger.agents.role import Habit, Moment, Rests
from cineledger.domain.command import Command
from cineledger.domain.decide import decide
from cineledger.domain.event import Event
from cineledger.domain.journal import CompletionRecorded
from cineledger.domain.ledger import Conflict, Draft, Head, Ledger
from cineledger.domain.record import Record, step
from cineledger.domain.refusal import Refused
from cineledger.domain.state import Reaction, State, evolve
from cineledger.domain.talk.commands import NoteRefusal, Pass


@dataclass(slots=True)
class Pending:
    """A reaction that is due, with its asks under way."""

    moment: Moment
    habit: Habit
    asks: Sequence[Ask]
    answers: list["CompletionRecorded | Future[CompletionRecorded]"]

    @property
    def reaction(self) -> Reaction:
        """The pair it is committed under."""
        return Reaction(self.moment.number, self.moment.role)


class Runner:
    """One production being worked on. `jobs` asks go out at once; the order of commits does not depend on it."""

    def __init__(
        self,
        ledger: Ledger,
        name: str,
        mind: Mind,
        *,
        jobs: int = 1,
        told: Callable[[Record, State], None] = lambda record, state: None,
    ) -> None:
        self._ledger, self._name, self._mind, self._told = ledger, name, mind, told
        self._jobs = jobs
        self._pool = ThreadPoolExecutor(jobs, "ask") if jobs > 1 else None
        self._known: dict[str, CompletionRecorded] = {}
        self._under_way: dict[str, Future[CompletionRecorded]] = {}
        self._due: deque[Pending] = deque()
        self.state = State()
        self._head = Head(-1, "")
        self._load()

    def __enter__(self) -> "Runner":
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def work(self, until: Callable[[State], bool] = lambda state: False) -> bool:
        """Reacts until nothing is due, or `until` says stop; True if something is still due."""
        self._catch_up()
        while self._due:
            if until(self.state):
                return True
            self._start_asks()
            self._commit(self._due[0])
        return until(self.state)

    def _load(self) -> None:
        """Folds the history; what the cursor has not passed becomes due."""
        loaded = self._ledger.load(self._name)
        cursor = loaded.state.cursor
        if cursor is None or cursor.number < 0:
            start, state = -1, State()
        else:
            start = cursor.number - 1
            state = self._ledger.load(self._name, start).state if start >= 0 else State()
        self.state, self._head = loaded.state, loaded.head
        self._due.clear()
        for record in self._ledger.records(self._name, start):
            state = step(state, record)
            self._enqueue(record.number, record.fact, state, cursor)

    def _catch_up(self) -> None:
        """Takes in what others appended since."""
        for record in self._ledger.records(self._name, self._head.number):
            self._take(record)

    def _take(self, record: Record) -> None:
        self.state = step(self.state, record)
        self._head = Head(record.number, record.seal)
        self._drop_done()
        self._enqueue(record.number, record.fact, self.state, None)
        self._told(record, self.state)

    def _drop_done(self) -> None:
        cursor = self.state.cursor
        while cursor is not None and self._due:
            first = self._due[0].moment
            order = in_order(first.state.production.roster)
            if (first.number, order.index(first.role)) > (cursor.number, _place(order, cursor.role)):
                return
            self._due.popleft()

    def _enqueue(self, number: int, event: Event, state: State, cursor: Reaction | None) -> None:
        order = in_order(state.production.roster)
        done = _place(order, cursor.role) if cursor is not None and cursor.number == number else -1
        if cursor is not None and number < cursor.number:
            return
        for place, name in enumerate(order):
            role = role_of(name)
            if place <= done or role is None:
                continue
            moment = Moment(name, number, event, state)
            habit = role.habit(moment)
            if habit is not None:
                self._due.append(Pending(moment, habit, (), []))

    def _start_asks(self) -> None:
        """Puts asks out ahead of the commits: those of the next reactions, as many as there are jobs."""
        for place in range(min(self._jobs, len(self._due))):
            pending = self._due[place]
            if pending.asks or pending.answers:
                continue
            pending.asks = pending.habit.asks(pending.moment)
            pending.answers = [self._answer(ask) for ask in pending.asks]

    def _answer(self, ask: Ask) -> "CompletionRecorded | Future[CompletionRecorded]":
        key = key_for(self._mind, ask)
        known = self._known.get(key) or self._ledger.answer(key)
        if known is not None:
            self._known[key] = known
            return known
        if self._pool is None:
            return self._complete(ask, key)
        if key not in self._under_way:
            self._under_way[key] = self._pool.submit(self._complete, ask, key)
        return self._under_way[key]

    def _complete(self, ask: Ask, key: str) -> CompletionRecorded:
        answer = self._mind.complete(ask, key)
        return self._ledger.note([answer])[0] if self._mind.paid else answer

    def _commit(self, pending: Pending) -> None:
        """Decides the reaction's commands on the head and records them; again if somebody was faster."""
        completions = [a.result() if isinstance(a, Future) else a for a in pending.answers]
        answers = [
            answer_of(ask, completion) for ask, completion in zip(pending.asks, completions, strict=True)
        ]
        acts = pending.habit.acts(pending.moment, answers) or (Pass(reason="nothing came of it"),)
        rests = [_resting(done, completions) for done in acts]
        new = [c for c in {c.key: c for c in completions}.values() if c.key not in self._known]
        try:
            records = self._ledger.append(
                self._name,
                self._head,
                self._decide(pending, rests),
                actor=pending.moment.role,
                command=", ".join(dict.fromkeys(type(command).__name__ for command, _ in rests)),
                reaction=pending.reaction,
                journal=new,
            )
        except Conflict:
            self._catch_up()
            return
        self._known.update((c.key, c) for c in completions)
        for completion in completions:
            self._under_way.pop(completion.key, None)
        for record in records:
            self._take(record)

    def _decide(self, pending: Pending, rests: Sequence[tuple[Command, tuple[str, ...]]]) -> list[Draft]:
        state, drafts = self.state, list[Draft]()
        moment = pending.moment
        for command, asked in rests:
            try:
                events = decide(state, command, moment.role)
            except Refused as refused:
                events = decide(state, _refusal(command, refused), moment.role)
            for event in events:
                causes = tuple(sorted({moment.number, *event.refers()}))
                drafts.append(Draft(event, causes, asked))
                state = evolve(state, event, moment.role, pending.reaction)
        return drafts


def _resting(
    done: Command | Rests, completions: Sequence[CompletionRecorded]
) -> tuple[Command, tuple[str, ...]]:
    """A command with the keys of the answers it rests on."""
    command, places = done if isinstance(done, Rests) else (done, range(len(completions)))
    return command, tuple(dict.fromkeys(completions[place].key for place in places))


def _refusal(command: Command, refused: Refused) -> NoteRefusal:
    question: Any = getattr(command, "question", None)
    return NoteRefusal(
        command=type(command).__name__, reason=refused.reason, hint=refused.hint, question=question
    )


def _place(order: tuple[str, ...], role: str) -> int:
    return order.index(role) if role in order else len(order)
