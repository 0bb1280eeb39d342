"""How scenes come to stand in a production."""

from cineledger.domain.cast.events import CharacterIntroduced
from cineledger.domain.command import Command
from cineledger.domain.debate.events import QuestionDropped
from cineledger.domain.event import Event
from cineledger.domain.fountain import read
from cineledger.domain.fountain.screenplay import Element, Screenplay
from cineledger.domain.production.events import BESIDE, RoleJoined
from cineledger.domain.refusal import Refused
from cineledger.domain.script.events import Beat, Scene, SceneBrokenDown, ScriptImported, evolve
from cineledger.domain.script.pages import paged
from cineledger.domain.script.writing import cues, current, scene_id, scene_written
from cineledger.domain.shots.events import ShotOmitted
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
    at: int | None = None
    """The event after which the scene was read."""


def import_script(state: State, command: ImportScript, by: str) -> list[Event]:
    """The script, its scenes and its characters, each with a cast member."""
    if by != ORCHESTRATOR:
        raise Refused(f"{by} may not import a script", "Only the orchestrator may.")
    if (form := state.production.form) in BESIDE:
        hint = (
            "Open an episode: cineledger open NAME --series SERIES"
            if form == "series"
            else "Cast her in a production that has one: cineledger cast NAME CHARACTER"
        )
        raise Refused(f"a {form} has no script of its own", hint)
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
    """Beats that lie within the scene, in order and apart; those that stand keep their counts and lines.

    With a beat that is gone go the questions about it, and the shots that carried it.
    """
    if by != "director":
        raise Refused(f"{by} may not break down a scene", "The director does.")
    scene = state.script.scenes.get(command.scene)
    if scene is None or scene.omitted:
        raise Refused(f"there is no scene {command.scene}", "See: cineledger sql 'from scenes'")
    current(scene, command.at)
    if not scene.unread:
        raise Refused(f"scene {command.scene} is broken down", "Its beats stand until its lines change.")
    after = -1
    for place, beat in enumerate(command.beats, start=1):
        if not after < beat.first <= beat.last < len(scene.written.elements):
            raise Refused(
                f"beat {place} of scene {command.scene} does not lie after the one before and within the scene",
                "Beats do not overlap.",
            )
        after = beat.last
    _counted(scene, command)
    named = {beat.beat for beat in command.beats}
    gone = [torn.beat for torn in scene.torn if torn.beat not in named]
    broken = SceneBrokenDown(scene=command.scene, beats=command.beats, debated=command.debated)
    return [*_without(state, command.scene, gone), broken]


def _counted(scene: Scene, command: BreakDownScene) -> None:
    """Refuses counts that aren't the next ones, those of beats that stand, or those of beats that were torn."""
    counts = [beat.beat for beat in command.beats]
    held = {torn.beat for torn in scene.torn} | {beat.beat for beat in scene.beats}
    new = [count for count in counts if count not in held]
    expected = list(range(scene.used + 1, scene.used + 1 + len(new)))
    if new != expected or len(set(counts)) < len(counts):
        raise Refused(
            f"the beats of scene {command.scene} are not counted on from {scene.used}",
            "A new beat has the next count, and none is given twice.",
        )
    if any(beat not in command.beats for beat in scene.beats):
        raise Refused(f"a beat of scene {command.scene} stands", "Keep it: none of its lines changed.")
    if not set(command.debated) <= set(counts):
        raise Refused(f"scene {command.scene} has no beat to debate by that count", "Name beats it has.")


def _without(state: State, scene: str, gone: list[int]) -> list[Event]:
    """What goes with beats that are gone."""
    events: list[Event] = []
    for beat in gone:
        reason = f"beat {beat} of scene {scene} is gone"
        for number, question in sorted(state.debate.questions.items()):
            about = question.opened
            if (about.scene, about.beat) == (scene, beat) and question.status != "dropped":
                events.append(QuestionDropped(question=number, reason=reason))
        for shot in state.shots.scene(scene):
            if shot.planned.beat == beat and shot.question is not None:
                events.append(ShotOmitted(shot=shot.planned.shot, reason=reason))
    return events


def _with_pages(state: State, events: list[Event]) -> list[Event]:
    """The events, and the pages that the script takes after them."""
    script = state.script
    for number, event in enumerate(events, start=state.number + 1):
        script = evolve(script, event, number)
    return [*events, paged(script)]


def _scenes(screenplay: Screenplay) -> list[Event]:
    events: list[Event] = []
    taken: set[str] = set()
    scenes: list[tuple[str, tuple[Element, ...]]] = []
    count = 0
    for text in screenplay.scenes:
        heading = text.heading
        count += heading is not None
        name = scene_id(heading, count, taken)
        taken.add(name)
        events.append(scene_written(name, name, text))
        scenes.append((name, text.elements))
    spoken = cues(scenes)
    for character, (scene, speeches) in spoken.items():
        events.append(CharacterIntroduced(character=character, first_scene=scene, speeches=speeches))
    events.extend(RoleJoined(role=cast_role(character)) for character in spoken)
    return events
