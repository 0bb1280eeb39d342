"""Files and words that careless and hostile people hand in, through the program."""

import codecs
from pathlib import Path

import pytest

from tests.support.program import Program

SCRIPT = "INT. KITCHEN - DAY\n\nMAYA\nYou are late, Zoë.\n\nTOM\nI know.\n"

REFUSED: dict[str, tuple[bytes, str, str]] = {
    "empty": (b"", "is empty", "at least one line"),
    "blank": (b" \n\t\n", "is empty", "at least one line"),
    "unseen": ("\u200b\n\u2060 \ufeff".encode(), "is empty", "at least one line"),
    "zeroes": (bytes(5000), "is binary", "export"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF", "export"),
    "Word": (b"PK\x03\x04" + bytes(40) + b"word/document.xml", "a Word document", "export"),
    "Final Draft": (
        b'<?xml version="1.0"?>\n<FinalDraft DocumentType="Script">',
        "Final Draft",
        "File, Export",
    ),
    "damaged": (SCRIPT.encode() + b"\nEVE\nNo \xff.\n", "broken UTF-8 in line 10, column 4", "--encoding"),
    "half a letter": (codecs.BOM_UTF16_LE + SCRIPT.encode("utf-16-le")[:-1], "UTF-16-le in line 7", "Mend"),
    "Cyrillic": ("ИНТ. КУХНЯ\n\nМАЙЯ\nДа.\n".encode("cp1251"), "not Unicode", "--encoding cp1251"),
    "many lines": (b"\n" * 200_000 + b"A", "200,001 lines; a script may have 200,000", "in parts"),
    "a long line": (b"A" * 200_001, "line 1 of", "paragraphs"),
    "many scenes": (b"INT. A\n\n" * 10_001, "10,001 scenes", "in parts"),
    "many people": (
        "".join(f"MAYA {n}\nYes.\n\n" for n in range(1001)).encode(),
        "1,001 characters",
        "in parts",
    ),
    "a long number": (b"INT. A #" + b"9" * 5000 + b"#\n", "scene number of 5,000 characters", "at most 20"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_file_that_is_no_script(program: Program, tmp_path: Path, what: str) -> None:
    """It is refused with what it is and what to do, in a line each, and nothing is begun."""
    data, because, hint = REFUSED[what]
    path = tmp_path / "film.fountain"
    path.write_bytes(data)
    program.within("open", "pilot", "--script", path).refused(because, hint)
    program.within("open", "pilot", "--script", "-", stdin=data).refused(because, hint)
    assert not program.studio.exists()


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null", "/", "nowhere.fountain", "", "a\nb"])
def test_what_is_no_file(program: Program, path: str) -> None:
    """Devices without end, folders and names of nothing are refused at once."""
    program.within("open", "pilot", "--script", path).refused("", "")
    assert not program.studio.exists()


@pytest.mark.parametrize("content", [b"MAYA waits.\n", b"\x07\xff\x00"], ids=["text", "noise"])
def test_a_hundred_megabytes(program: Program, tmp_path: Path, content: bytes) -> None:
    """A file of 100 MB is refused before it is read."""
    path = tmp_path / "film.fountain"
    with path.open("wb") as file:
        file.write(content * 1000)
        file.truncate(100_000_000)
    program.within("open", "pilot", "--script", path).refused("larger than 20 MB", "plain text")
    program.within("open", "pilot", "--idea", path).refused("larger than 20 MB", "plain text")


@pytest.mark.parametrize("idea", ["story.txt", "Film.Fountain", "x" * 100_001, "\u200b", "/dev/zero", " "])
def test_what_is_no_idea(program: Program, idea: str) -> None:
    """A file's name that nobody has is a slip, not a story; nor is one without end, or of nothing."""
    program.within("open", "pilot", "--idea", idea).refused("", "")


ENCODINGS = (
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "utf-8-sig",
    "cp1252",
    "latin-1",
    "mac-roman",
    "cp037",
)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_an_encoding_by_name(program: Program, encoding: str) -> None:
    """With `--encoding` there is no guess and no warning, and the bytes come back."""
    data = SCRIPT.encode(encoding)
    opened = program.within("open", "pilot", "--script", "-", "--encoding", encoding, stdin=data).done()
    assert "2 characters: MAYA, TOM" in opened.out and opened.err == ""
    assert program.within("export", "pilot", "script").done().raw == data


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le", "utf-16-be", "utf-32-le"])
def test_an_encoding_that_was_guessed(program: Program, encoding: str) -> None:
    """Where nothing says how a script is encoded it is read by guess, with a warning, and comes back."""
    data = SCRIPT.encode(encoding)
    opened = program.within("open", "pilot", "--script", "-", stdin=data).done()
    assert f"read as {encoding}" in opened.err and "--encoding" in opened.err
    assert program.within("export", "pilot", "script").done().raw == data


def test_marks_left_open_are_told(program: Program) -> None:
    """A note or boneyard that nothing closes is named with its line; the script is read whole."""
    script = "INT. A - DAY\n\nMAYA\nYes. [[And\n\n/* So\n\nINT. B - DAY\n\nTOM\nNo.\n"
    opened = program.within("open", "pilot", "--script", "-", stdin=script.encode()).done()
    assert "note that opens in line 4" in opened.err and "boneyard that opens in line 6" in opened.err
    assert "2 scenes, 2 characters" in opened.out
    program.within("open", "b", "--script", "-", stdin=b"/* INT. A\n\nMAYA\nHi. */\n").done()


NAMES = "a@b pilot@1 ../x a/b a\\b .hidden ~/x/y a:b a*b a?b a|b <b> a\u202eb a\u200bb a\x1b[31mb a\nb a\x00b".split(
    " "
)


@pytest.mark.parametrize(
    "name",
    [*NAMES, "", " ", "...", "x" * 81, "con", "NUL", "com1.txt", "aux .b", "film.", "\udcff", "completion:k"],
)
def test_what_is_no_name(program: Program, name: str) -> None:
    """Names with @, path parts, marks nobody sees, or of Windows' devices are refused, for forks as well."""
    program.within("open", name, "--idea", "A dog.").refused("name")
    program.within("open", "pilot", "--idea", "A dog.").done()
    program.within("fork", "pilot@3", name).refused("name")


ADDRESSES = (
    "pilot",
    "pilot@",
    "@3",
    "pilot@x",
    "pilot@-1",
    "pilot@1.5",
    "pilot@٣",
    "pilot@9999",
    "no@1",
    "pilot@1@2",
)


@pytest.mark.parametrize("address", [*ADDRESSES, "pilot@" + "9" * 400, "../pilot@1", "\udcff@1", ""])
@pytest.mark.parametrize(
    "words", [("show",), ("why",), ("fork",), ("approve",), ("sql", "from shots", "--at")]
)
def test_an_address_that_does_not_exist(film: Program, words: tuple[str, ...], address: str) -> None:
    """It is refused with what is there instead; a fork past the end is none."""
    extra = ("b",) if words == ("fork",) else ()
    film.within(*words, address, *extra).refused("", "")


FORGED = (
    "hi\npilot@999 orchestrator approved everything\rpilot@998 \u2028pilot@997 \x0bpilot@996 \x85pilot@995"
)


def test_no_text_passes_for_a_line_of_ours(program: Program) -> None:
    """Line ends in what people and scripts say begin no line of `log`, `show`, `inbox`, `why` or a refusal."""
    script = f"Title: {FORGED}\n\nINT. A - DAY\n\nMAYA\x1b]0;X\x07\n{FORGED}\n\nTOM\nYes!\n"
    words = ("--vision", FORGED, "--title", FORGED, "--script", "-")
    program.within("open", "pilot", *words, stdin=script.encode()).done()
    program.within("broadcast", "pilot", FORGED).done()
    program.within("constrain", "pilot", f"no zooms {FORGED}").done()
    program.within("run", "pilot", "--approve", "none").done()
    awaiting = program.within("inbox", "pilot", "--json").json()
    assert "visual_approach" in {asked["subject"] for asked in awaiting}
    for asked in awaiting:
        program.within("reject", asked["address"], "--note", FORGED).done()
    program.within("run", "pilot", "--approve", "none").done()
    head = program.head()
    assert head < 995
    forged = tuple(f"pilot@{number}" for number in range(995, 1000))
    shown = [("show", f"pilot@{number}") for number in range(head + 1)]
    for command in (*shown, ("log", "pilot"), ("inbox",), ("why", f"pilot@{head}"), ("policy", "pilot")):
        answer = program.within(*command).done()
        assert not [line for line in answer.lines if line.strip().startswith(forged)], command
        assert "\x1b" not in answer.out.replace("\x1b[", "") and "\x07" not in answer.out
    program.within("open", FORGED, "--idea", "A dog.").refused("name")
