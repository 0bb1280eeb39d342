"""What a role asks of a mind, and the key its answer is kept under."""

import hashlib
from typing import Any, ClassVar

import rfc8785

from cineledger.domain.value import Value


class Ask(Value):
    """One question to a mind: its fields are all that the mind may know, never an id or a clock."""

    ANSWER: ClassVar[type[Value]]
    """The shape of the answer."""

    role: str


def content_key(ask: Ask, mind: str, model: str) -> str:
    """SHA-256 over the canonical JSON (RFC 8785) of mind, model, task and input."""
    asked: dict[str, Any] = {
        "mind": mind,
        "model": model,
        "task": type(ask).__name__,
        "input": ask.model_dump(mode="json"),
    }
    return hashlib.sha256(rfc8785.dumps(asked)).hexdigest()
