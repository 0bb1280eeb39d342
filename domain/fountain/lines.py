"""The lines of a script as a reader sees them, each knowing the source lines it came from."""

import re
from bisect import bisect_right
from typing import Literal, NamedTuple

from cineledger.domain.fountain.hidden import Span, hidden, is_soft

_ROW = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_LINE_END = re.compile(r"\r\n|\r")


class Mark(NamedTuple):
    """A note or boneyard with the source lines it runs over."""

    kind: Literal["note", "boneyard"]
    text: str
    first: int
    last: int


class Line(NamedTuple):
    """A line on the page; it spans several source lines where a note or boneyard holds their line ends."""

    text: str
    """Without notes, boneyards and byte order marks before it, as joined files have; indentation stays."""
    state: Literal["text", "blank", "soft", "hidden"]
    """soft: two or more spaces; hidden: nothing but notes, so the lines around it are neighbours.

    A line that a boneyard leaves empty is blank, as it would be with the boneyard deleted.
    """
    start: int
    """Offset in the text."""
    first: int
    last: int
    marks: tuple[Mark, ...] = ()


def read_lines(text: str) -> list[Line]:
    """The lines of any text, in order; they end at \\r\\n, \\n or \\r and at nothing else."""
    rows = [row.span(1) for row in _ROW.finditer(text)]
    if rows and rows[-1][0] == len(text):
        rows.pop()
    starts = [start for start, _ in rows]
    spans = hidden(text)
    lines = []
    row = ahead = 0
    while row < len(rows):
        start, stop = rows[row]
        first, seen, pieces = row, ahead, []
        position = start
        while ahead < len(spans) and spans[ahead].start < stop:
            span = spans[ahead]
            ahead += 1
            if span.start >= position:
                pieces.append(text[position : span.start])
                position = span.stop
                row = bisect_right(starts, position - 1) - 1
                stop = rows[row][1]
        visible = ("".join(pieces) + text[position:stop]).lstrip("\ufeff")
        marks = _marks(text, spans[seen:ahead], starts)
        lines.append(Line(visible, _state(visible, marks), start, first + 1, row + 1, marks))
        row += 1
    return lines


def _state(visible: str, marks: tuple[Mark, ...]) -> Literal["text", "blank", "soft", "hidden"]:
    if visible and not visible.isspace():
        return "text"
    if marks:
        return "blank" if any(mark.kind == "boneyard" for mark in marks) else "hidden"
    return "soft" if is_soft(visible) else "blank"


def _marks(text: str, spans: list[Span], starts: list[int]) -> tuple[Mark, ...]:
    return tuple(
        Mark(
            span.kind,
            _inner(text, spans, index),
            bisect_right(starts, span.start),
            bisect_right(starts, span.stop - 1),
        )
        for index, span in enumerate(spans)
    )


def _inner(text: str, spans: list[Span], index: int) -> str:
    span = spans[index]
    position, pieces = span.start + 2, []
    while (index := index + 1) < len(spans) and spans[index].start < span.stop:
        pieces.append(text[position : spans[index].start])
        position = spans[index].stop
    pieces.append(text[position : span.stop - 2])
    return _LINE_END.sub("\n", "".join(pieces)).strip()
