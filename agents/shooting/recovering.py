"""Covering a revised scene: reopened shots are planned again or go, and new lines get shots of their own."""

from collections.abc import Sequence

from cineledger.agents.craft.coverage import uncovered
from cineledger.agents.role import Moment
from cineledger.domain.command import Command
from cineledger.domain.script.events import Scene
from cineledger.domain.shots.commands import CoverScene, OmitShot, PlanShot, ReplanShot, free_to_change
from cineledger.domain.shots.events import Shot


def cover_again(moment: Moment, scene: Scene, plans: Sequence[PlanShot]) -> list[Command]:
    """What a revised scene's shot list lacks, out of all the technical shots that would be planned for it anew.

    What stands stays. A reopened shot becomes the likest one wanted for its beat, and where none is wanted it is
    omitted. Of the others, those are planned whose beat has no shot yet, or that cover a line which has none.
    """
    name, wanted = scene.written.scene, list(plans)
    shots = moment.state.shots.scene(name)
    technical = [shot for shot in shots if free_to_change(moment.state, shot)]
    standing = [shot for shot in shots if shot.status != "reopened" or shot not in technical]
    held = {shot.planned.beat for shot in standing}
    spans = [(shot.first, shot.last) for shot in standing if shot.status != "reopened"]
    spans += [(beat.first, beat.last) for beat in scene.beats if beat.beat in held & {*scene.debated}]
    again, gone = list[Command](), list[Command]()
    for shot in technical:
        if shot.status != "reopened":
            continue
        plan = _likest(shot, wanted)
        if plan is None:
            gone.append(OmitShot(shot=shot.planned.shot, reason="its lines are covered otherwise now"))
            continue
        wanted.remove(plan)
        held.add(plan.beat)
        spans.append((plan.first, plan.last))
        again.append(planned_again(shot, plan))
    bare = set(uncovered(scene.written.elements, spans))
    new = [p for p in wanted if p.beat not in held or bare.intersection(range(p.first, p.last + 1))]
    covered: list[Command] = []
    if new:
        covered.append(CoverScene(scene=name, seen=len(technical), shots=tuple(new)))
    return [*covered, *again, *gone]


def planned_again(shot: Shot, plan: PlanShot) -> ReplanShot:
    """A reopened shot, planned like this under its slate."""
    return ReplanShot(shot=shot.planned.shot, **dict(plan))


def _likest(shot: Shot, wanted: Sequence[PlanShot]) -> PlanShot | None:
    """Of the shots wanted for the same beat, one of the same people and kind before any other."""
    planned = shot.planned
    choices = [plan for plan in wanted if plan.beat == planned.beat]
    return min(
        choices,
        key=lambda p: (p.cast != planned.cast, p.spec.type != shot.spec.type, p.spec.size != shot.spec.size),
        default=None,
    )
