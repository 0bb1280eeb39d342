"""What the craft reads in a script: its language, its feelings, its vision and its limits."""

# Cyrillic and full-width characters that look like Latin ones are meant: the scripts are typed with them.

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cineledger.agents.craft.feeling import read_feeling
from cineledger.agents.craft.framing import BeatView, options
from cineledger.agents.craft.language import is_english
from cineledger.agents.craft.vision import allowed, read_limits, read_vision
from cineledger.domain.fountain import read
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.words import SIZES
from tests.agents.craft.craft_films import CHINESE, COMEDY, DRAMA, PLAIN, RUSSIAN, THRILLER, key_views


def elements(text: str) -> tuple[Element, ...]:
    return read(text).scenes[0].elements


@pytest.mark.parametrize(
    "text", [DRAMA, THRILLER, COMEDY, "Hello.", "Where are you going?", "You're late, Zoë."]
)
def test_english_is_known(text: str) -> None:
    """English scripts and English lines, however short, read as English."""
    assert is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        RUSSIAN,
        CHINESE,
        "",
        "1234 !!!",
        "Bonjour.",
        "Je ne sais pas ce que vous voulez, mais je pars ce soir.",
        "Ich weiß nicht, was du von mir willst, aber ich gehe jetzt.",
        "No sé qué quieres de mí, pero me voy esta noche con ella.",
    ],
)
def test_other_languages_are_not_english(text: str) -> None:
    """Another script, another language's function words, or no word at all is not English."""
    assert not is_english(text)


def test_a_feeling_comes_with_the_line_that_moved_it() -> None:
    """A reading names a feeling and quotes the element it rests on."""
    scene = elements(
        "INT. ROOM - DAY\n\nANNA\n(furious)\nI HATE you! Get out of my house!\n\nBEN\nFine, fine."
    )
    reading = read_feeling(scene, "ANNA", english=True)
    assert reading.valence is not None and reading.valence < -0.3
    assert reading.arousal is not None and reading.arousal > 0.4
    assert reading.feeling == "furious"
    assert reading.line is not None and reading.quote in scene[reading.line].text.replace("\n", " ")


def test_joy_and_misery_lie_apart() -> None:
    """The same scene can lift one character and crush another."""
    text = (
        "INT. ROOM - DAY\n\nANNA\nI won! This is wonderful, I love it!\n\nBEN\n(sobbing)\nI lost everything."
    )
    anna = read_feeling(elements(text), "ANNA", english=True)
    ben = read_feeling(elements(text), "BEN", english=True)
    assert anna.valence is not None and ben.valence is not None and anna.valence > 0.3 > -0.3 > ben.valence


def test_unknown_is_never_neutral() -> None:
    """Nobody's lines, or lines in a language VADER cannot read, leave valence and arousal unknown."""
    absent = read_feeling(elements(DRAMA), "NOBODY", english=True)
    russian = read_feeling(elements(RUSSIAN), "АННА", english=False)
    for reading in (absent, russian):
        assert (reading.valence, reading.arousal, reading.feeling, reading.line) == (
            None,
            None,
            "unknown",
            None,
        )
        assert reading.reason


@given(st.text(max_size=200), st.text(max_size=10), st.booleans())
def test_feelings_of_any_text_are_in_range(text: str, name: str, english: bool) -> None:
    """Whatever is on the page, a reading is within its bounds."""
    page = [
        Element(kind="action", text=text, line=1, last_line=1),
        Element(kind="dialogue", text=text, line=2, last_line=2, character=name),
    ]
    reading = read_feeling(page, name, english)
    assert reading.valence is None or -1 <= reading.valence <= 1
    assert reading.arousal is None or -1 <= reading.arousal <= 1
    assert reading.line in (None, 0, 1) and len(reading.quote) <= 90


@pytest.mark.parametrize(
    ("text", "axis", "sign"),
    [
        ("an intimate drama", "closeness", 1),
        ("Epic. Vast landscapes.", "closeness", -1),
        ("a lonely film", "closeness", -1),
        ("restless, handheld, kinetic", "motion", 1),
        ("documentary", "motion", 1),
        ("everything still", "motion", -1),
        ("no handheld", "motion", -1),
        ("never close", "closeness", -1),
        ("without shadows", "contrast", -1),
        ("noir", "contrast", 1),
        ("a comedy", "contrast", -1),
        ("интимная драма", "closeness", 1),
        ("黑色电影", "contrast", 1),
    ],
)
def test_vision_words_lean(text: str, axis: str, sign: int) -> None:
    """A word of the vision leans its axis one way, and a negation the other."""
    assert getattr(read_vision([text]), axis) * sign > 0.2


def test_later_texts_weigh_more() -> None:
    """A broadcast that contradicts the vision outweighs it; unknown words say nothing."""
    assert read_vision(["epic", "intimate"]).closeness > 0
    assert read_vision(["intimate", "epic"]).closeness < 0
    assert read_vision(["", "zxcvb qwerty", "the film"]) == PLAIN


LIMITS = [
    ("no handheld", "movements", ("HANDHELD",)),
    ("No handheld, zooms or cranes.", "movements", ("CRANE", "HANDHELD", "ZOOM")),
    ("no close-ups", "sizes", ("CU", "ECU")),
    ("nothing closer than a medium", "sizes", ("MCU", "CU", "ECU")),
    ("only eye level", "angles", ("HIGH", "LOW", "OVERHEAD", "DUTCH", "WORMS")),
    ("nothing wider than 35mm", "widest_mm", 35),
    ("no lens longer than 85mm", "longest_mm", 85),
    ("no POV", "types", ("POV",)),
    ("no drones", "supports", ("DRONE",)),
    ("не надо ручной камеры", "movements", ("HANDHELD",)),
    ("不要手持", "movements", ("HANDHELD",)),
    ("no handheld until the last act", "movements", ()),
    ("handheld only in chases", "movements", ()),
    ("no music; handheld throughout", "movements", ()),
    ("a handheld film", "movements", ()),
]


@pytest.mark.parametrize(("text", "field", "value"), LIMITS)
def test_limits_are_read(text: str, field: str, value: object) -> None:
    """A constraint forbids what it names; one with a condition, or none at all, forbids nothing."""
    assert getattr(read_limits([text]), field) == value


def test_static_only_leaves_static() -> None:
    """“Static camera only” forbids every movement but STATIC."""
    movements = read_limits(["Static camera only."]).movements
    assert "STATIC" not in movements and len(movements) == 13


def test_a_broken_limit_is_quoted() -> None:
    """What a shot breaks is said in the constraint's own words."""
    shots = [shot for view in key_views() for shot in options(view, PLAIN)]
    moving = next(shot for shot in shots if shot.movement != "STATIC")
    said = allowed(moving, read_limits(["We live with them.", "Static camera only."]))
    assert said is not None and "Static camera only." in said
    assert allowed(moving, read_limits([])) is None


@pytest.mark.parametrize(
    "text", ["static camera only", "no close-ups", "only eye level", "nothing wider than 35mm"]
)
def test_options_keep_to_limits(text: str) -> None:
    """No option breaks a limit it was made under."""
    limits = read_limits([text])
    for view in key_views():
        made = options(view, PLAIN, limits)
        assert made and all(allowed(shot, limits) is None for shot in made)


@given(st.lists(st.text(max_size=80), max_size=4))
def test_any_vision_reads(texts: list[str]) -> None:
    """No text makes the reading of vision or limits fail."""
    look, limits = read_vision(texts), read_limits(texts)
    assert -1 <= look.closeness <= 1 and set(limits.sizes) <= set(SIZES)


def test_a_view_carries_no_address() -> None:
    """What a role asks about a beat names nothing of the ledger, so a fork asks again only what changed."""
    assert not {"scene", "beat", "id", "number"} & set(BeatView.model_fields)
