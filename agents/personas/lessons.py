"""Decisions told over as lessons: what speaks for or against a feature, how strongly, and where it was learned."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cineledger.agents.craft.page import quoted
from cineledger.agents.personas.evidence import SAID, Evidence, of_debate, of_word
from cineledger.agents.personas.features import direction, noun
from cineledger.domain.persona.events import Lesson
from cineledger.domain.persona.state import Word
from cineledger.domain.state import State
from cineledger.domain.words import ARC, SEASON_ARC

ENOUGH = 1.0
"""What decisions have to say in sum before somebody learns from them."""
AGREED = 0.5
"""The share of what they say by which one side has to outweigh the other."""
STRENGTHS = ((3.0, 0.9), (2.0, 0.75), (1.0, 0.5))
"""What they say in sum → how strong the lesson is: each further word halves what doubt is left."""
THE_CREWS = 1 / 3
"""How much a lesson from the crew's own rulings counts beside one from the orchestrator's word."""
MOST_SOURCES = 3
SEVERAL = 3


class Weighted(NamedTuple):
    """Evidence from some production, and how much it counts for its age."""

    evidence: Evidence
    source: str
    """The address of the decision, or its number within the production itself."""
    share: float = 1.0


class Learned(NamedTuple):
    """A lesson, and the decisions it was learned from, newest first."""

    role: str
    lesson: Lesson
    sources: tuple[str, ...]

    @property
    def latest(self) -> tuple[str, ...]:
        """Those that are named with it."""
        return self.sources[:MOST_SOURCES]


def learned(found: Iterable[Weighted]) -> list[Learned]:
    """The lessons in evidence that comes newest first; by role, the strongest first."""
    told = defaultdict[tuple[str, str, str, str], list[Weighted]](list)
    for one in _words_first(list(found)):
        evidence = one.evidence
        told[evidence.role, evidence.on, evidence.feature, evidence.by].append(one)
    lessons = [lesson for several in told.values() if (lesson := _lesson(several)) is not None]
    return sorted(lessons, key=_rank)


def _words_first(found: Sequence[Weighted]) -> Iterator[Weighted]:
    """The evidence without what is silent where words spoke, and leads another way: they say what was meant."""
    ways = defaultdict[tuple[str, str, str], set[str]](set)
    leads = [_leads(one.evidence) for one in found]
    for one, (axis, way) in zip(found, leads, strict=True):
        if abs(one.evidence.weight) >= SAID:
            ways[one.evidence.role, one.evidence.on, axis].add(way)
    for one, (axis, way) in zip(found, leads, strict=True):
        spoken = ways.get((one.evidence.role, one.evidence.on, axis))
        if not spoken or way in spoken:
            yield one


def _leads(evidence: Evidence) -> tuple[str, str]:
    return direction(evidence.feature, "for" if evidence.weight > 0 else "against")


def _rank(one: Learned) -> tuple[str, float, float, str, str]:
    """By role, the strongest first; of equals the one learned at the weightiest question."""
    lesson = one.lesson
    return one.role, -lesson.strength, -(lesson.importance or 0.0), lesson.on, lesson.feature


def apart(lessons: Iterable[Learned]) -> list[Learned]:
    """The lessons without those that only say again what a stronger one of the same role says."""
    told = dict[tuple[str, str, str | None, tuple[str, str]], Learned]()
    for one in lessons:
        lesson = one.lesson
        told.setdefault(
            (one.role, lesson.on, lesson.character, direction(lesson.feature, lesson.speaks)), one
        )
    return list(told.values())


def _lesson(found: Sequence[Weighted]) -> Learned | None:
    spoken = [one.evidence.weight * one.share for one in found]
    total, sides = sum(spoken), sum(map(abs, spoken))
    if abs(total) < ENOUGH * max(one.share for one in found) - 1e-9 or abs(total) < AGREED * sides:
        return None
    agreeing = [one for one in found if (one.evidence.weight > 0) == (total > 0)]
    first = agreeing[0].evidence
    strength = next((s for least, s in STRENGTHS if abs(total) >= least - 1e-9), STRENGTHS[-1][1])
    share = max(one.share for one in agreeing)
    weight = strength * share * (1.0 if first.by == "orchestrator" else THE_CREWS)
    whom = _whom([one.evidence for one in agreeing])
    lesson = Lesson(
        text=_told([one.evidence for one in agreeing], whom, len(found)),
        on=first.on,
        feature=first.feature,
        character=whom,
        speaks="for" if total > 0 else "against",
        by=first.by,
        strength=round(weight, 2),
        importance=max((e.importance for e, _, _ in agreeing if e.importance is not None), default=None),
    )
    sources = dict.fromkeys(one.source for one in agreeing)
    return Learned(first.role, lesson, tuple(sources))


def _whom(found: Sequence[Evidence]) -> str | None:
    """Whom it is about: an arc is somebody's; how near a frame is, hers where words name her or all were of her."""
    first = found[0]
    subjects = {evidence.subject for evidence in found}
    if len(subjects) > 1 or first.subject is None:
        return None
    if first.on in (ARC, SEASON_ARC):
        return first.subject
    if not first.feature.startswith(("size=", "distance=")):
        return None
    called = first.subject.casefold() in first.said.casefold()
    return first.subject if called or len(found) >= SEVERAL else None


def _told(found: Sequence[Evidence], whom: str | None, debates: int) -> str:
    """The lesson in a sentence: how often, what, and the last reason given."""
    first, times = found[0], len({evidence.number for evidence in found})
    what = noun(first.feature) + (f" of {whom}" if whom else "")
    if first.by == "crew":
        did = "taken" if first.weight > 0 else "passed over"
        return f"of what you proposed, {what} was {did} in {times} of {debates} debates"
    plain = next((evidence for evidence in found if evidence.said and abs(evidence.weight) == SAID), first)
    because = f": {quoted(plain.said, 90)}" if plain.said else ""
    did = _TAKEN.get(plain.did, "asked for instead") if plain.weight > 0 else plain.did
    did = "noted against" if did == "noted" else did
    often = {1: f"last time {what} was {did}", 2: f"twice {what} was {did}"}
    return often.get(times, f"again and again {what} was {did}") + because


_TAKEN = {"took": "taken where others would have had it otherwise", "noted": "asked for in a note"}

_OWN: dict[int, tuple[tuple[Word, ...], list[Learned]]] = {}
"""The words that were told over last, by which they are; a state's words are the same object until one is added."""
MOST_KEPT = 8


def own_lessons(words: tuple[Word, ...]) -> list[Learned]:
    """What a production's own crew learned from what the orchestrator said to it in person."""
    if not words:
        return []
    kept = _OWN.get(id(words))
    if kept is not None and kept[0] is words:
        return kept[1]
    newest = reversed(words)
    found = (Weighted(one, str(word.number)) for word in newest for one in of_word(word))
    lessons = apart(learned(found))
    if len(_OWN) >= MOST_KEPT:
        _OWN.pop(next(iter(_OWN), 0), None)
    _OWN[id(words)] = (words, lessons)
    return lessons


def evidence_of(state: State) -> list[Evidence]:
    """All that a production's decisions say, newest first: the orchestrator's words, and the crew's own debates."""
    said = [one for word in state.persona.words for one in of_word(word)]
    questions = state.debate.questions
    debated = [one for number in sorted(questions) for one in of_debate(questions[number])]
    return sorted((*said, *debated), key=lambda one: -one.number)
