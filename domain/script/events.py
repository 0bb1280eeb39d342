"""The script, scene by scene, and what the director reads in it."""

from dataclasses import dataclass, field, replace
from typing import Literal

from immutables import Map

from cineledger.domain.event import Event
from cineledger.domain.fountain.screenplay import Element, TitleField
from cineledger.domain.maps import PMap
from cineledger.domain.value import Value

BeatKind = Literal["arrival", "exchange", "reveal", "outburst", "silence", "action", "departure", "button"]


class Beat(Value):
    """A stretch of a scene in which one thing changes."""

    beat: int
    """Counted from 1 within the scene."""
    kind: BeatKind
    first: int
    last: int
    """Places of its first and last element within the scene, counted from 0."""
    people: tuple[str, ...]
    """Characters who speak or are named in it."""
    emphasis: float
    """0 to 1: how much of the scene turns on it."""
    moves: bool
    """The text moves: people or things travel in it."""
    turn: str
    """What changes, in the trade's words, quoting the line."""


class ScriptImported(Event):
    """A script was taken in; its scenes follow. Title page and scenes put end to end are the file."""

    source: str
    """The file's own name, without its folder."""
    encoding: str
    title_text: str
    title_page: tuple[TitleField, ...]


class SceneWritten(Event):
    """A scene has these lines from now on."""

    scene: str
    """Stable id, unlike `number`, which a production office may change."""
    number: str
    heading: str | None
    """The slug line, or None for what stands before the first one."""
    int_ext: str | None
    location: str | None
    day_night: str | None
    text: str
    """The source lines, unchanged."""
    elements: tuple[Element, ...]


class SceneBrokenDown(Event):
    """The director divided a scene into beats."""

    scene: str
    beats: tuple[Beat, ...]
    debated: tuple[int, ...]
    """The beats whose shot is worth a question; the rest is the cinematographer's."""


class ScenePages(Value):
    """Where a scene stands on the script's pages, and how long it is there."""

    scene: str
    page: int
    """The page it begins on, counted from 1; the title page is not counted."""
    last_page: int
    eighths: int
    """Its length in eighths of a page, at least 1; 0 where it is omitted or nothing of it is printed."""


class ScriptPaged(Event):
    """The script as it stands takes these pages."""

    pages: int
    scenes: tuple[ScenePages, ...]
    """In the order of the script."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One scene as it stands."""

    written: SceneWritten
    beats: tuple[Beat, ...] = ()
    debated: tuple[int, ...] = ()

    def beat(self, beat: int) -> Beat | None:
        """The beat with this count, if there is one."""
        return self.beats[beat - 1] if 1 <= beat <= len(self.beats) else None


@dataclass(frozen=True, slots=True)
class ScriptState:
    """The script as it stands."""

    source: str = ""
    encoding: str = "utf-8"
    title_text: str = ""
    scenes: PMap[str, Scene] = field(default_factory=Map)
    order: tuple[str, ...] = ()


def evolve(state: ScriptState, event: Event, number: int) -> ScriptState:
    """The state after one event of this family."""
    match event:
        case ScriptImported():
            return replace(state, source=event.source, encoding=event.encoding, title_text=event.title_text)
        case SceneWritten():
            order = state.order if event.scene in state.scenes else (*state.order, event.scene)
            return replace(state, scenes=state.scenes.set(event.scene, Scene(event)), order=order)
        case SceneBrokenDown():
            scene = replace(state.scenes[event.scene], beats=event.beats, debated=event.debated)
            return replace(state, scenes=state.scenes.set(event.scene, scene))
        case _:
            return state
