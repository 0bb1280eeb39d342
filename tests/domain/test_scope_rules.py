"""How large a debate is: the rules, each stated by the docstring of its test."""

from dataclasses import replace

import pytest

from cineledger.domain.debate.commands import OpenRound, ReopenQuestion
from cineledger.domain.debate.events import QuestionOpened, QuestionReopened, RoundClosed, RoundOpened
from cineledger.domain.debate.scope import LITTLE, MAJOR, NOTHING, TRIFLING, rounds_for, weight
from cineledger.domain.decide import decide
from cineledger.domain.event import Event
from cineledger.domain.script.events import SceneBrokenDown
from cineledger.domain.story.events import StructureRead, TurningPoint
from cineledger.domain.talk.commands import Pass
from tests.domain.test_debate_rules import OPEN, QUESTION, START, object_to, played, support
from tests.support.film import BEATS, asked
from tests.support.scenario import By, given, state_after

CLIMAX = StructureRead(
    reason="by its pages",
    acts=(),
    points=(TurningPoint(point="climax", scene="1", beat=2, line=None, quote="", falls=0.9, aim=0.9),),
    balance="",
)


def last(history: list[Event | By], kind: type[Event]) -> Event:
    """The last event of a kind."""
    facts = [e.event if isinstance(e, By) else e for e in history]
    return [fact for fact in facts if isinstance(fact, kind)][-1]


def closed(history: list[Event | By]) -> RoundClosed:
    found = last(history, RoundClosed)
    assert isinstance(found, RoundClosed)
    return found


def test_what_hangs_on_a_question() -> None:
    """Its tier, what its beat carries, a turning point of the film, how much of the film it touches."""
    state = state_after(*START)
    detail = weight(state, "autonomous", "1", 1, ())
    beat = weight(state, "collaborative", "1", 2, ())
    film = weight(state, "orchestrator", None, None, ())
    part = weight(state, "orchestrator", None, None, ("TOM",))
    turn = weight(state_after(*START, By("writer", CLIMAX)), "collaborative", "1", 2, ())
    assert [w.importance for w in (detail, beat, turn, film)] == [0.26, 0.66, 0.91, 0.9]
    assert detail.importance < TRIFLING < beat.importance < MAJOR < turn.importance
    assert "the film's climax" in turn.reason and "every scene" in film.reason
    assert part.importance < film.importance and part.reason == "TOM has 33% of the speeches"


def test_a_question_says_what_it_weighs() -> None:
    """With its reason, as it is opened; a beat nobody turns on has one round of what the policy grants."""
    (opened, *_) = decide(state_after(*START), asked(), "director")
    assert isinstance(opened, QuestionOpened)
    assert (opened.rounds, opened.importance) == (2, 0.66)
    assert opened.scope == "beat 2 carries 0.9 of scene 1; 2 rounds at most"
    faint = tuple(beat.model_copy(update={"emphasis": 0.2}) for beat in BEATS)
    state = state_after(*START, By("director", SceneBrokenDown(scene="1", beats=faint, debated=(2,))))
    (opened, *_) = decide(state, asked(), "director")
    assert isinstance(opened, QuestionOpened)
    assert opened.rounds == 1 and opened.scope.endswith("1 round of 2: little hangs on it")


@pytest.mark.parametrize("most", range(6))
@pytest.mark.parametrize("left", [None, 1.0, LITTLE - 0.01, NOTHING - 0.01, 0.0])
def test_never_more_than_the_policy_grants(most: int, left: float | None) -> None:
    """Whatever hangs on it; and what matters has its rounds also when money is short."""
    for importance in (0.0, TRIFLING, MAJOR, 1.0):
        rounds, why = rounds_for(most, importance, left)
        assert rounds <= most and why
        assert rounds == most or most > 1 == rounds
    assert rounds_for(most, MAJOR, LITTLE - 0.01)[0] == most
    assert rounds_for(most, 1.0, 0.0)[0] == min(most, 1)


def test_a_unanimous_round_is_the_last() -> None:
    """Where nobody stands apart there is nothing more to say, and no further round."""
    history = played(OPEN, *((r, support()) for r in ("cinematographer", "writer", "cast:MAYA")))
    over = closed(history)
    assert (over.disagreement, over.further, over.reason) == (0.0, False, "nobody stands apart")
    given(*history).when(OpenRound(question=QUESTION), by="director").refused("nobody stands apart")


def test_one_voice_against_a_lesser_beat_is_ruled_on_at_once() -> None:
    """The same voice is worth a round where the film turns."""
    steps = [("cinematographer", object_to(rival=True)), ("writer", support()), ("cast:MAYA", support())]
    history = played(OPEN, *steps)
    assert (closed(history).disagreement, closed(history).further) == (0.25, False)
    assert "1 of 4 stand apart on what weighs 0.66: the lead decides at once" == closed(history).reason
    turned: list[Event | By] = [*START, By("writer", CLIMAX)]
    question = QUESTION + 1
    steps = [
        (role, answer.model_copy(update={"question": question, **_moved(answer)})) for role, answer in steps
    ]
    history = played(OPEN, *steps, start=turned)
    assert closed(history).further
    (opened,) = given(*history).when(OpenRound(question=question), by="director").then_kinds(RoundOpened)
    assert isinstance(opened, RoundOpened) and opened.reason == closed(history).reason
    assert len(opened.waiting) == 4


def _moved(answer: object) -> dict[str, object]:
    """The answer about proposals that are numbered one higher."""
    against = tuple(a.model_copy(update={"proposal": a.proposal + 1}) for a in getattr(answer, "against", ()))
    supports = getattr(answer, "supports", None)
    return {"against": against, "supports": None if supports is None else supports + 1}


def test_a_deep_split_has_its_further_round() -> None:
    """As far as the policy goes: after its last round there is none."""
    history = played(OPEN, *((r, object_to()) for r in ("cinematographer", "writer", "cast:MAYA")))
    assert closed(history).further and "worth it" in closed(history).reason
    history = played(("director", OpenRound(question=QUESTION)), start=history)
    everybody = ("cinematographer", "writer", "cast:MAYA", "director")
    history = played(*((r, Pass(reason="said", question=QUESTION)) for r in everybody), start=history)
    assert (closed(history).round, closed(history).further) == (2, False)
    assert closed(history).reason.endswith("and the rounds are over")


def test_a_block_is_disagreement_enough() -> None:
    """However few they are: who blocks is heard again where there is a round left."""
    history = played(
        OPEN, ("cinematographer", support()), ("writer", support()), ("cast:MAYA", object_to(blocking=True))
    )
    assert (closed(history).disagreement, closed(history).further) == (1.0, True)


def test_short_money_makes_debates_smaller() -> None:
    """Fewer rounds for what is not major, only those asked again who stand apart, and the reason is recorded."""
    state = replace(state_after(*START), left=LITTLE - 0.01)
    (opened, *_) = decide(state, asked(), "director")
    assert isinstance(opened, QuestionOpened)
    assert opened.rounds == 1 and opened.scope.endswith("24% is left of what minds may cost")
    history = played(
        OPEN, *((r, object_to()) for r in ("cinematographer", "cast:MAYA")), ("writer", support())
    )
    short = replace(state_after(*history), left=LITTLE - 0.01)
    (again,) = decide(short, OpenRound(question=QUESTION), "director")
    assert isinstance(again, RoundOpened)
    assert again.waiting == ("cinematographer", "cast:MAYA", "director")
    assert "to save money" in again.reason


def test_no_money_no_further_round() -> None:
    """With next to nothing left the lead decides after one round, whatever hangs on it."""
    history = played(OPEN, *((r, object_to()) for r in ("cinematographer", "writer")))
    short = replace(state_after(*history), left=NOTHING - 0.01)
    *_, over = decide(short, object_to(), "cast:MAYA")
    assert isinstance(over, RoundClosed) and over.further is False
    assert over.reason.endswith("9% is left of what minds may cost")


def test_a_reopened_question_is_weighed_anew() -> None:
    """What has become a turning point since weighs more, and the reopening says so."""
    history = played(OPEN, start=START)
    (reopened,) = decide(
        state_after(*history, By("writer", CLIMAX)),
        ReopenQuestion(question=QUESTION, reason="again"),
        "orchestrator",
    )
    assert isinstance(reopened, QuestionReopened) and reopened.terms is not None
    assert reopened.terms.importance == 0.91
