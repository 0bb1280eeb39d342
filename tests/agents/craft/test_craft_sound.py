"""The sound designer's craft: what texts sound like, what leads a mix, what places sound like."""

from typing import Any

import pytest

from cineledger.agents.craft.ambience import Place, listen
from cineledger.agents.craft.ambience_words import layers_of
from cineledger.agents.craft.mixing import MusicHeard, Stage
from cineledger.agents.craft.sound_words import EFFECTS, FOLEY, effects_in, foley_in, shouted_in
from cineledger.agents.craft.sounds import Spotting, spot
from cineledger.domain.debate.options import Look
from cineledger.domain.sound.events import Spot
from tests.agents.craft.craft_films import COMEDY, DRAMA, FILMS, PLAIN, RUSSIAN, THRILLER, Scene, scenes

NEAR = Look(closeness=0.9, motion=0, contrast=0)
FAR = Look(closeness=-0.9, motion=0, contrast=0)


def stage(scene: Scene, **more: Any) -> Stage:
    base = Stage(scene.elements, scene.beats, scene.cast, "INT", PLAIN, (), ("room tone",))
    return base._replace(**more)


def written(text: str, **more: Any) -> Spotting:
    (scene,) = scenes(text)
    return spot(stage(scene, **more))


def of(spotted: Spotting, kind: str) -> list[Spot]:
    return [one for one in spotted.spots if one.kind == kind]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("GUNSHOT! She dives.", "gunshot"),
        ("The door slams.", "door slam"),
        ("A phone rings inside.", "telephone"),
        ("Rain on the pier.", "rain"),
        ("Дождь. Она бежит.", "rain"),
        ("枪声。", "gunshot"),
        ("A glass shatters on the floor.", "glass breaking"),
        ("Un chien aboie.", "dog"),
    ],
)
def test_a_sound_is_heard_in_the_text(text: str, what: str) -> None:
    """By its words, in several languages."""
    assert what in [heard.what for heard in effects_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "No rain.",
        "She doesn't shout.",
        "A photograph of a horse.",
        "like a gunshot",
        "thunder bolt symbols",
        "his glasses",
    ],
)
def test_what_is_denied_or_pictured_is_not_heard(text: str) -> None:
    """No rain is no rain, and a picture of a horse makes no sound."""
    assert effects_in(text) == ()


def test_one_noise_is_one_sound() -> None:
    """The words that told one sound tell no other: breaking glass is not a crash besides."""
    assert [heard.what for heard in effects_in("A glass shatters.")] == ["glass breaking"]
    assert [heard.what for heard in effects_in("She bangs on the door.")] == ["knock"]


def test_a_property_sounds_when_it_is_handled() -> None:
    """Keys on a wall make no foley; keys that are put down do."""
    assert [h.what for h in foley_in("A kettle, a wall of brass keys.")] == []
    assert "keys" in [h.what for h in foley_in("He puts down his keys.")]


def test_capitals_with_an_exclamation_mark_are_a_sound() -> None:
    """A word no table knows, if it is nobody's name."""
    assert shouted_in("FWOOSH! It is gone.", ("COLE",)) == ("fwoosh",)
    assert shouted_in("COLE! He turns.", ("COLE",)) == ()
    assert shouted_in("A PARKING LOT.", ()) == ()


def test_every_row_of_the_tables_is_a_sound() -> None:
    """Each sound is named once, with words that find it."""
    for table in (EFFECTS, FOLEY):
        assert len({what for what, _, _ in table}) == len(table)
    assert all(1 <= loud <= 3 for _, loud, _ in EFFECTS)


@pytest.mark.parametrize("film", FILMS)
def test_every_spot_is_at_lines_of_the_scene(film: str) -> None:
    """In every film: places that exist, the text's own words as quotes, dialogue where somebody speaks."""
    for scene in scenes(film):
        found = spot(stage(scene))
        texts = " ".join(" ".join(element.text.split()) for element in scene.elements)
        for one in found.spots:
            assert 0 <= one.first <= one.last < len(scene.elements)
            assert 1 <= one.priority <= 5
            assert one.quote.rstrip("…").split("(")[0].strip() in texts
        spoken = any(e.kind == "dialogue" for e in scene.elements)
        assert bool(of(found, "DX")) == spoken
        assert found.leads in {one.kind for one in found.spots}


def test_words_lead_where_people_speak() -> None:
    """In a scene of talk dialogue stands before everything, and the reason cites the line."""
    found = spot(stage(scenes(DRAMA)[0]))
    assert found.leads == "DX" and "“" in found.reason
    assert {one.priority for one in of(found, "DX")} == {1}
    assert all(one.priority > 1 for one in found.spots if one.kind in ("AMB", "MX", "FLY"))


def test_a_shot_makes_room_for_itself() -> None:
    """A loud sound in a scene of few words leads it."""
    found = written("EXT. YARD - NIGHT\n\nShe waits.\n\nA GUNSHOT! Birds scatter.\n\nShe runs.\n")
    assert found.leads == "SFX" and "gunshot" in found.reason


def test_music_leads_where_nobody_speaks() -> None:
    """A cue over most of a scene without words leads; with words it steps back; a radio in the scene never leads."""
    text = "EXT. ROAD - DAY\n\nHe stands there for a while and does not know.\n"
    cue = MusicHeard("1m1", "Alone", 1, 1, source=False)
    assert written(text, cues=(cue,)).leads == "MX"
    assert written(text, cues=(cue._replace(source=True),)).leads == "AMB"
    assert written(text).leads == "AMB"
    talk = spot(stage(scenes(DRAMA)[0], cues=(cue,)))
    assert talk.leads == "DX" and {one.priority for one in of(talk, "MX")} == {3}


def test_what_must_be_recorded_again_is_said() -> None:
    """Voices over, voices off, telephone voices and lines in the rain."""
    found = written(
        "EXT. PIER - NIGHT\n\nRain.\n\nANN\nWait!\n\nBEN (O.S.)\nNo.\n\nEVE (V.O.)\nI knew.\n\nKIM (ON PHONE)\nHello?\n"
    )
    what = " / ".join(one.what for one in of(found, "ADR"))
    assert "ANN: lines to cover, rain" in what
    assert "BEN, off" in what and "EVE, recorded dry" in what and "KIM, dry, to be filtered" in what


def test_perspective_is_read() -> None:
    """Far off is distant, behind a wall is off screen."""
    found = written("EXT. HILL - DAY\n\nFar off, a bell.\n\nIn the next room a phone rings.\n")
    assert [one.perspective for one in of(found, "SFX")] == ["distant", "offscreen"]


def test_the_look_moves_the_mix() -> None:
    """Near faces one hears cloth and breath; in a wide world the place comes forward."""
    kitchen = scenes(DRAMA)[0]
    near, far = spot(stage(kitchen, look=NEAR)), spot(stage(kitchen, look=FAR))
    for kind, closer in (("FLY", near), ("AMB", far)):
        other = far if closer is near else near
        assert min(one.priority for one in of(closer, kind)) < min(one.priority for one in of(other, kind))
    assert {one.perspective for one in of(near, "FLY")} == {"close"}


def test_notes_move_the_mix() -> None:
    """Too loud steps back, what is named alone; lost foley is gone; words are never turned down by accident."""
    cue = MusicHeard("1m1", "Alone", 1, 1, source=False)
    kitchen = scenes(DRAMA)[0]
    plain = spot(stage(kitchen, cues=(cue,)))
    softer = spot(stage(kitchen, cues=(cue,), notes=("The music is too loud.",)))
    assert of(softer, "MX")[0].priority > of(plain, "MX")[0].priority
    assert of(softer, "FLY") == of(plain, "FLY") and "too loud" in softer.reason
    heard = spot(stage(kitchen, cues=(cue,), notes=("I can't hear the words.",)))
    assert of(heard, "DX") == of(plain, "DX") and of(heard, "MX")[0].priority > of(plain, "MX")[0].priority
    assert of(spot(stage(kitchen, notes=("Less foley.",))), "FLY") == []


def test_other_languages_are_spotted_too() -> None:
    """Steps, paper and a blow in Russian; nothing is made up for what is not read."""
    found = spot(stage(scenes(RUSSIAN)[0]))
    assert {"steps", "paper"} <= {one.what for one in of(found, "FLY")}


def place(name: str, int_ext: str = "INT", **more: Any) -> Place:
    return Place(name, name, int_ext, ("NIGHT",), (), (), PLAIN)._replace(**more)


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("KITCHEN", "kitchen"),
        ("КУХНЯ", "кухня"),
        ("TICKET OFFICE", "ticket office"),
        ("咖啡馆", "咖啡馆"),
        ("CAR PARK", "car park"),
    ],
)
def test_a_place_is_known_by_its_longest_word(name: str, word: str) -> None:
    """In several languages; a car park is no park and no car."""
    known = layers_of(name)
    assert known is not None and known.word == word


def test_unknown_is_said_to_be_unknown() -> None:
    """A place no word tells of has its room tone, and the reason says that no more is known."""
    found = listen(place("XYLO 7"))
    assert found.layers == ("room tone of XYLO 7",) and "nothing is known" in found.reason


def test_weather_comes_first_and_by_its_hour() -> None:
    """Rain in every scene is a layer; rain on one night is that night's."""
    wet = listen(place("HARBOUR", "EXT", weather=(("rain", "Rain.", ""),)))
    assert wet.layers[0].startswith("rain")
    once = listen(place("HARBOUR", "EXT", times=("DAY", "NIGHT"), weather=(("rain", "Rain.", "NIGHT"),)))
    assert not any("rain" in layer for layer in once.layers)
    assert "rain" in dict(once.by_time)["NIGHT"] and "rain" not in dict(once.by_time)["DAY"]


def test_a_house_from_outside_is_heard_through_its_door() -> None:
    """EXT. SHOP is the open air before it."""
    assert listen(place("SHOP", "EXT")).layers[0] == "open air"
    assert listen(place("STREET", "EXT")).layers[0] == "traffic"


def test_before_engines_there_is_no_traffic() -> None:
    """Where the places of a film say that it is a western."""
    assert not any("traffic" in layer for layer in listen(place("STREET", "EXT", old=True)).layers)


def test_near_films_have_fewer_layers() -> None:
    """In an intimate film single sounds count; a wide one hears the land."""
    assert len(listen(place("HARBOUR", "EXT", look=NEAR)).layers) < len(
        listen(place("HARBOUR", "EXT", look=FAR)).layers
    )


def test_a_note_thins_an_ambience() -> None:
    """Too busy: fewer layers, and the reason says whose wish that was."""
    busy, thin = listen(place("HARBOUR", "EXT")), listen(place("HARBOUR", "EXT", notes=("Too busy.",)))
    assert len(thin.layers) < len(busy.layers) and "Too busy" in thin.reason


def test_crowds_and_comedies_are_spotted() -> None:
    """A room full of people needs walla; the scream and the fall are heard at their line."""
    found = spot(stage(scenes(COMEDY)[0]))
    assert any("walla" in one.what for one in of(found, "ADR"))
    assert "scream" in [one.what for one in of(found, "SFX")]
    assert any(one.kind == "SFX" for scene in scenes(THRILLER) for one in spot(stage(scene)).spots)


@pytest.mark.parametrize("text", ["The rain has stopped.", "The wind has ended. Silence."])
def test_weather_that_is_over_is_not_heard(text: str) -> None:
    """A line that says it has stopped brings no rain to the track."""
    assert not {heard.what for heard in effects_in(text)} & {"rain", "wind"}
