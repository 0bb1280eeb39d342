"""What an answer cites of a script: lines that are there, and words that they hold."""

from collections.abc import Iterator, Sequence

from cineledger.agents import checking
from cineledger.agents.craft.page import units
from cineledger.domain.fountain.screenplay import Element


def cited(line: int | None, quote: str, elements: Sequence[Element], what: str) -> Iterator[str]:
    """A line that is not in the scene, or that does not hold what is quoted from it.

    A speech is one utterance: its words may be cited by any of its lines. Without a line, any may hold them.
    """
    if line is None:
        yield from checking.quoted(quote, elements, what)
    elif not 0 <= line < len(elements):
        yield f"{what}: there is no line {line}; they are counted from 0 to {len(elements) - 1}"
    elif list(checking.quoted(quote, elements[_utterance(line, elements)], what)):
        yield f"{what} quotes {quote!r}, which line {line} does not say"


def _utterance(line: int, elements: Sequence[Element]) -> slice:
    """The lines of the speech or action that a line is in."""
    for unit in units(elements):
        if unit.first <= line <= unit.last:
            return slice(unit.first, unit.last + 1)
    return slice(line, line + 1)
