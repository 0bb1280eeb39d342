"""Notes and boneyards: the stretches of a script that are written but not on the page."""

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

_BONEYARD = re.compile(r"/\*|\*/")
# The atomic group keeps \r\n one line end: backtracking to \r alone would see an empty line before \n.
_NOTE = re.compile(r"\[\[|\]\]|(?>\r\n|\n|\r)(?P<line>[^\S\r\n]*)(?=[\r\n]|\Z)")


class Span(NamedTuple):
    """A closed note or boneyard, its marks included, as offsets into the text."""

    start: int
    stop: int
    kind: Literal["note", "boneyard"]


def is_soft(line: str) -> bool:
    """Whether a line holds two or more spaces and nothing else, which keeps a speech or a note going."""
    return len(line) > 1 and not line.strip(" ")


def hidden(text: str) -> list[Span]:
    """Every note and boneyard, in order; boneyards within a note follow it.

    Marks pair like brackets, so both nest, and a mark without its partner is plain text: a boneyard
    somebody forgot to close never reaches for the end of the next one and takes the scenes between with it.
    An empty line breaks a note off; a line of two spaces does not. Inside a boneyard nothing else is read.
    """
    boneyards = _boneyards(text, []) if "/*" in text else []
    notes = _notes(text, boneyards, []) if "[[" in text else []
    return sorted([*boneyards, *notes])


def unclosed(text: str) -> list[tuple[Literal["note", "boneyard"], int]]:
    """The marks that open a note or a boneyard nothing closes, with their offsets, in order."""
    notes: list[int] = []
    boneyards: list[int] = []
    _notes(text, _boneyards(text, boneyards), notes)
    found: list[tuple[Literal["note", "boneyard"], int]] = [
        *(("boneyard", at) for at in boneyards),
        *(("note", at) for at in notes),
    ]
    return sorted(found, key=lambda entry: entry[1])


def _boneyards(text: str, open_at: list[int]) -> list[Span]:
    """Closed boneyards; where those begin that stay open goes into the list."""
    spans = []
    for mark in _BONEYARD.finditer(text):
        if mark[0] == "/*":
            open_at.append(mark.start())
        elif open_at:
            spans.append(Span(open_at.pop(), mark.end(), "boneyard"))
    return _outermost(spans)


def _notes(text: str, boneyards: list[Span], broken: list[int]) -> list[Span]:
    """Closed notes; where those begin that stay open goes into the list."""
    open_at: list[int] = []
    spans = []
    ahead = iter(boneyards)
    boneyard = next(ahead, None)
    for mark in _NOTE.finditer(text):
        while boneyard and boneyard.stop <= mark.start():
            boneyard = next(ahead, None)
        if boneyard and boneyard.start <= mark.start():
            continue
        if mark[0] == "[[":
            open_at.append(mark.start())
        elif mark[0] != "]]":
            if not is_soft(mark["line"]):
                broken.extend(open_at)
                open_at.clear()
        elif open_at:
            spans.append(Span(open_at.pop(), mark.end(), "note"))
    broken.extend(open_at)
    return _outermost(spans)


def _outermost(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or span.start >= kept[-1].stop:
            kept.append(span)
    return kept
