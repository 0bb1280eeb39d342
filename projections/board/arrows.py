"""What the camera does, and where people go: arrows over a frame, as boards have them (Katz; Begleiter)."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from cineledger.projections.board.paper import HIGH, WIDE, path, put
from cineledger.projections.markup import tag


def arrow(x: float, y: float, to_x: float, to_y: float, head: float = 9) -> Iterator[Element]:
    """A straight arrow."""
    long = max(1.0, ((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5)
    dx, dy = (to_x - x) / long, (to_y - y) / long
    neck_x, neck_y = to_x - dx * head, to_y - dy * head
    yield tag("path", class_="move", d=path("M", x, y, "L", neck_x, neck_y))
    yield tag(
        "path",
        class_="tip",
        d=path("M", to_x, to_y, "L", neck_x - dy * head * 0.6, neck_y + dx * head * 0.6, "L", neck_x + dy * head * 0.6,
               neck_y - dx * head * 0.6, "Z"),
    )  # fmt: skip


def camera(movement: str, look: int) -> Iterator[Element]:
    """A camera's movement; nothing where it stands still."""
    middle, low = WIDE / 2, HIGH - 14
    way = -1 if look < 0 else 1
    match movement:
        case "PUSH" | "PULL" | "ZOOM":
            yield from _in_or_out(movement)
        case "PAN" | "WHIP":
            yield from arrow(middle - way * 70, low, middle + way * 70, low)
            if movement == "WHIP":
                for y in (low - 9, low + 8):
                    yield tag(
                        "path", class_="dash", d=path("M", middle - way * 78, y, "L", middle + way * 40, y)
                    )
        case "TRACK" | "DOLLY":
            yield tag(
                "path",
                class_="dash",
                d=path("M", 30, low - 5, "L", WIDE - 30, low - 5, "M", 30, low + 5, "L", WIDE - 30, low + 5),
            )
            yield from arrow(middle - way * 60, low, middle + way * 60, low, 12)
        case "TILT" | "PEDESTAL":
            yield from arrow(WIDE - 18, 130, WIDE - 18, 50)
        case "BOOM":
            yield from arrow(WIDE - 18, 36, WIDE - 18, 140)
        case "CRANE":
            yield tag(
                "path",
                class_="move",
                d=path("M", WIDE - 60, HIGH - 16, "C", WIDE - 20, HIGH - 24, WIDE - 16, 110, WIDE - 18, 58),
            )
            yield from arrow(WIDE - 18, 60, WIDE - 18, 42)
        case "HANDHELD":
            yield tag("path", class_="dash", d=path("M", 7, 9, "L", 313, 5, "L", 315, 174, "L", 5, 176, "Z"))
            yield tag("path", class_="dash", d=path("M", 4, 5, "L", 316, 8, "L", 312, 176, "L", 8, 172, "Z"))
        case _:
            return


def rack(begin: float, end: float, y: float) -> Iterator[Element]:
    """The focus goes from one to the other."""
    way = 1 if end > begin else -1
    yield tag("circle", class_="dash", cx=put(begin), cy=put(y), r=24)
    yield tag("circle", class_="dash", cx=put(end), cy=put(y), r=30)
    yield from arrow(begin + way * 28, y, end - way * 34, y)


def _in_or_out(movement: str) -> Iterator[Element]:
    """A frame within the frame, and arrows from the one to the other."""
    x, y = 52, 29
    yield tag("rect", class_="dash", x=x, y=y, width=WIDE - 2 * x, height=HIGH - 2 * y)
    if movement == "ZOOM":
        return
    for near_x, near_y in ((8, 5), (WIDE - 8, 5), (8, HIGH - 5), (WIDE - 8, HIGH - 5)):
        far_x = x - 4 if near_x < WIDE / 2 else WIDE - x + 4
        far_y = y - 3 if near_y < HIGH / 2 else HIGH - y + 3
        ends = (near_x, near_y, far_x, far_y) if movement == "PUSH" else (far_x, far_y, near_x, near_y)
        yield from arrow(*ends)
