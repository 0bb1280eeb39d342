"""`cineledger coverage`, and the storyboard that `export` writes."""

from pathlib import Path

from tests.support.program import Program


def test_the_lined_script(film: Program) -> None:
    """Each scene has its setups over its lines, and the end says that nothing is missing."""
    lines = film("coverage", "pilot").done().lines
    assert lines[0] == "1  INT. KITCHEN - NIGHT" and lines[1].split()[:2] == ["A", "B"]
    assert any("┬" in line for line in lines) and any("│" in line for line in lines)
    assert lines[-1].startswith("No gaps: all ")


def test_one_scene(film: Program) -> None:
    """`--scene` prints that scene only; a number that no scene has is refused."""
    out = film.within("coverage", "pilot", "--scene", "2").done().out
    assert "EXT. YARD - DAY" in out and "INT. KITCHEN" not in out
    film.within("coverage", "pilot", "--scene", "77").refused("no scene 77")


def test_gaps_are_named_and_are_no_failure(opened: Program) -> None:
    """Before any shot is planned every line is a gap, marked and named; the exit code is 0."""
    lines = opened("coverage", "pilot").done().lines
    assert any(line.startswith(" ! ") for line in lines)
    assert any(line.endswith("have no shot:") for line in lines) and any(
        "scene 1, line 1" in line for line in lines
    )


def test_coverage_as_json(film: Program) -> None:
    """One document: scenes with shots and lines, and the gaps."""
    found = film.within("coverage", "pilot", "--json").done().json()
    first = found["scenes"][0]
    slates = {shot["shot"] for shot in first["shots"]}
    assert found["gaps"] == [] and {c["shot"] for line in first["lines"] for c in line["shots"]} <= slates
    assert {"element", "kind", "text", "character", "shots"} == first["lines"][0].keys()


def test_a_storyboard_is_exported(film: Program, tmp_path: Path) -> None:
    """`export NAME storyboard` writes an SVG file, of the film or of one scene."""
    whole, one = tmp_path / "film.svg", tmp_path / "one.svg"
    film("export", "pilot", "storyboard", "-o", whole).done()
    film("export", "pilot", "storyboard", "--scene", "2", "-o", one).done()
    assert whole.read_bytes().startswith(b"<?xml") and b">1A<" in whole.read_bytes()
    assert b">1A<" not in one.read_bytes() and b">2A<" in one.read_bytes()
