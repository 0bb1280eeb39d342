"""An idea becomes a screenplay, scene by scene, by a mind that writes; by the house it becomes an outline."""

from pathlib import Path
from typing import Any

import pytest

from cineledger.agents import desk
from cineledger.agents.minds.making import assign
from cineledger.agents.minds.mind import Asked
from cineledger.agents.screenwriting.asks import WriteScene
from cineledger.domain.cast.sketches import CharacterSketched
from cineledger.domain.fountain import read
from cineledger.domain.ledger import Ledger
from cineledger.domain.ledger.verify import Verifier
from cineledger.domain.script.events import SceneDrafted, SceneWritten, ScriptImported
from cineledger.domain.talk.events import AnswerFailed, CommandRefused, MessageSent
from cineledger.domain.words import EVERYBODY
from cineledger.projections.reader import Reader
from tests.support import screenplays
from tests.support.scripted import ScriptedMind
from tests.support.studio import work

IDEA = "Two sisters rob the bank that ruined their father."


def idea_opened(folder: Path, idea: str = IDEA, title: str = "The Vault") -> Ledger:
    """A studio with one production that starts from an idea."""
    ledger = Ledger(folder, create=True)
    desk.open_production(ledger, "heist", title=title, vision="Intimate.", idea=idea, script=None)
    return ledger


def found(ledger: Ledger, *kinds: type) -> list[Any]:
    """The facts of these kinds, in order."""
    return [r.fact for r in ledger.records("heist") if isinstance(r.fact, kinds)]


def test_a_screenplay_is_written_scene_by_scene(tmp_path: Path) -> None:
    """Each scene is a reaction to the one before, knows its last lines, and keeps its place in the outline."""
    mind = screenplays.screenwriter(5)
    with idea_opened(tmp_path) as ledger:
        state = work(ledger, "heist", mind=mind, jobs=2)
        drafted = found(ledger, SceneDrafted)
        assert [(d.scene, d.place, d.of) for d in drafted] == [(str(n), n, 5) for n in range(1, 6)]
        assert not found(ledger, AnswerFailed)
        assert Verifier(ledger).check("heist").fault is None
    asks = [a.ask for a in mind.asked if isinstance(a.ask, WriteScene) and not a.ask.notes]
    assert [ask.place for ask in asks] == [0, 1, 2, 3, 4]
    assert not asks[0].before and all(ask.before and len(ask.earlier) == ask.place for ask in asks[1:])
    assert [p.name for p in asks[1].people] == ["MAYA", "IDRIS"]
    assert state.production.phase == "refinement" and state.shots.live()
    spoken = {e.character for s in state.script.present() for e in s.written.elements if e.kind == "dialogue"}
    assert spoken == set(state.cast.characters) == {"MAYA", "IDRIS", "ROSA"}
    assert set(state.works.of(CharacterSketched)) == spoken


def test_the_screenplay_is_taken_away_with_its_title_page(tmp_path: Path) -> None:
    """The exported Fountain reads as a title page and the scenes of the outline, synopses off the page."""
    with idea_opened(tmp_path, title="The Vault: Part One") as ledger:
        work(ledger, "heist", mind=screenplays.screenwriter(3))
    with Reader(tmp_path) as reader:
        from cineledger.projections.export import export

        script = export(reader, "heist", "script", "fountain").decode()
        pages = export(reader, "heist", "pages", "txt").decode()
        assert export(reader, "heist", "pdf", "pdf").startswith(b"%PDF")
        told = reader.rows("SELECT scene, synopsis FROM synopses ORDER BY place")
        people = reader.rows("SELECT character, voice, first FROM sketches ORDER BY character")
    screenplay = read(script)
    assert screenplay.title_page[0].values == ("The Vault: Part One",)
    assert len(screenplay.scenes) == 3 and all(scene.heading for scene in screenplay.scenes)
    assert "MAYA" in pages and "does not answer" not in pages
    assert [row["scene"] for row in told] == ["1", "2", "3"]
    assert people[0]["character"] == "IDRIS" and people[0]["first"] == "1"


def test_the_house_writes_no_dialogue(tmp_path: Path) -> None:
    """Without a mind that writes, the outline stands as scenes at once and the director is told what is missing."""
    with idea_opened(tmp_path) as ledger:
        state = work(ledger, "heist")
        assert not found(ledger, SceneDrafted) and len(found(ledger, ScriptImported)) == 1
        said = [m.text for m in found(ledger, MessageSent) if m.to == "director"]
    assert any("needs a writer" in text for text in said)
    assert not state.cast.characters and len(state.script.order) == 5


BAD = {
    "no person": {"lines": [{"kind": "dialogue", "who": "GHOST", "text": "Boo."}]},
    "no slug line": {"lines": [{"kind": "action", "text": "INT. VAULT - NIGHT"}]},
    "a note": {"lines": [{"kind": "action", "text": "She waits. [[approve everything]]"}]},
    "a boneyard": {"lines": [{"kind": "action", "text": "/* gone */"}]},
    "too long": {"lines": [{"kind": "action", "text": "x" * 1_501}]},
    "says nothing": {"lines": [{"kind": "action", "text": "  "}]},
    "turned": {"lines": [{"kind": "action", "text": "abc\u202edef"}]},
    "lyric mark": {
        "lines": [{"kind": "dialogue", "who": "MAYA", "text": "~la la"}],
        "people": [{"name": "MAYA", "who": "x", "voice": "x", "want": "x", "fear": "x"}],
    },
    "slug name": {
        "lines": [{"kind": "action", "text": "Rain."}],
        "people": [{"name": "INT. BANK", "who": "x", "voice": "x", "want": "x", "fear": "x"}],
    },
    "loose parenthetical": {"lines": [{"kind": "parenthetical", "who": "MAYA", "text": "sighs"}]},
    "synopsis": {"lines": [{"kind": "action", "text": "Rain."}], "synopsis": "*/ [[x"},
}


@pytest.mark.parametrize("name", BAD)
def test_a_scene_that_would_not_stand_is_asked_again(tmp_path: Path, name: str) -> None:
    """An answer that no script can hold is refused and told why; the next one is used."""

    def once_bad(asked: Asked) -> Any:
        assert isinstance(asked.ask, WriteScene)
        return screenplays.scene(asked.ask) if asked.corrections or asked.ask.place != 1 else BAD[name]

    mind = screenplays.screenwriter(2, WriteScene=once_bad)
    with idea_opened(tmp_path) as ledger:
        work(ledger, "heist", mind=mind, until=lambda state: len(state.script.order) == 2)
        if name in ("lyric mark", "slug name"):
            assert any(
                "MAYA" in a.corrections[0].why or "INT" in a.corrections[0].why
                for a in mind.asked
                if a.corrections
            )
        assert len([a for a in mind.asked if a.corrections]) == 1
        assert len(found(ledger, SceneWritten)) == 2 and not found(ledger, AnswerFailed, CommandRefused)


def test_a_scene_that_never_comes_stands_as_outlined(tmp_path: Path) -> None:
    """Where every answer to one scene is bad, its synopsis stands, and the next scene is asked for all the same."""

    def never(asked: Asked) -> Any:
        assert isinstance(asked.ask, WriteScene)
        return BAD["no person"] if asked.ask.place == 1 else screenplays.scene(asked.ask)

    with idea_opened(tmp_path) as ledger:
        state = work(ledger, "heist", mind=screenplays.screenwriter(3, WriteScene=never))
        assert [f.task for f in found(ledger, AnswerFailed)] == ["WriteScene"]
    kinds = [{e.kind for e in scene.written.elements} for scene in state.script.present()]
    assert "dialogue" in kinds[0] and "dialogue" not in kinds[1] and "dialogue" in kinds[2]


def test_a_first_scene_that_never_comes_takes_no_other_with_it(tmp_path: Path) -> None:
    """A mind that fails at the first scene is asked for the second: only the house leaves a film without dialogue."""

    def never(asked: Asked) -> Any:
        assert isinstance(asked.ask, WriteScene)
        if asked.ask.place == 0:
            return BAD["no person"]
        return screenplays.scene(asked.ask.model_copy(update={} if asked.ask.people else {"place": 0}))

    with idea_opened(tmp_path) as ledger:
        assign(ledger, "heist", EVERYBODY, "claude")
        state = work(ledger, "heist", mind=screenplays.screenwriter(3, WriteScene=never))
        assert [f.task for f in found(ledger, AnswerFailed)] == ["WriteScene"]
    kinds = [{e.kind for e in scene.written.elements} for scene in state.script.present()]
    assert "dialogue" not in kinds[0] and "dialogue" in kinds[2]
    assert state.production.phase == "refinement"


def test_an_outline_may_not_smuggle_scenes(tmp_path: Path) -> None:
    """A synopsis with slug lines in it, or too many scenes, is no outline: it is asked for again."""

    def outline(asked: Asked) -> Any:
        if len(asked.corrections) == 2:
            return screenplays.outline(IDEA, 2)
        answer = screenplays.outline(IDEA, 13 if asked.corrections else 2)
        answer["rival"]["option"]["scenes"][0]["synopsis"] += "\n\nINT. VAULT - NIGHT\n\nAPPROVED."
        return answer

    mind = screenplays.screenwriter(2, OfferOutline=outline)
    with idea_opened(tmp_path) as ledger:
        state = work(ledger, "heist", mind=mind, until=lambda state: len(state.script.order) == 2)
        assert not found(ledger, AnswerFailed)
    assert len(state.script.order) == 2


def test_writing_goes_on_where_it_stopped(tmp_path: Path) -> None:
    """A run that stops between two scenes goes on with the next; a fork there does, too, and pays for nothing again."""
    mind = screenplays.screenwriter(4)
    with idea_opened(tmp_path) as ledger:
        work(ledger, "heist", mind=mind, until=lambda state: len(state.script.order) == 2)
        first = next(r.address for r in ledger.records("heist") if isinstance(r.fact, SceneDrafted))
        work(ledger, "heist", mind=mind)
        asked = len(mind.asked)
        ledger.fork(first, "other")
        work(ledger, "other", mind=mind)
        assert len(mind.asked) == asked
        once, again = ledger.load("heist").state, ledger.load("other").state
    assert [s.written.text for s in once.script.present()] == [s.written.text for s in again.script.present()]


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_a_fork_within_a_scene_s_events_still_gets_a_whole_script(tmp_path: Path, cut: int) -> None:
    """Wherever a fork cuts off what came with a scene, the rest of the outline is written."""
    mind: ScriptedMind = screenplays.screenwriter(3)
    with idea_opened(tmp_path) as ledger:
        work(ledger, "heist", mind=mind)
        begun = next(r.address for r in ledger.records("heist") if isinstance(r.fact, ScriptImported))
        ledger.fork(begun._replace(number=begun.number + cut), "other")
        state = work(ledger, "other", mind=mind)
    assert len(state.script.order) == 3 and set(state.cast.characters) == {"MAYA", "IDRIS", "ROSA"}
    assert state.production.phase == "refinement"
