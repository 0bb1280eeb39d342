"""Frames drawn from a shot's own columns."""

from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring, tostring

import pytest

from cineledger.domain.refusal import Refused
from cineledger.domain.words import Angle, Movement, ShotSize, ShotType
from cineledger.projections.board.figures import HEAD
from cineledger.projections.board.frame import Stage, frame
from cineledger.projections.board.places import horizon
from cineledger.projections.reader import Reader
from cineledger.projections.storyboard import storyboard

STAGE = Stage({"ANN": (0.3, 0.5), "BEN": (0.7, 0.5)}, (), {"ANN": 0, "BEN": 1, "CEM": 2})
SHOT: dict[str, Any] = {
    "size": "MS",
    "type": "SINGLE",
    "angle": "EYE",
    "movement": "STATIC",
    "lens_mm": 40,
    "subject": "ANN",
    "cast": ["ANN"],
    "eyeline": "RIGHT",
    "int_ext": "INT",
    "day_night": "DAY",
    "location": "ROOM",
}


def of(**changes: Any) -> Element:
    return frame({**SHOT, **changes}, STAGE)


def heads(drawn: Element) -> list[tuple[float, float]]:
    """Place across and height of every head, from left to right."""
    found = [e for e in drawn.iter("ellipse") if e.get("class") == "skin"]
    return sorted((float(e.attrib["cx"]), float(e.attrib["ry"])) for e in found)


def classes(drawn: Element) -> list[str]:
    return [e.attrib["class"] for e in drawn.iter() if "class" in e.attrib]


def test_nearer_is_bigger() -> None:
    """From EWS to ECU a head grows."""
    sizes: tuple[ShotSize, ...] = ("EWS", "WS", "FS", "MLS", "MS", "MCU", "CU", "ECU")
    drawn = [heads(of(size=size))[0][1] for size in sizes]
    assert drawn == sorted(drawn) and len(set(drawn)) == len(sizes) and set(sizes) < HEAD.keys()


@pytest.mark.parametrize(
    ("kind", "count"), [("SINGLE", 1), ("2S", 2), ("3S", 3), ("MASTER", 3), ("ESTABLISHING", 0)]
)
def test_a_frame_holds_as_many_as_its_type(kind: ShotType, count: int) -> None:
    """One, two, three, everybody, nobody."""
    assert len(heads(of(type=kind, size="FS", subject="ANN", cast=["ANN", "BEN", "CEM"]))) == count


def test_over_the_shoulder_has_a_shoulder_on_the_side_looked_to() -> None:
    """The back of whoever is looked at stands at that edge of the frame."""
    right = [e for e in of(type="OTS", cast=["ANN", "BEN"]).iter("ellipse") if e.get("class") == "near"]
    left = [
        e
        for e in of(type="OTS", cast=["ANN", "BEN"], eyeline="LEFT").iter("ellipse")
        if e.get("class") == "near"
    ]
    assert float(right[0].attrib["cx"]) > 160 > float(left[0].attrib["cx"])


def test_whoever_looks_has_room_to_look_into() -> None:
    """Looking right one stands left of the middle, looking left right of it."""
    assert heads(of(eyeline="RIGHT"))[0][0] < 160 < heads(of(eyeline="LEFT"))[0][0]


def test_a_high_camera_lifts_the_horizon() -> None:
    """The horizon is where the camera is: above the eyes from above, below them from below."""
    assert horizon(60, "HIGH") < horizon(60, "EYE") == 60 < horizon(60, "LOW") < horizon(60, "WORMS")


def test_people_stand_as_they_are_blocked() -> None:
    """From left to right as on the floor plan."""
    labels = [e.text for e in of(type="2S", cast=["BEN", "ANN"], subject="BEN and ANN").iter("text")]
    assert list(dict.fromkeys(labels)) == ["ANN", "BEN"]


def test_an_animal_goes_on_four_legs() -> None:
    """A character whose name is an animal's is drawn as one."""
    stage = STAGE._replace(tones={"DOG": 0})
    drawn = frame({**SHOT, "subject": "DOG", "cast": ["DOG"]}, stage)
    assert sum(e.get("class") == "c0" for e in drawn.iter("rect")) == 4 and "DOG" in [
        e.text for e in drawn.iter("text")
    ]


def test_an_insert_shows_its_thing_by_name() -> None:
    """Nobody is in it, and what it is of stands under the drawing."""
    drawn = of(size="INSERT", type="CUTAWAY", subject="the key")
    assert heads(drawn) == [] and "the key" in [e.text for e in drawn.iter("text")]


def test_a_point_of_view_is_masked_and_looks_back() -> None:
    """What somebody sees has a mask around it."""
    assert "veil" in classes(of(type="POV", subject="BEN", cast=[])) and "veil" not in classes(of())


@pytest.mark.parametrize(
    "movement", ["PUSH", "PULL", "PAN", "WHIP", "TRACK", "DOLLY", "TILT", "BOOM", "CRANE", "RACK"]
)
def test_a_camera_that_moves_has_an_arrow(movement: Movement) -> None:
    """Each movement is drawn; a camera that stands is not."""
    assert "tip" in classes(of(movement=movement)) and "tip" not in classes(of())


def test_night_is_dark() -> None:
    """Night and low sun have colours of their own."""
    assert of(day_night="NIGHT")[0].get("class") == "frame night"
    assert of(day_night="MAGIC HOUR")[0].get("class") == "frame low" and of()[0].get("class") == "frame"


def test_a_long_lens_lays_the_room_flat() -> None:
    """The back wall comes nearer."""
    walls = [
        next(float(e.attrib["width"]) for e in of(lens_mm=mm).iter("rect") if e.get("class") == "back")
        for mm in (18, 40, 100)
    ]
    assert walls == sorted(walls) and walls[0] < walls[-1]


@pytest.mark.parametrize("angle", ["EYE", "HIGH", "LOW", "OVERHEAD", "DUTCH", "WORMS"])
@pytest.mark.parametrize("kind", ["SINGLE", "2S", "OTS", "POV", "CUTAWAY", "MASTER"])
def test_any_shot_is_drawn(angle: Angle, kind: ShotType) -> None:
    """No combination stops the pencil, whatever is missing; equal shots give equal bytes."""
    bare = {
        "cast": None,
        "eyeline": None,
        "int_ext": None,
        "day_night": None,
        "location": None,
        "subject": "李梅 <&>",
    }
    for more in ({}, bare):
        assert tostring(of(angle=angle, type=kind, **more)) == tostring(of(angle=angle, type=kind, **more))


def test_a_film_is_a_sheet_a_scene(film: Path, tables: Reader) -> None:
    """Every shot that stands has a frame with its slate, every scene its heading; twice drawn it is the same."""
    data = storyboard(tables, "pilot")
    texts = [e.text for e in fromstring(data).iter("{http://www.w3.org/2000/svg}text")]
    slates = tables.rows(
        "SELECT shot FROM shots WHERE production = 'pilot' AND status NOT IN ('omitted', 'reopened')"
    )
    assert {row["shot"] for row in slates} <= {*texts} and "1  INT. KITCHEN - NIGHT" in texts
    assert data == storyboard(tables, "pilot")


def test_one_scene_alone(tables: Reader) -> None:
    """With a scene's number only its sheet is drawn; a number that no scene has is refused."""
    one = fromstring(storyboard(tables, "pilot", "2"))
    headings = [e.text for e in one.iter("{http://www.w3.org/2000/svg}text") if e.get("class") == "head"]
    assert len(headings) == 1 and str(headings[0]).startswith("2 ")
    with pytest.raises(Refused, match="no scene 99"):
        storyboard(tables, "pilot", "99")
