"""A comparison as one page that needs nothing else: no network, no script, light or dark, fit to be printed."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from cineledger.projections.diff.cost import CITED, COUNTED, HOUSE
from cineledger.projections.diff.document import SECTIONS
from cineledger.projections.diff.lines import Words, pairs
from cineledger.projections.diff.sides import Row
from cineledger.projections.diff.text import (
    FELT,
    asked,
    authority,
    by_scene,
    feelings,
    label,
    scene_title,
    spent,
    undecided,
)
from cineledger.projections.fork_picture import Mark, picture
from cineledger.projections.fork_tree import Lane
from cineledger.projections.markup import Child, html, tag

STYLE = Path(__file__).with_name("page.css")
Rows = dict[str, list[Row]]


def page(found: dict[str, Any], lanes: Sequence[Lane]) -> bytes:
    """The page of a comparison; equal ledgers give equal bytes."""
    title = f"{found['a']} and {found['b']}"
    told = [name for name, keys in SECTIONS.items() if keys[0] in found]
    body = tag(
        "body",
        _header(found),
        tag("nav", *(tag("a", name, href=f"#{name}") for name in told)),
        tag("figure", _tree(found, lanes)),
        *(_section(name, found) for name in told),
        tag("footer", "Made by cineledger. Ask on with ", tag("code", "cineledger why ADDRESS"), "."),
    )
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", title),
        tag("style", STYLE.read_text("utf-8")),
    )
    return html(tag("html", head, body, lang="en"))


def _header(found: dict[str, Any]) -> Element:
    rows = []
    for letter, (key, side) in zip("AB", found["sides"].items(), strict=True):
        rows.append(
            tag(
                "tr",
                tag("th", tag("span", letter, class_=f"badge {key}"), tag("bdi", found[key]), scope="row"),
                tag("td", tag("bdi", side["title"] or "")),
                tag("td", tag("bdi", f"{side['production']}@{side['head']}")),
                tag("td", side["phase"] or "not begun"),
                tag("td", f"{side['since']} events of its own"),
            )
        )
    return tag(
        "header",
        tag("h1", tag("bdi", found["a"]), " and ", tag("bdi", found["b"])),
        tag("p", found["summary"], class_="summary"),
        tag("table", *rows, class_="sides"),
        _past(found),
    )


def _past(found: dict[str, Any]) -> Element:
    last = found["last_shared"]
    if last is None:
        return tag("p", "They share nothing.")
    shared = f"They share events 0 to {found['shared']}, up to "
    return tag("p", shared, _address(last["address"]), f" {last['actor']} ", tag("bdi", last["text"]))


def _tree(found: dict[str, Any], lanes: Sequence[Lane]) -> Element:
    """The family of both sides, with a letter where each stands."""
    marks = [
        Mark(x, side["production"], side["head"])
        for x, side in zip("AB", found["sides"].values(), strict=True)
    ]
    roots: dict[str, str] = {}
    for lane in lanes:
        name = lane.production.production
        roots[name] = name if lane.stem is None else roots[lane.stem]
    family = {roots[mark.production] for mark in marks}
    return picture(
        [lane for lane in lanes if roots[lane.production.production] in family], "The tree of forks", marks
    )


def _section(name: str, found: dict[str, Any]) -> Element:
    parts = list(TELLERS[name](found))
    return tag("section", tag("h2", name), *(parts or [tag("p", "No difference.", class_="none")]), id=name)


def _script(found: dict[str, Any]) -> Iterator[Element]:
    for entry in found["script"]:
        rows: list[Element] = []
        for hunk in entry["hunks"]:
            if rows:
                rows.append(tag("tr", tag("td", "⋯", colspan=4), class_="gap"))
            rows += [
                tag("tr", *_line(pair.a, "a", "del"), *_line(pair.b, "b", "ins")) for pair in pairs(hunk)
            ]
        yield tag(
            "article",
            tag("h3", scene_title(entry, found["a"], found["b"]), dir="auto"),
            _table(found, rows, "lines", ("", "A", "", "B")) if rows else None,
        )


def _line(side: tuple[int, Words] | None, letter: str, mark: str) -> tuple[Element, Element]:
    """A line's number and text: tinted where it differs, its words marked where the other side has the rest."""
    if side is None:
        return tag("td", class_="n"), tag("td", class_="absent")
    number, words = side
    differs = any(new for _, new in words)
    pieces: list[Child] = [tag(mark, text) if new and len(words) > 1 else text for text, new in words]
    text = tag("td", *pieces, class_=f"text {letter}" if differs else "text", dir="auto")
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
    yield from _rows(found, found["characters"])
    by_character = groupby(
        feelings(found["character_timeline"]), lambda pair: (pair[1] or pair[0] or {})["character"]
    )
    for character, felt in by_character:
        yield tag("h3", character, dir="auto")
        rows = [
            tag(
                "tr",
                tag("th", f"scene {(pair[1] or pair[0] or {})['scene']}", scope="row"),
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
        _address(row["address"]),
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
        _address(row["address"]),
    )


def _undecided(entry: Row) -> Element:
    return tag("td", undecided(entry["elsewhere"]), class_="absent")


def _direction(found: dict[str, Any]) -> Iterator[Element]:
    for key in SECTIONS["direction"]:
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
                    _address(e["row"]["address"]),
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


def _address(address: str) -> Element:
    return tag("code", tag("bdi", address))


def _value(value: Any) -> str:
    if value is None:
        return "–"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


TELLERS = {
    "script": _script,
    "shots": _shots,
    "characters": _characters,
    "decisions": _decisions,
    "direction": _direction,
    "cost": _cost,
}
