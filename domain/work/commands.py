"""Who may hand in what, and what it may speak of."""

from cineledger.domain.command import Command
from cineledger.domain.design.events import SetGathered
from cineledger.domain.event import Event
from cineledger.domain.refusal import Refused
from cineledger.domain.script.writing import current
from cineledger.domain.state import State
from cineledger.domain.talk.events import ReactionPassed
from cineledger.domain.words import CAST_PREFIX, ORCHESTRATOR, cast_role
from cineledger.domain.work.kinds import KINDS
from cineledger.domain.work.work import Mentions, Work, WorkPresented, WorkStruck


class Strike(Command):
    """Take a piece of work back."""

    work: str
    key: str
    reason: str


class Deliver(Command):
    """Hand in work, and take back what no longer stands."""

    works: tuple[Work, ...] = ()
    strikes: tuple[Strike, ...] = ()
    at: int | None = None
    """The event after which what it rests on was read."""


class Present(Command):
    """Show the director the work of the phase."""

    text: str


def present(state: State, command: Present, by: str) -> list[Event]:
    """A department's showing, once a phase."""
    phase = state.production.phase
    if phase is None or by.startswith(CAST_PREFIX) or by == ORCHESTRATOR:
        raise Refused(f"{by} has nothing to present", "Departments do, in a phase.")
    if by in state.works.presented:
        raise Refused(f"{by} has presented in {phase}", "Once is enough.")
    return [WorkPresented(phase=phase, text=command.text)]


def deliver(state: State, command: Deliver, by: str) -> list[Event]:
    """The pieces that are other than what stands, and what goes; silence where somebody's second look saw the same.

    Refuses work of other hands, and about what is not there.
    """
    events: list[Event] = []
    gathered = {work.set for work in command.works if isinstance(work, SetGathered)}
    for work in command.works:
        _may(state, work, by)
        if work.WHOLE and command.at is not None and command.at < state.script.drafted:
            raise Refused(f"the script has other lines since {command.at}", "Read it as it stands now.")
        _there(state, work.mentions(), gathered, command.at)
        if not work.same(state.works.get(type(work), work.key)):
            events.append(work)
    for strike in command.strikes:
        standing = state.works.standing(KINDS[strike.work], strike.key) if strike.work in KINDS else None
        if standing is not None:
            _may(state, standing.fact, by)
            events.append(WorkStruck(**dict(strike)))
    return events or [ReactionPassed(reason="the work stands as it is handed in")]


def maker(work: Work) -> str:
    """The role whose work it is."""
    return cast_role(getattr(work, "character", "")) if work.BY == "cast" else work.BY


def _may(state: State, work: Work, by: str) -> None:
    if by != maker(work):
        raise Refused(f"{by} may not hand in a {work.NOUN}", f"{maker(work)} does.")
    character = by.removeprefix(CAST_PREFIX)
    if work.BY == "cast" and (person := state.cast.person(character)) != character:
        raise Refused(f"{character} is {person} now", f"{cast_role(person)} speaks for both.")


def _there(state: State, mentions: Mentions, gathered: set[str], at: int | None) -> None:
    """Refuses scenes, lines, people, shots and sets that are not there, and lines of scenes rewritten since `at`."""
    for name in dict.fromkeys((*mentions.scenes, *(scene for scene, _ in mentions.lines))):
        scene = state.script.scenes.get(name)
        if scene is None or scene.omitted:
            raise Refused(f"there is no scene {name}", "See: cineledger sql 'from scenes'")
    for name, line in mentions.lines:
        current(state.script.scenes[name], at)
        if not 0 <= line < len(state.script.scenes[name].written.elements):
            raise Refused(f"scene {name} has no line {line}", "Cite a line of the scene.")
    for person in mentions.people:
        if person not in state.cast.characters:
            raise Refused(f"there is no character {person}", "See: cineledger sql 'from characters'")
    for slate in mentions.shots:
        shot = state.shots.shots.get(slate)
        if shot is None or shot.status == "omitted":
            raise Refused(f"there is no shot {slate}", "See: cineledger sql 'from shots'")
    for place in mentions.sets:
        if place not in gathered and state.works.get(SetGathered, place) is None:
            raise Refused(f"there is no set {place}", "See: cineledger sql 'from sets'")
