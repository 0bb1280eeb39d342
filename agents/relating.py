"""What characters are to each other, scene by scene, as their cast members read it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import ClassVar

from pydantic import Field

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.bonds import MOST, Line, read_bonds
from cineledger.agents.reading import own_script, read_through
from cineledger.agents.role import Moment, Rules
from cineledger.agents.scene_lines import Heard, Present, heard, people_in
from cineledger.agents.working import SPOKEN, Made, Task
from cineledger.domain.canon.events import CharacterCast
from cineledger.domain.canon.prior import brought, prior_bond
from cineledger.domain.cast.bonds import RelationshipMoved
from cineledger.domain.cast.events import Alias, CastState, CharactersJoined, CharactersParted
from cineledger.domain.debate.options import AliasOption
from cineledger.domain.production.events import PhaseEntered, RoleJoined
from cineledger.domain.script.events import Scene
from cineledger.domain.state import State
from cineledger.domain.value import Value
from cineledger.domain.words import CAST_PREFIX, CHARACTER_NAME

_AXES = (("trust", "grows", "falls"), ("affection", "grows", "cools"), ("power", "rises", "falls"))
_TOLD, _FAR = 0.05, 0.3
"""How far an axis moves to be told, and to be told as a lot."""


class Step(Value):
    """How far one comes to stand otherwise to another in a scene; all zero where they only meet."""

    other: str
    trust: float = Field(ge=-MOST, le=MOST)
    affection: float = Field(ge=-MOST, le=MOST)
    power: float = Field(ge=-MOST, le=MOST)
    line: int | None
    """The place of the line that moved it, as asked about."""
    quote: str
    reason: str


class Met(Value):
    """What a scene moves between a character and those she meets in it."""

    steps: tuple[Step, ...]


class MeetInScene(Ask):
    """How does this scene move what you and those you meet in it are to each other?"""

    ANSWER: ClassVar[type[Value]] = Met
    character: str
    people: tuple[Present, ...]
    lines: tuple[Heard, ...]
    notes: tuple[str, ...]
    """What was said of how you read it."""

    def faults(self, answer: Met) -> Iterator[str]:
        """Steps towards people who are not there, two towards one, moved by lines that nobody hears."""
        others = [one.person for one in self.people if one.person != self.character]
        yield from checking.once((step.other for step in answer.steps), "the step towards")
        yield from checking.known((step.other for step in answer.steps), others, "other person in the scene")
        heard = {line.place: line.text for line in self.lines}
        for step in answer.steps:
            yield from checking.said(step.reason, f"the reason of the step towards {step.other}")
            if step.line is not None and step.line not in heard:
                yield f"there is no line {step.line} in this scene"
            elif not checking.says(step.quote, heard.values() if step.line is None else (heard[step.line],)):
                yield f"{step.quote!r} moves you towards {step.other}, and nobody says it at line {step.line}"


def plays(state: State, scene: Scene, person: str) -> bool:
    """The person has a cue in the scene."""
    cues = (e.character for e in scene.written.elements if e.kind == "cue" and e.character)
    return any(state.cast.person(cue) == person for cue in cues)


def settled(state: State) -> CastState:
    """Who stands for whom, once the decisions about names that are taken are carried out."""
    cast = state.cast
    for question in state.debate.questions.values():
        if question.opened.subject != CHARACTER_NAME:
            continue
        decided = question.proposal(question.approved or 0)
        if not decided or not isinstance(decided.option, AliasOption):
            continue
        option, aliases = decided.option, cast.aliases
        for name in option.names:
            held = aliases.get(name)
            if held is not None and held.question == question.number and held.into != option.keep:
                aliases = aliases.delete(name)
        if option.gone is not None and option.keep is not None and option.gone not in aliases:
            if replace(cast, aliases=aliases).person(option.keep) != option.gone:
                aliases = aliases.set(option.gone, Alias(option.keep, question.number))
        cast = replace(cast, aliases=aliases)
    return cast


def _scenes(moment: Moment) -> Iterator[tuple[Scene, tuple[Present, ...]]]:
    """The scenes in which the character is with somebody, in the order of the script."""
    cast, character = settled(moment.state), moment.role.removeprefix(CAST_PREFIX)
    for scene in moment.state.script.present():
        people = people_in(cast, scene)
        if len(people) > 1 and any(one.person == character for one in people):
            yield scene, people


def _asks(moment: Moment) -> Sequence[Ask]:
    character = moment.role.removeprefix(CAST_PREFIX)
    return [
        MeetInScene(
            role=moment.role,
            character=character,
            people=people,
            lines=heard(people, scene),
            notes=_notes(moment.state, character, scene.written.scene),
        )
        for scene, people in _scenes(moment)
    ]


def _notes(state: State, character: str, scene: str) -> tuple[str, ...]:
    return tuple(
        note
        for work in state.works.of(RelationshipMoved).values()
        if (work.character, work.scene) == (character, scene)
        for note in state.works.notes(RelationshipMoved, work.key)
    )


def _makes(moment: Moment, answers: Sequence[Met]) -> Iterable[Made]:
    """How the character stands to each other after each scene that moved it, or in which they first meet.

    Who was cast from canon begins where that left her.
    """
    character = moment.role.removeprefix(CAST_PREFIX)
    stands: dict[str, tuple[float, float, float]] = {}
    came = brought(moment.state, character)
    rests = () if came is None else (came.number,)
    for place, ((scene, people), answer) in enumerate(zip(_scenes(moment), answers, strict=True)):
        others = {one.person for one in people} - {character}
        for step in answer.steps:
            if step.other not in others:
                continue
            others.remove(step.other)
            first = step.other not in stands
            before = stands.get(step.other, prior_bond(moment.state, character, step.other))
            moves = (step.trust, step.affection, step.power)
            start = before or (0.0, 0.0, 0.0)
            after = tuple(
                round(max(-1.0, min(1.0, a + b)), 2) + 0.0 for a, b in zip(start, moves, strict=True)
            )
            if not first and before == after:
                continue
            trust, affection, power = after
            stands[step.other] = (trust, affection, power)
            yield Made(
                RelationshipMoved(
                    reason=step.reason,
                    rests=tuple(sorted({scene.number, *rests})),
                    character=character,
                    other=step.other,
                    scene=scene.written.scene,
                    trust=trust,
                    affection=affection,
                    power=power,
                    moved=_told(before, after, first=first),
                    line=step.line if _there(scene, step.line) else None,
                    quote=step.quote,
                ),
                (place,),
            )


def _there(scene: Scene, line: int | None) -> bool:
    return line is not None and 0 <= line < len(scene.written.elements)


def _told(before: Sequence[float] | None, after: Sequence[float], *, first: bool) -> str:
    """What moved, and which way; in their first scene that they meet, or meet again as canon left them."""
    told = [] if not first else ["they meet"] if before is None else ["they meet again"]
    for (axis, up, down), was, now in zip(_AXES, before or (0.0, 0.0, 0.0), after, strict=True):
        moved = now - was
        if abs(moved) >= _TOLD - 1e-9:
            told.append(f"{axis} {up if moved > 0 else down}{' a lot' if abs(moved) >= _FAR - 1e-9 else ''}")
    return ", ".join(told)


def _first_of_own(moment: Moment) -> bool:
    """A script of the crew's own whose words the read-through left is read once they are settled."""
    state = moment.state
    return own_script(state) and not state.works.of(RelationshipMoved)


def _concerns(moment: Moment) -> bool:
    """Lines or names may be others than when they were last read; what is said of the look moves nobody.

    A cast member whom a draft brings joins before the draft is whole, and reads it once it is.
    """
    event, character = moment.event, moment.role.removeprefix(CAST_PREFIX)
    if isinstance(event, PhaseEntered):
        due = event.phase == "planning" or event.default or _first_of_own(moment)
    elif isinstance(event, RoleJoined):
        due = moment.state.script.draft <= 1
    elif isinstance(event, CharacterCast):
        due = event.character == character
    else:
        due = not isinstance(event, SPOKEN)
    return due and not read_through(moment.state) and settled(moment.state).person(character) == character


def meet_in_scene(ask: MeetInScene) -> Met:
    """The house rule: signs of trust, affection and power in what is said and done, by degrees."""
    called = {name: one.person for one in ask.people for name in one.called}
    lines = [Line(**dict(line)) for line in ask.lines]
    return Met(steps=tuple(Step(**m._asdict()) for m in read_bonds(lines, called, ask.character)))


RELATING_TASKS: tuple[Task, ...] = (
    Task(
        since="planning",
        asks=_asks,
        makes=_makes,
        kinds=(RelationshipMoved,),
        upon=(CharactersJoined, CharactersParted, CharacterCast),
        concerns=_concerns,
    ),
)
RELATING_RULES: Rules = {MeetInScene: meet_in_scene}
