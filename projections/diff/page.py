"""A comparison as one page that needs nothing else: no network, no script, light or dark, fit to be printed."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from cineledger.projections.diff.document import SECTIONS
from cineledger.projections.diff.sections import address, section
from cineledger.projections.fork_picture import Mark, picture
from cineledger.projections.fork_tree import Lane
from cineledger.projections.markup import html, tag

STYLE = Path(__file__).with_name("page.css")


def page(found: dict[str, Any], lanes: Sequence[Lane]) -> bytes:
    """The page of a comparison; equal ledgers give equal bytes."""
    title = f"{found['a']} and {found['b']}"
    told = [name for name, keys in SECTIONS.items() if keys[0] in found]
    body = tag(
        "body",
        _header(found),
        tag("nav", *(tag("a", name, href=f"#{name}") for name in told)),
        tag("figure", _tree(found, lanes)),
        *(section(name, found) for name in told),
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
    return tag("p", shared, address(last["address"]), f" {last['actor']} ", tag("bdi", last["text"]))


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
