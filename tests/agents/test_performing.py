"""The cast reads the crew's own screenplay through, in character and in its own words; the director hears it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from cineledger.agents import desk, governing
from cineledger.agents.ask import Ask
from cineledger.agents.crew import house_rules
from cineledger.agents.minds.mind import Asked
from cineledger.agents.minds.prompts import task_prompt
from cineledger.agents.minds.wire import put, read, schema_of, written
from cineledger.agents.offering import OfferSceneText
from cineledger.agents.screenwriting.arguing import StandOnSceneText
from cineledger.agents.screenwriting.asks import WriteScene
from cineledger.agents.screenwriting.performing import Perform
from cineledger.agents.screenwriting.rehearsing import DirectPerformance
from cineledger.agents.weighing import WeighVoices
from cineledger.domain.cast.performing import SceneRehearsed, TakePlayed
from cineledger.domain.debate.commands import ReopenQuestion
from cineledger.domain.debate.events import ApprovalVoided
from cineledger.domain.debate.options import SceneTextOption
from cineledger.domain.debate.question import Question
from cineledger.domain.ledger import Ledger
from cineledger.domain.ledger.verify import Verifier
from cineledger.domain.notes.commands import GiveNote
from cineledger.domain.notes.events import NoteAnswered, NoteGiven
from cineledger.domain.production.events import PolicySet
from cineledger.domain.production.minding import AssignMind
from cineledger.domain.production.policy import SetPolicy
from cineledger.domain.script.events import DraftWritten, SceneBrokenDown, SceneRevised
from cineledger.domain.script.screenwriting import lines_of
from cineledger.domain.state import State
from cineledger.domain.talk.events import AnswerFailed, CommandRefused
from cineledger.domain.words import SCENE_TEXT, ApprovalMode
from cineledger.projections.reader import Reader
from tests.agents.test_screenwriting import found, idea_opened
from tests.support import screenplays
from tests.support.scripted import ScriptedMind
from tests.support.studio import facts, opened, work

ANSWERS: dict[type[Ask], Callable[[Any], Any]] = {
    WriteScene: screenplays.scene,
    Perform: screenplays.performance,
    DirectPerformance: screenplays.direction,
}


def planned(state: State) -> bool:
    """The film is planned as far as its shots."""
    return state.production.phase == "execution"


def test_the_cast_plays_and_its_words_go_into_the_script(tmp_path: Path) -> None:
    """Each plays her scenes in order; a note leads to one more take; printed words stand in the next draft, and why."""
    mind = screenplays.company(5)
    with idea_opened(tmp_path) as ledger:
        state = work(ledger, "heist", mind=mind, jobs=2, until=planned)
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
    assert not heard[-1].open_notes()
    assert {(h.character, h.take) for one in heard[5:] for h in one.takes if h.circled} >= {("MAYA", 1)}
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
    return not any(t.take > take.take and t.part == take.part for t in takes)


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
        state = work(ledger, "heist", mind=mind, until=planned)
        assert not found(ledger, DraftWritten, SceneRevised, AnswerFailed, CommandRefused)
    assert state.script.draft == 1 and not any(scene.unread for scene in state.script.present())
    assert state.works.of(TakePlayed) and len(state.works.of(SceneRehearsed)) == 3


def test_a_script_that_was_brought_is_not_read_through(tmp_path: Path) -> None:
    """An imported script stands as it was written: nobody is asked to play it, whoever thinks for the cast."""
    mind = screenplays.company()
    with opened(tmp_path) as ledger:
        work(ledger, mind=mind)
        kinds = {kind for kind, _, _ in facts(ledger, "pilot")}
    assert not kinds & {"TakePlayed", "SceneRehearsed", "DraftWritten", "SceneDrafted"}
    assert not [a for a in mind.asked if isinstance(a.ask, Perform)]


def argued(folder: Path, mind: ScriptedMind, mode: ApprovalMode = "standing") -> tuple[Ledger, State]:
    """A production from an idea whose writer has a mind that writes, worked on."""
    ledger = idea_opened(folder)
    desk.order(ledger, "heist", AssignMind(role="everybody", mind="claude"))
    return ledger, work(ledger, "heist", mind=mind, mode=mode, until=planned)


def text_questions(state: State) -> list[Question]:
    """The questions about the words of scenes."""
    return [q for q in state.debate.questions.values() if q.opened.subject == SCENE_TEXT]


def test_the_scenes_that_matter_are_argued_over(tmp_path: Path) -> None:
    """Opening, midpoint and climax, and a scene that somebody would not play so, go before director and cast."""

    def objects(asked: Asked) -> Any:
        assert isinstance(asked.ask, Perform)
        answer = screenplays.performance(asked.ask)
        last = asked.ask.free and any(e.kind == "transition" for e in asked.ask.elements)
        return {**answer, "objects": "she would not beg" if last and asked.ask.character == "MAYA" else ""}

    ledger, state = argued(tmp_path, screenplays.company(6, Perform=objects))
    with ledger:
        assert not found(ledger, AnswerFailed, CommandRefused)
        assert Verifier(ledger).check("heist").fault is None
        policies = [p for p in found(ledger, PolicySet) if p.subject == SCENE_TEXT]
        assert len(policies) == 1 and policies[0].default
    asked = text_questions(state)
    assert [q.opened.scene for q in asked] == ["1", "3", "5", "6"]
    assert all(q.status == "decided" and "cast:MAYA" in q.opened.concerned for q in asked)
    for question in asked:
        option = next(p.option for p in question.proposals if p.number == question.approved)
        scene = state.script.scenes[question.opened.scene or ""]
        assert isinstance(option, SceneTextOption) and option.lines == lines_of(scene.written.elements)


def test_a_cast_member_offers_her_own_lines_and_no_other_s(tmp_path: Path) -> None:
    """A text in which she changes another's line is refused; one with her own line otherwise may win."""

    def stand(asked: Asked) -> Any:
        ask = asked.ask
        assert isinstance(ask, StandOnSceneText)
        option = ask.tabled[0].option
        assert isinstance(option, SceneTextOption)
        mine = ask.role == "cast:MAYA" and len(ask.tabled) == 1
        if not mine:
            last = len(ask.tabled) - 1
            return {"supports": last, "criterion": ask.criteria[0][0], "reason": "that is how they talk"}
        who = "MAYA" if asked.corrections else "IDRIS"
        lines = [
            line.model_copy(update={"text": "Not to you."})
            if line.who == who and line.kind == "dialogue"
            else line
            for line in option.lines
        ]
        rival = {
            "option": {"kind": "scene_text", "lines": [line.model_dump() for line in lines]},
            "criterion": "truth",
            "reason": "she would not say that",
        }
        against = [{"place": 0, "criterion": "truth", "reason": "she would not say that", "blocking": True}]
        return {
            "supports": None,
            "criterion": "truth",
            "reason": "she would not say that",
            "against": against,
            "alternative": rival,
        }

    def weigh(asked: Asked) -> Any:
        ask = asked.ask
        assert isinstance(ask, WeighVoices)
        last = len(ask.tabled) - 1
        return {"place": last, "criterion": ask.criteria[0][0], "reason": "hers is truer", "again": False}

    mind = screenplays.company(3, StandOnSceneText=stand, WeighVoices=weigh)
    ledger, state = argued(tmp_path, mind)
    with ledger:
        assert not found(ledger, AnswerFailed, CommandRefused)
    corrected = [a for a in mind.asked if a.corrections]
    assert corrected and all("not yours" in a.corrections[0].why for a in corrected)
    text = "".join(scene.written.text for scene in state.script.present())
    assert "MAYA\nNot to you." in text and "IDRIS\nNot to you." not in text


def test_a_text_that_was_rejected_is_offered_otherwise(tmp_path: Path) -> None:
    """The orchestrator turns a text down with a note; the writer offers another, and what is approved is written."""

    def otherwise(asked: Asked) -> Any:
        ask = asked.ask
        assert isinstance(ask, OfferSceneText) and ask.note == "She never explains."
        down = ask.turned_down[0].option
        assert isinstance(down, SceneTextOption)
        lines = [line.model_dump() for line in down.lines if line.kind != "parenthetical"][:-1]
        option = {"kind": "scene_text", "lines": [*lines, {"kind": "action", "text": "She leaves the key."}]}
        return {"rival": {"option": option, "criterion": ask.criteria[0][0], "reason": "she leaves instead"}}

    mind = screenplays.company(2, OfferSceneText=otherwise)
    ledger = idea_opened(tmp_path)
    with ledger:
        desk.order(ledger, "heist", AssignMind(role="everybody", mind="claude"))
        desk.order(ledger, "heist", SetPolicy(subject="outline", tier="collaborative"))
        work(ledger, "heist", mind=mind, mode="ask", until=lambda state: bool(text_questions(state)))
        desk.order(ledger, "heist", SetPolicy(subject=SCENE_TEXT, tier="orchestrator"))
        first = text_questions(ledger.load("heist").state)[0].number
        desk.order(ledger, "heist", ReopenQuestion(question=first, reason="I want to see it"))
        work(ledger, "heist", mind=mind, mode="ask")
        waiting = [w for w in desk.inbox(ledger.load("heist").state, "heist") if w.subject == SCENE_TEXT]
        desk.answer(ledger, waiting[0].address, "reject", "She never explains.")
        work(ledger, "heist", mind=mind, mode="ask")
        waiting = [w for w in desk.inbox(ledger.load("heist").state, "heist") if w.subject == SCENE_TEXT]
        desk.answer(ledger, waiting[0].address, "approve")
        state = work(ledger, "heist", mind=mind, mode="ask")
        assert not found(ledger, AnswerFailed)
    assert "She leaves the key." in state.script.scenes[waiting[0].text.split()[-1].rstrip("?")].written.text


def test_a_note_on_a_scene_has_it_written_anew(tmp_path: Path) -> None:
    """The writer answers with other lines; what rested on the old ones is read, felt, shot and played again."""

    def anew(asked: Asked) -> Any:
        ask = asked.ask
        assert isinstance(ask, WriteScene)
        answer = screenplays.scene(ask)
        if ask.notes == ("Idris should say less.",):
            assert ask.stands
            answer["lines"] = [line for line in answer["lines"] if line.get("who") != "IDRIS"] or answer[
                "lines"
            ]
        return answer

    mind = screenplays.company(3, WriteScene=anew)
    with idea_opened(tmp_path) as ledger:
        before = work(ledger, "heist", mind=mind)
        assert any(e.character == "IDRIS" for e in before.script.scenes["2"].written.elements)
        given = governing.note(
            ledger, "heist", GiveNote(text="Idris should say less.", table="scenes", key="2")
        )
        assert isinstance(given.fact, NoteGiven) and given.fact.to == "writer"
        state = work(ledger, "heist", mind=mind)
        (answered,) = found(ledger, NoteAnswered)
        assert answered.text.startswith("I write scene 2 anew") and not found(ledger, AnswerFailed)
        draft = [d for d in found(ledger, DraftWritten) if given.address.number in d.rests]
        assert len(draft) == 1
    scene = state.script.scenes["2"]
    assert not any(e.character == "IDRIS" for e in scene.written.elements)
    assert not scene.unread and "2" in state.cast.characters["MAYA"].feelings
    assert state.works.get(TakePlayed, "MAYA/2/1") is not None
    assert [s.status for s in state.shots.scene("2") if s.status == "reopened"] == []


def test_the_house_rewrites_nothing(tmp_path: Path) -> None:
    """Without a mind that writes, a note on a scene of an outline changes nothing, and says why."""
    with idea_opened(tmp_path) as ledger:
        work(ledger, "heist")
        given = GiveNote(text="She should say less.", table="script_elements", key="2/1")
        desk.order(ledger, "heist", given)
        work(ledger, "heist")
        (answered,) = found(ledger, NoteAnswered)
    assert answered.text.startswith("Nothing changes: no rule of the craft makes up dialogue")


def test_words_that_the_writer_decides_alone_are_decided_once(tmp_path: Path) -> None:
    """At the autonomous tier nobody is asked about them, and one draft carries all of them out."""
    ledger = idea_opened(tmp_path)
    with ledger:
        desk.order(ledger, "heist", AssignMind(role="everybody", mind="claude"))
        mind = screenplays.company(5)
        work(ledger, "heist", mind=mind, until=lambda state: SCENE_TEXT in state.production.policy)
        desk.order(ledger, "heist", SetPolicy(subject=SCENE_TEXT, tier="autonomous"))
        state = work(ledger, "heist", mind=mind, until=planned)
        assert not found(ledger, AnswerFailed, CommandRefused)
        assert len(found(ledger, DraftWritten)) == 1
    assert {q.authority for q in text_questions(state)} == {"autonomous"} and len(text_questions(state)) == 3
    assert not any(isinstance(a.ask, StandOnSceneText) for a in mind.asked)


def test_what_is_asked_about_words_goes_over_the_wire(tmp_path: Path) -> None:
    """Each of these asks has a schema and a page, and an answer written out is read back as it was."""
    mind = screenplays.company(3)
    with argued(tmp_path, mind)[0]:
        pass
    kinds: set[type[Ask]] = {WriteScene, Perform, DirectPerformance, StandOnSceneText, WeighVoices}
    asked = {type(a.ask): a for a in mind.asked}
    assert kinds <= set(asked)
    for kind in kinds:
        ask = asked[kind].ask
        answer = house_rules()[kind](ask)
        if kind in (WriteScene, Perform, DirectPerformance):
            answer = ask.ANSWER.model_validate(ANSWERS[kind](ask))
        assert schema_of(ask) and put(ask) and task_prompt(ask.role, kind.__name__)
        assert not list(ask.faults(answer))
        assert read(ask, written(ask, answer)) == answer


def test_an_approved_text_holds_until_the_scene_is_written_anew(tmp_path: Path) -> None:
    """What the orchestrator approved in person is voided by other lines, and its question dropped, not asked again."""
    mind = screenplays.company(2)
    with idea_opened(tmp_path) as ledger:
        desk.order(ledger, "heist", AssignMind(role="everybody", mind="claude"))
        work(ledger, "heist", mind=mind, until=lambda state: SCENE_TEXT in state.production.policy)
        desk.order(ledger, "heist", SetPolicy(subject=SCENE_TEXT, tier="orchestrator"))
        work(ledger, "heist", mind=mind)
        for waiting in desk.inbox(ledger.load("heist").state, "heist"):
            desk.answer(ledger, waiting.address, "approve")
        work(ledger, "heist", mind=mind, until=planned)
        held = text_questions(ledger.load("heist").state)
        assert held and all(q.holds for q in held) and not found(ledger, ApprovalVoided)
        governing.note(ledger, "heist", GiveNote(text="Let her lie.", table="scenes", key="1"))
        work(ledger, "heist", mind=mind, until=lambda s: not s.notes.unanswered)
        voided = found(ledger, ApprovalVoided)
        state = ledger.load("heist").state
        assert not found(ledger, AnswerFailed, CommandRefused)
    about = {q.number: q for q in text_questions(state)}
    assert [about[v.question].opened.scene for v in voided] == ["1"]
    assert about[voided[0].question].status == "dropped"
