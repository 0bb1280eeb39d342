"""A Messages server whose model is the house mind: it reads asks off the page, and answers on the wire."""

import json
import re
import threading
from collections.abc import Callable
from typing import Any, NamedTuple

from cineledger.agents.ask import Ask
from cineledger.agents.crew import house_rules
from cineledger.agents.minds.wire import written
from cineledger.domain.value import Value
from tests.support.messages_server import Handler, Seen, Step, says

_DATA = re.compile(r'<data name="(\w+)">\n(.*?)\n</data>', re.DOTALL)
_ROLE, _TASK = (
    re.compile(r"^# You are: (.+)$", re.MULTILINE),
    re.compile(r"^# Your task: (\w+)$", re.MULTILINE),
)

TOKEN = 4
"""Characters of a token, roughly."""

Bad = Callable[[Ask, int], str | None]
"""What to answer instead of the house, by the ask and how often such asks came before; None for its answer."""


class Page(NamedTuple):
    """An ask as it stands on the page."""

    role: str
    task: str
    data: dict[str, Any]
    turns: int
    """Corrections that it was sent with."""

    @property
    def corrected(self) -> bool:
        """An answer came before, and was not right."""
        return self.turns > 0


class HouseServer:
    """What the server does with each request, and what it saw; it caches prefixes as a server would."""

    def __init__(self, bad: Bad = lambda ask, before: None) -> None:
        self._bad = bad
        self._lock = threading.Lock()
        self._cached: set[str] = set()
        self._before: dict[str, int] = {}
        self.asked: list[Page] = []

    def step(self) -> Step:
        """For `Messages.load`."""

        def answer(handler: Handler, seen: Seen) -> None:
            page = page_of(seen.body)
            ask = ask_on(page)
            with self._lock:
                before = self._before.get(page.task, 0)
                self._before[page.task] = before + 1
                self.asked.append(page)
                usage = self._usage(seen.body)
            said = (None if page.corrected else self._bad(ask, before)) or answer_to(ask)
            says(said, usage=usage, output=max(1, len(said) // TOKEN))(handler, seen)

        return answer

    def _usage(self, body: dict[str, Any]) -> dict[str, int]:
        """Tokens read from the cache, put into it, and neither, by the prefixes that are marked to be kept."""
        prefix, kept, read, written = json.dumps(body.get("tools", [])), 0, 0, 0
        for block in [*body["system"], *(b for turn in body["messages"] for b in turn["content"])]:
            prefix += str(block.get("text", ""))
            if "cache_control" in block:
                kept = len(prefix) // TOKEN
                if prefix in self._cached:
                    read = kept
                self._cached.add(prefix)
        written = kept - read
        return {
            "input_tokens": len(prefix) // TOKEN - kept,
            "output_tokens": 1,
            "cache_read_input_tokens": read,
            "cache_creation_input_tokens": written,
        }


def page_of(body: dict[str, Any]) -> Page:
    """The ask that a request holds."""
    first = "\n\n".join(block["text"] for block in [*body["system"], *body["messages"][0]["content"]])
    role, task = _ROLE.search(first), _TASK.search(first)
    assert role and task
    data = {name: json.loads(text) for name, text in _DATA.findall(first)}
    return Page(role[1], task[1], data, len(body["messages"]) // 2)


def ask_on(page: Page) -> Ask:
    """The ask itself, as far as a page tells it: lines of the typed file are not on it."""
    (kind,) = (ask for ask in house_rules() if ask.__name__ == page.task)
    return kind.model_validate(
        {
            "role": page.role,
            **{n: _as_asked(n, value) for n, value in page.data.items()},
        }
    )


_OWN_PLACE = ("voices",)
"""Lists whose items have a place by themselves."""
_SCRIPT_LINES = ("before", "stands")
"""Lists of a scene's lines as its writer hands them in: they have no lines in a file."""


def _as_asked(name: str, value: Any) -> Any:
    if name in _OWN_PLACE:
        return value
    if name in _SCRIPT_LINES and isinstance(value, list):
        return [{part: told for part, told in line.items() if part != "place"} for line in value]
    return _unplaced(value)


def _unplaced(value: Any) -> Any:
    """A value without the places that were written beside its items, and with what was left out as usual."""
    if isinstance(value, list):
        return [_plain(place, _unplaced(item)) for place, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    found = {name: _unplaced(inner) for name, inner in value.items()}
    for name in ("option", "was"):
        option = found.get(name)
        if isinstance(option, dict) and "kind" not in option:
            found[name] = {"kind": next(kind for part, kind in _KINDS.items() if part in option), **option}
    return found


_HEARD = {"who", "unseen"}
"""What only lines as somebody hears them say, which have a place of their own."""
_KINDS = {
    "choice": "choice",
    "look": "approach",
    "shot": "revision",
    "spec": "shot",
    "scenes": "outline",
    "names": "alias",
    "way": "trade_off",
    "lines": "scene_text",
    "identity": "identity",
}
"""What only one kind of option has, in the order to look for it."""


def _plain(place: int, item: Any) -> Any:
    """An item without its place, however that is called; an element gets lines of its own."""
    if not isinstance(item, dict):
        return item
    called = "at" if isinstance(item.get("place"), str) else "place"
    if item.get(called) != place or _HEARD <= item.keys():
        return item
    bare = {name: inner for name, inner in item.items() if name != called}
    return {**bare, "line": place + 1, "last_line": place + 1} if {"kind", "text"} <= bare.keys() else bare


def answer_to(ask: Ask) -> str:
    """The house's answer on the wire."""
    answer: Value = house_rules()[type(ask)](ask)
    return written(ask, answer)
