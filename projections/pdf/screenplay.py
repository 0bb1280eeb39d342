"""A screenplay as a PDF that a production office takes: US Letter or A4, margins of the trade, revision marks."""

import io
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.pdfgen.canvas import Canvas

from cineledger.domain.fountain.screenplay import TitleField
from cineledger.domain.script.breaking import columns
from cineledger.domain.script.layout import PAGE_COLUMNS
from cineledger.domain.script.pages import Line, SceneOnPage, paginated
from cineledger.projections.pdf.pen import PITCH, Missing, Pen
from cineledger.projections.pdf.title_sheet import Placed, title_sheet
from cineledger.projections.pdf.typeface import Typefaces

Paper = Literal["letter", "a4"]
SIZES: dict[Paper, tuple[float, float]] = {"letter": LETTER, "a4": A4}

TITLE_PAGE = "title page"
"""Stands for a scene where something is on the title page."""

INCH = 72.0
LEADING = 12.0
"""Points from line to line: six lines an inch."""
LEFT = 1.5 * INCH
TOP = 1.0 * INCH
ASCENT = 9.5
"""From the top of a line to where its letters stand."""
HEADER = 0.5 * INCH
NUMBER_LEFT = 1.0 * INCH
NUMBER_RIGHT = 7.4 * INCH
MARK = 8.0 * INCH
"""Where the asterisk of a changed line stands."""
LONGEST_NUMBER = 4
"""Characters of a scene number between its place in the margin and the text."""

TINTS = {
    "Blue": (0.86, 0.92, 1.0),
    "Pink": (1.0, 0.89, 0.93),
    "Yellow": (1.0, 0.99, 0.82),
    "Green": (0.87, 0.97, 0.86),
    "Goldenrod": (0.99, 0.93, 0.74),
    "Buff": (0.98, 0.94, 0.85),
    "Salmon": (1.0, 0.89, 0.83),
    "Cherry": (1.0, 0.85, 0.86),
}
"""The paper of each revision colour, light enough to read and to copy; white stays white."""


@dataclass(frozen=True, slots=True)
class Revision:
    """What the draft at hand changed."""

    colour: str
    """As `cineledger.domain.script.colours.colour` names it."""
    label: str = ""
    """Its date or name, told in the header of every changed page."""
    changed: Mapping[str, frozenset[int]] = field(default_factory=dict)
    """Scene → the places of its elements that were changed; each of their lines gets an asterisk."""

    def marks(self, line: Line) -> bool:
        """The line belongs to a changed element."""
        return line.kind != "more" and line.element in self.changed.get(line.scene, frozenset())


class Pdf(NamedTuple):
    """A PDF, and what it could not say."""

    data: bytes
    pages: int
    """Without the title page."""
    missing: tuple[Missing, ...]
    """Characters that are boxes in it."""
    right_to_left: str | None
    """The first scene with writing from right to left, whose letters are in order but not joined."""


def screenplay_pdf(
    scenes: Sequence[SceneOnPage],
    *,
    title: str,
    title_page: Sequence[TitleField] = (),
    paper: Paper = "letter",
    font: Path | None = None,
    revision: Revision | None = None,
) -> Pdf:
    """The script on its pages behind a title page; the same script gives the same bytes.

    With a `revision`, changed lines carry an asterisk, and pages that have one its colour and label. `font` is
    somebody's own for what the built-in typefaces lack.
    """
    found = paginated(scenes)
    label = f"{revision.colour} Revision {revision.label}".rstrip() if revision else ""
    front = list(title_sheet(title_page, title, label))
    texts = [line.text for page in found.pages for line in page] + [placed.text for placed in front]
    typefaces = Typefaces(unicodedata.normalize("NFC", "".join("".join(texts).split())), font)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=SIZES[paper], invariant=1, pageCompression=1)
    _describe(canvas, title, title_page)
    sheet = _Sheet(canvas, Pen(canvas, typefaces), SIZES[paper])
    sheet.title(front)
    for number, page in enumerate(found.pages, start=1):
        sheet.page(number, page, revision, label)
    canvas.save()
    missing = tuple(sheet.pen.missing.values())
    return Pdf(out.getvalue(), len(found.pages), missing, sheet.pen.right_to_left)


def _describe(canvas: Canvas, title: str, fields: Iterable[TitleField]) -> None:
    canvas.setTitle(title)
    canvas.setCreator("Cineledger")
    authors = [", ".join(f.values) for f in fields if f.key.casefold() in ("author", "authors")]
    canvas.setAuthor("; ".join(authors))


class _Sheet:
    """Fills sheet after sheet of one size of paper."""

    def __init__(self, canvas: Canvas, pen: Pen, size: tuple[float, float]) -> None:
        self.pen = pen
        self._canvas = canvas
        self._width, self._height = size

    def title(self, lines: Iterable[Placed]) -> None:
        """The title page, which has no number."""
        for row, column, text, styles in lines:
            self.pen.write(LEFT + column * PITCH, self._y(row), text, styles, TITLE_PAGE)
        self._canvas.showPage()

    def page(self, number: int, lines: Sequence[Line], revision: Revision | None, label: str) -> None:
        """One page of script."""
        changed = {line.row for line in lines if revision and revision.marks(line)}
        if changed and revision:
            self._tint(revision.colour)
            self._header(label, LEFT + (PAGE_COLUMNS - columns(label)) // 2 * PITCH)
        if number > 1:
            text = f"{number}."
            self._header(text, LEFT + (PAGE_COLUMNS - len(text)) * PITCH)
        for line in lines:
            y = self._y(line.row)
            self.pen.write(LEFT + line.column * PITCH, y, line.text, line.styles, line.scene)
            if line.number:
                before = min(NUMBER_LEFT, NUMBER_LEFT + (LONGEST_NUMBER - columns(line.number)) * PITCH)
                self.pen.write(before, y, line.number, scene=line.scene)
                self.pen.write(NUMBER_RIGHT, y, line.number, scene=line.scene)
        for row in sorted(changed):
            self.pen.write(MARK, self._y(row), "*")
        self._canvas.showPage()

    def _header(self, text: str, x: float) -> None:
        self.pen.write(x, self._height - HEADER - ASCENT, text)

    def _tint(self, colour: str) -> None:
        tint = TINTS.get(colour.split()[-1])
        if tint:
            self._canvas.setFillColorRGB(*tint)
            self._canvas.rect(0, 0, self._width, self._height, stroke=0, fill=1)
            self._canvas.setFillGray(0)

    def _y(self, row: int) -> float:
        return self._height - TOP - row * LEADING - ASCENT
