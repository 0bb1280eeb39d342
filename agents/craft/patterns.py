"""What a beat of each sort is usually covered with."""

from collections.abc import Sequence
from typing import NamedTuple

from cineledger.agents.craft.framing import BeatView, subject_of
from cineledger.agents.craft.optics import nearer
from cineledger.agents.craft.setups import Of
from cineledger.domain.debate.options import Look
from cineledger.domain.shots.events import ShotSpec
from cineledger.domain.words import Angle, Movement, ShotSize, ShotType


class Wanted(NamedTuple):
    """A shot a pattern asks for, and what it is for."""

    size: ShotSize
    type: ShotType
    angle: Angle
    movement: Movement
    of: Of
    purpose: str
    named: str = ""
    """What it is of, where that is known by name."""

    def subject(self, view: BeatView) -> tuple[str, tuple[str, ...]]:
        """What the shot is of, and the characters in frame."""
        if self.named:
            return self.named, tuple(who for who in view.seen if who in self.named.split(" and "))
        name = subject_of(view, self.of)
        if self.of in ("thing", "place"):
            return name, ()
        if self.type in ("MASTER", "GROUP", "3S", "2S", "OTS"):
            pair = tuple(person for person in (view.focus, view.other) if person)
            return name, pair if self.type in ("2S", "OTS") else view.seen
        return name, (name,) if name in view.seen else ()

    def purpose_in(self, view: BeatView) -> str:
        """What the shot is for in a beat."""
        return self.purpose.format(
            who=view.focus or "somebody",
            other=view.other or "the other",
            thing=view.thing_named,
            place=(view.location or "the place").strip() or "the place",
        )


TALK: tuple[tuple[ShotSize, ShotType], ...] = (
    ("MS", "OTS"),
    ("MCU", "OTS"),
    ("MCU", "SINGLE"),
    ("CU", "SINGLE"),
)
"""Matching pairs for an exchange, tighter from beat to beat, then both again (Katz; Arijon, matched
shots).
"""

CALL: tuple[tuple[ShotSize, str], ...] = (
    ("MS", "{who} on the line; the voice stays a voice"),
    ("MCU", "{who} listening to what we only hear"),
    ("CU", "the call, on {who}'s face alone"),
)
"""A call from one end, nearer as it goes on: who is only heard is not shown (Katz)."""

FOLLOWS: dict[str, tuple[tuple[ShotSize, Movement, str], ...]] = {
    "action": (
        ("FS", "TRACK", "goes with {who}"),
        ("MLS", "HANDHELD", "in the middle of it with {who}"),
        ("WS", "PAN", "{who} crosses the frame, and the place is in it"),
    ),
    "arrival": (("FS", "PAN", "brings {who} in"), ("MLS", "TRACK", "comes in with {who}")),
    "departure": (("FS", "TRACK", "goes with {who}"), ("WS", "STATIC", "{who} gets smaller and is gone")),
    "outburst": (("FS", "TRACK", "goes with {who}"), ("MS", "HANDHELD", "goes wherever {who} goes")),
}
"""Ways to cover somebody on the move, by turns (Mascelli, on motivated movement; Arijon, on motion)."""

IMAGES: tuple[tuple[ShotSize, ShotType, Movement], ...] = (
    ("WS", "SINGLE", "STATIC"),
    ("CU", "SINGLE", "STATIC"),
    ("MS", "SINGLE", "PAN"),
    ("FS", "SINGLE", "TRACK"),
    ("MCU", "SINGLE", "PUSH"),
)
"""A montage lives off contrast from image to image (Eisenstein; Katz)."""


def _image(view: BeatView, turn: int) -> Wanted:
    size, kind, movement = IMAGES[turn % len(IMAGES)]
    if view.focus is None:
        return Wanted(
            "WS" if turn % 2 else "MS",
            "CUTAWAY",
            "EYE",
            movement,
            "place",
            "one image of the series: {place}",
        )
    return Wanted(size, kind, "EYE", movement, "focus", "one image of the series: {who}")


def master(views: Sequence[BeatView], look: Look) -> Wanted:
    """The wide that covers the whole scene (Mascelli: master scene technique)."""
    first = views[0]
    size: ShotSize = (
        "EWS" if first.outside and look.closeness <= -0.4 else "FS" if look.closeness >= 0.5 else "WS"
    )
    angle: Angle = "HIGH" if look.contrast >= 0.5 else "EYE"
    movement: Movement = "STATIC"
    if look.motion >= 0.3:
        movement = "TRACK" if first.moves else "DOLLY"
    elif first.moves and look.motion > -0.4:
        movement = "PAN"
    if not any(view.seen for view in views):
        return Wanted(size, "ESTABLISHING", angle, movement, "place", "shows {place}")
    return Wanted(
        size, "MASTER", angle, movement, "all", "the whole scene in one, to cut from and fall back on"
    )


def wanted(
    view: BeatView, look: Look, talks: int, carrying: ShotSpec | None, beats: int, turn: int = 0
) -> tuple[Wanted, ...]:
    """The one or two shots that a beat asks for beside the master and the shot that carries it, if one does.

    `talks` counts the exchanges before it in the scene, so that pairs tighten; `beats` is how many the scene has,
    `turn` which of its beats this is: what is shot in one way twice running is shot in another the third time.
    """
    rows = _beside(view, carrying) if carrying else _pattern(view, talks, beats, turn)
    if view.apart:
        rows = list(dict.fromkeys(_one_end(row) for row in rows if row.type in _OF_ONE or row.of != "all"))
    return tuple(_styled(row, view, look, order) for order, row in enumerate(rows))


_OF_ONE = ("SINGLE", "REACTION", "CUTAWAY", "POV")


def _one_end(row: Wanted) -> Wanted:
    """The same shot of one end of a call: no shoulder and no second figure can be in it."""
    if row.type in _OF_ONE:
        return row
    of: Of = "other" if row.of == "other" else "focus"
    return row._replace(type="SINGLE", of=of, size="MS" if row.size == "MLS" else row.size)


def happens(what: str, person: bool, moves: bool) -> Wanted:
    """A frame wide enough for what happens."""
    small = person or " " not in what
    return Wanted(
        "FS" if small else "WS",
        "SINGLE" if person else "CUTAWAY",
        "EYE",
        "PAN" if moves else "STATIC",
        "event",
        f"wide enough to see what happens: {what}",
        what,
    )


def image(who: tuple[str, ...], turn: int, view: BeatView) -> Wanted:
    """One image of a montage that the page lists line by line."""
    if not who:
        return _image(view, turn)._replace(of="all", type="MASTER") if view.seen else _image(view, turn)
    size, kind, movement = IMAGES[turn % len(IMAGES)]
    kind = kind if len(who) == 1 else "2S" if len(who) == 2 else "GROUP"
    return Wanted(size, kind, "EYE", movement, "all", "one image of the series: {who}", " and ".join(who[:2]))


def _beside(view: BeatView, carrying: ShotSpec) -> list[Wanted]:
    """What cuts with the shot that carries the beat: its answer, or the face it leaves out."""
    single = carrying.type in ("SINGLE", "REACTION") and carrying.subject in view.seen
    if single and view.other:
        of: Of = "other" if carrying.subject == view.focus else "focus"
        kind: ShotType = "REACTION" if of == "other" else "SINGLE"
        size: ShotSize = "MCU" if carrying.size != "MCU" else "CU"
        return [Wanted(size, kind, "EYE", "STATIC", of, "the other side of the beat")]
    if carrying.size in ("EWS", "WS", "FS", "MLS", "INSERT") and view.focus:
        return [Wanted("MCU", "SINGLE", "EYE", "STATIC", "focus", "{who} near enough to cut into")]
    if carrying.type == "2S" and view.focus:
        return [Wanted("CU", "SINGLE", "EYE", "STATIC", "focus", "a way out of the two-shot on {who}")]
    return []


def _pattern(view: BeatView, talks: int, beats: int, turn: int) -> list[Wanted]:
    """By the kind of scene it is: of images, on the phone, in a group, on the move, in talk, or without people."""
    talk = view.speech_share >= 0.3
    if view.once:
        return [_image(view, turn)]
    if view.phone and view.other is None and view.focus and talk:
        size, why = CALL[min(talks, len(CALL) - 1)]
        return [Wanted(size, "SINGLE", "EYE", "PUSH" if view.emphasis >= 0.5 else "STATIC", "focus", why)]
    if view.focus is None:
        return [Wanted("WS", "CUTAWAY", "EYE", "PAN", "place", "finds {place}")] if beats > 1 else []
    if view.kind == "silence" and view.other:
        return [
            Wanted("MLS", "2S", "EYE", "STATIC", "both", "the pause between {who} and {other}"),
            Wanted("CU", "REACTION", "EYE", "STATIC", "other", "{other} taking it in"),
        ]
    if len(view.seen) >= 3 and talk:
        return [
            Wanted(
                "MLS",
                "GROUP" if len(view.seen) > 3 else "3S",
                "EYE",
                "STATIC",
                "all",
                "everybody who has a stake in it",
            ),
            Wanted("MCU", "SINGLE", "EYE", "STATIC", "focus", "{who} picked out of the group"),
            *(
                [Wanted("CU", "REACTION", "EYE", "STATIC", "other", "{other}, who has to take it")]
                if view.emphasis >= 0.5
                else []
            ),
        ]
    if view.moves and view.kind in ("action", "arrival", "departure", "outburst"):
        size, movement, why = FOLLOWS[view.kind][turn % len(FOLLOWS[view.kind])]
        follow = Wanted(size, "SINGLE", "EYE", movement, "focus", why)
        if view.kind == "outburst" and view.other:
            return [
                follow,
                Wanted("MCU", "REACTION", "EYE", "HANDHELD", "other", "{other} in the path of it"),
            ]
        return [follow]
    if talk and view.other:
        rung = talks % (len(TALK) + 1)
        if rung == len(TALK):
            return [Wanted("MS", "2S", "EYE", "STATIC", "both", "both again, for a breath between singles")]
        size, kind = TALK[rung]
        last: Movement = "PUSH" if view.emphasis >= 0.5 else "STATIC"
        return [
            Wanted(size, kind, "EYE", last, "focus", "{who}'s side of the line"),
            Wanted(size, kind, "EYE", "STATIC", "other", "{other}'s side of the line, matched"),
        ]
    if talk:
        return [Wanted("MCU" if talks % 2 else "MS", "SINGLE", "EYE", "STATIC", "focus", "{who} speaking")]
    if view.other and view.kind in ("reveal", "departure", "outburst"):
        return [
            Wanted("MS", "2S", "EYE", "STATIC", "both", "what passes between {who} and {other}"),
            Wanted("CU", "REACTION", "EYE", "STATIC", "other", "{other} taking it in"),
        ]
    if beats == 1 and view.emphasis < 0.5:
        return []
    return [
        Wanted(
            "MLS" if view.kind in ("action", "arrival") else "MS",
            "SINGLE",
            "EYE",
            "STATIC",
            "focus",
            "what {who} does",
        )
    ]


def _styled(row: Wanted, view: BeatView, look: Look, order: int) -> Wanted:
    """A pattern's shot as this film would make it: nearer or wider, moving or still, level or steep."""
    size = nearer(row.size, round(look.closeness * 1.2)) if row.type not in ("CUTAWAY", "POV") else row.size
    movement, angle = row.movement, row.angle
    if look.motion <= -0.4:
        movement = "PAN" if movement == "TRACK" and look.motion > -0.8 else "STATIC"
    elif look.motion >= 0.4 and movement == "STATIC":
        movement = "HANDHELD" if order == 0 or look.motion >= 0.8 else "STATIC"
        movement = "DOLLY" if row.type in ("2S", "3S", "GROUP") else movement
    elif look.motion > 0.15 and movement == "STATIC" and view.emphasis >= 0.4 and order == 0:
        movement = "PUSH"
    if row.type in ("SINGLE", "REACTION", "2S", "3S"):
        angle = _angled(row, view, look, order)
    return row._replace(size=size, movement=movement, angle=angle)


def _angled(row: Wanted, view: BeatView, look: Look, order: int) -> Angle:
    """Up to whoever holds the beat and down on the other, in a hard film always, else where it turns (Mascelli)."""
    of = view.other if row.of == "other" else view.focus
    upper = view.holds is not None and row.of in ("focus", "other")
    if look.contrast >= 0.4:
        if view.shouts and look.contrast >= 0.7:
            return "DUTCH"
        if upper:
            return "LOW" if of == view.holds else "HIGH"
        valence, arousal = view.felt(view.focus)
        return "HIGH" if (valence < 0 and arousal <= 0.2) or order else "LOW"
    if upper and view.emphasis >= 0.6 and look.contrast > -0.3 and row.type != "2S":
        return "LOW" if of == view.holds else "HIGH"
    return row.angle
