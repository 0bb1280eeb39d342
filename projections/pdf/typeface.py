"""The typefaces a screenplay is set in, and which of them sets which character."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from cineledger.domain.fountain.emphasis import BOLD, ITALIC
from cineledger.domain.refusal import Refused
from cineledger.domain.script.breaking import columns_of

FOLDER = Path(__file__).parent / "fonts"
FILES = {
    "Courier Prime": ("CourierPrime", "", "-Bold", "-Italic", "-BoldItalic"),
    "DejaVu Sans Mono": ("DejaVuSansMono", "", "-Bold", "-Oblique", "-BoldOblique"),
}
"""The stem of the files of each family, and the endings of plain, bold, italic and both. Courier Prime looks like a
screenplay and knows Latin; DejaVu Sans Mono adds Greek, Cyrillic, Armenian, Georgian and Arabic."""

EM = 1000


@dataclass(frozen=True, slots=True)
class Face:
    """One font file under the name that the PDF library knows it by."""

    name: str
    glyphs: frozenset[int]
    """The code points it has a shape for."""
    advance: float
    """Of the letter n, in thousandths of the size."""


@dataclass(frozen=True, slots=True)
class Family:
    """A typeface in up to four styles."""

    faces: tuple[Face, ...]
    """Plain, bold, italic, bold italic; or plain alone."""

    def face(self, character: str, style: int) -> Face | None:
        """The face that sets the character, in its style where there is one, else plain; None where there is none."""
        wanted = self.faces[style & (BOLD | ITALIC)] if len(self.faces) > 1 else self.faces[0]
        return next((face for face in (wanted, self.faces[0]) if ord(character) in face.glyphs), None)

    def sets(self, text: str) -> bool:
        """Every character takes one column and has a shape in the plain face."""
        glyphs = self.faces[0].glyphs
        return all(ord(c) in glyphs and columns_of(c) == 1 for c in text)


class Typefaces:
    """The families at hand for one script, the one that it is mainly set in first."""

    def __init__(self, text: str, font: Path | None = None) -> None:
        """Courier Prime comes first unless it lacks more than a tenth of the text's characters.

        `font` is somebody's own TrueType file, for what the built-in families lack; refuses what can't be used.
        """
        own = [_own(font)] if font else []
        counted = Counter(character for character in text if not is_invisible(character))
        built_in = sorted(map(_built_in, FILES), key=lambda family: _lacked(family, counted))
        self.families: Sequence[Family] = (*built_in, *own)

    @property
    def main(self) -> Family:
        """The family that a script is mainly set in."""
        return self.families[0]

    def family(self, word: str) -> Family | None:
        """The first family that has every character of the word."""
        return next((f for f in self.families if all(f.face(c, 0) for c in word)), None)

    def face(self, character: str, style: int, word: str) -> Face | None:
        """The face for one character of a word, so that no word mixes families unless it has to."""
        whole = self.family(word)
        if whole:
            return whole.face(character, style)
        return next((face for family in self.families if (face := family.face(character, style))), None)


def is_invisible(character: str) -> bool:
    """It joins, directs or selects others, and has no shape of its own."""
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"


def _lacked(family: Family, counted: Counter[str]) -> int:
    """How much of a text the family lacks; 0 where that is a tenth at most."""
    lacked = sum(n for character, n in counted.items() if family.face(character, 0) is None)
    return lacked if lacked * 10 > counted.total() else 0


@cache
def _built_in(name: str) -> Family:
    stem, *endings = FILES[name]
    return Family(tuple(_face(f"{stem}{ending}", FOLDER / f"{stem}{ending}.ttf") for ending in endings))


def _own(path: Path) -> Family:
    try:
        return Family((_face(f"own:{path.resolve()}", path),))
    except (TTFError, OSError, ValueError) as error:
        raise Refused(
            f"{path} can't be used as a font: {getattr(error, 'strerror', None) or error}",
            "Name a .ttf file, or an .otf with TrueType outlines.",
        ) from error


def _face(name: str, path: Path) -> Face:
    font = TTFont(name, str(path))
    pdfmetrics.registerFont(font)
    glyphs = frozenset(code for code, glyph in font.face.charToGlyph.items() if glyph)
    return Face(name, glyphs, pdfmetrics.stringWidth("n", name, EM))
