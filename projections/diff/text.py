"""A comparison as lines for a terminal: what differs, section by section, with the addresses to go on from."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any, Literal, NamedTuple

from cineledger.projections.answers import text_table
from cineledger.projections.diff.cost import COUNTED, HOUSE
from cineledger.projections.diff.document import SECTIONS
from cineledger.projections.diff.sides import Row

LONGEST = 60
"""Letters of a value that leave room for the one beside it; the document has both whole."""
FELT = ("feeling", "valence", "arousal")
SLUG = ("heading", "int_ext", "location", "day_night")
"""What is read off a scene's first line, which is compared itself."""
SIGNS = {"ab": " ", "a": "-", "b": "+"}


class Line(NamedTuple):
    """A line, and how a terminal may set it off."""

    text: str
    kind: Literal["", "section", "title", "hunk", "a", "b"] = ""


def text(found: dict[str, Any]) -> Iterator[Line]:
    """The heading, then each section in which something differs; what was asked is told whenever it was looked at."""
    yield from heading(found)
    tellers = {
        "script": _script,
        "shots": _shots,
        "characters": _characters,
        "decisions": _decisions,
        "direction": _direction,
        "cost": _cost,
    }
    for section, keys in SECTIONS.items():
        if keys[0] in found:
            lines = list(tellers[section](found))
            if lines:
                yield from (Line(""), Line(section, "section"), *lines)


def heading(found: dict[str, Any]) -> Iterator[Line]:
    """What both share, what each has since, and what differs in a sentence."""
    shared, last = found["shared"], found["last_shared"]
    past = "nothing." if shared is None else f"events 0 to {shared}."
    yield Line(f"{found['a']} and {found['b']} share {past}")
    if last is not None:
        yield Line(f"last shared: {last['address']} {last['actor']} {_short(last['text'], 100)}")
    for name, side in zip((found["a"], found["b"]), found["sides"].values(), strict=True):
        at = f"{side['production']}@{side['head']}"
        yield Line(
            f"{name} has {_many(side['since'], 'event')} of its own, up to {at}: {side['phase'] or 'not begun'}"
        )
    yield Line(found["summary"], "title")


def _script(found: dict[str, Any]) -> Iterator[Line]:
    for entry in found["script"]:
        yield Line(scene_title(entry, found["a"], found["b"]), "title")
        for hunk in entry["hunks"]:
            (a, many_a), (b, many_b) = hunk["a"], hunk["b"]
            yield Line(f"@@ -{a},{many_a} +{b},{many_b} @@", "hunk")
            for sides, line in hunk["lines"]:
                yield Line(f"{SIGNS[sides]}{line}", "" if sides == "ab" else sides)


def scene_title(entry: Row, a: str, b: str) -> str:
    """What happened to a scene: `scene 4 INT. CABIN - NIGHT: 2 lines gone, 3 new; moved from place 4 to 6`."""
    left, right = entry["sides"]
    shown = right or left
    name = entry["scene"] if shown["number"] is None else f"scene {shown['number']}"
    title = f"{name} {shown['heading'] or ''}".rstrip()
    said = [] if entry["change"] == "changed" else [f"only in {a if right is None else b}"]
    if said:
        return f"{title}: {said[0]}, {_many(sum(len(h['lines']) for h in entry['hunks']), 'line')}"
    counted = {s: sum(sides == s for h in entry["hunks"] for sides, _ in h["lines"]) for s in "ab"}
    if any(counted.values()):
        said.append(f"{_many(counted['a'], 'line')} gone, {counted['b']} new")
    if entry["moved"]:
        said.append(f"moved from place {left['place']} to {right['place']}")
    said += [
        f"{c} {_value(old)} → {_value(new)}" for c, (old, new) in entry["columns"].items() if c not in SLUG
    ]
    if entry["line_ends"]:
        said.append("other line ends")
    return f"{title}: {'; '.join(said)}"


def _shots(found: dict[str, Any]) -> Iterator[Line]:
    for scene, entries in by_scene(found["shots"]):
        yield Line(scene, "title")
        yield from _rows(entries, found["a"], found["b"])
    sizes = found["shots"]["sizes"]
    if sizes:
        yield Line("sizes", "title")
        yield from _table(
            ["size", found["a"], found["b"]], [[size, *counts] for size, counts in sizes.items()]
        )


def by_scene(shots: dict[str, Any]) -> list[tuple[str, dict[str, list[Row]]]]:
    """Each scene with its entries, in the order in which scenes first come up."""
    scenes: dict[str, dict[str, list[Row]]] = {}
    for part in ("changed", "only_a", "only_b"):
        for entry in shots[part]:
            row = entry["row"] if "row" in entry else entry["rows"][1]
            empty: dict[str, list[Row]] = {"changed": [], "only_a": [], "only_b": []}
            scenes.setdefault(_scene(row), empty)[part].append(entry)
    return list(scenes.items())


def _scene(shot: Row) -> str:
    return ", ".join([f"scene {shot['scene']}", *(shot[c] for c in ("location", "day_night") if shot[c])])


def _characters(found: dict[str, Any]) -> Iterator[Line]:
    yield from _rows(found["characters"], found["a"], found["b"])
    for character, entries in groupby(
        feelings(found["character_timeline"]), lambda pair: _either(pair)["character"]
    ):
        yield Line(character, "title")
        yield from _table(
            ["scene", "in", *FELT, "because", "address"],
            [
                [row["scene"], name, *(row[c] for c in FELT), _short(row["reason"]), row["address"]]
                for pair in entries
                for name, row in zip((found["a"], found["b"]), pair, strict=True)
                if row is not None
            ],
        )


def feelings(timeline: dict[str, list[Row]]) -> list[tuple[Row | None, Row | None]]:
    """What each side says of a character in a scene, by character and place in the script."""
    pairs: list[tuple[Row | None, Row | None]] = [tuple(entry["rows"]) for entry in timeline["changed"]]
    pairs += [(entry["row"], None) for entry in timeline["only_a"]]
    pairs += [(None, entry["row"]) for entry in timeline["only_b"]]
    return sorted(pairs, key=lambda pair: (_either(pair)["character"], _either(pair)["place"] or 0))


def _either(pair: tuple[Row | None, Row | None]) -> Row:
    return pair[1] or pair[0] or {}


def _decisions(found: dict[str, Any]) -> Iterator[Line]:
    names = found["a"], found["b"]
    for entry in found["decisions"]["changed"]:
        yield Line(asked(entry["rows"][0]), "title")
        for name, row in zip(names, entry["rows"], strict=True):
            yield from (Line(f"  {line}") for line in _decided(name, row))
    for only, name, other in (("only_a", *names), ("only_b", *names[::-1])):
        for entry in found["decisions"][only]:
            yield Line(asked(entry["row"]), "title")
            yield from (Line(f"  {line}") for line in _decided(name, entry["row"]))
            yield Line(f"  {other}: {undecided(entry['elsewhere'])}")


def asked(row: Row) -> str:
    """What a decision answers."""
    return str(row["asked"] or row["subject"])


def undecided(status: str | None) -> str:
    """How a question stands where it was not decided."""
    return {None: "never asked", "awaiting": "awaits you", "open": "still debated"}.get(status, str(status))


def _decided(name: str, row: Row) -> Iterator[str]:
    yield f"{name}: {row['description']}"
    yield f"  {row['address']} {authority(row)}" + (f": {row['note']}" if row["note"] else "")
    if row["reason"]:
        yield f"  because {row['reason']} ({row['criterion']})"


def authority(row: Row) -> str:
    """Who decided, and under which authority."""
    how = {"standing_order": "under a standing order", "ruling": "by ruling", "consensus": "by consensus"}
    return f"{row['role']} {how.get(row['authority'], '')}".rstrip()


def _direction(found: dict[str, Any]) -> Iterator[Line]:
    for key in SECTIONS["direction"]:
        lines = list(_rows(found[key], found["a"], found["b"]))
        if lines:
            yield Line(key.replace("_", " "), "title")
            yield from lines


def _cost(found: dict[str, Any]) -> Iterator[Line]:
    cost = found["cost"]
    paid = [row for row in cost["roles"] if row["mind"] != HOUSE]
    yield Line(spent(cost, found["a"], found["b"]))
    if paid:
        sides = {"both": "both", "only_a": found["a"], "only_b": found["b"]}
        yield from _table(
            ["role", "model", "asked by", *COUNTED],
            [
                [row["role"], row["model"], name, *(row[cited][c] for c in COUNTED)]
                for row in paid
                for cited, name in sides.items()
                if row[cited]["answers"]
            ],
        )


def spent(cost: dict[str, Any], a: str, b: str) -> str:
    """How many answers each side rests on, and what they cost."""
    counted = [f"{_many(cost['both']['answers'], 'answer')} in both"]
    counted += [f"{cost[only]['answers']} only in {name}" for only, name in (("only_a", a), ("only_b", b))]
    said = ", ".join(counted)
    if all(row["mind"] == HOUSE for row in cost["roles"]):
        return f"{said}; all from the house mind, which is free."
    dollars = f"${cost['both']['cost_usd']} in both, ${cost['only_a']['cost_usd']} only in {a}"
    return f"{said}; {dollars}, ${cost['only_b']['cost_usd']} only in {b}. The house mind is free."


def _rows(rows: dict[str, list[Row]], a: str, b: str) -> Iterator[Line]:
    yield from _table(
        ["key", "column", a, b],
        [
            [entry["key"], column, _value(old), _value(new)]
            for entry in rows["changed"]
            for column, (old, new) in entry["columns"].items()
        ],
    )
    for only, name in (("only_a", a), ("only_b", b)):
        if rows[only]:
            yield Line(f"only in {name}:")
            yield from _table(
                ["key", "what", "address"],
                [[label(e), e["text"], e["row"]["address"]] for e in rows[only]],
            )


def label(entry: Row) -> str:
    """What a row is called that one side has alone: its key, which of the orchestrator's words would be all."""
    return str(entry["row"].get("kind", entry["key"]))


def _table(names: list[str], rows: list[list[Any]]) -> Iterator[Line]:
    if rows:
        for line in text_table(names, rows).rstrip("\n").split("\n"):
            yield Line(line)


def _value(value: Any) -> str:
    if value is None:
        return "none"
    return _short(", ".join(map(str, value)) if isinstance(value, list) else str(value))


def _short(text: str, longest: int = LONGEST) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
