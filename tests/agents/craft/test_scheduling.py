"""Schedules: every scene once, no day too long, sets and nights together, cast held little."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cineledger.agents.craft.light import light, resolved, strip_colour
from cineledger.agents.craft.scheduling import (
    HOURS_A_DAY,
    Day,
    Strip,
    cast_of,
    day_hours,
    day_light,
    hours_allowed,
    idle,
    laid_out,
    least_idle,
    schedule,
)


def strip(scene: str, place: str = "KITCHEN", **more: object) -> Strip:
    """A scene of an hour and a page with MAYA."""
    plain = {
        "scene": scene,
        "set": place,
        "location": place,
        "int_ext": "INT",
        "day_night": "DAY",
        "eighths": 8,
        "cast": ("MAYA",),
        "setups": 3,
        "hours": 1.5,
    }
    return Strip.model_validate(plain | more)


def scenes(days: tuple[Day, ...]) -> list[list[str]]:
    """The scenes of each day, in order."""
    return [[piece.strip.scene for piece in day] for day in days]


def test_scenes_of_one_set_are_shot_together() -> None:
    """A set is visited once where its scenes fit into a day, wherever they stand in the script."""
    board = [
        strip(str(n), place, hours=3.0)
        for n, place in enumerate(("KITCHEN", "ROOF", "KITCHEN", "ROOF", "KITCHEN", "ROOF"))
    ]
    assert sorted(map(sorted, scenes(schedule(board).days))) == [["0", "2", "4"], ["1", "3", "5"]]


def test_nights_are_kept_together_and_apart_from_days() -> None:
    """Exteriors by night have days of their own, one after the other: the crew turns round once at most."""
    board = [
        strip(str(n), f"PLACE {n}", int_ext="EXT", day_night="NIGHT" if n % 2 else "DAY", hours=8.0)
        for n in range(6)
    ]
    lights = [day_light(day) for day in schedule(board).days]
    assert sorted(lights) == ["DAY"] * 3 + ["NIGHT"] * 3
    assert sum(one != two for one, two in pairwise(lights)) == 1


def test_an_interior_by_night_is_shot_by_day() -> None:
    """Black cloth before the window; only what is outside needs the sky it is written for."""
    assert light("INT", "NIGHT") == "ANY"
    assert (light("EXT", "NIGHT"), light("EXT", "DAY"), light("EXT", "НОЧЬ")) == ("NIGHT", "DAY", "NIGHT")


def test_continuous_scenes_play_when_the_one_before_did() -> None:
    """CONTINUOUS, LATER and a slug line without a time take the time before."""
    assert resolved(["NIGHT", "CONTINUOUS", None, "DAY", "LATER"]) == [
        "NIGHT",
        "NIGHT",
        "NIGHT",
        "DAY",
        "DAY",
    ]


@pytest.mark.parametrize(
    ("int_ext", "time", "colour"),
    [("INT", "DAY", "white"), ("EXT", "DAY", "yellow"), ("INT", "NIGHT", "blue"), ("EXT", "NIGHT", "green")],
)
def test_strips_have_the_colours_of_the_board(int_ext: str, time: str, colour: str) -> None:
    """White, yellow, blue and green, as on any stripboard."""
    assert strip_colour(int_ext, time) == colour


def test_a_scene_longer_than_a_day_goes_on() -> None:
    """It takes days one after the other, each within its hours, which together are the whole scene."""
    days = schedule([strip("1", hours=25.0, eighths=100), strip("2", "ROOF", hours=2.0)]).days
    parts = [place for place, day in enumerate(days) if day[0].strip.scene == "1"]
    assert parts == list(range(parts[0], parts[0] + 3))
    assert sum(days[place][0].eighths for place in parts) == 100
    assert all(day_hours(day) <= HOURS_A_DAY for day in days)


def test_cast_is_held_little() -> None:
    """The days of two people who never meet are not mixed."""
    board = [strip(str(n), f"P{n}", hours=9.0, cast=("MAYA",) if n % 2 else ("JON",)) for n in range(6)]
    assert idle([cast_of(day) for day in schedule(board).days]) == 0


def test_idle_days_are_counted() -> None:
    """Between the first and the last of one's own."""
    assert idle([("A",), ("B",), ("A", "B"), ("C",)]) == 1
    assert least_idle([("A",), ("B",), ("A", "B"), ("C",)]) == (0, True)


@pytest.mark.parametrize(
    ("said", "notes", "hours"),
    [
        ((), (), 10),
        (("No more than 8 hours a day.",), (), 8),
        (("We shoot 12-hour days.",), (), 12),
        ((), ("These are long days.",), 9),
        (("Faces before places.",), (), 10),
    ],
)
def test_hours_follow_what_was_said(said: tuple[str, ...], notes: tuple[str, ...], hours: float) -> None:
    """A constraint names the hours of a day; a note that days are too long takes one off."""
    assert hours_allowed(said, notes) == hours


def test_shorter_days_are_more_days() -> None:
    """The same scenes take more days of six hours than of twelve."""
    board = [strip(str(n), f"PLACE {n}", hours=2.5) for n in range(12)]
    assert len(schedule(board, 6.0).days) > len(schedule(board, 12.0).days)


def test_an_answer_that_forgets_a_scene_is_mended() -> None:
    """What is not on the board is left out, what was forgotten gets a day, a scene on two days is divided."""
    board = [strip("1"), strip("2"), strip("3", eighths=9)]
    days = laid_out(board, (("2", "99"), ("3",), ("3",)))
    assert scenes(days) == [["2"], ["3"], ["3"], ["1"]]
    assert [day[0].eighths for day in days[1:3]] == [4, 5]


boards = st.lists(
    st.builds(
        lambda n, place, out, night, eighths, cast, hours: strip(
            str(n),
            place,
            int_ext="EXT" if out else "INT",
            day_night="NIGHT" if night else "DAY",
            eighths=eighths,
            cast=tuple(sorted(cast)),
            hours=hours,
        ),
        st.integers(0, 10_000),
        st.sampled_from(["KITCHEN", "ROOF", "PIER", "CAR", ""]),
        st.booleans(),
        st.booleans(),
        st.integers(1, 90),
        st.sets(st.sampled_from("ABCDEF"), max_size=4),
        st.floats(0.25, 14, allow_nan=False),
    ),
    max_size=24,
    unique_by=lambda one: one.scene,
)


@settings(max_examples=40, deadline=None)
@given(boards, st.sampled_from([6.0, 10.0, 12.0]))
def test_any_board_is_scheduled(board: list[Strip], allowed: float) -> None:
    """Every scene whole and on one day or on days in a row; no day too long; day and night never on one day."""
    days = schedule(board, allowed, 100).days
    where: dict[str, list[int]] = {}
    for place, day in enumerate(days):
        assert day and day_hours(day) <= allowed + 0.001
        assert sum(piece.share for piece in day) <= 1.05
        assert not {piece.light for piece in day} >= {"DAY", "NIGHT"}
        for piece in day:
            where.setdefault(piece.strip.scene, []).append(place)
    assert where.keys() == {one.scene for one in board}
    for scene, places in where.items():
        assert places == list(range(places[0], places[0] + len(places)))
        assert sum(p.eighths for d in days for p in d if p.strip.scene == scene) == next(
            one.eighths for one in board if one.scene == scene
        )
    assert schedule(board, allowed, 100).days == days
