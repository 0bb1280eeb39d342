"""How the writer gives scenes of her own screenplay other lines: a draft, like any that is brought."""

from cineledger.domain.command import Command
from cineledger.domain.event import Event
from cineledger.domain.fountain import SceneText, read
from cineledger.domain.refusal import Refused
from cineledger.domain.script.changing import Change, people
from cineledger.domain.script.colours import colour
from cineledger.domain.script.drafting import Sketch, people_of, sketched
from cineledger.domain.script.events import DraftWritten, Scene
from cineledger.domain.script.pages import paged
from cineledger.domain.script.revising import rewrite
from cineledger.domain.script.screenwriting import ScriptLine, line_faults, lines_of, scene_of
from cineledger.domain.state import State
from cineledger.domain.talk.events import MessageSent, ReactionPassed
from cineledger.domain.value import Value
from cineledger.domain.words import OUTLINE


class Rewritten(Value):
    """A scene with other lines."""

    scene: str
    lines: tuple[ScriptLine, ...]
    people: tuple[Sketch, ...] = ()
    """Who is new in it."""
    synopsis: str = ""
    """What happens in it now; empty where that is as before."""


class ReviseScenes(Command):
    """Give scenes of the writer's own screenplay other lines."""

    scenes: tuple[Rewritten, ...]
    reason: str
    rests: tuple[int, ...] = ()
    """Earlier events that it carries out: decisions, takes, notes."""
    ready: int | None = None
    """The event about which the director is told that the script can be read; None where nothing is said."""


READY = "The screenplay is written and read through: it can be planned."


def revise_scenes(state: State, command: ReviseScenes, by: str) -> list[Event]:
    """The next draft with what rested on the lines that changed; no draft where none did."""
    if by != "writer":
        raise Refused(f"{by} may not rewrite scenes", "The writer does.")
    if state.script.source != OUTLINE or not state.script.order:
        raise Refused("the script is not the crew's own", "Nobody rewrites a script that was brought.")
    texts = {one.scene: _text(state, one) for one in command.scenes}
    texts = {
        name: text for name, text in texts.items() if text.text != state.script.scenes[name].written.text
    }
    if not texts:
        if command.ready is None:
            return [ReactionPassed(reason="the lines stand as they are")]
        return [_ready(command.ready)]
    change = Change(state, state.script.draft + 1)
    change.add(_draft(state, command))
    for one in command.scenes:
        if one.scene in texts:
            change.add(*sketched(change.state, one.people, one.scene))
            rewrite(change, change.state.script.scenes[one.scene], texts[one.scene])
    people(change)
    if command.ready is not None:
        change.add(_ready(command.ready))
    change.add(paged(change.state.script))
    return change.events


def _draft(state: State, command: ReviseScenes) -> DraftWritten:
    return DraftWritten(
        draft=state.script.draft + 1,
        colour=colour(state.script.draft + 1),
        source=OUTLINE,
        encoding=state.script.encoding,
        title_text=state.script.title_text,
        title_page=read(state.script.title_text).title_page,
        reason=command.reason,
        rests=command.rests,
    )


def _ready(about: int) -> MessageSent:
    return MessageSent(to="director", text=READY, about=about)


def _text(state: State, one: Rewritten) -> SceneText:
    """The scene under its slug line with its new lines; refuses what can't stand."""
    scene = state.script.scenes.get(one.scene)
    if scene is None or scene.omitted or scene.written.heading is None:
        raise Refused(f"there is no scene {one.scene}", "See: cineledger sql 'from scenes'")
    known = {person.name for person in (*people_of(state), *one.people)}
    if faults := line_faults(one.lines, known):
        raise Refused(f"scene {one.scene}, {faults[0]}", "Write lines that can be spoken and shot.")
    if tuple(one.lines) == lines_of(scene.written.elements):
        return SceneText(text=scene.written.text, elements=scene.written.elements)
    return scene_of(heading_of(scene), one.synopsis or synopsis_of(scene), one.lines)


def heading_of(scene: Scene) -> str:
    """A scene's slug line with its typed number."""
    first = scene.written.elements[0]
    return first.text + (f" #{first.number}#" if first.number else "")


def synopsis_of(scene: Scene) -> str:
    """What its writer says that happens in a scene; empty where nothing is said."""
    return next((e.text for e in scene.written.elements if e.kind == "synopsis"), "")
