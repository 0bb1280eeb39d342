"""Whole films through the writer and the showrunner: what stands at the end, and what moves it."""

from pathlib import Path

import pytest

from cineledger.agents import desk
from cineledger.domain.debate.events import AlternativeOffered, ObjectionRaised
from cineledger.domain.debate.options import ChoiceOption
from cineledger.domain.ledger import Ledger
from cineledger.domain.notes.commands import GiveNote
from cineledger.domain.state import State
from cineledger.domain.story.events import ArcDrawn, StructureRead, ThemeFound
from cineledger.domain.talk.events import CommandRefused, MessageSent
from cineledger.domain.words import ARC, OUTLINE, THEME
from tests.agents.craft.craft_films import CHINESE, RUSSIAN
from tests.agents.craft.story_films import FERRY, FLAT_TALK, film
from tests.agents.craft.test_craft_themes import SERIES
from tests.support.studio import opened, work

INTIMATE = "Intimate: faces before places."
DEMO = Path(__file__).parents[2] / "docs" / "demo" / "last_ferry.fountain"


def run(folder: Path, script: str, vision: str = INTIMATE) -> State:
    with opened(folder, script=script, vision=vision) as ledger:
        return work(ledger)


def chosen(state: State, subject: str) -> list[str]:
    """The choices that hold on a subject."""
    proposals = [
        q.proposal(q.approved or 0) for q in state.debate.questions.values() if q.opened.subject == subject
    ]
    return [p.option.choice for p in proposals if p is not None and isinstance(p.option, ChoiceOption)]


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> State:
    return run(tmp_path_factory.mktemp("ferry"), FERRY)


def test_a_film_has_a_structure_arcs_and_themes(ferry: State) -> None:
    """One structure, an arc for each who leads, at most four themes, all citing lines of the script."""
    read = ferry.works.get(StructureRead)
    assert read is not None and read.points[0].point == "opening"
    assert set(ferry.works.of(ArcDrawn)) == {"MAYA", "IDRIS"}
    assert 1 < len(ferry.works.of(ThemeFound)) <= 4


def test_turning_points_stand_on_the_director_s_beats(ferry: State) -> None:
    """A point names the beat that holds its line."""
    read = ferry.works.get(StructureRead)
    assert read is not None
    for point in read.points:
        beat = ferry.script.scenes[point.scene].beat(point.beat or 0)
        assert beat is not None and point.line is not None and beat.first <= point.line <= beat.last


def test_what_was_decided_is_what_stands(ferry: State) -> None:
    """An arc has the shape that was decided, a theme says that the film is about it; both rest on the decision."""
    (theme,) = chosen(ferry, THEME)
    found = ferry.works.get(ThemeFound, theme)
    assert found is not None and found.reason.startswith("the film is about this, as was decided")
    asked = [q for q in ferry.debate.questions.values() if q.opened.subject == ARC]
    assert 1 <= len(asked) <= 2
    for question in asked:
        drawn = ferry.works.get(ArcDrawn, question.opened.characters[0])
        option = question.proposal(question.approved or 0)
        assert drawn is not None and option is not None and isinstance(option.option, ChoiceOption)
        assert drawn.shape == option.option.choice and drawn.rests == (question.decision,)


def test_the_vision_moves_the_theme(tmp_path: Path) -> None:
    """A vision that speaks of letters never read makes the film about what goes unsaid; one of light, about light."""
    unsaid = run(tmp_path / "a", FERRY, "A film about letters, and the silence between them.")
    light = run(tmp_path / "b", FERRY, "A film about a lamp and the light it gives in the darkness.")
    assert chosen(unsaid, THEME) == ["what goes unsaid"]
    assert chosen(light, THEME) == ["light in the dark"]


def test_a_constraint_rules_a_theme_out(tmp_path: Path) -> None:
    """What the orchestrator says it is not about is not chosen, and a decided theme falls when it is said later."""
    with opened(tmp_path, script=FERRY, vision="A film about a lamp and its light.") as ledger:
        assert chosen(work(ledger), THEME) == ["light in the dark"]
        desk.impose(ledger, "pilot", "constraint", "This is not about light in the dark.")
        assert chosen(work(ledger), THEME) != ["light in the dark"]


def test_roles_really_disagree(tmp_path: Path) -> None:
    """Over theme and arc together somebody objects and offers another reading, each in words of their trade."""
    with opened(tmp_path, script=DEMO.read_text("utf-8")) as ledger:
        work(ledger)
        records = list(ledger.records("pilot"))
    questions = {
        r.number
        for r in records
        if getattr(r.fact, "subject", None) in (THEME, ARC) and hasattr(r.fact, "concerned")
    }
    objected = [r for r in records if isinstance(r.fact, ObjectionRaised) and r.fact.question in questions]
    offered = [r for r in records if isinstance(r.fact, AlternativeOffered) and r.fact.question in questions]
    assert objected and offered
    assert {r.actor for r in objected} <= {"writer", "director", "cast:MAYA", "cast:IDRIS"}


@pytest.mark.parametrize("script", [RUSSIAN, CHINESE])
def test_what_cannot_be_read_is_not_asked(tmp_path: Path, script: str) -> None:
    """Another language has a structure, arcs of unknown shape and no theme: nobody is asked to choose among guesses."""
    state = run(tmp_path, script)
    assert state.works.get(StructureRead) is not None
    arcs = state.works.of(ArcDrawn).values()
    assert arcs and {(arc.shape, arc.begins, arc.wants) for arc in arcs} == {("unknown", "unknown", "")}
    assert not state.works.of(ThemeFound)
    assert not [q for q in state.debate.questions.values() if q.opened.subject in (THEME, ARC)]


def test_a_monologue_has_no_arc_to_argue_over(tmp_path: Path) -> None:
    """With one character only nobody is asked which way she goes."""
    alone = film("ANNA\nI love it here. It is wonderful.", "ANNA\nI hate it here. It is terrible.")
    assert chosen(run(tmp_path, alone), ARC) == []


def test_a_flat_scene_is_told_to_the_director_once(tmp_path: Path) -> None:
    """However often the structure is read again, each note is one message, about the scene it is on."""
    with opened(tmp_path, script=film("ANNA\nYou lied!\n\nShe slams the door.", FLAT_TALK)) as ledger:
        state = work(ledger)
        sent = [
            r.fact for r in ledger.records("pilot") if isinstance(r.fact, MessageSent) and r.actor == "writer"
        ]
    notes = [message for message in sent if "does not turn" in message.text]
    assert [(note.to, note.about) for note in notes] == [("director", state.script.scenes["2"].number)]


def test_continuity_across_episodes_is_told_to_the_writer(tmp_path: Path) -> None:
    """Who is missing from an episode is kept with her arc, and told once; themes say which episodes they carry over."""
    with opened(tmp_path, script=SERIES) as ledger:
        state = work(ledger)
        sent = [
            r.fact.text
            for r in ledger.records("pilot")
            if isinstance(r.fact, MessageSent) and r.actor == "showrunner"
        ]
    missing = "DANA is in Episode 1 and Episode 3 and missing from Episode 2: Away"
    assert missing in state.works.of(ArcDrawn)["DANA"].across
    assert sent.count(f"Across the episodes: {missing}.") == 1
    assert all(theme.across for theme in state.works.of(ThemeFound).values())


def test_a_revised_draft_moves_structure_and_arcs(tmp_path: Path) -> None:
    """A draft in which she does not find her joy ends her arc elsewhere; the closing image is the new one."""
    sad = FERRY.replace(
        "Thank you. I love this light. I am happy.", "I hate this. It is horrible. He is dead."
    )
    sad = sad.replace("A small boat, two figures and one lamp, in all that grey.", "An empty boat.")
    with opened(tmp_path, script=FERRY) as ledger:
        before = work(ledger)
        draft = desk.Script(text=sad, source="blue.fountain", encoding="utf-8")
        desk.take_in_draft(ledger, "pilot", draft, before.number)
        after = work(ledger)
        refused = [r.fact.reason for r in ledger.records("pilot") if isinstance(r.fact, CommandRefused)]
    assert before.works.of(ArcDrawn)["MAYA"].ends != after.works.of(ArcDrawn)["MAYA"].ends
    read = after.works.get(StructureRead)
    assert read is not None and read.points[-1].quote == "An empty boat."
    assert all("lines since" in reason for reason in refused)


def test_an_idea_is_outlined_and_written(tmp_path: Path) -> None:
    """From an idea the writer outlines five scenes, writes them once approved, and reads their structure."""
    with Ledger(tmp_path, create=True) as ledger:
        idea = "Emotional farewell at the roadside"
        desk.open_production(ledger, "pilot", title="Road", vision=INTIMATE, idea=idea, script=None)
        state = work(ledger)
    assert any(q.opened.subject == OUTLINE for q in state.debate.questions.values())
    scenes = state.script.present()
    assert len(scenes) == 5 and not any(e.kind == "dialogue" for s in scenes for e in s.written.elements)
    assert state.works.get(StructureRead) is not None


def test_the_vision_moves_the_arc(tmp_path: Path) -> None:
    """The same pages end on a gain in a bright comedy, and on a loss in a noir."""
    script = DEMO.read_text("utf-8")
    bright = chosen(run(tmp_path / "a", script, "A bright, funny comedy: sunny, open, playful."), ARC)
    dark = chosen(run(tmp_path / "b", script, "Film noir: hard shadows, dread, bleak."), ARC)
    assert sum(shape.endswith("rise") for shape in bright) > sum(shape.endswith("rise") for shape in dark)


def test_a_note_on_the_structure_is_heeded_and_stays_heeded(tmp_path: Path) -> None:
    """Where the orchestrator puts the climax in a scene it is found there, also when the structure is read again."""
    with opened(tmp_path, script=FERRY) as ledger:
        before = work(ledger)
        read = before.works.standing(StructureRead)
        assert read is not None and where(before) != "2"
        desk.order(ledger, "pilot", GiveNote(text="The climax is in scene 2.", about=read.number))
        assert where(work(ledger)) == "2"
        draft = desk.Script(text=FERRY.replace("at nine", "at ten"), source="blue.fountain", encoding="utf-8")
        desk.take_in_draft(ledger, "pilot", draft, ledger.load("pilot").state.number)
        assert where(work(ledger)) == "2"


def where(state: State) -> str:
    """The scene of the climax."""
    read = state.works.get(StructureRead)
    assert read is not None
    return next(point.scene for point in read.points if point.point == "climax")
