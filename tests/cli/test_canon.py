"""`cineledger cast`, lives through `wrap`, forks that disagree through `inbox`, and `character export` and `import`."""

import shutil
from pathlib import Path

import pytest

from tests.canon.conftest import unwrapped
from tests.canon.support import QUAY
from tests.support.program import Program

__all__ = ["unwrapped"]


@pytest.fixture
def studio(unwrapped: Path, tmp_path: Path) -> Program:
    """A studio with two cuts of a film that tell MAYA otherwise."""
    shutil.copytree(unwrapped, tmp_path / "studio")
    return Program(tmp_path / "studio")


def test_from_two_cuts_to_a_new_film_and_another_studio(studio: Program, tmp_path: Path) -> None:
    """Wrapped, asked about, decided, cast, exported and imported, as a person would."""
    first = studio("wrap", "quay", "--anyway").done().out
    assert "maya@" in first and "took in what MAYA lived through" in first and "tom@" in first
    studio.within("reopen", "quay").done()
    again = studio.within("wrap", "quay", "--anyway", "--json").done().json()
    assert again["type"] == "ProductionWrapped" and again["lives"] == []
    assert all("lived through nothing since" in left["why"] for left in again["left_out"])
    second = studio.within("wrap", "quay-b", "--anyway").done().out
    assert "quay and quay-b are at odds about MAYA" in second
    assert "to have it asked and decided: cineledger run maya" in second
    studio.within("run", "maya", "--approve", "standing").done()
    told = studio.within("inbox", "maya").done().out
    (entry,) = studio.within("inbox", "maya", "--json").done().json()
    assert entry["subject"] == "canon" and len(entry["accounts"]) == 2
    for account in entry["accounts"]:
        assert f"{account['source']} {account['says']}" in told
    earlier = next(p["address"] for p in entry["proposals"] if "keeps" in p["what"])
    studio.within("choose", earlier).done()
    studio.within("run", "maya").done()
    assert studio.rows("SELECT cut, counts FROM canon WHERE production = 'maya' ORDER BY cut") == [
        {"cut": "quay", "counts": True},
        {"cut": "quay-b", "counts": False},
    ]
    script = tmp_path / "next.fountain"
    script.write_text(QUAY)
    studio.within("open", "next", "--script", script).done()
    cast = studio.within("cast", "next", "maya", "--years", "7").done()
    assert "cast MAYA from maya@" in cast.out and "7 years on" in cast.out
    assert "little trust" in cast.out and cast.lines[-1] == "Next: cineledger run next"
    studio.within("cast", "next", "maya").refused("nothing new for MAYA", "Nothing needs")
    why = studio.within("why", f"next@{studio.head('next') - 1}").done().out
    assert "maya@" in why and "quay@" in why
    file = tmp_path / "maya.jsonl"
    studio.within("character", "MAYA", "export", file).done()
    there = Program(tmp_path / "there")
    brought = there("character", "import", file).done()
    assert brought.lines[0].startswith("maya is here: MAYA")
    history = studio.within("replay", "maya", "--json").done().json()["history"]
    assert brought.lines[1] == f"history {history}"
    there.within("verify", "maya").done()
    there.within("character", "import", file).refused("from that file already", "--as maya-2")
    again = there.within("character", "import", file, "--as", "maya-2", "--json").done().json()
    assert again["character"] == "maya-2" and again["history"] == history
    file.write_bytes(file.read_bytes().replace(b"weeps", b"leaps", 1))
    there.within("character", "import", file, "--as", "maya-3").refused(
        "was edited", "Nothing was brought in"
    )
    assert {row["production"] for row in there.rows("FROM productions")} == {"maya", "maya-2"}


def test_a_characters_canon_is_no_film(studio: Program, tmp_path: Path) -> None:
    """Nothing is imported into it, exported from it or cast in it; it is listed as what it is."""
    script = tmp_path / "next.fountain"
    script.write_text(QUAY)
    studio.within("wrap", "quay", "--anyway").done()
    assert "maya@5: a character's canon" in studio.within("productions").done().out
    for words, because in (
        (("import", "maya", str(script), "--yes"), "a character has no script"),
        (("open", "x", "--series", "maya", "--idea", "y"), "maya is no series"),
        (("export", "maya", "script"), "The productions have that she was in"),
        (("crew", "maya", "add", "editor"), "a character has no editor"),
        (("wrap", "maya"), "a character is never wrapped"),
        (("cast", "maya", "TOM"), "a character has no cast"),
        (("character", "quay", "export", "-"), "quay is a production"),
    ):
        answer = studio.within(*words)
        assert answer.code == 1 and because in answer.err, (words, answer.err)
    studio.within("character", "MAYA", "export").misused("character NAME export FILE")
    studio.within("character", "MAYA", "--as", "x").misused("--as is not for")
