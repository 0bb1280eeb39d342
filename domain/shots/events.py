"""The shot list."""

from dataclasses import dataclass, field, replace
from typing import Any, Literal

from immutables import Map
from pydantic import Field

from cineledger.domain.event import Event
from cineledger.domain.maps import PMap
from cineledger.domain.script.events import SceneRevised, moved
from cineledger.domain.value import Value
from cineledger.domain.words import Angle, Movement, ShotSize, ShotType, Support


class ShotSpec(Value):
    """What the camera sees and does."""

    size: ShotSize
    type: ShotType
    angle: Angle
    movement: Movement
    support: Support
    lens_mm: int = Field(ge=8, le=600)
    """Focal length on a Super 35 frame."""
    subject: str
    """Whom or what it is of."""
    description: str


class ShotPlanned(Event):
    """A shot joined the scene's shot list."""

    scene: str
    beat: int
    shot: str
    """The slate: scene number and setup letters, e.g. 12B; I and O are skipped."""
    setup: str
    """The letters alone."""
    spec: ShotSpec
    first: int
    last: int
    """Places of the first and last script element it covers, counted from 0 within the scene."""
    cast: tuple[str, ...]
    sound: str
    """SYNC where it covers speech, else MOS."""
    fps: int
    location: str | None
    int_ext: str | None
    day_night: str | None
    eighths: int
    """Of a page, at least 1: how much script it covers."""
    est_duration: float
    """Seconds, estimated from words and action."""
    notes: str
    question: int | None
    """The question whose decision it carries out, or None for a technical choice."""

    def refers(self) -> tuple[int, ...]:
        return () if self.question is None else (self.question,)


class ShotReopened(Event):
    """A shot rested on lines that a draft changed: it is to be planned again, or goes."""

    shot: str
    draft: int


class ShotReplanned(ShotPlanned):
    """A reopened shot is planned on the lines as they are now; it keeps its slate."""


class ShotOmitted(Event):
    """A shot is not needed any more; its slate is not used again."""

    shot: str
    reason: str


class ShotRevised(Event):
    """A planned shot is to be made differently."""

    shot: str
    spec: ShotSpec
    notes: str
    question: int | None

    def refers(self) -> tuple[int, ...]:
        return () if self.question is None else (self.question,)


@dataclass(frozen=True, slots=True)
class Shot:
    """One shot as it stands."""

    planned: ShotPlanned
    spec: ShotSpec
    number: int
    """The event that last set it."""
    question: int | None
    """The question whose decision it carries out now; None for a technical choice."""
    first: int
    last: int
    """Places of the script elements it covers, as the scene is now."""
    status: Literal["planned", "revised", "reopened", "omitted"] = "planned"


@dataclass(frozen=True, slots=True)
class ShotState:
    """The shot list as it stands."""

    shots: PMap[str, Shot] = field(default_factory=Map)
    of_scene: PMap[str, tuple[str, ...]] = field(default_factory=Map)
    """Scene → its slates in order of planning."""
    of_question: PMap[int, tuple[str, ...]] = field(default_factory=Map)
    """Question → the slates that carry out its decision."""

    def scene(self, scene: str) -> tuple[Shot, ...]:
        """The shots of a scene, in order of planning, without those omitted."""
        shots = (self.shots[shot] for shot in self.of_scene.get(scene, ()))
        return tuple(shot for shot in shots if shot.status != "omitted")

    def live(self) -> tuple[Shot, ...]:
        """Every shot that is not omitted."""
        return tuple(shot for shot in self.shots.values() if shot.status != "omitted")


def evolve(state: ShotState, event: Event, number: int) -> ShotState:
    """The state after one event of this family."""
    match event:
        case ShotPlanned():
            slates, carried = state.of_scene.get(event.scene, ()), state.of_question
            if event.shot not in slates:
                slates = (*slates, event.shot)
            if event.question is not None:
                others = [shot for shot in carried.get(event.question, ()) if shot != event.shot]
                carried = carried.set(event.question, (*others, event.shot))
            planned = event if type(event) is ShotPlanned else ShotPlanned.model_construct(**dict(event))
            shot = Shot(planned, event.spec, number, event.question, event.first, event.last)
            return ShotState(
                shots=state.shots.set(event.shot, shot),
                of_scene=state.of_scene.set(event.scene, slates),
                of_question=carried,
            )
        case ShotRevised():
            return _changed(
                state, event.shot, spec=event.spec, number=number, question=event.question, status="revised"
            )
        case ShotReopened():
            return _changed(state, event.shot, number=number, status="reopened")
        case ShotOmitted():
            return _changed(state, event.shot, number=number, status="omitted")
        case SceneRevised():
            places = moved(event.runs, event.scene)
            for shot in state.scene(event.scene):
                state = _changed(
                    state,
                    shot.planned.shot,
                    first=places.get(shot.first, shot.first),
                    last=places.get(shot.last, shot.last),
                )
            return state
        case _:
            return state


def _changed(state: ShotState, shot: str, **changes: Any) -> ShotState:
    return replace(state, shots=state.shots.set(shot, replace(state.shots[shot], **changes)))
