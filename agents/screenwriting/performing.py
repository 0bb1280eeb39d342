"""A cast member plays her scenes of the crew's own screenplay, one after another: for what she wants, in her words."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, cast

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.feeling import read_feeling
from cineledger.agents.craft.language import is_english
from cineledger.agents.craft.page import shorten
from cineledger.agents.craft.story import Told
from cineledger.agents.craft.tactic_words import Tactic
from cineledger.agents.craft.tactics import another, as_written
from cineledger.agents.craft.wants import first_want
from cineledger.agents.noting.feelings import Felt, unfelt
from cineledger.agents.reading import by_person, read_through
from cineledger.agents.relating import plays
from cineledger.agents.role import Habit, Moment, Rests, Rules
from cineledger.domain.cast.commands import Feel
from cineledger.domain.cast.events import EmotionalStateChanged
from cineledger.domain.cast.lived import SceneLived
from cineledger.domain.cast.performing import (
    Mood,
    OwnLine,
    TakePlayed,
    part,
)
from cineledger.domain.cast.takes import circled, own_lines, takes_of
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
NOTE_QUOTED = 80
"""Characters of a note that she comes back to."""


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
    tactic: str = ""
    """How she goes about it, as a verb to do to somebody: corner, coax."""

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
    tried: tuple[str, ...] = ()
    """The tactics of the takes before."""
    turn: str = ""
    """The kind of beat on which the scene turns for you; empty where nobody has read it into beats."""
    wants: str = ""
    """What you want in it, where that is on the record; the lines may not say."""
    asked: bool = False
    """The orchestrator wants to see it, or to see it again."""

    def faults(self, answer: Performed) -> Iterator[str]:
        """A feeling no line bears, words at cues that are not hers, words where they stand as written."""
        yield from unfelt(answer.felt, self.elements)
        for text in (
            answer.intent,
            answer.subtext,
            answer.behaviour,
            answer.objects,
            answer.tactic,
            *answer.learned,
        ):
            if len(text) > checking.LONGEST:
                yield f"{text[:40]!r} … has {len(text)} characters, of at most {checking.LONGEST}"
        if self.asked and not answer.tactic.strip():
            yield "say how you go about it: `tactic` is a verb, to do to somebody"
        if answer.tactic.strip().casefold() in self.tried:
            yield f"to {answer.tactic} is what you did before: another take tries another way"
        if answer.lines and not self.free:
            yield "the words stand as written now: `lines` is empty"
        yield from checking.once((own.line for own in answer.lines), "line")
        for own in answer.lines:
            if own.line not in self.mine:
                yield f"line {own.line} is not yours: yours are {', '.join(map(str, self.mine))}"
            yield from (f"line {own.line}: {fault}" for fault in text_faults(one_line(own.text)))


def me(moment: Moment) -> str:
    """The character whose cast member reacts."""
    return moment.role.removeprefix(CAST_PREFIX)


def perform_ask(state: State, scene: Scene, character: str) -> Perform:
    """What a cast member is asked about a scene of hers."""
    sketch = next((p for p in people_of(state) if p.name == character and p.who), None)
    earlier = _earlier(state, scene, character)
    takes = [t for s in earlier if (t := standing_take(state, character, s.written.scene))]
    return Perform(
        role=CAST_PREFIX + character,
        character=character,
        person=sketch,
        elements=by_person(state, scene.written.elements),
        mine=own_lines(state, scene.written, character),
        free=read_through(state),
        before=_brought(state, scene, earlier, character),
        learned=tuple(thing for take in takes for thing in take.learned)[-LEARNED_BEFORE:],
    )


def standing_take(state: State, character: str, scene: str) -> TakePlayed | None:
    """The take of a scene that is circled, else her last, if any stands."""
    takes, drawn = takes_of(state, character, scene), circled(state, character, scene)
    return next((take for take in takes if take.take == drawn), takes[-1] if takes else None)


def _earlier(state: State, scene: Scene, character: str) -> list[Scene]:
    """Her scenes before this one."""
    present = state.script.present()
    return [s for s in present[: present.index(scene)] if plays(state, s, character)]


def _mood(state: State, scene: Scene, character: str) -> Mood | None:
    known = state.cast.characters.get(character)
    felt = known.feelings.get(scene.written.scene) if known else None
    return Mood(feeling=felt.feeling, valence=felt.valence, arousal=felt.arousal) if felt else None


def _brought(state: State, scene: Scene, earlier: Sequence[Scene], character: str) -> Mood | None:
    """What she brings into a scene: the mood that lasts, where it is known, else what she felt in her scene before."""
    if not earlier:
        return None
    before = state.works.get(SceneLived, part(character, earlier[-1].written.scene))
    lived = state.works.get(SceneLived, part(character, scene.written.scene))
    if before is None or lived is None:
        return _mood(state, earlier[-1], character)
    return Mood(feeling=before.mood, valence=lived.came.valence, arousal=lived.came.arousal)


def to_play(state: State, scenes: Sequence[Scene]) -> list[Scene]:
    """Those of her unfelt scenes that she plays now: one after another while the words may change, else all at once."""
    return list(scenes[:1]) if read_through(state) else list(scenes)


def played(scene: Scene, ask: Perform, answer: Performed, at: int, place: int, take: int = 1) -> list[Rests]:
    """The take, where there is more to it than a feeling, and the feeling it ends in."""
    name, commands = scene.written.scene, list[Rests]()
    if take > 1 or not answer.empty:
        work = take_made(name, ask, answer, take)
        commands.append(Rests(Deliver(works=(work,), at=at), (place,)))
    feel = Feel(character=ask.character, scene=name, at=at, **answer.felt.model_dump())
    return [*commands, Rests(feel, (place,))]


def take_made(scene: str, ask: Perform, answer: Performed, take: int, asked: int | None = None) -> TakePlayed:
    """What was answered, as a take; `asked` is the event that wanted it."""
    felt = answer.felt
    return TakePlayed(
        character=ask.character,
        scene=scene,
        take=take,
        intent=answer.intent,
        subtext=answer.subtext,
        lines=answer.lines,
        behaviour=answer.behaviour,
        before=ask.before,
        after=Mood(feeling=felt.feeling, valence=felt.valence, arousal=felt.arousal),
        learned=answer.learned,
        objects=answer.objects,
        tactic=answer.tactic.strip().casefold(),
        note=ask.note,
        asked=asked,
        reason=felt.reason,
    )


def _next(moment: Moment) -> Scene | None:
    """Her next scene to play, as she has just played one in the read-through."""
    state, who = moment.state, me(moment)
    event = cast(EmotionalStateChanged, moment.event)
    if event.character != who or not read_through(state):
        return None
    felt = state.cast.characters[who].feelings
    scenes = [s for s in state.script.present() if plays(state, s, who)]
    return next((s for s in scenes if s.written.scene not in felt), None)


def _next_asks(moment: Moment) -> Sequence[Ask]:
    scene = _next(moment)
    return () if scene is None else (perform_ask(moment.state, scene, me(moment)),)


def _play_next(moment: Moment, answers: Sequence[Performed]) -> Sequence[Rests]:
    scene = _next(moment)
    assert scene is not None
    ask = perform_ask(moment.state, scene, me(moment))
    return played(scene, ask, answers[0], moment.number, 0)


def perform(ask: Perform) -> Performed:
    """The house rule: what the lexicon hears in the lines, and what she says that she wants; the words as written.

    Where she is asked for it, also how she goes about it; a further take is another tactic for the same want.
    """
    english = is_english("\n".join(element.text for element in ask.elements))
    felt = Felt(**read_feeling(ask.elements, ask.character, english)._asdict())
    told = Told(number="", place="", eighths=1, elements=ask.elements)
    want = first_want((told,), ask.character) if english else None
    intent = want.quote if want else ask.wants
    if not (ask.asked or ask.note):
        return Performed(intent=intent, subtext="", felt=felt)
    written = as_written(ask.elements, ask.character, felt.valence)
    if not (ask.tried or ask.note or ask.played):
        return _in_character(intent, written, felt, f"the lines as they are written {written.verb}")
    other = another(written, ask.tried, ask.note, intent, ask.turn)
    verb = other.tactic.verb
    if other.heard:
        why = f"the note asks for it: “{shorten(ask.note, NOTE_QUOTED)}”"
    elif ask.note:
        why = f"no rule reads which way the note points, so it is another way: to {verb}"
    else:
        why = (
            f"another way to the same end: to {verb}, and not to {' or '.join(ask.tried or (written.verb,))}"
        )
    return _in_character(intent, other.tactic, felt, why)


def _in_character(intent: str, tactic: Tactic, felt: Felt, why: str) -> Performed:
    return Performed(
        intent=intent,
        subtext=tactic.beneath,
        behaviour=tactic.behaviour,
        tactic=tactic.verb,
        felt=felt.model_copy(update={"reason": why}),
    )


PERFORMING = (
    Habit(
        on=EmotionalStateChanged,
        concerns=lambda m: _next(m) is not None,
        asks=_next_asks,
        acts=_play_next,
    ),
)
"""The habit by which a cast member goes on to her next scene."""
PERFORMING_RULES: Rules = {Perform: perform}
