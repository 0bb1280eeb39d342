"""What every tool is, and how one is used on a mind's word."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from cineledger.agents.minds.request import Offer
from cineledger.domain.address import Address
from cineledger.domain.journal import ToolCall
from cineledger.domain.refusal import Refused

MOST_CALLS = 6
"""Look-ups for one answer."""
MOST_SAID = 8_000
"""Characters of a result that a mind is shown."""
MOST_INPUT = 4_000
"""Characters of what a mind may ask a tool."""


class Tool(Protocol):
    """Looks one kind of thing up, in a production as an event left it; safe to use from many threads."""

    name: str
    description: str
    schema: Mapping[str, Any]
    """JSON Schema of its input."""

    def run(self, typed: Mapping[str, Any], at: Address) -> str:
        """What there is, as text; refuses what can't be looked up."""
        ...


def offers(tools: Sequence[Tool]) -> tuple[Offer, ...]:
    """Tools as a request offers them."""
    return tuple(Offer(name=t.name, description=t.description, schema_sent=dict(t.schema)) for t in tools)


def use(tools: Sequence[Tool], name: str, typed: Any, at: Address | None, left: int) -> ToolCall:
    """A tool used: its result, or as a failed one what was wrong; nothing that a mind asks raises."""
    told = json.dumps(typed, ensure_ascii=False)
    tool = next((tool for tool in tools if tool.name == name), None)
    if len(told) > MOST_INPUT:
        failed = f"what you ask has {len(told)} characters; at most {MOST_INPUT} are read"
        told = told[:MOST_INPUT]
    elif left <= 0:
        failed = "no look-up is left: answer with what you have"
    elif tool is None:
        failed = f"there is no tool {name}"
    elif at is None:
        failed = "nothing can be looked up here"
    elif wrong := _misfits(tool.schema, typed):
        failed = wrong
    else:
        try:
            return ToolCall(tool=name, input=told, result=_short(tool.run(typed, at)))
        except Refused as refused:
            failed = f"{refused.reason}. {refused.hint}".strip()
    return ToolCall(tool=name, input=told, result=_short(failed), failed=True)


def _misfits(schema: Mapping[str, Any], typed: Any) -> str:
    """What is wrong with an input, as far as flat schemas of texts and whole numbers say; empty where nothing is."""
    if not isinstance(typed, dict):
        return "the input is no JSON object"
    known = schema["properties"]
    for name in schema["required"]:
        if name not in typed:
            return f"{name} is missing"
    for name, value in typed.items():
        if name not in known:
            return f"there is no {name}; known are: {', '.join(known)}"
        kind = {"string": str, "integer": int}[known[name]["type"]]
        if type(value) is not kind:
            return f"{name} is no {known[name]['type']}"
    return ""


def _short(text: str) -> str:
    if len(text) <= MOST_SAID:
        return text
    return f"{text[:MOST_SAID]}\n… and {len(text) - MOST_SAID} characters more: ask for less."
