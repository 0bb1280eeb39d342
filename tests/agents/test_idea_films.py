"""Ideas that were given become written, performed, argued and planned films; skipped where they are absent."""

from pathlib import Path

import pytest

from cineledger.agents import desk
from cineledger.domain.fountain import read
from cineledger.domain.ledger.verify import Verifier
from cineledger.domain.production.minding import AssignMind
from cineledger.domain.script.events import DraftWritten
from cineledger.domain.talk.events import AnswerFailed, CommandRefused, MessageSent
from cineledger.domain.words import SCENE_TEXT
from cineledger.projections.audit import audit
from cineledger.projections.export import export
from cineledger.projections.reader import Reader
from tests.agents.test_screenwriting import found, idea_opened
from tests.support import screenplays
from tests.support.studio import work

IDEAS = screenplays.ideas()
FILMS = [(idea, scenes) for idea, scenes in zip(IDEAS[1:12:5], (5, 6, 8), strict=False)]


@pytest.mark.skipif(not IDEAS, reason="the ideas are not at hand")
@pytest.mark.parametrize(("idea", "scenes"), FILMS, ids=[idea for idea, _ in FILMS])
def test_an_idea_becomes_a_film_plan(tmp_path: Path, idea: str, scenes: int) -> None:
    """Outlined, written, read through, argued over, planned, reviewed and revised; nothing refused or undecided."""
    mind = screenplays.company(scenes)
    with idea_opened(tmp_path, idea=idea, title=idea) as ledger:
        desk.order(ledger, "heist", AssignMind(role="everybody", mind="claude"))
        state = work(ledger, "heist", mind=mind, jobs=4)
        assert not found(ledger, AnswerFailed, CommandRefused)
        assert Verifier(ledger).check("heist").fault is None
        drafts = found(ledger, DraftWritten)
        reviewed = [m for m in found(ledger, MessageSent) if m.to == "writer"]
    assert state.production.phase == "refinement" and not state.debate.undecided
    assert len(state.script.present()) == scenes and not any(s.unread for s in state.script.present())
    assert len(drafts) == 1 + len(reviewed)
    decided = [q for q in state.debate.questions.values() if q.opened.subject == SCENE_TEXT]
    assert decided and all(q.status in ("decided", "dropped") for q in decided)
    with Reader(tmp_path) as reader:
        assert not [fault for found_faults in audit(reader).values() for fault in found_faults]
        script = export(reader, "heist", "script", "fountain").decode()
        pages = export(reader, "heist", "pages", "txt").decode()
        assert export(reader, "heist", "pdf", "pdf").startswith(b"%PDF")
        plays = reader.rows("SELECT DISTINCT character, scene FROM performances")
    screenplay = read(script)
    assert screenplay.title_page[0].values == (idea,) and len(screenplay.scenes) == scenes
    assert "FADE OUT." in pages
    cued = {
        (e.character, scene.written.scene)
        for scene in state.script.present()
        for e in scene.written.elements
        if e.kind == "cue"
    }
    assert {(row["character"], row["scene"]) for row in plays} == cued
