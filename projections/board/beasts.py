"""Characters that go on four legs."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from cineledger.projections.board.paper import HIGH, path, put
from cineledger.projections.markup import tag

_BEAST = re.compile(
    r"\b(?:DOG|DOGGY|PUPPY|CHIHUAHUAS?|CAT|KITTEN|HORSE|WOLF|BEAR|FOX|SHEEP|COW|PIG|GOAT)\b|СОБАК|КОТ\b|狗|猫|马"
)
NEAR = 25
"""Height of a head from which the legs run out of the frame."""


def is_beast(name: str) -> bool:
    """A character's name says that it is an animal."""
    return _BEAST.search(name.upper()) is not None


def beast(x: float, y: float, u: float, look: int, cloth: str) -> Iterator[Element]:
    """An animal with its head at x, y and so high, its body behind it, the way it does not look."""
    way = -1 if look == 1 else 1
    reach = max(1.5 * u, HIGH - y - 1.2 * u) if u >= NEAR else 1.5 * u
    for leg in (0.3, 0.7, 1.9, 2.3):
        at = x + way * leg * u - 0.11 * u
        yield tag("rect", class_=cloth, x=put(at), y=put(y + 1.2 * u), width=put(0.22 * u), height=put(reach))
    yield _oval(cloth, x + way * 1.3 * u, y + 0.95 * u, 1.35 * u, 0.6 * u)
    tip = x + way * 3 * u
    tail = path(
        "M", x + way * 2.5 * u, y + 0.7 * u, "C", tip, y + 0.3 * u, tip, y, tip - way * 0.1 * u, y - 0.3 * u
    )
    yield tag("path", class_="ink", d=tail, stroke_width=put(max(1.5, 0.14 * u)))
    for side in (-1.0, 1.0):
        ear = path("M", x + side * 0.42 * u, y - 0.35 * u, "L", x + side * 0.5 * u, y - 0.85 * u)
        yield tag("path", class_="hair", d=f"{ear} {path('L', x + side * 0.1 * u, y - 0.5 * u, 'Z')}")
    yield _oval(cloth, x, y, 0.52 * u, 0.52 * u)
    yield _oval("skin", x - way * 0.22 * u, y + 0.22 * u, 0.3 * u, 0.2 * u)
    yield _oval("mark", x - way * 0.4 * u, y + 0.15 * u, 0.07 * u, 0.07 * u)
    for eye in (-0.2, 0.16):
        yield _oval("mark", x - way * 0.08 * u + eye * u, y - 0.12 * u, 0.05 * u, 0.05 * u)


def _oval(kind: str, x: float, y: float, wide: float, high: float) -> Element:
    return tag("ellipse", class_=kind, cx=put(x), cy=put(y), rx=put(wide), ry=put(high))
