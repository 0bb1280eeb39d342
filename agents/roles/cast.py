"""A cast member: says what her character feels, scene by scene, and stands up for the character in debate."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, cast

from cineledger.agents.ask import Ask
from cineledger.agents.corresponding import ANSWER_COLLEAGUES, CORRESPONDING_RULES
from cineledger.agents.craft.feeling import read_feeling
from cineledger.agents.craft.language import is_english
from cineledger.agents.debating import ANSWER_ROUND
from cineledger.agents.knowing.learning import LEARNING_RULES, LEARNING_TASKS
from cineledger.agents.living.living import LIVING_RULES, LIVING_TASKS
from cineledger.agents.noting.feelings import ANSWER_FEELING_NOTES, FEELING_NOTE_RULES, Felt, unfelt
from cineledger.agents.noting.jumps import ANSWER_JUMPS, JUMP_RULES
from cineledger.agents.reading import by_person, own_script
from cineledger.agents.relating import RELATING_RULES, RELATING_TASKS, plays
from cineledger.agents.role import CAST, Habit, Moment, Rests, Role
from cineledger.agents.screenwriting.performing import (
    PERFORMING,
    PERFORMING_RULES,
    Perform,
    Performed,
    perform_ask,
    played,
    to_play,
)
from cineledger.agents.screenwriting.retaking import RETAKING
from cineledger.agents.standing import DEBATE_RULES
from cineledger.agents.working import working
from cineledger.domain.cast.commands import Feel
from cineledger.domain.cast.events import CharactersJoined, CharactersParted
from cineledger.domain.command import Command
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.production.events import RoleJoined
from cineledger.domain.script.events import Scene, ScriptPaged
from cineledger.domain.talk.commands import Pass
from cineledger.domain.value import Value
from cineledger.domain.words import CAST_PREFIX


class FeelScene(Ask):
    """What do you feel in this scene?"""

    ANSWER: ClassVar[type[Value]] = Felt
    character: str
    elements: tuple[Element, ...]

    def faults(self, answer: Felt) -> Iterator[str]:
        """A feeling off the scale, unknown in part, or moved by a line that is not there."""
        yield from unfelt(answer, self.elements)


def _character(moment: Moment) -> str:
    return moment.role.removeprefix(CAST_PREFIX)


def _scenes(moment: Moment) -> list[Scene]:
    """The scenes in which the character has a cue; where names were joined or parted, those it is about."""
    script, event = moment.state.script, moment.event
    about = event.scenes if isinstance(event, CharactersJoined | CharactersParted) else script.order
    scenes = (script.scenes[name] for name in about)
    return [s for s in scenes if not s.omitted and plays(moment.state, s, _character(moment))]


def _renamed(moment: Moment) -> bool:
    """The character's lines are others than before, by names joined or parted."""
    event, names = moment.event, tuple[str, ...]()
    if isinstance(event, CharactersJoined):
        names = (event.into,)
    elif isinstance(event, CharactersParted):
        names = (event.name, event.out_of)
    return _character(moment) in moment.state.cast.people(names) and bool(_scenes(moment))


def _unfelt(moment: Moment) -> list[Scene]:
    """Those of her scenes in which nothing is felt yet, or her lines are others by joined or parted names."""
    if isinstance(moment.event, CharactersJoined | CharactersParted):
        return _scenes(moment)
    character = moment.state.cast.characters.get(_character(moment))
    felt = character.feelings if character else {}
    return [scene for scene in _scenes(moment) if scene.written.scene not in felt]


def _revised(moment: Moment) -> bool:
    """A revised draft took from her what she felt, or gave her another scene; a new character has not read any."""
    character, script = moment.state.cast.characters.get(_character(moment)), moment.state.script
    known = character is not None and character.number < script.drafted
    again = cast(ScriptPaged, moment.event).default or (script.draft > 1 and known)
    return again and bool(_unfelt(moment))


def _due(moment: Moment) -> list[Scene]:
    """The scenes of which she says what she feels now; those of the crew's own screenplay she plays."""
    scenes = _unfelt(moment)
    return to_play(moment.state, scenes) if own_script(moment.state) else scenes


def _ask(moment: Moment, scene: Scene) -> FeelScene | Perform:
    state, me = moment.state, _character(moment)
    if own_script(state):
        return perform_ask(state, scene, me)
    return FeelScene(role=moment.role, character=me, elements=by_person(state, scene.written.elements))


def _asks(moment: Moment) -> Sequence[Ask]:
    return [_ask(moment, scene) for scene in _due(moment)]


def _feel(moment: Moment, answers: Sequence[Felt | Performed]) -> Sequence[Command | Rests]:
    character, at, done = _character(moment), moment.number, list[Rests]()
    for place, (scene, answer) in enumerate(zip(_due(moment), answers, strict=True)):
        ask = _ask(moment, scene)
        if isinstance(answer, Performed) and isinstance(ask, Perform):
            done += played(scene, ask, answer, at, place)
        else:
            feel = Feel(character=character, scene=scene.written.scene, at=at, **answer.model_dump())
            done.append(Rests(feel, (place,)))
    return done or (Pass(reason="the character has no scene yet"),)


def feel_scene(ask: FeelScene) -> Felt:
    """The house rule: a published lexicon over the lines; unknown where the language isn't English."""
    english = is_english("\n".join(element.text for element in ask.elements))
    return Felt(**read_feeling(ask.elements, ask.character, english)._asdict())


ROLE = Role(
    name="cast",
    rank=CAST,
    habits=working(
        (*RELATING_TASKS, *LIVING_TASKS, *LEARNING_TASKS),
        (
            *ANSWER_COLLEAGUES,
            ANSWER_ROUND,
            Habit(
                on=RoleJoined,
                concerns=lambda m: cast(RoleJoined, m.event).role == m.role,
                asks=_asks,
                acts=_feel,
            ),
            Habit(on=ScriptPaged, concerns=_revised, asks=_asks, acts=_feel),
            *RETAKING,
            *ANSWER_FEELING_NOTES,
            ANSWER_JUMPS,
            Habit(on=CharactersJoined, concerns=_renamed, asks=_asks, acts=_feel),
            Habit(on=CharactersParted, concerns=_renamed, asks=_asks, acts=_feel),
            *PERFORMING,
        ),
    ),
    in_series=(ANSWER_ROUND,),
    in_canon=(ANSWER_ROUND,),
    rules={
        **CORRESPONDING_RULES,
        **DEBATE_RULES,
        FeelScene: feel_scene,
        **FEELING_NOTE_RULES,
        **JUMP_RULES,
        **RELATING_RULES,
        **LIVING_RULES,
        **LEARNING_RULES,
        **PERFORMING_RULES,
    },
)
