"""The script, scene by scene, and what the director reads in it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from immutables import Map
from pydantic import Field

from cineledger.domain.event import Event
from cineledger.domain.fountain.screenplay import Element, TitleField
from cineledger.domain.maps import PMap
from cineledger.domain.value import Value

BeatKind = Literal["arrival", "exchange", "reveal", "outburst", "silence", "action", "departure", "button"]


class Beat(Value):
    """A stretch of a scene in which one thing changes."""

    beat: int
    """Counted from 1 within the scene; it outlives its place, so that a revised scene may run 1, 4, 2."""
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


class SceneDrafted(Event):
    """The writer wrote the next scene of the outline that holds; its lines stand before this."""

    question: int
    """Whose decision this carries out."""
    scene: str
    place: int = Field(ge=1)
    """Its place in the outline, counted from 1."""
    of: int
    """How many scenes the outline has."""
    synopsis: str
    """What happens in it, in a sentence."""

    def refers(self) -> tuple[int, ...]:
        return (self.question,)


class DraftImported(Event):
    """A revised draft was taken in; what it changes follows."""

    draft: int = Field(ge=2)
    """Counted from 1, the draft that was imported first."""
    colour: str
    """Of its pages: White, Blue, Pink …"""
    source: str
    """The file's own name, without its folder."""
    encoding: str
    title_text: str
    title_page: tuple[TitleField, ...]


class DraftWritten(DraftImported):
    """The writer gave scenes of the crew's own screenplay other lines; what that changes follows."""

    reason: str
    rests: tuple[int, ...] = ()
    """Earlier events that it carries out: decisions, takes, notes."""

    def refers(self) -> tuple[int, ...]:
        return self.rests


class Run(Value):
    """Lines of a scene that stood in the draft before."""

    scene: str
    """Where they stood."""
    first: int
    """Place there of the first of them, counted from 0."""
    into: int
    """Its place now."""
    count: int = Field(ge=1)
    edited: bool = False
    """They are the same lines, put differently."""


class SceneRevised(SceneWritten):
    """A draft gave a scene other lines than it had, or put a scene in."""

    draft: int
    runs: tuple[Run, ...]
    """The lines that were there before, by place."""
    standing: tuple[Beat, ...]
    """The beats of which no line changed, at their new places."""
    debated: tuple[int, ...]
    """Those of them whose shot is worth a question."""
    lost: int = Field(ge=0)
    """How many lines it had that it has no more, nor in other words."""


class SceneOmitted(Event):
    """A draft left a scene out; its number stays, as OMITTED."""

    scene: str
    number: str
    draft: int
    into: str | None
    """The scene that took over its lines, if one did."""


class SceneRenumbered(Event):
    """A draft gave a scene another number; its id stays."""

    scene: str
    number: str
    draft: int


class ScenesOrdered(Event):
    """The scenes follow in this order from now on, omitted ones in their places."""

    order: tuple[str, ...]
    moved: tuple[str, ...]
    """Those that stood elsewhere, as few as there can be."""
    draft: int


class SceneBrokenDown(Event):
    """The director divided a scene into beats; those that stood before keep their counts."""

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
    default: bool = False
    """Given out again by the program, for what a fork cut off."""


@dataclass(frozen=True, slots=True)
class Torn:
    """A beat whose lines a draft changed, until the director reads the scene again."""

    beat: int
    left: tuple[int, ...]
    """Places of the lines that are left of it, edited ones among them."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One scene as it stands."""

    written: SceneWritten
    number: int
    """The event that gave it its lines."""
    beats: tuple[Beat, ...] = ()
    debated: tuple[int, ...] = ()
    torn: tuple[Torn, ...] = ()
    longer: bool = False
    """A draft put lines in that no beat has yet."""
    used: int = 0
    """The highest count a beat of it ever had."""
    omitted: bool = False
    revised: bool = False
    """A draft gave it its lines."""

    def beat(self, beat: int) -> Beat | None:
        """The beat with this count, if it stands."""
        return next((b for b in self.beats if b.beat == beat), None)

    @property
    def unread(self) -> bool:
        """It has lines that the director has not read into beats."""
        return bool(self.torn) or self.longer or not self.beats


@dataclass(frozen=True, slots=True)
class ScriptState:
    """The script as it stands."""

    source: str = ""
    encoding: str = "utf-8"
    title_text: str = ""
    draft: int = 0
    """0 while there is none."""
    drafted: int = 0
    """The event that took the draft in."""
    scenes: PMap[str, Scene] = field(default_factory=Map)
    order: tuple[str, ...] = ()

    def present(self) -> tuple[Scene, ...]:
        """The scenes that are in the script, in order."""
        return tuple(scene for name in self.order if not (scene := self.scenes[name]).omitted)


def moved(runs: Iterable[Run], scene: str) -> dict[int, int]:
    """Where the lines that stood in a scene stand now: place then → place now."""
    return {
        run.first + place: run.into + place
        for run in runs
        if run.scene == scene
        for place in range(run.count)
    }


def evolve(state: ScriptState, event: Event, number: int) -> ScriptState:
    """The state after one event of this family."""
    match event:
        case ScriptImported() | DraftImported():
            draft = event.draft if isinstance(event, DraftImported) else 1
            return replace(
                state,
                source=event.source,
                encoding=event.encoding,
                title_text=event.title_text,
                draft=draft,
                drafted=number,
            )
        case SceneWritten():
            former = state.scenes.get(event.scene)
            scene = Scene(_lines(event), number, revised=isinstance(event, SceneRevised))
            if former and isinstance(event, SceneRevised):
                scene = _revised(former, event, number)
            order = state.order if former else (*state.order, event.scene)
            return replace(state, scenes=state.scenes.set(event.scene, scene), order=order)
        case SceneOmitted():
            scene = replace(state.scenes[event.scene], beats=(), debated=(), torn=(), omitted=True)
            return replace(state, scenes=state.scenes.set(event.scene, scene))
        case SceneRenumbered():
            former = state.scenes[event.scene]
            renumbered = former.written.model_copy(update={"number": event.number})
            return replace(state, scenes=state.scenes.set(event.scene, replace(former, written=renumbered)))
        case ScenesOrdered():
            return replace(state, order=event.order)
        case SceneBrokenDown():
            former = state.scenes[event.scene]
            used = max((former.used, *(beat.beat for beat in event.beats)))
            scene = replace(
                former, beats=event.beats, debated=event.debated, torn=(), longer=False, used=used
            )
            return replace(state, scenes=state.scenes.set(event.scene, scene))
        case _:
            return state


def _revised(former: Scene, event: SceneRevised, number: int) -> Scene:
    """A scene under its new lines: what of its beats stands, and what is left of the others."""
    places = moved(event.runs, event.scene)
    standing = {beat.beat for beat in event.standing}
    touched = [
        *(Torn(b.beat, tuple(range(b.first, b.last + 1))) for b in former.beats if b.beat not in standing),
        *former.torn,
    ]
    return replace(
        former,
        written=_lines(event),
        number=number,
        beats=event.standing,
        torn=tuple(Torn(t.beat, tuple(places[p] for p in t.left if p in places)) for t in touched),
        longer=former.longer or not set(range(len(event.elements))) <= set(places.values()),
        omitted=False,
        revised=True,
    )


def _lines(event: SceneWritten) -> SceneWritten:
    """What a scene's lines are, whatever event gave them to it."""
    return SceneWritten.model_construct(**{name: getattr(event, name) for name in SceneWritten.model_fields})
