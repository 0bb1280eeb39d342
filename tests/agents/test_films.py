"""Whole films through the crew: what must hold for any script, and what must differ between visions."""

from pathlib import Path
from statistics import mean

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cineledger.agents import desk
from cineledger.agents.stances import spec_of
from cineledger.domain.address import Address
from cineledger.domain.script.layout import UNSEEN
from cineledger.domain.state import State
from cineledger.domain.talk.events import CommandRefused
from cineledger.domain.words import APPROACH, COVERAGE, REVISION, SIZES
from cineledger.projections.audit import audit
from cineledger.projections.reader import Reader
from tests.support.studio import opened, work

FILM = """INT. KITCHEN - NIGHT

MAYA stands at the sink. TOM watches her from the door.

TOM
You knew. You knew the whole time!

MAYA
(not turning)
I hoped.

Tom throws the glass at the wall. It shatters. A long silence.

MAYA
Get out.

Tom walks out into the dark. Maya runs after him to the door and stops.

EXT. COAST ROAD - DAY

A truck races along the cliffs. Tom drives, too fast.

TOM
I'm sorry. I'm so sorry.

He brakes. The truck slides towards the edge and stops.
"""

RUSSIAN = """ИНТ. КУХНЯ - НОЧЬ

МАША стоит у окна.

МАША
Ты вернулся!

ИВАН (З.К.)
Я не уходил.
"""


def film(folder: Path, script: str, vision: str) -> State:
    """The state that a whole run leaves."""
    with opened(folder, script=script, vision=vision) as ledger:
        return work(ledger)


@pytest.fixture(scope="module")
def visions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, State]:
    """One film under several visions."""
    words = {
        "intimate": "Intimate: faces before places.",
        "epic": "Epic: vast landscapes, people small in their world.",
        "kinetic": "Kinetic and restless, the camera never stops moving.",
        "still": "Still and austere: static frames only.",
        "noir": "Film noir: hard shadows, dread.",
    }
    return {name: film(tmp_path_factory.mktemp(name), FILM, text) for name, text in words.items()}


def closeness(state: State) -> float:
    shots = [s.spec.size for s in state.shots.shots.values() if s.spec.size != "INSERT"]
    return mean(SIZES.index(size) for size in shots)


def moving(state: State) -> float:
    return mean(s.spec.movement != "STATIC" for s in state.shots.shots.values())


def test_intimate_is_closer_than_epic(visions: dict[str, State]) -> None:
    """The same script is shot closer, on longer lenses, where the vision is intimate."""
    intimate, epic = visions["intimate"], visions["epic"]
    assert closeness(intimate) > closeness(epic)
    lenses = [mean(s.spec.lens_mm for s in v.shots.shots.values()) for v in (intimate, epic)]
    assert lenses[0] > lenses[1]


def test_kinetic_moves_and_still_does_not(visions: dict[str, State]) -> None:
    """The camera moves more where the vision says so, and not at all where it may not."""
    assert moving(visions["kinetic"]) > moving(visions["intimate"]) >= moving(visions["still"])
    assert moving(visions["kinetic"]) >= 0.5


def test_noir_leaves_eye_level(visions: dict[str, State]) -> None:
    """Noir looks up, down or askew more often."""
    askew = {n: mean(s.spec.angle != "EYE" for s in v.shots.shots.values()) for n, v in visions.items()}
    assert askew["noir"] > askew["intimate"]


def test_roles_truly_disagree(visions: dict[str, State]) -> None:
    """Over the visions there are objections and rival proposals, and rulings that overrule somebody."""
    questions = [q for v in visions.values() for q in v.debate.questions.values()]
    assert any(len(q.proposals) > 1 for q in questions)
    assert any(not p.supports for q in questions for p in q.positions)


def test_unknown_is_never_neutral(tmp_path: Path) -> None:
    """Where the language isn't English a feeling is unknown, without numbers; the film is planned all the same."""
    state = film(tmp_path, RUSSIAN, "")
    assert set(state.cast.characters) == {"МАША", "ИВАН"}
    felt = [f for c in state.cast.characters.values() for f in c.feelings.values()]
    assert felt and all(f.feeling == "unknown" and f.valence is None and f.arousal is None for f in felt)
    assert state.shots.shots


_names = st.sampled_from(
    ["MAYA", "TOM", "ИВАН", "阿明", "R2D2", "O'NEIL (V.O.)", "THE OLD MAN ON THE STAIRS"]
)
_texts = st.sampled_from(
    [
        "He runs.",
        "A pause.",
        "BANG!",
        "Why?",
        "No. Never!",
        "她看着门。",
        "…",
        "- - -",
        "I love you",
        "x" * 300,
    ]
)
_slugs = st.sampled_from(["INT. HOUSE - DAY", "EXT. SEA--NIGHT", ".NOWHERE", "ИНТ. ДОМ - НОЧЬ", "EXT. #7#"])
_blocks = st.one_of(
    _slugs,
    _texts,
    st.builds("{}\n{}".format, _names, _texts),
    st.builds("{} ^\n(beat)\n{}".format, _names, _texts),
    st.sampled_from(
        ["[[a note]]", "/* cut", "# Act", "= What for", "> CUT TO:", "===", "~la la", "> THE END <"]
    ),
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_blocks, max_size=25))
def test_any_script_is_planned(tmp_path_factory: pytest.TempPathFactory, blocks: list[str]) -> None:
    """No script stops the crew; nothing is an orphan or refused, and every line that plays is covered."""
    folder = tmp_path_factory.mktemp("any")
    with opened(folder, script="\n\n".join(blocks), vision="") as ledger:
        state = work(ledger)
        assert not [r for r in ledger.records("pilot") if isinstance(r.fact, CommandRefused)]
    with Reader(folder) as reader:
        assert not any(audit(reader).values())
    for scene in state.script.order:
        written = state.script.scenes[scene]
        if not written.beats:
            continue
        covered: set[int] = set()
        for shot in state.shots.scene(scene):
            assert 0 <= shot.planned.first <= shot.planned.last < len(written.written.elements)
            covered.update(range(shot.planned.first, shot.planned.last + 1))
        played = {
            place
            for place, element in enumerate(written.written.elements)
            if element.kind in ("action", "dialogue", "lyric") and element.kind not in UNSEEN
        }
        assert played <= covered, scene
    if any(state.script.scenes[s].beats for s in state.script.order):
        assert state.production.phase == "refinement" and not state.debate.undecided


QUARREL = """INT. KITCHEN - NIGHT

MAYA and TOM at the table.

TOM
You knew. You knew the whole time!

MAYA
I hoped.

TOM
Hope! You call that hope!

Maya says nothing. She folds the letter. She unfolds it again.

TOM
Say something.

MAYA
I can't.

Tom sits down. He takes her hand. She lets him.

MAYA
I was afraid! Every single day I was afraid!

TOM
Of me?

MAYA
Of losing you! Don't you see that!

Tom lets go of her hand.
"""


def test_notes_are_answered_and_limits_kept(tmp_path: Path) -> None:
    """The director's note on two turns shot alike leads to a revision that is debated, decided and carried out."""
    with opened(tmp_path, script=QUARREL, vision="Intimate: faces before places.") as ledger:
        state = work(ledger)
        revisions = [q for q in state.debate.questions.values() if q.opened.subject == REVISION]
        assert revisions and all(q.status == "decided" for q in revisions)
        assert [s for s in state.shots.shots.values() if s.question in {q.number for q in revisions}]
        assert not [r for r in ledger.records("pilot") if isinstance(r.fact, CommandRefused)]
        desk.impose(ledger, "pilot", "constraint", "only eye level, static camera only")
        after = work(ledger)
        assert {(s.spec.angle, s.spec.movement) for s in after.shots.shots.values()} == {("EYE", "STATIC")}


def test_the_orchestrators_own_decision_is_not_the_crews_to_change(tmp_path: Path) -> None:
    """What the orchestrator chose in person comes back to the orchestrator, whatever is said later."""
    with opened(tmp_path, script=FILM, vision="Intimate: faces before places.") as ledger:
        before = work(ledger)
        question = next(
            q
            for q in before.debate.questions.values()
            if q.opened.subject == COVERAGE and len(q.proposals) > 1
        )
        rival = next(p.number for p in question.proposals if p.number != question.approved)
        desk.answer(ledger, Address("pilot", rival), "choose")
        chosen = work(ledger)
        (shot,) = chosen.shots.of_question[question.number]
        (wanted,) = (spec_of(p.option) for p in question.proposals if p.number == rival)
        assert chosen.shots.shots[shot].spec == wanted
        desk.impose(ledger, "pilot", "broadcast", "Epic now: vast landscapes, people small in their world.")
        after = work(ledger)
        held = after.debate.questions[question.number]
        assert held.approved == rival or question.number in {w.question for w in desk.inbox(after, "pilot")}


def test_what_was_rejected_does_not_come_back(tmp_path: Path) -> None:
    """However often the orchestrator says no, nothing rejected is offered again, and it ends."""
    with opened(tmp_path, script=FILM) as ledger:
        state = work(ledger, mode="none")

        def waiting(state: State) -> desk.Waiting:
            (approach,) = (w for w in desk.inbox(state, "pilot") if w.subject == APPROACH)
            return approach

        for _ in range(12):
            if waiting(state).exhausted:
                break
            desk.answer(ledger, waiting(state).address, "reject", "not that")
            state = work(ledger, mode="none")
        question = state.debate.questions[waiting(state).question]
        options = [p.option.model_dump_json() for p in question.proposals]
        assert len(options) == len(set(options)) and waiting(state).exhausted
        before = ledger.head("pilot")
        work(ledger, mode="none")
        assert ledger.head("pilot") == before
        desk.impose(ledger, "pilot", "broadcast", "Handheld, kinetic, never still.")
        again = waiting(work(ledger, mode="none"))
        assert not again.exhausted and again.recommended is not None
        desk.answer(ledger, Address("pilot", question.proposals[0].number), "choose")
        assert work(ledger, mode="standing").production.phase == "refinement"


def test_two_decisions_before_a_run_give_one_shot(tmp_path: Path) -> None:
    """Only the decision that holds is carried out, and a scene is covered once."""
    with opened(tmp_path, script=FILM) as ledger:
        whole = work(ledger)
        question = next(
            q
            for q in whole.debate.questions.values()
            if q.opened.subject == COVERAGE and len(q.proposals) > 1
        )
        first, second = question.proposals[0].number, question.proposals[1].number
        assert question.decision is not None
        desk.fork(ledger, Address("pilot", question.decision - 1), "fork", None)
        for number in (first, second, first):
            desk.answer(ledger, Address("fork", number), "choose")
        state = work(ledger, "fork")
        assert len(state.shots.of_question[question.number]) == 1
        wides = [s for s in state.shots.scene(question.opened.scene or "") if s.spec.type == "MASTER"]
        assert len({s.spec for s in wides}) == len(wides)
