"""Whatever roles say in a debate, it ends within its bound and nothing that left the table is the crew's choice."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cineledger.domain.command import Command
from cineledger.domain.debate.answering import Against, Respond, Withdraw
from cineledger.domain.debate.commands import Amend, Offer, OpenRound, Rule
from cineledger.domain.debate.events import ObjectionRaised, ObjectionWithdrawn, ProposalApproved, RoundOpened
from cineledger.domain.debate.options import ShotOption
from cineledger.domain.debate.question import Question
from cineledger.domain.decide import decide
from cineledger.domain.event import Event
from cineledger.domain.production.events import PolicySet
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State, evolve
from cineledger.domain.talk.commands import Pass
from tests.domain.test_debate_rules import OPEN, START, played
from tests.support.film import CLOSE, WHY
from tests.support.scenario import state_after

ROUNDS = 4
SIZES = ("WS", "MS", "MCU", "CU")


class Debate:
    """A question under a policy of four rounds, and who did what to it."""

    def __init__(self, data: st.DataObject, tier: str) -> None:
        policy = next(e for e in START if isinstance(e, PolicySet) and e.subject == "beat_coverage")
        asked = policy.model_copy(update={"tier": tier, "rounds": ROUNDS})
        self.state: State = state_after(*played(OPEN, start=[*START, asked]))
        (self.number,) = self.state.debate.questions
        self.data, self.facts = data, list[tuple[Event, str]]()

    @property
    def question(self) -> Question:
        return self.state.debate.questions[self.number]

    def does(self, command: Command, by: str) -> bool:
        """Decides and folds a command; False where it is refused."""
        try:
            events = decide(self.state, command, by)
        except Refused:
            return False
        for event in events:
            self.state = evolve(self.state, event, by)
            self.facts.append((event, by))
        return True

    def draw(self, strategy: st.SearchStrategy[Any]) -> Any:
        return self.data.draw(strategy)

    def option(self) -> ShotOption:
        size = self.draw(st.sampled_from(SIZES))
        return ShotOption(spec=CLOSE.model_copy(update={"size": size}))

    def answer(self, role: str) -> Respond:
        """Anything that a role could say, much of it nothing that it may."""
        question, some = self.question, st.sampled_from
        every = [proposal.number for proposal in question.proposals]
        said = [position.number for position in question.positions]
        kind = self.draw(some(("supports", "offers", "amends", "neither")))
        attacked = self.draw(st.lists(some(every), unique=True, max_size=2))
        taken = self.draw(st.lists(some([*every, *said]), unique=True, max_size=2))
        blocking = role.startswith("cast:") and self.draw(st.booleans())
        return Respond(
            question=self.number,
            supports=self.draw(some(every)) if kind == "supports" else None,
            why=WHY,
            against=tuple(Against(proposal=n, why=WHY, blocking=blocking) for n in attacked),
            alternative=Offer(option=self.option(), why=WHY) if kind == "offers" else None,
            amend=self.amendment() if kind == "amends" else None,
            withdraws=tuple(Withdraw(what=n, why=WHY) for n in taken),
        )

    def amendment(self) -> Amend:
        every = [proposal.number for proposal in self.question.proposals]
        return Amend(proposal=self.draw(st.sampled_from(every)), option=self.option(), why=WHY)

    def round(self) -> None:
        """Everybody who is waited for answers; who may not say what it wanted is silent."""
        while self.question.waiting:
            role = self.draw(st.sampled_from(self.question.waiting))
            if not self.does(self.answer(role), role):
                assert self.does(Pass(reason="then not", question=self.number), role)

    def close(self) -> None:
        """The lead asks again, perhaps with an amendment, or comes down on something; what it must, it does."""
        lead, number = self.question.opened.lead, self.number
        if self.draw(st.booleans()) and self.does(OpenRound(question=number, amend=self.amendment()), lead):
            return
        if self.draw(st.booleans()) and self.does(OpenRound(question=number), lead):
            return
        proposal = self.draw(st.sampled_from(self.question.live))
        if not self.does(Rule(question=number, proposal=proposal, why=WHY), lead):
            assert self.question.again, "a lead may rule once a round is over"
            assert self.does(OpenRound(question=number), lead), "those who stood on it can be asked again"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data(), st.sampled_from(("collaborative", "orchestrator")))
def test_a_debate_ends_within_its_bound(data: st.DataObject, tier: str) -> None:
    """By consensus, ruling or a request to the orchestrator, after no more rounds than its terms grant."""
    debate = Debate(data, tier)
    for _ in range(ROUNDS + 1):
        debate.round()
        assert debate.question.live, "something is always on the table"
        if debate.question.status != "open":
            break
        debate.close()
        if debate.question.status != "open":
            break
    question = debate.question
    assert question.status in ("decided", "awaiting")
    assert sum(isinstance(fact, RoundOpened) for fact, _ in debate.facts) < ROUNDS
    chosen = question.approved if question.status == "decided" else question.recommended
    assert chosen in question.live and not question.again
    standing = {p.number: p.standing for p in question.proposals}
    for fact, _ in debate.facts:
        if isinstance(fact, ProposalApproved):
            assert standing[fact.proposal] == "live"
            assert not any(p.blocking for p in question.standing(fact.proposal))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_positions_are_of_what_is_live(data: st.DataObject) -> None:
    """At any time: each stands on something live, one role behind one proposal, and objections are withdrawn by
    whoever raised them."""
    debate = Debate(data, "collaborative")
    while debate.question.status == "open":
        debate.round()
        question = debate.question
        assert {p.proposal for p in question.positions} <= set(question.live)
        behind = [p.role for p in question.positions if p.supports]
        assert len(behind) == len(set(behind))
        assert len({(p.role, p.proposal) for p in question.positions}) == len(question.positions)
        debate.close()
    numbered = {question.number + 3 + place: (fact, by) for place, (fact, by) in enumerate(debate.facts)}
    for fact, by in debate.facts:
        if isinstance(fact, ObjectionWithdrawn):
            raised, who = numbered[fact.objection]
            assert isinstance(raised, ObjectionRaised) and who == by
