"""`cineledger import`."""

from pathlib import Path

from pypdf import PdfReader

from tests.support.film import SCRIPT
from tests.support.program import Program

BLUE = SCRIPT.replace("You came back.", "You came back for it.") + "\nINT. ATTIC - DAY\n\nDust.\n"


def blue(folder: Path, text: str = BLUE) -> Path:
    """A revised draft in a file."""
    path = folder / "blue.fountain"
    path.write_text(text)
    return path


def test_a_preview_records_nothing(planned: Program, tmp_path: Path) -> None:
    """It names the draft, the scenes, and what rested on them."""
    before = planned.head()
    answer = planned("import", "pilot", blue(tmp_path), "--preview").done()
    assert answer.lines[0] == "Took in draft 2 (Blue) from blue.fountain"
    assert "  gave scene 1 other lines: 1 of 10 are new or changed, 1 gone" in answer.lines
    assert "  put scene 3 in: INT. ATTIC - DAY" in answer.lines
    assert any(line.startswith("  what is felt in scene 1: ") for line in answer.lines)
    assert answer.lines[-1] == "Nothing is recorded."
    assert planned.head() == before


def test_pipes_say_yes(planned: Program, tmp_path: Path) -> None:
    """Where nobody can be asked, nothing is recorded without --yes."""
    before = planned.head()
    answer = planned("import", "pilot", blue(tmp_path))
    assert answer.code == 1 and "nobody is there to agree" in answer.err and "--yes" in answer.err
    assert answer.lines[0] == "Took in draft 2 (Blue) from blue.fountain"
    assert planned.head() == before
    answer = planned("import", "pilot", blue(tmp_path), "--yes").done()
    assert f"pilot@{before + 1} to pilot@{planned.head()} recorded." in answer.lines


def test_a_draft_is_taken_up_by_the_next_run(planned: Program, tmp_path: Path) -> None:
    """The export is the new file, nothing stays reopened, and tables tell draft, colour and numbers."""
    path = blue(tmp_path)
    planned("import", "pilot", path, "--yes").done()
    assert planned.rows("select draft, colour from scripts") == [{"draft": 2, "colour": "Blue"}]
    assert planned.rows("select count(*) > 0 as some from shots where status = 'reopened'") == [
        {"some": True}
    ]
    planned("run", "pilot").done()
    assert planned.rows("select shot from shots where status = 'reopened'") == []
    assert planned.rows("select number, place, draft from scenes order by place") == [
        {"number": "1", "place": 1, "draft": 2},
        {"number": "2", "place": 2, "draft": 2},
        {"number": "3", "place": 3, "draft": 2},
    ]
    assert planned("export", "pilot", "script").done().out == path.read_text()
    assert planned.rows("select draft from scripts_at('pilot', 40)") == [{"draft": 1}]
    planned("verify").done()


def test_json_and_standard_input(planned: Program) -> None:
    """`--json` is one document of the changes; - reads standard input."""
    answer = planned("import", "pilot", "-", "--yes", "--json", stdin=BLUE.encode()).done().json()
    assert answer["recorded"] is True and answer["head"] == f"pilot@{planned.head()}"
    assert [change["type"] for change in answer["changes"]][:2] == ["DraftImported", "SceneRevised"]
    again = planned("import", "pilot", "-", "--json", stdin=BLUE.encode()).done().json()
    assert again["recorded"] is False and again["changes"] == []


def test_a_mistake_is_told(planned: Program, tmp_path: Path) -> None:
    """A production or a file that is not there, and a file without a scene, change nothing."""
    before = planned.head()
    planned("import", "pilto", blue(tmp_path)).refused("no production pilto", "pilot")
    planned("import", "pilot", tmp_path / "none.fountain").refused("can't be read", "a file that is there")
    planned("import", "pilot", blue(tmp_path, "  \n")).refused("is empty", "at least one line")
    assert planned.head() == before


def test_an_idea_takes_a_script_in(program: Program, tmp_path: Path) -> None:
    """A production without scenes takes its first script in; one that was outlined gets the script as a draft."""
    program("open", "told", "--idea", "Two sisters rob a bank.").done()
    answer = program.within("import", "told", blue(tmp_path), "--yes").done()
    assert answer.lines[0] == "Took in the script blue.fountain"
    program.within("run", "told").done()
    assert program.rows("select count(*) > 0 as some from shots") == [{"some": True}]


def test_a_revision_is_marked_on_its_pages(planned: Program, tmp_path: Path) -> None:
    """Each changed page has the colour of the draft, each changed line an asterisk, unless told not to."""
    planned("import", "pilot", blue(tmp_path), "--yes").done()
    marked, clean = tmp_path / "marked.pdf", tmp_path / "clean.pdf"
    planned("export", "pilot", "pdf", "-o", marked).done()
    planned("export", "pilot", "pdf", "--no-revisions", "-o", clean).done()
    text, plain = ("\n".join(p.extract_text() for p in PdfReader(path).pages) for path in (marked, clean))
    assert "Blue Revision" in text and text.count("*") == 3
    assert "Blue" not in plain and "*" not in plain
    assert planned.rows("select scene, element from script_elements where changed order by all") == [
        {"scene": "1", "element": 3},
        {"scene": "3", "element": 0},
        {"scene": "3", "element": 1},
    ]
