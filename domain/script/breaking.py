"""Where a line of text breaks in a column of a fixed-pitch page."""

import unicodedata
from functools import cache

TAB = "    "
_ENDS_NO_LINE = frozenset("([{«“‘„¿¡（［｛「『【《〈〔")
_BEGINS_NO_LINE = frozenset(
    ")]}»”’!?,.:;%、。，．：；！？）］｝」』】》〉〕ー々…‥・゛゜ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)
_DASHES = frozenset("-–—")


@cache
def columns_of(character: str) -> int:
    """The columns that a character takes: 2 where it is wide, 0 where it joins the one before, else 1."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def columns(text: str) -> int:
    """The columns that a text takes."""
    return len(text) if text.isascii() else sum(map(columns_of, text))


def broken(text: str, width: int) -> list[tuple[int, int]]:
    """The lines that a paragraph takes in so many columns, each as its first and last-but-one place in the text.

    Lines break at spaces, behind hyphens and dashes (but in no date), and between wide characters; a word that is
    longer than the column breaks wherever it has to, though never before a combining mark. Spaces at a break belong
    to no line.
    """
    lines: list[tuple[int, int]] = []
    narrow = text.isascii()
    start, stop = 0, len(text.rstrip())
    while start < stop:
        end = start + width if narrow else _fitting(text, start, stop, width)
        if end >= stop:
            lines.append((start, stop))
            break
        after = _break(text, start, end)
        last = after
        while last > start and text[last - 1].isspace():
            last -= 1
        if last > start:
            lines.append((start, last))
        start = after
        while text[start].isspace():
            start += 1
    return lines or [(0, 0)]


def _fitting(text: str, start: int, stop: int, width: int) -> int:
    """The first place whose character no longer fits; at least one character does."""
    taken = 0
    for place in range(start, stop):
        taken += columns_of(text[place])
        if taken > width and place > start:
            return place
    return stop


def _break(text: str, start: int, end: int) -> int:
    """The last place up to `end` where a line may break, else the last where it can."""
    for place in range(end, start, -1):
        if _may_break(text, place):
            return place
    place = end
    while place > start + 1 and columns_of(text[place]) == 0:
        place -= 1
    return place if place > start + 1 or columns_of(text[place]) else end


def _may_break(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place]
    if after.isspace() or before.isspace():
        return True
    if before in _DASHES:
        broken = after in _DASHES or after in _BEGINS_NO_LINE or after.isdigit()
        return not broken and _inside_word(text, place)
    if before.isascii() and after.isascii():
        return False
    wide = columns_of(before) == 2 or columns_of(after) == 2
    joined = columns_of(after) == 0 or before == "\u200d"
    return wide and not joined and before not in _ENDS_NO_LINE and after not in _BEGINS_NO_LINE


def _inside_word(text: str, place: int) -> bool:
    """Whether a dash stands behind something, so that a line may end with it."""
    first = place - 1
    while first and text[first - 1] in _DASHES:
        first -= 1
    return first > 0 and not text[first - 1].isspace()
