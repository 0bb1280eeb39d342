"""A cast member plays her scenes of the crew's own screenplay, one after another: for what she wants, in her words."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, cast

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.feeling import read_feeling
from cineledger.agents.craft.language import is_english
from cineledger.agents.craft.story import Told
from cineledger.agents.craft.wants import first_want
from cineledger.agents.noting.feelings import Felt, unfelt
from cineledger.agents.reading import by_person, read_through
from cineledger.agents.relating import plays
from cineledger.agents.role import Habit, Moment, Rests, Rules
from cineledger.domain.cast.commands import Feel
from cineledger.domain.cast.events import EmotionalStateChanged
from cineledger.domain.cast.performing import Mood, OwnLine, SceneRehearsed, TakePlayed
from cineledger.domain.cast.takes import own_lines
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.script.drafting import Sketch, people_of
from cineledger.domain.script.events import Scene
from cineledger.domain.script.screenwriting import one_line, text_faults
from cineledger.domain.state import State
from cineledger.domain.value import Value
from cineledger.domain.words import CAST_PREFIX
from cineledger.domain.work.commands import Deliver

LEARNED_BEFORE = 6
"""Things that she learned in earlier scenes and is reminded of."""


class Performed(Value):
    """A take."""

    intent: str
    """What she wants from whom, as something to do."""
    subtext: str
    felt: Felt
    """What she feels as the scene has done its work on her, and the line that moved her most."""
    lines: tuple[OwnLine, ...] = ()
    """What she says otherwise than it is written."""
    behaviour: str = ""
    learned: tuple[str, ...] = ()
    objects: str = ""
    """What in her part she would not do or say, and why."""

    @property
    def empty(self) -> bool:
        """There is nothing in it but a feeling."""
        return not (
            self.intent or self.subtext or self.lines or self.behaviour or self.learned or self.objects
        )


class Perform(Ask):
    """Play this scene as the one you are in it."""

    ANSWER: ClassVar[type[Value]] = Performed
    character: str
    person: Sketch | None
    """Who you are; None where nobody said."""
    elements: tuple[Element, ...]
    mine: tuple[int, ...]
    """Places of what you say."""
    free: bool
    """Your words may be other than those that are written."""
    before: Mood | None = None
    """What you bring from your scene before."""
    learned: tuple[str, ...] = ()
    """What you learned before this."""
    note: str = ""
    """The director's, on the take before."""
    played: Performed | None = None
    """The take before."""

    def faults(self, answer: Performed) -> Iterator[str]:
        """A feeling no line bears, words at cues that are not hers, words where they stand as written."""
        yield from unfelt(answer.felt, self.elements)
        for text in (answer.intent, answer.subtext, answer.behaviour, answer.objects, *answer.learned):
            if len(text) > checking.LONGEST:
                yield f"{text[:40]!r} … has {len(text)} characters, of at most {checking.LONGEST}"
        if answer.lines and not self.free:
            yield "the words stand as written now: `lines` is empty"
        yield from checking.once((own.line for own in answer.lines), "line")
        for own in answer.lines:
            if own.line not in self.mine:
                yield f"line {own.line} is not yours: yours are {', '.join(map(str, self.mine))}"
            yield from (f"line {own.line}: {fault}" for fault in text_faults(one_line(own.text)))


def _me(moment: Moment) -> str:
    return moment.role.removeprefix(CAST_PREFIX)


def perform_ask(state: State, scene: Scene, character: str) -> Perform:
    """What a cast member is asked about a scene of hers."""
    sketch = next((p for p in people_of(state) if p.name == character and p.who), None)
    earlier = _earlier(state, scene, character)
    takes = [t for s in earlier if (t := take_of(state, character, s.written.scene))]
    return Perform(
        role=CAST_PREFIX + character,
        character=character,
        person=sketch,
        elements=by_person(state, scene.written.elements),
        mine=own_lines(state, scene.written, character),
        free=read_through(state),
        before=_mood(state, earlier[-1], character) if earlier else None,
        learned=tuple(thing for take in takes for thing in take.learned)[-LEARNED_BEFORE:],
    )


def take_of(state: State, character: str, scene: str) -> TakePlayed | None:
    """Her take of a scene, if it stands."""
    return state.works.get(TakePlayed, f"{character}/{scene}")


def _earlier(state: State, scene: Scene, character: str) -> list[Scene]:
    """Her scenes before this one."""
    present = state.script.present()
    return [s for s in present[: present.index(scene)] if plays(state, s, character)]


def _mood(state: State, scene: Scene, character: str) -> Mood | None:
    known = state.cast.characters.get(character)
    felt = known.feelings.get(scene.written.scene) if known else None
    return Mood(feeling=felt.feeling, valence=felt.valence, arousal=felt.arousal) if felt else None


def to_play(state: State, scenes: Sequence[Scene]) -> list[Scene]:
    """Those of her unfelt scenes that she plays now: one after another while the words may change, else all at once."""
    return list(scenes[:1]) if read_through(state) else list(scenes)


def played(scene: Scene, ask: Perform, answer: Performed, at: int, place: int, take: int = 1) -> list[Rests]:
    """The take, where there is more to it than a feeling, and the feeling it ends in."""
    name, commands = scene.written.scene, list[Rests]()
    felt = answer.felt
    if take > 1 or not answer.empty:
        work = TakePlayed(
            character=ask.character,
            scene=name,
            take=take,
            intent=answer.intent,
            subtext=answer.subtext,
            lines=answer.lines,
            behaviour=answer.behaviour,
            before=ask.before,
            after=Mood(feeling=felt.feeling, valence=felt.valence, arousal=felt.arousal),
            learned=answer.learned,
            objects=answer.objects,
            reason=felt.reason,
        )
        commands.append(Rests(Deliver(works=(work,), at=at), (place,)))
    feel = Feel(character=ask.character, scene=name, at=at, **felt.model_dump())
    return [*commands, Rests(feel, (place,))]


def _next(moment: Moment) -> Scene | None:
    """Her next scene to play, as she has just played one in the read-through."""
    state, me = moment.state, _me(moment)
    event = cast(EmotionalStateChanged, moment.event)
    if event.character != me or not read_through(state):
        return None
    felt = state.cast.characters[me].feelings
    scenes = [s for s in state.script.present() if plays(state, s, me)]
    return next((s for s in scenes if s.written.scene not in felt), None)


def _next_asks(moment: Moment) -> Sequence[Ask]:
    scene = _next(moment)
    return () if scene is None else (perform_ask(moment.state, scene, _me(moment)),)


def _play_next(moment: Moment, answers: Sequence[Performed]) -> Sequence[Rests]:
    scene = _next(moment)
    assert scene is not None
    ask = perform_ask(moment.state, scene, _me(moment))
    return played(scene, ask, answers[0], moment.number, 0)


def _noted(moment: Moment) -> str:
    """The director's note on her take of the scene that was heard."""
    heard = cast(SceneRehearsed, moment.event)
    return next((one.note for one in heard.takes if one.character == _me(moment)), "")


def _again_ask(moment: Moment) -> Perform:
    state, heard, me = moment.state, cast(SceneRehearsed, moment.event), _me(moment)
    take = take_of(state, me, heard.scene)
    scene = state.script.scenes[heard.scene]
    felt = state.cast.characters[me].feelings.get(heard.scene)
    known = (
        Performed(
            **take.model_dump(include={"intent", "subtext", "lines", "behaviour", "learned", "objects"}),
            felt=Felt(**felt.model_dump(include=set(Felt.model_fields))),
        )
        if take and felt
        else None
    )
    ask = perform_ask(state, scene, me)
    return ask.model_copy(update={"note": _noted(moment), "played": known})


def _play_again(moment: Moment, answers: Sequence[Performed]) -> Sequence[Rests]:
    scene = moment.state.script.scenes[cast(SceneRehearsed, moment.event).scene]
    return played(scene, _again_ask(moment), answers[0], moment.number, 0, take=2)


def perform(ask: Perform) -> Performed:
    """The house rule: what the lexicon hears in the lines, and what she says that she wants; the words as written."""
    english = is_english("\n".join(element.text for element in ask.elements))
    felt = Felt(**read_feeling(ask.elements, ask.character, english)._asdict())
    told = Told(number="", place="", eighths=1, elements=ask.elements)
    want = first_want((told,), ask.character) if english else None
    return Performed(intent=want.quote if want else "", subtext="", felt=felt)


PERFORMING = (
    Habit(
        on=EmotionalStateChanged,
        concerns=lambda m: _next(m) is not None,
        asks=_next_asks,
        acts=_play_next,
    ),
    Habit(
        on=SceneRehearsed,
        concerns=lambda m: bool(_noted(m)) and read_through(m.state),
        asks=lambda m: (_again_ask(m),),
        acts=_play_again,
    ),
)
"""The habits by which a cast member goes on to her next scene, and plays one again on the director's note."""
PERFORMING_RULES: Rules = {Perform: perform}
