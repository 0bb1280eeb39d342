"""How scenes come to stand in a production."""

from cineledger.domain.cast.events import CharacterIntroduced
from cineledger.domain.command import Command
from cineledger.domain.event import Event
from cineledger.domain.fountain import parse_slug, read
from cineledger.domain.fountain.screenplay import Element, SceneText, Screenplay
from cineledger.domain.production.events import RoleJoined
from cineledger.domain.refusal import Refused
from cineledger.domain.script.events import Beat, SceneBrokenDown, SceneWritten, ScriptImported, evolve
from cineledger.domain.script.pages import paged
from cineledger.domain.state import State
from cineledger.domain.talk.events import MessageSent
from cineledger.domain.words import ORCHESTRATOR, OUTLINE, cast_role


class ImportScript(Command):
    """Take in a screenplay."""

    text: str
    source: str
    encoding: str


class WriteScenes(Command):
    """Write the scenes of an approved outline."""

    question: int
    proposal: int
    """The outline they are written from: it has to be the one that holds."""
    fountain: str


class BreakDownScene(Command):
    """Divide a scene into beats."""

    scene: str
    beats: tuple[Beat, ...]
    debated: tuple[int, ...]


def import_script(state: State, command: ImportScript, by: str) -> list[Event]:
    """The script, its scenes and its characters, each with a cast member."""
    if by != ORCHESTRATOR:
        raise Refused(f"{by} may not import a script", "Only the orchestrator may.")
    if state.script.order:
        raise Refused("the production has a script", "Open another production for another script.")
    screenplay = read(command.text)
    imported = ScriptImported(
        source=command.source,
        encoding=command.encoding,
        title_text=screenplay.title_text,
        title_page=screenplay.title_page,
    )
    return _with_pages(state, [imported, *_scenes(screenplay)])


def write_scenes(state: State, command: WriteScenes, by: str) -> list[Event]:
    """The scenes of the outline that holds, written down, and word of it to the director."""
    question = state.debate.questions.get(command.question)
    if question is None or question.opened.subject != OUTLINE or question.approved != command.proposal:
        raise Refused("no approved outline stands behind these scenes", "Have an outline approved first.")
    if by != "writer":
        raise Refused(f"{by} may not write scenes", "The writer does.")
    if state.script.order:
        raise Refused("the production has a script", "Revise its scenes instead.")
    screenplay = read(command.fountain)
    imported = ScriptImported(source=OUTLINE, encoding="utf-8", title_text="", title_page=())
    said = MessageSent(
        to="director",
        text="The outline stands as scenes; their dialogue needs a writer or a model.",
        about=question.decision,
    )
    return _with_pages(state, [imported, *_scenes(screenplay), said])


def break_down_scene(state: State, command: BreakDownScene, by: str) -> list[Event]:
    """Beats that lie within the scene, in order and apart."""
    if by != "director":
        raise Refused(f"{by} may not break down a scene", "The director does.")
    scene = state.script.scenes.get(command.scene)
    if scene is None:
        raise Refused(f"there is no scene {command.scene}", "See: cineledger sql 'from scenes'")
    if scene.beats:
        raise Refused(f"scene {command.scene} is broken down", "Its beats stand until its lines change.")
    after = -1
    for place, beat in enumerate(command.beats, start=1):
        if beat.beat != place or not after < beat.first <= beat.last < len(scene.written.elements):
            raise Refused(
                f"beat {place} of scene {command.scene} does not lie after the one before and within the scene",
                "Beats are counted from 1 and do not overlap.",
            )
        after = beat.last
    if any(scene_beat not in range(1, len(command.beats) + 1) for scene_beat in command.debated):
        raise Refused(f"scene {command.scene} has no beat to debate by that count", "Name beats it has.")
    return [SceneBrokenDown(scene=command.scene, beats=command.beats, debated=command.debated)]


def _with_pages(state: State, events: list[Event]) -> list[Event]:
    """The events, and the pages that the script takes after them."""
    script = state.script
    for number, event in enumerate(events, start=state.number + 1):
        script = evolve(script, event, number)
    return [*events, paged(script)]


def _scenes(screenplay: Screenplay) -> list[Event]:
    events: list[Event] = []
    taken: set[str] = set()
    speeches: dict[str, int] = {}
    first: dict[str, str] = {}
    count = 0
    for text in screenplay.scenes:
        heading = text.heading
        count += heading is not None
        scene = _scene_id(heading, count, taken)
        taken.add(scene)
        events.append(_written(scene, text))
        for element in text.elements:
            if element.kind == "cue" and element.character:
                speeches[element.character] = speeches.get(element.character, 0) + 1
                first.setdefault(element.character, scene)
    for character, scene in first.items():
        events.append(
            CharacterIntroduced(character=character, first_scene=scene, speeches=speeches[character])
        )
    events.extend(RoleJoined(role=cast_role(character)) for character in first)
    return events


def _scene_id(heading: Element | None, count: int, taken: set[str]) -> str:
    """The typed scene number where it is there and free, else the scene's place; 0 before the first slug line."""
    if heading is None:
        return "0"
    wanted = (heading.number or str(count)).upper()
    scene, again = wanted, 1
    while scene in taken:
        again += 1
        scene = f"{wanted}.{again}"
    return scene


def _written(scene: str, text: SceneText) -> SceneWritten:
    heading = text.heading
    slug = parse_slug(heading.text) if heading else None
    return SceneWritten(
        scene=scene,
        number=scene,
        heading=heading.text if heading else None,
        int_ext=slug.int_ext if slug else None,
        location=slug.location if slug else None,
        day_night=slug.day_night if slug else None,
        text=text.text,
        elements=text.elements,
    )
