"""Audits return no rows while the ledger keeps its promises, and name what breaks them."""

from decimal import Decimal
from pathlib import Path

from cineledger.domain.debate.events import ApprovalVoided, ProposalApproved, ProposalMade, QuestionOpened
from cineledger.domain.debate.options import ShotOption
from cineledger.domain.edit.events import Cut, SceneAssembled
from cineledger.domain.ledger.accounts import Account
from cineledger.domain.notes.events import NoteAnswered, NoteGiven
from cineledger.domain.production.events import (
    PhaseEntered,
    StandingOrderGiven,
    StandingOrderRevoked,
    VisionStated,
)
from cineledger.domain.shots.events import ShotRevised
from cineledger.domain.talk.events import MessageSent
from cineledger.projections.audit import audit
from cineledger.projections.reader import Reader
from tests.projections.worlds import SPEC, World, scene, shot

HI = MessageSent(to="editor", text="hi")


def found(world: World) -> dict[str, list[str]]:
    """The addresses that audits name, without the audits that are content."""
    with world.reader() as reader:
        return {name: [row["address"] for row in rows] for name, rows in audit(reader).items() if rows}


def test_a_real_studio_passes(film: Path) -> None:
    """A production that agents worked on, and its fork, have no orphan facts."""
    with Reader(film) as reader:
        assert not any(audit(reader).values())


def test_an_orphan_is_named(world: World) -> None:
    """An event of a role that names no cause, or one that is not there, is found; the orchestrator's need none."""
    world.open("pilot", VisionStated(text="v"))
    world.say("orchestrator", VisionStated(text="w"), causes=())
    world.say("writer", HI, causes=(2,))
    assert found(world) == {}
    world.say("writer", HI, causes=())
    world.say("writer", HI, causes=(99,))
    world.say("writer", HI, causes=(1, 6))
    assert found(world) == {"chains_end_at_the_orchestrator": ["pilot@4", "pilot@5", "pilot@6"]}


def test_what_calls_cost_needs_no_cause(world: World) -> None:
    """Accounts stand beside the productions: what is written there is no fact of a film."""
    world.open("pilot", VisionStated(text="v"))
    account = Account(world.ledger, "pilot")
    account.settle(account.reserve("key", "writer", "WriteScene", "model", Decimal(1)), Decimal("0.5"))
    assert found(world) == {}


def test_a_cause_beyond_the_fork_is_no_cause(world: World) -> None:
    """A fork can't be caused by what its parent did after they parted."""
    world.open("pilot", VisionStated(text="v"), VisionStated(text="w"))
    world.fork("pilot@1", "b")
    world.say("writer", HI, name="b", causes=(2,))
    assert found(world) == {"chains_end_at_the_orchestrator": ["b@2"]}


def test_a_shot_for_an_undecided_question_is_named(world: World) -> None:
    """A shot that names a question rests on its decision."""
    world.open()
    question = QuestionOpened(
        subject="s",
        text="t",
        scene=None,
        beat=None,
        tier="autonomous",
        rounds=0,
        lead="director",
        concerned=(),
    )
    world.say(
        "director",
        question,
        ProposalMade(question=1, option=ShotOption(spec=SPEC), criterion="c", reason="r"),
    )
    world.say("cinematographer", shot("1A", 1))
    assert found(world) == {"shots_rest_on_decisions": ["pilot@3"]}
    world.say("director", ProposalApproved(question=1, proposal=2, authority="autonomous"))
    assert found(world) == {}


def test_an_approval_under_no_standing_order_is_named(world: World) -> None:
    """A standing order that is cited was given, as such, in the same lineage."""
    world.open("pilot", VisionStated(text="v"))
    for order in (1, None):
        approved = ProposalApproved(question=0, proposal=0, authority="standing_order", standing_order=order)
        world.say("director", approved, causes=(1,))
    assert found(world) == {"standing_orders_were_given": ["pilot@2", "pilot@3"]}


def test_an_approval_under_an_order_that_ended_is_named(world: World) -> None:
    """A standing order approves nothing after it was revoked, or replaced, in the same lineage."""
    world.open("pilot", StandingOrderGiven(subject="outline", text="x"))
    world.fork("pilot@1", "b")
    world.say("orchestrator", StandingOrderRevoked(subject="outline", order=1), causes=())
    approved = ProposalApproved(question=0, proposal=0, authority="standing_order", standing_order=1)
    world.say("director", approved, causes=(1,))
    world.say("director", approved, name="b", causes=(1,))
    assert found(world) == {"standing_orders_held": ["pilot@3"]}


def test_an_approval_of_a_shot_that_is_made_otherwise_is_named(world: World) -> None:
    """What the orchestrator approved is made so, or the approval was ended; the crew's own decisions may change."""
    asked = QuestionOpened(
        subject="beat_coverage",
        text="t",
        scene="1",
        beat=1,
        tier="orchestrator",
        rounds=1,
        lead="director",
        concerned=(),
    )
    proposal = ProposalMade(question=1, option=ShotOption(spec=SPEC), criterion="c", reason="r")
    otherwise = ShotRevised(shot="1A", spec=SPEC.model_copy(update={"lens_mm": 50}), notes="", question=None)
    for name, authority, at in (("pilot", "orchestrator", ["pilot@3"]), ("other", "consensus", [])):
        world.open(name, asked)
        world.say("director", proposal, name=name, causes=(1,))
        approved = ProposalApproved.model_validate(
            {"question": 1, "proposal": 2, "authority": authority, "content": "c" * 64}
        )
        world.say("orchestrator", approved, name=name, causes=(1,))
        world.say("cinematographer", shot("1A", 1), name=name, causes=(3,))
        assert found(world) == {}
        world.say("cinematographer", otherwise, name=name, causes=(4,))
        assert found(world).get("approvals_hold_what_was_approved", []) == at
        voided = ApprovalVoided(question=1, decision=3, was="c" * 64, now="d" * 64, reason="r", touched=5)
        world.say("cinematographer", voided, name=name, causes=(5,))
        assert found(world) == {}
    assert world.rows("SELECT production, voided FROM decisions ORDER BY production") == [
        {"production": "other", "voided": 6},
        {"production": "pilot", "voided": 6},
    ]
    assert world.rows("SELECT decision, touched, role FROM voided_approvals WHERE production = 'pilot'") == [
        {"decision": 3, "touched": 5, "role": "cinematographer"}
    ]


def test_a_note_that_was_passed_over_is_named(world: World) -> None:
    """The director leaves no phase before the notes of an earlier one are answered; the orchestrator may."""
    for name, actor in (("pilot", "director"), ("other", "orchestrator")):
        world.open(name, PhaseEntered(phase="planning"))
        world.say("orchestrator", NoteGiven(text="hm", to="director"), name=name, causes=())
        world.say("director", PhaseEntered(phase="execution"), name=name, causes=(1,))
        assert found(world) == ({} if name == "pilot" else {"notes_are_answered": ["pilot@5"]})
        world.say(actor, PhaseEntered(phase="review"), name=name, causes=(1,))
        world.say("director", NoteAnswered(note=2, text="late"), name=name)
        assert found(world) == {"notes_are_answered": ["pilot@5"]}


def test_a_cut_from_no_shot_or_of_no_line_is_named(world: World) -> None:
    """What a department hands in is about lines and shots that stand."""
    world.open("pilot", scene("1", "x", "Maya waits.", "Maya goes."))
    world.say("cinematographer", shot("1A"))
    for slate, last in (("1A", 1), ("1B", 1), ("1A", 2)):
        cut = Cut(shot=slate, first=0, last=last, seconds=2, why="w")
        world.say(
            "editor",
            SceneAssembled(
                scene="1",
                transition="CUT",
                transition_why="w",
                pace="brisk",
                cuts=(cut,),
                seconds=2,
                reason="r",
            ),
        )
        address = str(world.ledger.head("pilot").number)
        wrong = {"work_speaks_of_what_is_there": [f"pilot@{address}"]}
        assert found(world) == ({} if (slate, last) == ("1A", 1) else wrong)


def test_an_address_that_names_no_event_is_named(world: World) -> None:
    """Rows of every table are asked for their event."""
    world.open("pilot", VisionStated(text="v"))
    with world.reader() as reader:
        reader.connection.execute("DELETE FROM events_history WHERE event = 1")
        rows = audit(reader)["addresses_exist"]
    assert {(row["in_table"], row["address"]) for row in rows} == {
        ("bible", "pilot@1"),
        ("broadcasts", "pilot@1"),
        ("memories", "pilot@1"),
        ("productions", "pilot@1"),
    }
