"""Elements as blocks of lines: which column each kind stands in, and what belongs together on a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from cineledger.domain.fountain.emphasis import emphasised
from cineledger.domain.fountain.screenplay import Element, ElementKind
from cineledger.domain.script.breaking import TAB, broken, columns

LINES_A_PAGE = 55
PAGE_COLUMNS = 61
"""Columns of action; a column is a tenth of an inch, and the first stands 1.5 inches from the paper's edge."""

SPOKEN = frozenset[ElementKind]({"dialogue", "lyric"})
UNSEEN = frozenset[ElementKind]({"note", "boneyard", "section", "synopsis", "page_break"})
_SPEECH = SPOKEN | {"parenthetical"}

LineKind = Literal[ElementKind, "more", "continued", "omitted"]
"""An element's own kind; or (MORE), the cue repeated on the next page, or an omitted scene."""


class Column(NamedTuple):
    """Where a kind of element stands: its first column, and how many it has."""

    first: int
    width: int


ACTION = Column(0, PAGE_COLUMNS)
HEADING = Column(0, 56)
"""Leaves room for the scene number in the right margin."""
CUE = Column(22, 38)
PLACES: dict[ElementKind, Column] = {
    "heading": HEADING,
    "cue": CUE,
    "parenthetical": Column(16, 25),
    "dialogue": Column(10, 35),
    "lyric": Column(10, 35),
}
HALVES = (Column(0, 29), Column(31, 29))
"""The two speeches of dual dialogue, side by side."""
_IN_HALF: dict[ElementKind, Column] = {"cue": Column(7, 22), "parenthetical": Column(3, 22)}
"""From the half's own first column; speech takes all of it."""

MOST_CUE_ROWS = 5
"""A cue that takes more is no name, and runs on like action."""

BLANK_BEFORE_HEADING = 2
BLANK_BEFORE = 1


class Text(NamedTuple):
    """One line of an element in its column, not yet on a page."""

    kind: LineKind
    column: int
    text: str
    styles: str
    """As `emphasised` gives them."""
    element: int
    """The element's place in its scene."""
    first: bool
    """The element begins with it."""


Row = tuple[Text, ...]
"""What stands side by side: one text, or in dual dialogue up to two."""


BlockKind = Literal["heading", "flow", "speech", "whole", "transition", "break"]
_Group = list[tuple[int, Element]]
"""Elements that make one block, with their places in the scene."""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that the paginator treats as one thing."""

    kind: BlockKind
    """A heading stays with what follows, a transition with what it follows; a whole is never broken."""
    rows: tuple[Row, ...]
    cue_rows: int = 0
    """Of a speech: its first rows, the name."""

    @property
    def before(self) -> int:
        """Blank lines above it, unless it stands at the top of a page."""
        return BLANK_BEFORE_HEADING if self.kind == "heading" or self.omitted else BLANK_BEFORE

    @property
    def omitted(self) -> bool:
        """It is all that is left of a scene."""
        return bool(self.rows) and self.rows[0][0].kind == "omitted"


OMITTED = Block("whole", ((Text("omitted", 0, "OMITTED", "", 0, True),),))


def blocks(elements: Sequence[Element]) -> Iterator[Block]:
    """A scene's printed elements in order; what is dual stands beside the speech before it."""
    waiting: _Group = []
    for group in _grouped(elements):
        place, element = group[0]
        if waiting and element.dual:
            yield from _side_by_side(waiting, group)
            waiting = []
            continue
        if waiting:
            yield _speech(waiting)
        waiting = []
        if element.kind == "cue" or element.kind in _SPEECH:
            waiting = group
        elif element.kind == "page_break":
            yield Block("break", ())
        else:
            kind: BlockKind = element.kind if element.kind in ("heading", "transition") else "flow"
            yield Block(kind, tuple((text,) for text in _texts(place, element)))
    if waiting:
        yield _speech(waiting)


def _grouped(elements: Sequence[Element]) -> Iterator[_Group]:
    """Each printed element or page break by itself, but a speech with its cue; notes within it are passed over."""
    speech: _Group = []
    for place, element in enumerate(elements):
        if element.kind in UNSEEN and element.kind != "page_break":
            continue
        if speech and _goes_on(speech[-1][1], element):
            speech.append((place, element))
            continue
        if speech:
            yield speech
        speech = [(place, element)]
    if speech:
        yield speech


def _goes_on(last: Element, element: Element) -> bool:
    if element.kind not in _SPEECH:
        return False
    return last.kind == "cue" or (last.kind in _SPEECH and last.character == element.character)


def _speech(speech: _Group) -> Block:
    rows = [[(text,) for text in _texts(place, element)] for place, element in speech]
    cue = len(rows[0]) if speech[0][1].kind == "cue" else 0
    flat = tuple(row for part in rows for row in part)
    return Block("speech", flat, cue) if cue <= MOST_CUE_ROWS else Block("flow", flat)


def _side_by_side(left: _Group, right: _Group) -> Iterator[Block]:
    """Both speeches at once, or one below the other where they are longer than a page."""
    halves = [
        [text for place, element in speech for text in _texts(place, element, half)]
        for speech, half in zip((left, right), HALVES, strict=True)
    ]
    length = max(len(half) for half in halves)
    if length > LINES_A_PAGE:
        yield from (_speech(left), _speech(right))
        return
    rows = (tuple(half[row] for half in halves if row < len(half)) for row in range(length))
    yield Block("whole", tuple(rows))


def _texts(place: int, element: Element, half: Column | None = None) -> Iterator[Text]:
    """The element's lines, each of its typed lines broken in its column."""
    column = PLACES.get(element.kind, ACTION)
    if half is not None:
        inner = _IN_HALF.get(element.kind, Column(0, half.width))
        column = Column(half.first + inner.first, inner.width)
    first = True
    for typed in element.text.split("\n"):
        seen, styles = emphasised(typed.replace("\t", TAB))
        for start, stop in broken(seen, column.width):
            text = seen[start:stop]
            yield Text(
                element.kind,
                _column(element.kind, column, text, first),
                text,
                styles[start:stop],
                place,
                first,
            )
            first = False


def _column(kind: ElementKind, column: Column, text: str, first: bool) -> int:
    match kind:
        case "centered":
            return max(0, (PAGE_COLUMNS - columns(text)) // 2)
        case "transition":
            return max(0, PAGE_COLUMNS - columns(text))
        case "parenthetical" if not first:
            return column.first + 1
        case _:
            return column.first
