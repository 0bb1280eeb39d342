"""Every screenplay and idea we were given, through the program; skipped where they are not at hand."""

import json
import os
from pathlib import Path

import pytest

from cineledger.domain.fountain import characters, decode, read
from tests.support.program import Program

INPUTS = Path(
    os.environ.get("CINELEDGER_INPUTS") or Path(__file__).parents[2].resolve().parent / "shared" / "inputs"
)
pytestmark = pytest.mark.skipif(not INPUTS.is_dir(), reason="no inputs beside the repository")

SCREENPLAYS = sorted(
    path
    for folder in ("screenplays", "fdx", "fountain_conformance", "play_txt")
    for path in (INPUTS / folder).glob("*")
    if path.suffix in (".fountain", ".txt")
)

CAST = {
    "cyber_bob_ep01_draft_a": {"BOB", "CYBER BOB", "MARGARET", "DOG", "BOSS", "CYBER BOSS"},
    "radio_studio_finaldraft": {"DJ", "DAVE", "JIM", "KAY"},
    "ny_Dialogue": {"ADAM", "EVE", "R2D2"},
    "ny_DualDialogue": {"ADAM", "EVE"},
    "ww_UTF8": {"DAVE", "JIM😆"},
}
"""Counted by hand, for some."""


def ideas() -> dict[str, str]:
    """The story ideas, by where they stand."""
    folder = INPUTS / "ideas"
    if not folder.is_dir():
        return {}
    topics = json.loads((folder / "filmagent_topics.json").read_text())
    examples = json.loads((folder / "vimax_examples.json").read_text())
    return {
        **{f"topic-{entry['id']}": entry["topic"] for entry in topics},
        **{f"example-{n}": entry["idea"] for n, entry in enumerate(examples["ideas"])},
        **{f"scene-{n}": entry["script"] for n, entry in enumerate(examples["scripts"])},
    }


IDEAS = ideas()


def unplanned(program: Program) -> list[str]:
    """Scenes with a slug line in which somebody speaks or something happens, and that no shot covers."""
    rows = program.rows(
        """SELECT DISTINCT e.scene FROM script_elements e
        JOIN scenes s USING (production, scene)
        WHERE s.heading IS NOT NULL AND e.kind IN ('action', 'dialogue') AND trim(e.text) <> ''
        AND e.scene NOT IN (SELECT scene FROM shots)"""
    )
    return [row["scene"] for row in rows]


@pytest.mark.parametrize("path", SCREENPLAYS, ids=lambda path: path.stem)
def test_a_screenplay(program: Program, path: Path) -> None:
    """It opens with every character, is planned to the end, and comes out byte for byte."""
    found = program.within("open", "film", "--script", path, "--json").json()
    text, _ = decode(path.read_bytes(), path.name)
    assert set(found["characters"]) == set(characters(read(text))) >= CAST.get(path.stem, set())
    result = program.within("run", "film", "--json").done().json()
    assert result["awaits"] == {"orchestrator": [], "crew": []}
    assert program.within("export", "film", "script").done().raw == path.read_bytes()
    cast = program.within("export", "film", "characters", "--json").json()
    assert {row["character"] for row in cast} == set(found["characters"])
    if result["phase"] == "refinement":
        assert unplanned(program) == []
    else:
        assert not found["scenes"] and not found["characters"]
    program.within("verify").done()


@pytest.mark.parametrize("name", IDEAS)
def test_an_idea(program: Program, name: str) -> None:
    """It becomes scenes, and these a plan, without a question left open."""
    program.within("open", "film", "--idea", IDEAS[name]).done()
    result = program.within("run", "film", "--json").done().json()
    assert result["phase"] == "refinement" and result["shots"] >= 5
    assert result["awaits"] == {"orchestrator": [], "crew": []}
    script = program.within("export", "film", "script").done().out
    assert script.count("\n\n") >= 5 and " ".join(IDEAS[name].split())[:40] in script
