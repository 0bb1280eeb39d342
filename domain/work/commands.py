"""Who may hand in what, and what it may speak of."""

from cineledger.domain.canon.finding import pointless
from cineledger.domain.cast.growth import may_be, may_go
from cineledger.domain.cast.identity import IdentityDrawn
from cineledger.domain.cast.lived import SceneLived
from cineledger.domain.cast.living import may_live
from cineledger.domain.cast.performing import SceneRehearsed, TakePlayed
from cineledger.domain.cast.takes import begun_anew, may_hear, may_play
from cineledger.domain.command import Command
from cineledger.domain.design.events import SetGathered
from cineledger.domain.event import Event
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State
from cineledger.domain.talk.events import ReactionPassed
from cineledger.domain.words import CAST_PREFIX, ORCHESTRATOR, cast_role
from cineledger.domain.work.kinds import KINDS
from cineledger.domain.work.work import Mentions, Work, WorkPresented, WorkStruck

STANDS = "what stands suits what it rests on"
"""Why a department says nothing: it has looked again."""


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
    """The pieces that are other than what stands, and what goes.

    Refuses work of other hands, and about what is not there. Silence where a second look saw the same, and where the
    production went on over what was looked at: then it is looked at again.
    """
    events: list[Event] = []
    silence = STANDS
    gathered = {work.set for work in command.works if isinstance(work, SetGathered)}
    for work in command.works:
        _may(state, work, by)
        if (gone := _overtaken(state, work, command.at)) is not None:
            silence = gone
            continue
        _there(state, work.mentions(), gathered)
        if isinstance(work, TakePlayed):
            may_play(state, work)
        elif isinstance(work, SceneRehearsed):
            may_hear(state, work)
        elif isinstance(work, SceneLived):
            may_live(state, work)
        elif isinstance(work, IdentityDrawn):
            may_be(state, work)
        if (former := state.works.overruled.get(f"{type(work).__name__}/{work.key}")) and work.same(
            former.fact
        ):
            raise Refused(
                f"that was overruled at {former.number}: {former.notes[-1]}",
                "Make it otherwise, or not at all.",
            )
        if not work.same(state.works.get(type(work), work.key)):
            events.append(work)
            if isinstance(work, TakePlayed):
                events += begun_anew(state, work)
    for strike in command.strikes:
        standing = state.works.standing(KINDS[strike.work], strike.key) if strike.work in KINDS else None
        if standing is not None:
            _may(state, standing.fact, by)
            may_go(state, standing.fact)
            events.append(WorkStruck(**dict(strike)))
    return [*events, *pointless(state, events)] or [ReactionPassed(reason=silence)]


def maker(work: Work) -> str:
    """The role whose work it is."""
    return cast_role(getattr(work, "character", "")) if work.BY == "cast" else work.BY


def _may(state: State, work: Work, by: str) -> None:
    if by != maker(work):
        raise Refused(f"{by} may not hand in a {work.NOUN}", f"{maker(work)} does.")
    character = by.removeprefix(CAST_PREFIX)
    if work.BY == "cast" and (person := state.cast.person(character)) != character:
        raise Refused(f"{character} is {person} now", f"{cast_role(person)} speaks for both.")


def _overtaken(state: State, work: Work, at: int | None) -> str | None:
    """What of it went, or got other lines, after the event at which it was looked at; None where nothing did."""
    if at is None:
        return None
    if work.WHOLE and state.script.drafted > at:
        return f"the script has other lines since {at}"
    if isinstance(work, SceneLived):
        identity = state.works.standing(IdentityDrawn, work.character)
        if identity is not None and identity.number > at:
            return f"who {work.character} is was told otherwise since {at}"
        cast = state.canon.cast.get(work.character)
        if cast is not None and cast.number > at:
            return f"{work.character} was cast since {at}"
    mentions = work.mentions()
    for name in mentions.shots:
        shot = state.shots.shots.get(name)
        if shot is not None and shot.status == "omitted" and shot.number > at:
            return f"shot {name} was omitted since {at}"
    for name in mentions.named:
        scene = state.script.scenes.get(name)
        if scene is not None and scene.omitted and state.script.drafted > at:
            return f"scene {scene.written.number} was left out since {at}"
    for name in mentions.sets:
        if state.works.struck.get(f"{SetGathered.__name__}/{name}", -1) > at:
            return f"set {name} was struck since {at}"
    for name, _ in mentions.lines:
        scene = state.script.scenes.get(name)
        if scene is not None and scene.number > at:
            return f"scene {scene.written.number} has other lines since {at}"
    return None


def _there(state: State, mentions: Mentions, gathered: set[str]) -> None:
    """Refuses scenes, lines, people, shots and sets that are not there."""
    for name in mentions.named:
        scene = state.script.scenes.get(name)
        if scene is None or scene.omitted:
            raise Refused(f"there is no scene {name}", "See: cineledger sql 'from scenes'")
    for name, line in mentions.lines:
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
