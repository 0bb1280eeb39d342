"""Every scene where it stands in the film: what comes before it, and what the script types around it."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from cineledger.agents.craft.assembled import Arrival
from cineledger.agents.craft.passages import is_fade, passages
from cineledger.agents.craft.transitions import daytime, lapse, near_in_time
from cineledger.agents.reading import played_scenes
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.script.events import Scene
from cineledger.domain.state import State


class Bench(NamedTuple):
    """A scene that can be put together, with where it stands."""

    scene: Scene
    before: Scene | None
    time: str | None
    """The time of day when the scene before ended, though its own slug line may only say LATER."""
    arrival: Arrival
    typed: str | None
    typed_out: str | None
    act: bool
    last: bool
    may_dissolve: bool = True
    """The film has not dissolved over time in the last few scenes."""


SELDOM = 8
"""Joins of which one at most is a dissolve that the script does not type: more are a habit, not a sign."""


def benches(state: State) -> list[Bench]:
    """Every scene that is read into beats, in the order of the film, with what the script types around it."""
    played = {scene.written.scene for scene in played_scenes(state) if scene.beats}
    waiting, order = list[str](), list[Bench]()
    before, time, act, seen = None, None, False, set[str | None]()
    dissolved = -SELDOM
    for scene in state.script.present():
        elements = scene.written.elements
        if scene.written.scene not in played:
            waiting += [text for _, text in _typed(elements)]
            act = act or any(e.kind == "section" for e in elements)
            continue
        lines = [p.first for p in passages(elements, scene.beats) if not is_fade(p.text)]
        first, last = (lines[0], lines[-1]) if lines else (0, 0)
        ahead = [text for place, text in _typed(elements) if place <= first]
        typed = (waiting + ahead)[-1:]
        arrival = _arrival(scene, before, time, seen)
        may = len(order) - dissolved >= SELDOM
        if may and not typed and before is not None and _lapses(scene, before, time):
            dissolved = len(order)
        order.append(Bench(scene, before, time, arrival, typed[0] if typed else None, None, act, False, may))
        time = scene.written.day_night if daytime(scene.written.day_night) else time
        waiting = [text for place, text in _typed(elements) if place > last]
        act = any(e.kind == "section" for e in elements[last:])
        before = scene
        seen.add(scene.written.location)
    if order:
        order[-1] = order[-1]._replace(last=True, typed_out=waiting[-1] if waiting else None)
    return order


def _lapses(scene: Scene, before: Scene, time: str | None) -> bool:
    """Time passes before a scene that a film may dissolve over."""
    here, then = scene.written, before.written
    if lapse(time, then.location, here.day_night, here.location) is None:
        return False
    return then.location != here.location or not near_in_time(time, here.day_night)


def _typed(elements: Sequence[Element]) -> list[tuple[int, str]]:
    return [
        (place, e.text)
        for place, e in enumerate(elements)
        if e.kind == "transition" or (e.kind == "action" and is_fade(e.text))
    ]


def _arrival(scene: Scene, before: Scene | None, time: str | None, seen: Collection[str | None]) -> Arrival:
    here, then = scene.written, before.written if before else None
    if here.location not in seen:
        return "new"
    if then is None or then.location != here.location:
        return "back"
    return "later" if lapse(time, then.location, here.day_night, here.location) else "on"
