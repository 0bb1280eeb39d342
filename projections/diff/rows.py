"""Tables compared row by row: what each side has alone, and the columns that both have differently."""

from collections.abc import Callable
from typing import NamedTuple

from cineledger.projections.diff.sides import Row, Side
from cineledger.projections.reader import Reader

Rows = dict[str, list[Row]]
Line = Callable[[Row], str]


class Compared(NamedTuple):
    """How a table's rows are matched and told."""

    key: Line
    line: Line
    """A row in a line."""
    ignored: tuple[str, ...] = ()
    """Columns that differ wherever histories do, or say nothing by themselves."""
    source: str = "SELECT t.* FROM {table}_at(?1, ?2) t ORDER BY ALL"


IN_SCRIPT = """SELECT t.*, s.place FROM {table}_at(?1, ?2) t LEFT JOIN scenes_at(?1, ?2) s ON s.scene = t.scene
    ORDER BY s.place, t.scene, length(t.setup), t.setup"""
DECIDED = """SELECT d.*, q.text AS asked, p.criterion, p.reason FROM decisions_at(?1, ?2) d
    LEFT JOIN questions_at(?1, ?2) q ON q.number = d.question
    LEFT JOIN proposals_at(?1, ?2) p ON p.number = d.proposal ORDER BY d.number"""


def _decision(row: Row) -> str:
    where = [f"scene {row['scene']}"] if row["scene"] else []
    where += [f"beat {row['beat']}"] if row["beat"] is not None else []
    return " ".join([row["subject"], *where, *sorted(row["characters"])])


_IN_ORDER = """SELECT t.*, s.place FROM {table}_at(?1, ?2) t LEFT JOIN scenes_at(?1, ?2) s ON s.scene = t.scene
    ORDER BY s.place, t.scene, t.address"""

TABLES = {
    "scenes": Compared(
        lambda row: str(row["scene"]),
        lambda row: row["heading"] or "what stands before the first slug line",
        source="SELECT t.* FROM {table}_at(?1, ?2) t ORDER BY t.place",
    ),
    "shots": Compared(
        lambda row: str(row["shot"]),
        lambda row: f"{row['size']} {row['type']}, {row['lens_mm']}mm: {row['description']}",
        ("question", "place"),
        IN_SCRIPT,
    ),
    "characters": Compared(
        lambda row: str(row["character"]),
        lambda row: f"{row['speeches']} speeches, first in scene {row['first_scene']}",
        ("introduced",),
    ),
    "character_timeline": Compared(
        lambda row: f"{row['character']}/{row['scene']}",
        lambda row: f"{row['feeling']}: {row['reason']}",
        ("place", "line"),
        "SELECT t.* FROM {table}_at(?1, ?2) t ORDER BY t.character, t.place, t.scene",
    ),
    "relationships": Compared(
        lambda row: f"{row['character']}/{row['other']}/{row['scene']}",
        lambda row: f"trust {row['trust']:g}, affection {row['affection']:g}, power {row['power']:g}",
        ("place", "line"),
        "SELECT t.* FROM {table}_at(?1, ?2) t ORDER BY t.character, t.other, t.place",
    ),
    "structure": Compared(
        lambda row: f"act {row['act']}",
        lambda row: f"scenes {row['first']} to {row['last']}",
        ("balance", "reason"),
    ),
    "turning_points": Compared(
        lambda row: str(row["point"]),
        lambda row: f"scene {row['scene']}: {row['quote']}",
        source="SELECT t.* FROM {table}_at(?1, ?2) t ORDER BY t.falls, t.point",
    ),
    "arcs": Compared(
        lambda row: str(row["character"]), lambda row: f"{row['shape']}: {row['begins']} to {row['ends']}"
    ),
    "themes": Compared(lambda row: str(row["theme"]), lambda row: str(row["reason"])),
    "sets": Compared(lambda row: str(row["set"]), lambda row: f"scenes {', '.join(row['scenes'])}"),
    "set_designs": Compared(lambda row: str(row["set"]), lambda row: str(row["environment"])),
    "props": Compared(lambda row: str(row["prop"]), lambda row: f"scenes {', '.join(row['scenes'])}"),
    "lighting": Compared(
        lambda row: str(row["scene"]),
        lambda row: f"{row['key_light'].lower()} key, {row['ratio']:g}:1, {row['kelvin']} K: {row['colour']}",
        source=_IN_ORDER,
    ),
    "pacing": Compared(
        lambda row: str(row["scene"]),
        lambda row: f"{row['pace']}, {row['seconds']:g} seconds in {row['shots']} shots",
        ("place",),
        "SELECT t.* FROM {table}_at(?1, ?2) t ORDER BY t.place",
    ),
    "motifs": Compared(
        lambda row: str(row["whose"]),
        lambda row: f"{row['title']}, {row['music_key']}, {row['instrument']}",
    ),
    "cues": Compared(
        lambda row: str(row["cue"]),
        lambda row: f"{row['title']}: {row['mood']}, {row['seconds']:g} seconds",
        source=_IN_ORDER,
    ),
    "schedule": Compared(
        lambda row: f"day {row['day']}",
        lambda row: f"{row['set']}, scenes {', '.join(row['scenes'])}",
        source="SELECT t.* FROM {table}_at(?1, ?2) t ORDER BY t.day",
    ),
    "budget": Compared(
        lambda row: f"{row['account']} {row['name']}", lambda row: f"{row['amount']}: {row['why']}"
    ),
    "budget_totals": Compared(lambda row: "the film", lambda row: f"{row['total']}"),
    "risks": Compared(lambda row: str(row["name"]), lambda row: str(row["contingency"])),
    "decisions": Compared(
        _decision,
        lambda row: f"{row['description']} ({row['authority']})",
        ("number", "question", "proposal", "standing_order", "asked", "criterion", "reason"),
        DECIDED,
    ),
    "broadcasts": Compared(
        lambda row: "vision" if row["kind"] == "vision" else f"{row['kind']}: {row['text']}",
        lambda row: row["text"],
        ("number",),
        "SELECT t.* FROM {table}_at(?1, ?2) t ORDER BY t.number",
    ),
    "policy": Compared(
        lambda row: str(row["subject"]),
        lambda row: f"{row['tier']}, {row['rounds']} rounds, led by {row['lead']}",
    ),
    "standing_orders": Compared(lambda row: str(row["subject"]), lambda row: str(row["text"]), ("number",)),
}
"""The tables compared. Shots are matched by slate, scenes by id, characters by name, feelings by character and
scene, what the orchestrator said by its words but for the vision, of which the latest holds."""


def rows(reader: Reader, table: str, a: Side, b: Side, shared: int) -> Rows:
    """What each side's table has alone, and what both have differently, in the sides' own order.

    A row that one side has alone is `{"key", "text", "row"}`, a changed one `{"key", "columns": {column: [in a,
    in b]}, "rows": [in a, in b]}`. Decisions meet under the question that both share, else by what it is about.
    """
    how = TABLES[table]

    def keyed(side: Side) -> dict[str, Row]:
        found = reader.rows(how.source.format(table=table), side)
        return {_key(row, table, shared): row for row in found}

    before, after = keyed(a), keyed(b)
    ignored = {"production", "address", *how.ignored}
    changed = []
    for key, row in before.items():
        other = after.get(key)
        if other is None:
            continue
        columns = {c: [v, other[c]] for c, v in row.items() if c not in ignored and v != other[c]}
        if columns:
            changed.append({"key": key, "columns": columns, "rows": [row, other]})
    return {
        "only_a": _alone(before, after, how.line),
        "only_b": _alone(after, before, how.line),
        "changed": changed,
    }


def elsewhere(reader: Reader, decided: Rows, a: Side, b: Side, shared: int) -> None:
    """Tells, of each decision that one side has alone, how its question stands on the other: `elsewhere`."""
    for only, other in (("only_a", b), ("only_b", a)):
        found = reader.rows(
            "SELECT number, status FROM questions_at(?, ?) WHERE number <= ?", (*other, shared)
        )
        status = {row["number"]: row["status"] for row in found}
        for entry in decided[only]:
            entry["elsewhere"] = status.get(entry["row"]["question"])


def _key(row: Row, table: str, shared: int) -> str:
    if table == "decisions" and row["question"] <= shared:
        return f"question {row['question']}"
    return TABLES[table].key(row)


def _alone(rows: dict[str, Row], others: dict[str, Row], line: Line) -> list[Row]:
    return [{"key": key, "text": line(row), "row": row} for key, row in rows.items() if key not in others]
