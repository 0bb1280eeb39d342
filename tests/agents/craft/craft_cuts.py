"""Scenes put together outside a production, to try the cut on."""

from collections.abc import Sequence
from typing import Any

from cineledger.agents.craft.assembled import Assembled, assemble
from cineledger.agents.craft.framed import SeenShot
from cineledger.agents.craft.passages import Passage, passages
from cineledger.domain.debate.options import Look
from cineledger.domain.shots.events import ShotSpec
from tests.agents.craft.craft_films import PLAIN, Scene, scenes, shoot


def shots_of(scene: Scene, look: Look = PLAIN) -> tuple[SeenShot, ...]:
    """The whole shot list of a scene as the bench gets it."""
    carried, planned = shoot(scene, look)
    spans = {beat.beat: (beat.first, beat.last) for beat in scene.beats}
    decided = [seen(spec, *spans[beat], beat=beat, decided=True) for beat, spec in carried.items()]
    return (*decided, *(seen(plan.spec, plan.first, plan.last, beat=plan.beat) for plan in planned))


def seen(spec: ShotSpec, first: int, last: int, *, beat: int = 1, decided: bool = False) -> SeenShot:
    """A shot of these lines."""
    return SeenShot(spec=spec, first=first, last=last, beat=beat, decided=decided)


def spec(size: str, kind: str, subject: str, movement: str = "STATIC") -> ShotSpec:
    """A shot of somebody or something."""
    return ShotSpec.model_validate(
        {
            "size": size,
            "type": kind,
            "angle": "EYE",
            "movement": movement,
            "support": "STICKS",
            "lens_mm": 50,
            "subject": subject,
            "description": f"{size} of {subject}",
        }
    )


def one(text: str) -> Scene:
    """The only scene of a script."""
    (scene,) = scenes(text)
    return scene


def cut(scene: Scene, shots: Sequence[SeenShot] | None = None, **more: Any) -> Assembled:
    """A scene put together: a first scene in a new place, classically paced, unless something else is said."""
    plain: dict[str, Any] = {
        "location": "KITCHEN",
        "day_night": "NIGHT",
        "elements": tuple(scene.elements),
        "beats": scene.beats,
        "called": (),
        "shots": tuple(shots if shots is not None else shots_of(scene)),
        "look": PLAIN,
        "pacing": "classical",
        "before": None,
        "arrival": "new",
        "last": False,
        "typed": None,
        "typed_out": None,
        "act": False,
        "serial": False,
        "notes": (),
    }
    return assemble(**plain | more)


def played(scene: Scene) -> tuple[Passage, ...]:
    """A scene's passages."""
    return passages(tuple(scene.elements), scene.beats)


def average(assembled: Assembled) -> float:
    """Seconds a shot stays."""
    return sum(cut.seconds for cut in assembled.cuts) / len(assembled.cuts)
