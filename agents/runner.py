"""Delivers events to roles and commits what they do, in (event, role) order, exactly once."""

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import replace
from typing import Any

from cineledger.agents.asking import Answering, Pending, conclude, rest
from cineledger.agents.crew import house_rules, in_order, role_of
from cineledger.agents.minds.house import HouseMind
from cineledger.agents.minds.human import HumanMind
from cineledger.agents.minds.mind import Asked, Awaited, Mind, Stoppable
from cineledger.agents.minds.minding import MindOf
from cineledger.agents.role import Moment
from cineledger.domain.address import Address
from cineledger.domain.command import Command
from cineledger.domain.decide import decide
from cineledger.domain.event import Event
from cineledger.domain.journal import CompletionRecorded
from cineledger.domain.ledger import Conflict, Draft, Head, Ledger
from cineledger.domain.record import Record, step
from cineledger.domain.refusal import Refused
from cineledger.domain.state import Reaction, State, evolve
from cineledger.domain.talk.commands import NoteRefusal, Pass

HUMAN = HumanMind.name

LOOK = 0.25
"""Seconds between looks, while calls are under way, at what others appended."""


class Runner:
    """One production being worked on. `jobs` asks go out at once; the order of commits does not depend on it."""

    def __init__(
        self,
        ledger: Ledger,
        name: str,
        minds: MindOf,
        *,
        jobs: int = 1,
        told: Callable[[Record, State], None] = lambda record, state: None,
        left: Callable[[], float | None] = lambda: None,
    ) -> None:
        """`left` is the share that is left of what minds may cost, None where nobody capped it."""
        self._ledger, self._name, self._minds, self._told = ledger, name, minds, told
        self._jobs, self._left = jobs, left
        self._pool: ThreadPoolExecutor | None = None
        self._house = HouseMind(house_rules())
        self._known: dict[str, CompletionRecorded] = {}
        self._under_way: dict[str, Future[CompletionRecorded]] = {}
        self._due: deque[Pending] = deque()
        self._ahead: deque[Pending] = deque()
        """Those of the due that nobody has looked at yet, to ask for them ahead of their turn."""
        self.state = State()
        self._head = Head(-1, "")
        self._load()

    def __enter__(self) -> "Runner":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is KeyboardInterrupt:
            asked = (answering.mind for pending in self._due for answering in pending.answering or ())
            for mind in asked:
                if isinstance(mind, Stoppable):
                    mind.stop()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    @property
    def under_way(self) -> int:
        """Calls that have not ended."""
        return sum(not future.done() for future in self._under_way.values())

    def work(self, until: Callable[[State], bool] = lambda state: False) -> bool:
        """Reacts until nothing is due, or `until` says stop, or a person is awaited; True if something is still due.

        Raises `MindUnavailable` where a mind that is needed next can't be asked.
        """
        self._catch_up()
        while self._due:
            if until(self.state):
                return True
            self._ask_ahead()
            first = self._due[0]
            try:
                ready = self._advance(first)
            except Awaited:
                if not self._wait():
                    return True
                continue
            if ready:
                self._commit(first)
            else:
                self._wait()
        return until(self.state)

    def awaited(self) -> list[Answering]:
        """What persons are asked now, and have not answered, in the order in which it is due; the same ask once."""
        self._catch_up()
        found = dict[str, Answering]()
        for pending in self._due:
            if self._minds(self.state, pending.moment.role).name == HUMAN:
                try:
                    self._advance(pending)
                except Awaited:
                    for answering in pending.answering or ():
                        if answering.completion is None:
                            found.setdefault(answering.tries[-1], answering)
        return list(found.values())

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
        self._ahead.clear()
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
                pending = Pending(moment, habit)
                self._due.append(pending)
                self._ahead.append(pending)

    def _ask_ahead(self) -> None:
        """Puts out what paid minds are asked in all reactions that are due: each reads its own moment, no later."""
        while self._ahead:
            pending = self._ahead.popleft()
            if self._minds(self.state, pending.moment.role).paid:
                self._ask(pending)
                for answering in pending.answering or ():
                    self._put(answering)

    def _ask(self, pending: Pending) -> None:
        mind, at = self._minds(self.state, pending.moment.role), Address(self._name, pending.moment.number)
        pending.answering = [Answering(ask, mind, at) for ask in pending.habit.asks(pending.moment)]

    def _put(self, answering: Answering) -> None:
        """Has an ask answered: from the journal, by a mind of this machine at once, else in its own time."""
        asked, mind = answering.asked, answering.mind
        key = mind.key(asked)
        answering.tries = [*(t for t in answering.tries if t != key), key]
        known = self._known.get(key) or self._ledger.answer(key)
        if known is not None:
            self._known[key] = answering.completion = known
        elif not mind.paid:
            answering.completion = mind.complete(asked, key)
        else:
            if self._pool is None:
                self._pool = ThreadPoolExecutor(self._jobs, "ask")
            if key not in self._under_way:
                self._under_way[key] = self._pool.submit(self._complete, mind, asked, key)
            answering.under_way = self._under_way[key]

    def _complete(self, mind: Mind, asked: Asked, key: str) -> CompletionRecorded:
        return self._ledger.note([mind.complete(asked, key)])[0]

    def _advance(self, pending: Pending) -> bool:
        """Takes in what was answered, and has asked again what can't be used; True if the reaction can be committed."""
        if pending.answering is None:
            self._ask(pending)
        while pending.acts is None:
            awaited: Awaited | None = None
            for answering in pending.answering or ():
                try:
                    self._take_in(answering)
                except Awaited as error:
                    awaited = error
            if awaited is not None:
                raise awaited
            if any(answering.completion is None for answering in pending.answering or ()):
                return False
            conclude(pending, self._house)
        return True

    def _take_in(self, answering: Answering) -> None:
        """Takes what a call brought, or has the ask put where nobody was asked."""
        if answering.under_way is not None and answering.under_way.done():
            answering.completion = answering.under_way.result()
            answering.under_way = None
        elif answering.completion is None and answering.under_way is None:
            self._put(answering)

    def _wait(self) -> bool:
        """Waits for a call to end, and works on what it brought; False where none is under way."""
        calls = [future for pending in self._due for future in pending.waits]
        if not calls:
            return False
        done, _ = wait(calls, timeout=LOOK, return_when=FIRST_COMPLETED)
        if not done:
            self._catch_up()
        for pending in list(self._due)[1:] if done else ():
            if pending.waits and not any(future.exception() for future in done if future in pending.waits):
                self._advance(pending)
        return True

    def _commit(self, pending: Pending) -> None:
        """Decides the reaction's commands on the head and records them; again if somebody was faster."""
        answering = pending.answering or []
        rests = [rest(done, answering) for done in pending.acts or ()]
        mine = {a.completion.key: a.completion for a in answering if a.completion is not None}
        new = [completion for key, completion in mine.items() if key not in self._known]
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
        self._known.update(mine)
        for key in mine:
            self._under_way.pop(key, None)
        for record in records:
            self._take(record)

    def _decide(self, pending: Pending, rests: Sequence[tuple[Command, tuple[str, ...]]]) -> list[Draft]:
        """What the commands come to; a reaction of which nothing comes is silence on the record, or it stays due."""
        state, drafts = self.state, list[Draft]()
        moment = pending.moment
        left = self._left()
        for command, asked in rests:
            now = state if left is None else replace(state, left=left)
            try:
                events = decide(now, command, moment.role)
            except Refused as refused:
                events = decide(now, _refusal(command, refused), moment.role)
            for event in events:
                causes = tuple(sorted({moment.number, *event.refers()}))
                drafts.append(Draft(event, causes, asked))
                state = evolve(state, event, moment.role, pending.reaction)
        if not drafts:
            asked = tuple(dict.fromkeys(key for _, keys in rests for key in keys))
            silence = decide(state, Pass(reason="nothing came of it"), moment.role)
            drafts = [Draft(event, (moment.number,), asked) for event in silence]
        return drafts


def _refusal(command: Command, refused: Refused) -> NoteRefusal:
    question: Any = getattr(command, "question", None)
    return NoteRefusal(
        command=type(command).__name__, reason=refused.reason, hint=refused.hint, question=question
    )


def _place(order: tuple[str, ...], role: str) -> int:
    return order.index(role) if role in order else len(order)
