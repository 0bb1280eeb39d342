"""One storyboard frame: place, people and things as a shot's size, type, angle, lens and movement have them."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from cineledger.domain.fountain.hours import hour_told
from cineledger.projections.board.arrows import arrow, camera, rack
from cineledger.projections.board.figures import EYE_AT, HEAD, Figure, drawn, from_above, shoulder
from cineledger.projections.board.paper import HIGH, WIDE, path
from cineledger.projections.board.places import behind, horizon, plan
from cineledger.projections.board.things import thing
from cineledger.projections.markup import tag

STRETCH = {"HIGH": 0.86, "LOW": 1.1, "WORMS": 1.25}
LIGHT = {"night": " night", "dawn": " low", "dusk": " low", "evening": " low"}
"""The time of day → the class of the frame's light; none of its own by day."""
OF_ALL = ("MASTER", "GROUP", "3S", "2S")


class Stage(NamedTuple):
    """Who stands where as a shot begins, and who goes where in it."""

    places: dict[str, tuple[float, float]]
    """Across, from 0 left to 1 right, and deep, from 0 near to 1 far."""
    moves: tuple[tuple[str, float], ...]
    """Who, and how far across."""
    tones: dict[str, int]
    """The clothes that somebody has in the whole film."""


def frame(shot: dict[str, Any], stage: Stage) -> Element:
    """A frame of 320 by 180 units, clipped to its edges."""
    light = LIGHT.get(hour_told(shot["day_night"]) or "", "")
    seen = list(_picture(shot, stage))
    tilted = f"rotate(-9 {WIDE // 2} {HIGH // 2})" if shot["angle"] == "DUTCH" else None
    return tag(
        "svg",
        tag("g", tag("g", *seen, transform=tilted), *_over(shot, stage), class_=f"frame{light}"),
        width=WIDE,
        height=HIGH,
        viewBox=f"0 0 {WIDE} {HIGH}",
    )


def _look(shot: dict[str, Any]) -> int:
    return {"LEFT": -1, "RIGHT": 1}.get(shot["eyeline"] or "", 0)


def _picture(shot: dict[str, Any], stage: Stage) -> Iterator[Element]:
    size, angle, kind = shot["size"], shot["angle"], shot["type"]
    eyes = EYE_AT[size]
    level = horizon(eyes, angle)
    if size == "INSERT":
        yield from behind({**shot, "size": "CU", "lens_mm": 100}, level)
        yield from thing(shot["subject"])
        return
    people = _people(shot, stage)
    if angle == "OVERHEAD":
        yield from plan(shot)
        for one in people:
            yield from from_above(one)
        return
    yield from behind(shot, level)
    for one in sorted(people, key=lambda figure: figure.head):
        yield from drawn(one)
    if kind == "OTS":
        side = _look(shot) or 1
        other = next((name for name in shot["cast"] or () if name != shot["subject"]), "")
        yield from shoulder(side, stage.tones.get(other, 1))
    if not people and kind in ("CUTAWAY", "POV"):
        yield from thing(shot["subject"]) if shot["subject"] != (shot["location"] or "") else ()


def _people(shot: dict[str, Any], stage: Stage) -> Sequence[Figure]:
    """Whom the frame holds: its subject alone, the two or three, or everybody on their marks."""
    size, kind, cast = shot["size"], shot["type"], list(shot["cast"] or ())
    head, eyes, stretch = HEAD[size], EYE_AT[size], STRETCH.get(shot["angle"], 1.0)
    if kind in ("ESTABLISHING", "CUTAWAY"):
        return ()
    if kind in OF_ALL and len(cast) > 1:
        shown = cast[: {"2S": 2, "3S": 3}.get(kind, 7)]
        return _together(shown, shot, stage, head, eyes, stretch)
    subject = shot["subject"]
    if kind == "POV":
        known = subject in stage.tones
        return (Figure(subject, WIDE / 2, eyes, head, 0, stage.tones[subject], stretch),) if known else ()
    if subject not in stage.tones and not cast:
        return ()
    who = subject if subject in stage.tones else cast[0]
    look = _look(shot)
    middle = WIDE / 2 - look * (26 if kind != "OTS" else 34)
    return (Figure(who, middle, eyes, head, look, stage.tones.get(who, 0), stretch),)


def _together(
    cast: Sequence[str], shot: dict[str, Any], stage: Stage, head: float, eyes: float, stretch: float
) -> Sequence[Figure]:
    """Several in one frame, from left to right as they stand, those at the back smaller, each turned to the middle."""
    known = [name for name in cast if name in stage.places and 0.02 < stage.places[name][0] < 0.96]
    order = sorted(known, key=lambda name: stage.places[name][0]) + [
        name for name in cast if name not in known
    ]
    tight = shot["size"] not in ("EWS", "WS")
    found, count = [], len(order)
    for place, name in enumerate(order):
        x, y = stage.places.get(name, ((place + 1) / (count + 1), 0.5))
        even = (place + 0.5) / count
        across = even if tight else 0.12 + 0.76 * (0.5 * x + 0.5 * even)
        room = min(head, WIDE / count / 1.9) if tight else head
        scale = 1.0 if tight else 1.15 - 0.35 * y
        look = 0 if count == 1 else 1 if across < 0.5 else -1
        found.append(
            Figure(name, WIDE * across, eyes, room * scale, look, stage.tones.get(name, place), stretch)
        )
    return found


def _over(shot: dict[str, Any], stage: Stage) -> Iterator[Element]:
    """What is drawn over the picture: a point of view's mask, the way people go, what the camera does."""
    if shot["type"] == "POV":
        yield tag("path", class_="veil", fill_rule="evenodd", d=path(
            "M", 0, 0, "L", WIDE, 0, "L", WIDE, HIGH, "L", 0, HIGH, "Z", "M", 10, 90, "C", 10, -22, 310, -22, 310, 90,
            "C", 310, 202, 10, 202, 10, 90, "Z"))  # fmt: skip
    if shot["size"] in ("EWS", "WS", "FS", "MLS") and shot["angle"] != "OVERHEAD":
        for row, (_, across) in enumerate(stage.moves[:2]):
            if abs(across) >= 0.08:
                middle, y = WIDE / 2, 150 - row * 12
                yield from arrow(middle - across * 90, y, middle + across * 90, y, 7)
    if shot["movement"] == "RACK":
        yield from rack(*_planes(shot, stage))
    else:
        yield from camera(shot["movement"], _look(shot))


def _planes(shot: dict[str, Any], stage: Stage) -> tuple[float, float, float]:
    """Across the frame, from whom the focus goes and to whom, and how far down their eyes are."""
    across = {one.who: one.x for one in _people(shot, stage)}
    first, *rest = [name for name in shot["subject"].split(" and ") if name in across] or [""]
    begin = across.get(first, 90.0)
    return begin, across[rest[0]] if rest else WIDE - begin, EYE_AT[shot["size"]]
