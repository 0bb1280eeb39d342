"""The pages of a screenplay: which line stands where, and how long each scene is in eighths of a page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.script.events import ScenePages, ScriptPaged, ScriptState
from cineledger.domain.script.layout import LINES_A_PAGE, OMITTED, Block, LineKind, Row, Text, blocks
from cineledger.domain.script.measure import in_eighths
from cineledger.domain.script.page_breaks import LEAST_LINES, MORE, best_break, continued, least_start, more

_WINDOW = LINES_A_PAGE + LEAST_LINES
"""Rows that are looked at to end a page, however long a block is."""


@dataclass(frozen=True, slots=True)
class SceneOnPage:
    """A scene as the paginator takes it."""

    scene: str
    number: str | None
    """Printed in both margins beside its heading."""
    elements: Sequence[Element]
    omitted: bool = False
    """Nothing is left of it but its number."""


class Line(NamedTuple):
    """One line of a page."""

    row: int
    """Counted from 0; two lines of dual dialogue share one."""
    column: int
    """In tenths of an inch from the left margin."""
    kind: LineKind
    text: str
    styles: str
    """A digit for each character, as `emphasised` gives them; empty where nothing is emphasised."""
    scene: str
    element: int
    """The element's place in its scene."""
    first: bool
    """The element begins with it."""
    number: str | None
    """The scene number, on the first line of a scene's heading."""


class Paged(NamedTuple):
    """A screenplay on its pages."""

    pages: tuple[tuple[Line, ...], ...]
    scenes: tuple[ScenePages, ...]


def paged(script: ScriptState) -> ScriptPaged:
    """The pages that a script takes as it stands."""
    scenes = [script.scenes[scene] for scene in script.order]
    found = paginated(
        [SceneOnPage(s.written.scene, s.written.number, s.written.elements, s.omitted) for s in scenes]
    )
    return ScriptPaged(pages=len(found.pages), scenes=found.scenes)


def paginated(scenes: Sequence[SceneOnPage]) -> Paged:
    """The pages that the scenes take in order, from the script's first on; none where nothing is printed."""
    parts = [list(_blocks(scene)) for scene in scenes]
    waiting = [block for part in parts for block in part]
    press, at = _Press(), 0
    for scene, part in zip(scenes, parts, strict=True):
        press.begin(scene)
        for block in part:
            at += 1
            press.put(block, _kept(block, waiting[at : at + 2]))
    return Paged(press.printed(), tuple(press.measured(scene) for scene in scenes))


def _blocks(scene: SceneOnPage) -> Iterable[Block]:
    return (OMITTED,) if scene.omitted else blocks(scene.elements)


def _kept(block: Block, following: Sequence[Block]) -> int:
    """The rows below a block that have to stand on its page, blank lines included.

    A heading keeps the beginning of what follows it, unless that is another heading; anything keeps the
    transition that ends it.
    """
    if not following or following[0].kind in ("break", "heading") or following[0].omitted:
        return 0
    after = following[0]
    if block.kind == "heading":
        kept = _kept(after, following[1:])
        start = least_start(after)
        return after.before + start + (kept if start == len(after.rows) else 0)
    ends = after.kind == "transition" and block.kind != "transition"
    return after.before + len(after.rows) if ends else 0


class _Stretch(NamedTuple):
    """From a scene's first row, the blank lines above it included, to its last; pages count from 0."""

    page: int
    top: int
    last_page: int
    bottom: int


class _Press:
    """Sets block after block on pages."""

    def __init__(self) -> None:
        self._pages: list[list[Line]] = [[]]
        self._feet: list[int] = []
        """For each finished page, the rows that count as taken: all, unless the writer ended it."""
        self._row = 0
        self._scene = ""
        self._number: str | None = None
        self._stretches: dict[str, _Stretch] = {}

    def begin(self, scene: SceneOnPage) -> None:
        """What is put from now on is of this scene."""
        self._scene, self._number = scene.scene, scene.number
        page = len(self._pages) - 1
        self._stretches[scene.scene] = _Stretch(page, self._row, page, self._row)

    def put(self, block: Block, kept: int) -> None:
        """Set one block, over as many pages as it takes, with room below it for what it keeps."""
        if block.kind == "break":
            if self._row:
                self._turn(foot=self._row)
            return
        lead: tuple[Row, ...] = ()
        cue, start = block.cue_rows, 0
        while True:
            gap = block.before if self._row else 0
            room = LINES_A_PAGE - self._row - gap
            left = len(lead) + len(block.rows) - start
            rows = lead + block.rows[start : start + _WINDOW]
            if left + kept <= room:
                break
            stay = best_break(block.kind, rows, cue, room)
            if not stay and not self._row:
                if left <= room:
                    break
                stay = room - more(cue)
            if stay:
                self._set(rows[:stay] + ((MORE,) if cue else ()), gap)
                start += stay - len(lead)
                lead = continued(rows[:cue])
                cue = len(lead)
            self._turn()
        self._set(rows, gap)

    def printed(self) -> tuple[tuple[Line, ...], ...]:
        """All pages that hold a line."""
        return tuple(tuple(page) for page in self._pages if page)

    def measured(self, scene: SceneOnPage) -> ScenePages:
        """Where a scene stands and how long it is; what is omitted or not printed takes no eighth."""
        page, top, last_page, bottom = self._stretches[scene.scene]
        rows = bottom - top
        if page != last_page:
            rows = self._feet[page] - top + sum(self._feet[page + 1 : last_page]) + bottom
        nothing = scene.omitted or not rows
        return ScenePages(
            scene=scene.scene,
            page=page + 1,
            last_page=last_page + 1,
            eighths=0 if nothing else in_eighths(rows),
        )

    def _set(self, rows: Sequence[Row], gap: int) -> None:
        page, top = len(self._pages) - 1, self._row
        self._row += gap
        for row in rows:
            self._pages[-1] += [self._line(text) for text in row]
            self._row += 1
        begun = self._stretches[self._scene]
        if begun.top == begun.bottom and begun.page == begun.last_page:
            begun = _Stretch(page, top, page, top)
        self._stretches[self._scene] = begun._replace(last_page=page, bottom=self._row)

    def _line(self, text: Text) -> Line:
        number = None
        if text.first and text.kind in ("heading", "omitted"):
            number, self._number = self._number, None
        return Line(
            self._row,
            text.column,
            text.kind,
            text.text,
            text.styles,
            self._scene,
            text.element,
            text.first,
            number,
        )

    def _turn(self, foot: int = LINES_A_PAGE) -> None:
        self._feet.append(foot)
        self._pages.append([])
        self._row = 0
