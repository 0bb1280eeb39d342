"""A call made until it brings a reply: tries and waits within a deadline, each try paid for from the account."""

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from threading import Event
from typing import Any, Protocol

from cineledger.agents.minds.calling import Door, Reply, nothing
from cineledger.agents.minds.failing import KEPT, CallFailed
from cineledger.agents.minds.mind import MindUnavailable
from cineledger.agents.minds.prices import Model, prompt_tokens
from cineledger.agents.minds.request import weight
from cineledger.domain.journal import Attempt, CompletionRecorded
from cineledger.domain.refusal import Refused

OVERHEAD = 2_000
"""Tokens that a server may add to what it is sent: how tools are used, how the answer is shaped."""


class Purse(Protocol):
    """What calls are paid from."""

    @property
    def cap(self) -> Decimal | None:
        """What may be taken in all, in US dollars; None for no limit."""
        ...

    def reserve(self, key: str, role: str, task: str, model: str, most: Decimal) -> int:
        """Sets aside the most that a call can cost; refuses where there is less."""
        ...

    def settle(self, reservation: int, cost: Decimal | None) -> None:
        """Writes down what it cost; None where nobody knows."""
        ...

    def conclude(self, paid: Sequence[tuple[int, Decimal]], answer: CompletionRecorded) -> None:
        """Writes down what the calls for an answer cost, and keeps the answer, in one step."""
        ...


@dataclass(frozen=True, slots=True)
class Patience:
    """How long and how often a call is tried."""

    deadline_s: float = 600.0
    """Seconds for an answer, its look-ups, tries and waits included."""
    tries: int = 4
    """For trouble that may not pass; a server that is busy is asked until the deadline."""
    first_wait_s: float = 1.0
    longest_wait_s: float = 30.0
    """Between tries where the server does not say."""
    sleep: Callable[[float], object] | None = None
    """How waits are spent; None waits, until the run is over."""


@dataclass(slots=True)
class Trying:
    """The calls for one answer."""

    door: Door
    model: Model
    purse: Purse
    whose: tuple[str, str, str]
    """Key, role and task."""
    patience: Patience
    deadline: float
    """On the monotonic clock."""
    failures: list[Attempt] = field(default_factory=list)
    stopped: Event = field(default_factory=Event)
    """Set when the run is over: then no call is made any more."""
    begun: Callable[[], None] = nothing
    """Called when a reply begins."""
    paid: list[tuple[int, Decimal]] = field(default_factory=list)
    """The reservation and the cost of the last call that brought a reply; settled when the answer is kept."""
    calls: int = 0
    """Those that brought a reply."""
    cost: Decimal = Decimal(0)
    """Of them all."""

    def send(self, body: dict[str, Any]) -> Reply:
        """The reply to a body; raises MindUnavailable where there is none, Refused where it can't be paid."""
        tries = 0
        while True:
            tries += 1
            try:
                return self._once(body)
            except CallFailed as failed:
                wait = self._wait(failed, tries)
                kept = round(wait, 3) if wait is not None else 0.0
                self.failures.append(failed.attempt.model_copy(update={"waited_s": kept}))
                if wait is None:
                    raise self._given_up(failed) from failed
                sleep = self.stopped.wait if self.patience.sleep is None else self.patience.sleep
                sleep(wait)

    def _once(self, body: dict[str, Any]) -> Reply:
        self.let_go()
        reservation = self.purse.reserve(*self.whose, self.model.name, self._most(body))
        if self.stopped.is_set():
            self.purse.settle(reservation, Decimal(0))
            raise MindUnavailable("the run was stopped", KEPT, transient=True)
        try:
            reply = self.door.send(body, self.deadline, self.begun)
        except CallFailed as failed:
            self.purse.settle(reservation, None if failed.charged else Decimal(0))
            raise
        except BaseException:
            self.purse.settle(reservation, None)
            raise
        rates = self.model.rates_for(prompt_tokens(reply.usage))
        cost = rates.cost(reply.usage) if rates else Decimal(0)
        self.paid.append((reservation, cost))
        self.calls += 1
        self.cost += cost
        return reply

    def let_go(self) -> None:
        """Settles what was paid and is not settled: whoever waits for money must hold none, or all wait for ever."""
        while self.paid:
            self.purse.settle(*self.paid.pop())

    def _most(self, body: dict[str, Any]) -> Decimal:
        most = self.model.most(weight(body) + OVERHEAD, body["max_tokens"])
        if most is None and self.purse.cap is not None:
            raise unpriced(self.model)
        return most or Decimal(0)

    def _wait(self, failed: CallFailed, tries: int) -> float | None:
        """Seconds until the next try; None where there is none."""
        patience = self.patience
        if self.stopped.is_set() or not failed.transient or (tries >= patience.tries and not failed.busy):
            return None
        wait = failed.wait
        if wait is None:
            longest = min(patience.first_wait_s * 2.0 ** (tries - 1), patience.longest_wait_s)
            wait = longest * random.uniform(0.75, 1.0)
        return wait if time.monotonic() + wait < self.deadline else None

    def _given_up(self, failed: CallFailed) -> MindUnavailable:
        reason, times = failed.reason, len(self.failures)
        if times > 1:
            reason += f", tried {times} times"
        if failed.transient and failed.wait is not None and failed.wait > 60:
            reason += f"; it asks to wait {_long(failed.wait)}"
        return MindUnavailable(reason, failed.hint, transient=failed.transient)


def unpriced(model: Model) -> Refused:
    """What is said where a cap can't be kept."""
    return Refused(
        f"nobody said what {model.name} costs, so a budget can't be kept",
        "Write dollars a million tokens into prices.toml in the studio's folder, under "
        f"[models.{_quoted(model.name)}]: "
        'rates = { input = "2", output = "10" }, or "0" for what costs nothing.',
    )


def _quoted(name: str) -> str:
    return name if name.replace("-", "").replace("_", "").isalnum() and name.isascii() else f'"{name}"'


def _long(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{minutes} minutes" if minutes < 120 else f"{round(seconds / 3600)} hours"
