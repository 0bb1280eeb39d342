"""A cast member answers the director who misses the way from one feeling to the next."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import ClassVar, cast

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.feeling import name_of, read_feeling, strength
from cineledger.agents.craft.inertia import STRONG, between
from cineledger.agents.craft.language import is_english
from cineledger.agents.craft.page import quoted
from cineledger.agents.noting.feelings import Felt, as_said, unfelt
from cineledger.agents.reading import by_person
from cineledger.agents.role import Habit, Moment, Rules
from cineledger.domain.cast.commands import Feel
from cineledger.domain.cast.events import Character, EmotionalStateChanged
from cineledger.domain.command import Command
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.talk.commands import SendMessage
from cineledger.domain.talk.events import MessageSent
from cineledger.domain.value import Value
from cineledger.domain.words import CAST_PREFIX


class Traced(Value):
    """What takes the character there; or what she feels instead, where nothing does."""

    felt: Felt | None
    answer: str


class TraceFeeling(Ask):
    """The director misses your way to what you feel in this scene. What takes you there, or what do you feel?"""

    ANSWER: ClassVar[type[Value]] = Traced
    character: str
    elements: tuple[Element, ...]
    before: Felt
    """What you felt in the scene of yours before."""
    stands: Felt
    note: str

    def faults(self, answer: Traced) -> Iterator[str]:
        """No answer, or a feeling off the scale, unknown in part, or moved by a line that is not there."""
        yield from checking.said(answer.answer, "the answer")
        if answer.felt is not None:
            yield from unfelt(answer.felt, self.elements)


def _character(moment: Moment) -> Character | None:
    return moment.state.cast.characters.get(moment.role.removeprefix(CAST_PREFIX))


def _doubted(moment: Moment) -> tuple[EmotionalStateChanged, EmotionalStateChanged] | None:
    """What is felt in the scene that a message is about, and in the one before it; None where it is about neither."""
    message, character = cast(MessageSent, moment.event), _character(moment)
    if (
        message.to != moment.role
        or message.asks
        or character is None
        or moment.state.cast.person(_name(moment)) != _name(moment)
    ):
        return None
    felt = [
        character.feelings[name]
        for name in moment.state.script.order
        if character.feelings.get(name) is not None
    ]
    known = [entry for entry in felt if entry.valence is not None]
    for before, after in pairwise(known):
        if character.felt_at.get(after.scene) == message.about:
            return before, after
    return None


def _name(moment: Moment) -> str:
    return moment.role.removeprefix(CAST_PREFIX)


def _asks(moment: Moment) -> Sequence[Ask]:
    doubted = _doubted(moment)
    if doubted is None:
        return ()
    before, after = doubted
    elements = moment.state.script.scenes[after.scene].written.elements
    return (
        TraceFeeling(
            role=moment.role,
            character=after.character,
            elements=by_person(moment.state, elements),
            before=as_said(before),
            stands=as_said(after),
            note=cast(MessageSent, moment.event).text,
        ),
    )


def _acts(moment: Moment, answers: Sequence[Traced]) -> Sequence[Command]:
    doubted = _doubted(moment)
    if doubted is None or not answers:
        return ()
    _, after = doubted
    felt, about = answers[0].felt, cast(MessageSent, moment.event).about
    answer = SendMessage(to="director", text=answers[0].answer, about=about)
    anew = felt is not None and felt != as_said(after)
    feel = (
        Feel(character=after.character, scene=after.scene, at=moment.number, **felt.model_dump())
        if felt
        else None
    )
    said = (answer,) if "director" in moment.state.production.roster else ()
    return (*([feel] if feel and anew else []), *said)


def trace_feeling(ask: TraceFeeling) -> Traced:
    """The house rule: a line strong enough carries the leap; else what was felt before goes on, halfway."""
    english = is_english("\n".join(element.text for element in ask.elements))
    before, stands = ask.before, ask.stands
    if not english or strength(ask.elements, ask.character) >= STRONG:
        reading = read_feeling(ask.elements, ask.character, english)
        return Traced(felt=None, answer=f"It is on the page: {reading.reason}.")
    valence = between(before.valence or 0.0, stands.valence or 0.0)
    arousal = between(before.arousal or 0.0, stands.arousal or 0.0)
    feeling = name_of(valence, arousal)
    reason = f"I carry {before.feeling} over from the scene before: {quoted(stands.quote, 60)} alone does not end it"
    felt = Felt(
        feeling=feeling, valence=valence, arousal=arousal, line=stands.line, quote=stands.quote, reason=reason
    )
    return Traced(
        felt=felt, answer=f"Nothing there takes me so far. {reason[0].upper()}{reason[1:]}: {feeling}."
    )


ANSWER_JUMPS = Habit(on=MessageSent, concerns=lambda m: _doubted(m) is not None, asks=_asks, acts=_acts)
JUMP_RULES: Rules = {TraceFeeling: trace_feeling}
