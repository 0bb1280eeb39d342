"""The screenplay as a PDF, read back by a reader that isn't ours, and looked at."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import reportlab
from pypdf import PdfReader

from cineledger.domain.fountain import read
from cineledger.domain.refusal import Refused
from cineledger.domain.script.pages import SceneOnPage, paginated
from cineledger.projections.pdf.lacking import lacking
from cineledger.projections.pdf.screenplay import Pdf, Revision, screenplay_pdf

SCRIPT = """Title: _**The Kettle**_
Credit: written by
Author: Zoë Ångström
Draft date: 2026-11-23
Contact: zoe@example.org

INT. KITCHEN - NIGHT #72A#

MAYA waits *so* long.

MAYA (V.O.)
(quietly)
You **came** back.

CUT TO:

EXT. YARD - DAY #73#

Snow.

===

INT. HALL - DAY #74#

Nobody.
"""
KHMER = Path(reportlab.__file__).parent / "fonts" / "hb-test.ttf"
"""A font with five Khmer letters, which the PDF library brings for its own tests."""


def scenes(fountain: str) -> list[SceneOnPage]:
    """The scenes of a script under the numbers that were typed."""
    found = []
    for place, text in enumerate(read(fountain).scenes):
        number = text.heading.number if text.heading else None
        found.append(SceneOnPage(number or f"0{place}", number, text.elements))
    return found


def made(fountain: str = SCRIPT, **more: Any) -> Pdf:
    """The PDF of a script."""
    return screenplay_pdf(scenes(fountain), title="A film", title_page=read(fountain).title_page, **more)


def pieces(pdf: Pdf, page: int) -> list[tuple[float, float, str, str]]:
    """What is written on a page (0 is the title page): inches from the left and the top, font, text."""
    found: list[tuple[float, float, str, str]] = []
    sheet = PdfReader(io.BytesIO(pdf.data)).pages[page]

    def visit(text: str, _: Any, matrix: Sequence[float], font: Any, __: float) -> None:
        if text.strip():
            top = float(sheet.mediabox.height) - matrix[5]
            found.append((round(matrix[4] / 72, 2), round(top / 72, 2), font["/BaseFont"][8:], text.strip()))

    sheet.extract_text(visitor_text=visit)
    return found


def pixel(pdf: Pdf, page: int, x: float, y: float) -> tuple[int, ...]:
    """The colour at so many inches from the left and the top."""
    image = pypdfium2.PdfDocument(pdf.data)[page].render(scale=2).to_pil()
    found: tuple[int, ...] = image.getpixel((int(x * 144), int(y * 144)))
    return found


def test_what_stands_on_the_pages_is_in_the_pdf() -> None:
    """A reader of PDF finds every line of the paginator's pages, on the same page."""
    pages = paginated(scenes(SCRIPT)).pages
    found = PdfReader(io.BytesIO(made().data)).pages
    assert len(found) == 1 + len(pages)
    for page, sheet in zip(pages, found[1:], strict=True):
        seen = "".join(sheet.extract_text().split())
        for line in page:
            assert "".join(line.text.split()) in seen


def test_margins_are_those_of_the_trade() -> None:
    """Inches from the left: action 1.5, dialogue 2.5, parenthetical 3.1, cue 3.7; the first line ends its inch."""
    at = {text: (x, y) for x, y, _, text in pieces(made(), 1)}
    assert at["INT. KITCHEN - NIGHT"] == (1.5, 1.13)
    assert at["MAYA waits"][0] == 1.5
    assert at["MAYA (V.O.)"][0] == 3.7
    assert at["(quietly)"][0] == 3.1
    assert at["You"][0] == 2.5
    assert at["CUT TO:"][0] == 6.9
    assert at["MAYA waits"][1] - at["INT. KITCHEN - NIGHT"][1] == pytest.approx(2 / 6, abs=0.01)


def test_scene_numbers_stand_in_both_margins_and_page_numbers_from_the_second_page() -> None:
    """Left and right of the slug line; `2.` at the upper right, and nothing on the first page."""
    numbers = [(x, text) for x, _, _, text in pieces(made(), 1) if text[0] == "7"]
    assert numbers == [(1.0, "72A"), (7.4, "72A"), (1.0, "73"), (7.4, "73")]
    assert (7.4, 0.63, "CourierPrime", "2.") in pieces(made(), 2)
    assert all(y >= 1 for _, y, _, _ in pieces(made(), 1))


def test_emphasis_is_set_in_its_typeface() -> None:
    """Bold, italic and underline as Fountain marks them; fonts are embedded."""
    fonts = {text: font for page in (0, 1) for _, _, font, text in pieces(made(), page)}
    assert fonts["came"] == "CourierPrime-Bold" and fonts["so"] == "CourierPrime-Italic"
    assert fonts["The Kettle"] == "CourierPrime-Bold" and fonts["Snow."] == "CourierPrime"
    page: Any = PdfReader(io.BytesIO(made().data)).pages[1]
    resources = page["/Resources"]["/Font"]
    used = [font.get_object() for font in resources.values()]
    embedded = [font for font in used if font["/BaseFont"][7] == "+"]
    assert embedded and all("/FontFile2" in font["/FontDescriptor"] for font in embedded)


def test_the_title_page_has_its_places() -> None:
    """Title, credit and author in the middle, contact at the lower left, the draft at the lower right."""
    at = {text: (x, y) for x, y, _, text in pieces(made(), 0)}
    assert (
        3.9 <= at["The Kettle"][0] + 0.5 <= 5.1
        and at["The Kettle"][1] < at["written by"][1] < at["Zoë Ångström"][1]
    )
    assert at["zoe@example.org"][0] == 1.5 and at["zoe@example.org"][1] > 9.9
    assert at["2026-11-23"][0] == 6.6 and at["2026-11-23"][1] > 9.9


def test_a_script_without_a_title_page_gets_the_production_s_title() -> None:
    """There is always a title page."""
    assert [text for *_, text in pieces(made("INT. A - DAY\n\nOne.\n"), 0)] == ["A film"]


def test_the_same_script_gives_the_same_bytes() -> None:
    """No clock and no chance."""
    assert made().data == made().data


@pytest.mark.parametrize(("paper", "size"), [("letter", (612, 792)), ("a4", (595, 842))])
def test_paper(paper: str, size: tuple[int, int]) -> None:
    """US Letter, or A4 with the same lines on the same pages."""
    sheets = PdfReader(io.BytesIO(made(paper=paper).data)).pages
    assert [(round(s.mediabox.width), round(s.mediabox.height)) for s in sheets] == [size] * 3


@pytest.mark.parametrize(
    "word", ["Последний паром ушёл", "Πού είναι το γράμμα;", "Łódź naïve Ærø œuvre", "Cafe\u0301 und ß"]
)
def test_writing_that_the_typefaces_have(word: str) -> None:
    """Latin, Greek and Cyrillic are set, and read back as they were; a combined letter as one."""
    pdf = made(f"INT. A - DAY\n\n{word}\n\n" + "English goes on. " * 40)
    assert pdf.missing == () and list(lacking(pdf)) == []
    assert word.replace("e\u0301", "é") in PdfReader(io.BytesIO(pdf.data)).pages[1].extract_text().replace(
        "\n", ""
    )


def test_what_the_typefaces_lack_is_a_box_and_a_warning() -> None:
    """Nothing is ever blank: each such character is a box, and a warning names it, how often, and where first."""
    pdf = made("INT. A - DAY #1#\n\nSo.\n\nINT. B - DAY #2#\n\n漢字漢 😀 पर \x07\n")
    assert {m.character: (m.first, m.count) for m in pdf.missing} == {
        "漢": ("2", 2),
        "字": ("2", 1),
        "😀": ("2", 1),
        "प": ("2", 1),
        "र": ("2", 1),
        "\x07": ("2", 1),
    }
    chinese, signs, indian, hint = lacking(pdf)
    assert (
        "Chinese characters: 漢 (U+6F22) 字 (U+5B57). They stand 3 times" in chinese and "scene 2" in chinese
    )
    assert "U+1F600" in signs and "U+0007" in signs and "\x07" not in signs
    assert "Devanagari" in indian and "--font" in hint
    row = 1 + 7 / 6
    edge = [pixel(pdf, 1, 1.5 + 0.3 / 72, row + n / 144) for n in range(20)]
    assert min(sum(colour) for colour in edge) < 500


def test_somebody_s_own_font_sets_what_is_lacking() -> None:
    """Only that; the rest stays as it was."""
    script = "INT. A - DAY\n\nBefore ឆ after.\n"
    assert [m.character for m in made(script).missing] == ["ឆ"]
    pdf = made(script, font=KHMER)
    assert pdf.missing == ()
    assert {font for *_, font, text in pieces(pdf, 1) if text == "after."} == {"CourierPrime"}
    with pytest.raises(Refused, match="can't be used as a font"):
        made(script, font=Path(__file__))


def test_right_to_left_is_in_its_order_and_told() -> None:
    """The first letter stands furthest right; a warning says what is still wrong with it."""
    pdf = made("INT. A - DAY #7#\n\nمرحبا\n")
    assert pdf.right_to_left == "7" and pdf.missing == ()
    assert "not joined" in list(lacking(pdf))[-1] and "scene 7" in list(lacking(pdf))[-1]


def test_changed_lines_carry_an_asterisk_and_their_pages_the_colour() -> None:
    """Each printed line of a changed element is marked; header and tint are on changed pages alone."""
    long = "Now the kettle boils, and nobody in this house, not even the cat, can look away."
    script = SCRIPT.replace("Snow.", long)
    revision = Revision("Blue", "2026-11-24", {"73": frozenset({1})})
    pdf = made(script, revision=revision)
    marks = [(x, y) for x, y, _, text in pieces(pdf, 1) if text == "*"]
    lines = [y for _, y, _, text in pieces(pdf, 1) if text in long and len(text) > 5]
    assert len(marks) == 2 and [y for _, y in marks] == lines and {x for x, _ in marks} == {8.0}
    assert "Blue Revision 2026-11-24" in [text for *_, text in pieces(pdf, 1)]
    assert "Blue Revision 2026-11-24" not in [text for *_, text in pieces(pdf, 2)]
    assert pixel(pdf, 1, 0.2, 0.2)[2] > pixel(pdf, 1, 0.2, 0.2)[0]
    assert pixel(pdf, 2, 0.2, 0.2) == (255, 255, 255)


def test_a_second_round_of_colours_has_the_same_paper() -> None:
    """2nd Pink is pink; white paper stays white."""
    changed = {"73": frozenset({1})}
    assert pixel(made(revision=Revision("2nd Pink", "", changed)), 1, 0.2, 0.2)[1] < 240
    assert pixel(made(revision=Revision("2nd White", "", changed)), 1, 0.2, 0.2) == (255, 255, 255)


def test_an_omitted_scene_is_told_by_its_number() -> None:
    """OMITTED between its number on both sides."""
    kept, gone, last = scenes(SCRIPT)
    pdf = screenplay_pdf([kept, SceneOnPage("73", "73", gone.elements, omitted=True), last], title="x")
    assert [(x, text) for x, _, _, text in pieces(pdf, 1)][-7:-4] == [
        (1.5, "OMITTED"),
        (1.0, "73"),
        (7.4, "73"),
    ]
