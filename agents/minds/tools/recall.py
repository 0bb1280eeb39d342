"""What the asking role remembers, found by meaning and words."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cineledger.domain.address import Address

if TYPE_CHECKING:
    from cineledger.projections.memory.recall import Memory
    from cineledger.projections.window import Windows

MOST = 8
"""Memories at a time."""


class Recall:
    """The memories of one role in this production, its own past included, and none of later."""

    name = "recall"
    description = (
        "Finds what you remember of this production before now, by what it was about: what you decided, proposed, "
        "objected to and were told; as a cast member, what your character lived through, said, heard and learned. "
        f"The {MOST} nearest are told, each with the address of its event."
    )
    schema: Mapping[str, Any] = {
        "type": "object",
        "properties": {"words": {"type": "string", "description": "What it was about, in a few words."}},
        "required": ["words"],
        "additionalProperties": False,
    }

    def __init__(self, windows: "Windows", memory: "Memory", role: str) -> None:
        self._windows, self._memory, self._role = windows, memory, role

    def run(self, typed: Mapping[str, Any], at: Address) -> str:
        """The nearest memories, one a line, the nearest first; the index takes in what it lacks before."""
        from cineledger.projections.memory.asking import those_of

        with self._windows.open(at) as window:
            whose = those_of(window.reader, at, self._role)
            recalled = self._memory.recall(window.reader, at, whose, typed["words"], MOST)
        if not recalled.found:
            return "Nothing that you remember has to do with this."
        said = [f"{found.address}: {' '.join(found.text.split())}" for found in recalled.found]
        return "\n".join([*said, *(["(Looked up by words alone.)"] if recalled.trouble else [])])
