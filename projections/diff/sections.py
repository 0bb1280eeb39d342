"""The sections of the page: each side's rows, lines and reasons beside the other's."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any
from xml.etree.ElementTree import Element

from cineledger.projections.diff.cost import CITED, COUNTED, HOUSE
from cineledger.projections.diff.document import SECTIONS
from cineledger.projections.diff.lines import Words, pairs
from cineledger.projections.diff.sides import Row
from cineledger.projections.diff.wording import (
    FELT,
    asked,
    authority,
    by_scene,
    either,
    feelings,
    label,
    scene_title,
    spent,
    undecided,
)
from cineledger.projections.markup import Child, tag

Rows = dict[str, list[Row]]


def section(name: str, found: dict[str, Any]) -> Element:
    """A section under its heading; one in which nothing differs says so."""
    parts = list(TELLERS[name](found) if name in TELLERS else _tables(found, SECTIONS[name]))
    return tag("section", tag("h2", name), *(parts or [tag("p", "No difference.", class_="none")]), id=name)


def _script(found: dict[str, Any]) -> Iterator[Element]:
    for entry in found["script"]:
        rows: list[Element] = []
        for hunk in entry["hunks"]:
            if rows:
                rows.append(tag("tr", tag("td", "⋯", colspan=4), class_="gap"))
            rows += [
                tag("tr", *_line(pair.a, pair.same, "a", "del"), *_line(pair.b, pair.same, "b", "ins"))
                for pair in pairs(hunk)
            ]
        yield tag(
            "article",
            tag("h3", scene_title(entry, found["a"], found["b"]), dir="auto"),
            _table(found, rows, "lines", ("", "A", "", "B")) if rows else None,
        )


def _line(side: tuple[int, Words] | None, same: bool, letter: str, mark: str) -> tuple[Element, Element]:
    """A line's number and text: tinted where it differs, its words marked where the other side has the rest."""
    if side is None:
        return tag("td", class_="n"), tag("td", class_="absent")
    number, words = side
    pieces: list[Child] = [tag(mark, text) if new and len(words) > 1 else text for text, new in words]
    text = tag("td", *pieces, class_="text" if same else f"text {letter}", dir="auto")
    return tag("td", f"{number}", class_="n"), text


def _shots(found: dict[str, Any]) -> Iterator[Element]:
    for scene, entries in by_scene(found["shots"]):
        yield tag("h3", scene, dir="auto")
        yield from _rows(found, entries)
    if found["shots"]["sizes"]:
        yield tag("h3", "How many of each size")
        counted = [
            tag("tr", tag("th", size, scope="row"), *(tag("td", f"{count}") for count in counts))
            for size, counts in found["shots"]["sizes"].items()
        ]
        yield _table(found, counted, "counts", ("size", "A", "B"))


def _characters(found: dict[str, Any]) -> Iterator[Element]:
    yield from _tables(found, ("characters", "relationships"))
    by_character = groupby(feelings(found["character_timeline"]), lambda pair: either(pair)["character"])
    for character, felt in by_character:
        yield tag("h3", character, dir="auto")
        rows = [
            tag(
                "tr",
                tag("th", f"scene {either(pair)['scene']}", scope="row"),
                *map(_feeling, pair),
            )
            for pair in felt
        ]
        yield _table(found, rows, "pairs", ("", "A", "B"))


def _feeling(row: Row | None) -> Element:
    if row is None:
        return tag("td", "–", class_="absent")
    moved = [f"{column} {row[column]}" for column in FELT[1:] if row[column] is not None]
    return tag(
        "td",
        tag("strong", row["feeling"]),
        f" {', '.join(moved)}",
        tag("p", row["reason"], dir="auto"),
        address(row["address"]),
    )


def _decisions(found: dict[str, Any]) -> Iterator[Element]:
    decided = found["decisions"]
    rows = [(asked(a), _decided(a), _decided(b)) for e in decided["changed"] for a, b in [e["rows"]]]
    rows += [(asked(e["row"]), _decided(e["row"]), _undecided(e)) for e in decided["only_a"]]
    rows += [(asked(e["row"]), _undecided(e), _decided(e["row"])) for e in decided["only_b"]]
    if rows:
        yield _table(
            found,
            [tag("tr", tag("th", question, scope="row", dir="auto"), a, b) for question, a, b in rows],
            "pairs",
            ("question", "A", "B"),
        )


def _decided(row: Row) -> Element:
    note = f": {row['note']}" if row["note"] else ""
    return tag(
        "td",
        tag("strong", row["description"], dir="auto"),
        tag("p", f"{authority(row)}{note}"),
        tag("p", f"because {row['reason']} ({row['criterion']})", dir="auto") if row["reason"] else None,
        address(row["address"]),
    )


def _undecided(entry: Row) -> Element:
    return tag("td", undecided(entry["elsewhere"]), class_="absent")


def _tables(found: dict[str, Any], keys: tuple[str, ...]) -> Iterator[Element]:
    """Tables one after the other, each under its name."""
    for key in keys:
        parts = list(_rows(found, found[key]))
        if parts:
            yield tag("h3", key.replace("_", " "))
            yield from parts


def _cost(found: dict[str, Any]) -> Iterator[Element]:
    cost = found["cost"]
    yield tag("p", spent(cost, found["a"], found["b"]))
    names = {"both": "both", "only_a": "A", "only_b": "B"}
    rows = [
        tag("tr", *(tag("td", f"{cell}") for cell in cells))
        for role in cost["roles"]
        for cited in CITED
        for cells in [(role["role"], role["model"], names[cited], *(role[cited][c] for c in COUNTED))]
        if role["mind"] != HOUSE and role[cited]["answers"]
    ]
    if rows:
        yield _table(found, rows, "counts", ("role", "model", "asked by", *COUNTED))


def _rows(found: dict[str, Any], rows: Rows) -> Iterator[Element]:
    """What changed, column by column, and what one side has alone."""
    changed = [
        tag(
            "tr",
            tag("th", entry["key"], scope="row", rowspan=len(entry["columns"]), dir="auto")
            if n == 0
            else None,
            tag("td", column),
            tag("td", _value(old), dir="auto"),
            tag("td", _value(new), dir="auto"),
        )
        for entry in rows["changed"]
        for n, (column, (old, new)) in enumerate(entry["columns"].items())
    ]
    if changed:
        yield _table(found, changed, "columns", ("", "", "A", "B"))
    for only in ("only_a", "only_b"):
        if rows[only]:
            letter = only[-1]
            items = [
                tag(
                    "li",
                    tag("strong", label(e), dir="auto"),
                    " ",
                    tag("bdi", e["text"]),
                    " ",
                    address(e["row"]["address"]),
                )
                for e in rows[only]
            ]
            yield tag(
                "p",
                "only in ",
                tag("span", letter.upper(), class_=f"badge {letter}"),
                tag("bdi", found[letter]),
            )
            yield tag("ul", *items)


def _table(found: dict[str, Any], rows: list[Element], kind: str, names: tuple[str, ...]) -> Element:
    """Rows under the names of their columns; A and B stand for the sides."""

    def named(name: str) -> list[Child]:
        side = name.lower()
        if name in ("A", "B"):
            return [tag("span", name, class_=f"badge {side}"), tag("bdi", found[side])]
        return [name]

    return tag(
        "table",
        tag("thead", tag("tr", *(tag("th", *named(name), scope="col") for name in names))),
        tag("tbody", *rows),
        class_=kind,
    )


def address(text: str) -> Element:
    """An address to type."""
    return tag("code", tag("bdi", text))


def _value(value: Any) -> str:
    if value is None:
        return "–"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


TELLERS = {
    "script": _script,
    "shots": _shots,
    "characters": _characters,
    "decisions": _decisions,
    "cost": _cost,
}
