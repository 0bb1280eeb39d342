"""What somebody knows by a scene, and whether a line uses what its speaker has not learned."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from cineledger.agents.craft.clause_words import HOURS, LIKE_KIN, TIMES, VERBS
from cineledger.agents.craft.doing import Cast, sentences
from cineledger.agents.craft.hearing import Uttered

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_GUESS = re.compile(
    r"\b(?:if|unless|maybe|perhaps|suppose|imagine|whether|wonder|think|thought|guess|might|could|would|may)\b|"
    r"\b(?:no|not|never|none|nobody|nothing)\b|n't\b",
    re.IGNORECASE,
)
_PRESUMES = re.compile(
    r"\A\W*(?:(?:so|and|but|then|tell me|now)\W+)*(?:why|how|when|where did)\b", re.IGNORECASE
)


class Known(NamedTuple):
    """Something that somebody came to know, or to believe."""

    fact: str
    scene: int
    """The scene's place in the film, counted from 0; -1 for what she knew before it."""
    line: int
    sure: bool
    so: bool = True
    how: str = "told"
    source: str = ""
    secret: bool = False


class ToKnow(NamedTuple):
    """A fact as a line can use it."""

    name: str
    about: tuple[str, ...]
    words: tuple[str, ...]
    first: tuple[int, int]
    """Scene and line in which it is first told or shown."""
    teller: str
    """Who tells it there, or does it; empty where nobody does."""


class Use(NamedTuple):
    """A line in which somebody uses what she has not learned."""

    scene: int
    line: int
    who: str
    fact: str
    quote: str
    since: tuple[int, int]
    """Where the fact is first told or shown: she was not there."""


def knows_by(learned: Sequence[Known], scene: int, line: int = 10**9) -> dict[str, Known]:
    """What somebody knows by a line of a scene, by the fact's name: the last that she learned of each."""
    known = sorted((one for one in learned if (one.scene, one.line) <= (scene, line)), key=lambda k: k[1:3])
    return {one.fact: one for one in known}


def unlearned(
    scenes: Sequence[Sequence[Uttered]],
    facts: Sequence[ToKnow],
    learned: Mapping[str, Sequence[Known]],
    cast: Cast,
) -> Iterator[Use]:
    """The lines in which a speaker uses a fact's words before she learned it, in order.

    Not those whom it is about, who know it from life, nor who tells it first, nor guesses, denials and suppositions;
    nor somebody who heard the same words before, whatever was meant by them.
    """
    for place, uttered in enumerate(scenes):
        for line in uttered:
            if not line.who:
                continue
            for fact in facts:
                if fact.first >= (place, line.place) or line.who in (*fact.about, fact.teller):
                    continue
                quote = giving_away(line.text, line.who, line.to, fact.words, fact.about, cast)
                if not quote or _has(learned.get(line.who, ()), fact.name, place, line.place):
                    continue
                if not _heard_before(scenes, place, line, fact, cast):
                    yield Use(place, line.place, line.who, fact.name, quote, fact.first)


def _has(learned: Sequence[Known], fact: str, scene: int, line: int) -> bool:
    """She learned it by then, in a way that a scene shows."""
    return any(
        one.fact == fact and (one.scene, one.line) <= (scene, line) and one.how not in ("guessed", "knew")
        for one in learned
    )


def _heard_before(
    scenes: Sequence[Sequence[Uttered]], place: int, line: Uttered, fact: ToKnow, cast: Cast
) -> bool:
    for scene in range(place + 1):
        for one in scenes[scene]:
            if scene == place and one.place >= line.place:
                break
            if line.who in one.heard and stems_in(one.text).issuperset(map(stem, fact.words)):
                meant = _meant(fact.words, fact.about)
                if meant is not None and meant <= _people(one.text, one.who, one.to, cast):
                    return True
    return False


def giving_away(
    text: str, who: str, to: Sequence[str], words: Sequence[str], about: Sequence[str], cast: Cast
) -> str | None:
    """The sentence of a line that takes a fact as so, by its words; None where none does.

    All the words that give it away stand in it; with a deed, who did it is named or meant too; with a single word that
    is no number, all whom the fact is about. Questions count where they take it as so (why did you …), guesses do not.
    """
    wanted = _stems(tuple(words))
    if not wanted or not wanted <= stems_in(text):
        return None
    for _, sentence in sentences(text):
        if not wanted <= stems_in(sentence) or _GUESS.search(sentence.replace("’", "'")):
            continue
        if "?" in sentence and not _PRESUMES.search(sentence):
            continue
        meant = _meant(words, about)
        if meant is not None and (not meant or meant <= _people(sentence, who, to, cast)):
            return sentence.strip()
    return None


def _meant(words: Sequence[str], about: Sequence[str]) -> set[str] | None:
    """Who has to be spoken of for these words to give a fact away; None where they never do by themselves."""
    deed = any(word in VERBS for word in words) and not any(word in TIMES or word in HOURS for word in words)
    if len(words) == 1 and not words[0][0].isdigit():
        return set(about) or None
    return set(about[:1]) if deed else set()


def _people(sentence: str, who: str, to: Sequence[str], cast: Cast) -> set[str]:
    """Those whom a sentence names, and whom I and you mean in it."""
    people = {mention.person for mention in cast.mentions(sentence)}
    words = {word.casefold() for word in _WORD.findall(sentence)}
    if words & {"i", "me", "my", "mine", "we", "us", "our"}:
        people.add(who)
    if words & {"you", "your", "yours"}:
        people.update(to)
    return people


@lru_cache(maxsize=4096)
def _stems(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(stem, words))


@lru_cache(maxsize=20_000)
def stems_in(text: str) -> frozenset[str]:
    """The words of a text, each as it is told apart from others."""
    return frozenset(stem(word) for word in _WORD.findall(text.replace("’", "'")))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without what tense, number and manner of speaking do to it."""
    low = word.casefold()
    if low in VERBS:
        return VERBS[low].past
    low = LIKE_KIN.get(low, low)
    return low[:-1] if len(low) > 3 and low.endswith("s") and not low.endswith("ss") else low
