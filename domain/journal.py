"""The studio's journal: answers of minds under the key of what was asked, the prompts they had, and what they cost."""

from decimal import Decimal
from typing import Any, Literal

from pydantic import Field

from cineledger.domain.event import Event
from cineledger.domain.value import Value

Outcome = Literal["ok", "invalid", "truncated", "refused", "paused"]


class Usage(Value):
    """Tokens as the server counts them; no token is in two of the counts but those of thinking, which are output."""

    input: int = Field(default=0, ge=0)
    """Read, and neither from the cache nor into it."""
    output: int = Field(default=0, ge=0)
    cache_read: int = Field(default=0, ge=0)
    cache_write_5m: int = Field(default=0, ge=0)
    cache_write_1h: int = Field(default=0, ge=0)
    thinking: int = Field(default=0, ge=0)


class Attempt(Value):
    """A try that brought no answer."""

    error: str
    status: int | None = None
    code: str | None = None
    request_id: str | None = None
    waited_s: float = Field(default=0.0, ge=0)
    """Seconds waited after it, before the next."""


class ToolCall(Value):
    """A look at something by the mind while it thought."""

    tool: str
    input: str
    """As JSON."""
    result: str
    failed: bool = False


class Call(Value):
    """What an answer over the network took."""

    requested: str
    """The model that was asked for; the one that answered may be another."""
    message_id: str | None = None
    request_id: str | None = None
    stop_reason: str | None = None
    usage: Usage = Usage()
    rates: tuple[tuple[str, str], ...] = ()
    """Kind of token → US dollars a million, as decimals; none where the model has no known price."""
    prices: str = ""
    """Where the rates are from."""
    failures: tuple[Attempt, ...] = ()
    problem: str | None = None
    """What is wrong with an answer that is not ok."""
    text: str = ""
    """The answer as it came, where it is not ok."""
    prompt: tuple[str, ...] = ()
    """The hashes of the pieces of the prompt, in order."""
    tools: tuple[ToolCall, ...] = ()


class CompletionRecorded(Event):
    """A mind answered. Replay reads this and never asks again."""

    VERSION = 2

    key: str
    """SHA-256 over the canonical JSON of all that was asked."""
    mind: str
    """house, claude or human"""
    model: str
    """The model or set of rules that answered."""
    role: str
    task: str
    outcome: Outcome
    answer: dict[str, Any]
    """Empty where the outcome is not ok."""
    input_tokens: int = Field(default=0, ge=0)
    output_tokens: int = Field(default=0, ge=0)
    cost_usd: Decimal = Decimal(0)
    attempts: int = Field(default=1, ge=1)
    duration_ms: int = Field(ge=0)
    call: Call | None = None
    """None for an answer that came from this machine."""


class PromptKept(Event):
    """A piece of a prompt, kept once under the SHA-256 of its text."""

    text: str


class CallReserved(Event):
    """The most that a call can cost was set aside before it was made."""

    production: str
    key: str
    """Under which its answer will be kept."""
    role: str
    task: str
    model: str
    most_usd: Decimal = Field(ge=0)


class CallSettled(Event):
    """A call has ended, and what was set aside is free again but for its cost."""

    reservation: int
    """The number of the event that set it aside."""
    cost_usd: Decimal | None = Field(ge=0)
    """None where nobody knows: it was cut off, and may have been charged. Then all of it stays set aside."""
