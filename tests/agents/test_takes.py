"""Takes that the orchestrator asks for, also of a script that was brought: one is circled, all are kept."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from cineledger.agents import desk, governing
from cineledger.agents.craft.tactic_words import TACTICS
from cineledger.agents.craft.tactics import another
from cineledger.agents.minds.mind import Asked
from cineledger.agents.screenwriting.performing import Perform
from cineledger.agents.screenwriting.rehearsing import DirectPerformance
from cineledger.domain.cast.performing import SceneRehearsed, TakePlayed
from cineledger.domain.cast.takes import AskForTake, CircleTake, circled, takes_of
from cineledger.domain.ledger import Ledger
from cineledger.domain.ledger.verify import Verifier
from cineledger.domain.notes.commands import GiveNote
from cineledger.domain.notes.events import NoteAnswered, NoteGiven
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State
from cineledger.domain.talk.events import AnswerFailed, CommandRefused
from cineledger.projections.reader import Reader
from tests.agents.test_screenwriting import idea_opened
from tests.support import screenplays
from tests.support.scripted import ScriptedMind
from tests.support.studio import opened, work

BY_VERB = {tactic.verb: tactic for tactic in TACTICS}
NOTES = ("", "Colder.", "Make him say it.", "Softer, she is tired.", "")


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, State]:
    """The Kettle, run to the end; then five takes of MAYA's scene, asked for one after another."""
    folder = tmp_path_factory.mktemp("takes")
    with opened(folder) as ledger:
        work(ledger)
        for note in NOTES:
            desk.order(ledger, "pilot", AskForTake(character="MAYA", scene="1", note=note))
            state = work(ledger)
        assert Verifier(ledger).check("pilot").fault is None
        kinds = [type(record.fact) for record in ledger.records("pilot")]
        assert not {AnswerFailed, CommandRefused} & set(kinds)
    return folder, state


def test_each_take_tries_another_way_to_the_same_end(film: tuple[Path, State]) -> None:
    """The words and the want stay; no tactic comes twice, and a note moves it the way the note says."""
    takes = takes_of(film[1], "MAYA", "1")
    assert [take.take for take in takes] == [1, 2, 3, 4, 5] and {take.lines for take in takes} == {()}
    assert len({take.tactic for take in takes}) == 5 and len({take.intent for take in takes}) == 1
    first, colder, harder, softer, last = (BY_VERB[take.tactic] for take in takes)
    assert colder.warmth < first.warmth and harder.press > colder.press and softer.press < harder.press
    assert [take.note for take in takes] == list(NOTES)
    assert takes[1].reason == "the note asks for it: “Colder.”"
    assert last.verb in takes[4].reason and "another way to the same end" in takes[4].reason
    assert all(take.behaviour and take.subtext for take in takes)


def test_the_director_circles_and_the_others_stay(film: tuple[Path, State]) -> None:
    """A take that plays a note is circled; one without is there to choose from; all are rows of the table."""
    folder, state = film
    assert circled(state, "MAYA", "1") == 4
    heard = state.works.get(SceneRehearsed, "1")
    assert heard is not None and [(one.take, one.circled) for one in heard.takes] == [
        (1, False), (2, False), (3, False), (4, True), (5, False),
    ]  # fmt: skip
    with Reader(folder) as reader:
        rows = reader.rows("SELECT take, circled, plays, asked FROM performances ORDER BY take")
        wanted = reader.rows("SELECT asked FROM wanted_takes ORDER BY asked")
    assert [row["circled"] for row in rows] == [False, False, False, True, False]
    assert [row["asked"] for row in rows] == [row["asked"] for row in wanted]


def test_the_orchestrator_s_circle_holds(film: tuple[Path, State], tmp_path: Path) -> None:
    """Over the director's, until a take of that count is another; what nobody played can't be circled."""
    folder = tmp_path / "copy"
    shutil.copytree(film[0], folder)
    with Ledger(folder) as ledger:
        desk.order(ledger, "pilot", CircleTake(character="MAYA", scene="1", take=2))
        with pytest.raises(Refused, match="circled already"):
            desk.order(ledger, "pilot", CircleTake(character="MAYA", scene="1", take=2))
        with pytest.raises(Refused, match="no take 6"):
            desk.order(ledger, "pilot", CircleTake(character="MAYA", scene="1", take=6))
        desk.order(ledger, "pilot", AskForTake(character="MAYA", scene="1", note="Warmer."))
        with pytest.raises(Refused, match="owes a take"):
            desk.order(ledger, "pilot", AskForTake(character="MAYA", scene="1"))
        state = work(ledger)
        assert len(takes_of(state, "MAYA", "1")) == 6 and circled(state, "MAYA", "1") == 2
        with pytest.raises(Refused, match="has played 6 takes"):
            desk.order(ledger, "pilot", AskForTake(character="MAYA", scene="1"))
        with pytest.raises(Refused, match="no line in scene 2"):
            desk.order(ledger, "pilot", AskForTake(character="MAYA", scene="2"))
    with Reader(folder) as reader:
        assert reader.rows("SELECT take FROM performances WHERE circled") == [{"take": 2}]


def test_a_note_on_a_take_leads_to_another(film: tuple[Path, State], tmp_path: Path) -> None:
    """It is played and heard, and the answer says so; past the last take that makes sense nothing is played."""
    folder = tmp_path / "copy"
    shutil.copytree(film[0], folder)
    with Ledger(folder) as ledger:
        done = film[1].works.standing(TakePlayed, "MAYA/1/4")
        assert done is not None
        for text in ("Tease him.", "And again."):
            note = GiveNote(text=text, about=done.number, table="performances", key="MAYA/1/4")
            given = governing.note(ledger, "pilot", note).fact
            assert isinstance(given, NoteGiven) and given.to == "cast:MAYA"
            state = work(ledger)
        answers = [r.fact.text for r in ledger.records("pilot") if isinstance(r.fact, NoteAnswered)]
    takes = takes_of(state, "MAYA", "1")
    assert (takes[-1].tactic, takes[-1].note, len(takes)) == ("tease", "Tease him.", 6)
    assert circled(state, "MAYA", "1") == 6
    assert answers == [
        "I play it again, to tease: take 6 of scene 1.",
        "Nothing changes: I have played 6 takes of it: circle one.",
    ]


def test_takes_are_asked_for_while_the_cast_reads_the_script_through(tmp_path: Path) -> None:
    """The scene is heard with all its parts all the same; the words of the take that is circled go into the script."""

    def noted(state: State) -> bool:
        return "1" in state.works.of(SceneRehearsed)

    mind = screenplays.company(3, Perform=_own)
    with idea_opened(tmp_path) as ledger:
        state = work(ledger, "heist", mind=mind, until=noted)
        assert "3" not in state.works.of(SceneRehearsed)
        who = next(take.character for take in state.works.of(TakePlayed).values() if take.scene == "3")
        desk.order(ledger, "heist", AskForTake(character=who, scene="3", note="otherwise"))
        state = work(ledger, "heist", mind=mind, until=lambda s: len(takes_of(s, who, "3")) > 1)
        desk.order(ledger, "heist", CircleTake(character=who, scene="3", take=1))
        state = work(ledger, "heist", mind=mind, until=lambda s: s.production.phase == "execution")
        facts = [record.fact for record in ledger.records("heist")]
    assert not {AnswerFailed, CommandRefused} & {type(fact) for fact in facts}
    heard = [fact for fact in facts if isinstance(fact, SceneRehearsed) and fact.scene == "3"][-1]
    players = {fact.character for fact in facts if isinstance(fact, TakePlayed) and fact.scene == "3"}
    assert {one.character for one in heard.takes} == players and len(players) > 1
    assert f"{who} says it." in state.script.scenes["3"].written.text
    assert f"{who} says it otherwise." not in state.script.scenes["3"].written.text


def _own(asked: Asked) -> dict[str, Any]:
    """A performance in words of her own, other ones where there is a note."""
    ask = asked.ask
    assert isinstance(ask, Perform)
    said = {"line": ask.mine[0], "text": f"{ask.character} says it{' ' * bool(ask.note)}{ask.note}."}
    tactic = f"try {ask.note or 'it'}"
    return {**screenplays.performance(ask), "lines": [said] if ask.free else [], "tactic": tactic}


def test_a_mind_that_repeats_itself_is_told(tmp_path: Path) -> None:
    """A take that was asked for names its tactic, and none of a take before; the words of a brought script stand."""

    def plays(asked: Asked) -> Any:
        ask = asked.ask
        assert isinstance(ask, Perform) and not ask.free and ask.asked
        tactic = ("", "shame", "beg")[len(asked.corrections)] if ask.tried else "Shame"
        return {**screenplays.performance(ask), "tactic": tactic}

    def hears(asked: Asked) -> Any:
        ask = asked.ask
        assert isinstance(ask, DirectPerformance)
        (take,) = ask.takes
        one = {"character": "MAYA", "printed": False, "circle": 1 if take.earlier else None}
        return {"heard": [one], "reason": "the first was hers"}

    mind = ScriptedMind({"Perform": plays, "DirectPerformance": hears})
    with opened(tmp_path) as ledger:
        work(ledger)
        for note in ("", "Beg him."):
            desk.order(ledger, "pilot", AskForTake(character="MAYA", scene="1", note=note))
            state = work(ledger, mind=mind)
    assert [take.tactic for take in takes_of(state, "MAYA", "1")] == ["shame", "beg"]
    assert circled(state, "MAYA", "1") == 1
    corrected = [a for a in mind.asked if len(a.corrections) == 2]
    assert "`tactic` is a verb" in corrected[0].corrections[0].why
    assert "is what you did before" in corrected[0].corrections[1].why


@pytest.mark.parametrize("tactic", TACTICS, ids=lambda tactic: tactic.verb.replace(" ", "_"))
def test_notes_move_every_tactic_their_way(tactic: Any) -> None:
    """Whatever was played, colder is colder and warmer is warmer, as far as the circle goes; hers is never repeated."""
    colder = another(tactic, (tactic.verb,), "Much colder, please.", "", "").tactic
    warmer = another(tactic, (tactic.verb,), "Play it with more warmth.", "", "").tactic
    assert colder.warmth < tactic.warmth or tactic.warmth == min(t.warmth for t in TACTICS)
    assert warmer.warmth > tactic.warmth or tactic.warmth == max(t.warmth for t in TACTICS)
    assert tactic not in (colder, warmer)


def test_a_note_that_no_rule_reads_is_said_to_be() -> None:
    """In another language, or about something else: another way is played, and the take says that it heard nothing."""
    other = another(TACTICS[0], (TACTICS[0].verb,), "Теплее, пожалуйста.", "", "silence")
    assert not other.heard and other.tactic != TACTICS[0]
    assert another(TACTICS[0], (), "Coax him out of it.", "", "") == (BY_VERB["coax"], True)
