"""The writer takes what the read-through brought into the screenplay, and says that it can be planned."""

from collections.abc import Sequence

from cineledger.agents.reading import read_through
from cineledger.agents.role import Habit, Moment, nothing_to_ask
from cineledger.agents.screenwriting.rehearsing import rehearsed_all, takes_of
from cineledger.agents.screenwriting.writing import outline_question
from cineledger.domain.cast.events import EmotionalStateChanged
from cineledger.domain.cast.performing import SceneRehearsed, TakePlayed
from cineledger.domain.command import Command
from cineledger.domain.script.events import Scene
from cineledger.domain.script.rewriting import ReviseScenes, Rewritten
from cineledger.domain.script.screenwriting import ScriptLine, lines_of, one_line
from cineledger.domain.state import State
from cineledger.domain.value import Value


def folded(state: State, scene: Scene) -> tuple[ScriptLine, ...]:
    """A scene's lines with those of its cast's own words that the director printed."""
    name = scene.written.scene
    heard = state.works.get(SceneRehearsed, name)
    printed = {one.character for one in heard.takes if one.printed} if heard else set()
    own = {
        line.line: one_line(line.text)
        for character, take in takes_of(state, name).items()
        if character in printed
        for line in take.lines
    }
    return lines_of(
        [
            element.model_copy(update={"text": own[place]}) if place in own else element
            for place, element in enumerate(scene.written.elements)
        ]
    )


def brought(state: State, scene: Scene) -> tuple[int, ...]:
    """The events by which the read-through changes a scene: takes with words of their own, and their hearing."""
    name = scene.written.scene
    keys = [take.key for take in takes_of(state, name).values() if take.lines]
    done = [state.works.standing(TakePlayed, key) for key in keys]
    heard = state.works.standing(SceneRehearsed, name)
    return tuple(sorted(d.number for d in (*done, heard) if d is not None)) if keys else ()


def changed(state: State) -> list[tuple[Scene, tuple[ScriptLine, ...]]]:
    """The scenes that the read-through changes, with their lines after it."""
    found = ((scene, folded(state, scene)) for scene in state.script.present())
    return [(scene, lines) for scene, lines in found if lines != lines_of(scene.written.elements)]


def _over(moment: Moment) -> bool:
    return read_through(moment.state) and rehearsed_all(moment.state)


def _settle(moment: Moment, _: Sequence[Value]) -> Sequence[Command]:
    return (settled(moment.state),)


def settled(state: State) -> ReviseScenes:
    """The next draft, with what the read-through brought, and word to the director."""
    scenes = changed(state)
    outline = outline_question(state)
    return ReviseScenes(
        scenes=tuple(Rewritten(scene=scene.written.scene, lines=lines) for scene, lines in scenes),
        reason="with the cast's own words, as the director heard them",
        rests=tuple(sorted({number for scene, _ in scenes for number in brought(state, scene)})),
        ready=outline.decision if outline else None,
    )


SETTLING = (
    Habit(on=EmotionalStateChanged, concerns=_over, asks=nothing_to_ask, acts=_settle),
    Habit(on=SceneRehearsed, concerns=_over, asks=nothing_to_ask, acts=_settle),
)
"""The habits by which the writer closes the read-through."""
