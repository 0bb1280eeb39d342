"""What the writer and the showrunner may hand in, and what it may speak of."""

import pytest

from cineledger.domain.production.events import RoleJoined
from cineledger.domain.story.events import (
    Act,
    ArcDrawn,
    ArcStep,
    SceneNote,
    Showing,
    StructureRead,
    ThemeFound,
    TurningPoint,
)
from cineledger.domain.work.commands import Deliver
from cineledger.domain.work.work import Work
from tests.support.film import opening
from tests.support.scenario import By, by, given

ACT = Act(act=1, first="1", last="2", eighths=4, share=1.0, aim=1.0)
TURN = TurningPoint(point="climax", scene="1", beat=None, line=5, quote="I never left!", falls=0.6, aim=0.8)
STRUCTURE = StructureRead(reason="too short", acts=(ACT,), points=(TURN,), balance="one act over ½ page")
STEP = ArcStep(scene="1", valence=-0.4, moves="loses ground", line=9, quote="That's worse.")
ARC = ArcDrawn(
    reason="lowest in scene 1",
    character="MAYA",
    shape="fall",
    wants="",
    begins="even",
    ends="sad",
    steps=(STEP,),
)
THEME = ThemeFound(
    reason="it returns",
    theme="home and leaving it",
    words=("left",),
    weight=0.5,
    showings=(Showing(scene="1", line=5, quote="I never left!"),),
)


def film() -> list[By]:
    return by("orchestrator", *opening(), RoleJoined(role="showrunner"))


@pytest.mark.parametrize(
    ("work", "maker"), [(STRUCTURE, "writer"), (ARC, "showrunner"), (THEME, "showrunner")]
)
def test_who_hands_it_in(work: Work, maker: str) -> None:
    """The writer reads the structure, the showrunner draws arcs and finds themes; nobody does the other's work."""
    given(*film()).when(Deliver(works=(work,)), by=maker).then(work)
    other = "writer" if maker == "showrunner" else "showrunner"
    given(*film()).when(Deliver(works=(work,)), by=other).refused(f"may not hand in a {work.NOUN}")


@pytest.mark.parametrize(
    ("work", "reason"),
    [
        (
            STRUCTURE.model_copy(update={"acts": (ACT.model_copy(update={"last": "9"}),)}),
            "there is no scene 9",
        ),
        (STRUCTURE.model_copy(update={"points": (TURN.model_copy(update={"line": 99}),)}), "no line 99"),
        (
            STRUCTURE.model_copy(
                update={"notes": (SceneNote(scene="1", other="7", line=None, text="again"),)}
            ),
            "there is no scene 7",
        ),
        (
            STRUCTURE.model_copy(update={"notes": (SceneNote(scene="1", other=None, line=88, text="flat"),)}),
            "no line 88",
        ),
    ],
)
def test_a_structure_is_of_scenes_and_lines_that_are_there(work: Work, reason: str) -> None:
    """Acts, points and notes name scenes of the script and lines of those scenes."""
    given(*film()).when(Deliver(works=(work,)), by="writer").refused(reason)


@pytest.mark.parametrize(
    ("work", "reason"),
    [
        (ARC.model_copy(update={"character": "NOBODY"}), "there is no character NOBODY"),
        (ARC.model_copy(update={"steps": (STEP.model_copy(update={"line": 77}),)}), "no line 77"),
        (
            THEME.model_copy(update={"showings": (Showing(scene="5", line=0, quote=""),)}),
            "there is no scene 5",
        ),
    ],
)
def test_arcs_and_themes_are_of_people_and_lines_that_are_there(work: Work, reason: str) -> None:
    """An arc is somebody's who speaks; steps and showings cite lines."""
    given(*film()).when(Deliver(works=(work,)), by="showrunner").refused(reason)


def test_each_character_has_an_arc_and_each_theme_stands_alone() -> None:
    """An arc stands under its character, a theme under its name: the next one replaces only its own."""
    tom = ARC.model_copy(update={"character": "TOM", "steps": ()})
    stands = given(*film(), *by("showrunner", ARC, THEME))
    stands.when(Deliver(works=(tom, ARC, THEME)), by="showrunner").then(tom)
