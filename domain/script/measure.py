"""How long a stretch of script is, on the page and on the screen."""

from collections.abc import Sequence
from functools import lru_cache

from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.script.layout import LINES_A_PAGE, PAGE_COLUMNS, SPOKEN, blocks

EIGHTHS_A_PAGE = 8

WORDS_A_SECOND = 2.5
"""Speech on screen runs at about 150 words a minute."""
SECONDS_A_LINE_OF_ACTION = 3.0
"""A page of action (about 20 paragraphs' lines) plays about a minute."""


def eighths(elements: Sequence[Element]) -> int:
    """Eighths of a page that a stretch takes, rounded, at least 1, wherever on its page it stands."""
    return in_eighths(_lines(tuple(elements)))


@lru_cache(maxsize=1024)
def _lines(elements: tuple[Element, ...]) -> int:
    return sum(block.before + len(block.rows) for block in blocks(elements) if block.rows)


def in_eighths(lines: int) -> int:
    """So many lines of pages in eighths of a page, rounded, at least 1."""
    return max(1, round(lines * EIGHTHS_A_PAGE / LINES_A_PAGE))


def seconds(elements: Sequence[Element]) -> float:
    """Playing time: speech by its words, action by its lines; at least one second."""
    total = 0.0
    for element in elements:
        if element.kind in SPOKEN:
            total += len(element.text.split()) / WORDS_A_SECOND
        elif element.kind == "action":
            total += SECONDS_A_LINE_OF_ACTION * (1 + len(element.text) // PAGE_COLUMNS)
    return round(max(1.0, total), 1)
