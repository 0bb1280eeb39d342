"""Who may hand in blocking, light and the details of shots, and what they may speak of."""

from typing import Any

import pytest

from cineledger.domain.staging.events import (
    Mark,
    Move,
    SceneBlocked,
    SceneLit,
    ShotDetail,
    ShotsDetailed,
    Source,
)
from cineledger.domain.work.commands import Deliver
from cineledger.domain.work.work import Work
from tests.support.film import broken_down
from tests.support.scenario import given

MAYA, TOM = (Mark(who=who, at="at the table", x=x, y=0.5) for who, x in (("MAYA", 0.3), ("TOM", 0.7)))
GONE = Mark(who="TOM", at="off, at the door", x=0.97, y=0.74)


def blocked(**changes: Any) -> SceneBlocked:
    plain = {
        "reason": "the table stands between them",
        "scene": "1",
        "marks": (MAYA, TOM),
        "moves": (Move(line=6, how="exits", to=GONE),),
        "axis": ("MAYA", "TOM"),
        "holds": None,
    }
    return SceneBlocked(**{**plain, **changes})


LIT = SceneLit(
    reason="night",
    scene="1",
    key_light="LOW",
    ratio=8,
    kelvin=3200,
    colour="one warm lamp",
    mood="uneasy",
    sources=(Source(name="the lamp", role="KEY", quality="HARD", kelvin=2900),),
)


def detailed(shot: str = "1A") -> ShotsDetailed:
    detail = ShotDetail(shot=shot, camera="A", eyeline=None, vfx=None, props=(), board_ref=shot)
    return ShotsDetailed(reason="one camera", scene="1", details=(detail,))


@pytest.mark.parametrize(
    ("work", "maker", "other"),
    [(blocked(), "director", "cinematographer"), (LIT, "cinematographer", "director")],
)
def test_each_hands_in_its_own(work: Work, maker: str, other: str) -> None:
    """The director stages, the cinematographer lights; neither does the other's work."""
    given(*broken_down()).when(Deliver(works=(work,)), by=maker).then(work)
    given(*broken_down()).when(Deliver(works=(work,)), by=other).refused(because=f"{other} may not hand in")


@pytest.mark.parametrize(
    ("changes", "because"),
    [
        ({"scene": "9"}, "no scene 9"),
        ({"moves": (Move(line=99, how="exits", to=GONE),)}, "no line 99"),
        ({"marks": (Mark(who="NOBODY", at="here", x=0, y=0),)}, "no character NOBODY"),
        ({"axis": ("MAYA", "NOBODY")}, "no character NOBODY"),
        ({"holds": "NOBODY"}, "no character NOBODY"),
    ],
)
def test_blocking_speaks_of_what_is_there(changes: dict[str, Any], because: str) -> None:
    """Scenes, lines and people of a floor plan have to be in the script."""
    given(*broken_down()).when(Deliver(works=(blocked(**changes),)), by="director").refused(because=because)


def test_details_are_of_shots_that_are_planned() -> None:
    """The shot list is completed for shots that are on it."""
    refused = given(*broken_down()).when(Deliver(works=(detailed("1Z"),)), by="cinematographer")
    refused.refused(because="no shot 1Z")


def test_a_plan_stays_inside_the_set() -> None:
    """A mark has a place on the floor plan, from 0 to 1 both ways."""
    with pytest.raises(ValueError, match="less than or equal to 1"):
        Mark(who="MAYA", at="outside", x=1.2, y=0.5)
