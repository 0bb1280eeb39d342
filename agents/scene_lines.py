"""A scene as those in it hear it: who is there, and each line with who says it."""

from collections.abc import Callable, Iterable, Sequence

from cineledger.agents.craft.page import names_in, playable, unseen
from cineledger.domain.cast.events import CastState
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.script.events import Scene
from cineledger.domain.value import Value


class Heard(Value):
    """A line of a scene as those in it hear it."""

    place: int
    kind: str
    who: str | None
    text: str
    unseen: bool


class Present(Value):
    """Somebody who is in a scene, and the names that stand for her on the page."""

    person: str
    called: tuple[str, ...]


def people_in(cast: CastState, scene: Scene) -> tuple[Present, ...]:
    """Those who speak in a scene or whom its directions name, joined names under the one that stays."""
    return those_in(scene.written.elements, cast.characters, cast.person)


def those_in(
    elements: Sequence[Element], names_known: Iterable[str], person: Callable[[str], str]
) -> tuple[Present, ...]:
    """The same of any lines: `person` gives whom a name stands for."""
    names, known = dict[str, None](), tuple(sorted(names_known))
    for element in elements:
        if element.kind == "cue" and element.character:
            names[element.character] = None
        elif element.kind == "action":
            names.update(dict.fromkeys(names_in(element.text, known)))
    called: dict[str, list[str]] = {}
    for name in names:
        called.setdefault(person(name), []).append(name)
    return tuple(Present(person=one, called=tuple(sorted(own))) for one, own in called.items())


def heard(people: Sequence[Present], scene: Scene) -> tuple[Heard, ...]:
    """The lines of a scene that can be played, each with the person who says it."""
    person = {name: one.person for one in people for name in one.called}
    elements, lines, hidden = scene.written.elements, list[Heard](), False
    for place in playable(elements):
        element = elements[place]
        if element.kind == "cue":
            hidden = unseen(element)
            continue
        who = person.get(element.character) if element.character else None
        lines.append(
            Heard(
                place=place, kind=element.kind, who=who, text=element.text, unseen=hidden and who is not None
            )
        )
    return tuple(lines)
