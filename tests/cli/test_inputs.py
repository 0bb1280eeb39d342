"""Every screenplay and idea we were given, through the program; skipped where they are not at hand."""

import json
from pathlib import Path

import pytest

from cineledger.domain.fountain import characters, decode, read
from tests.support.inputs import INPUTS
from tests.support.program import Program

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


PLAN = """SELECT (SELECT coalesce(list(character), []) FROM characters) AS characters, count(*) AS unplanned
FROM script_elements e JOIN scenes s USING (production, scene)
WHERE s.heading IS NOT NULL AND e.kind IN ('action', 'dialogue') AND trim(e.text) <> ''
AND e.scene NOT IN (SELECT scene FROM shots)"""
"""Who is in the film; and in scenes with a slug line, how much happens in those that no shot covers."""


@pytest.mark.parametrize("path", SCREENPLAYS, ids=lambda path: path.stem)
def test_a_screenplay(program: Program, path: Path) -> None:
    """It opens with every character, is planned to the end, and comes out byte for byte."""
    found = program.within("open", "film", "--script", path, "--json").json()
    text, _ = decode(path.read_bytes(), path.name)
    assert set(found["characters"]) == set(characters(read(text))) >= CAST.get(path.stem, set())
    result = program.within("run", "film", "--json").done().json()
    assert result["awaits"] == {"orchestrator": [], "crew": []}
    assert program.within("export", "film", "script").done().raw == path.read_bytes()
    if result["phase"] == "refinement":
        (plan,) = program.rows(PLAN)
        assert set(plan["characters"]) == set(found["characters"]) and plan["unplanned"] == 0
    else:
        assert not found["scenes"] and not found["characters"]


@pytest.mark.parametrize("name", IDEAS)
def test_an_idea(program: Program, name: str) -> None:
    """It becomes scenes, and these a plan, without a question left open."""
    program.within("open", "film", "--idea", IDEAS[name]).done()
    result = program.within("run", "film", "--json").done().json()
    assert result["phase"] == "refinement" and result["shots"] >= 5
    assert result["awaits"] == {"orchestrator": [], "crew": []}
    if name.endswith("1"):
        script = program.within("export", "film", "script").done().out
        assert script.count("\n\n") >= 5 and " ".join(IDEAS[name].split())[:40] in script
