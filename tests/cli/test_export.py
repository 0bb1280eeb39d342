"""`cineledger export`."""

import csv
import io
import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.support.film import SCRIPT
from tests.support.program import Program

CRLF = SCRIPT.replace("\n", "\r\n")


@pytest.mark.parametrize(
    "script",
    [
        SCRIPT.encode(),
        CRLF.encode(),
        SCRIPT.replace("\n", "\r").encode(),
        SCRIPT.encode("utf-8-sig"),
        CRLF.encode("utf-16"),
        b"\xfe\xff" + SCRIPT.encode("utf-16-be"),
        SCRIPT.rstrip("\n").encode(),
        SCRIPT.replace("kettle", "th\xe9i\xe8re").encode("latin-1"),
        ("\n\n  \n" + SCRIPT.replace("\n\nTOM", " \r\n\n\t\nTOM") + "\n\n\n").encode(),
    ],
    ids=["lf", "crlf", "cr", "bom", "utf-16", "utf-16-be", "no final newline", "latin-1", "mixed"],
)
def test_an_untouched_script_comes_out_as_it_went_in(program: Program, script: bytes) -> None:
    """Byte for byte: line ends, marks, encoding and the end of the file."""
    program.within("open", "pilot", "--script", "-", stdin=script)
    assert program.within("export", "PILOT", "script").done().raw == script


def test_shots(film: Program) -> None:
    """Shots come as CSV by default, and as JSON and Markdown, in the order of the script."""
    rows = list(csv.DictReader(io.StringIO(film("export", "pilot", "shots").done().out)))
    assert [row["shot"] for row in rows] == sorted(row["shot"] for row in rows) and len(rows) > 3
    as_json = film.within("export", "pilot", "shots", "--format", "json").done().json()
    assert [row["shot"] for row in as_json] == [row["shot"] for row in rows]
    markdown = film.within("export", "pilot", "shots", "--format", "md").done().lines
    assert markdown[0] == "# Shots of pilot" and len(markdown) == 4 + len(rows)


@pytest.mark.parametrize("what", ["characters", "decisions"])
def test_characters_and_decisions(film: Program, what: str) -> None:
    """They come in the same formats; `--json` is the same as `--format json`."""
    rows = film.within("export", "pilot", what, "--json").done().json()
    assert rows and json.loads(film.within("export", "pilot", what, "--format", "json").raw) == rows
    assert (
        film.within("export", "pilot", what, "--format", "md")
        .done()
        .out.startswith(f"# {what.capitalize()} of pilot")
    )


def test_bytes_through_the_real_program(program: Program, tmp_path: Path) -> None:
    """The same through a pipe and a file, by `-o` and without."""
    script = CRLF.encode("utf-16")
    file = tmp_path / "script.fountain"
    file.write_bytes(script)
    program.within("open", "pilot", "--script", file).done()
    assert program("export", "pilot", "script").done().raw == script
    assert program("export", "pilot", "script", "-o", "out", cwd=tmp_path).done().raw == b""
    assert (tmp_path / "out").read_bytes() == script


def test_the_head_is_told(film: Program, tmp_path: Path) -> None:
    """Every export names the head it was made from, which `verify` takes; with a file, `--json` does."""
    told = film("export", "pilot", "script").done().err
    file = tmp_path / "shots.csv"
    found = film.within("export", "pilot", "shots", "-o", file, "--json").done().json()
    assert found["file"] == str(file) and found["of"] == f"pilot@{film.head()}"
    assert told == f"standard output: script of pilot@{film.head()}, head {found['head']}\n"
    film.within("verify", "pilot", "--head", found["head"]).done()


def test_what_can_not_be_exported(film: Program, tmp_path: Path) -> None:
    """Wrong formats and places are refused, and leave no file behind."""
    film("export", "pilot", "shots", "--format", "fountain").refused(
        "shots can't be written as fountain", "csv"
    )
    film.within("export", "pilot", "script", "--json").refused("script can't be written as json", "fountain")
    film.within("export", "pilot", "shots", "--json", "--format", "csv").misused("--json and --format csv")
    film.within("export", "pilot", "everything").misused("'everything'")
    film.within("export", "nobody", "script").refused("no production nobody")
    film.within("export", "pilot", "script", "-o", tmp_path / "no" / "x").refused("can't be written", "-o")
    film.within("export", "pilot", "script", "-o", tmp_path).refused("can't be written")
    assert list(tmp_path.iterdir()) == []


def test_a_link_stays_a_link(film: Program, tmp_path: Path) -> None:
    """Writing to a link, a pipe or a device writes through it and does not replace it."""
    (tmp_path / "link").symlink_to(tmp_path / "real")
    film.within("export", "pilot", "script", "-o", tmp_path / "link")
    assert (tmp_path / "link").is_symlink() and (tmp_path / "real").read_text() == SCRIPT
    film.within("export", "pilot", "script", "-o", "/dev/null").done()
    assert Path("/dev/null").is_char_device()


def test_an_idea_has_no_script_yet(program: Program) -> None:
    """An idea's script is there once it is written."""
    program.within("open", "pilot", "--idea", "A dog waits for a bus.")
    program.within("export", "pilot", "script").refused("has no script", "once scenes are written")
    program.within("run", "pilot")
    assert "EXT. PARK" in program.within("export", "pilot", "script").done().out


def test_the_screenplay_as_a_pdf(film: Program, tmp_path: Path) -> None:
    """It is written to a file or a pipe, the same each time, on the paper asked for."""
    told = film("export", "pilot", "pdf", "-o", "film.pdf", cwd=tmp_path).done().err
    assert told.startswith(f"film.pdf: pdf of pilot@{film.head()}, head ")
    data = (tmp_path / "film.pdf").read_bytes()
    assert film("export", "pilot", "pdf").done().raw == data
    sheets = PdfReader(io.BytesIO(data)).pages
    assert len(sheets) == 2 and "INT. KITCHEN - NIGHT" in sheets[1].extract_text()
    a4 = film.within("export", "pilot", "pdf", "--paper", "a4").done().raw
    assert round(PdfReader(io.BytesIO(a4)).pages[1].mediabox.height) == 842
    found = film.within("export", "pilot", "pdf", "-o", tmp_path / "again.pdf", "--json").done().json()
    assert found["what"] == "pdf" and (tmp_path / "again.pdf").read_bytes() == data


def test_a_pdf_is_not_for_a_terminal(film: Program) -> None:
    """Nobody wants its bytes on the screen."""
    shown, code = film.at_terminal("export", "pilot", "pdf")
    assert code == 1 and "Refused: a terminal can't show a PDF" in shown and "-o pilot.pdf" in shown


def test_options_of_a_pdf(film: Program) -> None:
    """They are for a pdf alone, and a font has to be one."""
    film.within("export", "pilot", "shots", "--paper", "a4").misused("for a pdf")
    film.within("export", "pilot", "pdf", "--font", "nowhere.ttf").misused("nowhere.ttf")
    film.within("export", "pilot", "pdf", "--font", __file__).refused("can't be used as a font", ".ttf")
    film.within("export", "pilot", "pdf", "--format", "csv").refused("pdf can't be written as csv", "pdf")
    film.within("export", "pilot", "pdf", "--json").refused("pdf can't be written as json", "pdf")


def test_a_pdf_says_loudly_what_it_lacks(program: Program, tmp_path: Path) -> None:
    """The characters, how many and where, on standard error; the PDF is written all the same."""
    script = "INT. A - DAY\n\nMAYA\nNothing.\n\nINT. B - DAY\n\nJO\n漢字が、漢字。\n".encode()
    program.within("open", "pilot", "--script", "-", stdin=script).done()
    answer = program("export", "pilot", "pdf", "-o", "film.pdf", cwd=tmp_path).done()
    assert (
        "WARNING: no typeface at hand has Chinese characters: 漢 (U+6F22) 字 (U+5B57). They stand 4"
        in answer.err
    )
    assert "first in scene 2" in answer.err and "Hiragana" in answer.err and "--font FILE" in answer.err
    assert (tmp_path / "film.pdf").read_bytes().startswith(b"%PDF-")


def test_pages_as_plain_text(film: Program) -> None:
    """The pages as a typewriter would leave them, with scene numbers in both margins."""
    lines = film("export", "pilot", "pages").done().lines
    assert lines[0].strip() == "1." and lines[2].split() == ["1", "INT.", "KITCHEN", "-", "NIGHT", "1"]
    assert lines[6] == " " * 30 + "MAYA" and lines[7] == " " * 18 + "You came back."


def test_scenes_know_their_pages(film: Program) -> None:
    """Pages and eighths are columns like any other; `why` leads to the paging."""
    rows = film.rows("select scene, page, last_page, eighths from scenes order by place")
    assert [tuple(row.values()) for row in rows] == [("1", 1, 1, 2), ("2", 1, 1, 1)]
    assert film.rows("select pages from productions") == [{"pages": 1}]
    assert "paged the script: 1 page" in film.within("why", "pilot", "scenes", "1", "eighths").done().out
