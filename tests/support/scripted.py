"""A mind for tests: answers by functions, and by the rules of the house where it has none."""

import hashlib
import json
import threading
import time
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from cineledger.agents.ask import Ask, canonical
from cineledger.agents.crew import house_rules
from cineledger.agents.minds.mind import Asked
from cineledger.domain.journal import Call, CompletionRecorded, Outcome
from cineledger.domain.ledger.accounts import Account
from cineledger.domain.value import Value

Answer = Callable[[Asked], "Value | dict[str, Any] | Outcome"]
"""What is answered: a value, a document that may be no answer, or an outcome that is none."""


class ScriptedMind:
    """Paid, as far as anybody can tell: nothing of it is trusted."""

    name = "claude"
    model = "scripted"
    paid = True

    def __init__(
        self,
        script: Mapping[str, Answer] | None = None,
        *,
        cost: Decimal = Decimal("0.001"),
        latency: Callable[[Asked], float] = lambda asked: 0.0,
        account: Account | None = None,
    ) -> None:
        """`script` goes by the name of the ask; `latency` is in seconds; with an account its cost is paid from that."""
        self._script, self._cost, self._latency = script or {}, cost, latency
        self._rules, self._account = house_rules(), account
        self._lock = threading.Lock()
        self.asked: list[Asked] = []
        """In the order in which it was asked."""
        self.spans: list[tuple[str, float, float]] = []
        """Task, begin and end of each, on the monotonic clock."""

    def key(self, asked: Asked) -> str:
        """All that is asked, corrections included."""
        plain = {
            "mind": self.model,
            "task": type(asked.ask).__name__,
            "input": json.loads(asked.ask.model_dump_json()),
            "corrections": [correction.model_dump() for correction in asked.corrections],
        }
        return hashlib.sha256(canonical(plain)).hexdigest()

    def complete(self, asked: Asked, key: str) -> CompletionRecorded:
        """The script's answer, else the house's."""
        began, ask = time.monotonic(), asked.ask
        with self._lock:
            self.asked.append(asked)
        token = 0
        if self._account is not None:
            task = type(ask).__name__
            token = self._account.reserve(key, ask.role, task, self.model, 2 * self._cost)
        if (pause := self._latency(asked)) > 0:
            time.sleep(pause)
        says = self._script.get(type(ask).__name__)
        answer = self._house(ask) if says is None else says(asked)
        outcome: Outcome = answer if isinstance(answer, str) else "ok"
        problem, document = None, dict[str, Any]()
        if isinstance(answer, Value):
            document = answer.model_dump(mode="json")
        elif isinstance(answer, dict):
            outcome, problem, document = _read(ask, answer)
        with self._lock:
            self.spans.append((type(ask).__name__, began, time.monotonic()))
        completion = CompletionRecorded(
            key=key,
            mind=self.name,
            model=self.model,
            role=ask.role,
            task=type(ask).__name__,
            outcome=outcome,
            answer=document if outcome == "ok" else {},
            cost_usd=self._cost,
            duration_ms=round(pause * 1000),
            call=Call(requested=self.model, problem=problem, text="" if outcome == "ok" else str(answer)),
        )
        if self._account is not None:
            self._account.conclude([(token, self._cost)], completion)
        return completion

    def _house(self, ask: Ask) -> Value:
        answer: Value = self._rules[type(ask)](ask)
        return answer


def _read(ask: Ask, answer: dict[str, Any]) -> tuple[Outcome, str | None, dict[str, Any]]:
    try:
        return "ok", None, ask.ANSWER.model_validate(answer).model_dump(mode="json")
    except ValueError as error:
        return "invalid", str(error).splitlines()[0], {}
