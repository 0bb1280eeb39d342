"""How shots join the list and change."""

from cineledger.domain.command import Command
from cineledger.domain.debate.events import Question
from cineledger.domain.debate.options import RevisionOption, ShotOption
from cineledger.domain.event import Event
from cineledger.domain.refusal import Refused
from cineledger.domain.script.measure import SPOKEN, eighths, seconds
from cineledger.domain.shots.events import ShotPlanned, ShotRevised, ShotSpec
from cineledger.domain.state import State
from cineledger.domain.words import setup_letters

TECHNICAL = "shot_detail"
"""The subject under which shots are planned without a question."""
FPS = 24


class PlanShot(Command):
    """Put a shot on the list."""

    scene: str
    beat: int
    spec: ShotSpec
    first: int
    last: int
    cast: tuple[str, ...]
    notes: str
    question: int | None = None


class ReviseShot(Command):
    """Make a planned shot differently."""

    shot: str
    spec: ShotSpec
    notes: str
    question: int | None = None


def plan_shot(state: State, command: PlanShot, by: str) -> list[Event]:
    """A shot under the next free slate of its scene."""
    _authority(state, command.question, command.spec, by)
    scene = state.script.scenes.get(command.scene)
    if scene is None or scene.beat(command.beat) is None:
        raise Refused(f"scene {command.scene} has no beat {command.beat}", "Break the scene down first.")
    if not 0 <= command.first <= command.last < len(scene.written.elements):
        raise Refused(
            f"scene {command.scene} has no lines {command.first} to {command.last}",
            f"It has {len(scene.written.elements)}, counted from 0.",
        )
    unknown = [name for name in command.cast if name not in state.cast.characters]
    if unknown:
        raise Refused(f"there is no character {unknown[0]}", "See: cineledger sql 'from characters'")
    place = len(state.shots.of_scene.get(command.scene, ()))
    while (slate := command.scene + setup_letters(place)) in state.shots.shots:
        place += 1
    covered = scene.written.elements[command.first : command.last + 1]
    return [
        ShotPlanned(
            scene=command.scene,
            beat=command.beat,
            shot=slate,
            setup=setup_letters(place),
            spec=command.spec,
            first=command.first,
            last=command.last,
            cast=command.cast,
            sound="SYNC" if any(e.kind in SPOKEN for e in covered) else "MOS",
            fps=FPS,
            location=scene.written.location,
            int_ext=scene.written.int_ext,
            day_night=scene.written.day_night,
            eighths=eighths(covered),
            est_duration=seconds(covered),
            notes=command.notes,
            question=command.question,
        )
    ]


def revise_shot(state: State, command: ReviseShot, by: str) -> list[Event]:
    """The shot with another spec; nothing where it has that spec already."""
    _authority(state, command.question, command.spec, by)
    shot = state.shots.shots.get(command.shot)
    if shot is None:
        raise Refused(f"there is no shot {command.shot}", "See: cineledger sql 'from shots'")
    if shot.spec == command.spec:
        raise Refused(f"{command.shot} is planned like that", "Nothing needs to be done.")
    return [ShotRevised(shot=command.shot, spec=command.spec, notes=command.notes, question=command.question)]


def _authority(state: State, question: int | None, spec: ShotSpec, by: str) -> None:
    """A shot rests on a decision that names it, or on the cinematographer's freedom in technical detail."""
    if by != "cinematographer":
        raise Refused(f"{by} may not set the shot list", "The cinematographer does.")
    if question is None:
        policy = state.production.policy.get(TECHNICAL)
        if policy is None or policy.tier != "autonomous":
            raise Refused("shot detail is not left to the cinematographer", "Open a question for it.")
        return
    asked = state.debate.questions.get(question)
    if asked is None or asked.approved is None:
        raise Refused(f"question {question} is not decided", "Have it decided first.")
    if _decided_spec(asked) != spec:
        raise Refused(f"that is not what was decided at {asked.decision}", "Carry out the decision as it is.")


def _decided_spec(question: Question) -> ShotSpec | None:
    approved = question.proposal(question.approved or 0)
    match approved.option if approved else None:
        case ShotOption(spec=spec) | RevisionOption(spec=spec):
            return spec
        case _:
            return None
