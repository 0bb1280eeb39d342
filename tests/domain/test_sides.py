"""Each side of a debate as the orchestrator is told it."""

from cineledger.domain.debate.answering import Against, Respond
from cineledger.domain.debate.commands import Offer, Reason
from cineledger.domain.debate.options import ShotOption
from cineledger.domain.debate.sides import LONGEST, MOST_VOICES, sides, summary
from tests.domain.test_debate_rules import CLOSE_UP, OPEN, QUESTION, object_to, played, support
from tests.support.film import WHY, WIDE
from tests.support.scenario import state_after

LOUD = Reason(criterion="truth", reason="I would never " + "ever " * 100)


def test_every_side_is_heard_in_its_own_words() -> None:
    """Who made it first, who blocks it first, then in the order they spoke; the rest by name."""
    history = played(
        OPEN,
        ("writer", support()),
        ("cinematographer", object_to(rival=True)),
        ("cast:MAYA", object_to(blocking=True)),
    )
    made, rival = sides(state_after(*history).debate.questions[QUESTION])
    assert (made.proposal, made.by) == (CLOSE_UP, "director")
    assert [v.role for v in made.supports] == ["director", "writer"]
    assert [(v.role, v.blocking) for v in made.objections] == [
        ("cast:MAYA", True),
        ("cinematographer", False),
    ]
    assert made.costs == ("emphasis",)
    assert [v.role for v in rival.supports] == ["cinematographer"] and not rival.objections


def test_no_side_has_more_room() -> None:
    """As many voices for as against, each as long at most; who is loud is not heard longer."""
    against = (Against(proposal=CLOSE_UP, why=LOUD),)
    loud = Respond(
        question=QUESTION,
        supports=None,
        why=LOUD,
        against=against,
        alternative=Offer(option=ShotOption(spec=WIDE), why=LOUD),
    )
    history = played(OPEN, ("cinematographer", loud), ("writer", loud), ("cast:MAYA", loud))
    told = sides(state_after(*history).debate.questions[QUESTION])
    for side in told:
        assert max(len(side.supports), len(side.objections)) <= MOST_VOICES
        assert all(len(v.reason) <= LONGEST for v in (*side.supports, *side.objections))
    first = told[0]
    assert [v.role for v in first.objections] == ["cinematographer", "writer"]
    assert first.also_against == ("cast:MAYA",)
    assert told[1].also_for == ("cast:MAYA",)


def test_the_summary_is_the_same_for_the_same() -> None:
    """One text, whatever order proposals are asked in; each proposal with both its sides."""
    history = played(OPEN, ("cinematographer", object_to(rival=True)), ("writer", support()))
    text = summary(state_after(*history).debate.questions[QUESTION])
    assert text == summary(state_after(*history).debate.questions[QUESTION])
    first, second = text.split(" | ")
    assert first.startswith(f"{CLOSE_UP} close on MAYA") and "; against: cinematographer" in first
    assert "static wide" in second and "against" not in second
    assert WHY.reason in first
