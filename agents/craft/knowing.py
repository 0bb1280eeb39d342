"""Whether a line uses a fact: what gives away that its speaker takes it as so."""

import re
from collections.abc import Sequence
from functools import lru_cache

from cineledger.agents.craft.clause_words import HOURS, LIKE_KIN, TIMES, VERBS
from cineledger.agents.craft.doing import Cast, sentences

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_GUESS = re.compile(
    r"\b(?:if|unless|maybe|perhaps|suppose|imagine|whether|wonder|think|thought|guess|might|could|would|may)\b|"
    r"\b(?:no|not|never|none|nobody|nothing)\b|n't\b",
    re.IGNORECASE,
)
_PRESUMES = re.compile(
    r"\A\W*(?:(?:so|and|but|then|tell me|now)\W+)*(?:why|how|when|where did)\b", re.IGNORECASE
)


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
