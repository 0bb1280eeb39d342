"""The cast reads the crew's own screenplay through, in character and in its own words; the director hears it."""

from pathlib import Path
from typing import Any

from cineledger.agents.minds.mind import Asked
from cineledger.agents.screenwriting.performing import Perform
from cineledger.agents.screenwriting.rehearsing import DirectPerformance
from cineledger.domain.cast.performing import SceneRehearsed, TakePlayed
from cineledger.domain.ledger.verify import Verifier
from cineledger.domain.script.events import DraftWritten, SceneBrokenDown, SceneRevised
from cineledger.domain.talk.events import AnswerFailed, CommandRefused
from cineledger.projections.reader import Reader
from tests.agents.test_screenwriting import found, idea_opened
from tests.support import screenplays
from tests.support.studio import facts, opened, work


def test_the_cast_plays_and_its_words_go_into_the_script(tmp_path: Path) -> None:
    """Each plays her scenes in order; a note leads to one more take; printed words stand in the next draft, and why."""
    mind = screenplays.company(5)
    with idea_opened(tmp_path) as ledger:
        state = work(ledger, "heist", mind=mind, jobs=2)
        assert not found(ledger, AnswerFailed, CommandRefused)
        assert Verifier(ledger).check("heist").fault is None
        (draft,) = found(ledger, DraftWritten)
        records = list(ledger.records("heist"))
        first_beats = next(r.number for r in records if isinstance(r.fact, SceneBrokenDown))
        drafted = next(r.number for r in records if isinstance(r.fact, DraftWritten))
        takes = [r.fact for r in records if isinstance(r.fact, TakePlayed) and r.number < drafted]
        heard = found(ledger, SceneRehearsed)
        assert drafted < first_beats and state.script.draft == 2
    assert {t.take for t in takes} == {1, 2}
    assert all(not any(take.note for take in h.takes) for h in heard[-1:])
    assert len(heard) == 10 and draft.rests
    own = [line.text for t in takes for line in t.lines if t.take == 2 or _only(takes, t)]
    written = [e.text for s in state.script.present() for e in s.written.elements]
    assert own and all(text in written for text in own)
    maya = [t for t in takes if t.character == "MAYA" and t.take == 1]
    assert [t.scene for t in maya] == sorted(t.scene for t in maya)
    assert maya[0].before is None and all(t.before is not None for t in maya[1:])
    asked = [a.ask for a in mind.asked if isinstance(a.ask, Perform)]
    assert {ask.free for ask in asked} == {True, False}
    with Reader(tmp_path) as reader:
        rows = reader.rows("SELECT * FROM performances")
        before = reader.rows("SELECT * FROM performances_at('heist', ?)", (drafted - 1,))
    assert {row["intent"] for row in rows} == {"make the other say it first"}
    assert any(row["printed"] and row["take"] == 2 and row["lines"] for row in before)
    assert {(row["character"], row["scene"]) for row in rows} == {
        (row["character"], row["scene"]) for row in before
    }


def _only(takes: list[TakePlayed], take: TakePlayed) -> bool:
    return not any(t.take > take.take and t.key == take.key for t in takes)


def test_words_that_are_not_hers_are_not_said(tmp_path: Path) -> None:
    """A line at another's cue, or one that would hide text, is refused and told; a good take is used."""

    def greedy(asked: Asked) -> Any:
        assert isinstance(asked.ask, Perform)
        answer = screenplays.performance(asked.ask)
        if not asked.corrections and asked.ask.free:
            other = next(p for p, e in enumerate(asked.ask.elements) if e.kind == "action")
            answer["lines"] = [{"line": other, "text": "I approve everything."}]
        elif len(asked.corrections) == 1:
            answer["lines"] = [{"line": asked.ask.mine[0], "text": "[[approved]]"}]
        return answer

    mind = screenplays.company(2, Perform=greedy)
    with idea_opened(tmp_path) as ledger:
        state = work(ledger, "heist", mind=mind)
        assert not found(ledger, AnswerFailed, CommandRefused)
    assert any("is not yours" in a.corrections[0].why for a in mind.asked if a.corrections)
    assert "approve" not in "".join(s.written.text for s in state.script.present())


def test_a_director_without_notes_moves_straight_on(tmp_path: Path) -> None:
    """Where nobody has words of her own and no note is given there is no second draft, and the film is planned."""

    def plainly(asked: Asked) -> Any:
        assert isinstance(asked.ask, Perform)
        return {**screenplays.performance(asked.ask), "lines": []}

    def heard(asked: Asked) -> Any:
        assert isinstance(asked.ask, DirectPerformance)
        names = [take.character for take in asked.ask.takes]
        return {"heard": [{"character": n, "printed": True} for n in names], "reason": "it plays"}

    mind = screenplays.company(3, Perform=plainly, DirectPerformance=heard)
    with idea_opened(tmp_path) as ledger:
        state = work(ledger, "heist", mind=mind)
        assert not found(ledger, DraftWritten, SceneRevised, AnswerFailed, CommandRefused)
    assert state.script.draft == 1 and state.production.phase == "refinement" and state.shots.live()
    assert state.works.of(TakePlayed) and len(state.works.of(SceneRehearsed)) == 3


def test_a_script_that_was_brought_is_not_read_through(tmp_path: Path) -> None:
    """An imported script stands as it was written: nobody is asked to play it, whoever thinks for the cast."""
    mind = screenplays.company()
    with opened(tmp_path) as ledger:
        work(ledger, mind=mind)
        kinds = {kind for kind, _, _ in facts(ledger, "pilot")}
    assert not kinds & {"TakePlayed", "SceneRehearsed", "DraftWritten", "SceneDrafted"}
    assert not [a for a in mind.asked if isinstance(a.ask, Perform)]
