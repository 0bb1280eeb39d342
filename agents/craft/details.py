"""What a shot list says beside the frame: second camera, eyeline, effects, properties, storyboard frame."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from cineledger.agents.craft.detail_words import CYBER, EFFECTS, LIGHTED, ONCE, SCREEN, WEATHER_ADDED
from cineledger.agents.craft.eyelines import OF_ONE, Floor, Side, eyeline
from cineledger.agents.craft.light_words import Hour
from cineledger.agents.craft.page import quoted, telling
from cineledger.agents.craft.word_lists import affirmed
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.shots.events import ShotSpec
from cineledger.domain.words import SIZES

_NOT_ALONG = ("POV", "CUTAWAY", "ESTABLISHING")
WIDES = ("EWS", "WS", "FS")
MOST_EFFECTS = 3
MOST_SECOND = 3
"""Shots of a scene for which a second camera is hired beside those of a talk."""


class Covering(NamedTuple):
    """A shot with the lines it covers."""

    shot: str
    beat: int
    spec: ShotSpec
    first: int
    last: int


class Detail(NamedTuple):
    """What the list says of a shot."""

    shot: str
    camera: Literal["A", "B"]
    eyeline: Side | None
    vfx: str | None
    props: tuple[str, ...]


class Slug(NamedTuple):
    """Where and when the scene plays."""

    outside: bool
    hour: Hour
    place: str


def detail(
    shots: Sequence[Covering],
    elements: Sequence[Element],
    floors: Sequence[Floor],
    props: Sequence[tuple[str, int]],
    slug: Slug,
    cross: Collection[int],
    notes: Sequence[str] = (),
) -> tuple[tuple[Detail, ...], str]:
    """The rest of each shot's row, and why; `props` are properties with the lines that use them, `floors` who stands
    where in each shot; `cross` are the beats of which both sides may be shot at once."""
    second, turned = _second(shots, elements, cross), _turned(notes)
    found = tuple(
        Detail(
            shot.shot,
            "B" if shot.shot in second else "A",
            turned.get(shot.shot) or eyeline(shot.spec, shot.first, shot.last, elements, floor),
            _effects(shot, elements, slug),
            _props(shot, props),
        )
        for shot, floor in zip(shots, floors, strict=True)
    )
    return found, _reason(found, floors, second)


def _turned(notes: Sequence[str]) -> dict[str, Side]:
    """Slate → the way a note turns its subject's look: 4E to RIGHT."""
    found = (match for note in notes for match in re.finditer(r"(\S+) to (LEFT|RIGHT|LENS)\b", note))
    sides: dict[str, Side] = {"LEFT": "LEFT", "RIGHT": "RIGHT", "LENS": "LENS"}
    return {match[1]: sides[match[2]] for match in found}


def _second(shots: Sequence[Covering], elements: Sequence[Element], cross: Collection[int]) -> dict[str, str]:
    """Slate → why a second camera takes it along with the first."""
    found = dict[str, str]()
    people = {shot.spec.subject.casefold() for shot in shots}
    for why, words in ONCE:
        for place, element in enumerate(elements):
            word = affirmed(words, element.text) if element.kind == "action" else None
            if not word or word in people or len(found) >= MOST_SECOND:
                continue
            along = [s for s in shots if s.first <= place <= s.last and s.spec.type not in _NOT_ALONG]
            if len(along) > 1 and not any(s.shot in found for s in along):
                wide = min(along, key=lambda s: (SIZES.index(s.spec.size), along.index(s)))
                others = [s for s in along if s is not wide]
                near = max(others, key=lambda s: (_differ(wide.spec, s.spec), -along.index(s)))
                line = quoted(telling(element.text, word), 48)
                found[near.shot] = f"along with {wide.shot}: {why}, {line}"
                break
    for one, other in pairwise(shots):
        matched = (one.beat, one.spec.size, one.spec.type) == (other.beat, other.spec.size, other.spec.type)
        apart = one.spec.subject != other.spec.subject and one.spec.type in OF_ONE
        if one.beat in cross and matched and apart and not {one.shot, other.shot} & found.keys():
            found[other.shot] = (
                f"across {one.shot}: both sides at once, so that they may talk over each other"
            )
    return found


def _differ(one: ShotSpec, other: ShotSpec) -> int:
    return (one.size != other.size) + (one.subject != other.subject) + (one.type != other.type)


def _effects(shot: Covering, elements: Sequence[Element], slug: Slug) -> str | None:
    """What has to be made afterwards in a shot, by the directions among its lines."""
    lines = " ".join(e.text for e in elements[shot.first : shot.last + 1] if e.kind == "action")
    insert = shot.spec.size == "INSERT"
    of = shot.spec.subject if insert or shot.spec.type in ("CUTAWAY", "POV") else lines
    found = [effect for effect, words in EFFECTS if not insert and affirmed(words, lines)]
    if (insert or shot.spec.type in ("CUTAWAY", "POV")) and affirmed(SCREEN, of):
        found.insert(0, "screen content composited")
    elif shot.spec.size in ("MS", "MCU", "MLS", *WIDES) and affirmed(SCREEN, lines):
        found.insert(0, "screen replaced")
    wide = shot.spec.size in WIDES
    if slug.outside and wide and (word := affirmed(WEATHER_ADDED, lines)):
        found.append(
            "snow added"
            if word.startswith(("snow", "bliz", "снег", "nei", "nie", "schn", "雪"))
            else "rain thickened"
        )
    if (
        slug.outside
        and slug.hour == "night"
        and shot.spec.size == "EWS"
        and not affirmed(LIGHTED, lines + " " + slug.place)
    ):
        found.append("day for night")
    if re.search(rf"\b(?:{CYBER})\b", shot.spec.subject.upper()) and shot.spec.type in OF_ONE:
        found.append(f"{shot.spec.subject} finished on a computer")
    return "; ".join(dict.fromkeys(found[:MOST_EFFECTS])) or None


def _props(shot: Covering, props: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    """The properties used in a shot's lines; an insert shows the one it is of."""
    used = tuple(dict.fromkeys(name for name, line in props if shot.first <= line <= shot.last))
    if shot.spec.size != "INSERT":
        return used
    of = shot.spec.subject.casefold()
    return (
        tuple(name for name in used if name.casefold() in of or of.removeprefix("the ") in name.casefold())
        or used[:1]
    )


def _reason(found: Sequence[Detail], floors: Sequence[Floor], second: dict[str, str]) -> str:
    said = [f"{slate} on camera B {why}" for slate, why in list(second.items())[:2]]
    axis = next((floor.axis for floor in floors if floor.axis), None)
    looks = any(one.eyeline in ("LEFT", "RIGHT") for one in found)
    if axis and looks:
        said.append(f"from this side of the line {axis[0]} looks right and {axis[1]} left")
    effects = sum(one.vfx is not None for one in found)
    if effects:
        said.append(f"{effects} of {len(found)} shots wait for effects that their lines call for")
    text = "; ".join(said) or "one camera, and nothing to add to the frames"
    return text[:1].upper() + text[1:]
