"""What the directions of a set's scenes ask of it, line by line."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from cineledger.agents.craft.breakdown_meaning import head_of
from cineledger.agents.craft.colour_words import LESS
from cineledger.agents.craft.excerpt import around
from cineledger.agents.craft.page import LINES_REMEMBERED, plain
from cineledger.agents.craft.set_words import AIR, DRESSING, NEGATED, PIECES, PRACTICALS
from cineledger.agents.craft.table_rows import rows_of
from cineledger.agents.craft.word_finder import Found, WordFinder

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
        line = sentence.casefold()
        for word in finder.find(line):
            if word.name not in found and not _denied(table, line, word):
                found[word.name] = (rows[word.name], word.word, around(sentence, word.start, 70))
    return tuple(found.values())


def _sentences(text: str) -> Sequence[str]:
    return [sentence.strip() for sentence in _SENTENCE.split(plain(text)) if sentence.strip()]


def _denied(table: Table, line: str, found: Found) -> bool:
    """The air is without it, only likened to it, or it is a smoke alarm; a piece is a figure: a wall of keys."""
    if table != "air":
        return table == "pieces" and line[found.end :].startswith(" of ")
    if head_of(line[found.end :]):
        return True
    before = _WORD.findall(line[: found.start])[-_NEAR:]
    behind = _WORD.findall(line[found.end :])[:_NEAR]
    return bool(NEGATED & {*before, *(word for word in behind if word not in ("like", "as"))})


@cache
def _finder(table: Table) -> tuple[dict[str, Row], WordFinder]:
    cells = [[cell.strip() for cell in row.split("|")] for row in rows_of(_TABLES[table])]
    rows = {name: Row(name, said) for name, said, _ in cells}
    return rows, WordFinder(
        {name: [w.strip() for w in words.casefold().split(";")] for name, _, words in cells}
    )


def wished(table: Table, notes: Iterable[str]) -> tuple[tuple[str, ...], frozenset[str]]:
    """What notes ask for of a table, and what they want gone: “a lamp by the bed”, “lose the mirror”."""
    added, gone = dict[str, None](), set[str]()
    _, finder = _finder(table)
    for note in notes:
        for clause in _CLAUSE.split(note.casefold()):
            for name, _, start, _ in finder.find(clause):
                refused = bool(LESS & set(_WORD.findall(clause[:start])[-_REACH:]))
                if refused:
                    added.pop(name, None)
                    gone.add(name)
                else:
                    gone.discard(name)
                    added[name] = None
    return tuple(added), frozenset(gone)
