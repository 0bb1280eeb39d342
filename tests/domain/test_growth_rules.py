"""Who somebody was decided to be binds: within bounds she drifts, beyond them she becomes another by decision only."""

from typing import cast

import hypothesis.strategies as st
import pytest
from hypothesis import given as for_all
from hypothesis import settings

from cineledger.domain.canon.events import CharacterCast
from cineledger.domain.canon.life import CarriedIdentity, Life
from cineledger.domain.cast.becoming import RaiseChange, SetIdentity
from cineledger.domain.cast.bounds import REACH, around, beyond, identity_faults
from cineledger.domain.cast.changes import ChangeHeldBack
from cineledger.domain.cast.identity import Growth, Identity, IdentityDrawn, Trait
from cineledger.domain.command import Command
from cineledger.domain.debate.approvals import Approve
from cineledger.domain.debate.commands import Offer, OpenQuestion, OpenRound, ReopenQuestion
from cineledger.domain.debate.events import ProposalApproved, ProposalMade, QuestionOpened, RoundOpened
from cineledger.domain.debate.options import ChoiceOption, IdentityOption
from cineledger.domain.decide import decide
from cineledger.domain.event import Event
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State, evolve
from cineledger.domain.words import BECOMES, CHARACTER_CHANGE, CHARACTER_IDENTITY, ORCHESTRATOR, STAYS
from cineledger.domain.work.commands import Deliver, Strike
from tests.domain.test_drift_rules import then
from tests.domain.test_work_rules import open_film
from tests.support.film import WHY
from tests.support.scenario import By, by, given, state_after

LOYAL = Trait(trait="loyal", facet="agreeableness", value=0.6)
FAITHLESS = Trait(trait="faithless", facet="agreeableness", value=-0.6)
KIND = Trait(trait="kind", facet="agreeableness", value=0.5)
HER = Identity(traits=(LOYAL,), fear="that nobody asks", growth=(around("agreeableness", 0.6),))
ANOTHER = Identity(traits=(FAITHLESS,), growth=(around("agreeableness", -0.6),))


def drawn(identity: Identity, **more: object) -> IdentityDrawn:
    """Who MAYA is."""
    return IdentityDrawn.model_validate({"character": "MAYA", "identity": identity, "reason": "so", **more})


def hand_in(identity: Identity, **more: object) -> Deliver:
    """The writer's drawing of her."""
    return Deliver(works=(drawn(identity, **more),))


def ask(identity: Identity) -> OpenQuestion:
    """Who is MAYA?"""
    return OpenQuestion(
        subject=CHARACTER_IDENTITY,
        text="Who is MAYA?",
        scene=None,
        beat=None,
        offer=Offer(option=IdentityOption(identity=identity, statement="so"), why=WHY),
        characters=("MAYA",),
    )


def raised(identity: Identity, choice: str = BECOMES) -> RaiseChange:
    """Does she become another?"""
    option = ChoiceOption(choice=choice, statement="so")
    return RaiseChange(
        character="MAYA",
        identity=identity,
        reason="a line says so",
        text="Does she?",
        offer=Offer(option=option, why=WHY),
    )


def decided() -> tuple[list[Event | By], int]:
    """A film in which it was decided who MAYA is: its history, and the decision."""
    history = then([*open_film()], "writer", hand_in(HER), ask(HER))
    question = next(iter(state_after(*history).debate.questions))
    history = then(history, ORCHESTRATOR, Approve(question=question, proposal=question + 1))
    number = state_after(*history).debate.questions[question].decision or 0
    return then(history, "writer", hand_in(HER, decided=True, rests=(number,))), number


def asked_for_change(
    history: list[Event | By], identity: Identity, choice: str
) -> tuple[list[Event | By], int]:
    """The history with a change raised, and answered so by the orchestrator; and the decision."""
    history = then(history, "writer", raised(identity, choice))
    question = max(state_after(*history).debate.questions)
    history = then(history, ORCHESTRATOR, Approve(question=question, proposal=question + 1))
    return history, state_after(*history).debate.questions[question].decision or 0


def test_a_reading_binds_nobody() -> None:
    """Until it is decided who she is, she may be read as anybody."""
    history = then([*open_film()], "writer", hand_in(HER))
    given(*history).when(hand_in(ANOTHER), by="writer").then(drawn(ANOTHER))
    given(*history).when(raised(ANOTHER), by="writer").refused(because="within her bounds")


def test_a_decision_is_nobodys_to_assume() -> None:
    """Nobody hands in as decided what was not, or as the orchestrator's word what she did not say."""
    opened = given(*open_film())
    opened.when(hand_in(HER, decided=True), by="writer").refused(because="nobody decided")
    opened.when(hand_in(HER, said=("fear",)), by="writer").refused(because="nobody decided")
    history, number = decided()
    given(*history).when(hand_in(ANOTHER, decided=True, rests=(number,)), by="writer").refused(
        because="with how far that goes"
    )


def test_within_her_bounds_she_drifts() -> None:
    """A new draft may add to her and shade her: it is on record, and her bounds stay where they are."""
    history, _ = decided()
    shade = HER.model_copy(update={"traits": (LOYAL, KIND)})
    given(*history).when(hand_in(shade, decided=True), by="writer").then(drawn(shade, decided=True))
    wider = shade.model_copy(update={"growth": (Growth(facet="agreeableness", low=-1, high=1),)})
    for other in (hand_in(wider, decided=True), hand_in(shade)):
        given(*history).when(other, by="writer").refused(because="how far that goes")


def test_beyond_her_bounds_is_refused_and_goes_up() -> None:
    """She is held back: it is on record how far she would go, and a question asks whether she becomes another."""
    history, _ = decided()
    other = ANOTHER.model_copy(update={"growth": HER.growth})
    given(*history).when(hand_in(other, decided=True), by="writer").refused(because="beyond 0.3 to 0.9")
    events = (
        given(*history)
        .when(raised(ANOTHER), by="writer")
        .then_kinds(ChangeHeldBack, QuestionOpened, ProposalMade, RoundOpened)
    )
    held, opened = cast(ChangeHeldBack, events[0]), cast(QuestionOpened, events[1])
    assert (held.facet, held.was, held.would, held.low, held.high) == ("agreeableness", 0.6, -0.6, 0.3, 0.9)
    assert (opened.subject, opened.tier, opened.lead) == (CHARACTER_CHANGE, "orchestrator", "showrunner")
    assert {"cast:MAYA", "writer", "director"} <= set(opened.concerned)
    given(*history).when(ask(ANOTHER), by="writer").refused(because="beyond")
    given(*history).when(ask(HER), by="writer").refused(because="asked at")
    given(*history).when(raised(ANOTHER), by="editor").refused(because="does not lead")


def test_an_approved_change_is_let_through_as_it_was_approved() -> None:
    """Who approved it approved that person: she becomes her, with the bounds of her new self, and nobody else."""
    history, number = asked_for_change(decided()[0], ANOTHER, BECOMES)
    worse = Identity(
        traits=(FAITHLESS, Trait(trait="cruel", facet="agreeableness", value=-1)), growth=ANOTHER.growth
    )
    given(*history).when(hand_in(worse, decided=True, rests=(number,)), by="writer").refused(
        because="how far that goes"
    )
    history = then(history, "writer", hand_in(ANOTHER, decided=True, rests=(number,)))
    back = HER.model_copy(update={"growth": ANOTHER.growth})
    given(*history).when(hand_in(back, decided=True), by="writer").refused(because="beyond")
    given(*history).when(hand_in(HER, decided=True, rests=(number,)), by="writer").refused(
        because="how far that goes"
    )


def test_a_change_that_was_turned_down_stays_out() -> None:
    """She stays the same: what she would have become is refused as before."""
    history, number = asked_for_change(decided()[0], ANOTHER, STAYS)
    given(*history).when(hand_in(ANOTHER, decided=True, rests=(number,)), by="writer").refused(
        because="how far that goes"
    )


def test_who_she_was_decided_to_be_is_not_taken_back() -> None:
    """The writer does not strike it to begin anew; a debate that is opened again offers nobody beyond her bounds."""
    history, _ = decided()
    strike = Deliver(strikes=(Strike(work="IdentityDrawn", key="MAYA", reason="anew"),))
    given(*history).when(strike, by="writer").refused(because="was decided")
    question = next(iter(state_after(*history).debate.questions))
    history = then(history, ORCHESTRATOR, ReopenQuestion(question=question, reason="again"))
    for identity, why in ((ANOTHER, "beyond"), (HER.model_copy(update={"growth": ()}), "further to go")):
        option = IdentityOption(identity=identity, statement="so")
        with pytest.raises(Refused, match=why):
            offer(state_after(*history), question, option)


def offer(state: State, question: int, option: IdentityOption) -> list[Event]:
    """The writer puts it on the table."""
    return decide(state, OpenRound(question=question, offer=Offer(option=option, why=WHY)), "writer")


def test_nobody_could_be_so() -> None:
    """A trait twice, bounds upside down or that leave out where she stands are refused, as work and as an option."""
    for identity, why in (
        (Identity(traits=(LOYAL, LOYAL)), "comes twice"),
        (Identity(growth=(Growth(facet="openness", low=0.5, high=0),)), "down to"),
        (
            Identity(traits=(LOYAL,), growth=(Growth(facet="agreeableness", low=-1, high=0),)),
            "outside her growth",
        ),
    ):
        given(*open_film()).when(hand_in(identity), by="writer").refused(because=why)
        given(*open_film()).when(ask(identity), by="writer").refused(because=why)


def test_the_orchestrator_says_it_in_person() -> None:
    """It stands at once as decided, and what she said stays whatever is drawn after."""
    history = then([*open_film()], "writer", hand_in(HER))
    history = then(history, ORCHESTRATOR, SetIdentity(character="MAYA", fear="the sea", age=58))
    state = state_after(*history)
    standing = state.works.get(IdentityDrawn, "MAYA")
    assert standing is not None and standing.decided and standing.said == ("fear", "age")
    assert (standing.identity.fear, standing.identity.age, standing.identity.traits) == (
        "the sea",
        58,
        (LOYAL,),
    )
    again = standing.identity.model_copy(update={"fear": "nothing"})
    now = given(*history)
    now.when(hand_in(again, decided=True, said=standing.said), by="writer").refused(
        because="the orchestrator's word"
    )
    now.when(hand_in(standing.identity, decided=True), by="writer").refused(because="fear, age")
    now.when(SetIdentity(character="MAYA", age=58)).refused(because="already")
    now.when(SetIdentity(character="MAYA", age=60), by="writer").refused(because="may not say")
    now.when(SetIdentity(character="NOBODY", age=60)).refused(because="no character")
    now.when(SetIdentity(character="MAYA", without=("brave",))).refused(because="has no trait brave")


def test_the_orchestrator_makes_her_another_only_knowingly() -> None:
    """Her bounds hold for the orchestrator's word too, until it says so anyway: then they move with her."""
    history, _ = decided()
    change = SetIdentity(character="MAYA", traits=(FAITHLESS,), without=("loyal",))
    given(*history).when(change).refused(because="another than was decided")
    (event,) = given(*history).when(change.model_copy(update={"anyway": True})).events
    identity = cast(IdentityDrawn, event).identity
    assert identity.traits == (FAITHLESS,) and identity.growth == (around("agreeableness", -0.6),)
    assert "another" in cast(IdentityDrawn, event).reason


def test_a_trait_that_she_has_not_stays_out() -> None:
    """What the orchestrator took from her nobody reads back into her, until the orchestrator says it again."""
    history = then([*open_film()], "writer", hand_in(HER.model_copy(update={"traits": (LOYAL, KIND)})))
    history = then(history, ORCHESTRATOR, SetIdentity(character="MAYA", without=("kind",)))
    standing = state_after(*history).works.get(IdentityDrawn, "MAYA")
    assert standing is not None and standing.said == ("without kind",)
    back = standing.identity.model_copy(update={"traits": (LOYAL, KIND)})
    given(*history).when(hand_in(back, decided=True, said=standing.said), by="writer").refused(
        because="without kind of MAYA is the orchestrator's word"
    )
    history = then(history, ORCHESTRATOR, SetIdentity(character="MAYA", traits=(KIND,)))
    again = state_after(*history).works.get(IdentityDrawn, "MAYA")
    assert again is not None and again.said == ("trait kind",)


def test_bounds_are_a_reach_around_where_she_stands() -> None:
    """They never leave the scale."""
    growth = around("stability", 0.9)
    assert (growth.low, growth.high) == (round(0.9 - REACH, 2), 1.0)
    assert not list(identity_faults(Identity(growth=(growth,))))


VALUES = st.sampled_from([-1.0, -0.6, -0.2, 0.1, 0.4, 0.6, 0.8])
IDENTITIES = st.builds(
    lambda values, low, high: Identity(
        traits=tuple(
            Trait(trait=f"t{place}", facet="agreeableness", value=value) for place, value in enumerate(values)
        ),
        growth=(Growth(facet="agreeableness", low=low, high=high),),
    ),
    st.lists(VALUES, min_size=1, max_size=3),
    VALUES,
    VALUES,
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("hand in"), IDENTITIES, st.booleans()),
        st.tuples(st.just("ask"), IDENTITIES, st.booleans()),
        st.tuples(st.just("raise"), IDENTITIES, st.booleans()),
        st.tuples(st.just("strike"), IDENTITIES, st.booleans()),
        st.tuples(st.just("carry out"), IDENTITIES, st.booleans()),
    ),
    min_size=3,
    max_size=10,
)


@settings(max_examples=60, deadline=None)
@for_all(STEPS)
def test_no_sequence_leads_out_of_bounds_without_a_decision(steps: list[tuple[str, Identity, bool]]) -> None:
    """Whatever the writer tries in whatever order, once it is decided who she is she is within the bounds that the
    last decision on her gave her."""
    state = state_after(*open_film())
    bounds: tuple[Growth, ...] | None = None
    for what, identity, flag in steps:
        for actor, command in _commands(state, what, identity, flag):
            try:
                events = decide(state, command, actor)
            except Refused:
                continue
            for event in events:
                approved = event.question if isinstance(event, ProposalApproved) else None
                if isinstance(event, IdentityDrawn) and event.decided:
                    made = [
                        (q.decision, one)
                        for q in state.debate.questions.values()
                        if q.decision in event.rests and q.status == "decided"
                        for one in _meant(state, q.number)
                    ]
                    if any(one == event.identity for _, one in made):
                        bounds = event.identity.growth
                    assert bounds is not None and event.identity.growth == bounds
                    assert not beyond(event.identity, bounds)
                elif isinstance(event, IdentityDrawn):
                    assert bounds is None
                state = evolve(state, event, actor)
                assert approved is None or actor == ORCHESTRATOR
    if bounds is not None:
        standing = state.works.get(IdentityDrawn, "MAYA")
        assert standing is not None and standing.decided and not beyond(standing.identity, bounds)


def _meant(state: State, number: int) -> list[Identity]:
    """Who a decided question says that she is."""
    question = state.debate.questions[number]
    proposal = question.proposal(question.approved or 0)
    option = None if proposal is None else proposal.option
    if isinstance(option, IdentityOption):
        return [option.identity]
    held = state.debate.changes.get(question.opened.about or 0)
    became = isinstance(option, ChoiceOption) and option.choice == BECOMES
    return [held.identity] if held is not None and became else []


def _commands(state: State, what: str, identity: Identity, flag: bool) -> list[tuple[str, Command]]:
    standing = state.works.get(IdentityDrawn, "MAYA")
    if what == "hand in":
        kept = (
            identity
            if standing is None or flag
            else identity.model_copy(update={"growth": standing.identity.growth})
        )
        return [("writer", hand_in(kept, decided=flag or (standing is not None and standing.decided)))]
    if what == "strike":
        return [("writer", Deliver(strikes=(Strike(work="IdentityDrawn", key="MAYA", reason="anew"),)))]
    if what == "ask":
        return [("writer", ask(identity)), *_approvals(state, flag)]
    if what == "raise":
        return [("writer", raised(identity, BECOMES if flag else STAYS)), *_approvals(state, True)]
    decisions = [q.decision for q in state.debate.questions.values() if q.decision is not None]
    meant = [one for q in state.debate.questions for one in _meant(state, q)]
    return [("writer", hand_in(one, decided=True, rests=tuple(decisions))) for one in meant]


def _approvals(state: State, flag: bool) -> list[tuple[str, Command]]:
    open_ = [q for q in state.debate.undecided if state.debate.questions[q].live]
    return [(ORCHESTRATOR, Approve(question=q, proposal=q + 1)) for q in open_ if flag]


def test_bounds_of_canon_bind_from_the_first_drawing() -> None:
    """Who comes back is drawn within what canon says of her growth, decided as that is; beyond it is a question."""
    source = "quay@12"
    life = Life(identity=CarriedIdentity(identity=HER, decided=True, source=source))
    came = CharacterCast(character="MAYA", canon="maya", at=3, life=life)
    history = [*open_film(), *by("orchestrator", came)]
    number = state_after(*history).number
    now = given(*history)
    now.when(hand_in(HER), by="writer").refused(because="how far that goes")
    other = ANOTHER.model_copy(update={"growth": HER.growth})
    now.when(hand_in(other, decided=True, rests=(number,)), by="writer").refused(because="beyond 0.3 to 0.9")
    shade = HER.model_copy(update={"traits": (LOYAL, KIND), "age": 61})
    now.when(hand_in(shade, decided=True, rests=(number,)), by="writer").then_kinds(IdentityDrawn)
    (held, *_) = now.when(raised(ANOTHER), by="writer").events
    assert cast(ChangeHeldBack, held).standing == number
