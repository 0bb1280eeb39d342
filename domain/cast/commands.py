"""What a cast member may say of her character, and how names come to stand for one character."""

from dataclasses import replace

from cineledger.domain.cast.bonds import RelationshipMoved
from cineledger.domain.cast.events import CharactersJoined, CharactersParted, EmotionalStateChanged
from cineledger.domain.cast.knowledge import SceneLearned
from cineledger.domain.cast.lived import SceneLived
from cineledger.domain.command import Command
from cineledger.domain.debate.options import AliasOption
from cineledger.domain.event import Event
from cineledger.domain.refusal import Refused
from cineledger.domain.script.writing import current
from cineledger.domain.state import State, evolve
from cineledger.domain.words import cast_role
from cineledger.domain.work.work import WorkStruck


class Feel(Command):
    """Set what a character feels in a scene."""

    character: str
    scene: str
    feeling: str
    valence: float | None
    arousal: float | None
    line: int | None
    quote: str
    reason: str
    at: int | None = None
    """The event after which the scene was read."""


class SettleNames(Command):
    """Have two names stand for one character or for two, as was decided."""

    question: int


def feel(state: State, command: Feel, by: str) -> list[Event]:
    """The character's state in a scene, set by nobody but her own cast member."""
    if by != cast_role(command.character):
        raise Refused(f"{by} may not say what {command.character} feels", "Her own cast member does.")
    if command.character not in state.cast.characters:
        raise Refused(f"there is no character {command.character}", "See: cineledger sql 'from characters'")
    if (person := state.cast.person(command.character)) != command.character:
        raise Refused(f"{command.character} is {person} now", f"{cast_role(person)} says what is felt.")
    scene = state.script.scenes.get(command.scene)
    if scene is None or scene.omitted:
        raise Refused(f"there is no scene {command.scene}", "See: cineledger sql 'from scenes'")
    current(scene, command.at)
    if command.line is not None and not 0 <= command.line < len(scene.written.elements):
        raise Refused(f"scene {command.scene} has no line {command.line}", "Cite a line of the scene.")
    return [EmotionalStateChanged(**command.model_dump(exclude={"at"}))]


def settle_names(state: State, command: SettleNames, by: str) -> list[Event]:
    """The names parted where they were joined otherwise, and joined where that was decided.

    With a name that goes, what others were to it goes.
    """
    if by != "writer":
        raise Refused(f"{by} may not join or part characters", "The writer does, once it is decided.")
    question = state.debate.questions.get(command.question)
    approved = question.proposal(question.approved or 0) if question else None
    option = approved.option if approved else None
    if not isinstance(option, AliasOption):
        raise Refused(
            f"question {command.question} has decided nothing about names", "Have it decided first."
        )
    events: list[Event] = []
    for name in option.names:
        alias = state.cast.aliases.get(name)
        if alias is not None and alias.question == command.question and alias.into != option.keep:
            events.append(_parted(state, name, command.question))
            state = evolve(state, events[-1], by)
    if option.gone is not None and option.keep is not None:
        alias = state.cast.aliases.get(option.gone)
        if alias is None or alias.into != option.keep:
            events.append(_joined(state, option.gone, option.keep, command.question))
            events.extend(_unrelated(state, option.gone))
            events.extend(_unlived(state, option.gone))
    if not events:
        raise Refused(f"{' and '.join(option.names)} stand as was decided", "Nothing needs to be done.")
    return events


def _joined(state: State, name: str, into: str, question: int) -> CharactersJoined:
    """The one name given up for the other; refuses names that stand for others already."""
    if name in state.cast.aliases:
        person = state.cast.person(name)
        raise Refused(f"{name} is {person} already", f"Have {name} and {person} parted first.")
    if state.cast.person(into) == name:
        raise Refused(f"{into} is {name} already", f"Have {into} and {name} parted first.")
    return CharactersJoined(name=name, into=into, question=question, scenes=_cued(state, name))


def _parted(state: State, name: str, question: int) -> CharactersParted:
    out_of = state.cast.person(name)
    alone = replace(state, cast=replace(state.cast, aliases=state.cast.aliases.delete(name)))
    return CharactersParted(name=name, out_of=out_of, question=question, scenes=_cued(alone, name))


def _unrelated(state: State, gone: str) -> list[Event]:
    """What others and a name were to each other goes with the name."""
    return [
        WorkStruck(work=RelationshipMoved.__name__, key=key, reason=f"{gone} is somebody else now")
        for key, bond in state.works.of(RelationshipMoved).items()
        if gone in (bond.character, bond.other)
    ]


def _unlived(state: State, gone: str) -> list[Event]:
    """What a name lived through and learned goes with it."""
    lived = [work for work in state.works.of(SceneLived).values() if work.character == gone]
    learned = [work for work in state.works.of(SceneLearned).values() if work.character == gone]
    return [
        WorkStruck(work=type(work).__name__, key=work.key, reason=f"{gone} is somebody else now")
        for work in (*lived, *learned)
    ]


def _cued(state: State, person: str) -> tuple[str, ...]:
    """The scenes with a cue that stands for this person, in order."""
    return tuple(
        scene.written.scene
        for scene in state.script.present()
        if any(
            element.kind == "cue" and state.cast.person(element.character or "") == person
            for element in scene.written.elements
        )
    )
