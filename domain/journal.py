"""The studio's journal: one entry for each answer of a mind, under the key of what was asked."""

from decimal import Decimal
from typing import Any, Literal

from pydantic import Field

from cineledger.domain.event import Event

Outcome = Literal["ok", "invalid", "truncated", "refused", "paused"]


class CompletionRecorded(Event):
    """A mind answered. Replay reads this and never asks again."""

    key: str
    """SHA-256 over the canonical JSON of mind, task and input."""
    mind: str
    """house, or claude"""
    model: str
    """The model or set of rules that answered."""
    role: str
    task: str
    outcome: Outcome
    answer: dict[str, Any]
    input_tokens: int = Field(default=0, ge=0)
    output_tokens: int = Field(default=0, ge=0)
    cost_usd: Decimal = Decimal(0)
    attempts: int = Field(default=1, ge=1)
    duration_ms: int = Field(ge=0)
