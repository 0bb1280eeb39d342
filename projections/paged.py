"""The script on its pages, to take away as a PDF or as plain text."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cineledger.domain.fountain import read_scene
from cineledger.domain.fountain.screenplay import TitleField
from cineledger.domain.refusal import Refused
from cineledger.domain.script.breaking import columns
from cineledger.domain.script.layout import PAGE_COLUMNS
from cineledger.domain.script.pages import SceneOnPage, paginated
from cineledger.projections.reader import Reader

if TYPE_CHECKING:
    from cineledger.projections.pdf.screenplay import Paper, Pdf, Revision

NUMBERS = 8
"""Columns that the scene numbers of plain text take to the left of the page."""


class Script(NamedTuple):
    """A script, ready for its pages."""

    title: str
    title_page: tuple[TitleField, ...]
    scenes: tuple[SceneOnPage, ...]


def script(reader: Reader, name: str, number: int | None = None) -> Script:
    """The script of a production, at the head or as an event left it; refuses one that has none."""
    found = reader.rows("SELECT title_page FROM scripts_at(?, ?)", (name, number))
    if not found:
        raise Refused(f"{name} has no script", "It has one once scenes are written.")
    (production,) = reader.rows("SELECT title FROM productions WHERE production = ?", (name,))
    rows = reader.rows(
        "SELECT scene, number, heading, text FROM scenes_at(?, ?) ORDER BY place", (name, number)
    )
    return Script(
        title=production["title"],
        title_page=tuple(TitleField(**field) for field in found[0]["title_page"] or ()),
        scenes=tuple(
            SceneOnPage(
                row["scene"], None if row["heading"] is None else row["number"], read_scene(row["text"])
            )
            for row in rows
        ),
    )


def pdf(
    reader: Reader,
    name: str,
    number: int | None = None,
    *,
    paper: "Paper" = "letter",
    font: Path | None = None,
    revision: "Revision | None" = None,
) -> "Pdf":
    """The script as a PDF, with what its typefaces lack; `revision` marks what the current draft changed."""
    from cineledger.projections.pdf.screenplay import screenplay_pdf

    taken = script(reader, name, number)
    return screenplay_pdf(
        taken.scenes,
        title=taken.title,
        title_page=taken.title_page,
        paper=paper,
        font=font,
        revision=revision,
    )


def text(reader: Reader, name: str, number: int | None = None) -> str:
    """The pages as a typewriter would leave them, each begun by its number and ended by a form feed."""
    sheets = []
    for count, page in enumerate(paginated(script(reader, name, number).scenes).pages, start=1):
        rows = [""] * (page[-1].row + 1)
        for line in page:
            row = rows[line.row] or " " * NUMBERS
            if line.number:
                row = line.number.rjust(NUMBERS - 2).ljust(NUMBERS)
            rows[line.row] = row + " " * (line.column + NUMBERS - columns(row)) + line.text
            if line.number:
                rows[line.row] += " " * (PAGE_COLUMNS + NUMBERS + 2 - columns(rows[line.row])) + line.number
        sheets.append(f"{count}.".rjust(PAGE_COLUMNS + NUMBERS) + "\n\n" + "\n".join(rows) + "\n")
    return "\f".join(sheets)
