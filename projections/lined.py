"""The lined script: each line that plays, with a stroke for each shot that covers it."""

import textwrap
from collections.abc import Iterator
from typing import Any, NamedTuple

from cineledger.domain.refusal import Refused
from cineledger.projections.history import known
from cineledger.projections.reader import Reader

SEEN, HEARD = "│", "┊"
"""Straight where whoever speaks is in the shot, dotted where she is not."""
BEGINS, ENDS, ALONE = "┬", "┴", "╪"
WIDTH = 58
"""Characters of script text in a line."""
PLAYS = ("action", "cue", "parenthetical", "dialogue", "lyric", "centered")
INDENT = {"cue": 20, "parenthetical": 14, "dialogue": 8, "lyric": 8, "centered": 16}


class Printed(NamedTuple):
    """A printed line: of a heading, of a line that is covered, or of one that is not."""

    text: str
    kind: str
    """heading, slates, line, bare or gap."""


def lined(reader: Reader, production: str, scene: str | None = None) -> dict[str, Any]:
    """The script with its shots, whole or of one scene; refuses a scene that is not there.

    `scenes` holds each scene's shots with what they cover and its lines with the shots on each; `gaps` names the lines
    that no shot covers.
    """
    name = known(reader, production)
    scenes = reader.rows(
        "SELECT scene, number, heading, place FROM scenes_at(?, NULL) WHERE place IS NOT NULL ORDER BY place",
        (name,),
    )
    if scene is not None:
        wanted = scene.strip().casefold()
        scenes = [row for row in scenes if wanted in (row["scene"].casefold(), row["number"].casefold())]
        if not scenes:
            raise Refused(f"{name} has no scene {scene}", f"See: cineledger sql \"from scenes_at('{name}')\"")
    elements = _by_scene(
        reader.rows(
            "SELECT scene, element, kind, text, character FROM script_elements_at(?, NULL) ORDER BY element",
            (name,),
        )
    )
    covering = _by_scene(reader.rows("SELECT scene, element, shot, seen FROM coverage_at(?, NULL)", (name,)))
    shots = _by_scene(
        reader.rows(
            "SELECT scene, shot, setup, size, type, subject, description FROM shots_at(?, NULL) "
            "WHERE status NOT IN ('omitted', 'reopened') ORDER BY length(setup), setup",
            (name,),
        )
    )
    found = [_scene(row, elements, covering, shots) for row in scenes]
    gaps = [
        {"scene": one["scene"], "element": line["element"], "text": line["text"]}
        for one in found
        for line in one["lines"]
        if not line["shots"]
    ]
    return {"production": name, "scenes": found, "gaps": gaps}


def _by_scene(rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["scene"], []).append(row)
    return found


def _scene(
    row: dict[str, Any],
    elements: dict[str, list[dict[str, Any]]],
    covering: dict[str, list[dict[str, Any]]],
    shots: dict[str, list[dict[str, Any]]],
) -> dict[str, Any]:
    scene = row["scene"]
    by_line: dict[int, dict[str, bool | None]] = {}
    for cover in covering.get(scene, ()):
        on = by_line.setdefault(cover["element"], {})
        if cover["shot"] is not None:
            on[cover["shot"]] = cover["seen"]
    slates = [shot["shot"] for shot in shots.get(scene, ())]
    return {
        "scene": scene,
        "number": row["number"],
        "heading": row["heading"],
        "shots": [{k: v for k, v in shot.items() if k != "scene"} for shot in shots.get(scene, ())],
        "lines": [
            {
                "element": e["element"],
                "kind": e["kind"],
                "text": e["text"],
                "character": e["character"],
                "shots": [
                    {"shot": slate, "seen": by_line[e["element"]][slate]}
                    for slate in slates
                    if slate in by_line[e["element"]]
                ],
            }
            for e in elements.get(scene, ())
            if e["element"] in by_line and e["kind"] in PLAYS
        ],
    }


def text(found: dict[str, Any]) -> Iterator[Printed]:
    """The lined script as it is printed, and what is missing at its end."""
    for scene in found["scenes"]:
        if not scene["lines"]:
            continue
        yield Printed(f"{scene['number']}  {scene['heading'] or ''}".rstrip(), "heading")
        yield from _lines(scene)
        yield Printed("", "line")
    yield from _gaps(found)


def _lines(scene: dict[str, Any]) -> Iterator[Printed]:
    shots = [shot["shot"] for shot in scene["shots"]]
    setups = [shot["setup"] for shot in scene["shots"]]
    wide = max((len(setup) for setup in setups), default=1) + 1
    yield Printed("   " + "".join(f"{setup:<{wide}}" for setup in setups).rstrip(), "slates")
    covered = [{cover["shot"]: cover["seen"] for cover in line["shots"]} for line in scene["lines"]]
    for place, line in enumerate(scene["lines"]):
        body = textwrap.wrap(line["text"], WIDTH - INDENT.get(line["kind"], 0) // 2) or [""]
        before = covered[place - 1] if place else {}
        after = covered[place + 1] if place + 1 < len(covered) else {}
        for row, part in enumerate(body):
            top = before if row == 0 else covered[place]
            bottom = after if row == len(body) - 1 else covered[place]
            strokes = "".join(f"{_stroke(slate, covered[place], top, bottom):<{wide}}" for slate in shots)
            gap = " ! " if not covered[place] else "   "
            kind = "line" if covered[place] else "bare"
            yield Printed(f"{gap}{strokes} {' ' * INDENT.get(line['kind'], 0)}{part}".rstrip(), kind)


def _stroke(slate: str, here: dict[str, Any], before: dict[str, Any], after: dict[str, Any]) -> str:
    if slate not in here:
        return " "
    if slate not in before and slate not in after:
        return ALONE
    if slate not in before:
        return BEGINS
    if slate not in after:
        return ENDS
    return HEARD if here[slate] is False else SEEN


def _gaps(found: dict[str, Any]) -> Iterator[Printed]:
    gaps = found["gaps"]
    lines = sum(len(scene["lines"]) for scene in found["scenes"])
    if not lines:
        yield Printed("No line plays yet.", "line")
    elif not gaps:
        several = "its one line is" if lines == 1 else f"all {lines} lines that play are"
        yield Printed(f"No gaps: {several} in a shot.", "line")
    else:
        yield Printed(
            f"{len(gaps)} of {lines} lines that play {'has' if len(gaps) == 1 else 'have'} no shot:", "gap"
        )
        for gap in gaps:
            said = textwrap.shorten(gap["text"], 70, placeholder="…") or "(an empty line)"
            yield Printed(f"  scene {gap['scene']}, line {gap['element']}: {said}", "gap")
