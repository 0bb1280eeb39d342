"""What a scene may do to somebody: as much as what happened in it can, from the mood that she brought."""

from collections.abc import Sequence

from cineledger.domain.canon.prior import prior_mood
from cineledger.domain.cast.affect import UNKNOWN, Affect, decayed, moved, named, temperament
from cineledger.domain.cast.elapsed import clock, told_time
from cineledger.domain.cast.identity import IdentityDrawn
from cineledger.domain.cast.lived import SceneLived
from cineledger.domain.fountain.hours import hour_told
from cineledger.domain.refusal import Refused
from cineledger.domain.script.events import SceneWritten, ScriptState
from cineledger.domain.state import State


def may_live(state: State, lived: SceneLived) -> None:
    """Refuses a mood that does not follow from the mood before, the time between, and what the scene is to her."""
    who, number = lived.character, state.script.scenes[lived.scene].written.number
    if not lived.goal and lived.progress is not None:
        raise Refused(f"{who} comes nearer to nothing in scene {number}", "Name the goal.")
    if not lived.read and (lived.goal or lived.appraisals):
        raise Refused(f"what was told of scene {number} was read in it", "Say that it could be read.")
    came = brought(state, who, lived.scene)
    if lived.came != came:
        raise Refused(
            f"{who} comes into scene {number} {_at(came)}, not {_at(lived.came)}", "Go on from there."
        )
    left = leaves(came, lived)
    if lived.left != left:
        raise Refused(
            f"scene {number} leaves {who} {_at(left)}, not {_at(lived.left)}", "Feel no more than that."
        )
    if lived.mood != called(left, lived.read):
        raise Refused(
            f"a mood at {_at(left)} is not called {lived.mood}", f"It is {called(left, lived.read)}."
        )


def brought(state: State, character: str, scene: str) -> Affect:
    """The mood she brings into a scene: what her last scene before it left, decayed towards what she is like.

    Into her first one she brings what her last life left, where she was cast from canon.
    """
    alike = temperament_of(state, character)
    present = [other.written for other in state.script.present()]
    at = next(place for place, other in enumerate(present) if other.scene == scene)
    for place in range(at - 1, -1, -1):
        before = state.works.get(SceneLived, f"{character}/{present[place].scene}")
        if before is not None:
            return decayed(before.left, alike, _between(present[: at + 1], place))
    return prior_mood(state, character, alike) or alike


def _between(scenes: Sequence[SceneWritten], place: int) -> float:
    """Hours from a scene to the last of these, counted from where its time of day was last told."""
    start = place
    while start and hour_told(scenes[start].day_night) is None:
        start -= 1
    passed = clock(tuple(map(told_time, scenes[start:], (None, *scenes[start:]))))
    return passed[-1] - passed[place - start]


def temperament_of(state: State, character: str) -> Affect:
    """What she is like where nothing happens to her, as her identity stands."""
    drawn = state.works.get(IdentityDrawn, character)
    return temperament(drawn.identity if drawn else None)


def hours(script: ScriptState) -> dict[str, float]:
    """Scene → hours of the story from the first scene to it."""
    present = [scene.written for scene in script.present()]
    passed = clock(tuple(map(told_time, present, (None, *present))))
    return {scene.scene: time for scene, time in zip(present, passed, strict=True)}


def leaves(came: Affect, lived: SceneLived) -> Affect:
    """The mood a scene leaves her in, by the emotions that it is to her."""
    return moved(came, ((one.emotion, one.intensity) for one in lived.appraisals))


def called(mood: Affect, read: bool) -> str:
    """The name of a mood, if anybody could tell it."""
    return named(mood) if read else UNKNOWN


def _at(mood: Affect) -> str:
    return f"({mood.valence:g}, {mood.arousal:g}, {mood.dominance:g})"
