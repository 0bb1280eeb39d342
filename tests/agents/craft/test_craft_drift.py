"""What the house finds drifting, and who pleads for what."""

from typing import Any

import pytest

from cineledger.agents.craft.choice import FilmView, favourite, weigh
from cineledger.agents.craft.drift import FEWEST, Frames, Holding, away
from cineledger.agents.craft.drift_choice import DRIFT_CHOICE
from cineledger.domain.debate.options import Look
from cineledger.domain.words import APPROACH, CHOICES, DESIGN, DRIFT, EXCEPTION, PACING, RETURN, SCORE

INTIMATE, EPIC = "Intimate and close.", "An epic: vast landscapes, people tiny."
BALANCED = Frames(shots=20, near=0.4, far=0.3, moving=0.3)


def look(**axes: float) -> Holding:
    """A decided look that leans one way."""
    return Holding(
        subject=APPROACH,
        lead="director",
        what="build it so",
        look=Look(**{"closeness": 0, "motion": 0, "contrast": 0} | axes),
    )


def choice(subject: str, chosen: str) -> Holding:
    """A decided choice."""
    return Holding(subject=subject, lead="editor", what=f"{chosen}.", choice=chosen)


@pytest.mark.parametrize(
    ("holding", "frames", "said", "because"),
    [
        (
            look(closeness=0.8),
            None,
            (EPIC,),
            "asked for is epic, and the look that was decided on is intimate",
        ),
        (
            look(motion=-0.8),
            None,
            ("Restless, handheld.",),
            "is restless, and the look that was decided on is still",
        ),
        (
            look(),
            Frames(shots=20, near=0.8, far=0.1, moving=0.3),
            (EPIC,),
            "80% of the shots are MCU or closer",
        ),
        (
            look(),
            Frames(shots=20, near=0.1, far=0.7, moving=0.3),
            (INTIMATE,),
            "70% of the shots are FS or wider",
        ),
        (
            look(),
            Frames(shots=20, near=0.3, far=0.3, moving=0.9),
            ("A still camera.",),
            "moves in 90% of the shots",
        ),
        (
            look(),
            Frames(shots=20, near=0.3, far=0.3, moving=0.0),
            ("Restless, handheld.",),
            "moves in 0% of the",
        ),
        (
            choice(PACING, "quick"),
            None,
            ("Slow, lingering.",),
            "asked for is lingering, and it is cut the other way",
        ),
        (choice(PACING, "long takes"), None, ("Frantic and fast.",), "asked for is quick"),
        (choice(SCORE, "driving"), None, ("Bleak.", "No music."), "It breaks the constraint “No music.”"),
        (choice(DESIGN, "lush"), None, ("Bare rooms.",), "asked for is bare, and the sets are the opposite"),
    ],
)
def test_what_is_opposed_drifts(
    holding: Holding, frames: Frames | None, said: tuple[str, ...], because: str
) -> None:
    """A decision that is the opposite of what was asked for drifts from the very words, and the house says how."""
    found = away(holding, frames, said)
    assert found is not None and because in found.reason
    assert found.against == said[-1] and 0 < found.far <= 1


@pytest.mark.parametrize(
    ("holding", "frames", "said"),
    [
        (look(closeness=0.8), BALANCED, (INTIMATE,)),
        (look(closeness=-0.2), BALANCED, (INTIMATE,)),
        (look(closeness=0.8), BALANCED, ("Something about my mother.",)),
        (look(), Frames(shots=FEWEST - 1, near=1, far=0, moving=0), (EPIC,)),
        (choice(PACING, "classical"), None, ("Slow, lingering.",)),
        (choice(PACING, "quick"), None, ("Frantic and fast.",)),
        (choice(SCORE, "none"), None, ("No music.",)),
        (choice(DESIGN, "stylised"), None, ("Bare rooms.",)),
        (Holding(subject="theme", lead="showrunner", what="duty", choice="duty"), None, (INTIMATE,)),
    ],
)
def test_what_keeps_to_the_words_or_is_beside_them_does_not(
    holding: Holding, frames: Frames | None, said: tuple[str, ...]
) -> None:
    """What leans the same way, hardly leans, or is about something else is no drift."""
    assert away(holding, frames, said) is None


def test_the_latest_words_count() -> None:
    """What was asked for last outweighs what was asked first, and is what is quoted."""
    found = away(look(closeness=0.8), None, (INTIMATE, EPIC))
    assert found is not None and found.against == EPIC
    assert away(look(closeness=0.8), None, (EPIC, INTIMATE)) is None


def view(**facts: str) -> FilmView:
    """A film in which something drifts."""
    known = {"drifted": "quick cuts", "against": "“slow”", "why": "it is the opposite", "lead": "editor"}
    known |= {"far": "0.4", "late": "no", "broken": "no"} | facts
    plain: dict[str, Any] = dict.fromkeys(("talk", "night", "inside", "moving", "heated", "quiet"), 0.3)
    return FilmView(
        look=Look(closeness=0, motion=0, contrast=0),
        said=("slow",),
        scenes=5,
        people=3,
        english=True,
        facts=tuple(known.items()),
        **plain,
    )


ROLES = tuple(DRIFT_CHOICE.measures)


@pytest.mark.parametrize("role", ROLES)
def test_a_broken_constraint_is_nobody_s_to_except(role: str) -> None:
    """Whoever is asked, whoever chose it, and however late: what breaks a constraint is decided again."""
    for late in ("no", "yes"):
        for lead in ("editor", role):
            broken = view(far="1", broken="yes", lead=lead, late=late)
            if role != "producer" or late == "no":
                assert favourite(DRIFT_CHOICE, role, broken) == RETURN


def test_a_shade_may_be_meant() -> None:
    """Who chose it pleads for a shade, the producer for what is made already, and the showrunner for the vision."""
    assert favourite(DRIFT_CHOICE, "editor", view()) == EXCEPTION
    assert favourite(DRIFT_CHOICE, "composer", view()) == RETURN
    assert favourite(DRIFT_CHOICE, "producer", view(late="yes")) == EXCEPTION
    assert favourite(DRIFT_CHOICE, "producer", view()) == RETURN
    assert favourite(DRIFT_CHOICE, "showrunner", view()) == RETURN
    assert favourite(DRIFT_CHOICE, "showrunner", view(late="yes")) == EXCEPTION
    assert favourite(DRIFT_CHOICE, "showrunner", view(late="yes", far="0.9")) == RETURN


def test_everybody_gives_a_reason_of_their_own() -> None:
    """Each role says something for and against each answer, whole sentences without an open slot."""
    assert set(DRIFT_CHOICE.statements(view())) == set(CHOICES[DRIFT])
    said = set()
    for role in ROLES:
        for far in ("0.4", "0.9"):
            for answer in CHOICES[DRIFT]:
                weighed = weigh(DRIFT_CHOICE, role, view(far=far, lead=role), answer)
                assert "{" not in weighed.reason_for + weighed.reason_against
                said.add(weighed.reason_for)
    assert len(said) >= len(ROLES)
