"""The takes of a scene side by side: what each is after and how, what came of it, and which one stands."""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from cineledger.domain.refusal import Refused
from cineledger.projections.reader import Reader

_TAKES = """SELECT character, take, circled, intent, tactic, behaviour, subtext, lines, before, "after", valence,
    arousal, mood, mood_before, mood_after, plays, note, printed, objects, learned, asked, reason, address
FROM performances_at(?, NULL) WHERE scene = ? ORDER BY character, take"""
LABEL, NARROWEST = 9, 16
"""Letters of a row's name, and the fewest of a take's column."""
Row = dict[str, Any]


def scene_called(reader: Reader, production: str, typed: str) -> Row:
    """The scene of this number, or of this id; refuses one that is not there."""
    rows = reader.rows(
        "SELECT scene, number, heading FROM scenes_at(?, NULL) WHERE NOT omitted ORDER BY place",
        (production,),
    )
    for column in ("number", "scene"):
        for row in rows:
            if (row[column] or "").casefold() == typed.strip().casefold():
                return row
    raise Refused(f"{production} has no scene {typed}", f"See: cineledger export {production} script")


def takes(reader: Reader, production: str, scene: str, character: str | None = None) -> list[Row]:
    """Every take of a scene that stands, or of one part of it, in the order of characters and counts."""
    rows = reader.rows(_TAKES, (production, scene))
    return [row for row in rows if character in (None, row["character"])]


def side_by_side(rows: Sequence[Row], width: int) -> Iterator[str]:
    """The takes of each part as columns of a page so many letters wide; more than fit go on below."""
    for character, same in groupby(rows, lambda row: str(row["character"])):
        played = list(same)
        yield character
        across = max(1, (width - LABEL) // (NARROWEST + 2))
        for first in range(0, len(played), across):
            yield from _grid(played[first : first + across], width)


def _grid(played: Sequence[Row], width: int) -> Iterator[str]:
    column = min((width - LABEL) // len(played) - 2, 44)
    for name, cells in _cells(played):
        if any(cells):
            wrapped = [textwrap.wrap(" ".join(cell.split()), column) or [""] for cell in cells]
            for row in range(max(map(len, wrapped))):
                parts = [lines[row] if row < len(lines) else "" for lines in wrapped]
                label = name if row == 0 else ""
                yield f"{label:<{LABEL}}" + "  ".join(f"{part:<{column}}" for part in parts).rstrip()


def _cells(played: Sequence[Row]) -> Iterator[tuple[str, list[str]]]:
    yield "", [f"take {row['take']}{' (circled)' if row['circled'] else ''}" for row in played]
    yield "plays", [row["plays"] and f"“{row['plays']}”" for row in played]
    yield "wants", [row["intent"] for row in played]
    yield "tactic", [row["tactic"] and f"to {row['tactic']}" for row in played]
    yield "does", [row["behaviour"] for row in played]
    yield "beneath", [row["subtext"] for row in played]
    yield "says", ["; ".join(row["lines"]) for row in played]
    yield "feels", [_felt(row) for row in played]
    yield "objects", [row["objects"] for row in played]
    yield "director", [_heard(row) for row in played]
    yield "", [row["address"] for row in played]


def _felt(row: Row) -> str:
    """What she feels before and after, and the mood beneath where it is known."""
    felt = f"{row['before'] or 'her first scene'} → {row['after']}"
    if row["mood_after"] is None:
        return felt
    return f"{felt}; mood {row['mood_before']:+.2f} → {row['mood_after']:+.2f}, {row['mood']}"


def _heard(row: Row) -> str:
    if row["note"]:
        return f"note: {row['note']}"
    return "prints her words" if row["printed"] and row["lines"] else ""
