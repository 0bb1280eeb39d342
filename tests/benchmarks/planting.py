"""Planted continuity errors: which of thirty the house catches, and what it finds in thirty scripts that have none."""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cineledger.agents.craft.auditing.audit import hearings, slips
from cineledger.agents.craft.auditing.devices import devices
from cineledger.agents.craft.auditing.reading import Typed, audited_scenes
from cineledger.agents.craft.page import units
from cineledger.domain.fountain import read
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.fountain.slug import parse_slug
from tests.benchmarks.measure import Table

CORPUS = Path(__file__).parent / "planted"
HALVES = ("tuning", "held_out")
"""The rules were made with the first, and run on the second once they were done."""


class Script(NamedTuple):
    """A short screenplay, and the error planted in it."""

    half: str
    name: str
    kind: str
    """Empty where it has none."""
    scene: int
    """Its place among scenes with a slug line, counted from 1."""
    line: int
    """Counted from 1 within the scene's own text."""

    @property
    def text(self) -> str:
        return (CORPUS / self.half / f"{self.name}.fountain").read_text("utf-8")


class Slipped(NamedTuple):
    """A line that the house finds, as a label has it."""

    kind: str
    scene: int
    first: int
    last: int
    """The lines of the speech or direction it stands in."""
    text: str


def scripts() -> list[Script]:
    """The corpus, as it is labelled."""
    with (CORPUS / "labels.csv").open(encoding="utf-8") as file:
        return [
            Script(row["half"], row["script"], row["kind"], int(row["scene"] or 0), int(row["line"] or 0))
            for row in csv.DictReader(file)
        ]


def audited(text: str) -> Iterator[Slipped]:
    """What the house rules find in a script by its lines alone; feelings take a crew."""
    scenes, typed = read(text).scenes, list[Typed]()
    for scene in scenes:
        headed = sum(one.place != "" for one in typed) + 1 if scene.heading else 0
        slug = parse_slug(scene.heading.text) if scene.heading else None
        typed.append(
            Typed(
                str(headed), slug.location if slug else "", slug.day_night if slug else None, scene.elements
            )
        )
    names = {e.character for scene in scenes for e in scene.elements if e.kind == "cue" and e.character}
    plays_with = devices(e.text for scene in scenes for e in scene.elements if e.kind != "heading")
    for hearing in hearings(audited_scenes(typed, {name: name for name in names}), plays_with):
        elements = next(one.elements for one in typed if one.number == hearing.scene.number)
        for found in slips(hearing.scene, hearing.before, plays_with):
            first, last = _unit(elements, found.line)
            yield Slipped(found.kind, int(hearing.scene.number), first, last, found.text)


def _unit(elements: Sequence[Element], place: int) -> tuple[int, int]:
    unit = next(unit for unit in units(elements) if unit.first <= place <= unit.last)
    return elements[unit.first].line, elements[unit.last].last_line


def caught(script: Script, found: Slipped) -> bool:
    """A finding is the planted error: of its kind, in the speech or direction it was planted in."""
    return (found.kind, found.scene) == (
        script.kind,
        script.scene,
    ) and found.first <= script.line <= found.last


def run(_: bool = False) -> Table:
    """Caught and false alarms, by half and kind."""
    planted, hits, false, clean, alarmed = (Counter[tuple[str, str]]() for _ in range(5))
    told = list[str]()
    for script in scripts():
        found = list(audited(script.text))
        right = [one for one in found if script.kind and caught(script, one)]
        if script.kind:
            planted[script.half, script.kind] += 1
            hits[script.half, script.kind] += bool(right)
        else:
            clean[script.half, ""] += 1
            alarmed[script.half, ""] += bool(found)
        for one in found:
            if one not in right:
                false[script.half, one.kind] += 1
                told.append(f"{script.half}/{script.name}, scene {one.scene}: {one.text}")
        if script.kind and not right:
            told.append(f"{script.half}/{script.name}: missed ({script.kind})")
    table = Table(
        "Planted continuity errors",
        ("kind", *(f"{half.replace('_', ' ')}: {what}" for half in HALVES for what in ("caught", "false"))),
    )
    for kind in (*sorted({kind for _, kind in planted}), "all"):
        cells = [kind]
        for half in HALVES:
            kinds = [k for h, k in planted if h == half] if kind == "all" else [kind]
            wrong = sum(n for (h, k), n in false.items() if h == half and kind in ("all", k))
            got, of = (sum(count[half, k] for k in kinds) for count in (hits, planted))
            cells += [f"{got} of {of}", str(wrong)]
        table.add(*cells)
    quiet = "; ".join(
        f"{half.replace('_', ' ')}: {alarmed[half, '']} of {clean[half, '']}" for half in HALVES
    )
    table.note = "\n".join(
        [f"Clean scripts in which something is found: {quiet}.", "", *(f"- {t}" for t in told)]
    )
    return table
