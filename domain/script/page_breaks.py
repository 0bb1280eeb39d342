"""Where a page may end within an action or a speech."""

import re
from collections.abc import Sequence

from cineledger.domain.script.breaking import columns
from cineledger.domain.script.layout import CUE, PAGE_COLUMNS, Block, Row, Text

LEAST_LINES = 2
"""Of what is broken, the lines that stand at least on either page."""
SENTENCE_WITHIN = 3
"""Lines that a page may stay short so that a sentence ends it."""
MORE: Row = (Text("more", CUE.first, "(MORE)", "", 0, False),)
CONTINUED = "(CONT'D)"

_SENTENCE_END = re.compile(r"[.!?…。！？]['\"’”»)」』）]*\Z")


def best_break(kind: str, rows: Sequence[Row], cue: int, room: int) -> int:
    """How many rows stay on a page that has room for so many, (MORE) included; 0 where none may.

    `cue` of the rows are a speech's name. The last sentence that ends within three lines of the fullest page wins.
    """
    most = min(len(rows) - 1, room - more(cue))
    fullest = next((stay for stay in range(most, 0, -1) if may_break(kind, rows, cue, stay)), 0)
    for stay in range(fullest, max(0, fullest - SENTENCE_WITHIN - 1), -1):
        if _ends_sentence(rows[stay - 1]) and may_break(kind, rows, cue, stay):
            return stay
    return fullest


def least_start(block: Block) -> int:
    """The rows that the block begins with at least, (MORE) included: all of it where it can't be broken."""
    whole = len(block.rows)
    first = (s for s in range(1, whole) if may_break(block.kind, block.rows, block.cue_rows, s))
    return min(whole, next(first, whole) + more(block.cue_rows))


def may_break(kind: str, rows: Sequence[Row], cue: int, stay: int) -> bool:
    """Whether a page may end behind so many of the rows.

    Two lines stand on either page, of a speech one where it ends a sentence; and no page ends with a parenthetical.
    """
    below = len(rows) - stay
    if kind == "flow":
        return stay >= LEAST_LINES and below >= LEAST_LINES
    if kind != "speech" or stay <= cue or rows[stay - 1][0].kind == "parenthetical":
        return False
    return _ends_sentence(rows[stay - 1]) or (stay - cue >= LEAST_LINES and below >= LEAST_LINES)


def more(cue: int) -> int:
    """The row that (MORE) takes."""
    return 1 if cue else 0


def continued(cue: Sequence[Row]) -> tuple[Row, ...]:
    """A speech's name at the top of the page that it goes on to, with (CONT'D) unless it was typed."""
    repeated = [text._replace(kind="continued", first=False) for row in cue for text in row]
    if not repeated or any("CONT'D" in text.text.upper().replace("’", "'") for text in repeated):
        return tuple((text,) for text in repeated)
    last = repeated[-1]
    joined = f"{last.text} {CONTINUED}"
    if last.column + columns(joined) <= PAGE_COLUMNS:
        styles = last.styles and last.styles + "0" * (len(joined) - len(last.text))
        repeated[-1] = last._replace(text=joined, styles=styles)
    else:
        repeated.append(last._replace(text=CONTINUED, styles=""))
    return tuple((text,) for text in repeated)


def _ends_sentence(row: Row) -> bool:
    return _SENTENCE_END.search(row[0].text) is not None
