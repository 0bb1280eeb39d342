"""`cineledger open`."""

from pathlib import Path

import pytest

from tests.support.film import SCRIPT
from tests.support.program import Program


def test_open_a_script(program: Program, kettle: Path) -> None:
    """A script's title, scenes and characters are told, and what to do next."""
    answer = program("open", "Pilot", "--script", kettle, "--vision", "Intimate.").done()
    assert answer.lines == [
        "pilot is open: The Kettle",
        "2 scenes, 2 characters: MAYA, TOM",
        "Next: cineledger run pilot",
    ]
    assert program.rows("select title, vision, form from productions") == [
        {"title": "The Kettle", "vision": "Intimate.", "form": "script"}
    ]


def test_open_from_standard_input(program: Program) -> None:
    """`--script -` reads the script from standard input; `--json` is one document."""
    answer = program("open", "pilot", "--script", "-", "--json", stdin=SCRIPT.encode()).done().json()
    assert answer["production"] == "pilot" and answer["characters"] == ["MAYA", "TOM"]
    assert answer["scenes"] == 2 and len(answer["seal"]) == 64
    assert answer["head"] == f"pilot@{program.head()}"


def test_open_an_idea(program: Program, tmp_path: Path) -> None:
    """An idea is text, or the name of a file that holds it."""
    program("open", "told", "--idea", "Two sisters rob a bank.").done()
    file = tmp_path / "idea.txt"
    file.write_bytes("\ufeffZwei Schwestern rauben eine Bank aus.\n".encode())
    program.within("open", "read", "--idea", file).done()
    ideas = [row["idea"].strip() for row in program.rows("select idea from productions order by production")]
    assert ideas == ["Zwei Schwestern rauben eine Bank aus.", "Two sisters rob a bank."]


def test_a_script_or_an_idea(program: Program, kettle: Path) -> None:
    """Both together, or neither, is wrong usage, and makes no studio."""
    program("open", "pilot").misused("a script or an idea")
    program("open", "pilot", "--idea", "x", "--script", kettle).misused("a script or an idea")
    assert not program.studio.exists()


def test_open_with_some_of_the_crew(program: Program, kettle: Path) -> None:
    """Only those who are named join, under policy on what they ask about; the others can be added."""
    crew = "Director, cinematographer, writer"
    program("open", "pilot", "--script", kettle, "--crew", crew).done()
    roles = program.rows("select role from roles where role not like 'cast:%' order by role")
    assert [row["role"] for row in roles] == ["cinematographer", "director", "writer"]
    assert "score_approach" not in program.within("policy", "pilot").done().out
    assert "had composer join the roster" in program.within("crew", "pilot", "add", "composer").done().out
    assert "score_approach" in program.within("policy", "pilot").done().out


@pytest.mark.parametrize(
    ("crew", "because", "hint"),
    [
        ("director,composr", "there is no role composr", "Did you mean composer?"),
        ("director,grip", "there is no role grip", "Roles are: "),
        ("cast:MAYA", "cast members join with their characters", "Leave them out"),
        ("writer", "without its director and cinematographer", "--crew director,cinematographer,writer"),
        ("", "without its director and cinematographer", "--crew director,cinematographer"),
    ],
)
def test_a_crew_that_can_not_begin(program: Program, crew: str, because: str, hint: str) -> None:
    """Nobody unknown is on it, and those without whom no shot is planned are; nothing is made."""
    program.within("open", "pilot", "--idea", "A film.", "--crew", crew).refused(because, hint)
    assert not program.studio.exists()


def test_a_name_is_taken_in_any_case(opened: Program) -> None:
    """A second production of a name is refused, however it is typed; the first stays as it was."""
    before = opened.head()
    opened("open", "PILOT", "--idea", "Another film.").refused(
        "there is a production pilot", "cineledger run pilot"
    )
    assert opened.head() == before


@pytest.mark.parametrize(
    "name", ["", " ", "a@b", "a/b", "..", "-", "a\nb", "x" * 81, "\x1b[31mred", "\u202eabc"]
)
def test_names_that_are_none(program: Program, name: str) -> None:
    """A name is short, of letters and digits, and can stand in an address and a file name."""
    program.within("open", "--idea", "A film.", "--", name).refused("name", "")


@pytest.mark.parametrize(
    ("content", "because"),
    [
        (None, "No such file"),
        (b"", "is empty"),
        (b" \r\n\t\n", "is empty"),
        (b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 4, "is binary"),
        (b"%PDF-1.7\nINT. KITCHEN - DAY\n", "is binary"),
        (b"\xff\xfeI\x00N", "UTF-16"),
        (b"x" * 20_000_001, "larger than 20 MB"),
    ],
    ids=["missing", "empty", "blank", "binary", "pdf", "broken utf-16", "huge"],
)
def test_files_that_are_no_script(
    program: Program, tmp_path: Path, content: bytes | None, because: str
) -> None:
    """A file that can't be a screenplay is refused by its name, and leaves no studio behind."""
    file = tmp_path / "script.fountain"
    if content is not None:
        file.write_bytes(content)
    program.within("open", "pilot", "--script", file).refused(because)
    program.within("open", "pilot", "--script", tmp_path).refused("Is a directory")
    assert not program.studio.exists()


def test_empty_words(program: Program) -> None:
    """An idea says something; a vision may be left out."""
    program("open", "pilot", "--idea", "  ").refused("the idea is empty")
    program("open", "pilot", "--idea", "x", "--vision", "").done()


@pytest.mark.parametrize("words", [("--idea", b"x\xff"), ("--idea", "x", "--vision", b"\xff")])
def test_words_are_text(program: Program, words: tuple[str | bytes, ...]) -> None:
    """Bytes that are no UTF-8 are a mistake in typing, not a bug."""
    program("open", "pilot", *words).misused("not text in UTF-8")


def test_a_file_name_is_no_text(program: Program, tmp_path: Path) -> None:
    """A script may lie in a file whose name is no UTF-8."""
    file = bytes(tmp_path) + b"/caf\xe9.fountain"
    Path(file.decode(errors="surrogateescape")).write_text(SCRIPT)
    program("open", "pilot", "--script", file).done()
    assert "caf\ufffd.fountain" in program("log", "pilot").done().out


def test_a_script_without_a_slug_line(program: Program) -> None:
    """Text without a slug line is taken as it is, with a word on what a slug line looks like."""
    answer = program("open", "pilot", "--script", "-", stdin=b"Just some text.\n")
    assert answer.code == 0 and "INT. KITCHEN - DAY" in answer.err
    assert "0 scenes, 0 characters: none" in answer.out


def test_many_characters_are_counted(program: Program) -> None:
    """Opening names the first twenty characters and counts the rest."""
    cues = "".join(f"PERSON {chr(65 + n)}{chr(66 + n)}\nYes.\n\n" for n in range(24))
    answer = program("open", "pilot", "--script", "-", stdin=f"INT. A - DAY\n\n{cues}".encode()).done()
    assert answer.lines[1].startswith("1 scene, 24 characters: PERSON AB, ")
    assert answer.lines[1].endswith(" and 4 more")
