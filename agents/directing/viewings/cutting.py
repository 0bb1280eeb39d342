"""Shots in the order in which a scene cuts them: as it is assembled, else as they are listed."""

from cineledger.domain.edit.events import SceneAssembled
from cineledger.domain.shots.events import Shot
from cineledger.domain.state import State


def as_cut(state: State, scene: str) -> tuple[Shot, ...]:
    """A scene's shots, one after another; the same one may come again."""
    assembled = state.works.get(SceneAssembled, scene)
    listed = state.shots.scene(scene)
    if assembled is None:
        return tuple(shot for shot in listed if shot.spec.type not in ("MASTER", "ESTABLISHING"))
    standing = {shot.planned.shot: shot for shot in listed}
    order = list[Shot]()
    for cut in assembled.cuts:
        shot = standing.get(cut.shot)
        if shot is not None and (not order or order[-1] is not shot):
            order.append(shot)
    return tuple(order)
