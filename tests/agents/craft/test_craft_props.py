"""Which things are properties, in whose hands, and which the story hangs on."""

# Cyrillic and full-width characters that look like Latin ones are meant: scripts are typed with them.

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cineledger.agents.craft.props import Listed, Use, listed, properties
from cineledger.domain.fountain import read

CAST = ("MAYA", "TOM")


def uses(text: str, peaks: tuple[int, ...] = ()) -> tuple[Use, ...]:
    """The lines that name a property in a scene with this text."""
    scene = read(f"INT. KITCHEN - NIGHT\n\n{text}\n").scenes[0]
    return properties(scene.elements, CAST, peaks)


def names(text: str) -> set[str]:
    return {use.prop for use in uses(text)}


def film(*texts: str, peaks: tuple[int, ...] = ()) -> dict[str, Listed]:
    """The properties of a film of these scenes."""
    scenes = [(str(place), str(place), uses(text, peaks)) for place, text in enumerate(texts, start=1)]
    return {prop.prop: prop for prop in listed(scenes)}


@pytest.mark.parametrize(
    ("text", "prop"),
    [
        ("Maya picks up the letters.", "letter"),
        ("She unfolds an old brass astrolabe.", "astrolabe"),
        ("Tom takes a tiny OBSIDIAN IDOL from the shelf.", "idol"),
        ("Анна держит письмо.", "letter"),
        ("她拿着一封信。", "letter"),
        ("Maya rips the envelope open.", "envelope"),
    ],
)
def test_what_hands_need_is_a_property(text: str, prop: str) -> None:
    """Known things in any of the usual languages, and whatever a verb of the hand takes."""
    assert prop in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tom takes her hand.",
        "Maya opens the door and drives the car away.",
        "She takes a step back, takes a breath, gives him a look.",
        "The dog follows. Tom holds the dog.",
        "She rose and the phones ring.",
        "He stops at a ticket window.",
        "A VENDOR waves. A CRASH. The BRIDE waits.",
        "TOM, in a hat and scarf, waits.",
        "She leans against the glass.",
    ],
)
def test_sets_vehicles_animals_bodies_and_clothes_are_none(text: str) -> None:
    """What no property master brings is not listed, nor what somebody only wears."""
    assert names(text) <= {"phone"}


def test_what_is_only_talked_of_is_no_property() -> None:
    """A letter in a speech counts once a letter is seen somewhere."""
    talk = "MAYA\nGive me the letter.\n"
    assert film(talk) == {}
    assert len(film(talk, "Tom burns the letter.")["letter"].uses) == 2


def test_hands_are_read_from_the_sentence_or_the_pronoun() -> None:
    """Who is named before the thing has it; he and she are whom the text calls so."""
    (own,) = uses("Maya looks at the knife in her hand. Tom rubs his eyes.")
    assert own.hand == "MAYA"
    both = uses("Maya ties her hair. Tom rubs his eyes. She picks up the knife.")
    assert [use.hand for use in both] == ["MAYA"]
    assert [use.hand for use in uses("A knife lies there.")] == [None]


def test_glasses_are_glasses() -> None:
    """A thing is called in the singular, where it has one."""
    assert names("He takes his glasses off.") == {"glasses"}
    assert names("She unwraps two brass sextants.") == {"sextant"}


def test_a_hero_is_handled_where_the_scene_turns() -> None:
    """The knife that is raised at the turn needs doubles; the one that lies there does not."""
    assert film("Maya raises the knife.", peaks=(1,))["knife"].hero
    assert not film("Maya raises the knife.")["knife"].hero
    assert not film("A knife lies there.", peaks=(1,))["knife"].hero


def test_a_hero_comes_back() -> None:
    """Three scenes with a thing that is handled make it one the story hangs on, and the reason counts them."""
    letter = film("Maya hides a letter.", "The letter lies there.", "Tom reads the letter.")["letter"]
    assert letter.hero
    assert letter.reason == "it comes back in 3 scenes: 1, 2, 3"


def test_a_quote_holds_the_thing() -> None:
    """However long a line is, what is quoted of it has the word in it."""
    text = f"Maya {'walks on and ' * 30}picks up the knife {'and walks on ' * 30}."
    (own,) = uses(text)
    assert "knife" in own.quote
    assert len(own.quote) <= 92


@given(st.lists(st.text(max_size=80), max_size=5))
def test_any_text_is_read(lines: list[str]) -> None:
    """Lines are cited where they are, whatever they hold."""
    scene = read("INT. X - DAY\n\n" + "\n\n".join(lines)).scenes[0]
    assert all(0 <= use.line < len(scene.elements) for use in properties(scene.elements, CAST, (0, 1)))


@pytest.mark.parametrize(
    "text",
    [
        "A GERMAN SHEPHERD barks.",
        "He takes care of the witness.",
        "Tom drags the hostage.",
        "She lifts the boy.",
    ],
)
def test_who_lives_is_no_property(text: str) -> None:
    """Animals and persons are not props, whatever takes them."""
    assert names(text) == set()


def test_weapons_go_by_their_own_names() -> None:
    """A rifle is no gun and a rifle at once."""
    assert names("Tom raises a rifle.") == {"rifle"}
    assert names("Tom raises a shotgun. Maya drops a pistol.") == {"shotgun", "gun"}


def test_what_is_eaten_and_swept_with_is_a_property() -> None:
    """Small things of a household, by name."""
    assert names("A pancake, an egg, half a donut and a mop. He winds the watch.") == {
        *("pancake", "egg", "donut", "mop", "watch")
    }
