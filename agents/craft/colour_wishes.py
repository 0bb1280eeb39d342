"""What people's words ask of colours and of how full a set is."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from cineledger.agents.craft.colour_words import ASKS, HUES, LESS, OPPOSITE
from cineledger.agents.craft.page import unspaced

_CLAUSE = re.compile(r"[.;:!?,\n，。；！？、]+|\s+but\s+|\s+and\s+(?=less|no|more)")
_WORD = re.compile(r"[\w&'’-]+")
_REACH = 3
"""Words that a “less” or “no” reaches forward."""


class Wishes(NamedTuple):
    """What was asked, the last word on a thing counting."""

    asks: tuple[tuple[str, str], ...] = ()
    """What is asked, as `ASKS` names it → the words that did."""
    hues: tuple[tuple[float, str], ...] = ()
    """Hues that are asked for, with the words."""
    barred: tuple[tuple[float, str], ...] = ()
    """Hues that are not to be seen."""

    def asked(self, what: str) -> str | None:
        """The words that ask for it."""
        return dict(self.asks).get(what)


@lru_cache(maxsize=512)
def read_wishes(texts: tuple[str, ...]) -> Wishes:
    """What vision, broadcasts and notes ask, oldest first: “make it warmer”, “more neon”, “less clutter”, “no red”."""
    asks: dict[str, str] = {}
    hues: dict[float, str] = {}
    barred: dict[float, str] = {}
    for text in texts:
        for clause in _CLAUSE.split(text.casefold().replace("black and white", "black-and-white")):
            said = " ".join(clause.split())
            for kind, refused in _kinds(clause):
                _ask(asks, kind, refused, said)
            for hue, refused in _hues(clause):
                (barred if refused else hues)[hue] = said
                (hues if refused else barred).pop(hue, None)
    return Wishes(tuple(asks.items()), tuple(hues.items()), tuple(barred.items()))


def _ask(asks: dict[str, str], kind: str, refused: bool, said: str) -> None:
    meant = kind
    if kind == "bare" and "clutter" in said:
        meant = "bare" if refused else "full"
    elif refused:
        meant = OPPOSITE.get(kind, "")
    asks.pop(kind if refused else OPPOSITE.get(meant, ""), None)
    if meant:
        asks.pop(OPPOSITE.get(meant, ""), None)
        asks.pop(meant, None)
        asks[meant] = said


def _kinds(clause: str) -> Sequence[tuple[str, bool]]:
    return [
        (kind, _refused(clause, match.start()))
        for kind, pattern in _PATTERNS.items()
        if (match := pattern.search(clause)) is not None
    ]


def _hues(clause: str) -> Sequence[tuple[float, bool]]:
    return [
        (HUES[next(word for word in HUES if match[0].startswith(word))], _refused(clause, match.start()))
        for match in _HUE.finditer(clause)
    ]


def _refused(clause: str, at: int) -> bool:
    before = _WORD.findall(clause[:at])[-_REACH:]
    return bool(LESS & set(before)) or any(mark in clause[:at] for mark in ("不要", "没有", "少"))


def _pattern(words: Sequence[str]) -> str:
    return "|".join(
        re.escape(word).replace("\\*", r"\w*") if unspaced(word) else _spaced(word)
        for word in sorted(words, key=len, reverse=True)
    )


def _spaced(word: str) -> str:
    return r"(?<![\w-])" + re.escape(word).replace("\\*", r"\w*") + r"(?![\w-])"


_PATTERNS = {kind: re.compile(_pattern(words.split())) for kind, words in ASKS.items()}
_HUE = re.compile(
    _pattern([word if word.isascii() or unspaced(word) else f"{word}*" for word in HUES])
    + "|"
    + _pattern([f"{word}s" for word in HUES if word.isascii()])
)
