"""A server that answers as the house would, and keeps the beginnings of prompts as the Messages API does."""

import hashlib
import json
import threading
import time
from typing import Any

from cineledger.agents.crew import house_rules
from cineledger.agents.minds.claude import ClaudeMind
from cineledger.agents.minds.house import HouseMind
from cineledger.agents.minds.mind import Asked, answer_of
from cineledger.agents.minds.wire import written
from cineledger.domain.journal import CompletionRecorded
from tests.support.messages_server import Handler, Json, Seen, says

LEAST = 1_024
"""Tokens of a beginning below which nothing is kept."""
A_TOKEN = 4
"""Characters, as English has it."""
LOOKS_BACK = 20
"""Blocks before a mark that are looked at for a beginning that is kept."""


class PromptCache:
    """What is kept of prompts, from when the first answer to one began; and what is to be answered."""

    def __init__(self, latency: float = 0.0) -> None:
        """`latency` is in seconds, from a question to the beginning of its answer."""
        self._latency = latency
        self._kept = set[str]()
        self._lock = threading.Lock()
        self.answers: dict[str, str] = {}

    def step(self, handler: Handler, seen: Seen) -> None:
        """What the server does: the house's answer, and usage as the cache has it."""
        blocks = _blocks(seen.body)
        beginnings = [_hash(blocks[: place + 1]) for place in range(len(blocks))]
        marks = [place for place, (_, marked) in enumerate(blocks) if marked]
        sizes = [sum(len(text) for text, _ in blocks[: place + 1]) // A_TOKEN for place in range(len(blocks))]
        with self._lock:
            read = max((sizes[place] for place in self._found(beginnings, marks)), default=0)
        time.sleep(self._latency)
        worth = [place for place in marks if sizes[place] >= LEAST]
        with self._lock:
            self._kept.update(beginnings[place] for place in worth)
        upto = max((sizes[place] for place in worth), default=0)
        usage = {
            "input_tokens": sizes[-1] - max(upto, read),
            "output_tokens": 1,
            "cache_read_input_tokens": read,
            "cache_creation_input_tokens": max(upto - read, 0),
        }
        text = self.answers[digest(seen.body)]
        says(text, usage=usage, output=len(text) // A_TOKEN)(handler, seen)

    def _found(self, beginnings: list[str], marks: list[int]) -> list[int]:
        near = {place for mark in marks for place in range(max(mark - LOOKS_BACK, 0), mark + 1)}
        return [place for place in near if beginnings[place] in self._kept]


class HouseBehindClaude(ClaudeMind):
    """Claude's mind, whose server is told beforehand what the house would say."""

    cache: PromptCache

    def complete(self, asked: Asked, key: str) -> CompletionRecorded:
        """The house's answer, by way of the server."""
        house = HouseMind(house_rules())
        answer = answer_of(asked.ask, house.complete(Asked(asked.ask), ""))
        self.cache.answers[digest(self._request(asked).body())] = written(asked.ask, answer)
        return super().complete(asked, key)


def digest(body: Json) -> str:
    """The same for the same question."""
    return _hash(_blocks(body))


def _blocks(body: Json) -> list[tuple[str, bool]]:
    """The pieces of a prompt in the order in which they are read, and whether each ends what may be kept."""
    head = json.dumps([body["model"], body.get("tools", []), body["output_config"]], sort_keys=True)
    said = [*body["system"], *(block for turn in body["messages"] for block in turn["content"])]
    return [(head, False), *((_text(block), "cache_control" in block) for block in said)]


def _text(block: dict[str, Any]) -> str:
    return json.dumps({name: value for name, value in block.items() if name != "cache_control"})


def _hash(blocks: list[tuple[str, bool]]) -> str:
    return hashlib.sha256("\0".join(text for text, _ in blocks).encode()).hexdigest()
