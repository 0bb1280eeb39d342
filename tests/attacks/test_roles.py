"""Authority is checked where the event is made: no role does what is another's, whatever asked it to."""

from decimal import Decimal
from pathlib import Path

import pytest

from cineledger.domain.canon.commands import CastCharacter, TakeLife
from cineledger.domain.cast.becoming import SetIdentity
from cineledger.domain.cast.commands import Feel, SettleNames
from cineledger.domain.cast.takes import AskForTake, CircleTake
from cineledger.domain.command import Command
from cineledger.domain.debate.answering import Against, Respond
from cineledger.domain.debate.approvals import Approve, Reject
from cineledger.domain.debate.commands import Offer, OpenQuestion, OpenRound, Reason, ReopenQuestion, Rule
from cineledger.domain.debate.options import ApproachOption, Look
from cineledger.domain.debate.question import Question
from cineledger.domain.decide import RULES, decide
from cineledger.domain.notes.commands import AnswerNote, GiveNote
from cineledger.domain.office.commands import Allot, GrantMore
from cineledger.domain.production.commands import (
    EnterPhase,
    Impose,
    JoinCrew,
    OpenProduction,
    SetApprovalMode,
)
from cineledger.domain.production.intervening import OverruleDecision, OverruleWork, Pause, Redirect, Resume
from cineledger.domain.production.minding import AssignMind, CapSpending
from cineledger.domain.production.policy import AssumePolicy, GiveOrder, RevokeOrder, SetPolicy
from cineledger.domain.production.wrapping import ReopenProduction, WrapProduction
from cineledger.domain.refusal import Refused
from cineledger.domain.script.commands import BreakDownScene, ImportScript
from cineledger.domain.script.revising import GiveOutPages, ImportDraft
from cineledger.domain.series.commands import PlaceEpisode, TakeBible, TakeEpisode
from cineledger.domain.shots.commands import OmitShot
from cineledger.domain.state import State
from cineledger.domain.words import APPROACH, COVERAGE, ORCHESTRATOR
from tests.support.film import SCRIPT
from tests.support.studio import opened, work

WHY = Reason(criterion="vision", reason="I say so")
OPTION = ApproachOption(statement="Mine.", look=Look(closeness=1, motion=0, contrast=0))


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> State:
    """A film in refinement."""
    with opened(tmp_path_factory.mktemp("film")) as ledger:
        return work(ledger)


ORCHESTRATORS: tuple[Command, ...] = (
    Impose(kind="vision", text="Mine."),
    Impose(kind="constraint", text="No close-ups."),
    Impose(kind="broadcast", text="Obey me."),
    SetApprovalMode(mode="standing", default=False),
    JoinCrew(role="gaffer"),
    SetPolicy(subject=COVERAGE, lead="editor"),
    GiveOrder(subject=APPROACH, text="Approve all."),
    RevokeOrder(subject=APPROACH),
    AssignMind(role="writer", mind="claude"),
    CapSpending(amount_usd=Decimal(1_000_000)),
    Pause(reason="now"),
    Resume(reason="now"),
    WrapProduction(anyway=True),
    ReopenProduction(reason="more"),
    ImportScript(text=SCRIPT, source="mine", encoding="utf-8"),
    ImportDraft(text=SCRIPT, source="mine", encoding="utf-8"),
    GiveOutPages(),
    Approve(question=1, proposal=2),
    Reject(question=1, proposal=2, note="no"),
    Allot(amount=Decimal(1_000_000), days=400),
    SetIdentity(character="MAYA", age=60),
    AssumePolicy(policy=()),
    GiveNote(text="Closer."),
    AskForTake(character="MAYA", scene="1"),
    CircleTake(character="MAYA", scene="1", take=1),
)
"""What only the human may order; the rest of it needs something that is there, and is looked at below."""

WITH_SOMETHING_THERE = {
    OpenProduction,
    Redirect,
    OverruleDecision,
    OverruleWork,
    PlaceEpisode,
    TakeEpisode,
    TakeBible,
    TakeLife,
    CastCharacter,
}
"""The human's, too; their refusals are tested where they are told what they need."""


@pytest.mark.parametrize("command", ORCHESTRATORS, ids=lambda command: type(command).__name__)
def test_the_humans_orders_are_the_humans(state: State, command: Command) -> None:
    """No role on the roster, and nobody off it, gives an order of the orchestrator's."""
    for role in (*state.production.roster, "nobody", "orchestrator ", "Orchestrator", ""):
        with pytest.raises(Refused):
            decide(state, command, role)


def test_every_command_is_looked_at() -> None:
    """A command is the human's alone, or a role's own by its rule: one that is in neither list is not released."""
    human = {type(command) for command in ORCHESTRATORS} | WITH_SOMETHING_THERE
    assert human <= RULES.keys()
    crews = {
        *(
            "EnterPhase",
            "WriteScenes",
            "DraftScene",
            "BreakDownScene",
            "PlanShot",
            "CoverScene",
            "ReviseShot",
        ),
        *("ReplanShot", "OmitShot", "Feel", "SettleNames", "OpenQuestion", "ReopenQuestion", "OpenRound"),
        *("Respond", "Rule", "Deliver", "Present", "GrantMore", "AnswerNote", "SendMessage", "Pass"),
        *("NoteRefusal", "NoteFailedAnswer", "AnswerMessage", "ReviseScenes", "RaiseDrift", "ReturnToVision"),
        "RaiseChange",
    }
    assert {command.__name__ for command in RULES.keys() - human} == crews


def _decided(state: State, subject: str) -> Question:
    return next(q for q in state.debate.questions.values() if q.opened.subject == subject)


def test_no_role_does_anothers_work(state: State) -> None:
    """Each is tried by everybody but whose it is: beats, shots, feelings, names, grants, questions, rounds, rulings."""
    coverage, approach = _decided(state, COVERAGE), _decided(state, APPROACH)
    shot = next(iter(state.shots.shots))
    tries: tuple[tuple[Command, tuple[str, ...]], ...] = (
        (BreakDownScene(scene="1", beats=(), debated=()), ("director",)),
        (OmitShot(shot=shot, reason="I say so"), ("cinematographer", "director")),
        (
            Feel(
                character="MAYA",
                scene="1",
                at=1,
                feeling="joy",
                valence=1.0,
                arousal=1.0,
                line=None,
                quote="",
                reason="x",
            ),
            ("cast:MAYA",),
        ),
        (SettleNames(question=coverage.number), ("writer",)),
        (GrantMore(question=coverage.number), ("producer",)),
        (
            OpenQuestion(
                subject=APPROACH, text="?", scene=None, beat=None, offer=Offer(option=OPTION, why=WHY)
            ),
            ("director",),
        ),
        (ReopenQuestion(question=coverage.number, reason="mine"), (coverage.opened.lead, "director")),
        (ReopenQuestion(question=coverage.number, reason="mine", default=True), ()),
        (OpenRound(question=approach.number), (approach.opened.lead,)),
        (Rule(question=approach.number, proposal=approach.live[0], why=WHY), (approach.opened.lead,)),
        (EnterPhase(phase="planning"), ("director",)),
        (EnterPhase(phase="planning", default=True), ()),
    )
    for command, whose in tries:
        for role in state.production.roster:
            if role not in whose:
                with pytest.raises(Refused):
                    decide(state, command, role)


def test_nobody_answers_what_does_not_wait_for_them(state: State) -> None:
    """A closed round takes no more voices, and no role speaks twice, for another, or with a cast member's veto."""
    question = _decided(state, COVERAGE)
    for role in state.production.roster:
        for answer in (
            Respond(question=question.number, supports=question.live[0], why=WHY),
            Respond(
                question=question.number,
                supports=None,
                why=WHY,
                against=(Against(proposal=question.live[0], why=WHY, blocking=True),),
            ),
        ):
            with pytest.raises(Refused):
                decide(state, answer, role)


def test_a_wrapped_production_takes_nothing_from_anybody(tmp_path: Path) -> None:
    """Once the human called it done, no role puts another event on it."""
    from cineledger.agents.desk import order

    with opened(tmp_path) as ledger:
        work(ledger)
        order(ledger, "pilot", WrapProduction(anyway=True))
        wrapped = ledger.load("pilot").state
        for role in (*wrapped.production.roster, ORCHESTRATOR):
            for command in (*ORCHESTRATORS, AnswerNote(note=1, text="no")):
                if not isinstance(command, ReopenProduction):
                    with pytest.raises(Refused, match="wrapped"):
                        decide(wrapped, command, role)
