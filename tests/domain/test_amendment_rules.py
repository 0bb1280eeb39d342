"""The rules of amendment and withdrawal, each stated by the docstring of its test."""

from cineledger.domain.debate.answering import Against, Respond, Withdraw
from cineledger.domain.debate.approvals import Approve, Reject
from cineledger.domain.debate.commands import Amend, Offer, OpenRound, Reason, ReopenQuestion, Rule
from cineledger.domain.debate.events import (
    AlternativeOffered,
    ApprovalRequested,
    ImpasseReached,
    ObjectionRaised,
    ObjectionWithdrawn,
    ProposalAmended,
    ProposalApproved,
    ProposalRuled,
    ProposalWithdrawn,
    RoundClosed,
    RoundOpened,
    SupportGiven,
)
from cineledger.domain.debate.options import ShotOption
from cineledger.domain.debate.question import Question
from cineledger.domain.event import Event
from cineledger.domain.shots.events import ShotSpec
from cineledger.domain.talk.commands import Pass
from tests.domain.test_debate_rules import CLOSE_UP, OPEN, QUESTION, object_to, played, support
from tests.support.film import CLOSE, WHY, WIDE
from tests.support.scenario import By, given, state_after

MEDIUM = CLOSE.model_copy(update={"size": "MS", "description": "medium on MAYA, 85mm"})
ALL = ("cinematographer", "writer", "cast:MAYA", "director")


def question(history: list[Event | By]) -> Question:
    return state_after(*history).debate.questions[QUESTION]


def number_of(history: list[Event | By], kind: type[Event], place: int = -1) -> int:
    """The number of one of the events of a kind."""
    facts = [e.event if isinstance(e, By) else e for e in history]
    return [number for number, fact in enumerate(facts) if isinstance(fact, kind)][place]


def amend(proposal: int = CLOSE_UP, spec: ShotSpec = MEDIUM, answers: tuple[int, ...] = ()) -> Amend:
    return Amend(proposal=proposal, option=ShotOption(spec=spec), why=WHY, answers=answers)


def withdraw(*what: int, supports: int | None = None) -> Respond:
    taken = tuple(Withdraw(what=number, why=WHY) for number in what)
    return Respond(question=QUESTION, supports=supports, why=WHY, withdraws=taken)


def objected() -> list[Event | By]:
    """Round 1 over: the cinematographer objected and offered the wide, the writer supported, Maya objected."""
    return played(
        OPEN, ("cinematographer", object_to(rival=True)), ("writer", support()), ("cast:MAYA", object_to())
    )


def amended() -> list[Event | By]:
    """The director amended in answer to Maya, and round 2 is open to everybody."""
    history = objected()
    answers = (number_of(history, ObjectionRaised),)
    return played(("director", OpenRound(question=QUESTION, amend=amend(answers=answers))), start=history)


def test_a_lead_amends_as_it_opens_the_next_round() -> None:
    """The new version takes the place of the old one on the table, and everybody is asked about it."""
    history = objected()
    answers = (number_of(history, ObjectionRaised),)
    change, opened = (
        given(*history)
        .when(OpenRound(question=QUESTION, amend=amend(answers=answers)), by="director")
        .then_kinds(ProposalAmended, RoundOpened)
    )
    assert isinstance(change, ProposalAmended) and change.refers() == (QUESTION, CLOSE_UP, *answers)
    assert isinstance(opened, RoundOpened) and set(opened.waiting) == set(ALL)
    asked = question(amended())
    assert CLOSE_UP not in asked.live and asked.latest(CLOSE_UP) in asked.live
    kept = asked.proposal(CLOSE_UP)
    assert kept is not None and kept.standing == "amended"


def test_support_lapses_and_objections_stand() -> None:
    """Who supported the old version has said nothing of the new; who objected objects until that is withdrawn."""
    asked = question(amended())
    new = asked.latest(CLOSE_UP)
    assert {(p.role, p.supports) for p in asked.positions if p.proposal == new} == {
        ("director", True),
        ("cinematographer", False),
        ("cast:MAYA", False),
    }
    assert all(p.role != "writer" for p in asked.positions)


def test_a_block_is_not_amended_away() -> None:
    """What a cast member blocked stays blocked in every version, as long as she does not take that back."""
    history = played(
        OPEN, ("cinematographer", support()), ("writer", support()), ("cast:MAYA", object_to(blocking=True))
    )
    history = played(("director", OpenRound(question=QUESTION, amend=amend())), start=history)
    new, block = question(history).latest(CLOSE_UP), number_of(history, ObjectionRaised)
    for role in ("cinematographer", "writer", "director"):
        history = played((role, support(new)), start=history)
    rule = ("director", Rule(question=QUESTION, proposal=new, why=WHY))
    waiting = played(("cast:MAYA", withdraw(block, supports=new)), rule, start=history)
    assert question(waiting).authority == "consensus"
    silent = played(("cast:MAYA", Pass(reason="I said it", question=QUESTION)), start=history)
    given(*silent).when(rule[1], by="director").then_kinds(ProposalRuled, ImpasseReached, ApprovalRequested)


def test_who_stood_on_the_old_version_is_asked_again() -> None:
    """Nobody rules on an amended proposal before those who had spoken of it were asked about it."""
    history = amended()
    for role in ("cinematographer", "writer", "cast:MAYA"):
        history = played((role, support(question(history).latest(CLOSE_UP))), start=history)
    assert question(history).again == ()
    reopened = played(
        ("orchestrator", Approve(question=QUESTION, proposal=question(history).latest(CLOSE_UP))),
        ("director", ReopenQuestion(question=QUESTION, reason="the vision changed")),
        ("director", OpenRound(question=QUESTION)),
        start=history,
    )
    rival = question(reopened).live[0]
    mine = Respond(question=QUESTION, supports=None, why=WHY, amend=amend(rival, CLOSE))
    reopened = played(
        ("writer", support(rival)),
        ("cinematographer", mine),
        ("cast:MAYA", support(rival)),
        start=reopened,
    )
    asked = question(reopened)
    assert asked.again == ("writer", "cast:MAYA") and not asked.waiting
    given(*reopened).when(
        Rule(question=QUESTION, proposal=asked.latest(rival), why=WHY), by="director"
    ).refused("writer, cast:MAYA stood on what was amended since")
    given(*reopened).when(OpenRound(question=QUESTION), by="director").then_kinds(RoundOpened)


def test_an_answer_may_speak_of_what_was_on_the_table() -> None:
    """All in a round are asked at once: what a colleague amended or withdrew meanwhile may still be answered."""
    history = amended()
    rival = number_of(history, AlternativeOffered)
    new = question(history).latest(CLOSE_UP)
    history = played(
        ("cinematographer", withdraw(rival, supports=new)), ("writer", support(rival)), start=history
    )
    assert {p.proposal for p in question(history).positions} == {new}
    given(*history).when(support(CLOSE_UP), by="cast:MAYA").refused("not a live proposal")


def test_only_the_author_amends_and_withdraws() -> None:
    """A proposal is its author's, an objection its owner's, whoever leads."""
    history = amended()
    rival, objection = number_of(history, AlternativeOffered), number_of(history, ObjectionRaised, 0)
    given(*history).when(withdraw(rival), by="writer").refused(f"proposal {rival} is cinematographer's")
    given(*history).when(withdraw(objection), by="director").refused(f"{objection} is cinematographer's")
    given(*objected()).when(OpenRound(question=QUESTION, amend=amend(rival)), by="director").refused(
        "is cinematographer's"
    )
    given(*history).when(withdraw(QUESTION), by="writer").refused("no objection that stands")


def test_the_last_proposal_stays() -> None:
    """What is all that is proposed can't be withdrawn, nor two when they are all."""
    history = played(
        OPEN, ("cinematographer", object_to()), ("writer", object_to()), ("cast:MAYA", support())
    )
    history = played(("director", OpenRound(question=QUESTION)), start=history)
    given(*history).when(withdraw(CLOSE_UP), by="director").refused("all that is proposed")


def test_of_all_withdrawn_in_one_round_the_last_stays() -> None:
    """All are asked at once: whose withdrawal would empty the table keeps its proposal on it, and says the rest."""
    history = amended()
    new, rival = question(history).latest(CLOSE_UP), number_of(history, AlternativeOffered)
    history = played(("cinematographer", withdraw(rival, supports=new)), start=history)
    answer = Respond(question=QUESTION, supports=rival, why=WHY, withdraws=(Withdraw(what=new, why=WHY),))
    given(*history).when(answer, by="director").then_kinds(SupportGiven)
    assert question(played(("director", answer), start=history)).live == (new,)


def test_a_withdrawn_proposal_is_not_the_crews_any_more() -> None:
    """It can't be supported later, nor ruled for; the orchestrator may still choose it."""
    history = amended()
    rival, new = number_of(history, AlternativeOffered), question(history).latest(CLOSE_UP)
    history = played(("cinematographer", withdraw(rival, supports=new)), start=history)
    assert rival not in question(history).live
    for role in ("writer", "cast:MAYA", "director"):
        history = played((role, support(new)), start=history)
    given(*history).when(Rule(question=QUESTION, proposal=rival, why=WHY), by="director").refused(
        f"{rival} is not a live proposal"
    )
    chosen = played(("orchestrator", Approve(question=QUESTION, proposal=rival)), start=history)
    assert (question(chosen).approved, rival in question(chosen).live) == (rival, True)


def test_a_withdrawn_objection_stands_no_longer() -> None:
    """Who takes an objection back may support, be silent, or object otherwise; the record keeps both."""
    history = amended()
    new, objection = question(history).latest(CLOSE_UP), number_of(history, ObjectionRaised)
    taken, given_then = (
        given(*history)
        .when(withdraw(objection, supports=new), by="cast:MAYA")
        .then_kinds(ObjectionWithdrawn, SupportGiven)
    )
    assert isinstance(taken, ObjectionWithdrawn) and taken.proposal == new
    assert isinstance(given_then, SupportGiven)
    history = played(("cast:MAYA", withdraw(objection)), start=history)
    assert {p.role for p in question(history).standing(new)} == {"cinematographer"}
    given(*amended()).when(withdraw(objection, objection), by="cast:MAYA").refused("withdrawn twice")


def test_an_amendment_needs_a_round_to_ask_about_it() -> None:
    """In the last round a role supports, objects or withdraws; its amendment could not be answered."""
    history = amended()
    rival = number_of(history, AlternativeOffered)
    answer = Respond(question=QUESTION, supports=None, why=WHY, amend=amend(rival))
    given(*history).when(answer, by="cinematographer").refused("no round left")


def test_an_amendment_changes_something_and_heeds_rejections() -> None:
    """The same again is no amendment, nor is what the orchestrator rejected."""
    history = objected()
    given(*history).when(OpenRound(question=QUESTION, amend=amend(spec=CLOSE)), by="director").refused(
        "changes nothing"
    )
    rejected = played(
        ("orchestrator", Reject(question=QUESTION, proposal=CLOSE_UP, note="too near")),
        (
            "director",
            OpenRound(question=QUESTION, offer=Offer(option=ShotOption(spec=MEDIUM), why=WHY)),
        ),
        start=history,
    )
    made = question(rejected).live[-1]
    torn = Respond(
        question=QUESTION,
        supports=None,
        why=WHY,
        against=tuple(Against(proposal=number, why=WHY) for number in question(rejected).live),
    )
    rejected = played(*((role, torn) for role in ALL[:3]), start=rejected)
    given(*rejected).when(OpenRound(question=QUESTION, amend=amend(made, CLOSE)), by="director").refused(
        "was rejected"
    )
    given(*history).when(
        OpenRound(question=QUESTION, amend=amend(answers=(QUESTION,))), by="director"
    ).refused("no objection")


def test_an_amendment_that_repeats_a_colleagues_is_support() -> None:
    """Two proposals of the same would split the voices: the own one is withdrawn in favour of the other."""
    events = (
        given(*objected())
        .when(OpenRound(question=QUESTION, amend=amend(spec=WIDE)), by="director")
        .then_kinds(ProposalWithdrawn, SupportGiven, RoundOpened)
    )
    assert isinstance(events[1], SupportGiven)
    assert events[1].proposal == number_of(objected(), AlternativeOffered)


def test_an_answer_is_on_one_side() -> None:
    """Nobody supports and amends, or supports what the same answer attacks or takes back."""
    history = amended()
    new, rival = question(history).latest(CLOSE_UP), number_of(history, AlternativeOffered)
    both = Respond(question=QUESTION, supports=new, why=WHY, amend=amend(rival))
    given(*history).when(both, by="cinematographer").refused("supports a proposal and amends its own")
    torn = Respond(question=QUESTION, supports=new, why=WHY, against=(Against(proposal=new, why=WHY),))
    given(*history).when(torn, by="writer").refused(f"stands for {new} and against it")
    given(*history).when(withdraw(rival, supports=rival), by="cinematographer").refused("against it")


def test_withdrawal_ends_a_round_like_any_answer() -> None:
    """The last to answer closes the round, also with nothing but a withdrawal."""
    history = amended()
    new, objection = question(history).latest(CLOSE_UP), number_of(history, ObjectionRaised)
    for role in ("cinematographer", "writer", "director"):
        history = played((role, support(new)), start=history)
    given(*history).when(withdraw(objection), by="cast:MAYA").then_kinds(ObjectionWithdrawn, RoundClosed)


def test_an_amended_proposal_is_decided_without_dissent_for_its_old_version() -> None:
    """Who stood for the old version and then for the new agrees with it."""
    history = amended()
    new = question(history).latest(CLOSE_UP)
    for role in ALL:
        history = played((role, support(new)), start=history)
    history = played(
        ("director", Rule(question=QUESTION, proposal=new, why=Reason(criterion="c", reason="r"))),
        start=history,
    )
    decided = [e.event for e in history if isinstance(e, By) and isinstance(e.event, ProposalApproved)]
    assert [d.proposal for d in decided] == [new]
