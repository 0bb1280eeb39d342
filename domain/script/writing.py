"""Scenes of a screenplay as facts, and who speaks in them."""

from collections.abc import Collection, Iterable, Sequence

from cineledger.domain.fountain import parse_slug
from cineledger.domain.fountain.screenplay import Element, SceneText
from cineledger.domain.refusal import Refused
from cineledger.domain.script.events import Scene, SceneWritten


def scene_written(scene: str, number: str, text: SceneText) -> SceneWritten:
    """The fact that a scene has these lines, its slug line read."""
    heading = text.heading
    slug = parse_slug(heading.text) if heading else None
    return SceneWritten(
        scene=scene,
        number=number,
        heading=heading.text if heading else None,
        int_ext=slug.int_ext if slug else None,
        location=slug.location if slug else None,
        day_night=slug.day_night if slug else None,
        text=text.text,
        elements=text.elements,
    )


def current(scene: Scene, at: int | None) -> None:
    """Refuses work that rests on how a scene stood at an event, where it got other lines since."""
    if at is not None and at < scene.number:
        raise Refused(f"scene {scene.written.number} has other lines since {at}", "Read it as it stands now.")


def cues(scenes: Iterable[tuple[str, Sequence[Element]]]) -> dict[str, tuple[str, int]]:
    """Each character that has a cue, with the scene of the first and how many there are."""
    spoken = dict[str, tuple[str, int]]()
    for scene, elements in scenes:
        for element in elements:
            if element.kind == "cue" and element.character:
                first, speeches = spoken.get(element.character, (scene, 0))
                spoken[element.character] = (first, speeches + 1)
    return spoken


def speakers(scene: SceneWritten) -> tuple[str, ...]:
    """The names on a scene's cues, each once, in order."""
    return tuple(dict.fromkeys(e.character for e in scene.elements if e.kind == "cue" and e.character))


def scene_id(heading: Element | None, count: int, taken: Collection[str]) -> str:
    """The typed scene number where it is there and free, else the scene's place; 0 before the first slug line."""
    return "0" if heading is None else free((heading.number or str(count)).upper(), taken)


def free(wanted: str, taken: Collection[str]) -> str:
    """The wanted id, or where it is taken the next like it: 12, 12.2, 12.3."""
    scene, again = wanted, 1
    while scene in taken:
        again += 1
        scene = f"{wanted}.{again}"
    return scene
