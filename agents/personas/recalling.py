"""What of all a role remembers bears on a question, and what an answer that rests on it cites."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from cineledger.agents.craft.vision import read_vision
from cineledger.agents.personas.features import CLEAR, direction, on
from cineledger.agents.personas.lessons import own_lessons
from cineledger.agents.personas.remembered import Remembered
from cineledger.agents.reading import words
from cineledger.domain.debate.options import Look
from cineledger.domain.debate.question import Question
from cineledger.domain.persona.events import CarriedLesson, Lesson
from cineledger.domain.state import State

MOST_REMEMBERED = 3
"""Lessons that an ask carries."""


class Recalled(NamedTuple):
    """A lesson as it is asked with, and the events of this production that hold it."""

    remembered: Remembered
    events: tuple[int, ...]


def recalled(state: State, role: str, subject: str, people: Sequence[str] = ()) -> list[Recalled]:
    """The strongest of a role's lessons that bear on a subject and on nobody else's character, at most three.

    What was learned here takes the place of what was brought along where both are about one thing, and what the
    orchestrator said to this film since takes the place of both where it leads the other way.
    """
    persona, group = state.persona, on(subject)
    if not persona.words and role not in persona.taken:
        return []
    found = [
        Recalled(_remembered(one.lesson), tuple(sorted(map(int, one.latest))))
        for one in own_lessons(persona.words)
        if one.role == role and _bears(one.lesson, group, people)
    ]
    known = {_axis(one.remembered) for one in found}
    if role in persona.taken:
        number, taken = persona.taken[role]
        brought = (
            Recalled(_remembered(lesson), (number,))
            for lesson in taken.lessons
            if _bears(lesson, group, people)
        )
        found += [one for one in brought if _axis(one.remembered) not in known]
    found = [one for one in found if not _spoken_against(state, one)]
    found.sort(key=lambda one: -one.remembered.strength)
    return found[:MOST_REMEMBERED]


def _axis(lesson: Remembered) -> tuple[str, str | None]:
    """On which axis it leads somewhere, and whose: here it is learned anew, whichever way it leads."""
    return direction(lesson.feature, lesson.speaks)[0] or lesson.feature, lesson.character


def _spoken_against(state: State, one: Recalled) -> bool:
    """What the orchestrator said later, to this film, leads the other way: that is the word that counts."""
    axis, way = direction(one.remembered.feature, one.remembered.speaks)
    if axis not in ("camera", "distance"):
        return False
    learned = 0 if one.remembered.source else max(one.events)
    look = _look(tuple(word.text for word in words(state) if word.number > learned))
    if axis == "camera":
        return look.motion >= CLEAR if way == "still" else look.motion <= -CLEAR
    nearer = way in ("for near", "against far")
    farther = way in ("for far", "against near")
    return (nearer and look.closeness <= -CLEAR) or (farther and look.closeness >= CLEAR)


@lru_cache(maxsize=64)
def _look(said: tuple[str, ...]) -> Look:
    """What words ask for: every question of a film asks it of the same ones."""
    return read_vision(said)


def recalled_for(state: State, role: str, question: Question) -> list[Recalled]:
    """The same for a question that was opened."""
    opened = question.opened
    return recalled(
        state, role, opened.subject, opened.characters or people_of(state, opened.scene, opened.beat)
    )


def people_of(state: State, scene: str | None, beat: int | None) -> tuple[str, ...]:
    """Who plays in a beat; nobody where there is none."""
    written = state.script.scenes.get(scene or "")
    played = written.beat(beat) if written and beat is not None else None
    return state.cast.people(played.people) if played else ()


def shown(found: Iterable[Recalled]) -> tuple[Remembered, ...]:
    """The lessons as an ask carries them."""
    return tuple(one.remembered for one in found)


def cited(found: Sequence[Recalled], places: Iterable[int]) -> tuple[int, ...]:
    """The events of the lessons that an answer says it rests on."""
    numbers = (number for place in places if 0 <= place < len(found) for number in found[place].events)
    return tuple(dict.fromkeys(numbers))


def _bears(lesson: Lesson, group: str, people: Sequence[str]) -> bool:
    return lesson.on == group and (lesson.character is None or lesson.character in people)


def _remembered(lesson: Lesson) -> Remembered:
    source = lesson.sources[0] if isinstance(lesson, CarriedLesson) else ""
    return Remembered(
        text=lesson.text,
        feature=lesson.feature,
        character=lesson.character,
        speaks=lesson.speaks,
        by=lesson.by,
        strength=lesson.strength,
        source=source,
    )
