"""Two productions side by side: what one has alone, and what both have differently."""

from decimal import Decimal
from typing import Any

import pytest

from cineledger.domain.cast.events import CharacterIntroduced, EmotionalStateChanged
from cineledger.domain.debate.events import ProposalApproved, ProposalMade, QuestionOpened, QuestionReopened
from cineledger.domain.debate.options import ShotOption
from cineledger.domain.journal import CompletionRecorded
from cineledger.domain.production.events import ConstraintImposed, PolicySet, VisionStated
from cineledger.domain.refusal import Refused
from cineledger.domain.shots.events import ShotRevised
from cineledger.projections.diff.document import SECTIONS, diff
from cineledger.projections.diff.rows import TABLES
from cineledger.projections.diff.text import heading, text
from tests.projections.worlds import SPEC, World, scene, shot

WIDE = SPEC.model_copy(update={"lens_mm": 24, "description": "wide, 24mm"})
WHY: dict[str, Any] = {"criterion": "c", "reason": "r"}


def question(place: int) -> QuestionOpened:
    """A question about a beat of scene 1."""
    return QuestionOpened(
        subject="beat_coverage",
        text="?",
        scene="1",
        beat=place,
        tier="collaborative",
        rounds=1,
        lead="director",
        concerned=(),
    )


@pytest.fixture
def forked(world: World) -> World:
    """pilot and its fork b, which share a scene, a character, shot 1A and question 4 with two proposals."""
    world.open("pilot", scene("1"), CharacterIntroduced(character="MAYA", first_scene="1", speeches=1))
    world.say("cinematographer", shot())
    world.say(
        "director",
        question(1),
        *(ProposalMade(question=4, option=ShotOption(spec=s), **WHY) for s in (SPEC, WIDE)),
    )
    world.fork("pilot@6", "b")
    return world


def compared(world: World, a: str, b: str) -> dict[str, Any]:
    """The tables that differ."""
    found = whole(world, a, b)
    return {table: found[table] for table in TABLES if any(found[table].values())}


def whole(world: World, a: str, b: str, *only: str) -> dict[str, Any]:
    """The document, or some sections of it."""
    with world.reader() as reader:
        return diff(reader, a, b, only or SECTIONS)


def told(world: World, a: str, b: str, *only: str) -> str:
    """What the terminal shows, past the heading."""
    found = whole(world, a, b, *only)
    return "\n".join(line.text for line in list(text(found))[len(list(heading(found))) + 1 :])


def feels(feeling: str, scene: str = "1", **more: Any) -> EmotionalStateChanged:
    """MAYA feels so in a scene."""
    plain: dict[str, Any] = {"valence": -0.1, "arousal": 0, "line": None, "quote": "", "reason": "alone"}
    return EmotionalStateChanged(character="MAYA", scene=scene, feeling=feeling, **(plain | more))


def answer(
    key: str, mind: str = "claude", cost: str = "0.0123", role: str = "director"
) -> CompletionRecorded:
    """A mind's answer."""
    return CompletionRecorded(
        key=key * 64,
        mind=mind,
        model="a model",
        role=role,
        task="t",
        outcome="ok",
        answer={},
        input_tokens=0 if mind == "house" else 1_200,
        output_tokens=0 if mind == "house" else 300,
        cost_usd=Decimal(cost),
        duration_ms=1,
    )


def test_a_fresh_fork_differs_in_nothing(forked: World) -> None:
    """Names and addresses are no difference."""
    assert compared(forked, "pilot", "B") == {}
    with forked.reader() as reader:
        assert {k: v for k, v in diff(reader, "b", "pilot").items() if k in ("a", "b", "shared")} == {
            "a": "b",
            "b": "pilot",
            "shared": 6,
        }


def test_changed_columns_stand_side_by_side(forked: World) -> None:
    """Only columns that differ are shown, of rows that both sides have."""
    forked.say(
        "cinematographer", ShotRevised(shot="1A", spec=WIDE, notes="as decided", question=None), name="b"
    )
    (change,) = compared(forked, "pilot", "b")["shots"]["changed"]
    assert (change["key"], change["columns"]) == (
        "1A",
        {
            "description": ["close on MAYA, 85mm", "wide, 24mm"],
            "lens_mm": [85, 24],
            "status": ["planned", "revised"],
        },
    )
    assert [row["address"] for row in change["rows"]] == ["pilot@3", "b@7"]


def test_what_one_side_has_alone(forked: World) -> None:
    """New scenes, shots and feelings stand under the side that has them, each in a line and whole."""
    forked.say("writer", scene("2"), name="b")
    forked.say("cinematographer", shot("1B"))
    forked.say("cast:MAYA", feels("fear"), name="b")
    found = compared(forked, "pilot", "b")
    (only,) = found["shots"]["only_a"]
    assert (only["key"], only["text"], only["row"]["lens_mm"]) == (
        "1B",
        "CU SINGLE, 85mm: close on MAYA, 85mm",
        85,
    )
    assert [row["key"] for row in found["scenes"]["only_b"]] == ["2"]
    assert [row["key"] for row in found["character_timeline"]["only_b"]] == ["MAYA/1"]


def test_a_shared_question_decided_differently_is_one_change(forked: World) -> None:
    """Decisions meet under the question that both sides share, wherever they were decided."""
    forked.say("director", ProposalApproved(question=4, proposal=5, authority="ruling"))
    forked.say("writer", scene("9"), name="b")
    forked.say("director", ProposalApproved(question=4, proposal=6, authority="consensus"), name="b")
    (change,) = compared(forked, "pilot", "b")["decisions"]["changed"]
    assert (change["key"], change["columns"]) == (
        "question 4",
        {"description": ["close on MAYA, 85mm", "wide, 24mm"], "authority": ["ruling", "consensus"]},
    )
    assert [row["address"] for row in change["rows"]] == ["pilot@7", "b@8"]


def test_questions_asked_apart_meet_by_what_they_are_about(forked: World) -> None:
    """Each side's own question about the same beat is the same; the latest decision counts."""
    for name, number, specs in (("pilot", 7, (SPEC,)), ("b", 8, (SPEC, WIDE))):
        if name == "b":
            forked.say("writer", scene("9"), name="b")
        for spec in specs:
            asked = question(2) if spec is specs[0] else QuestionReopened(question=number, reason="r")
            forked.say("director", asked, name=name)
            made = ProposalMade(question=number, option=ShotOption(spec=spec), **WHY)
            (record,) = forked.say("director", made, name=name)
            approved = ProposalApproved(question=number, proposal=record.number, authority="ruling")
            forked.say("director", approved, name=name)
    found = compared(forked, "pilot", "b")["decisions"]
    (change,) = found["changed"]
    assert (change["key"], change["columns"]) == (
        "beat_coverage scene 1 beat 2",
        {"description": ["close on MAYA, 85mm", "wide, 24mm"]},
    )
    assert found["only_a"] == found["only_b"] == []


def test_two_moments_of_one_production(forked: World) -> None:
    """An address stands for the production as that event left it."""
    forked.say("cinematographer", shot("1B"))
    found = compared(forked, "pilot@6", "pilot")
    assert list(found) == ["shots"] and [row["key"] for row in found["shots"]["only_b"]] == ["1B"]


@pytest.mark.parametrize("side", ["nobody", "pilot@77"])
def test_what_is_not_there_is_refused(forked: World, side: str) -> None:
    """Neither an unknown production nor an unknown event has a side."""
    with forked.reader() as reader, pytest.raises(Refused):
        diff(reader, "pilot", side)


def test_the_heading_says_what_is_shared_and_what_came_since(forked: World) -> None:
    """The last event both have, how many each has since, and what differs in a sentence."""
    forked.say("writer", scene("2"), scene("3"), name="b")
    found = whole(forked, "pilot@5", "b")
    assert (found["shared"], found["last_shared"]["address"]) == (5, "pilot@5")
    assert [side["since"] for side in found["sides"].values()] == [0, 3]
    assert found["summary"] == "2 scenes only in b."
    assert next(heading(found)).text == "pilot@5 and b share events 0 to 5."


def test_a_fork_of_a_past_that_is_shared(forked: World) -> None:
    """An address by which a fork names its parent's event is that moment of both."""
    found = whole(forked, "b@3", "pilot@3")
    assert (found["shared"], found["summary"]) == (3, "They do not differ.")


def test_what_has_nothing_in_common(forked: World) -> None:
    """Productions that were opened apart share nothing; what bears the same name meets."""
    forked.open("other", scene("1", "INT. KITCHEN - NIGHT\n\nTOM waits.\n\n"), scene("2"))
    found = whole(forked, "pilot", "other")
    assert (found["shared"], found["last_shared"], found["sides"]["b"]["since"]) == (None, None, 3)
    assert [(entry["scene"], entry["change"]) for entry in found["script"]] == [
        ("1", "changed"),
        ("2", "added"),
    ]
    assert next(heading(found)).text == "pilot and other share nothing."


def test_only_what_was_asked_for_is_compared(forked: World) -> None:
    """Other sections are neither in the document nor in its summary."""
    forked.say("writer", scene("2"), name="b")
    found = whole(forked, "pilot", "b", "shots", "cost")
    assert {"shots", "cost"} == found.keys() - {"a", "b", "shared", "last_shared", "sides", "summary"}
    assert found["summary"] == "They do not differ."


def test_shots_are_told_by_scene_with_how_many_of_each_size(forked: World) -> None:
    """A scene's shots stand together; sizes are counted only where the count differs."""
    insert = SPEC.model_copy(update={"size": "INSERT"})
    forked.say("cinematographer", shot("1B", spec=insert), shot("1C"), name="b")
    assert whole(forked, "pilot", "b")["shots"]["sizes"] == {"CU": [1, 2], "INSERT": [0, 1]}
    forked.say("writer", scene("2"), scene("10"), name="b")
    late, early = shot("10A"), shot("2A")
    forked.say(
        "cinematographer", *(s.model_copy(update={"scene": s.shot[:-1]}) for s in (late, early)), name="b"
    )
    lines = told(forked, "pilot", "b", "shots").splitlines()
    assert [line.split(",")[0] for line in lines if line.startswith("scene ")] == [
        "scene 1",
        "scene 2",
        "scene 10",
    ]
    assert lines[:3] == ["shots", "scene 1, KITCHEN, NIGHT", "only in b:"] and "sizes" in lines


def test_feelings_stand_beside_each_other_scene_by_scene(forked: World) -> None:
    """A feeling is told of both sides with its reason; one for which only the script moved is no difference."""
    forked.say("cast:MAYA", feels("fear"), feels("joy", "2", reason="he came"))
    forked.say("cast:MAYA", feels("calm", valence=0.2), feels("joy", "2", reason="he came", line=3), name="b")
    (change,) = compared(forked, "pilot", "b")["character_timeline"]["changed"]
    assert change["columns"] == {"feeling": ["fear", "calm"], "valence": [-0.1, 0.2]}
    assert [line.split()[:4] for line in told(forked, "pilot", "b", "characters").splitlines()[-2:]] == [
        ["1", "pilot", "fear", "-0.1"],
        ["1", "b", "calm", "0.2"],
    ]


def test_a_decision_is_told_with_who_and_why_and_where(forked: World) -> None:
    """Each side's answer, its authority, its reason and its address; or how the question stands there."""
    forked.say(
        "orchestrator", ProposalApproved(question=4, proposal=5, authority="orchestrator", note="Yes.")
    )
    entry = compared(forked, "pilot", "b")["decisions"]["only_a"][0]
    assert (entry["elsewhere"], entry["row"]["reason"], entry["row"]["role"]) == ("open", "r", "orchestrator")
    assert told(forked, "pilot", "b", "decisions").splitlines()[1:] == [
        "?",
        "  pilot: close on MAYA, 85mm",
        "    pilot@7 orchestrator: Yes.",
        "    because r (c)",
        "  b: still debated",
    ]
    forked.say("director", question(2), name="b")
    forked.say("director", ProposalMade(question=7, option=ShotOption(spec=WIDE), **WHY), name="b")
    forked.say("director", ProposalApproved(question=7, proposal=8, authority="ruling"), name="b")
    assert told(forked, "pilot", "b", "decisions").endswith("  pilot: never asked")


def test_what_the_orchestrator_said_otherwise(forked: World) -> None:
    """The latest vision, constraints and broadcasts, and the policy under which decisions are made."""
    forked.say("orchestrator", VisionStated(text="Faces."), ConstraintImposed(text="No zooms."))
    policy: dict[str, Any] = {
        "subject": "beat_coverage",
        "lead": "director",
        "concerned": (),
        "default": False,
    }
    forked.say("orchestrator", VisionStated(text="First."), VisionStated(text="Places."), name="b")
    forked.say("orchestrator", PolicySet(tier="collaborative", rounds=2, **policy))
    forked.say("orchestrator", PolicySet(tier="orchestrator", rounds=2, **policy), name="b")
    found = compared(forked, "pilot", "b")
    assert found["broadcasts"]["changed"][0]["columns"] == {"text": ["Faces.", "Places."]}
    assert [entry["text"] for entry in found["broadcasts"]["only_a"]] == ["No zooms."]
    assert found["policy"]["changed"][0]["columns"] == {"tier": ["collaborative", "orchestrator"]}


def test_what_answers_cost(forked: World) -> None:
    """Answers that both sides rest on were paid once; each side has its own, by role, dollars exact."""
    shared = answer("a", cost="0.10")
    for name in ("pilot", "b"):
        forked.say("director", question(2), name=name, journal=(shared,) if name == "pilot" else ())
    forked.fork("pilot@7", "c")
    forked.say("director", question(3), name="pilot", journal=(answer("b"), answer("d", role="writer")))
    forked.say("director", question(3), name="c", journal=(answer("e", "house", "0"),))
    cost = whole(forked, "pilot", "c", "cost")["cost"]
    assert cost["both"] == {"answers": 1, "input_tokens": 1_200, "output_tokens": 300, "cost_usd": "0.10"}
    assert (cost["only_a"]["answers"], cost["only_a"]["cost_usd"]) == (2, "0.0246")
    assert [(row["mind"], row["role"], row["only_b"]["answers"]) for row in cost["roles"]] == [
        ("claude", "director", 0),
        ("claude", "writer", 0),
        ("house", "director", 1),
    ]
    lines = told(forked, "pilot", "c", "cost").splitlines()
    assert lines[1] == (
        "1 answer in both, 2 only in pilot, 1 only in c; "
        "$0.10 in both, $0.0246 only in pilot, $0.00 only in c. The house mind is free."
    )
    assert [line.split()[-1] for line in lines[4:]] == ["0.10", "0.0123", "0.0123"]


def test_the_house_mind_is_free(forked: World) -> None:
    """Where nobody was paid that is said, and no table of noughts is shown."""
    assert told(forked, "pilot", "b", "cost").splitlines() == ["cost", "No mind was asked."]
    forked.say("director", question(3), journal=(answer("e", "house", "0"),))
    assert told(forked, "pilot", "b", "cost").splitlines() == [
        "cost",
        "0 answers in both, 1 only in pilot, 0 only in b; all from the house mind, which is free.",
    ]


def test_a_production_may_bear_any_name(forked: World) -> None:
    """Names of productions never hide a column."""
    forked.fork("pilot@6", "key")
    forked.say("cinematographer", ShotRevised(shot="1A", spec=WIDE, notes="n", question=None), name="key")
    assert "key  column       pilot                key" in told(forked, "pilot", "key", "shots")
