"""One request to a model: all that reaches it, and the key over that."""

import hashlib
import json
from typing import Any, ClassVar, Literal

from cineledger.agents.ask import canonical
from cineledger.domain.value import Value

KEYED = 1
"""Raised when what a request means changes although its fields are the same: older answers are then not used."""

Effort = Literal["low", "medium", "high", "xhigh", "max"]


class Block(Value):
    """A piece of text; the same text in another place is another block."""

    OUTSIDE_KEY: ClassVar = frozenset({"cached"})
    text: str
    cached: bool = False
    """What the request says up to here may be kept by the server, and read again by a request that begins alike."""


class Turn(Value):
    """What one side says."""

    OUTSIDE_KEY: ClassVar = frozenset[str]()
    role: Literal["user", "assistant"]
    blocks: tuple[Block, ...]


class Offer(Value):
    """A tool that the model may use."""

    OUTSIDE_KEY: ClassVar = frozenset[str]()
    name: str
    description: str
    schema_sent: dict[str, Any]


class Request(Value):
    """Exactly what reaches the model. Nothing else may influence the answer, and every field is in the key.

    What only says how it is sent (caching, deadlines, tries, addresses) is in `OUTSIDE_KEY`, or no field at all.
    """

    OUTSIDE_KEY: ClassVar = frozenset[str]()
    model: str
    system: tuple[Block, ...]
    turns: tuple[Turn, ...]
    schema_sent: dict[str, Any]
    """The JSON Schema of the answer."""
    max_tokens: int
    tools: tuple[Offer, ...] = ()
    stop_sequences: tuple[str, ...] = ()
    effort: Effort | None = None
    """How hard to think; None leaves that to the model."""
    adaptive: bool = False
    """It thinks as much as it finds right."""
    sample: int = 0
    """Another number has the same asked again, for another answer."""

    def key(self) -> str:
        """SHA-256 over the canonical JSON of all that reaches the model."""
        keyed = {"provider": "anthropic", "keyed": KEYED, **_inside(self)}
        return hashlib.sha256(canonical(keyed)).hexdigest()

    def body(self) -> dict[str, Any]:
        """As the Messages API takes it."""
        config: dict[str, Any] = {"format": {"type": "json_schema", "schema": self.schema_sent}}
        if self.effort:
            config["effort"] = self.effort
        body: dict[str, Any] = {
            "model": self.model,
            "max_tokens": self.max_tokens,
            "system": [_block(block) for block in self.system],
            "messages": [
                {"role": turn.role, "content": [_block(block) for block in turn.blocks]}
                for turn in self.turns
            ],
            "output_config": config,
        }
        if self.tools:
            body["tools"] = [
                {"name": t.name, "description": t.description, "input_schema": t.schema_sent}
                for t in self.tools
            ]
        if self.stop_sequences:
            body["stop_sequences"] = list(self.stop_sequences)
        if self.adaptive:
            body["thinking"] = {"type": "adaptive"}
        return body

    def beginnings(self) -> tuple[str, ...]:
        """A hash of what is read up to each mark, in the order in which servers read: tools, shape, system, turns."""
        read = hashlib.sha256(canonical([self.model, _inside(self.tools), self.schema_sent]))
        found = []
        for block in (*self.system, *(block for turn in self.turns for block in turn.blocks)):
            read.update(canonical(block.text))
            if block.cached:
                found.append(read.hexdigest())
        return tuple(found)

    def pieces(self) -> tuple[str, ...]:
        """The texts that it is made of, in order, what is not text as JSON: for keeping each once."""
        tools = [tool.model_dump(mode="json") for tool in self.tools]
        blocks = (*self.system, *(block for turn in self.turns for block in turn.blocks))
        head = (canonical(tools).decode(),) if tools else ()
        return (*head, *(block.text for block in blocks), canonical(self.schema_sent).decode())


def _inside(value: Any) -> Any:
    """A value as plain JSON, without the fields that are outside the key."""
    if isinstance(value, Block | Turn | Offer | Request):
        names = type(value).model_fields.keys() - value.OUTSIDE_KEY
        return {name: _inside(getattr(value, name)) for name in names}
    return [_inside(item) for item in value] if isinstance(value, tuple) else value


def _block(block: Block) -> dict[str, Any]:
    plain: dict[str, Any] = {"type": "text", "text": block.text}
    return {**plain, "cache_control": {"type": "ephemeral"}} if block.cached else plain


def weight(body: dict[str, Any]) -> int:
    """The bytes of a body on the wire: no token has less than one."""
    return len(json.dumps(body, ensure_ascii=False).encode())
