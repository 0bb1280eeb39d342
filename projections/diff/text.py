"""A comparison as lines for a terminal: what differs, section by section, with the addresses to go on from."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any, Literal, NamedTuple

from cineledger.projections.answers import text_table
from cineledger.projections.diff.cost import COUNTED, HOUSE
from cineledger.projections.diff.document import SECTIONS
from cineledger.projections.diff.sides import Row
from cineledger.projections.diff.wording import (
    FELT,
    asked,
    authority,
    by_scene,
    called,
    either,
    feelings,
    label,
    many,
    scene_title,
    short,
    spent,
    undecided,
    value,
)

SIGNS = {"ab": " ", "a": "-", "b": "+"}


class Line(NamedTuple):
    """A line, and how a terminal may set it off."""

    text: str
    kind: Literal["", "section", "title", "hunk", "a", "b"] = ""


def text(found: dict[str, Any]) -> Iterator[Line]:
    """The heading, then each section in which something differs; what was asked is told whenever it was looked at."""
    yield from heading(found)
    for section, keys in SECTIONS.items():
        if keys[0] in found:
            lines = list(_TELLERS[section](found) if section in _TELLERS else _tables(found, keys))
            if lines:
                yield from (Line(""), Line(section, "section"), *lines)


def heading(found: dict[str, Any]) -> Iterator[Line]:
    """What both share, what each has since, and what differs in a sentence."""
    shared, last = found["shared"], found["last_shared"]
    past = "nothing." if shared is None else f"events 0 to {shared}."
    yield Line(f"{found['a']} and {found['b']} share {past}")
    if last is not None:
        yield Line(f"last shared: {last['address']} {last['actor']} {short(last['text'], 100)}")
    for name, side in zip((found["a"], found["b"]), found["sides"].values(), strict=True):
        at = f"{side['production']}@{side['head']}"
        yield Line(
            f"{name} has {many(side['since'], 'event')} of its own, up to {at}: {side['phase'] or 'not begun'}"
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


def _characters(found: dict[str, Any]) -> Iterator[Line]:
    yield from _tables(found, ("characters", "relationships"))
    for character, entries in groupby(
        feelings(found["character_timeline"]), lambda pair: either(pair)["character"]
    ):
        yield Line(character, "title")
        yield from _table(
            ["scene", "in", *FELT, "because", "address"],
            [
                [row["scene"], name, *(row[c] for c in FELT), short(row["reason"]), row["address"]]
                for pair in entries
                for name, row in zip((found["a"], found["b"]), pair, strict=True)
                if row is not None
            ],
        )


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


def _decided(name: str, row: Row) -> Iterator[str]:
    yield f"{name}: {row['description']}"
    yield f"  {row['address']} {authority(row)}" + (f": {row['note']}" if row["note"] else "")
    if row["reason"]:
        yield f"  because {row['reason']} ({row['criterion']})"


def _tables(found: dict[str, Any], keys: tuple[str, ...]) -> Iterator[Line]:
    """Tables one after the other, each under its name."""
    for key in keys:
        lines = list(_rows(found[key], found["a"], found["b"]))
        if lines:
            yield Line(key.replace("_", " "), "title")
            yield from lines


def _cost(found: dict[str, Any]) -> Iterator[Line]:
    cost = found["cost"]
    paid = [row for row in cost["roles"] if row["mind"] != HOUSE]
    yield Line(spent(cost, found["a"], found["b"]))
    for side in ("a", "b"):
        if any(cost["calls"][side][kind] for kind in ("paid", "reused")):
            yield Line(called(cost["calls"][side], found[side]))
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


def _rows(rows: dict[str, list[Row]], a: str, b: str) -> Iterator[Line]:
    yield from _table(
        ["key", "column", a, b],
        [
            [entry["key"], column, value(old), value(new)]
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


def _table(names: list[str], rows: list[list[Any]]) -> Iterator[Line]:
    if rows:
        for line in text_table(names, rows).rstrip("\n").split("\n"):
            yield Line(line)


_TELLERS = {
    "script": _script,
    "shots": _shots,
    "characters": _characters,
    "decisions": _decisions,
    "cost": _cost,
}
"""The sections that are told in a way of their own; of any other the tables are told."""
