"""What was decided, argued and noted before, found by words."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from cineledger.domain.address import Address

if TYPE_CHECKING:
    from cineledger.projections.window import Windows

MOST = 8
"""Memories at a time."""
_WORD = re.compile(r"\w+")
SATURATION, LENGTH = 1.2, 0.75
"""BM25: how soon a word said again counts no more, and how much a long memory is held against it."""

_REMEMBERED = """
SELECT address, 'decided by ' || role || ' (' || authority || '): ' || description
    || coalesce('. ' || nullif(note, ''), '') AS text FROM decisions_at($at)
UNION ALL SELECT address, role || ' dissented: ' || reason FROM dissents_at($at)
UNION ALL SELECT address, role || ' objected (' || criterion || '): ' || reason FROM objections_at($at)
UNION ALL SELECT address, 'note to ' || role || ': ' || text || coalesce(' Answer: ' || answer, '') FROM notes_at($at)
UNION ALL SELECT address, sender || ' to ' || recipient || ': ' || text FROM messages_at($at)
UNION ALL SELECT address, 'the orchestrator''s ' || kind || ': ' || text FROM broadcasts_at($at)
ORDER BY ALL
"""


class Recall:
    """Decisions, dissents, objections, notes, messages and broadcasts of this production, its own past included."""

    name = "recall"
    description = (
        "Finds what was decided, objected, noted or written in this production before now, by words: names, shots, "
        f"what it was about. The {MOST} nearest are told, each with the address of its event."
    )
    schema: Mapping[str, Any] = {
        "type": "object",
        "properties": {"words": {"type": "string", "description": "Words that it may have been said in."}},
        "required": ["words"],
        "additionalProperties": False,
    }

    def __init__(self, windows: "Windows") -> None:
        self._windows = windows

    def run(self, typed: Mapping[str, Any], at: Address) -> str:
        """The nearest memories, one a line, the nearest first."""
        with self._windows.open(at) as window:
            rows = window.rows(_REMEMBERED)
        texts = [" ".join(str(row["text"]).split()) for row in rows]
        places = nearest(typed["words"], texts, MOST)
        if not places:
            return "Nothing that was said before has these words."
        return "\n".join(f"{rows[place]['address']}: {texts[place]}" for place in places)


def nearest(words: str, texts: Sequence[str], most: int) -> list[int]:
    """The places of the texts that the words fit best, the best first, by BM25; none that has none of the words."""
    held = [Counter(_words(text)) for text in texts]
    lengths = [counted.total() for counted in held]
    usual = sum(lengths) / max(len(lengths), 1) or 1.0
    scores = [0.0] * len(texts)
    for word in set(_words(words)):
        having = [place for place, counted in enumerate(held) if word in counted]
        rare = math.log(1 + (len(texts) - len(having) + 0.5) / (len(having) + 0.5))
        for place in having:
            said = held[place][word]
            damped = said + SATURATION * (1 - LENGTH + LENGTH * lengths[place] / usual)
            scores[place] += rare * said * (SATURATION + 1) / damped
    found = [place for place, score in enumerate(scores) if score > 0]
    return sorted(found, key=lambda place: (-scores[place], place))[:most]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
