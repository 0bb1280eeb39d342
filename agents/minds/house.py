"""The house mind: rules of the craft."""

import time

from cineledger.agents.ask import content_key
from cineledger.agents.minds.mind import Asked
from cineledger.agents.role import Rules
from cineledger.domain.journal import CompletionRecorded


class HouseMind:
    """Rules of the craft: deterministic, free, offline. It has no taste beyond what its rules say."""

    name = "house"
    model = "house-1"
    paid = False

    def __init__(self, rules: Rules) -> None:
        self._rules = rules

    def key(self, asked: Asked) -> str:
        """The ask, and which rules answer it."""
        return content_key(asked.ask, self.name, self.model)

    def complete(self, asked: Asked, key: str) -> CompletionRecorded:
        """What the rule for this kind of ask says."""
        began = time.monotonic()
        answer = self._rules[type(asked.ask)](asked.ask)
        return CompletionRecorded(
            key=key,
            mind=self.name,
            model=self.model,
            role=asked.ask.role,
            task=type(asked.ask).__name__,
            outcome="ok",
            answer=answer.model_dump(mode="json"),
            duration_ms=round((time.monotonic() - began) * 1000),
        )
