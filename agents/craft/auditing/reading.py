"""A script as whoever audits it reads it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cineledger.agents.craft.auditing.clock import Page, When, clock
from cineledger.agents.craft.auditing.scene import Audited, Line, spoken
from cineledger.agents.craft.page import playable, unseen
from cineledger.agents.scene_lines import those_in
from cineledger.domain.fountain.screenplay import Element


class Typed(NamedTuple):
    """A scene as it is typed."""

    number: str
    place: str
    day_night: str | None
    elements: Sequence[Element]


def audited_scenes(scenes: Sequence[Typed], called: Mapping[str, str]) -> list[Audited]:
    """Every scene with who is in it and when it plays; `called` gives each name on a cue the person it stands for."""
    headings = [_heading(scene) for scene in scenes]
    pages = [
        Page(heading, scene.place, scene.day_night, scene.elements)
        for heading, scene in zip(headings, scenes, strict=True)
    ]
    return [
        _audited(scene, heading, when, called)
        for scene, heading, when in zip(scenes, headings, clock(pages), strict=True)
    ]


def _heading(scene: Typed) -> str:
    return next((spoken(e.text) for e in scene.elements[:1] if e.kind == "heading"), "")


def _audited(scene: Typed, heading: str, when: When, called: Mapping[str, str]) -> Audited:
    lines, hidden = list[Line](), False
    for place in playable(scene.elements):
        element = scene.elements[place]
        who = called.get(element.character, element.character) if element.character else None
        if element.kind == "cue":
            hidden = unseen(element)
        lines.append(
            Line(
                place=place, kind=element.kind, who=who, text=element.text, unseen=hidden and who is not None
            )
        )
    return Audited(
        number=scene.number,
        heading=heading,
        place=scene.place,
        people=those_in(scene.elements, called, lambda name: called.get(name, name)),
        lines=tuple(lines),
        **when._asdict(),
    )
