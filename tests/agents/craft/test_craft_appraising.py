"""The rules of appraisal: what acts, words, feelings and outcomes are to those in a scene."""

import pytest

from cineledger.agents.craft.appraising import MOST, Appraised, appraise
from cineledger.domain.fountain import read

CALLED = {"ANNA": "ANNA", "BEN": "BEN", "GUS": "GUS"}


def of(script: str, me: str = "ANNA", **fond: float) -> Appraised:
    """What a scene is to somebody."""
    (scene,) = read(f"INT. ROOM - DAY\n\n{script}\n").scenes
    return appraise(scene.elements, CALLED, me, fond)


def emotions(found: Appraised) -> list[tuple[str, str]]:
    """The emotions with whom they are about."""
    return [(event.emotion, event.toward) for event in found.events]


@pytest.mark.parametrize(
    ("script", "anna", "ben"),
    [
        ("ANNA\nYou lied to me.\n\nBEN\nThe soup is hot.", ("anger", "BEN"), ("anger", "ANNA")),
        ("ANNA\nI promise you.\n\nBEN\nThe soup is hot.", ("love", "BEN"), ("hope", "ANNA")),
        ("ANNA\nThank you, Ben.\n\nBEN\nThe soup is hot.", ("gratitude", "BEN"), ("gratification", "ANNA")),
        ("ANNA\nForgive me.\n\nBEN\nThe soup is hot.", ("remorse", "BEN"), ("relief", "ANNA")),
        ("ANNA\nI warn you, I'll kill you.\n\nBEN\nThe soup is hot.", ("anger", "BEN"), ("fear", "ANNA")),
        ("Anna slaps Ben.\n\nBEN\nThe soup is hot.\n\nANNA\nSo it is.", ("anger", "BEN"), ("anger", "ANNA")),
        ("Anna hugs Ben.\n\nBEN\nThe soup is hot.\n\nANNA\nSo it is.", ("love", "BEN"), ("love", "ANNA")),
    ],
)
def test_an_act_is_something_to_both(script: str, anna: tuple[str, str], ben: tuple[str, str]) -> None:
    """What is done to somebody, and what it tells of who does it."""
    assert anna in emotions(of(script)) and ben in emotions(of(script, "BEN"))


@pytest.mark.parametrize(
    ("script", "emotion"),
    [
        ("ANNA\nI was afraid of the water.", "fear"),
        ("ANNA\nI am so ashamed of what I did.", "shame"),
        ("ANNA\nThank God. The boat is in.", "relief"),
        ("ANNA\nIt is too late, the boat has sailed.", "disappointment"),
        ("ANNA\nYou stole the boat from all of us.\n\nBEN\nThe soup is hot.", "anger"),
        ("Anna weeps by the door.\n\nANNA\nThe soup is hot.", "distress"),
        ("ANNA\n(furious)\nThe soup is hot.", "anger"),
        ("An alarm. Red light.\n\nANNA\nThe soup is hot.", "fear"),
        ("Gus dies in the snow.\n\nANNA\nThe soup is hot.", "distress"),
        ("Everyone cheers.\n\nANNA\nThe soup is hot.", "joy"),
    ],
)
def test_what_is_said_shown_or_happens(script: str, emotion: str) -> None:
    """Her words for it, the page's, and what happens about her."""
    assert emotion in [event.emotion for event in of(script).events]


@pytest.mark.parametrize(
    "script",
    [
        "The engine coughs and dies.\n\nANNA\nThe soup is hot.",
        "ANNA\nI am afraid so.",
        "ANNA\nYou won't see him today.\n\nBEN\nThe soup is hot.",
        "ANNA\nIf I hated you, I would say you lied to me.\n\nBEN\nThe soup is hot.",
        "Anna hits the vending machine with her shoe.\n\nBEN\nThe soup is hot.\n\nANNA\nSo it is.",
        "The train leaves at nine.\n\nANNA\nThe train leaves at nine.",
    ],
)
def test_what_is_no_event(script: str) -> None:
    """Forms of speech, suppositions, things that are hit: nothing is made of them."""
    assert not [e for e in of(script).events if e.because != "my words are full of it"]


@pytest.mark.parametrize(
    ("answer", "progress", "emotion"),
    [
        ("Yes, of course.", 0.5, "satisfaction"),
        ("No. Never.", -0.5, "disappointment"),
        ("The soup is hot.", 0.0, None),
    ],
)
def test_a_goal_and_how_it_goes(answer: str, progress: float, emotion: str | None) -> None:
    """What she asks for, and whether the other does it."""
    found = of(f"ANNA\nI want to see the letter.\n\nBEN\n{answer}")
    assert found.goal == "“I want to see the letter.”" and found.progress == progress
    assert emotion is None or (emotion, "BEN") in emotions(found)
    idle = of("ANNA\nThe soup is hot.\n\nBEN\nSo it is.")
    assert (idle.goal, idle.progress) == ("", None)


def test_the_fortunes_of_others() -> None:
    """Pity for those one is fond of, spite for those one cannot bear; a death is a loss, but of an enemy none."""
    weeps = "Ben weeps by the door.\n\nBEN\nThe soup is hot.\n\nANNA\nSo it is."
    assert ("pity", "BEN") in emotions(of(weeps, BEN=0.8))
    assert ("gloating", "BEN") in emotions(of(weeps, BEN=-0.8))
    assert ("pity", "BEN") not in emotions(of(weeps)) and ("gloating", "BEN") not in emotions(of(weeps))
    dead = "BEN\nGus is dead.\n\nANNA\nThe soup is hot."
    assert ("distress", "GUS") in emotions(of(dead))
    assert ("distress", "GUS") not in emotions(of(dead, GUS=-0.9))


def test_the_same_again_is_worth_less_and_the_strongest_are_told() -> None:
    """Half each further time, in the order of the lines, no more than matter."""
    found = of("\n\n".join(f"ANNA\nYou lied to me about {x}.\n\nBEN\nThe soup is hot." for x in "abc"))
    mine = [event.intensity for event in found.events if event.emotion == "anger" and event.toward == "BEN"]
    assert mine[:2] == [0.5, 0.25] and sorted(mine, reverse=True) == mine
    many = of("\n\n".join(f"ANNA\n{said}\n\nBEN\nThe soup is hot." for said in SAID))
    assert len(many.events) == MOST and [e.line for e in many.events] == sorted(e.line for e in many.events)


SAID = (
    "You lied to me.",
    "Thank you.",
    "I love you.",
    "Forgive me.",
    "I am so ashamed of it.",
    "I am so happy.",
    "Thank God.",
    "It is too late.",
    "I hate you.",
)
