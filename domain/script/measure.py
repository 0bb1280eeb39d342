"""How long a stretch of script is, on the page and on the screen."""

import textwrap
from collections.abc import Sequence

from cineledger.domain.fountain.screenplay import Element

LINES_A_PAGE = 55
COLUMNS = {"dialogue": 35, "lyric": 35, "parenthetical": 25}
ACTION_COLUMNS = 61
SPOKEN = frozenset({"dialogue", "lyric"})
UNSEEN = frozenset({"note", "boneyard", "section", "synopsis", "page_break"})

WORDS_A_SECOND = 2.5
"""Speech on screen runs at about 150 words a minute."""
SECONDS_A_LINE_OF_ACTION = 3.0
"""A page of action (about 20 paragraphs' lines) plays about a minute."""


def page_lines(elements: Sequence[Element]) -> int:
    """Lines the elements take on a page of 12-point Courier, the blank lines before them included."""
    lines = 0
    for element in elements:
        if element.kind in UNSEEN:
            continue
        width = COLUMNS.get(element.kind, ACTION_COLUMNS)
        for line in element.text.split("\n"):
            lines += max(1, len(textwrap.wrap(line, width)) if len(line) > width else 1)
        lines += element.kind not in ("dialogue", "parenthetical", "lyric")
    return lines


def eighths(elements: Sequence[Element]) -> int:
    """Eighths of a page, rounded, at least 1: an estimate that counts each stretch from a page of its own."""
    return max(1, round(page_lines(elements) * 8 / LINES_A_PAGE))


def seconds(elements: Sequence[Element]) -> float:
    """Playing time: speech by its words, action by its lines; at least one second."""
    total = 0.0
    for element in elements:
        if element.kind in SPOKEN:
            total += len(element.text.split()) / WORDS_A_SECOND
        elif element.kind == "action":
            total += SECONDS_A_LINE_OF_ACTION * (1 + len(element.text) // ACTION_COLUMNS)
    return round(max(1.0, total), 1)
