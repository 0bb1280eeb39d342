"""The rules of policy and standing orders, each stated by the docstring of its test."""

import pytest

from cineledger.domain.debate.answering import Against, Respond
from cineledger.domain.debate.commands import OpenRound, ReopenQuestion, Rule
from cineledger.domain.debate.events import (
    ApprovalRequested,
    ProposalApproved,
    ProposalMade,
    QuestionOpened,
    QuestionReopened,
    RoundOpened,
    Terms,
)
from cineledger.domain.decide import decide
from cineledger.domain.event import Event
from cineledger.domain.production.events import (
    ApprovalModeSet,
    PolicySet,
    StandingOrderGiven,
    StandingOrderRevoked,
)
from cineledger.domain.production.policy import GiveOrder, RevokeOrder, SetPolicy
from tests.domain.test_debate_rules import CLOSE_UP, OPEN, QUESTION, START, played
from tests.support.film import WHY, asked
from tests.support.scenario import By, given, state_after

BEATS = "beat_coverage"
NOW = state_after(*START).production.policy[BEATS]


def policy(**changes: object) -> PolicySet:
    """The policy for beats with some of it changed, no longer assumed."""
    return PolicySet.model_validate({**NOW.model_dump(), "default": False, **changes})


def test_a_change_keeps_what_is_not_named() -> None:
    """Tier, rounds, lead and concerned are set one by one; the rest stays."""
    for changes in (
        {"tier": "orchestrator"},
        {"rounds": 3},
        {"lead": "cinematographer"},
        {"concerned": ("writer", "cast:MAYA", "cast")},
    ):
        command = SetPolicy.model_validate({"subject": BEATS, **changes})
        given(*START).when(command).then(policy(**changes))


def test_only_the_orchestrator_sets_policy() -> None:
    """No role changes who decides, gives itself an order, or takes one away."""
    for command, what in (
        (SetPolicy(subject=BEATS, rounds=1), "set the policy"),
        (GiveOrder(subject=BEATS, text="Yes."), "give a standing order"),
        (RevokeOrder(subject="impasse"), "revoke a standing order"),
    ):
        given(*START).when(command, by="director").refused(f"director may not {what}")


@pytest.mark.parametrize(
    ("changes", "because"),
    [
        ({"subject": "catering"}, "nobody asks about catering"),
        ({"subject": "impasse"}, "nobody asks about impasse"),
        ({"subject": "shot_detail", "tier": "collaborative"}, "shot_detail is never asked about"),
        ({"rounds": 0}, "a debate takes 1 to 5 rounds"),
        ({"rounds": 6}, "a debate takes 1 to 5 rounds"),
        ({"rounds": -1}, "a debate takes 1 to 5 rounds"),
        ({"tier": "autonomous", "rounds": 1}, "has no rounds"),
        ({"tier": "autonomous", "lead": "writer"}, "writer can't decide alone on beat_coverage"),
        ({"lead": "gaffer"}, "gaffer is not on the roster"),
        ({"lead": "cast:MAYA"}, "cast:MAYA can't lead a debate"),
        ({"lead": "orchestrator"}, "orchestrator is not on the roster"),
        ({"concerned": ("writer", "gaffer")}, "gaffer is not on the roster"),
        ({"concerned": ("writer", "cast", "writer")}, "writer is named twice"),
        ({"concerned": ()}, "nobody but director would be asked"),
        ({"concerned": ("director",)}, "nobody but director would be asked"),
        ({"subject": "visual_approach", "concerned": ("cast",)}, "has no cast"),
        ({"subject": "outline", "concerned": ("director", "cast:TOM")}, "has no cast"),
        ({"tier": "collaborative", "rounds": 2}, "that is the policy already"),
    ],
)
def test_a_policy_that_could_not_work_is_refused(changes: dict[str, object], because: str) -> None:
    """Who leads and who is asked are there and able, and rounds fit the tier; the same again changes nothing."""
    given(*START).when(SetPolicy.model_validate({"subject": BEATS, **changes})).refused(because)


def test_alone_and_back() -> None:
    """Deciding alone takes no rounds; back in debate there is at least one."""
    alone = policy(tier="autonomous", rounds=0)
    given(*START).when(SetPolicy(subject=BEATS, tier="autonomous")).then(alone)
    given(*START, alone).when(SetPolicy(subject=BEATS, tier="collaborative")).then(policy(rounds=1))


def test_who_is_accountable_need_not_be_who_asks() -> None:
    """The director asks about beats, whoever leads; a third role does not."""
    history = [*START, policy(lead="writer")]
    events = (
        given(*history).when(asked(), by="director").then_kinds(QuestionOpened, ProposalMade, RoundOpened)
    )
    assert isinstance(events[0], QuestionOpened) and events[0].lead == "writer"
    given(*history).when(asked(), by="cinematographer").refused("does not lead on beat_coverage")
    opened = [By("director", event) for event in events]
    given(*history, *opened).when(
        Rule(question=QUESTION + 1, proposal=CLOSE_UP + 1, why=WHY), by="director"
    ).refused("director does not lead")


def test_where_nobody_named_is_there_the_lead_is_asked() -> None:
    """A beat without its cast does not leave a round open to nobody; nobody is asked twice."""
    only_cast = policy(concerned=("cast:TOM", "cast", "cast:MAYA"))
    (opened, *_) = decide(state_after(*START, only_cast), asked(), "director")
    assert isinstance(opened, QuestionOpened) and opened.concerned == ("cast:TOM", "cast:MAYA")
    nobody = [e for e in START if not (isinstance(e, Event) and getattr(e, "role", "").startswith("cast:"))]
    (opened, _, round_) = decide(state_after(*nobody, policy(concerned=("cast",))), asked(), "director")
    assert isinstance(opened, QuestionOpened) and opened.concerned == ("director",)
    assert isinstance(round_, RoundOpened) and round_.waiting == ("director",)


def test_a_question_under_way_keeps_its_policy_until_it_is_reopened() -> None:
    """A reopened question takes today's policy, and says so only where that differs."""
    history = played(OPEN)
    reopen = ReopenQuestion(question=QUESTION, reason="again")
    given(*history).when(reopen).then(QuestionReopened(question=QUESTION, reason="again"))
    changed = [*history, policy(tier="orchestrator", rounds=4, lead="writer", concerned=("director", "cast"))]
    terms = Terms(
        tier="orchestrator",
        rounds=4,
        lead="writer",
        concerned=("director", "cast:MAYA"),
        importance=0.96,
        scope="beat 2 carries 0.9 of scene 1; 4 rounds at most",
    )
    assert state_after(*changed).debate.questions[QUESTION].opened.lead == "director"
    given(*changed).when(reopen).then(QuestionReopened(question=QUESTION, reason="again", terms=terms))
    again = [*changed, *decide(state_after(*changed), reopen, "orchestrator")]
    opened = state_after(*again).debate.questions[QUESTION].opened
    assert (opened.tier, opened.rounds, opened.lead) == ("orchestrator", 4, "writer")
    assert opened.text == asked().text
    given(*again).when(OpenRound(question=QUESTION), by="writer").then(
        RoundOpened(question=QUESTION, round=1, waiting=("director", "cast:MAYA"))
    )
    given(*again).when(OpenRound(question=QUESTION), by="director").refused("director does not lead")


def test_what_was_decided_alone_is_decided_alone_again() -> None:
    """Reopened, it takes one round of the lead's own."""
    alone = [*START, policy(tier="autonomous", rounds=0)]
    question = QUESTION + 1
    history = played(OPEN, ("director", ReopenQuestion(question=question, reason="again")), start=alone)
    given(*history).when(OpenRound(question=question), by="director").then(
        RoundOpened(question=question, round=1, waiting=("director",))
    )
    (approved,) = (
        given(*history)
        .when(Rule(question=question, proposal=question + 1, why=WHY), by="director")
        .then_kinds(ProposalApproved)
    )
    assert isinstance(approved, ProposalApproved)
    assert (approved.proposal, approved.authority) == (question + 1, "autonomous")


def test_orders_are_given_and_taken_back() -> None:
    """An order holds until another, or its end; the same again, or the end of none, is refused."""
    order = GiveOrder(subject=BEATS, text=" Take them. ", unless_objected=True)
    event = StandingOrderGiven(subject=BEATS, text="Take them.", unless_objected=True)
    number = state_after(*START).number + 1
    given(*START).when(order).then(event)
    given(*START, event).when(order).refused("that is the order already")
    given(*START, event).when(order.model_copy(update={"unless_objected": False})).then(
        StandingOrderGiven(subject=BEATS, text="Take them.")
    )
    revoked = StandingOrderRevoked(subject=BEATS, order=number)
    given(*START, event).when(RevokeOrder(subject=BEATS)).then(revoked)
    given(*START, event, revoked).when(RevokeOrder(subject=BEATS)).refused("there is no standing order on")
    given(*START).when(GiveOrder(subject="catering", text="x")).refused("nobody asks about catering")
    given(*START).when(GiveOrder(subject="shot_detail", text="x")).refused("nobody asks about shot_detail")
    given(*START).when(GiveOrder(subject=BEATS, text=" ")).refused("the order is empty")
    whole = GiveOrder(subject="impasse", text="x", unless_objected=True)
    given(*START).when(whole).refused("an impasse is an objection")


@pytest.mark.parametrize("against", [True, False])
def test_an_order_can_leave_objections_to_the_orchestrator(against: bool) -> None:
    """Under `unless_objected` only what nobody but its lead stands against is approved."""
    order = StandingOrderGiven(subject=BEATS, text="What all agree on.", unless_objected=True)
    start = [*START, policy(tier="orchestrator", rounds=1), order, ApprovalModeSet(mode="standing")]
    question = state_after(*start).number + 1
    proposal = question + 1
    agrees = Respond(question=question, supports=proposal, why=WHY)
    objects = Respond(
        question=question, supports=None, why=WHY, against=(Against(proposal=proposal, why=WHY),)
    )
    history = played(
        OPEN,
        ("cinematographer", agrees),
        ("writer", objects if against else agrees),
        ("cast:MAYA", agrees),
        start=start,
    )
    ruled = decide(state_after(*history), Rule(question=question, proposal=proposal, why=WHY), "director")
    assert any(isinstance(event, ApprovalRequested) for event in ruled)
    assert any(isinstance(event, ProposalApproved) for event in ruled) != against
