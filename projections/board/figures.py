"""People in a frame: as big as the size makes them, turned the way they look."""

from collections.abc import Callable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element
from zlib import crc32

from cineledger.projections.board.beasts import beast, is_beast
from cineledger.projections.board.paper import HIGH, TONES, path, put
from cineledger.projections.markup import tag

HEAD: dict[str, float] = {
    "EWS": 3.4,
    "WS": 9.5,
    "FS": 20,
    "MLS": 29,
    "MS": 41,
    "MCU": 62,
    "CU": 102,
    "ECU": 190,
    "INSERT": 41,
}
"""Height of a head in a frame of 180 units: a person is seven and a half of them."""
EYE_AT: dict[str, float] = {
    "EWS": 104,
    "WS": 84,
    "FS": 25,
    "MLS": 36,
    "MS": 46,
    "MCU": 58,
    "CU": 74,
    "ECU": 92,
    "INSERT": 60,
}
"""How far down the frame the eyes are, with the headroom that each size is given."""
TALL = 7.5


class Figure(NamedTuple):
    """A person to be drawn."""

    who: str
    x: float
    """The middle of the body, in units of the frame."""
    eyes: float
    """How far down the eyes are."""
    head: float
    """Height of the head."""
    look: int
    """-1 to the left, 1 to the right, 0 to us, 2 away from us."""
    tone: int
    stretch: float = 1.0
    """Below 1 seen from above, above 1 from below."""


def drawn(one: Figure, named: bool = True) -> Iterator[Element]:
    """A person: legs, body, neck, head, hair, and a face where it is big enough for one."""
    if is_beast(one.who):
        yield from beast(one.x, one.eyes, one.head, one.look, f"c{one.tone % TONES}")
        if named and one.head < 45:
            yield from label(one.who, one.x, max(9.0, one.eyes - 0.95 * one.head), 9)
        return
    u, x = one.head, one.x
    top = one.eyes - 0.47 * u

    def y(heads: float) -> float:
        return top + u + (heads - 1) * u * one.stretch

    cloth = f"c{one.tone % TONES}"
    if y(4) < HIGH + u:
        yield tag("path", class_=cloth, d=_legs(x, y, u))
    yield tag("path", class_=cloth, d=_body(x, y, u))
    kind = crc32(one.who.encode()) % 4
    if kind == 1:
        yield tag("path", class_="hair", d=_long_hair(x, top, u))
    yield tag(
        "path",
        class_="skin",
        d=path(
            "M",
            x - 0.15 * u,
            y(0.85),
            "L",
            x - 0.17 * u,
            y(1.3),
            "L",
            x + 0.17 * u,
            y(1.3),
            "L",
            x + 0.15 * u,
            y(0.85),
            "Z",
        ),
    )
    yield tag("ellipse", class_="skin", cx=put(x), cy=put(top + 0.5 * u), rx=put(0.36 * u), ry=put(0.5 * u))
    yield from _hair(one, kind, top)
    if u >= 18 and one.look != 2:
        yield from _face(one, top)
    if named and u < 45:
        yield from label(one.who, x, max(9.0, top - 4), 9)


def label(text: str, x: float, y: float, size: float) -> Iterator[Element]:
    """A name that can be read on any ground."""
    shown = text if len(text) <= 16 else text[:15] + "…"
    for kind in ("who halo", "who"):
        yield tag("text", shown, class_=kind, x=put(x), y=put(y), text_anchor="middle", font_size=put(size))


def shoulder(side: int, tone: int) -> Iterator[Element]:
    """Somebody's back at the edge of the frame, out of focus: -1 at the left edge, 1 at the right."""
    x, u = (26.0 if side < 0 else 294.0), 92.0
    yield tag(
        "path",
        class_=f"c{tone % TONES}",
        d=path(
            "M",
            x - 92,
            HIGH + 10,
            "C",
            x - 92,
            128,
            x - 60,
            112,
            x - 22,
            104,
            "L",
            x + 22,
            104,
            "C",
            x + 60,
            112,
            x + 92,
            128,
            x + 92,
            HIGH + 10,
            "Z",
        ),
    )
    yield tag("ellipse", class_="near", cx=put(x), cy="58", rx=put(0.38 * u), ry=put(0.52 * u))


def from_above(one: Figure) -> Iterator[Element]:
    """A person straight from above: shoulders and the crown of a head."""
    r = max(5.0, one.head * 0.42)
    y = one.eyes
    yield tag(
        "ellipse", class_=f"c{one.tone % TONES}", cx=put(one.x), cy=put(y), rx=put(r * 1.9), ry=put(r * 0.95)
    )
    yield tag("circle", class_="skin", cx=put(one.x), cy=put(y), r=put(r * 0.8))
    yield tag("circle", class_="hair", cx=put(one.x), cy=put(y - r * 0.1), r=put(r * 0.66))
    yield from label(one.who, one.x, y - r * 1.3, 9)


def _body(x: float, y: Callable[[float], float], u: float) -> str:
    return path(
        "M", x - 0.16 * u, y(1.15),
        "C", x - 0.5 * u, y(1.32), x - 0.92 * u, y(1.38), x - 1.0 * u, y(1.85),
        "L", x - 1.08 * u, y(3.9), "L", x - 0.82 * u, y(3.95), "L", x - 0.7 * u, y(2.3),
        "L", x - 0.62 * u, y(4.05), "L", x + 0.62 * u, y(4.05),
        "L", x + 0.7 * u, y(2.3), "L", x + 0.82 * u, y(3.95), "L", x + 1.08 * u, y(3.9), "L", x + 1.0 * u, y(1.85),
        "C", x + 0.92 * u, y(1.38), x + 0.5 * u, y(1.32), x + 0.16 * u, y(1.15), "Z",
    )  # fmt: skip


def _legs(x: float, y: Callable[[float], float], u: float) -> str:
    return path(
        "M", x - 0.6 * u, y(3.9), "L", x - 0.5 * u, y(TALL), "L", x - 0.14 * u, y(TALL), "L", x, y(4.5),
        "L", x + 0.14 * u, y(TALL), "L", x + 0.5 * u, y(TALL), "L", x + 0.6 * u, y(3.9), "Z",
    )  # fmt: skip


def _long_hair(x: float, top: float, u: float) -> str:
    return path(
        "M", x - 0.42 * u, top + 0.4 * u, "C", x - 0.46 * u, top - 0.2 * u, x + 0.46 * u, top - 0.2 * u,
        x + 0.42 * u, top + 0.4 * u, "L", x + 0.5 * u, top + 1.35 * u, "L", x - 0.5 * u, top + 1.35 * u, "Z",
    )  # fmt: skip


def _hair(one: Figure, kind: int, top: float) -> Iterator[Element]:
    u, x = one.head, one.x
    if one.look == 2:
        yield tag(
            "ellipse", class_="hair", cx=put(x), cy=put(top + 0.46 * u), rx=put(0.37 * u), ry=put(0.48 * u)
        )
        return
    low = 0.3 if kind != 3 else 0.2
    lean = 0.06 * u * (one.look if one.look in (-1, 1) else 0)
    yield tag(
        "path",
        class_="hair",
        d=path(
            "M", x - 0.38 * u, top + (low + 0.14) * u, "C", x - 0.44 * u, top - 0.14 * u, x + 0.44 * u, top - 0.14 * u,
            x + 0.38 * u, top + (low + 0.14) * u, "C", x + 0.26 * u + lean, top + low * 0.7 * u, x - 0.26 * u + lean,
            top + low * 0.7 * u, x - 0.38 * u, top + (low + 0.14) * u, "Z",
        ),
    )  # fmt: skip
    if kind == 2:
        yield tag("circle", class_="hair", cx=put(x - lean * 3), cy=put(top - 0.06 * u), r=put(0.17 * u))


def _face(one: Figure, top: float) -> Iterator[Element]:
    u = one.head
    look = one.look if one.look in (-1, 1) else 0
    middle = one.x + look * 0.13 * u
    eyes, dot = top + 0.47 * u, max(0.9, 0.035 * u)
    for side in (-1, 1):
        x = middle + side * (0.15 - 0.03 * abs(look)) * u
        if u >= 90:
            yield tag("ellipse", class_="thing", cx=put(x), cy=put(eyes), rx=put(0.085 * u), ry=put(0.05 * u))
            yield tag("circle", class_="mark", cx=put(x + look * 0.03 * u), cy=put(eyes), r=put(0.038 * u))
            yield tag(
                "path",
                class_="ink",
                d=path("M", x - 0.1 * u, eyes - 0.1 * u, "L", x + 0.1 * u, eyes - 0.11 * u),
            )
        else:
            yield tag("circle", class_="mark", cx=put(x), cy=put(eyes), r=put(dot))
    nose = middle + (look or 0.4) * 0.07 * u
    yield tag("path", class_="ink", d=path("M", middle, eyes + 0.04 * u, "L", nose, eyes + 0.17 * u, "L", middle,
                                           eyes + 0.19 * u))  # fmt: skip
    yield tag(
        "path",
        class_="ink",
        d=path("M", middle - 0.1 * u, top + 0.8 * u, "L", middle + 0.1 * u, top + 0.8 * u),
    )
