"""Events in, rows out: how each character stands to each other, and who has done what."""

from typing import Any

from cineledger.domain.cast.bonds import RelationshipMoved
from cineledger.domain.debate.events import (
    ObjectionRaised,
    ProposalApproved,
    ProposalMade,
    QuestionOpened,
    SupportGiven,
)
from cineledger.domain.debate.options import ShotOption
from cineledger.domain.production.events import RoleJoined
from cineledger.domain.work.work import WorkStruck
from cineledger.projections.crew import roster
from tests.projections.worlds import SPEC, World, scene

MOVED = RelationshipMoved(
    reason="I hold it against TOM",
    character="MAYA",
    other="TOM",
    scene="2",
    trust=-0.3,
    affection=0.0,
    power=0.1,
    moved="they meet, trust falls",
    line=0,
    quote="You came back.",
)
WHY: dict[str, Any] = {"criterion": "truth", "reason": "it is"}


def test_a_relationship_stands_until_it_is_moved_or_struck(world: World) -> None:
    """One row for each two and scene, directed, with the scene's place; the past is as it was."""
    world.open("pilot", scene("1"), scene("2", "x", "You came back."))
    world.say("cast:MAYA", MOVED)
    world.say("cast:TOM", MOVED.model_copy(update={"character": "TOM", "other": "MAYA", "trust": 0.2}))
    world.say("cast:MAYA", MOVED.model_copy(update={"trust": -0.5}))
    now = "SELECT character, other, trust, place, line, address FROM relationships ORDER BY character"
    assert [tuple(row.values()) for row in world.rows(now)] == [
        ("MAYA", "TOM", -0.5, 2, 0, "pilot@5"),
        ("TOM", "MAYA", 0.2, 2, 0, "pilot@4"),
    ]
    past = "SELECT trust, power, affection, moved FROM relationships_at('pilot', 3)"
    assert [tuple(row.values()) for row in world.rows(past)] == [(-0.3, 0.1, 0.0, "they meet, trust falls")]
    world.say("cast:MAYA", WorkStruck(work="RelationshipMoved", key="MAYA/TOM/2", reason="gone"))
    assert [row["character"] for row in world.rows(now)] == ["TOM"]
    world.say("set_designer", WorkStruck(work="SetGathered", key="TOM/MAYA/2", reason="gone"))
    assert [row["character"] for row in world.rows(now)] == ["TOM"]


def test_the_roster_counts_what_each_has_done(world: World) -> None:
    """Work by kind, proposals, supports, objections, those that won, and decisions led; a fork counts its past."""
    world.open("pilot", RoleJoined(role="director"), RoleJoined(role="cast:MAYA"))
    world.say("cast:MAYA", MOVED)
    question = QuestionOpened(
        subject="beat_coverage",
        text="Which?",
        scene="1",
        beat=1,
        tier="collaborative",
        rounds=2,
        lead="director",
        concerned=("cast:MAYA", "director"),
    )
    world.say("director", question, ProposalMade(question=4, option=ShotOption(spec=SPEC), **WHY))
    world.say("cast:MAYA", ObjectionRaised(question=4, proposal=5, blocking=False, **WHY))
    world.say("cast:MAYA", ProposalMade(question=4, option=ShotOption(spec=SPEC), **WHY))
    world.say("cast:MAYA", ObjectionRaised(question=4, proposal=7, blocking=False, **WHY))
    world.say("director", SupportGiven(question=4, proposal=7, **WHY))
    world.say(
        "director", ProposalApproved(question=4, proposal=7, authority="ruling", standing_order=None, note="")
    )
    world.fork("pilot@10", "b")
    for name in ("pilot", "b"):
        with world.reader() as reader:
            director, maya = roster(reader, name)
        assert (director.role, director.joined, maya.role, maya.joined) == ("director", 1, "cast:MAYA", 2)
        assert (director.proposals, director.supports, director.decisions_led) == (1, 1, 1)
        assert (maya.proposals, maya.objections, maya.objections_won) == (1, 2, 1)
        assert maya.work == {"RelationshipMoved": 1} and director.work == {} and maya.silent is None
