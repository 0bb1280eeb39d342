"""Lines of two drafts beside each other, and the words that changed within them."""

import difflib
import re
from itertools import groupby, zip_longest
from typing import NamedTuple

from cineledger.projections.diff.sides import Row

ALIKE = 0.4
"""From 0 to 1: two lines less alike than this are one gone and one new, so their words are not compared."""

_WORD = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]|[^\s\u2e80-\u9fff\uac00-\ud7af]+\s*|\s+")
"""A word with the space behind it; scripts that write without spaces go letter by letter."""

Words = list[tuple[str, bool]]
"""Pieces of a line, and whether the other side lacks them."""


class Pair(NamedTuple):
    """A line of each side: its number within the scene and its words; None where a side has none."""

    a: tuple[int, Words] | None
    b: tuple[int, Words] | None
    same: bool


def pairs(hunk: Row) -> list[Pair]:
    """A hunk's lines, those that were rewritten beside what they became."""
    at_a, at_b = hunk["a"][0], hunk["b"][0]
    found: list[Pair] = []
    gone: list[str] = []
    for sides, group in groupby([*hunk["lines"], ["ab", None]], lambda line: line[0]):
        texts = [text for _, text in group if text is not None]
        if sides == "a":
            gone = texts
            continue
        for old, new in zip_longest(gone, texts if sides == "b" else ()):
            found.append(_pair(at_a, old, at_b, new))
            at_a += old is not None
            at_b += new is not None
        gone = []
        if sides == "ab":
            whole = [[(text, False)] for text in texts]
            found += [Pair((at_a + n, line), (at_b + n, line), True) for n, line in enumerate(whole)]
            at_a, at_b = at_a + len(texts), at_b + len(texts)
    return found


def _pair(at_a: int, a: str | None, at_b: int, b: str | None) -> Pair:
    if a is None or b is None:
        alone = (None if a is None else (at_a, [(a, True)]), None if b is None else (at_b, [(b, True)]))
        return Pair(*alone, same=False)
    old, new = words(a, b)
    return Pair((at_a, old), (at_b, new), same=a == b)


def words(a: str, b: str) -> tuple[Words, Words]:
    """Both lines in pieces, marked where they differ: wholly where little is the same, or only spaces differ."""
    old, new = _WORD.findall(a), _WORD.findall(b)
    matcher = difflib.SequenceMatcher(None, [word.rstrip() for word in old], [word.rstrip() for word in new])
    pieces: tuple[Words, Words] = ([], [])
    for kind, i, j, k, m in matcher.get_opcodes():
        for side, part in zip(pieces, (old[i:j], new[k:m]), strict=True):
            if part:
                side.append(("".join(part), kind != "equal"))
    marked = any(new for side in pieces for _, new in side)
    if matcher.ratio() < ALIKE or (a != b and not marked):
        return [(a, True)], [(b, True)]
    return pieces
