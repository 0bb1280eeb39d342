"""A cast member answers notes about what her character feels."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.citing import cited
from cineledger.agents.craft.feeling import read_feeling
from cineledger.agents.craft.language import is_english
from cineledger.agents.noting.answering import answering
from cineledger.agents.role import Moment, Rules
from cineledger.domain.cast.commands import Feel
from cineledger.domain.cast.events import EmotionalStateChanged
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.notes.commands import AnswerNote
from cineledger.domain.notes.events import Note
from cineledger.domain.state import State
from cineledger.domain.value import Value
from cineledger.domain.words import CAST_PREFIX

BONDS = "relationships"
"""The table of how characters stand to each other."""

UNKNOWN = "unknown"
"""What nobody could name."""


class Felt(Value):
    """What a character feels in a scene, and the line that moved it; unknown is None."""

    feeling: str
    valence: float | None
    arousal: float | None
    line: int | None
    quote: str
    reason: str


def unfelt(felt: Felt, elements: Sequence[Element]) -> Iterator[str]:
    """What is wrong with a feeling: off the scale, without a name, unknown in part, from a line nobody says."""
    yield from checking.said(felt.feeling, "the feeling")
    yield from checking.said(felt.reason, "the reason")
    measures = {"valence": felt.valence, "arousal": felt.arousal}
    for name, value in measures.items():
        if value is not None:
            yield from checking.within(value, -1, 1, f"the {name}")
    if (
        len(
            {
                value is None
                for value in (*measures.values(), felt.feeling if felt.feeling != UNKNOWN else None)
            }
        )
        > 1
    ):
        yield f"a feeling is known whole or is {UNKNOWN}, with neither valence nor arousal"
    yield from cited(felt.line, felt.quote, elements, "the line that moved you")


class HearFeeling(Ask):
    """What do you feel in this scene, now that you have heard the orchestrator's note? It binds nobody."""

    ANSWER: ClassVar[type[Value]] = Felt
    character: str
    elements: tuple[Element, ...]
    stands: Felt
    note: str

    def faults(self, answer: Felt) -> Iterator[str]:
        """A feeling off the scale, unknown in part, or moved by a line that is not there."""
        yield from unfelt(answer, self.elements)


def _felt(state: State, note: Note) -> list[EmotionalStateChanged]:
    """What was felt in the scene a note is about, or in every scene of the character's."""
    if note.given.table == BONDS:
        return []
    character = note.to.removeprefix(CAST_PREFIX)
    known = state.cast.characters.get(character)
    scene = None if note.given.table == "characters" else (note.given.key or "").rpartition("/")[2]
    feelings = known.feelings if known else {}
    return [feelings[name] for name in state.script.order if name in feelings and scene in (None, name)]


def _waits(state: State, note: Note) -> str | None:
    return (
        None
        if note.given.table == BONDS or _felt(state, note)
        else "what the character feels is not read yet; it is answered once it is"
    )


def _asks(moment: Moment, note: Note) -> Sequence[Ask]:
    return [
        HearFeeling(
            role=moment.role,
            character=felt.character,
            elements=moment.state.script.scenes[felt.scene].written.elements,
            stands=as_said(felt),
            note=note.given.text,
        )
        for felt in _felt(moment.state, note)
    ]


def _acts(moment: Moment, note: Note, answers: Sequence[Felt]) -> Sequence[AnswerNote]:
    felt = _felt(moment.state, note)
    changes = [
        Feel(character=before.character, scene=before.scene, **answer.model_dump())
        for before, answer in zip(felt, answers, strict=True)
        if answer != as_said(before)
    ]
    if changes:
        text = "I play it differently: " + "; ".join(f"{c.feeling} in scene {c.scene}" for c in changes) + "."
    elif note.given.table == BONDS:
        text = "Nothing changes: I do not stand so any more."
    elif not felt:
        text = "Nothing changes: the character says nothing in any scene."
    else:
        text = f"Nothing changes: {'; '.join(_evidence(entry) for entry in felt)}."
    return (AnswerNote(note=note.number, text=text, does=tuple(changes)),)


def as_said(felt: EmotionalStateChanged) -> Felt:
    """What stands, as it was said."""
    return Felt(**felt.model_dump(include=set(Felt.model_fields)))


def _evidence(felt: EmotionalStateChanged) -> str:
    if felt.feeling == "unknown":
        return f"the lines of scene {felt.scene} say no feeling that I could name"
    return f"the lines of scene {felt.scene} say {felt.feeling}" + (
        f" (“{felt.quote}”)" if felt.quote else ""
    )


def hear_feeling(ask: HearFeeling) -> Felt:
    """The house rule: a note is no line of the script, so the lines are read again and say what they say."""
    english = is_english("\n".join(element.text for element in ask.elements))
    return Felt(**read_feeling(ask.elements, ask.character, english)._asdict())


ANSWER_FEELING_NOTES = answering(_asks, _acts, _waits)
FEELING_NOTE_RULES: Rules = {HearFeeling: hear_feeling}
