"""The words of a text as memories are looked up by them, and what each weighs (BM25)."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence

_WORD = re.compile(r"\w+")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+"
)
"""Writing without spaces: Thai, Lao, Burmese, Khmer, kana and Han."""
SMALL = frozenset(
    """
    a about after all am an and any are as at be been but by can did do does for from had has have he her
    hers him his how i if in into is it its me my no not of on or our out she so that the their them then
    there they this to up us was we were what when where which who whom why will with would you your said
    scene
    """.split()
)
"""English words that say nothing of what is looked for; `said` and `scene` are how memories are put."""
SATURATION, LENGTH = 1.2, 0.75
"""BM25 (Robertson and Zaragoza 2009): how soon a word said again counts no more, and how much a long text is held
against it.
"""
USUAL = 16
"""Words of a usual memory. A constant, so that what a memory scores does not hang on how long others are."""


def terms(text: str) -> list[str]:
    """The words of a text in order, without case, accents and plural; writing without spaces in pairs of characters."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    found = list[str]()
    for word in _WORD.findall(unicodedata.normalize("NFKC", plain)):
        if _UNSPACED.search(word):
            found += _pairs(word)
        elif word not in SMALL:
            found.append(_singular(word))
    return found


def _pairs(word: str) -> list[str]:
    return [word[place : place + 2] for place in range(max(len(word) - 1, 1))]


def _singular(word: str) -> str:
    """An English plural's singular, by the S-stemmer (Harman 1991); other words end so seldom."""
    if len(word) < 4 or not word.endswith("s") or not word.isascii():
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if not word.endswith(("eies", "aies")) else word
    if word.endswith("es"):
        return word[:-1] if not word.endswith(("aes", "ees", "oes")) else word
    return word[:-1] if not word.endswith(("us", "ss")) else word


def bm25(asked: Collection[str], texts: Sequence[Sequence[str]], among: int) -> list[float]:
    """What each text's words score for those that are asked for.

    `texts` are all that have any of the words, `among` how many there are in all.
    """
    held = [Counter(words) for words in texts]
    scores = [0.0] * len(texts)
    for word in sorted(set(asked)):
        having = [place for place, counted in enumerate(held) if word in counted]
        rare = math.log(1 + (among - len(having) + 0.5) / (len(having) + 0.5))
        for place in having:
            said = held[place][word]
            damped = said + SATURATION * (1 - LENGTH + LENGTH * held[place].total() / USUAL)
            scores[place] += rare * said * (SATURATION + 1) / damped
    return scores
