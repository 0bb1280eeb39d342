"""What every mind is, and the house mind."""

import time
from typing import Protocol

from pydantic import ValidationError

from cineledger.agents.ask import Ask, content_key
from cineledger.agents.role import Rules
from cineledger.domain.journal import CompletionRecorded
from cineledger.domain.refusal import Refused
from cineledger.domain.value import Value


class Mind(Protocol):
    """Answers asks. `name` and `model` enter the key that answers are kept under."""

    name: str
    model: str
    paid: bool
    """Its answers cost something: each is kept the moment it arrives, before anything rests on it."""

    def complete(self, ask: Ask, key: str) -> CompletionRecorded:
        """The answer with what it took; every answer that was paid for is a value."""
        ...


class HouseMind:
    """Rules of the craft: deterministic, free, offline. It has no taste beyond what its rules say."""

    name = "house"
    model = "house-1"
    paid = False

    def __init__(self, rules: Rules) -> None:
        self._rules = rules

    def complete(self, ask: Ask, key: str) -> CompletionRecorded:
        """What the rule for this kind of ask says."""
        began = time.monotonic()
        answer = self._rules[type(ask)](ask)
        return CompletionRecorded(
            key=key,
            mind=self.name,
            model=self.model,
            role=ask.role,
            task=type(ask).__name__,
            outcome="ok",
            answer=answer.model_dump(mode="json"),
            duration_ms=round((time.monotonic() - began) * 1000),
        )


def key_for(mind: Mind, ask: Ask) -> str:
    """The key under which the answer of this mind to this ask is kept."""
    return content_key(ask, mind.name, mind.model)


def answer_of(ask: Ask, completion: CompletionRecorded) -> Value:
    """The answer in the shape that was asked for; refuses one that was damaged in the journal."""
    try:
        return ask.ANSWER.model_validate(completion.answer)
    except ValidationError as error:
        raise Refused(
            f"the answer {completion.key} can't be read", "See what is wrong with: cineledger verify"
        ) from error
