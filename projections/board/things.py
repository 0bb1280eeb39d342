"""Things that an insert is of; what has no picture of its own is a card with its name."""

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from cineledger.projections.board.figures import label
from cineledger.projections.board.paper import HIGH, WIDE, path
from cineledger.projections.markup import tag

X, Y = WIDE / 2, HIGH / 2 - 6


def thing(named: str) -> Iterator[Element]:
    """The thing in the middle of the frame, with its name under it."""
    lowered = named.casefold()
    drawing = next((draw for words, draw in DRAWINGS if any(word in lowered for word in words)), _card)
    yield from drawing()
    yield from label(named, X, HIGH - 14, 12)


def _shape(kind: str, outline: str) -> Element:
    """An outline around the middle of the frame."""
    return tag("path", class_=kind, d=outline, transform=f"translate({X:g} {Y:g})")


def _phone() -> Iterator[Element]:
    yield tag("rect", class_="near", x=X - 34, y=Y - 62, width=68, height=124, rx=10)
    yield tag("rect", class_="thing", x=X - 29, y=Y - 52, width=58, height=102, rx=3)
    for n in range(4):
        yield tag(
            "path",
            class_="ink",
            d=path("M", X - 20, Y - 36 + n * 18, "L", X + (16 if n % 2 else 6), Y - 36 + n * 18),
        )


def _screen() -> Iterator[Element]:
    yield tag("rect", class_="near", x=X - 92, y=Y - 60, width=184, height=108, rx=6)
    yield tag("rect", class_="thing", x=X - 84, y=Y - 52, width=168, height=92)
    yield tag(
        "path",
        class_="near",
        d=path("M", X - 14, Y + 48, "L", X + 14, Y + 48, "L", X + 28, Y + 64, "L", X - 28, Y + 64, "Z"),
    )


def _page() -> Iterator[Element]:
    yield tag(
        "path",
        class_="thing",
        d=path("M", X - 48, Y - 60, "L", X + 40, Y - 66, "L", X + 50, Y + 54, "L", X - 38, Y + 60, "Z"),
    )
    for n in range(6):
        yield tag(
            "path",
            class_="ink",
            d=path("M", X - 32, Y - 36 + n * 15, "L", X + (30 if n % 3 else 14), Y - 39 + n * 15),
        )


def _envelope() -> Iterator[Element]:
    yield tag("rect", class_="thing", x=X - 70, y=Y - 42, width=140, height=86)
    yield tag("path", class_="ink", d=path("M", X - 70, Y - 42, "L", X, Y + 8, "L", X + 70, Y - 42))


def _photo() -> Iterator[Element]:
    yield tag("rect", class_="thing", x=X - 54, y=Y - 60, width=108, height=120)
    yield tag("rect", class_="blur", x=X - 44, y=Y - 50, width=88, height=82)
    yield tag("circle", class_="skin", cx=X, cy=Y - 16, r=16)
    yield tag(
        "path", class_="near", d=path("M", X - 30, Y + 32, "C", X - 28, Y, X + 28, Y, X + 30, Y + 32, "Z")
    )


def _key() -> Iterator[Element]:
    yield tag("circle", class_="thing", cx=X - 48, cy=Y, r=26)
    yield tag("circle", class_="near", cx=X - 48, cy=Y, r=10)
    yield _shape(
        "thing",
        "M -22 -6 L 78 -6 L 78 26 L 64 26 L 64 8 L 50 8 L 50 20 L 36 20 L 36 6 L -22 6 Z",
    )


def _clock() -> Iterator[Element]:
    yield tag("circle", class_="thing", cx=X, cy=Y, r=58)
    for n in range(12):
        turn = f"rotate({n * 30} {X:g} {Y:g})"
        yield tag("path", class_="ink", d=path("M", X, Y - 54, "L", X, Y - 46), transform=turn)
    yield tag("path", class_="ink", d=path("M", X, Y - 40, "L", X, Y, "L", X + 24, Y + 12), stroke_width=3)


def _gun() -> Iterator[Element]:
    yield _shape(
        "near",
        "M -78 -30 L 62 -30 L 66 -6 L 20 -4 L 14 8 L -2 8 L -16 56 L -48 56 L -40 -4 L -78 -8 Z",
    )


def _knife() -> Iterator[Element]:
    yield tag(
        "path",
        class_="thing",
        d=path("M", X - 90, Y + 6, "C", X - 50, Y - 26, X, Y - 22, X + 20, Y - 20, "L", X + 20, Y + 12, "Z"),
    )
    yield tag("rect", class_="near", x=X + 20, y=Y - 18, width=72, height=28, rx=6)


def _bottle() -> Iterator[Element]:
    yield _shape(
        "thing",
        "M -10 -66 L 10 -66 L 10 -30 C 30 -18 28 0 28 60 L -28 60 C -28 0 -30 -18 -10 -30 Z",
    )


def _case() -> Iterator[Element]:
    yield tag("rect", class_="thing", x=X - 78, y=Y - 34, width=156, height=92, rx=8)
    yield tag(
        "path",
        class_="ink",
        d=path("M", X - 20, Y - 34, "L", X - 20, Y - 52, "L", X + 20, Y - 52, "L", X + 20, Y - 34),
        stroke_width=4,
    )
    yield tag("path", class_="ink", d=path("M", X - 78, Y + 4, "L", X + 78, Y + 4))


def _ring() -> Iterator[Element]:
    yield tag("circle", class_="thing", cx=X, cy=Y + 12, r=40)
    yield tag("circle", class_="back", cx=X, cy=Y + 12, r=29)
    yield tag(
        "path",
        class_="thing",
        d=path("M", X - 18, Y - 30, "L", X, Y - 52, "L", X + 18, Y - 30, "L", X, Y - 14, "Z"),
    )


def _card() -> Iterator[Element]:
    yield tag("rect", class_="thing", x=X - 76, y=Y - 46, width=152, height=92, rx=6)
    yield tag(
        "path",
        class_="ink",
        d=path("M", X - 76, Y - 46, "L", X + 76, Y + 46, "M", X + 76, Y - 46, "L", X - 76, Y + 46),
    )


DRAWINGS: tuple[tuple[tuple[str, ...], Callable[[], Iterator[Element]]], ...] = (
    (("phone", "cell", "app", "text message", "телефон", "手机", "電話", "handy", "téléphone"), _phone),
    (("screen", "monitor", "laptop", "computer", "television", "экран", "屏幕", "电脑"), _screen),
    (("envelope", "конверт", "信封"), _envelope),
    (("photo", "picture", "poster", "mirror", "фото", "зеркал", "照片", "镜"), _photo),
    (
        (
            "letter",
            "note",
            "newspaper",
            "headline",
            "map",
            "ticket",
            "passport",
            "diary",
            "receipt",
            "sign",
            "badge",
            "pill",
            "письм",
            "записк",
            "газет",
            "билет",
            "карт",
            "报纸",
            "地图",
            "手紙",
        ),
        _page,
    ),
    (("key", "ключ", "钥匙", "鍵"), _key),
    (("clock", "watch", "часы", "钟"), _clock),
    (("gun", "pistol", "пистолет", "枪"), _gun),
    (("knife", "нож", "刀"), _knife),
    (("bottle", "бутыл", "瓶"), _bottle),
    (("suitcase", "trunk", "coffin", "briefcase", "чемодан", "箱"), _case),
    (("ring", "кольц", "戒指"), _ring),
)
"""Words in what an insert is of, and what is drawn."""
