"""A conversation up to its answer: look-ups answered, pauses gone on from, both a bounded number of times."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from cineledger.agents.minds.calling import Reply
from cineledger.agents.minds.tools.tool import MOST_CALLS, Tool, use
from cineledger.agents.minds.trying import Trying
from cineledger.domain.address import Address
from cineledger.domain.journal import ToolCall, Usage

MOST_PAUSES = 3
"""Times that a model may pause in an answer."""


@dataclass(slots=True)
class Talk:
    """What came of a conversation."""

    reply: Reply
    """The last one."""
    usage: Usage
    """Of all replies together."""
    looked_up: list[ToolCall] = field(default_factory=list)


def talk(body: dict[str, Any], trying: Trying, tools: Sequence[Tool], at: Address | None) -> Talk:
    """Asks, and goes on until there is an answer or the model has had its turns."""
    reply = trying.send(body)
    told, pauses = Talk(reply, reply.usage), 0
    while reply.content:
        if reply.stop_reason == "tool_use" and reply.calls and len(told.looked_up) <= MOST_CALLS:
            results = _results(reply, tools, at, told)
        elif reply.stop_reason == "pause_turn" and pauses < MOST_PAUSES:
            results, pauses = [], pauses + 1
        else:
            break
        body = _going_on(body, reply, results, more=len(told.looked_up) < MOST_CALLS)
        reply = trying.send(body)
        told.reply, told.usage = reply, _sum(told.usage, reply.usage)
    return told


def _results(reply: Reply, tools: Sequence[Tool], at: Address | None, told: Talk) -> list[dict[str, Any]]:
    """The results of all look-ups in a reply; those beyond the bound are told that there are no more."""
    results = []
    for call in reply.calls:
        used = use(tools, call["name"], call.get("input"), at, MOST_CALLS - len(told.looked_up))
        told.looked_up.append(used)
        results.append(
            {
                "type": "tool_result",
                "tool_use_id": call["id"],
                "content": used.result or "(nothing)",
                "is_error": used.failed,
            }
        )
    return results


def _going_on(
    body: dict[str, Any], reply: Reply, results: list[dict[str, Any]], *, more: bool
) -> dict[str, Any]:
    """The next body: all that was said so far, kept by the server up to the last of it."""
    turns = [*body["messages"], {"role": "assistant", "content": list(reply.content)}]
    if results:
        results[-1]["cache_control"] = {"type": "ephemeral"}
        turns = [*(_unmarked(turn) for turn in turns), {"role": "user", "content": results}]
    closed = {} if more or "tools" not in body else {"tool_choice": {"type": "none"}}
    return {**body, **closed, "messages": turns}


def _unmarked(turn: dict[str, Any]) -> dict[str, Any]:
    """A turn of look-ups without its mark: a request may hold four, and three are at its beginning."""
    marked = [
        {name: value for name, value in block.items() if name != "cache_control"}
        if block["type"] == "tool_result"
        else block
        for block in turn["content"]
    ]
    return {**turn, "content": marked}


def _sum(one: Usage, other: Usage) -> Usage:
    return Usage(**{kind: getattr(one, kind) + getattr(other, kind) for kind in Usage.model_fields})
