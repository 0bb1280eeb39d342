"""`cineledger audit`."""

from pathlib import Path

import pytest

from tests.benchmarks.planting import scripts
from tests.support.program import Program


@pytest.fixture(scope="module")
def road(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """`road`, opened; never run by those who read it first."""
    folder: Path = tmp_path_factory.mktemp("road")
    script = folder / "road.fountain"
    script.write_text(next(one for one in scripts() if one.name == "salt_road").text)
    program = Program(folder / "studio")
    program("open", "road", "--script", script, "--crew", "showrunner,writer,director,cinematographer").done()
    return program


def test_before_the_crew_works_the_house_is_asked(road: Program) -> None:
    """What its rules find is shown and not recorded; afterwards each finding has its address and its question."""
    shown = road.within("audit", "road").done()
    assert "4 scenes; 1 finding." in shown.lines
    assert "scene 3 line 9, date, NADIA" in shown.lines
    assert "  against scene 1 line 9: My husband. They took him three years ago, in the spring." in "\n".join(
        shown.lines
    )
    assert any("cineledger run road" in line for line in shown.lines)
    before = road.within("audit", "road", "--json").done().json()
    assert not before["recorded"] and before["findings"][0]["address"] is None
    road("run", "road").done()
    after = road("audit", "ROAD", "--json").done().json()
    assert after["recorded"] and after["findings"][0]["address"].startswith("road@")
    assert after["findings"][0]["text"] == before["findings"][0]["text"]
    lines = road.within("audit", "road").done().lines
    asked = after["findings"][0]["question"]
    assert any(line.startswith(f"  asked at road@{asked}, decided: ") for line in lines)


def test_nothing_to_find_is_said(road: Program, tmp_path: Path) -> None:
    """Lines of another language are not read, and a name nobody bears is refused."""
    script = tmp_path / "gare.fountain"
    script.write_text(
        "INT. GARE - JOUR\n\nLe train est parti.\n\nLÉA\nJe ne sais pas où il est, et vous non plus.\n"
    )
    studio = Program(tmp_path / "studio")
    studio.within("open", "gare", "--script", script).done()
    assert studio.within("audit", "gare").done().lines[0].startswith("Nothing was audited")
    studio.within("audit", "gar").refused("there is no production gar", "Did you mean gare?")
