"""Two productions side by side: what one has alone, and what both have differently."""

from typing import Any

import pytest

from cineledger.domain.cast.events import CharacterIntroduced, EmotionalStateChanged
from cineledger.domain.debate.events import ProposalApproved, ProposalMade, QuestionOpened, QuestionReopened
from cineledger.domain.debate.options import ShotOption
from cineledger.domain.refusal import Refused
from cineledger.domain.shots.events import ShotRevised
from cineledger.projections.diff.document import diff
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
    """What differs, without the tables that do not."""
    with world.reader() as reader:
        found = diff(reader, a, b)
    return {table: d for table, d in found.items() if isinstance(d, dict) and any(d.values())}


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
    assert compared(forked, "pilot", "b")["shots"]["changed"] == [
        {
            "key": "1A",
            "columns": {
                "description": ["close on MAYA, 85mm", "wide, 24mm"],
                "lens_mm": [85, 24],
                "status": ["planned", "revised"],
            },
        }
    ]


def test_what_one_side_has_alone(forked: World) -> None:
    """New scenes, shots and feelings stand under the side that has them, each in a line and whole."""
    forked.say("writer", scene("2"), name="b")
    forked.say("cinematographer", shot("1B"))
    feel = EmotionalStateChanged(
        character="MAYA",
        scene="1",
        feeling="fear",
        valence=-0.1,
        arousal=0,
        line=None,
        quote="",
        reason="alone",
    )
    forked.say("cast:MAYA", feel, name="b")
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
    assert change == {
        "key": "question 4",
        "columns": {
            "description": ["close on MAYA, 85mm", "wide, 24mm"],
            "authority": ["ruling", "consensus"],
        },
    }


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
    assert found["changed"] == [
        {
            "key": "beat_coverage scene 1 beat 2",
            "columns": {"description": ["close on MAYA, 85mm", "wide, 24mm"]},
        }
    ]
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
