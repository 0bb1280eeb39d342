"""The rules of debate, each stated by the docstring of its test."""

from cineledger.domain.command import Command
from cineledger.domain.debate.answering import Against, Respond
from cineledger.domain.debate.approvals import Approve, Reject
from cineledger.domain.debate.commands import Offer, OpenRound, Reason, ReopenQuestion, Rule
from cineledger.domain.debate.events import (
    AlternativeOffered,
    ApprovalRequested,
    DissentRecorded,
    ImpasseReached,
    ObjectionRaised,
    ProposalApproved,
    ProposalMade,
    ProposalRejected,
    ProposalRuled,
    QuestionOpened,
    QuestionReopened,
    RoundClosed,
    RoundOpened,
    SupportGiven,
)
from cineledger.domain.debate.options import ShotOption
from cineledger.domain.decide import decide
from cineledger.domain.event import Event
from cineledger.domain.production.commands import SetApprovalMode
from cineledger.domain.production.events import ApprovalModeSet, PolicySet
from cineledger.domain.state import State
from cineledger.domain.talk.commands import Pass
from cineledger.domain.talk.events import ReactionPassed
from tests.support.film import WHY, WIDE, asked, broken_down
from tests.support.scenario import By, given, state_after

START = broken_down()
QUESTION = state_after(*START).number + 1
CLOSE_UP = QUESTION + 1


def played(*steps: tuple[str, Command], start: list[Event | By] = START) -> list[Event | By]:
    """The history after commands by roles."""
    history = list(start)
    for actor, command in steps:
        facts = decide(state_after(*history), command, actor)
        history.extend(By(actor, fact) for fact in facts)
    return history


def support(proposal: int = CLOSE_UP) -> Respond:
    return Respond(question=QUESTION, supports=proposal, why=WHY)


def object_to(proposal: int = CLOSE_UP, *, blocking: bool = False, rival: bool = False) -> Respond:
    return Respond(
        question=QUESTION,
        supports=None,
        why=WHY,
        against=(Against(proposal=proposal, why=WHY, blocking=blocking),),
        alternative=Offer(option=ShotOption(spec=WIDE), why=WHY) if rival else None,
    )


OPEN = ("director", asked())


def test_a_question_takes_tier_and_people_from_its_policy() -> None:
    """The policy of its subject says who is asked; `cast` is the cast of the beat; the opener waits."""
    events = given(*START).when(asked(), by="director").then_kinds(QuestionOpened, ProposalMade, RoundOpened)
    assert isinstance(events[0], QuestionOpened) and isinstance(events[2], RoundOpened)
    assert events[0].tier == "collaborative"
    assert events[0].concerned == ("cinematographer", "writer", "cast:MAYA", "director")
    assert events[2].waiting == ("cinematographer", "writer", "cast:MAYA")


def test_only_the_lead_opens() -> None:
    """A role that does not lead on a subject can't open a question on it."""
    given(*START).when(asked(), by="writer").refused("writer does not lead on beat_coverage")


def test_the_same_rival_twice_is_support_for_the_first() -> None:
    """Who offers what a colleague has put on the table meanwhile stands for that, and still objects to the first."""
    history = played(OPEN, ("cinematographer", object_to(rival=True)))
    given(*history).when(object_to(rival=True), by="writer").then_kinds(ObjectionRaised, SupportGiven)


def test_no_policy_no_question() -> None:
    """A subject that no policy covers can't be asked."""
    given(*START).when(asked(subject="catering"), by="director").refused("no policy covers catering")


def test_the_last_answer_closes_the_round() -> None:
    """A round closes with the answer, or the silence, of the last role it waits for."""
    history = played(OPEN, ("cinematographer", support()), ("writer", support()))
    given(*history).when(support(), by="cast:MAYA").then_kinds(SupportGiven, RoundClosed)
    given(*history).when(Pass(reason="it isn't mine", question=QUESTION), by="cast:MAYA").then_kinds(
        ReactionPassed, RoundClosed
    )


def test_nobody_answers_twice() -> None:
    """A role answers a round once, and only if it is asked."""
    history = played(OPEN, ("cinematographer", support()))
    given(*history).when(support(), by="cinematographer").refused("does not wait for cinematographer")
    given(*history).when(support(), by="cast:TOM").refused("does not wait for cast:TOM")


def test_an_answer_names_live_proposals() -> None:
    """One can't support or attack what is not proposed."""
    given(*played(OPEN)).when(support(QUESTION), by="writer").refused("not a live proposal")


def test_an_answer_says_something() -> None:
    """Neither support nor objection nor alternative: that is silence, and silence has a reason."""
    empty = Respond(question=QUESTION, supports=None, why=WHY)
    given(*played(OPEN)).when(empty, by="writer").refused("an answer says nothing")


def test_consensus_decides_without_a_ruling() -> None:
    """Where everybody supports one proposal it is approved by consensus, and nobody dissents."""
    history = played(OPEN, *((r, support()) for r in ("cinematographer", "writer", "cast:MAYA")))
    (approved,) = (
        given(*history)
        .when(Rule(question=QUESTION, proposal=CLOSE_UP, why=WHY), by="director")
        .then_kinds(ProposalApproved)
    )
    assert isinstance(approved, ProposalApproved) and approved.authority == "consensus"


def test_a_ruling_keeps_the_dissent() -> None:
    """Where roles disagree the lead rules, and who was overruled stays on the record with the reason."""
    history = played(
        OPEN,
        ("cinematographer", object_to(rival=True)),
        ("writer", support()),
        ("cast:MAYA", support()),
    )
    ruled, approved, dissent = (
        given(*history)
        .when(Rule(question=QUESTION, proposal=CLOSE_UP, why=WHY), by="director")
        .then_kinds(ProposalRuled, ProposalApproved, DissentRecorded)
    )
    assert isinstance(approved, ProposalApproved) and approved.authority == "ruling"
    assert isinstance(dissent, DissentRecorded) and dissent.role == "cinematographer"
    assert isinstance(ruled, ProposalRuled)


def test_only_the_lead_rules() -> None:
    """A role that is not accountable can't end a debate, nor can a character."""
    history = played(OPEN, *((r, support()) for r in ("cinematographer", "writer", "cast:MAYA")))
    for role in ("writer", "cast:MAYA"):
        given(*history).when(Rule(question=QUESTION, proposal=CLOSE_UP, why=WHY), by=role).refused(
            f"{role} does not lead"
        )


def test_nobody_rules_over_an_open_round() -> None:
    """The lead waits until everybody concerned has answered."""
    given(*played(OPEN)).when(Rule(question=QUESTION, proposal=CLOSE_UP, why=WHY), by="director").refused(
        "round 1 is open"
    )


def test_rounds_are_bounded() -> None:
    """The policy's number of rounds can't be passed."""
    answers = [(r, object_to()) for r in ("cinematographer", "writer", "cast:MAYA")]
    history = played(OPEN, *answers, ("director", OpenRound(question=QUESTION)))
    everybody = ("cinematographer", "writer", "cast:MAYA", "director")
    history = played(*((r, support()) for r in everybody), start=history)
    given(*history).when(OpenRound(question=QUESTION), by="director").refused("has had its 2 rounds")


def test_a_block_goes_up() -> None:
    """What breaks a character can't be overruled by the lead: the orchestrator is asked, both sides told."""
    history = played(
        OPEN,
        ("cinematographer", support()),
        ("writer", support()),
        ("cast:MAYA", object_to(blocking=True)),
    )
    _, impasse, request = (
        given(*history)
        .when(Rule(question=QUESTION, proposal=CLOSE_UP, why=WHY), by="director")
        .then_kinds(ProposalRuled, ImpasseReached, ApprovalRequested)
    )
    assert isinstance(impasse, ImpasseReached) and "against: cast:MAYA" in impasse.summary
    assert isinstance(request, ApprovalRequested) and request.proposal == CLOSE_UP


def test_only_cast_may_block() -> None:
    """A department can object, not block."""
    given(*played(OPEN)).when(object_to(blocking=True), by="writer").refused("writer may not block")


def test_only_the_orchestrator_approves_and_rejects() -> None:
    """No agent carries the orchestrator's authority, whatever it says."""
    for role in ("director", "writer", "cast:MAYA"):
        given(*played(OPEN)).when(Approve(question=QUESTION, proposal=CLOSE_UP), by=role).refused(
            f"{role} may not approve"
        )
        given(*played(OPEN)).when(Reject(question=QUESTION, proposal=CLOSE_UP, note="no"), by=role).refused(
            f"{role} may not reject"
        )
        given(*START).when(SetApprovalMode(mode="standing", default=False), by=role).refused(
            f"{role} may not say who approves"
        )


def test_the_orchestrator_may_decide_at_any_time() -> None:
    """An approval ends an open debate; the same one twice is refused; another overrules it."""
    history = played(OPEN, ("cinematographer", object_to(rival=True)))
    rival = QUESTION + 4
    history = played(("orchestrator", Approve(question=QUESTION, proposal=CLOSE_UP)), start=history)
    state = state_after(*history)
    assert state.debate.questions[QUESTION].status == "decided"
    given(*history).when(Approve(question=QUESTION, proposal=CLOSE_UP)).refused("approved already")
    given(*history).when(Approve(question=QUESTION, proposal=rival)).then_kinds(
        ProposalApproved, DissentRecorded
    )


def test_a_rejection_sends_the_lead_back() -> None:
    """What was rejected is no longer live, and the debate has its rounds again."""
    history = played(OPEN, ("orchestrator", Reject(question=QUESTION, proposal=CLOSE_UP, note="too near")))
    question = state_after(*history).debate.questions[QUESTION]
    assert question.status == "open" and question.round == 0
    given(*history).when(support(), by="writer").refused("does not wait")
    given(*history).when(OpenRound(question=QUESTION), by="director").refused("nothing is proposed")
    offer = Offer(option=ShotOption(spec=WIDE), why=WHY)
    given(*history).when(OpenRound(question=QUESTION, offer=offer), by="director").then_kinds(
        ProposalMade, RoundOpened
    )


def orchestrators(mode: str) -> list[Event | By]:
    """A history in which beat coverage goes up and the orchestrator has delegated nothing but impasse."""
    policy = next(e for e in START if isinstance(e, PolicySet) and e.subject == "beat_coverage").model_copy(
        update={"tier": "orchestrator"}
    )
    return [*START, policy, ApprovalModeSet.model_validate({"mode": mode})]


def test_a_standing_order_approves_what_it_covers_and_says_so() -> None:
    """In mode `standing` an impasse is ended by the order that covers it, cited by number."""
    history = played(
        ("orchestrator", SetApprovalMode(mode="standing", default=True)),
        start=list(START),
    )
    question = state_after(*history).number + 1
    steps = [
        ("director", asked()),
        ("cinematographer", Respond(question=question, supports=question + 1, why=WHY)),
        ("writer", Respond(question=question, supports=question + 1, why=WHY)),
        (
            "cast:MAYA",
            Respond(
                question=question,
                supports=None,
                why=WHY,
                against=(Against(proposal=question + 1, why=WHY, blocking=True),),
            ),
        ),
        ("director", Rule(question=question, proposal=question + 1, why=WHY)),
    ]
    history = played(*steps, start=history)
    approved = [e.event for e in history if isinstance(e, By) and isinstance(e.event, ProposalApproved)]
    assert [a.authority for a in approved] == ["standing_order"]
    order = approved[0].standing_order
    assert order == state_after(*START).production.orders["impasse"].number


def test_without_an_order_it_waits() -> None:
    """In mode `standing` what no order covers waits for the orchestrator."""
    start = orchestrators("standing")
    question = state_after(*start).number + 1
    answers = [
        (r, Respond(question=question, supports=question + 1, why=WHY))
        for r in ("cinematographer", "writer", "cast:MAYA")
    ]
    history = played(
        ("director", asked()),
        *answers,
        ("director", Rule(question=question, proposal=question + 1, why=WHY)),
        start=start,
    )
    assert state_after(*history).debate.questions[question].status == "awaiting"


def test_switching_to_standing_approves_what_waited() -> None:
    """What awaited the orchestrator under `none` is approved when the standing orders take over."""
    history = played(
        OPEN,
        ("cinematographer", support()),
        ("writer", support()),
        ("cast:MAYA", object_to(blocking=True)),
        ("director", Rule(question=QUESTION, proposal=CLOSE_UP, why=WHY)),
    )
    given(*history).when(SetApprovalMode(mode="standing", default=False)).then_kinds(
        ApprovalModeSet, ProposalApproved, DissentRecorded
    )


def test_reopening_forgets_positions_not_proposals() -> None:
    """A reopened question keeps what was proposed, and asks everybody again."""
    history = played(
        OPEN,
        ("cinematographer", object_to(rival=True)),
        ("orchestrator", Approve(question=QUESTION, proposal=CLOSE_UP)),
        ("director", ReopenQuestion(question=QUESTION, reason="the vision changed")),
    )
    assert isinstance(history[-1], By) and isinstance(history[-1].event, QuestionReopened)
    question = state_after(*history).debate.questions[QUESTION]
    assert (question.status, question.positions, len(question.proposals)) == ("open", (), 2)
    assert QUESTION in state_after(*history).debate.undecided
    given(*history).when(OpenRound(question=QUESTION), by="director").then_kinds(RoundOpened)


def test_supporting_a_rival_gives_up_the_own_proposal() -> None:
    """A role stands behind one proposal at a time."""
    history = played(OPEN, ("cinematographer", object_to(rival=True)))
    question = state_after(*history).debate.questions[QUESTION]
    rival = question.proposals[-1].number
    assert [p.proposal for p in question.positions if p.role == "cinematographer" and p.supports] == [rival]
    history.extend(
        [
            By("director", SupportGiven(question=QUESTION, proposal=rival, criterion="c", reason="r")),
            By("director", ObjectionRaised(question=QUESTION, proposal=CLOSE_UP, criterion="c", reason="r")),
        ]
    )
    question = state_after(*history).debate.questions[QUESTION]
    assert [p.proposal for p in question.positions if p.role == "director" and p.supports] == [rival]
    assert {p.role for p in question.standing(CLOSE_UP)} == {"cinematographer", "director"}


def test_events_refer_to_what_they_speak_of() -> None:
    """What a fact speaks of counts among its causes."""
    rival = AlternativeOffered(
        question=3, rival=4, option=ShotOption(spec=WIDE), criterion="c", reason="r", cites=(1,)
    )
    assert rival.refers() == (3, 4, 1)
    assert ProposalRejected(question=3, proposal=4, note="").refers() == (3, 4)
    assert ProposalApproved(
        question=3, proposal=4, authority="standing_order", standing_order=2
    ).refers() == (3, 4, 2)
    assert Reason(criterion="c", reason="r").cites == ()


def test_state_starts_before_any_event() -> None:
    """The state of nothing has number -1 and no cursor."""
    assert (State().number, State().cursor) == (-1, None)
