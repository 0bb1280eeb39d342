"""The columns of the shot list beside the frame, filled once a scene's shots stand."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.details import Covering, Slug, detail
from cineledger.agents.craft.eyelines import Floor
from cineledger.agents.craft.light_words import Hour
from cineledger.agents.craft.lighting import hour_of
from cineledger.agents.reading import by_person, film_look, played_scenes
from cineledger.agents.role import Moment
from cineledger.agents.working import Made, Task
from cineledger.domain.design.events import PropListed
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.script.events import Scene
from cineledger.domain.shots.events import Shot, ShotRevised, ShotSpec
from cineledger.domain.staging.events import (
    Mark,
    Move,
    SceneBlocked,
    ShotDetail,
    ShotsDetailed,
)
from cineledger.domain.state import State
from cineledger.domain.value import Value

OPEN_LIGHT = -0.3
"""Contrast from which light is even enough to shoot both sides of a talk at once."""


class CoveringShot(Value):
    """A shot with the lines it covers."""

    shot: str
    beat: int
    spec: ShotSpec
    first: int
    last: int


class Detailed(Value):
    """The rest of each shot's row, by slate."""

    details: tuple[ShotDetail, ...]
    reason: str


class DetailShots(Ask):
    """What does the shot list have to say of these shots beside their frames?"""

    ANSWER: ClassVar[type[Value]] = Detailed
    elements: tuple[Element, ...]
    shots: tuple[CoveringShot, ...]
    marks: tuple[Mark, ...]
    moves: tuple[Move, ...]
    axis: tuple[str, str] | None
    props: tuple[tuple[str, int], ...]
    """Properties of the scene with the lines that use them."""
    outside: bool
    hour: Hour
    place: str
    cross: tuple[int, ...]
    """Beats of which both sides may be shot at once: at the boil, or in even light."""
    notes: tuple[str, ...]

    def faults(self, answer: Detailed) -> Iterator[str]:
        """Shots that are not on the list, twice on it or left out, and properties that nobody uses."""
        slates = [shot.shot for shot in self.shots]
        found = [row.shot for row in answer.details]
        yield from checking.said(answer.reason, "the reason")
        yield from checking.known(found, slates, "shot")
        yield from checking.once(found, "the row of")
        yield from (f"shot {slate} has no row" for slate in slates if slate not in found)
        for row in answer.details:
            yield from checking.known(
                row.props, tuple(dict.fromkeys(name for name, _ in self.props)), "property"
            )
            yield from checking.said(row.board_ref, f"the board of {row.shot}")
            if row.vfx is not None:
                yield from checking.said(row.vfx, f"what is made afterwards in {row.shot}")


def _scenes(state: State) -> list[tuple[Scene, tuple[Shot, ...], Hour]]:
    """Scenes with shots that stand, and the hour each plays at."""
    found, hour = list[tuple[Scene, tuple[Shot, ...], Hour]](), None
    for scene in played_scenes(state):
        hour = hour_of(scene.written.day_night, hour)[0]
        shots = tuple(s for s in state.shots.scene(scene.written.scene) if s.status != "reopened")
        if shots:
            found.append((scene, shots, hour))
    return found


def _looked_at(moment: Moment) -> list[tuple[Scene, tuple[Shot, ...], Hour]]:
    """All scenes with shots; for a shot that was made differently, its own scene."""
    scenes, event = _scenes(moment.state), moment.event
    if not isinstance(event, ShotRevised):
        return scenes
    scene = moment.state.shots.shots[event.shot].planned.scene
    return [found for found in scenes if found[0].written.scene == scene]


def _props(state: State) -> dict[str, list[tuple[str, int]]]:
    """Scene → its properties with the lines that use them."""
    found: dict[str, list[tuple[str, int]]] = {}
    for name, listed in state.works.of(PropListed).items():
        for use in listed.uses:
            found.setdefault(use.scene, []).append((name, use.line))
    return found


def _asks(moment: Moment) -> Sequence[DetailShots]:
    state, props, asks = moment.state, _props(moment.state), list[DetailShots]()
    even = film_look(state).contrast <= OPEN_LIGHT
    for scene, shots, hour in _looked_at(moment):
        written = scene.written
        blocked = state.works.get(SceneBlocked, written.scene)
        asks.append(
            DetailShots(
                role=moment.role,
                elements=by_person(state, written.elements),
                shots=tuple(
                    CoveringShot(
                        shot=shot.planned.shot,
                        beat=shot.planned.beat,
                        spec=shot.spec,
                        first=shot.first,
                        last=shot.last,
                    )
                    for shot in shots
                ),
                marks=() if blocked is None else blocked.marks,
                moves=() if blocked is None else blocked.moves,
                axis=None if blocked is None else blocked.axis,
                props=tuple(sorted(props.get(written.scene, ()), key=lambda use: (use[1], use[0]))),
                outside=written.int_ext in ("EXT", "EST"),
                hour=hour,
                place=written.location or "",
                cross=tuple(beat.beat for beat in scene.beats if even or beat.kind == "outburst"),
                notes=state.works.notes(ShotsDetailed, written.scene),
            )
        )
    return asks


def _makes(moment: Moment, answers: Sequence[Detailed]) -> Iterable[Made]:
    state = moment.state
    looked_at, uses = _looked_at(moment), _props(state)
    again = {scene.written.scene for scene, _, _ in looked_at}
    yield from (
        Made(done) for name, done in state.works.of(ShotsDetailed).items() if _stays(moment, name, again)
    )
    for place, ((scene, _, _), answer) in enumerate(zip(looked_at, answers, strict=True)):
        name = scene.written.scene
        blocked = state.works.standing(SceneBlocked, name)
        used = sorted({prop for prop, _ in uses.get(name, ())})
        props = [done.number for one in used if (done := state.works.standing(PropListed, one)) is not None]
        rests = tuple(sorted((*props[:6], *(() if blocked is None else (blocked.number,)))))
        yield Made(ShotsDetailed(scene=name, rests=rests, **dict(answer)), (place,))


def _stays(moment: Moment, scene: str, again: Collection[str]) -> bool:
    """Where one shot was made differently, the lists of the other scenes stand as they are."""
    return isinstance(moment.event, ShotRevised) and scene not in again


def detail_shots(ask: DetailShots) -> Detailed:
    """The house rule: looks follow the line, a second camera what happens once, effects and props the lines covered."""
    shots = [Covering(**dict(shot)) for shot in ask.shots]
    details, reason = detail(
        shots,
        ask.elements,
        [_floor(ask, shot.last) for shot in ask.shots],
        ask.props,
        Slug(ask.outside, ask.hour, ask.place),
        ask.cross,
        ask.notes,
    )
    return Detailed(
        details=tuple(ShotDetail(board_ref=found.shot, **found._asdict()) for found in details),
        reason=reason,
    )


def _floor(ask: DetailShots, line: int) -> Floor:
    """Who stands where once a line is played."""
    x = {mark.who: mark.x for mark in ask.marks}
    x |= {move.to.who: move.to.x for move in ask.moves if move.line <= line}
    return Floor(ask.axis, x)


DETAILS = Task(since="review", asks=_asks, makes=_makes, kinds=(ShotsDetailed,), upon=(ShotRevised,))
