"""The shot list."""

from dataclasses import dataclass, field, replace

from immutables import Map
from pydantic import Field

from cineledger.domain.event import Event
from cineledger.domain.maps import PMap
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


@dataclass(frozen=True, slots=True)
class ShotState:
    """The shot list as it stands."""

    shots: PMap[str, Shot] = field(default_factory=Map)
    of_scene: PMap[str, tuple[str, ...]] = field(default_factory=Map)
    """Scene → its slates in order of planning."""
    of_question: PMap[int, tuple[str, ...]] = field(default_factory=Map)
    """Question → the slates that carry out its decision."""

    def scene(self, scene: str) -> tuple[Shot, ...]:
        """The shots of a scene, in order of planning."""
        return tuple(self.shots[shot] for shot in self.of_scene.get(scene, ()))


def evolve(state: ShotState, event: Event, number: int) -> ShotState:
    """The state after one event of this family."""
    match event:
        case ShotPlanned():
            of_question = state.of_question
            if event.question is not None:
                carried = (*of_question.get(event.question, ()), event.shot)
                of_question = of_question.set(event.question, carried)
            return ShotState(
                shots=state.shots.set(event.shot, Shot(event, event.spec, number, event.question)),
                of_scene=state.of_scene.set(event.scene, (*state.of_scene.get(event.scene, ()), event.shot)),
                of_question=of_question,
            )
        case ShotRevised():
            shot = replace(state.shots[event.shot], spec=event.spec, number=number, question=event.question)
            return replace(state, shots=state.shots.set(event.shot, shot))
        case _:
            return state
