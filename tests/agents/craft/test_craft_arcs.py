"""Arcs and wants: each docstring is the rule."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cineledger.agents.craft.arcs import MOST_STEPS, edge, fit, fortune, steps, why
from cineledger.agents.craft.story import leads
from cineledger.agents.craft.wants import first_want, wants
from cineledger.domain.story.events import ArcShape
from tests.agents.craft.craft_films import RUSSIAN
from tests.agents.craft.story_films import FERRY, film, story, valences

SHAPES: list[tuple[ArcShape, tuple[float, ...]]] = [
    ("rise", (-0.6, -0.3, 0.0, 0.3, 0.6)),
    ("fall", (0.6, 0.3, 0.0, -0.3, -0.6)),
    ("rise-fall", (-0.5, 0.1, 0.6, 0.0, -0.5)),
    ("fall-rise", (0.5, -0.1, -0.6, 0.0, 0.5)),
    ("rise-fall-rise", (-0.6, 0.1, 0.6, 0.0, -0.6, 0.1, 0.6)),
    ("fall-rise-fall", (0.6, -0.1, -0.6, 0.0, 0.6, -0.1, -0.6)),
    ("flat", (0.2, 0.25, 0.2, 0.3, 0.2)),
    ("unknown", (0.4,)),
]


@pytest.mark.parametrize(("shape", "line"), SHAPES)
def test_the_six_shapes(shape: ArcShape, line: tuple[float, ...]) -> None:
    """Reagan's six, a line that keeps where it is, and one too short to tell."""
    assert fit(line).shape == shape


def test_two_scenes_are_a_rise_or_a_fall() -> None:
    """A turn needs three points at least: with two there is only a direction."""
    assert fit((-0.5, 0.5)).shape == "rise"
    assert set(fit((-0.5, 0.5)).fits) == {"rise", "fall"}


def test_noise_is_no_arc() -> None:
    """A line that goes up and down without keeping to any wave is flat, however far it goes."""
    assert fit((0.4, -0.4, 0.5, -0.5, 0.4, -0.4, 0.5, -0.5, 0.45, -0.4)).shape == "flat"


@given(st.lists(st.floats(-1, 1), min_size=2, max_size=60))
def test_upside_down(line: list[float]) -> None:
    """Turned upside down, a rise is a fall: no shape fits both ways."""
    up, down = fit(line), fit([-value for value in line])
    turned = {"rise": "fall", "fall": "rise", "flat": "flat"}
    want = "-".join(turned[word] for word in up.shape.split("-"))
    if max(up.fits.values(), default=0) < 0.999 and len(set(up.fits.values())) == len(up.fits):
        assert down.shape == want
    assert math.isclose(up.moves, down.moves, abs_tol=1e-9)


def test_unknown_is_not_neutral() -> None:
    """A script in another language has no line, no edges and no steps: unknown is said to be unknown."""
    told = story(RUSSIAN)
    assert fortune(told.scenes, "АННА", told.english) == ()
    assert edge(told.scenes, "АННА", last=True) == "unknown"
    assert steps(told.scenes, "АННА") == ()
    assert "not guessed" in why("АННА", "unknown", (), told.scenes)


def test_few_scenes_are_read_in_halves() -> None:
    """In a short film the change happens within the scenes, and the line has two points for each that changes."""
    told = story(FERRY)
    assert len(fortune(told.scenes, "MAYA", english=True)) > len(told.scenes)
    assert len(fortune(valences(*(n / 10 for n in range(9))), "MAYA", english=True)) == 9


def test_she_falls_and_climbs_out() -> None:
    """Shame in the third scene, joy in the fourth: the worst is before the end."""
    told = story(FERRY)
    assert fit(fortune(told.scenes, "MAYA", english=True)).shape in ("fall-rise", "rise-fall-rise")
    assert edge(told.scenes, "MAYA", last=True).startswith("happy, in scene 4")


def test_steps_say_what_moves() -> None:
    """The first, the last and the biggest moves between, at most eight, each with what it does."""
    told = steps(valences(0.0, 0.0, 0.8, 0.8, -0.6, -0.6), "MAYA")
    assert [step.scene for step in told] == [0, 2, 4, 5]
    assert [step.moves.split(",")[0] for step in told] == [
        "begins f1",
        "gains ground",
        "loses ground",
        "from f5 to f6",
    ]
    assert len(steps(valences(*((-1) ** n / 2 for n in range(40))), "MAYA")) == MOST_STEPS


@pytest.mark.parametrize(
    ("said", "want"),
    [
        ("I want my house back. It is blue.", "I want my house back. It is blue."),
        ("Let me in.", "Let me in."),
        ("Wait! There's one more!", "Wait! There's one more!"),
        ("I have to tell him.", "I have to tell him."),
        ("I hope so.", None),
        ("Okay. Wait. I have another question.", None),
        ("I want to say it was lovely.", None),
        ("The rain is on the roof.", None),
    ],
)
def test_wants(said: str, want: str | None) -> None:
    """A wish, a must, a request and an order are wants; what is said in passing is none."""
    told = story(film(f"ANNA\n{said}\n\nBERT\nYes."))
    found = first_want(told.scenes, "ANNA")
    assert (found and found.quote) == want


def test_the_plainest_want_is_hers() -> None:
    """What she wishes outweighs what she orders, however early the order; hers alone count."""
    told = story(film("ANNA\nStop!\n\nBERT\nI want to go.", "ANNA\nI wish he would come home."))
    assert [w.plainness for w in wants(told.scenes, "ANNA")] == [3, 0]
    found = first_want(told.scenes, "ANNA")
    assert found is not None and (found.scene, found.quote) == (1, "I wish he would come home.")


def test_who_leads() -> None:
    """The protagonist is who speaks, acts and is there most; a part of one scene among several is not main."""
    once = "ANNA\nYes.\n\nBERT\nNo.\n\nCLARA\nHello.\n\nCLARA\nGoodbye."
    told = story(film(once, *["ANNA\nYes, yes.\n\nBERT\nNo."] * 3))
    assert [lead.name for lead in leads(told.scenes, told.people)] == ["ANNA", "BERT"]


def test_there_are_at_most_six_leads() -> None:
    """An audience follows no more."""
    everyone = "\n\n".join(f"P{chr(65 + n)}\nWe are all here." for n in range(10))
    told = story(film(everyone, everyone, everyone))
    assert len(leads(told.scenes, told.people)) == 6
