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


def no_script(reader: Reader, name: str) -> Refused:
    """That a production has no script, and when it has one."""
    (production,) = reader.rows("SELECT form FROM productions WHERE production = ?", (name,))
    beside = {
        "series": f"Its episodes have: cineledger series {name}",
        "character": "The productions have that she was in: cineledger sql 'from canon'",
    }
    return Refused(
        f"{name} has no script", beside.get(production["form"], "It has one once scenes are written.")
    )


def script(reader: Reader, name: str, number: int | None = None) -> Script:
    """The script of a production, at the head or as an event left it; refuses one that has none."""
    found = reader.rows("SELECT title_page FROM scripts_at(?, ?)", (name, number))
    if not found:
        raise no_script(reader, name)
    (production,) = reader.rows("SELECT title FROM productions WHERE production = ?", (name,))
    rows = reader.rows(
        "SELECT scene, number, heading, text, omitted FROM scenes_at(?, ?) ORDER BY place", (name, number)
    )
    return Script(
        title=production["title"],
        title_page=tuple(TitleField(**field) for field in found[0]["title_page"] or ()),
        scenes=tuple(
            SceneOnPage(
                row["scene"],
                None if row["heading"] is None else row["number"],
                read_scene(row["text"]),
                row["omitted"],
            )
            for row in rows
        ),
    )


def revision(reader: Reader, name: str, number: int | None = None) -> "Revision | None":
    """What the latest draft changed, line by line, with its colour and date; None for a first draft."""
    from cineledger.projections.pdf.screenplay import Revision

    latest = reader.rows(
        "SELECT s.draft, s.colour, strftime(e.time, '%Y-%m-%d') AS date FROM scripts_at(?1, ?2) s "
        "JOIN events_at(?1, ?2) e ON e.address = s.address WHERE s.draft > 1",
        (name, number),
    )
    if not latest:
        return None
    changed = reader.rows(
        "SELECT s.scene, coalesce(list(e.element) FILTER (e.changed), CASE WHEN s.omitted THEN [0] ELSE [] END) "
        "AS places FROM scenes_at(?1, ?2) s LEFT JOIN script_elements_at(?1, ?2) e ON e.scene = s.scene "
        "WHERE s.draft = ?3 GROUP BY s.scene, s.omitted",
        (name, number, latest[0]["draft"]),
    )
    marked = {row["scene"]: frozenset(row["places"]) for row in changed}
    return Revision(latest[0]["colour"], latest[0]["date"], marked)


def pdf(
    reader: Reader,
    name: str,
    number: int | None = None,
    *,
    paper: "Paper" = "letter",
    font: Path | None = None,
    revisions: bool = True,
) -> "Pdf":
    """The script as a PDF, with what its typefaces lack; `revisions` marks what the latest draft changed."""
    from cineledger.projections.pdf.screenplay import screenplay_pdf

    taken = script(reader, name, number)
    return screenplay_pdf(
        taken.scenes,
        title=taken.title,
        title_page=taken.title_page,
        paper=paper,
        font=font,
        revision=revision(reader, name, number) if revisions else None,
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
