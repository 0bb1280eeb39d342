"""The storyboard: the frames of a scene on one sheet, the sheets of a film below each other."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from cineledger.domain.refusal import Refused
from cineledger.projections.board.frame import Stage, frame
from cineledger.projections.board.paper import HIGH, STYLE, WIDE
from cineledger.projections.history import known
from cineledger.projections.markup import svg, tag
from cineledger.projections.reader import Reader

ACROSS, GAP, EDGE, CAPTION, TITLE = 3, 28, 32, 72, 40
"""Frames in a row, and units between them, around a sheet, under a frame and above a sheet's first row."""
LETTERS = 46
"""Characters in a line under a frame."""
HONEST = "Drawn from the shot list: figures show size, place and look, not what anybody looks like."


class Sheet(NamedTuple):
    """A scene with its frames."""

    title: str
    shots: tuple[dict[str, Any], ...]
    stages: tuple[Stage, ...]


def storyboard(reader: Reader, production: str, scene: str | None = None, number: int | None = None) -> bytes:
    """The frames of a production or of one scene as an SVG file; refuses a scene that is not there or has no shots."""
    name = known(reader, production)
    found = sheets(reader, name, scene, number)
    if not found:
        raise Refused(f"nothing in {name} has shots yet", f"Have them planned: cineledger run {name}")
    return svg(picture(found, name))


def sheets(reader: Reader, name: str, scene: str | None = None, number: int | None = None) -> list[Sheet]:
    """Every scene with shots, in the order of the script; refuses a scene that is not there."""
    scenes = reader.rows(
        "SELECT scene, number, heading FROM scenes_at(?1, ?2) ORDER BY place", (name, number)
    )
    if scene is not None:
        wanted = scene.strip().casefold()
        scenes = [row for row in scenes if wanted in (row["scene"].casefold(), row["number"].casefold())]
        if not scenes:
            raise Refused(f"{name} has no scene {scene}", f"See: cineledger sql \"from scenes_at('{name}')\"")
    shots = reader.rows(
        "SELECT s.*, c.first, c.last FROM shots_at(?1, ?2) s LEFT JOIN ("
        "SELECT v.shot, min(v.element) AS first, max(v.element) AS last FROM coverage_at(?1, ?2) v "
        "WHERE v.shot IS NOT NULL GROUP BY v.shot) c ON c.shot = s.shot "
        "WHERE s.status NOT IN ('omitted', 'reopened') ORDER BY length(s.setup), s.setup",
        (name, number),
    )
    blocked = reader.rows(
        "SELECT scene, who, line, x, y FROM blocking_at(?1, ?2) ORDER BY step", (name, number)
    )
    people = reader.rows(
        "SELECT character FROM characters_at(?1, ?2) ORDER BY introduced, character", (name, number)
    )
    tones = {row["character"]: place for place, row in enumerate(people)}
    _keep_the_hour(shots, [row["scene"] for row in scenes])
    return [
        Sheet(
            f"{row['number']}  {row['heading'] or ''}".rstrip(),
            own,
            tuple(_stage(shot, [b for b in blocked if b["scene"] == row["scene"]], tones) for shot in own),
        )
        for row in scenes
        if (own := tuple(shot for shot in shots if shot["scene"] == row["scene"]))
    ]


_HOURS = re.compile(r"[^\W\d_]+")
_UNTIMED = {"CONTINUOUS", "LATER", "SAME", "MOMENTS", "MOMENT", "TIME", "CONT", "MINUTES", "SECONDS", "ПОЗЖЕ"}


def _keep_the_hour(shots: Sequence[dict[str, Any]], order: Sequence[str]) -> None:
    """A scene that goes on from the one before is as dark as that was."""
    own: dict[str, str | None] = {shot["scene"]: shot["day_night"] for shot in shots}
    before: str | None = None
    for scene in order:
        hour = own.get(scene)
        words = set(_HOURS.findall((hour or "").upper()))
        before = before if not words - _UNTIMED else hour
        own[scene] = before
    for shot in shots:
        shot["day_night"] = own[shot["scene"]]


def _stage(shot: dict[str, Any], blocked: Sequence[dict[str, Any]], tones: dict[str, int]) -> Stage:
    """Where everybody stands as a shot's lines begin, and who goes where during them."""
    first, last = shot["first"] or 0, shot["last"] or 0
    places: dict[str, tuple[float, float]] = {}
    moves = list[tuple[str, float]]()
    for step in blocked:
        at = (step["x"], step["y"])
        if step["line"] is None or step["line"] < first:
            places[step["who"]] = at
        elif step["line"] <= last:
            before = places.get(step["who"], at)
            if step["who"] in (shot["cast"] or ()):
                moves.append((step["who"], at[0] - before[0]))
            places[step["who"]] = at if before[0] > 0.96 else before
    return Stage(places, tuple(moves), tones)


def picture(found: Sequence[Sheet], name: str) -> Element:
    """All sheets on one paper; equal shots give equal bytes."""
    width = 2 * EDGE + ACROSS * WIDE + (ACROSS - 1) * GAP
    drawn, y = list[Element](), EDGE
    for sheet in found:
        drawn.extend(_sheet(sheet, y))
        y += _height(sheet)
    y += 12
    return tag(
        "svg",
        tag("title", f"Storyboard of {name}"),
        tag("desc", f"{sum(len(sheet.shots) for sheet in found)} frames. {HONEST}"),
        tag("style", STYLE),
        tag("rect", class_="paper", width=width, height=y + EDGE),
        *drawn,
        tag("text", HONEST, class_="small", x=EDGE, y=y),
        class_="board",
        xmlns="http://www.w3.org/2000/svg",
        width=width,
        height=y + EDGE,
        viewBox=f"0 0 {width} {y + EDGE}",
    )


def _height(sheet: Sheet) -> int:
    rows = -(-len(sheet.shots) // ACROSS)
    return TITLE + rows * (HIGH + CAPTION + GAP)


def _sheet(sheet: Sheet, top: int) -> Iterator[Element]:
    yield tag("text", sheet.title, class_="head", x=EDGE, y=top + 20)
    for place, (shot, stage) in enumerate(zip(sheet.shots, sheet.stages, strict=True)):
        x = EDGE + place % ACROSS * (WIDE + GAP)
        y = top + TITLE + place // ACROSS * (HIGH + CAPTION + GAP)
        drawn = frame(shot, stage)
        drawn.set("x", str(x))
        drawn.set("y", str(y))
        yield drawn
        yield tag("rect", class_="edge", x=x, y=y, width=WIDE, height=HIGH)
        yield from _caption(shot, x, y + HIGH)


def _caption(shot: dict[str, Any], x: int, y: int) -> Iterator[Element]:
    """Slate, frame, and what the camera sees and does; a second camera and effects where there are any."""
    yield tag("text", shot["shot"], class_="slate", x=x, y=y + 19)
    told = [shot["size"], shot["type"], shot["angle"], shot["movement"], f"{shot['lens_mm']}mm"]
    yield tag("text", " · ".join(told), class_="spec small", x=x + 16 + 9 * len(shot["shot"]), y=y + 18)
    if shot["camera"] == "B":
        yield tag("text", "CAM B", class_="second small", x=x + WIDE, y=y + 18, text_anchor="end")
    lines = textwrap.wrap(shot["description"], LETTERS)[:2]
    if shot["vfx"]:
        lines.append(textwrap.shorten(f"VFX: {shot['vfx']}", LETTERS, placeholder="…"))
    if shot["props"]:
        lines.append(textwrap.shorten("Props: " + ", ".join(shot["props"]), LETTERS, placeholder="…"))
    for place, line in enumerate(lines):
        yield tag("text", line, x=x, y=y + 36 + 15 * place)
