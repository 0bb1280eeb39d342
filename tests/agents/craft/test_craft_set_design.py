"""How sets look: colours, what stands in them, the air, and what people's words ask."""

from itertools import pairwise
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cineledger.agents.craft.colour_wishes import read_wishes
from cineledger.agents.craft.oklch import Colour, from_hex, to_hex
from cineledger.agents.craft.set_design import Design, SeenIn, design
from cineledger.agents.craft.set_light import Hour
from cineledger.agents.craft.set_palette import SCHEMES, palette
from cineledger.agents.craft.set_reading import asked_of
from cineledger.domain.debate.options import Look

PLAIN = Look(closeness=0, motion=0, contrast=0)
NOIR = Look(closeness=0, motion=0, contrast=0.9)


def seen(*directions: str, number: str = "1", hour: Hour | None = "day", eighths: int = 4) -> SeenIn:
    """A scene with these directions."""
    return SeenIn(number, hour, eighths, directions, None)


def kitchen(
    *scenes: SeenIn, said: tuple[str, ...] = (), notes: tuple[str, ...] = (), choice: str | None = None
) -> Design:
    """A kitchen, designed."""
    return design("KITCHEN", "INT", scenes or (seen(),), PLAIN, choice, said, notes)


def lightness(made: Design) -> float:
    """Mean lightness of the walls and what stands before them."""
    return sum(from_hex(tint.hex)[0] for tint in made.palette[:2]) / 2


def warmth(made: Design) -> float:
    """How much more red and yellow than green and blue."""
    return sum(sum(from_hex(tint.hex)[1:]) for tint in made.palette) / len(made.palette)


def chroma(made: Design) -> float:
    return sum(hypot(*from_hex(tint.hex)[1:]) for tint in made.palette[:2])


def test_a_thing_the_scene_uses_stands_in_the_layout_with_its_line() -> None:
    """What stands where is said with the scene and the line that need it there."""
    made = kitchen(seen("She sits down at the table.", number="12"))
    assert made.layout[0].startswith("table, clear of the walls")
    assert "scene 12" in made.layout[0]
    assert "She sits down at the table." in made.layout[0]


def test_weather_is_read_and_never_invented() -> None:
    """Rain where it rains; none where it stopped, is denied or only likened to."""
    assert any("rain" in air for air in kitchen(seen("Rain runs down the pane.")).atmosphere)
    for dry in (
        "No rain now.",
        "The rain has stopped.",
        "Applause like rain.",
        "He waits.",
        "The smoke alarm shrieks.",
    ):
        assert kitchen(seen(dry)).atmosphere == (), dry


def test_a_wall_of_keys_is_no_wall() -> None:
    """A figure of speech asks nothing of a set."""
    assert asked_of("pieces", [("1", "A wall of brass keys.")]) == ()


def test_a_place_of_no_known_kind_is_left_open() -> None:
    """Nothing is said to stand in a place of which the script says only a name."""
    made = design("XYZZY", "INT", (seen("He waits."),), PLAIN, "lush", (), ())
    assert "no more of what place it is" in made.environment
    assert made.layout == ()
    assert made.practicals == ()


def test_a_build_pays_when_it_is_come_back_to() -> None:
    """One short scene is found, three long ones are built; what is outside is found."""
    short, long = (seen(eighths=3),), tuple(seen(eighths=8) for _ in range(3))
    assert kitchen(*short).build == "location"
    assert kitchen(*long).build == "stage"
    assert design("GARDEN", "EXT", long, PLAIN, None, (), ()).build == "location"
    assert design("SPACESHIP - BRIDGE", "INT", short, PLAIN, None, (), ()).build == "stage"


@pytest.mark.parametrize("choice", [*SCHEMES, None])
@pytest.mark.parametrize("hour", ["day", "night", "twilight", None])
def test_a_palette_has_four_to_six_colours_by_different_names(choice: str | None, hour: Hour | None) -> None:
    """Few enough to hold on a set, enough to make one."""
    tints = kitchen(seen(hour=hour), choice=choice, said=("neon",) if choice == "lush" else ()).palette
    assert 4 <= len(tints) <= 6
    assert len({tint.name for tint in tints}) == len(tints)


def test_hard_shadow_and_night_are_darker() -> None:
    """Noir is darker than comedy, night than day."""
    looks = [Look(closeness=0, motion=0, contrast=c) for c in (-0.8, 0.0, 0.8)]
    made = [design("KITCHEN", "INT", (seen(),), look, None, (), ()) for look in looks]
    assert all(lightness(one) > lightness(other) for one, other in pairwise(made))
    assert lightness(kitchen(seen(hour="night"))) < lightness(kitchen(seen(hour="day")))


def test_a_sparse_set_has_less_colour_than_a_lush_one() -> None:
    """The design decides how much colour a ground keeps."""
    assert (
        chroma(kitchen(choice="sparse"))
        < chroma(kitchen(choice="naturalistic"))
        < chroma(kitchen(choice="lush"))
    )


def test_what_is_felt_pulls_the_hue() -> None:
    """Low and quiet scenes turn blue, low and heated ones red; in hard shadow those turn green (Bellantoni)."""
    sad = palette(None, True, ["day"], PLAIN, "stylised", (-0.6, -0.4), read_wishes(()))
    mad = palette(None, True, ["day"], PLAIN, "stylised", (-0.6, 0.5), read_wishes(()))
    bad = palette(None, True, ["day"], NOIR, "stylised", (-0.6, 0.5), read_wishes(()))
    assert "blue" in sad.reasons[0]
    assert "red" in mad.reasons[0]
    assert "green" in bad.reasons[0]
    assert from_hex(sad.tints[0].hex)[2] < 0 < from_hex(mad.tints[0].hex)[1]
    assert from_hex(bad.tints[0].hex)[1] < 0


def test_an_unknown_feeling_claims_no_hue() -> None:
    """Where nobody could say what is felt, the place and the light give the colours."""
    made = palette(None, True, ["day"], PLAIN, "naturalistic", None, read_wishes(()))
    assert not any("felt" in reason for reason in made.reasons)


def test_words_move_the_colours_they_name() -> None:
    """“Warmer”, “darker”, “muted” and “more neon” do what they say, from a vision or a note alike."""
    plain = kitchen()
    assert warmth(kitchen(said=("Make it warmer.",))) > warmth(plain)
    assert warmth(kitchen(notes=("Too warm for this scene.",))) < warmth(plain)
    assert lightness(kitchen(notes=("Darker, please.",))) < lightness(plain)
    assert chroma(kitchen(notes=("More muted.",))) < chroma(plain)
    assert chroma(kitchen(said=("Black and white.",))) < 0.01
    assert [tint.use for tint in kitchen(said=("More neon",)).palette if tint.use.startswith("neon")]
    assert chroma(kitchen(said=("Shot in black-and-white.",))) < 0.01


def test_a_colour_that_is_asked_for_is_the_accent_and_a_barred_one_is_nowhere() -> None:
    """“Deep blue” is seen first; “no red” leaves none."""
    made = kitchen(notes=("A touch of deep blue.",))
    accent = next(tint for tint in made.palette if tint.use.startswith("the accent"))
    assert from_hex(accent.hex)[2] < -0.03
    barred = design("THEATRE", "INT", (seen(),), PLAIN, "stylised", ("No red anywhere.",), ())
    free = design("THEATRE", "INT", (seen(),), PLAIN, "stylised", (), ())
    assert from_hex(barred.palette[0].hex)[1] < from_hex(free.palette[0].hex)[1]


def test_less_clutter_leaves_what_scenes_name() -> None:
    """A note thins a set out; things the script names stay."""
    made = kitchen(seen("She stacks the plates."), notes=("Less clutter.",), choice="lush")
    assert made.dressing[0].startswith("crockery")
    assert made.dressing[1].startswith("nothing beyond what scenes name")
    assert len(made.dressing) < len(kitchen(seen("She stacks the plates."), choice="lush").dressing)


def test_notes_add_and_take_away_what_they_name() -> None:
    """“Give her a mirror” adds one, “lose the table” takes it away, and a later note counts."""
    scene = seen("She sits down at the table.")
    assert any(piece.startswith("mirror") for piece in kitchen(scene, notes=("Give her a mirror.",)).layout)
    assert not any("table" in piece for piece in kitchen(scene, notes=("Lose the table.",)).layout)
    again = kitchen(scene, notes=("Lose the table.", "I want the table back."))
    assert any("table" in piece for piece in again.layout)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("make it warmer", "warm"),
        ("not so dark", "bright"),
        ("less clutter", "bare"),
        ("too bare", "full"),
        ("теплее, светлее", None),
        ("hello there, a bold Claire", None),
    ],
)
def test_what_words_ask(said: str, asked: str | None) -> None:
    """“Less” turns a word round; words that only look alike ask nothing."""
    wishes = dict(read_wishes((said,)).asks)
    assert asked in wishes if asked else "bright" in wishes or not wishes


@given(st.floats(0.1, 1), st.floats(0, 0.4), st.floats(0, 360))
def test_every_colour_can_be_shown(light: float, colourful: float, hue: float) -> None:
    """Whatever is asked, six digits come out, and the lightness that was meant."""
    typed = to_hex(Colour(light, colourful, hue))
    assert len(typed) == 7
    assert abs(from_hex(typed)[0] - light) < 0.03


@given(
    st.text(max_size=80), st.lists(st.text(max_size=60), max_size=4), st.sampled_from(["INT", "EXT", None])
)
def test_any_text_makes_a_design(name: str, directions: list[str], int_ext: str | None) -> None:
    """Nothing anybody types breaks a design."""
    made = design(name, int_ext, (seen(*directions),), PLAIN, "lush", tuple(directions), tuple(directions))
    assert 4 <= len(made.palette) <= 6


def test_a_wheel_that_is_driven_by_is_no_console() -> None:
    """Who sits at the wheel on a road needs a car, and nothing that stands there."""
    road = design("DESERT HIGHWAY", "EXT", (seen("At the wheel, ROSA."),), PLAIN, None, (), ())
    assert not any("console" in piece for piece in road.layout)


def test_a_place_that_is_neither_in_nor_out_is_said_to_be_neither() -> None:
    """A slug line of a name alone claims no side."""
    assert "neither inside nor outside" in design("THE VOID", None, (seen(),), PLAIN, None, (), ()).reason
