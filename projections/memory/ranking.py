"""Which memories come to mind: how near what is asked, how recent, how weighty (Park et al. 2023, adapted).

Of Generative Agents come the three parts; but nothing hangs on a clock or on how often something was recalled, so that
a recall at an event finds the same whenever it is asked: distances are in the story, or in events.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

NEARNESS, RECENCY, WEIGHT = 0.9, 0.04, 0.06
"""What each part counts: what is asked for first; the others decide between memories that answer it alike."""
HALF = 0.25
"""The share of what lies behind after which a memory has faded by half."""


class Moment(NamedTuple):
    """Where somebody stands who remembers."""

    production: str
    number: int
    places: Mapping[str, int]
    """Scene → its place in the story, of the scenes by whose order time goes for her; empty for the crew."""


class Remembered(NamedTuple):
    """A memory that came to mind, and why."""

    id: str
    address: str
    agent: str
    kind: str
    scene: str | None
    people: tuple[str, ...]
    text: str
    score: float
    """0 to 1, of the three parts below."""
    relevance: float
    """0 to 1: how near it is to what was asked."""
    recency: float
    """0 to 1: how near the moment."""
    importance: float
    """0 to 1: what it weighs, as the table of memories has it."""
    meaning: float | None
    """Cosine with what was asked; None where words alone were compared."""
    words: float
    """BM25."""


def ranked(
    rows: Sequence[Mapping[str, Any]],
    meaning: Sequence[float] | None,
    words: Sequence[float],
    floor: float,
    trust: float,
    moment: Moment,
) -> list[Remembered]:
    """The memories that have to do with what was asked, the nearest first: by meaning above `floor`, or by a word.

    Of nearness `trust` is the share of meaning, and the rest that of words, each beside the best there is: words settle
    names and slates. Without meaning (None) words are all of it.
    """
    near = list(meaning) if meaning is not None else [0.0] * len(rows)
    best_meaning, best_words = max(near, default=0.0), max(words, default=0.0)
    parts = (trust, 1 - trust) if meaning is not None else (0.0, 1.0)
    found = list[Remembered]()
    for row, close, said in zip(rows, near, words, strict=True):
        if said <= 0 and close < floor:
            continue
        relevance = parts[0] * _share(close, best_meaning) + parts[1] * _share(said, best_words)
        recency = _recency(row, moment)
        score = NEARNESS * relevance + RECENCY * recency + WEIGHT * row["importance"]
        found.append(
            Remembered(
                id=row["id"],
                address=f"{row['stream']}@{row['event']}",
                agent=row["agent"],
                kind=row["kind"],
                scene=row["scene"] or None,
                people=tuple(row["people"]),
                text=row["text"],
                score=round(score, 4),
                relevance=round(relevance, 4),
                recency=round(recency, 4),
                importance=round(row["importance"], 4),
                meaning=None if meaning is None else round(close, 4),
                words=round(said, 4),
            )
        )
    return sorted(found, key=lambda memory: (-memory.score, -memory.relevance, memory.id))


def _share(part: float, best: float) -> float:
    return max(part, 0.0) / best if best > 0 else 0.0


def _recency(row: Mapping[str, Any], moment: Moment) -> float:
    """How little a memory has faded: by scenes of the story where it is of one, else by events."""
    place = moment.places.get(row["scene"] or "")
    if place is not None:
        last = max(moment.places.values())
        return _faded(last - place, last)
    return _faded(moment.number - row["event"], moment.number)


def _faded(distance: float, behind: float) -> float:
    return float(0.5 ** (max(distance, 0) / max(behind * HALF, 1)))
