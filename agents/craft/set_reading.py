"""What the directions of a set's scenes ask of it, line by line."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from cineledger.agents.craft.colour_words import LESS
from cineledger.agents.craft.excerpt import around
from cineledger.agents.craft.page import LINES_REMEMBERED, plain, unspaced
from cineledger.agents.craft.set_words import AIR, DRESSING, NEGATED, PIECES, PRACTICALS
from cineledger.agents.craft.table_rows import rows_of

Table = Literal["pieces", "dressing", "practicals", "air"]
_TABLES: dict[Table, str] = {"pieces": PIECES, "dressing": DRESSING, "practicals": PRACTICALS, "air": AIR}
_SENTENCE = re.compile(r"(?<=[.!?…])[\s\"”’)]+|(?<=[。！？])|\n+")
_WORD = re.compile(r"\w+")
_CLAUSE = re.compile(r"[.;:!?,\n，。；！？、]+")
_REACH = 4
"""Words that a “less” or “no” of a note reaches forward."""
_NEAR = 2
"""Words before a word that can deny it; one behind it."""


class Row(NamedTuple):
    """One thing that a set can need."""

    name: str
    said: str


class Asked(NamedTuple):
    """Something that directions ask of a set."""

    row: Row
    scene: str
    """Its number in the script."""
    word: str
    """As typed, in lower case."""
    quote: str
    times: int
    """Directions that name it, in all scenes."""


def asked_of(table: Table, directions: Iterable[tuple[str, str]]) -> tuple[Asked, ...]:
    """What directions name of a table, with the first that does; each direction is a scene's number and its text.

    What is named most comes first. Words of the air that are denied or only likened to do not count.
    """
    found: dict[str, Asked] = {}
    for scene, text in directions:
        for row, word, quote in _named(table, text):
            had = found.get(row.name)
            found[row.name] = had._replace(times=had.times + 1) if had else Asked(row, scene, word, quote, 1)
    return tuple(sorted(found.values(), key=lambda asked: -asked.times))


@lru_cache(maxsize=LINES_REMEMBERED)
def _named(table: Table, text: str) -> tuple[tuple[Row, str, str], ...]:
    """Row, word and sentence for each row that a direction names."""
    found: dict[str, tuple[Row, str, str]] = {}
    rows, finder = _finder(table)
    for sentence in _sentences(text):
        for match in finder.finditer(sentence.casefold()):
            row = rows[int((match.lastgroup or "r0")[1:])]
            if row.name not in found and not _denied(table, sentence.casefold(), match.span()):
                found[row.name] = (row, match[0], around(sentence, match.start(), 70))
    return tuple(found.values())


def _sentences(text: str) -> Sequence[str]:
    return [sentence.strip() for sentence in _SENTENCE.split(plain(text)) if sentence.strip()]


def _denied(table: Table, text: str, span: tuple[int, int]) -> bool:
    """The air is said to be without it, or only likened to it; a piece is only a figure: a wall of keys."""
    if table != "air":
        return table == "pieces" and text[span[1] :].startswith(" of ")
    before = _WORD.findall(text[: span[0]])[-_NEAR:]
    behind = _WORD.findall(text[span[1] :])[:_NEAR]
    return bool(NEGATED & {*before, *(word for word in behind if word not in ("like", "as"))})


@cache
def _finder(table: Table) -> tuple[list[Row], re.Pattern[str]]:
    rows, parts = list[Row](), list[str]()
    for line in rows_of(_TABLES[table]):
        name, said, words = (cell.strip() for cell in line.split("|"))
        rows.append(Row(name, said))
        parts.append(f"(?P<r{len(rows) - 1}>{_either(words)})")
    return rows, re.compile("|".join(parts))


def _either(words: str) -> str:
    """Longest first, since a streetlamp is no lamp; whole words where a language has spaces."""
    listed = sorted({word.strip() for word in words.casefold().split(";")} - {""}, key=len, reverse=True)
    return "|".join(map(_pattern, listed))


def _pattern(word: str) -> str:
    escaped = re.escape(word).replace("\\*", "\\w*")
    return escaped if unspaced(word) else rf"(?<!\w){escaped}(?!\w)"


def wished(table: Table, notes: Iterable[str]) -> tuple[tuple[str, ...], frozenset[str]]:
    """What notes ask for of a table, and what they want gone: “a lamp by the bed”, “lose the mirror”."""
    added, gone = dict[str, None](), set[str]()
    rows, finder = _finder(table)
    for note in notes:
        for clause in _CLAUSE.split(note.casefold()):
            for match in finder.finditer(clause):
                name = rows[int((match.lastgroup or "r0")[1:])].name
                refused = bool(LESS & set(_WORD.findall(clause[: match.start()])[-_REACH:]))
                if refused:
                    added.pop(name, None)
                    gone.add(name)
                else:
                    gone.discard(name)
                    added[name] = None
    return tuple(added), frozenset(gone)
