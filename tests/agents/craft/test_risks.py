"""What may go wrong: named by what scenes hold, with a plan against it."""

import pytest

from cineledger.agents.craft.risks import KINDS, SceneFacts, perils


def facts(scene: str = "1", *needs: tuple[str, str, int, str], **more: object) -> SceneFacts:
    """An interior by day that needs this."""
    plain = {
        "scene": scene,
        "location": "KITCHEN",
        "int_ext": "INT",
        "day_night": "DAY",
        "eighths": 4,
        "needs": needs,
    }
    return SceneFacts.model_validate(plain | more)


@pytest.mark.parametrize(
    ("scene", "kinds"),
    [
        (facts(), set()),
        (facts(int_ext="EXT"), {"weather"}),
        (facts(int_ext="EXT", day_night="NIGHT"), {"weather", "night exteriors"}),
        (facts(int_ext="EXT", day_night="DAWN"), {"weather", "magic hour"}),
        (facts("1", ("ANIMALS", "dog", 1, "")), {"animals"}),
        (facts("1", ("STUNTS", "water work", 1, "")), {"water"}),
        (facts("1", ("STUNTS", "fight", 1, "")), {"stunts"}),
        (facts("1", ("CHILDREN", "LENA, 9", 1, "")), {"children"}),
        (facts("1", ("EXTRAS", "crowd", 30, "")), {"crowd"}),
        (facts("1", ("EXTRAS", "guests", 4, "")), set()),
        (facts("1", ("SFX", "gunfire", 1, "")), {"fire and gunfire"}),
        (facts("1", ("SFX", "rain", 1, ""), int_ext="EXT"), {"weather", "written weather"}),
        (facts("1", ("VEHICLES", "car", 1, "")), {"moving vehicles"}),
        (facts("1", ("PROPS", "letter", 1, "")), set()),
    ],
)
def test_scenes_bring_their_risks(scene: SceneFacts, kinds: set[str]) -> None:
    """Each kind of risk by what brings it; an interior in a kitchen brings none."""
    assert {peril.name for peril in perils([scene])} == kinds


def test_more_scenes_are_more_risk() -> None:
    """Two animal scenes are likelier to lose time than one, and lose more of it; none is certain."""
    dog = ("ANIMALS", "dog", 1, "A dog sleeps.")
    (one,) = perils([facts("1", dog)])
    (two,) = perils([facts("1", dog), facts("2", dog)])
    (many,) = perils([facts(str(n), dog) for n in range(40)])
    assert one.likelihood < two.likelihood < many.likelihood <= 0.9
    assert one.days <= two.days < many.days
    assert two.scenes == ("1", "2")


def test_a_risk_says_what_is_done_and_cites_the_line() -> None:
    """The plan of the kind, and the words of the script that bring it."""
    (risk,) = perils([facts("1", ("ANIMALS", "dog", 1, "A dog sleeps."))])
    assert risk.contingency.startswith(KINDS["animals"].contingency)
    assert "A dog sleeps." in risk.contingency
