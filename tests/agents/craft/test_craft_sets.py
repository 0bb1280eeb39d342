"""Which slug lines are one set, and what kind of place a name means."""

# Cyrillic and full-width characters that look like Latin ones are meant: slug lines are typed with them.

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cineledger.agents.craft.place_kinds import OUTDOORS, place_kind
from cineledger.agents.craft.set_light import hours
from cineledger.agents.craft.sets import Gathered, gather


def sets(*slugs: str) -> dict[str, Gathered]:
    """The sets of slug lines that begin with INT or EXT."""
    read = [(slug.partition(" ")[2], slug.partition(" ")[0]) for slug in slugs]
    return {one.set: one for one in gather(read)}


def test_order_and_marks_make_no_other_set() -> None:
    """KITCHEN, MAYA'S FLAT is MAYA'S FLAT--KITCHEN, and the flat owns the kitchen."""
    (own,) = sets(
        "INT MAYA'S FLAT - KITCHEN", "INT KITCHEN, MAYA'S FLAT", "INT MAYA’S FLAT--KITCHEN"
    ).values()
    assert own.scenes == (0, 1, 2)
    assert own.location == "MAYA'S FLAT"


def test_an_article_makes_no_other_set() -> None:
    """THE PIER is PIER."""
    assert [one.scenes for one in sets("EXT THE PIER", "EXT PIER").values()] == [(0, 1)]


def test_a_bare_room_is_that_of_the_one_location_that_has_it() -> None:
    """A bare KITCHEN joins Maya's; where two people have one, it stays by itself."""
    assert list(sets("INT MAYA'S FLAT - KITCHEN", "INT KITCHEN")) == ["MAYA'S FLAT - KITCHEN"]
    assert len(sets("INT MAYA'S FLAT - KITCHEN", "INT TOM'S FLAT - KITCHEN", "INT KITCHEN")) == 3


def test_inside_and_outside_are_two_sets_of_one_location() -> None:
    """What is shot on a stage and what on a street are never one set."""
    found = sets("INT HOUSE", "EXT HOUSE", "INT HOUSE")
    assert list(found) == ["HOUSE (INT)", "HOUSE (EXT)"]
    assert {one.location for one in found.values()} == {"HOUSE"}
    assert found["HOUSE (INT)"].scenes == (0, 2)


@pytest.mark.parametrize(
    "typed",
    [
        "FLASHBACK",
        "CONTINUOUS",
        "SAME",
        "LATER",
        "MOMENTS LATER",
        "MOVING",
        "LATER???",
        "1979",
        "NIGHT",
        "ПОЗЖЕ",
        "回忆",
    ],
)
def test_what_tells_a_time_is_no_place(typed: str) -> None:
    """Times, memories and motion in a slug line make no set of their own."""
    assert [one.scenes for one in sets("INT CAR", f"INT CAR - {typed}", f"INT CAR ({typed})").values()] == [
        (0, 1, 2)
    ]


def test_a_slip_joins_the_frequent_name() -> None:
    """LIGTHOUSE beside three LIGHTHOUSEs is a slip."""
    assert list(sets("EXT LIGHTHOUSE", "EXT LIGHTHOUSE", "EXT LIGTHOUSE", "EXT LIGHTHOUSE")) == ["LIGHTHOUSE"]


@pytest.mark.parametrize(
    ("one", "other"), [("STREET", "STREAM"), ("ROOM 12", "ROOM 13"), ("THE BAR", "THE CAR")]
)
def test_words_that_mean_places_are_no_slips(one: str, other: str) -> None:
    """A bar is not a car, nor room 12 room 13, however often the other stands."""
    assert len(sets(f"INT {other}", f"INT {other}", f"INT {other}", f"INT {one}")) == 2


def test_a_hyphen_inside_a_word_parts_nothing() -> None:
    """MERRY-GO-ROUND is one place; so is DR. ADEYEMI'S OFFICE."""
    assert {one.location for one in sets("EXT MERRY-GO-ROUND", "INT DR. ADEYEMI'S OFFICE").values()} == {
        "MERRY-GO-ROUND",
        "DR. ADEYEMI'S OFFICE",
    }


def test_any_script_is_parted_as_it_parts() -> None:
    """A full stop in Russian and a space in Chinese stand between a location and its room."""
    found = sets("INT КВАРТИРА МАШИ. КУХНЯ", "INT 玛雅家 厨房")
    assert {one.location for one in found.values()} == {"КВАРТИРА МАШИ", "玛雅家"}


@given(
    st.lists(
        st.tuples(st.text(max_size=30), st.sampled_from(["INT", "EXT", "INT/EXT", "EST", None])), max_size=12
    )
)
def test_every_scene_is_in_one_set(slugs: list[tuple[str, str | None]]) -> None:
    """Whatever slug lines say, each scene is in exactly one set, and no two sets share a name."""
    found = gather(slugs)
    assert sorted(place for one in found for place in one.scenes) == list(range(len(slugs)))
    assert len({one.set for one in found}) == len(found)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("HOSPITAL CORRIDOR", "corridor"),
        ("TICKET OFFICE", "ticket office"),
        ("CUISINE DE MAYA", "kitchen"),
        ("КВАРТИРА МАШИ - КУХНЯ", "kitchen"),
        ("玛雅家 厨房", "kitchen"),
        ("WARD 7", "hospital"),
    ],
)
def test_the_noun_that_heads_a_name_tells_its_kind(name: str, kind: str) -> None:
    """The last noun in English, the first where a language puts it first."""
    found = place_kind(name, "INT")
    assert found is not None
    assert found.name == kind


@pytest.mark.parametrize("name", ["TRAFFIC LIGHT BEAM", "BUCKET LIST", "XYZZY", ""])
def test_a_name_that_tells_nothing_claims_nothing(name: str) -> None:
    """A word of a place somewhere in a name is no place."""
    assert place_kind(name, "INT") is None


def test_outside_a_building_is_its_front() -> None:
    """Nothing of a kitchen is claimed for its outside, nor an inside for what has none."""
    outside = place_kind("HOUSE", "EXT")
    assert outside is not None
    assert outside.environment.startswith("the outside")
    assert "forest" in OUTDOORS
    assert place_kind("FOREST", "INT") is None


def test_a_scene_that_goes_on_has_the_hour_before() -> None:
    """CONTINUOUS and LATER have the light of the scene before; a slug line without a time has none."""
    assert hours(["NIGHT", "CONTINUOUS", None, "LATER", "DAWN", "ДЕНЬ"]) == (
        "night",
        "night",
        None,
        None,
        "twilight",
        "day",
    )


def test_a_room_at_the_end_of_a_name_is_a_room_of_it() -> None:
    """A FARMHOUSE KITCHEN is in the FARMHOUSE, two rooms of one name in one place; a DINING ROOM is of no DINING."""
    farm = sets("INT FARMHOUSE KITCHEN", "INT FARMHOUSE - FATHER'S BEDROOM", "EXT FARMHOUSE")
    assert {one.location for one in farm.values()} == {"FARMHOUSE"} and len(farm) == 3
    flat = sets("INT APARTMENT KITCHEN", "INT APARTMENT BEDROOM")
    assert {one.location for one in flat.values()} == {"APARTMENT"} and len(flat) == 2
    apart = sets("INT DINING ROOM", "INT LIVING ROOM", "INT LUCY'S OFFICE", "INT LUCY'S KITCHEN")
    assert len({one.location for one in apart.values()}) == 4


def test_what_stands_alone_elsewhere_is_the_location() -> None:
    """UNDERNEATH a bridge is at the bridge, though a bridge may be a room of a ship."""
    for slug in ("EXT CANYON BRIDGE - UNDERNEATH", "EXT UNDERNEATH - CANYON BRIDGE"):
        found = sets("EXT CANYON BRIDGE", slug)
        assert {one.location for one in found.values()} == {"CANYON BRIDGE"}
        assert "CANYON BRIDGE - UNDERNEATH" in found


@pytest.mark.parametrize("typed", ["3 A.M. - BASEMENT", "BASEMENT - 12:30 PM", "MIDNIGHT - BASEMENT"])
def test_times_by_the_clock_are_no_places(typed: str) -> None:
    """A clock in a slug line makes no set of its own."""
    assert list(sets("INT BASEMENT", f"INT {typed}")) == ["BASEMENT"]


@pytest.mark.parametrize(
    ("name", "side", "kind"),
    [
        ("CANYON BRIDGE", "EXT", "bridge"),
        ("CANYON BRIDGE - UNDERNEATH", "EXT", "bridge"),
        ("SHIP - BRIDGE", "EXT", "control room"),
        ("BRIDGE", "INT", "control room"),
        ("BANK - VAULT", "INT", "vault"),
        ("RIVER BANK", "EXT", "beach"),
    ],
)
def test_bridges_and_banks_are_of_two_kinds(name: str, side: str, kind: str) -> None:
    """What is outside and of no ship is crossed; money lies in a vault, not in an archive."""
    found = place_kind(name, side)
    assert found is not None and found.name == kind
