"""How shots join the list and change."""

from typing import Any

from cineledger.domain.command import Command
from cineledger.domain.debate.options import RevisionOption, ShotOption
from cineledger.domain.debate.question import Question
from cineledger.domain.event import Event
from cineledger.domain.office.trade_offs import given_up
from cineledger.domain.refusal import Refused
from cineledger.domain.script.layout import SPOKEN
from cineledger.domain.script.measure import eighths, seconds
from cineledger.domain.script.writing import current
from cineledger.domain.shots.events import (
    Shot,
    ShotOmitted,
    ShotPlanned,
    ShotReplanned,
    ShotRevised,
    ShotSpec,
)
from cineledger.domain.state import State, evolve
from cineledger.domain.talk.events import ReactionPassed
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
    at: int | None = None
    """The event after which the scene was looked at."""


class ReplanShot(PlanShot):
    """Plan a reopened shot on the lines as they are now."""

    shot: str


class OmitShot(Command):
    """Take a shot off the list that was reopened, or that an approved trade-off gives up."""

    shot: str
    reason: str


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
    place = len(state.shots.of_scene.get(command.scene, ()))
    while (slate := command.scene + setup_letters(place)) in state.shots.shots:
        place += 1
    return [ShotPlanned(shot=slate, setup=setup_letters(place), **_plan(state, command))]


def replan_shot(state: State, command: ReplanShot, by: str) -> list[Event]:
    """A reopened shot under its slate, on the lines and for the beat it has now."""
    _may(by)
    shot = _reopened(state, command.shot)
    if command.question is None:
        _technical(state)
        _require_free(state, shot)
    else:
        _decided(state, command.question, command.spec)
        if command.shot not in state.shots.of_question.get(command.question, ()):
            raise Refused(f"{command.shot} does not carry out question {command.question}", "Plan another.")
    if shot.planned.scene != command.scene:
        raise Refused(f"{command.shot} is a shot of scene {shot.planned.scene}", "Plan another.")
    return [ShotReplanned(shot=command.shot, setup=shot.planned.setup, **_plan(state, command))]


def omit_shot(state: State, command: OmitShot, by: str) -> list[Event]:
    """A shot, gone: what it was for is covered otherwise. It was reopened, or a trade-off gives it up."""
    _may(by)
    shot = state.shots.shots.get(command.shot)
    if shot is None or shot.status == "omitted" or command.shot not in given_up(state):
        shot = _reopened(state, command.shot)
    _require_free(state, shot)
    return [ShotOmitted(shot=command.shot, reason=command.reason)]


def _reopened(state: State, slate: str) -> Shot:
    shot = state.shots.shots.get(slate)
    if shot is None:
        raise Refused(f"there is no shot {slate}", "See: cineledger sql 'from shots'")
    if shot.status != "reopened":
        raise Refused(f"{slate} is {shot.status}, not reopened", "Its lines did not change.")
    return shot


def free_to_change(state: State, shot: Shot) -> bool:
    """The shot is a technical choice, or its question was dropped."""
    question = state.debate.questions.get(shot.question or 0)
    return question is None or question.status == "dropped"


def _require_free(state: State, shot: Shot) -> None:
    if not free_to_change(state, shot):
        raise Refused(
            f"{shot.planned.shot} was decided at question {shot.question}", "Have that decided again."
        )


def _plan(state: State, command: PlanShot) -> dict[str, Any]:
    """What a shot of these lines is; refuses lines, beats and people that are not there."""
    scene = state.script.scenes.get(command.scene)
    if scene is None or scene.beat(command.beat) is None:
        raise Refused(f"scene {command.scene} has no beat {command.beat}", "Break the scene down first.")
    current(scene, command.at)
    if not 0 <= command.first <= command.last < len(scene.written.elements):
        raise Refused(
            f"scene {command.scene} has no lines {command.first} to {command.last}",
            f"It has {len(scene.written.elements)}, counted from 0.",
        )
    unknown = [name for name in command.cast if name not in state.cast.characters]
    if unknown:
        raise Refused(f"there is no character {unknown[0]}", "See: cineledger sql 'from characters'")
    covered = scene.written.elements[command.first : command.last + 1]
    return {
        "scene": command.scene,
        "beat": command.beat,
        "spec": command.spec,
        "first": command.first,
        "last": command.last,
        "cast": state.cast.people(command.cast),
        "sound": "SYNC" if any(e.kind in SPOKEN for e in covered) else "MOS",
        "fps": FPS,
        "location": scene.written.location,
        "int_ext": scene.written.int_ext,
        "day_night": scene.written.day_night,
        "eighths": eighths(covered),
        "est_duration": seconds(covered),
        "notes": command.notes,
        "question": command.question,
    }


def _first_for_its_decision(state: State, command: PlanShot, number: int) -> None:
    """Refuses a second shot for one decision, and one for another beat than was asked about."""
    question, _ = _decided(state, number, command.spec)
    if (question.opened.scene, question.opened.beat) != (command.scene, command.beat):
        raise Refused(
            f"question {number} is not about beat {command.beat} of scene {command.scene}", "See it first."
        )
    planned = [s for s in state.shots.of_question.get(number, ()) if state.shots.shots[s].status != "omitted"]
    if planned:
        raise Refused(f"{planned[0]} carries out question {number}", "Revise that shot instead.")


def cover_scene(state: State, command: CoverScene, by: str) -> list[Event]:
    """The technical shots of a scene at once, silence where it needs none; refuses where others joined since `seen`."""
    technical = sum(free_to_change(state, shot) for shot in state.shots.scene(command.scene))
    if technical != command.seen:
        raise Refused(
            f"scene {command.scene} has {technical} technical shots, not {command.seen}", "Look at it again."
        )
    events: list[Event] = []
    for shot in command.shots:
        for event in plan_shot(state, shot, by):
            events.append(event)
            state = evolve(state, event, by)
    return events or [ReactionPassed(reason="what was decided covers the scene")]


def revise_shot(state: State, command: ReviseShot, by: str) -> list[Event]:
    """The shot with another spec, which a decided shot gets from a decision only; refuses the same again.

    Where a later decision came out the same, the shot carries out that one from here on.
    """
    _may(by)
    shot = state.shots.shots.get(command.shot)
    if shot is None or shot.status == "omitted":
        raise Refused(f"there is no shot {command.shot}", "See: cineledger sql 'from shots'")
    if shot.status == "reopened":
        raise Refused(f"the lines of {command.shot} changed", "Plan it again.")
    if command.question is None:
        _technical(state)
        _require_free(state, shot)
    else:
        question, option = _decided(state, command.question, command.spec)
        revised = option.shot if isinstance(option, RevisionOption) else None
        if command.shot != revised and command.shot not in state.shots.of_question.get(question.number, ()):
            raise Refused(
                f"question {question.number} is not about {command.shot}", "Name the shot it is about."
            )
    if shot.spec == command.spec and command.question in (None, shot.question):
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
