"""The scenes of a production as those in them hear them, joined names as one."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from cineledger.agents.craft.bonds import Line
from cineledger.agents.craft.hearing import Uttered, listen, with_parts
from cineledger.agents.craft.page import names_in, playable, unseen
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.script.events import Scene, SceneWritten
from cineledger.domain.state import State

_NEAR = re.compile(r"\bO\.? ?[SC]\b")
"""Out of the picture, and within earshot."""


class Heard(NamedTuple):
    """A scene, its lines, and those who are in it by every name that the page has for them."""

    scene: Scene
    lines: tuple[Line, ...]
    called: tuple[tuple[str, str], ...]

    @property
    def uttered(self) -> tuple[Uttered, ...]:
        """The lines, with those whom they reach."""
        return listen(self.lines, dict(self.called))


class _Written:
    """A scene as it was written, told apart by being that very event."""

    def __init__(self, written: SceneWritten) -> None:
        self.written = written

    def __hash__(self) -> int:
        return id(self.written)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Written) and self.written is other.written


def scenes_heard(state: State) -> tuple[Heard, ...]:
    """Every scene of the script, in order."""
    person = tuple((name, state.cast.person(name)) for name in sorted(state.cast.characters))
    return tuple(Heard(scene, *_read(_Written(scene.written), person)) for scene in state.script.present())


def names_of(state: State) -> dict[str, str]:
    """Every name of the cast, and what is part of one alone, with the person it stands for."""
    return with_parts({name: state.cast.person(name) for name in sorted(state.cast.characters)})


@lru_cache(maxsize=8)
def _known(person: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return with_parts(dict(person))


@lru_cache(maxsize=512)
def _read(
    scene: _Written, person: tuple[tuple[str, str], ...]
) -> tuple[tuple[Line, ...], tuple[tuple[str, str], ...]]:
    elements, known = scene.written.elements, _known(person)
    names = dict[str, None]()
    for element in elements:
        if element.kind == "cue" and element.character:
            names[element.character] = None
        elif element.kind == "action":
            names.update(dict.fromkeys(names_in(element.text, tuple(known))))
    people = {known[name] for name in names if name in known}
    own = {name: who for name, who in known.items() if who in people}
    return _lines(elements, known), tuple(sorted(own.items()))


def _lines(elements: Sequence[Element], person: Mapping[str, str]) -> tuple[Line, ...]:
    """What is said and done; a voice from elsewhere is unseen, one from the next room is not."""
    lines, far = list[Line](), False
    for place in playable(elements):
        element = elements[place]
        if element.kind == "cue":
            far = unseen(element) and not any(_NEAR.search(mark.upper()) for mark in element.extensions)
            continue
        who = person.get(element.character, element.character) if element.character else None
        lines.append(Line(place, element.kind, who, element.text, far and who is not None))
    return tuple(lines)
