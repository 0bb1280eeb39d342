"""What stands behind people: a room or the open, as deep as the lens makes it, from as high as the camera stands."""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element
from zlib import crc32

from cineledger.domain.fountain.hours import hour_told
from cineledger.projections.board.paper import HIGH, OVER, WIDE, path, put
from cineledger.projections.markup import tag

LIFT = {"EYE": 0, "HIGH": -58, "LOW": 62, "WORMS": 110, "DUTCH": 10, "OVERHEAD": 0}
"""How far the horizon stands below the eyes of those filmed: it is where the camera is."""
SOFT_MM = 70
"""From this focal length on what stands behind a near face is out of focus."""


def horizon(eyes: float, angle: str) -> float:
    """How far down the horizon lies."""
    return max(-40.0, min(HIGH + 60.0, eyes + LIFT.get(angle, 0)))


def flat(lens: int) -> float:
    """0 for the widest lens, which draws a place out, to 1 for the longest, which lays it flat."""
    return max(0.0, min(1.0, (lens - 14) / 86))


def behind(shot: dict[str, Any], level: float) -> Iterator[Element]:
    """The place, or patches of light where it is out of focus."""
    inside = shot["int_ext"] not in ("EXT", "EST")
    near = shot["size"] in ("MCU", "CU", "ECU")
    if near and shot["lens_mm"] >= SOFT_MM:
        yield from _soft(shot, inside)
    elif inside:
        yield from _room(shot, level)
    else:
        yield from _open(shot, level)


def plan(shot: dict[str, Any]) -> Iterator[Element]:
    """The floor, seen straight from above."""
    yield _all_over("ground")
    for x in range(0, WIDE + 1, 40):
        yield tag("path", class_="line", d=path("M", x, 0, "L", x, HIGH))
    for y in range(10, HIGH, 40):
        yield tag("path", class_="line", d=path("M", 0, y, "L", WIDE, y))


def _all_over(kind: str) -> Element:
    return tag("rect", class_=kind, x=-OVER, y=-OVER, width=WIDE + 2 * OVER, height=HIGH + 2 * OVER)


def _room(shot: dict[str, Any], level: float) -> Iterator[Element]:
    """Floor, walls and a back wall that comes nearer the longer the lens is; its window is left, its door right."""
    wide = WIDE * (0.34 + 0.5 * flat(shot["lens_mm"]))
    tall = wide * 0.6
    left, right = (WIDE - wide) / 2, (WIDE + wide) / 2
    top, foot = level - tall * 0.55, level + tall * 0.45
    yield _all_over("wall")
    out_x, out_y = left * 3, left * 1.9
    floor = path(
        "M", left - out_x, foot + out_y, "L", left, foot, "L", right, foot, "L", right + out_x, foot + out_y
    )
    yield tag("path", class_="ground", d=f"{floor} {path('L', WIDE, HIGH * 3, 'L', 0, HIGH * 3, 'Z')}")
    yield tag("rect", class_="back", x=put(left), y=put(top), width=put(wide), height=put(tall))
    yield tag("rect", class_="line", x=put(left), y=put(top), width=put(wide), height=put(tall))
    for x, y, dx, dy in ((left, top, -1, -1), (right, top, 1, -1), (left, foot, -1, 1), (right, foot, 1, 1)):
        yield tag("path", class_="line", d=path("M", x, y, "L", x + dx * out_x, y + dy * out_y))
    yield tag("rect", class_="lit", x=put(left + wide * 0.12), y=put(top + tall * 0.2), width=put(wide * 0.2),
              height=put(tall * 0.36))  # fmt: skip
    yield tag("rect", class_="far", x=put(left + wide * 0.74), y=put(top + tall * 0.28), width=put(wide * 0.16),
              height=put(tall * 0.72))  # fmt: skip


def _open(shot: dict[str, Any], level: float) -> Iterator[Element]:
    """Sky, a line of far things, and the ground running to the horizon."""
    yield _all_over("sky")
    seed = crc32((shot["location"] or "").encode())
    height = 10 + 44 * flat(shot["lens_mm"])
    steps = [((seed >> (3 * n)) % 8) / 7 for n in range(9)]
    hills: list[str | float] = ["M", float(-OVER), level, "L", -20.0, level - height * 0.3]
    for n, step in enumerate(steps):
        hills += [
            "L",
            -20 + n * 45.0,
            level - height * (0.25 + 0.75 * step),
            "L",
            25 + n * 45.0,
            level - height * 0.3,
        ]
    yield tag("path", class_="far", d=path(*hills, "L", WIDE + OVER, level, "Z"))
    if hour_told(shot["day_night"]) == "night":
        yield tag("circle", class_="lit", cx="262", cy=put(min(34.0, level - 40)), r="11")
    yield tag(
        "rect",
        class_="ground",
        x=-OVER,
        y=put(level),
        width=WIDE + 2 * OVER,
        height=put(max(0.0, HIGH * 2 - level)),
    )
    spread = 90 - 60 * flat(shot["lens_mm"])
    for n in range(-4, 5):
        yield tag(
            "path",
            class_="line",
            d=path("M", WIDE / 2 + n * 6, level, "L", WIDE / 2 + n * spread, level + 190),
        )


def _soft(shot: dict[str, Any], inside: bool) -> Iterator[Element]:
    yield _all_over("wall" if inside else "sky")
    seed = crc32((shot["location"] or "").encode())
    for n in range(7):
        x, y, r = (seed >> (2 * n)) % 320, (seed >> (3 * n)) % 130, 12 + (seed >> n) % 20
        yield tag("circle", class_="blur", cx=x, cy=y, r=r)
