"""How shots join the list and change."""

from cineledger.domain.command import Command
from cineledger.domain.debate.options import RevisionOption, ShotOption
from cineledger.domain.debate.state import Question
from cineledger.domain.event import Event
from cineledger.domain.refusal import Refused
from cineledger.domain.script.measure import SPOKEN, eighths, seconds
from cineledger.domain.shots.events import ShotPlanned, ShotRevised, ShotSpec
from cineledger.domain.state import State, evolve
from cineledger.domain.words import TECHNICAL, setup_letters

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


class CoverScene(Command):
    """Put the technical shots of a scene on the list."""

    scene: str
    seen: int
    """How many technical shots of the scene were counted when these were chosen."""
    shots: tuple[PlanShot, ...]


class ReviseShot(Command):
    """Make a planned shot differently."""

    shot: str
    spec: ShotSpec
    notes: str
    question: int | None = None


def plan_shot(state: State, command: PlanShot, by: str) -> list[Event]:
    """A shot under the next free slate of its scene: a technical one, or the one that carries out a decision."""
    _may(by)
    if command.question is None:
        _technical(state)
    else:
        _first_for_its_decision(state, command, command.question)
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
            cast=state.cast.people(command.cast),
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


def _first_for_its_decision(state: State, command: PlanShot, number: int) -> None:
    """Refuses a second shot for one decision, and one for another beat than was asked about."""
    question, _ = _decided(state, number, command.spec)
    if (question.opened.scene, question.opened.beat) != (command.scene, command.beat):
        raise Refused(
            f"question {number} is not about beat {command.beat} of scene {command.scene}", "See it first."
        )
    if planned := state.shots.of_question.get(number):
        raise Refused(f"{planned[0]} carries out question {number}", "Revise that shot instead.")


def cover_scene(state: State, command: CoverScene, by: str) -> list[Event]:
    """The technical shots of a scene at once; refuses where others joined since `seen` were counted."""
    technical = sum(shot.question is None for shot in state.shots.scene(command.scene))
    if technical != command.seen:
        raise Refused(
            f"scene {command.scene} has {technical} technical shots, not {command.seen}", "Look at it again."
        )
    events: list[Event] = []
    for shot in command.shots:
        for event in plan_shot(state, shot, by):
            events.append(event)
            state = evolve(state, event, by)
    return events


def revise_shot(state: State, command: ReviseShot, by: str) -> list[Event]:
    """The shot with another spec, which a decided shot gets from a decision only; refuses the same spec again."""
    _may(by)
    shot = state.shots.shots.get(command.shot)
    if shot is None:
        raise Refused(f"there is no shot {command.shot}", "See: cineledger sql 'from shots'")
    if command.question is None:
        _technical(state)
        if shot.question is not None:
            raise Refused(
                f"{command.shot} was decided at question {shot.question}", "Have that decided again."
            )
    else:
        question, option = _decided(state, command.question, command.spec)
        revised = option.shot if isinstance(option, RevisionOption) else None
        if command.shot != revised and command.shot not in state.shots.of_question.get(question.number, ()):
            raise Refused(
                f"question {question.number} is not about {command.shot}", "Name the shot it is about."
            )
    if shot.spec == command.spec:
        raise Refused(f"{command.shot} is planned like that", "Nothing needs to be done.")
    return [ShotRevised(shot=command.shot, spec=command.spec, notes=command.notes, question=command.question)]


def _may(by: str) -> None:
    if by != "cinematographer":
        raise Refused(f"{by} may not set the shot list", "The cinematographer does.")


def _technical(state: State) -> None:
    """Refuses where the cinematographer isn't free in technical detail."""
    policy = state.production.policy.get(TECHNICAL)
    if policy is None or policy.tier != "autonomous":
        raise Refused("shot detail is not left to the cinematographer", "Open a question for it.")


def _decided(state: State, number: int, spec: ShotSpec) -> tuple[Question, ShotOption | RevisionOption]:
    """The question and the option that hold for it; refuses any other shot than the one decided."""
    question = state.debate.questions.get(number)
    if question is None or question.approved is None:
        raise Refused(f"question {number} is not decided", "Have it decided first.")
    approved = question.proposal(question.approved)
    option = approved.option if approved else None
    if not isinstance(option, ShotOption | RevisionOption) or option.spec != spec:
        raise Refused(
            f"that is not what was decided at {question.decision}", "Carry out the decision as it is."
        )
    return question, option
