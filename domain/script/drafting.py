"""How an outline becomes a screenplay: one scene after another, the cast once all of them stand."""

from collections.abc import Sequence

from cineledger.domain.canon.prior import prior_identity
from cineledger.domain.cast.events import CharacterIntroduced
from cineledger.domain.cast.identity import Identity, IdentityDrawn
from cineledger.domain.cast.sketches import CharacterSketched
from cineledger.domain.command import Command
from cineledger.domain.debate.options import OutlinedScene, OutlineOption
from cineledger.domain.event import Event
from cineledger.domain.fountain import SceneText, read
from cineledger.domain.production.events import RoleJoined
from cineledger.domain.refusal import Refused
from cineledger.domain.script.events import SceneDrafted, ScriptImported, evolve
from cineledger.domain.script.pages import paged
from cineledger.domain.script.screenwriting import (
    LONGEST_SYNOPSIS,
    ScriptLine,
    line_faults,
    name_fault,
    one_line,
    scene_of,
)
from cineledger.domain.script.writing import cues, scene_id, scene_written
from cineledger.domain.state import State
from cineledger.domain.talk.events import MessageSent
from cineledger.domain.value import Value
from cineledger.domain.words import OUTLINE, cast_role


class Sketch(Value):
    """Somebody new in a script."""

    name: str
    """As on a cue."""
    who: str
    voice: str
    want: str
    fear: str


class DraftScene(Command):
    """Write the next scene of the approved outline."""

    question: int
    proposal: int
    """The outline it is written from: it has to be the one that holds."""
    place: int
    """The scene's place in the outline, counted from 0."""
    lines: tuple[ScriptLine, ...]
    """None where nothing could be written: then the outline's synopsis stands in their place."""
    people: tuple[Sketch, ...] = ()
    synopsis: str = ""


def outline_that_holds(state: State, question: int, proposal: int) -> tuple[OutlinedScene, ...]:
    """The scenes of the approved outline; refuses any other."""
    asked = state.debate.questions.get(question)
    approved = asked.proposal(proposal) if asked else None
    if (
        asked is None
        or asked.opened.subject != OUTLINE
        or asked.approved != proposal
        or approved is None
        or not isinstance(approved.option, OutlineOption)
    ):
        raise Refused("no approved outline stands behind these scenes", "Have an outline approved first.")
    return approved.option.scenes


def draft_scene(state: State, command: DraftScene, by: str) -> list[Event]:
    """The next scene of the outline and who is new in it; with the last one the cast, and word to the director."""
    outline = outline_that_holds(state, command.question, command.proposal)
    if by != "writer":
        raise Refused(f"{by} may not write scenes", "The writer does.")
    if state.script.order and state.script.source != OUTLINE:
        raise Refused("the production has a script", "Revise its scenes instead.")
    if command.place != len(state.script.order) or command.place >= len(outline):
        raise Refused(
            f"scene {command.place + 1} of the outline is not the next to be written", "Write in order."
        )
    known = {*(person.name for person in people_of(state)), *(sketch.name for sketch in command.people)}
    if command.lines and (faults := line_faults(command.lines, known)):
        raise Refused(faults[0], "Write lines that can be spoken and shot.")
    told = outline[command.place]
    synopsis = one_line(command.synopsis) or one_line(told.synopsis)
    text = scene_of(told.heading, synopsis, command.lines) if command.lines else _told(told)
    scene = scene_id(text.heading, command.place + 1, state.script.scenes)
    events: list[Event] = [
        *([] if state.script.order else [_begun(state)]),
        scene_written(scene, scene, text),
    ]
    events += sketched(state, command.people, scene)
    last = command.place + 1 == len(outline)
    drafted = SceneDrafted(
        question=command.question,
        scene=scene,
        place=command.place + 1,
        of=len(outline),
        synopsis=synopsis[:LONGEST_SYNOPSIS],
    )
    return [*events, drafted, *(_finished(state, [*events, drafted], command.question) if last else [])]


def people_of(state: State) -> tuple[Sketch, ...]:
    """Everybody who was brought in, speaks so far, or comes back from canon; as was decided, where that was."""
    brought_in, drawn = state.works.of(CharacterSketched), state.works.of(IdentityDrawn)
    decided = {name: one.identity for name, one in drawn.items() if one.decided}
    spoken = cues((scene.written.scene, scene.written.elements) for scene in state.script.present())
    return (
        *(
            as_decided(s.character, decided[s.character]) if s.character in decided else sketch_of(s)
            for s in brought_in.values()
        ),
        *(
            as_decided(name, decided[name]) if name in decided else _unsaid(state, name)
            for name in dict.fromkeys((*spoken, *sorted(state.canon.cast)))
            if name not in brought_in
        ),
    )


def sketch_of(brought_in: CharacterSketched) -> Sketch:
    """Somebody as the writer brought her in."""
    said = brought_in
    return Sketch(name=said.character, who=said.who, voice=said.voice, want=said.want, fear=said.fear)


def _unsaid(state: State, name: str) -> Sketch:
    """Somebody whom the writer did not bring in: as canon has her where she comes back, else the name alone."""
    known = prior_identity(state, name)
    return Sketch(name=name, who="", voice="", want="", fear="") if known is None else as_decided(name, known)


def as_decided(name: str, known: Identity) -> Sketch:
    """Somebody in short, as her identity has her."""
    years = "" if known.age is None else f"{known.age}"
    who = ", ".join(part for part in (years, *(trait.trait for trait in known.traits)) if part)
    return Sketch(name=name, who=who, voice=known.voice, want=known.desire, fear=known.fear)


def sketched(state: State, people: Sequence[Sketch], scene: str) -> list[Event]:
    """Those who are new in a scene; refuses names that are none, and people who were brought in before."""
    known, events = set(state.works.of(CharacterSketched)), list[Event]()
    for sketch in people:
        if fault := name_fault(sketch.name):
            raise Refused(fault, "Name people as their cues do.")
        if sketch.name in known:
            raise Refused(f"{sketch.name} was introduced before", "Nobody is new twice.")
        known.add(sketch.name)
        told = sketch.model_dump(exclude={"name"})
        events.append(
            CharacterSketched(
                character=sketch.name, first=scene, reason=f"brought in by scene {scene}", **told
            )
        )
    return events


def _told(scene: OutlinedScene) -> SceneText:
    """A scene that nobody wrote: its slug line and what was to happen in it."""
    scenes = read(f"{scene.heading}\n\n{scene.synopsis}\n\n").scenes
    if len(scenes) != 1 or scenes[0].heading is None:
        return scene_of(scene.heading, "", (ScriptLine(kind="action", text=scene.synopsis),))
    return scenes[0]


def _begun(state: State) -> ScriptImported:
    """The script, with a title page where the title can stand on one."""
    title = one_line(state.production.title)
    page = f"Title: {title}\nCredit: Written from an idea\n\n"
    screenplay = read(page)
    known = screenplay.title_page and screenplay.title_page[0].values == (title,) and not screenplay.scenes
    return ScriptImported(
        source=OUTLINE,
        encoding="utf-8",
        title_text=page if known else "",
        title_page=screenplay.title_page if known else (),
    )


def _finished(state: State, events: Sequence[Event], question: int) -> list[Event]:
    """The people who speak, a cast member for each, and the pages.

    The director is told at once where nobody speaks, else once the cast has read it through.
    """
    script = state.script
    for number, event in enumerate(events, start=state.number + 1):
        script = evolve(script, event, number)
    spoken = cues((scene.written.scene, scene.written.elements) for scene in script.present())
    introduced = [
        CharacterIntroduced(character=name, first_scene=first, speeches=count)
        for name, (first, count) in spoken.items()
        if name not in state.cast.characters
    ]
    joined = [
        RoleJoined(role=cast_role(name)) for name in spoken if cast_role(name) not in state.production.roster
    ]
    read_through = bool(spoken) and "director" in state.production.roster
    said = MessageSent(
        to="director",
        text="The screenplay is written, scene by scene.",
        about=state.debate.questions[question].decision,
    )
    return [*introduced, *joined, *([] if read_through else [said]), paged(script)]
