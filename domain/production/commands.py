"""What may be done to a production as a whole."""

from collections.abc import Sequence
from typing import Literal

from cineledger.domain.command import Command
from cineledger.domain.debate.approvals import standing_approval
from cineledger.domain.event import Event
from cineledger.domain.persona.events import CarriedLesson, CrewCameFrom, LessonsTaken
from cineledger.domain.production.events import (
    ApprovalModeSet,
    BroadcastSent,
    ConstraintImposed,
    Form,
    IdeaStated,
    PhaseEntered,
    PolicySet,
    ProductionOpened,
    RoleJoined,
    StandingOrderGiven,
    VisionStated,
)
from cineledger.domain.refusal import Refused
from cineledger.domain.series.events import SeriesBibleTaken, SeriesJoined, SeriesWordsTaken
from cineledger.domain.series.said import said_anew
from cineledger.domain.state import State
from cineledger.domain.talk.events import ReactionPassed
from cineledger.domain.value import Value
from cineledger.domain.words import CAST_PREFIX, ORCHESTRATOR, PHASES, ApprovalMode, Phase


class Remembering(Value):
    """What one role remembers of the films that its crew made before."""

    role: str
    lessons: tuple[CarriedLesson, ...]


class OpenProduction(Command):
    """Begin a production with what it works by."""

    title: str
    vision: str
    idea: str | None
    policy: tuple[PolicySet, ...]
    orders: tuple[StandingOrderGiven, ...]
    crew: tuple[str, ...]
    beside: Literal["series", "character"] | None = None
    """It is a series, which holds episodes, or a character's, which holds lives; neither has a script."""
    joins: SeriesJoined | None = None
    """The place it has in a series, where it is an episode."""
    bible: SeriesBibleTaken | None = None
    words: SeriesWordsTaken | None = None
    """What it takes over from that series."""
    came: CrewCameFrom | None = None
    """The films that its crew made before, where they made any."""
    lessons: tuple[Remembering, ...] = ()
    """What its roles remember of those."""


class Impose(Command):
    """State a vision, impose a constraint, or speak to the crew."""

    kind: str
    """vision, constraint or broadcast"""
    text: str


class SetApprovalMode(Command):
    """Say who answers requests for approval from now on."""

    mode: ApprovalMode
    default: bool


class EnterPhase(Command):
    """Move work to a phase."""

    phase: Phase
    default: bool = False


class JoinCrew(Command):
    """Have a role join a production that is under way."""

    role: str
    policy: tuple[PolicySet, ...] = ()
    orders: tuple[StandingOrderGiven, ...] = ()
    """What is assumed about the subjects it asks on, where nothing was said yet."""
    came: CrewCameFrom | None = None
    lessons: tuple[CarriedLesson, ...] = ()
    """What it remembers of films it made before, and which those are."""


def only_orchestrator(by: str, what: str) -> None:
    """Refuses anybody but the human."""
    if by != ORCHESTRATOR:
        raise Refused(f"{by} may not {what}", "Only the orchestrator may.")


def words(text: str, what: str) -> str:
    """Text with something in it; refuses nothing at all."""
    if not text.strip():
        raise Refused(f"the {what} is empty", f"Say the {what} in a sentence.")
    return text.strip()


def open_production(state: State, command: OpenProduction, by: str) -> list[Event]:
    """The first events of a production; the script's follow from their own command."""
    only_orchestrator(by, "open a production")
    if state.number >= 0:
        raise Refused("the production is open already", "Choose another name.")
    form: Form = command.beside or ("script" if command.idea is None else "idea")
    events: list[Event] = [ProductionOpened(title=command.title, form=form)]
    if command.joins is not None:
        events.append(command.joins)
    if command.bible is not None:
        events.append(command.bible)
    if command.words is not None:
        own, said = bool(command.vision.strip()), said_anew(None, command.words)
        events += [command.words, *(e for e in said if not (own and isinstance(e, VisionStated)))]
    if command.vision.strip():
        events.append(VisionStated(text=command.vision.strip()))
    if command.idea is not None:
        events.append(IdeaStated(text=words(command.idea, "idea")))
    events.extend(command.policy)
    given = {e.subject for e in events if isinstance(e, StandingOrderGiven)}
    events.extend(order for order in command.orders if order.subject not in given)
    events.extend(RoleJoined(role=role) for role in command.crew)
    return [*events, *_remembered(command.came, command.lessons, len(events))]


def _remembered(came: CrewCameFrom | None, lessons: Sequence[Remembering], number: int) -> list[Event]:
    """The films that a crew comes from, as event `number`, and what of them it remembers."""
    if came is None:
        return []
    told = (LessonsTaken(role=one.role, lessons=one.lessons, came=number) for one in lessons if one.lessons)
    return [came, *told]


def join_crew(state: State, command: JoinCrew, by: str) -> list[Event]:
    """The role on the roster, under the policy that its subjects have or are assumed to have."""
    only_orchestrator(by, "change the crew")
    if command.role.startswith(CAST_PREFIX) or command.role == ORCHESTRATOR:
        raise Refused(f"{command.role} is nobody of the crew", "Cast members join with their characters.")
    if command.role in state.production.roster:
        raise Refused(f"{command.role} is on the roster", "See: cineledger crew NAME")
    production = state.production
    joins: list[Event] = [
        *(policy for policy in command.policy if policy.subject not in production.policy),
        *(order for order in command.orders if order.subject not in production.orders),
        RoleJoined(role=command.role),
    ]
    brought = (Remembering(role=command.role, lessons=command.lessons),)
    return [*joins, *_remembered(command.came, brought, state.number + 1 + len(joins))]


def impose(state: State, command: Impose, by: str) -> list[Event]:
    """The orchestrator's words as an event."""
    only_orchestrator(by, f"set the {command.kind}")
    text = words(command.text, command.kind)
    match command.kind:
        case "vision":
            return [VisionStated(text=text)]
        case "constraint":
            return [ConstraintImposed(text=text)]
        case "broadcast":
            return [BroadcastSent(text=text)]
        case other:
            raise Refused(f"{other} is nothing to impose", "Use vision, constraint or broadcast.")


def set_approval_mode(state: State, command: SetApprovalMode, by: str) -> list[Event]:
    """The mode, and what the standing orders then approve of all that waits."""
    only_orchestrator(by, "say who approves")
    events: list[Event] = []
    if command.mode != state.production.mode or state.production.chosen == command.default:
        events.append(ApprovalModeSet(mode=command.mode, default=command.default))
    if command.mode == "standing":
        for number in sorted(state.debate.undecided):
            question = state.debate.questions[number]
            if question.recommended is not None:
                events.extend(standing_approval(state, question, question.recommended))
    return events


def enter_phase(state: State, command: EnterPhase, by: str) -> list[Event]:
    """The next phase; the director may enter it once nothing is undecided, the orchestrator at any time.

    Where the work has moved there already, the director has nothing to say.
    """
    now = state.production.phase
    if by not in (ORCHESTRATOR, "director"):
        raise Refused(f"{by} may not open a phase", "The director and the orchestrator may.")
    following = PHASES[0] if now is None else PHASES[min(PHASES.index(now) + 1, len(PHASES) - 1)]
    if command.phase == now and by != ORCHESTRATOR:
        return [ReactionPassed(reason=f"{now} is where the work is")]
    if by != ORCHESTRATOR:
        if command.phase != following:
            raise Refused(f"{command.phase} does not follow {now}", f"{following} is next.")
        if state.debate.undecided:
            first = min(state.debate.undecided)
            raise Refused(
                f"{len(state.debate.undecided)} questions of {now} are undecided, the first at {first}",
                "Decide them first.",
            )
        if due := state.notes.due(now):
            raise Refused(
                f"the orchestrator's note {due[0].number} has no answer",
                f"{due[0].to} has to answer it first.",
            )
    return [PhaseEntered(phase=command.phase, default=command.default)]
