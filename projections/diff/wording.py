"""What differs, in the words that a terminal and a page have in common."""

from collections.abc import Iterator
from typing import Any

from cineledger.projections.diff.cost import HOUSE
from cineledger.projections.diff.sides import Row

LONGEST = 60
"""Letters of a value that leave room for the one beside it; the document has both whole."""
FELT = ("feeling", "valence", "arousal")
SLUG = ("heading", "int_ext", "location", "day_night")
"""What is read off a scene's first line, which is compared itself."""


def scene_title(entry: Row, a: str, b: str) -> str:
    """What happened to a scene: `scene 4 INT. CABIN - NIGHT: 2 lines gone, 3 new; moved from place 4 to 6`."""
    left, right = entry["sides"]
    shown = right or left
    name = entry["scene"] if shown["number"] is None else f"scene {shown['number']}"
    title = f"{name} {shown['heading'] or ''}".rstrip()
    said = [] if entry["change"] == "changed" else [f"only in {a if right is None else b}"]
    if said:
        return f"{title}: {said[0]}, {many(sum(len(h['lines']) for h in entry['hunks']), 'line')}"
    counted = {s: sum(sides == s for h in entry["hunks"] for sides, _ in h["lines"]) for s in "ab"}
    if any(counted.values()):
        said.append(f"{many(counted['a'], 'line')} gone, {counted['b']} new")
    if entry["moved"]:
        said.append(f"moved from place {left['place']} to {right['place']}")
    said += [
        f"{c} {value(old)} → {value(new)}" for c, (old, new) in entry["columns"].items() if c not in SLUG
    ]
    if entry["line_ends"]:
        said.append("other line ends")
    return f"{title}: {'; '.join(said)}"


def by_scene(shots: dict[str, Any]) -> Iterator[tuple[str, dict[str, list[Row]]]]:
    """Each scene's name with its shots, in the order of the script."""
    scenes: dict[str, dict[str, list[Row]]] = {}
    rows: dict[str, Row] = {}
    for part in ("changed", "only_a", "only_b"):
        for entry in shots[part]:
            row = entry["row"] if "row" in entry else entry["rows"][1]
            rows[row["scene"]] = row
            scenes.setdefault(row["scene"], {"changed": [], "only_a": [], "only_b": []})[part].append(entry)
    for scene, row in sorted(rows.items(), key=lambda found: found[1]["place"] or 0):
        where = [row[column] for column in ("location", "day_night") if row[column]]
        yield ", ".join([f"scene {scene}", *where]), scenes[scene]


def feelings(timeline: dict[str, list[Row]]) -> list[tuple[Row | None, Row | None]]:
    """What each side says of a character in a scene, by character and place in the script."""
    pairs: list[tuple[Row | None, Row | None]] = [tuple(entry["rows"]) for entry in timeline["changed"]]
    pairs += [(entry["row"], None) for entry in timeline["only_a"]]
    pairs += [(None, entry["row"]) for entry in timeline["only_b"]]
    return sorted(pairs, key=lambda pair: (either(pair)["character"], either(pair)["place"] or 0))


def either(pair: tuple[Row | None, Row | None]) -> Row:
    """The right side of a pair where there is one, else the left."""
    return pair[1] or pair[0] or {}


def asked(row: Row) -> str:
    """What a decision answers."""
    return str(row["asked"] or row["subject"])


def undecided(status: str | None) -> str:
    """How a question stands where it was not decided."""
    return {None: "never asked", "awaiting": "awaits you", "open": "still debated"}.get(status, str(status))


def authority(row: Row) -> str:
    """Who decided, and under which authority."""
    how = {"standing_order": "under a standing order", "ruling": "by ruling", "consensus": "by consensus"}
    return f"{row['role']} {how.get(row['authority'], '')}".rstrip()


def spent(cost: dict[str, Any], a: str, b: str) -> str:
    """How many answers each side rests on, and what they cost."""
    minds = {row["mind"] for row in cost["roles"]}
    if not minds:
        return "No mind was asked."
    counted = [f"{many(cost['both']['answers'], 'answer')} in both"]
    counted += [f"{cost[only]['answers']} only in {name}" for only, name in (("only_a", a), ("only_b", b))]
    said = ", ".join(counted)
    if minds == {HOUSE}:
        return f"{said}; all from the house mind, which is free."
    dollars = f"${cost['both']['cost_usd']} in both, ${cost['only_a']['cost_usd']} only in {a}"
    free = " The house mind is free." if HOUSE in minds else ""
    return f"{said}; {dollars}, ${cost['only_b']['cost_usd']} only in {b}.{free}"


def called(calls: dict[str, Any], name: str) -> str:
    """What was paid for a side, and what it used again."""
    paid = f"{many(calls['paid'], 'call')} paid, ${calls['paid_usd']}"
    return f"{name}: {paid}; {calls['reused']} used again, ${calls['reused_usd']} saved"


def label(entry: Row) -> str:
    """What a row is called that one side has alone: its key, which of the orchestrator's words would be all."""
    return str(entry["row"].get("kind", entry["key"]))


def value(value: Any) -> str:
    """A value in a few letters."""
    if value is None:
        return "none"
    return short(", ".join(map(str, value)) if isinstance(value, list) else str(value))


def short(text: str, longest: int = LONGEST) -> str:
    """Text cut to a length."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def many(number: int, noun: str) -> str:
    """A number of things: 1 scene, 2 scenes."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
