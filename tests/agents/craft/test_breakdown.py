"""Breakdown sheets: what a scene's lines ask for on the day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cineledger.agents.craft.breakdown import Need, break_sheet, words
from cineledger.agents.craft.breakdown_words import CATEGORIES, SIGNALS
from cineledger.agents.craft.film_people import ages, beasts
from cineledger.domain.fountain import read


def sheet(
    text: str, cast: tuple[str, ...] = ("MAYA", "JON"), slug: str = "INT. KITCHEN - NIGHT"
) -> list[Need]:
    """The breakdown of a scene with this text."""
    (scene,) = read(f"{slug}\n\n{text}\n").scenes
    return list(break_sheet(scene.elements, cast))


def named(needs: list[Need]) -> set[tuple[str, str]]:
    """Category and name of each."""
    return {(need.category, need.name) for need in needs}


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("He raises a pistol.", {("WEAPONS", "gun")}),
        ("A black van stops.", {("VEHICLES", "van")}),
        ("They fight.", {("STUNTS", "fight")}),
        ("Rain on the roof.", {("SFX", "rain")}),
        ("A gunshot.", {("SFX", "gunfire")}),
        ("The window shatters.", {("SFX", "breakage")}),
        ("Blood on the wall.", {("MAKEUP", "wound")}),
        ("She puts on a wedding dress.", {("WARDROBE", "wedding dress")}),
        ("A dog sleeps.", {("ANIMALS", "dog")}),
        ("Somebody plays the piano.", {("MUSIC", "musicians")}),
        ("A hologram of a city.", {("VFX", "hologram")}),
        ("A letter on the mat.", {("PROPS", "letter")}),
        ("The crowd waits.", {("EXTRAS", "crowd")}),
        ("A baby cries.", {("CHILDREN", "baby")}),
    ],
)
def test_each_category_is_read_from_directions(line: str, wanted: set[tuple[str, str]]) -> None:
    """One thing of one category, with the sentence that asks for it."""
    needs = sheet(line)
    assert named(needs) == wanted
    assert needs[0].quote in line and needs[0].line == 1


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Идёт дождь.", "rain"),
        ("Собака лает.", "dog"),
        ("Un chien dort sous la table.", "dog"),
        ("Ein Hund schläft.", "dog"),
        ("Un perro duerme.", "dog"),
        ("一只狗在睡觉。", "dog"),
    ],
)
def test_directions_are_read_in_other_languages(line: str, name: str) -> None:
    """A lexicon as data, for writing with and without spaces."""
    assert name in {need.name for need in sheet(line, cast=())}


@pytest.mark.parametrize(
    "line",
    [
        "No dog, no gun, no rain.",
        "She sings like a bird.",
        "Silence falls. Night falls. He falls asleep.",
        "The suitcase falls into the water.",
        "A dog barks somewhere.",
        "The truck's horn wakes her.",
        "She sits at the ticket window.",
    ],
)
def test_what_is_not_there_is_not_listed(line: str) -> None:
    """Figures of speech, what is denied, what is only heard, and things that move by themselves."""
    kept = {category for category, _ in named(sheet(line))} - {"PROPS", "MUSIC"}
    assert not kept


def test_what_is_talked_about_need_not_be_there() -> None:
    """Dialogue asks for nothing; the slug line asks for the car that the scene plays in."""
    needs = sheet("MAYA\nThere was a dog with a gun in the rain.", slug="INT. JON'S CAR - NIGHT")
    assert named(needs) == {("CAST", "MAYA"), ("VEHICLES", "car")}
    assert [need.line for need in needs if need.category == "VEHICLES"] == [0]


def test_a_thing_is_listed_once() -> None:
    """The same thing in five lines, or under two words, is one item."""
    needs = sheet("A pistol. He lifts the gun.\n\nThe gun shakes.\n\nHe drops his revolver. Guns everywhere.")
    assert [need.name for need in needs] == ["gun"]


def test_numbers_are_counted() -> None:
    """The most that the text names at once; a usual crowd where it gives no number."""
    needs = {need.name: need.number for need in sheet("Three dogs. Forty guests. MAYA, 34, soaked. A crowd.")}
    assert (needs["dog"], needs["guests"], needs["crowd"]) == (3, 40, 30)
    assert needs["wet clothes, in doubles"] == 1


def test_who_is_only_heard_is_not_called() -> None:
    """A voice over the picture needs a recording, not a day."""
    needs = sheet("Maya listens.\n\nJON (V.O.)\nI am far away.")
    assert named(needs) == {("CAST", "MAYA"), ("SOUND", "JON, voice only")}


def test_minors_are_marked() -> None:
    """By the age that a direction gives, or a name that says so; grown-ups are not."""
    needs = sheet("LENA, 9, and MAYA, 34, run.\n\nBOY\nWait!", cast=("LENA", "MAYA", "BOY"))
    assert {need.name for need in needs if need.category == "CHILDREN"} >= {"LENA, 9", "BOY, a minor"}
    assert not any("MAYA" in need.name for need in needs if need.category == "CHILDREN")


def test_an_animal_with_a_cue_is_an_animal() -> None:
    """DOG barks under a cue of its own, and is still not one of the cast."""
    assert named(sheet("DOG\nWoof.", cast=("DOG",))) == {("ANIMALS", "dog")}


def test_every_word_means_what_it_is_listed_under() -> None:
    """Each word of the lexicon is found as its own category, or as an earlier one that begins with it."""
    order = list(CATEGORIES)
    for category, text in SIGNALS.items():
        for entry in " ".join(text.split()).split(": ")[1:]:
            word = entry.split("|")[0].removesuffix("*").strip()
            if word and not word.startswith("-"):
                found = {order.index(w.category) for w in words(f"He {word}.")}
                assert not found or min(found) <= order.index(category), word


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    """No text breaks it; names are single, counts are positive, lines are there."""
    for scene in read(text).scenes:
        needs = break_sheet(scene.elements, ("MAYA",))
        names = [need.name.casefold() for need in needs]
        assert len(names) == len(set(names))
        assert all(need.number >= 1 for need in needs)
        assert all(need.line is None or 0 <= need.line < len(scene.elements) for need in needs)


def test_a_plane_ticket_is_a_ticket() -> None:
    """Words that hide one meaning leave the others."""
    assert named(sheet("A plane ticket on the table.")) == {("PROPS", "document")}


@pytest.mark.parametrize(
    ("line", "not_asked"),
    [
        ("The truck hits the guard rail.", "guard"),
        ("She opens the glove box.", "gloves"),
        ("The smoke alarm shrieks.", "smoke"),
        ("A poster with an alien font.", "creature"),
        ("Jon scrubs the ceiling.", "uniform"),
        ("He takes a rag and scrubs the floor.", "uniform"),
        ("Maya wrestles the wheel.", "fight"),
        ("The SHRINKER-TELEPORTER hums.", "apparition"),
        ("She slips on a coat.", "fall"),
        ("The rain has stopped.", "rain"),
        ("The snow is over, the sun shines.", "snow"),
    ],
)
def test_a_word_in_another_sense_asks_for_nothing(line: str, not_asked: str) -> None:
    """Compounds with another head, verbs, fights with things, and weather that is over."""
    assert not_asked not in {need.name for need in sheet(line)}


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Three guards in scrubs.", ("EXTRAS", "guard", 3)),
        ("They fight the robot.", ("STUNTS", "fight", 1)),
        ("Jon slips on an egg.", ("STUNTS", "fall", 1)),
        ("The van flips over and crashes through a wall.", ("STUNTS", "car stunt", 1)),
        ("The RIDERS fire.", ("EXTRAS", "riders", 4)),
        ("Four FIREFIGHTERS jump out.", ("EXTRAS", "firefighters", 4)),
        ("Six BEEKEEPERS wait.", ("EXTRAS", "beekeepers", 6)),
        ("RATS. A thousand rats.", ("ANIMALS", "rat", 1000)),
        ("Two hundred soldiers.", ("EXTRAS", "soldiers", 200)),
        ("A German shepherd barks.", ("ANIMALS", "dog", 1)),
        ("They eat the piano.", ("PROPS", "piano", 1)),
        ("A watch, still ticking.", ("PROPS", "watch", 1)),
        ("The men fire shotguns.", ("WEAPONS", "shotgun", 1)),
        ("MAYA\n(into phone)\nHello?", ("PROPS", "phone", 1)),
    ],
)
def test_what_is_meant_is_asked_for(line: str, asked: tuple[str, str, int]) -> None:
    """By its own name, with the number that the text gives."""
    assert asked in {(need.category, need.name, need.number) for need in sheet(line)}


FILM = """INT. KITCHEN - DAY

LENA (7) eats. DUKE, an old terrier, sleeps.

LENA
Duke!

INT. GARDEN - DAY

Lena runs. Duke digs. Maya, a dog at her side, waits. Sergeant Hill barks orders.
"""


def test_what_one_scene_tells_of_somebody_holds_in_all() -> None:
    """A child's age, and that Duke is a dog; somebody beside a dog is none, nor who speaks."""
    scenes = [scene.elements for scene in read(FILM).scenes]
    cast = ("DUKE", "LENA", "MAYA")
    old, tame = ages(cast, scenes), beasts(scenes)
    assert (old, tame) == ({"LENA": 7}, {"duke": "dog"})
    found = named(list(break_sheet(scenes[1], cast, old, tame)))
    assert {("CHILDREN", "LENA, 7"), ("ANIMALS", "dog"), ("CAST", "MAYA")} <= found
    assert ("CAST", "DUKE") not in found
    assert beasts([read("INT. X - DAY\n\nREX, a dog, sits.\n\nREX\nHello.\n").scenes[0].elements]) == {}
