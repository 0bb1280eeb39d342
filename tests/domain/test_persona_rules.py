"""What a crew brings along as it comes, and which words of the orchestrator's it keeps."""

import pytest

from cineledger.agents.policy import ORDERS, POLICY
from cineledger.domain.debate.answering import Against, Respond
from cineledger.domain.debate.approvals import Approve, Reject
from cineledger.domain.debate.commands import Offer
from cineledger.domain.debate.events import ProposalRejected
from cineledger.domain.debate.options import ShotOption
from cineledger.domain.decide import decide
from cineledger.domain.persona.events import CarriedLesson, CrewCameFrom, LessonsTaken
from cineledger.domain.persona.state import MOST_WORDS
from cineledger.domain.production.commands import JoinCrew, OpenProduction, Remembering
from cineledger.domain.production.events import RoleJoined
from cineledger.domain.production.intervening import OverruleDecision
from cineledger.domain.state import State, evolve
from cineledger.domain.words import ORCHESTRATOR
from tests.support.film import CLOSE, CREW, WHY, WIDE, asked, broken_down, opening
from tests.support.scenario import given, state_after

LESSON = CarriedLesson(
    text="last time a tracking shot was rejected: “hold still”",
    on="shots",
    feature="movement=TRACK",
    speaks="against",
    by="orchestrator",
    strength=0.5,
    sources=("first@142", "first@99"),
)
CAME = CrewCameFrom(productions=("first",), default=True)


def open_with(**brought: object) -> OpenProduction:
    """The opening of a film whose crew brings something along."""
    return OpenProduction.model_validate(
        {
            "title": "Second",
            "vision": "",
            "idea": None,
            "policy": POLICY,
            "orders": ORDERS,
            "crew": CREW,
            **brought,
        }
    )


def test_lessons_come_with_the_crew() -> None:
    """Where the crew comes from stands after its roster, then what each role remembers, which names that event."""
    plain = decide(State(), open_with(), ORCHESTRATOR)
    brought = (Remembering(role="director", lessons=(LESSON,)), Remembering(role="writer", lessons=()))
    events = decide(State(), open_with(came=CAME, lessons=brought), ORCHESTRATOR)
    taken = LessonsTaken(role="director", lessons=(LESSON,), came=len(plain))
    assert events == [*plain, CAME, taken]
    assert taken.refers() == (len(plain),) and taken.copied_from() == ("first@142", "first@99")
    state = state_after(*events)
    assert state.persona.came == CAME and state.persona.taken["director"] == (len(plain) + 1, taken)


def test_a_crew_without_a_past_is_as_ever() -> None:
    """Where nothing is brought along nothing is said of it; where the person said so, that alone is."""
    plain = decide(State(), open_with(), ORCHESTRATOR)
    assert not any(isinstance(event, CrewCameFrom | LessonsTaken) for event in plain)
    fresh = CrewCameFrom(productions=())
    assert decide(State(), open_with(came=fresh), ORCHESTRATOR) == [*plain, fresh]


def test_who_joins_late_brings_its_own() -> None:
    """A role that joins later remembers too; nobody else learns anything by it."""
    state = state_after(*opening())
    joined = JoinCrew(role="editor", came=CAME, lessons=(LESSON,))
    given(*opening()).when(joined).then(
        RoleJoined(role="editor"), CAME, LessonsTaken(role="editor", lessons=(LESSON,), came=state.number + 2)
    )
    given(*opening()).when(joined, by="director").refused("director may not change the crew")


@pytest.fixture(scope="module")
def debated() -> State:
    """A question: the director's close, which the cinematographer supports, and the writer's wide."""
    state = state_after(*broken_down())
    for by, command in (
        ("director", asked(CLOSE)),
        (
            "writer",
            Respond(
                question=state.number + 1,
                supports=None,
                why=WHY,
                against=(Against(proposal=state.number + 2, why=WHY),),
                alternative=Offer(option=ShotOption(spec=WIDE), why=WHY),
            ),
        ),
        ("cinematographer", Respond(question=state.number + 1, supports=state.number + 2, why=WHY)),
    ):
        for event in decide(state, command, by):
            state = evolve(state, event, by)
    return state


def after(state: State, command: Approve | Reject | OverruleDecision) -> State:
    """The state after the orchestrator did something."""
    for event in decide(state, command, ORCHESTRATOR):
        state = evolve(state, event, ORCHESTRATOR)
    return state


def test_a_rejection_is_kept_with_all_who_heard_it(debated: State) -> None:
    """Whose it was, who was in the debate, and the words."""
    question = next(iter(debated.debate.questions.values()))
    (word,) = after(
        debated, Reject(question=question.number, proposal=question.live[0], note="Too near.")
    ).persona.words
    assert (word.did, word.said, word.by, word.option) == (
        "rejected",
        "Too near.",
        "director",
        ShotOption(spec=CLOSE),
    )
    assert word.heard == (question.opened.lead, *(r for r in question.opened.concerned if r != "director"))
    assert word.characters == ("MAYA",), "whom the shot is of"


def test_what_was_passed_over_is_kept_with_what_holds(debated: State) -> None:
    """A decision for another proposal than the one that held is kept as overruled; the first decision as taken."""
    question = next(iter(debated.debate.questions.values()))
    close, wide = question.live
    taken = after(debated, Approve(question=question.number, proposal=close))
    (word,) = taken.persona.words
    assert (word.did, word.by, word.rivals) == ("took", "director", (ShotOption(spec=WIDE),))
    ruled = after(taken, OverruleDecision(question=question.number, proposal=wide, reason="Keep away."))
    first, word = ruled.persona.words
    assert first == taken.persona.words[0]
    assert (word.did, word.said, word.by, word.instead) == (
        "overruled",
        "Keep away.",
        "director",
        ShotOption(spec=WIDE),
    )


def test_what_the_crew_decides_by_itself_is_no_word(debated: State) -> None:
    """Only what the orchestrator said in person is kept; a debate by itself leaves nothing."""
    assert debated.persona.words == ()


def test_only_the_latest_words_are_kept(debated: State) -> None:
    """However often a person decides, what is kept has a bound, and the latest is in it."""
    question = next(iter(debated.debate.questions.values()))
    rejected = ProposalRejected(question=question.number, proposal=question.live[0], note="No.")
    state = debated
    for _ in range(MOST_WORDS + 5):
        state = evolve(state, rejected, ORCHESTRATOR)
    assert len(state.persona.words) == MOST_WORDS and state.persona.words[-1].number == state.number
