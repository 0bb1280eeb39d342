"""Whole films on the bench: assembled in review, cut again when what they rest on changes."""

from pathlib import Path
from statistics import mean

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cineledger.agents import desk
from cineledger.agents.craft.curve import MOST_NOTES
from cineledger.agents.craft.pacing import VARY
from cineledger.agents.craft.passages import passages
from cineledger.agents.cutting.assembling import ASSEMBLY, AssembleScene, assemble_scene
from cineledger.agents.governing import note_on_event
from cineledger.agents.reading import played_scenes
from cineledger.agents.role import Moment
from cineledger.agents.working import decided
from cineledger.domain.address import Address
from cineledger.domain.debate.options import ChoiceOption
from cineledger.domain.edit.events import SceneAssembled
from cineledger.domain.ledger import Ledger
from cineledger.domain.notes.events import NoteAnswered
from cineledger.domain.production.commands import JoinCrew
from cineledger.domain.production.events import PhaseEntered
from cineledger.domain.state import State
from cineledger.domain.talk.events import CommandRefused, MessageSent
from cineledger.domain.words import PACING
from cineledger.domain.work.work import WorkPresented, WorkStruck
from cineledger.projections.audit import audit
from cineledger.projections.reader import Reader
from tests.agents.craft.craft_films import CHINESE, COMEDY, DRAMA, RUSSIAN, THRILLER
from tests.agents.test_films import FILM
from tests.agents.test_revised_films import take_in
from tests.support.film import opening
from tests.support.studio import opened, work

ALIKE = "\n".join(
    f"""INT. ROOM {count} - DAY

ANNA and BELA at a table.

ANNA
I have told you before what I think of this, and I will tell you once more today.

BELA
You have told me, and I have heard you, and nothing at all has come of it since.
"""
    for count in range(1, 7)
)


def average(state: State) -> float:
    """Seconds a shot of the film stays."""
    return mean(cut.seconds for scene in state.works.of(SceneAssembled).values() for cut in scene.cuts)


def cut_of(state: State, scene: str) -> SceneAssembled:
    """A scene as it is assembled."""
    assembled = state.works.get(SceneAssembled, scene)
    assert assembled is not None
    return assembled


def times(ledger: Ledger, scene: str) -> list[int]:
    """The events that assembled a scene."""
    return [
        record.number
        for record in ledger.records("pilot")
        if isinstance(record.fact, SceneAssembled) and record.fact.scene == scene
    ]


def whole(state: State) -> None:
    """Every scene with shots is assembled, and every line of it plays, in order, in a shot that covers it."""
    for scene in played_scenes(state):
        name, shots = scene.written.scene, state.shots.scene(scene.written.scene)
        if not shots:
            assert state.works.get(SceneAssembled, name) is None
            continue
        cuts = cut_of(state, name).cuts
        lines = [line for cut in cuts for line in range(cut.first, cut.last + 1)]
        played = {p.first for p in passages(scene.written.elements, scene.beats)}
        assert lines == sorted(lines) and played <= set(lines)
        spans = {shot.planned.shot: (shot.first, shot.last) for shot in shots}
        assert all(spans[cut.shot][0] <= cut.first <= cut.last <= spans[cut.shot][1] for cut in cuts)


@pytest.mark.parametrize("script", [FILM, DRAMA, THRILLER, COMEDY, RUSSIAN, CHINESE])
def test_every_scene_is_assembled_in_review(tmp_path: Path, script: str) -> None:
    """The editor puts every scene together once shots stand, presents them, and nothing is refused."""
    with opened(tmp_path, script=script) as ledger:
        state = work(ledger)
        records = list(ledger.records("pilot"))
        whole(state)
        review = next(
            r.number for r in records if isinstance(r.fact, PhaseEntered) and r.fact.phase == "review"
        )
        assert all(r.number > review for r in records if isinstance(r.fact, SceneAssembled))
        (shown,) = (r.fact.text for r in records if isinstance(r.fact, WorkPresented) and r.actor == "editor")
        assert "assembled" in shown
        assert not [r for r in records if isinstance(r.fact, CommandRefused)]
        (last,) = (scene for scene in state.works.of(SceneAssembled).values() if scene.ending)
        assert last.scene == state.script.order[-1]


def test_the_cut_rests_on_the_pacing_that_was_decided(tmp_path: Path) -> None:
    """Each scene names the decision; constraints that leave one pacing make shots stay longer or shorter."""
    found = {}
    for words, pacing in (("Long takes only.", "long takes"), ("Quick cutting only.", "quick")):
        with opened(tmp_path / pacing, script=DRAMA) as ledger:
            desk.impose(ledger, "pilot", "constraint", words)
            state = work(ledger)
            choice = decided(state, PACING)
            assert choice is not None and isinstance(choice[0], ChoiceOption)
            assert choice[0].choice == pacing
            assert all(choice[1] in scene.rests for scene in state.works.of(SceneAssembled).values())
            found[pacing] = average(state)
    assert found["long takes"] > 1.5 * found["quick"]


def test_another_pacing_changes_the_cut_and_not_the_shots(tmp_path: Path) -> None:
    """Forked at the decision with a rival instead, the same shots are cut otherwise."""
    with opened(tmp_path, script=DRAMA) as ledger:
        one = work(ledger)
        (question,) = (q for q in one.debate.questions.values() if q.opened.subject == PACING)
        rival = next(p for p in question.proposals if p.number != question.approved)
        decision, instead = Address("pilot", question.decision or 0), Address("pilot", rival.number)
        desk.fork(ledger, decision, "other", instead)
        other = work(ledger, "other")
        assert [shot.spec for shot in one.shots.live()] == [shot.spec for shot in other.shots.live()]
        assert average(one) != average(other)
        whole(other)


def test_the_directors_notes_on_the_pacing_are_heeded(tmp_path: Path) -> None:
    """Six scenes of one pace: a note on one of them, few in all; the editor cuts it again, and others stand."""
    with opened(tmp_path, script=ALIKE) as ledger:
        state = work(ledger)
        notes = [
            r.fact
            for r in ledger.records("pilot")
            if isinstance(r.fact, MessageSent) and r.fact.to == "editor"
        ]
        assert 0 < len(notes) <= MOST_NOTES and any(VARY in note.text for note in notes)
        heeding = [scene for scene in state.works.of(SceneAssembled).values() if scene.heeds]
        assert len(heeding) == len(notes)
        for scene in heeding:
            before = ledger.record(Address("pilot", times(ledger, scene.scene)[0])).fact
            assert isinstance(before, SceneAssembled)
            assert [c.seconds for c in before.cuts] != [c.seconds for c in scene.cuts]
        assert not [r for r in ledger.records("pilot") if isinstance(r.fact, CommandRefused)]
        whole(state)


def test_a_note_of_the_orchestrators_is_answered_on_the_bench(tmp_path: Path) -> None:
    """What asks for another tempo makes the scene anew; what a bench can't read changes nothing, and says so."""
    with opened(tmp_path, script=DRAMA) as ledger:
        before = work(ledger)
        number = before.works.numbers(SceneAssembled)[0]
        for text, answer in (("More love!", "Nothing changes"), ("It drags. Quicker.", "make it anew")):
            note = note_on_event(ledger, "pilot", text, Address("pilot", number))
            state = work(ledger)
            answered = ledger.record(Address("pilot", state.notes.notes[note.number].answered or 0))
            assert answered.actor == "editor" and isinstance(answered.fact, NoteAnswered)
            assert answer in answered.fact.text
        assert average(state) < average(before)


def test_what_a_mind_makes_up_is_left_out(tmp_path: Path) -> None:
    """Of an answer only the cuts stand that can be: of shots there are, on lines they cover, each line once."""
    with opened(tmp_path, script=DRAMA) as ledger:
        state = work(ledger)
    moment = Moment("editor", state.number, PhaseEntered(phase="review"), state)
    answers = [assemble_scene(ask) for ask in ASSEMBLY.asks(moment) if isinstance(ask, AssembleScene)]
    first = answers[0].cuts
    invented = [cut.model_copy(update={"shot": 99}) for cut in first[:1]]
    beyond = [first[-1].model_copy(update={"last": 99})]
    answers[0] = answers[0].model_copy(update={"cuts": (*invented, *first[:1], *first, *beyond)})
    works = [made.what for made in ASSEMBLY.makes(moment, answers)]
    stands = {scene: cut_of(state, scene).cuts for scene in state.works.of(SceneAssembled)}
    assert {w.scene: w.cuts for w in works if isinstance(w, SceneAssembled)} == stands


def test_a_draft_has_only_what_it_changes_cut_again(tmp_path: Path) -> None:
    """A scene that is left out loses its cut; one with other lines is cut again; the rest stands as it was."""
    with opened(tmp_path, script=THRILLER) as ledger:
        work(ledger)
        before = {scene: len(times(ledger, scene)) for scene in ("1", "2", "3")}
        take_in(ledger, THRILLER.replace("Two guards. Maybe three.", "Two guards. Or four, or five of them."))
        state = work(ledger)
        assert len(times(ledger, "2")) > before["2"] and len(times(ledger, "1")) == before["1"]
        whole(state)
        van = THRILLER.index("INT. VAN"), THRILLER.index("EXT. CONTAINER PORT - CONTINUOUS")
        take_in(ledger, THRILLER[: van[0]] + THRILLER[van[1] :])
        state = work(ledger)
        assert state.works.get(SceneAssembled, "2") is None
        struck = [r.fact for r in ledger.records("pilot") if isinstance(r.fact, WorkStruck)]
        assert {fact.key for fact in struck if fact.work == "SceneAssembled"} == {"2"}
        whole(state)


def test_an_editor_who_joins_late_catches_up(tmp_path: Path) -> None:
    """Added when everything else is done, the editor asks about the pacing and assembles every scene."""
    with Ledger(tmp_path, create=True) as ledger:
        ledger.open("pilot", opening(DRAMA), "OpenProduction")
        assert not work(ledger).works.of(SceneAssembled)
        desk.order(ledger, "pilot", JoinCrew(role="editor"))
        state = work(ledger)
        assert decided(state, PACING) is not None
        whole(state)
    with Reader(tmp_path) as reader:
        assert not any(audit(reader).values())


_BLOCKS = st.sampled_from(
    [
        "INT. HOUSE - DAY",
        "EXT. SEA--NIGHT",
        "INT. HOUSE - LATER",
        "ИНТ. ДОМ - НОЧЬ",
        "MAYA\nWhy?",
        "TOM (V.O.)\nI waited. (beat) I WAITED!",
        "MAYA ^\n(beat)\n我不知道。\n(quietly)\nNever.",
        "He walks out. A phone rings.",
        "A long silence.",
        "She looks at the letter.",
        "> DISSOLVE TO:",
        "CUT TO:",
        "FADE OUT.",
        "# Act two",
        "> THE END <",
        "[[a note]]",
        "x" * 1800,
    ]
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_BLOCKS, max_size=20))
def test_any_script_is_assembled(tmp_path_factory: pytest.TempPathFactory, blocks: list[str]) -> None:
    """No script stops the editor, and none of its lines is lost or plays twice."""
    with opened(tmp_path_factory.mktemp("any"), script="\n\n".join(blocks), vision="") as ledger:
        whole(work(ledger))
        assert not [r for r in ledger.records("pilot") if isinstance(r.fact, CommandRefused)]
