"""Writing lines of text on a page of fixed pitch: ten characters an inch, one column each, two for wide ones."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from cineledger.domain.fountain.emphasis import UNDERLINE
from cineledger.domain.script.breaking import columns_of
from cineledger.projections.pdf.typeface import EM, Face, Typefaces, is_invisible

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

SIZE = 12.0
PITCH = 7.2
"""Points from one column to the next."""
UNDERLINE_BELOW = 1.8
_PIECE = re.compile(r"\s+|\S+")
_RIGHT_TO_LEFT = ("R", "AL")


@dataclass(slots=True)
class Missing:
    """A character that no typeface at hand has."""

    character: str
    first: str
    """The scene where it comes first."""
    count: int = 0


class _Cell(NamedTuple):
    column: int
    width: int
    text: str
    """A character with the marks that join it."""
    face: Face | None
    """None where no typeface has it."""
    style: int


class Pen:
    """Writes on a canvas, and remembers what it could not write."""

    def __init__(self, canvas: "Canvas", typefaces: Typefaces) -> None:
        self._canvas = canvas
        self._typefaces = typefaces
        self.missing: dict[str, Missing] = {}
        self._boxed: tuple[float, float] | None = None
        """Where the last box stands: a mark that joins it needs none of its own."""
        self.right_to_left: str | None = None
        """The first scene with writing from right to left."""

    def write(self, x: float, y: float, text: str, styles: str = "", scene: str = "") -> None:
        """A line whose first column begins at x; a character that no typeface has is a box with its code point."""
        if not text.isascii():
            text, styles = self._in_order(text, styles, scene)
        if not styles and self._typefaces.main.sets(text):
            self._draw(x, y, [_Cell(0, len(text), text, self._typefaces.main.faces[0], 0)], scene)
            return
        run: list[_Cell] = []
        for cell in self._cells(text, styles):
            if run and not _goes_on(run[-1], cell):
                self._draw(x, y, run, scene)
                run = []
            run.append(cell)
        if run:
            self._draw(x, y, run, scene)

    def _in_order(self, text: str, styles: str, scene: str) -> tuple[str, str]:
        """Composed, and in the order in which it is seen; a line that runs from right to left keeps one style."""
        ways = [unicodedata.bidirectional(character) for character in text]
        leftward = sum(way in _RIGHT_TO_LEFT for way in ways)
        if leftward:
            from bidi import get_display

            self.right_to_left = self.right_to_left or scene
            text = str(get_display(text, base_dir="R" if leftward > ways.count("L") else "L"))
            return text, styles[:1] * len(text) if len(set(styles)) == 1 else ""
        composed = unicodedata.normalize("NFC", text)
        if styles and len(composed) != len(text):
            return text, styles
        return composed, styles

    def _cells(self, text: str, styles: str) -> Iterator[_Cell]:
        column = 0
        for piece in _PIECE.finditer(text):
            word = "".join(c for c in piece[0] if not is_invisible(c))
            if word.isspace():
                word = " "
            for place, character in enumerate(piece[0], start=piece.start()):
                if is_invisible(character):
                    continue
                width = columns_of(character)
                shown = " " if character.isspace() else character
                style = int(styles[place]) if styles else 0
                face = self._typefaces.face(shown, style, word)
                yield _Cell(column if width else max(0, column - 1), width, shown, face, style)
                column += width

    def _draw(self, x: float, y: float, run: list[_Cell], scene: str) -> None:
        left = x + run[0].column * PITCH
        width = sum(cell.width for cell in run) * PITCH
        text = "".join(cell.text for cell in run)
        face = run[0].face
        if face is None:
            self._box(left, y, run[0], scene)
        else:
            advance = face.advance * SIZE / EM
            self._canvas.setFont(face.name, SIZE)
            self._canvas.drawString(left, y, text, charSpace=PITCH - advance if len(text) > 1 else 0)
        if run[0].style & UNDERLINE:
            self._canvas.setLineWidth(0.6)
            self._canvas.line(left, y - UNDERLINE_BELOW, left + width, y - UNDERLINE_BELOW)

    def _box(self, x: float, y: float, cell: _Cell, scene: str) -> None:
        found = self.missing.setdefault(cell.text, Missing(cell.text, scene))
        found.count += 1
        if not cell.width and self._boxed == (x, y):
            return
        self._boxed = (x, y)
        width = max(1, cell.width) * PITCH
        self._canvas.setLineWidth(0.4)
        self._canvas.rect(x + 0.3, y - 2, width - 0.6, 10.4)
        code = f"{ord(cell.text):04X}"
        half = (len(code) + 1) // 2
        self._canvas.setFont("CourierPrime", 3.4)
        for line, part in enumerate((code[:half], code[half:])):
            self._canvas.drawCentredString(x + width / 2, y + 4.2 - line * 4, part)


def _goes_on(last: _Cell, cell: _Cell) -> bool:
    """Whether a cell can be written in one go with the one before it."""
    same = last.face is cell.face and last.style == cell.style and cell.face is not None
    return same and last.width == cell.width == 1 and "own:" not in (cell.face.name if cell.face else "")
