"""A comparison as one document: what `cineledger diff --json` prints, and what text and page are made from."""

from collections import Counter
from collections.abc import Collection
from typing import Any, get_args

from cineledger.domain.address import Address
from cineledger.domain.words import ShotSize
from cineledger.projections.diff.cost import cost
from cineledger.projections.diff.rows import Rows, elsewhere, rows
from cineledger.projections.diff.script import script
from cineledger.projections.diff.sides import Row, Side, last_shared, shared, side, standing
from cineledger.projections.diff.summary import summary
from cineledger.projections.reader import Reader

SECTIONS = {
    "script": ("script", "scenes"),
    "shots": ("shots",),
    "characters": ("characters", "character_timeline", "relationships"),
    "decisions": ("decisions",),
    "story": ("structure", "turning_points", "arcs", "themes"),
    "world": ("sets", "set_designs", "props"),
    "light": ("lighting",),
    "edit": ("pacing",),
    "music": ("motifs", "cues"),
    "plan": ("schedule", "budget", "budget_totals", "risks"),
    "direction": ("broadcasts", "policy", "standing_orders"),
    "cost": ("cost",),
}
"""What can be compared, and the document's keys for it."""


def diff(
    reader: Reader, a: str | Address, b: str | Address, only: Collection[str] = tuple(SECTIONS)
) -> dict[str, Any]:
    """Two sides, each a production (`pilot`) or one as an event left it (`pilot@142`), section by section.

    Always there: `a`, `b`; `shared`, the last number that both have in common, null for none, and `last_shared`,
    that event; `sides`, where each stands; `summary`, what differs in a sentence. Then the keys of the sections
    asked for: `script` and `cost` as `script()` and `cost()` have them, every other a table, as `rows()` has it.
    `shots` has `sizes` too: how many of each size, where that differs.
    """
    left, right = side(reader, a), side(reader, b)
    common = shared(reader, left, right)
    found: dict[str, Any] = {
        "a": str(left),
        "b": str(right),
        "shared": None if common < 0 else common,
        "last_shared": last_shared(reader, left, common),
        "sides": {"a": standing(reader, left, common), "b": standing(reader, right, common)},
    }
    compared = {
        key: _part(reader, key, left, right, common) for s in SECTIONS if s in only for key in SECTIONS[s]
    }
    return {**found, "summary": summary(compared, str(left), str(right)), **compared}


def _part(reader: Reader, key: str, a: Side, b: Side, shared: int) -> Any:
    if key == "script":
        return script(reader, a, b)
    if key == "cost":
        return cost(reader, a, b)
    found: Rows | Row = rows(reader, key, a, b, shared)
    if key == "shots":
        return {**found, "sizes": _sizes(reader, a, b)}
    if key == "decisions":
        elsewhere(reader, found, a, b, shared)
    return found


def _sizes(reader: Reader, a: Side, b: Side) -> dict[str, list[int]]:
    before, after = (
        Counter(row["size"] for row in reader.rows("SELECT size FROM shots_at(?, ?)", side))
        for side in (a, b)
    )
    return {s: [before[s], after[s]] for s in get_args(ShotSize) if before[s] != after[s]}
