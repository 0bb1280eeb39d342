"""Which tools a role has for a task: facts of the trades."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from cineledger.agents.minds.laying_out import debated
from cineledger.agents.minds.tools.craft import Craft
from cineledger.agents.minds.tools.measure import Measure
from cineledger.agents.minds.tools.query import Query
from cineledger.agents.minds.tools.recall import Recall
from cineledger.agents.minds.tools.tool import Tool
from cineledger.domain.words import CAST_PREFIX

IN_DEBATE = ("recall",)
"""The same for all who debate one thing, since tools come first in what a server keeps: with tools of its own each
role would have to be read the scene anew."""

BY_TRADE: Mapping[str, Sequence[str]] = {
    "showrunner": ("query", "recall"),
    "producer": ("query", "measure"),
    "director": ("query", "recall"),
    "writer": ("measure", "recall"),
    "cinematographer": ("query", "craft"),
    "set_designer": ("query", "recall"),
    "editor": ("query", "measure"),
    "composer": ("query", "recall"),
    "sound_designer": ("query", "recall"),
    "cast": ("recall",),
}
"""In work of its own: who counts has the tables, who writes a measure, who answers to others a memory."""


class Toolbox:
    """The tools of a studio; safe to use from many threads."""

    def __init__(self, folder: Path) -> None:
        from cineledger.projections.memory.recall import Memory
        from cineledger.projections.window import Windows

        self._windows, self._memory = Windows(folder), Memory(folder)
        tools: Sequence[Tool] = (Query(self._windows), Measure(), Craft())
        self._tools = {tool.name: tool for tool in tools}

    def of(self, role: str, task: str) -> Sequence[Tool]:
        """What a role has for a task, in the same order each time."""
        mine: Tool = Recall(self._windows, self._memory, role)
        return [{**self._tools, mine.name: mine}[name] for name in suited(role, task)]


def suited(role: str, task: str) -> Sequence[str]:
    """The names of the tools that a role has for a task."""
    if debated(task):
        return IN_DEBATE
    return BY_TRADE.get("cast" if role.startswith(CAST_PREFIX) else role, IN_DEBATE)
