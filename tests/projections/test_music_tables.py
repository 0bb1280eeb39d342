"""Themes, cues, spotting and ambiences: events in, rows out."""

from typing import Any

from cineledger.domain.music.events import CueWritten, MotifComposed
from cineledger.domain.music.variation import Tone
from cineledger.domain.sound.events import AmbienceDesigned, SceneSpotted, Spot
from cineledger.domain.work.work import WorkStruck
from tests.projections.worlds import World, everything, scene

CUE: dict[str, Any] = {
    "cue": "1m1",
    "title": "Alone",
    "scene": "1",
    "first": 1,
    "last": 2,
    "usage": "BI",
    "mood": "uneasy",
    "tempo": 60,
    "music_key": "D minor",
    "whose": "MAYA",
    "way": "canon",
    "variation": "in canon with Tom's",
    "beside": "TOM",
    "instruments": ["piano", "cello"],
    "seconds": 12.5,
    "reason": "nobody speaks",
}
MOTIF: dict[str, Any] = {
    "whose": "MAYA",
    "title": "Maya's theme",
    "music_key": "D minor",
    "tempo": 60,
    "metre": "3/4",
    "instrument": "piano",
    "notes": [{"pitch": 62, "beats": 1.5}, {"pitch": None, "beats": 0.5}],
    "reason": "she waits",
}


def cue(**changed: Any) -> CueWritten:
    return CueWritten.model_validate(CUE | changed)


def motif(**changed: Any) -> MotifComposed:
    return MotifComposed.model_validate(MOTIF | changed)


def spot(what: str, kind: str = "SFX") -> Spot:
    return Spot.model_validate(
        {
            "kind": kind,
            "first": 1,
            "last": 1,
            "what": what,
            "quote": "q",
            "perspective": "room",
            "priority": 2,
        }
    )


def shown(row: dict[str, Any]) -> dict[str, Any]:
    """A row without production and address."""
    return {name: value for name, value in row.items() if name not in ("production", "address")}


def test_a_theme_is_a_row_with_its_notes(world: World) -> None:
    """Notes are structs, a rest has no pitch; a new version replaces the row, a struck theme has none."""
    world.open("pilot", scene("1"))
    world.say("composer", motif(), motif(whose="film", title="Main theme"))
    rows = world.rows("FROM motifs ORDER BY whose")
    assert [shown(row) for row in rows] == [MOTIF, MOTIF | {"whose": "film", "title": "Main theme"}]
    world.say("composer", motif(tempo=72), WorkStruck(work="MotifComposed", key="film", reason="r"))
    (row,) = world.rows("FROM motifs")
    assert (row["tempo"], row["address"]) == (72, "pilot@4")
    assert Tone.model_validate(row["notes"][1]) == Tone(pitch=None, beats=0.5)


def test_a_cue_is_a_row(world: World) -> None:
    """Everything a cue sheet needs; music of the scene's own has no tempo, key or theme; a struck cue is gone."""
    world.open("pilot", scene("1"))
    own = cue(cue="1m2", tempo=None, music_key=None, whose=None, way="source", beside=None, usage="VI")
    world.say("composer", cue(), own)
    first, second = world.rows("FROM cues ORDER BY cue")
    assert shown(first) == CUE
    assert (second["tempo"], second["music_key"], second["whose"], second["usage"]) == (
        None,
        None,
        None,
        "VI",
    )
    world.say("composer", cue(title="Alone again"), WorkStruck(work="CueWritten", key="1m2", reason="r"))
    (row,) = world.rows("FROM cues")
    assert (row["title"], row["beside"]) == ("Alone again", "TOM")
    assert len(world.rows("FROM cues_at('pilot', 3)")) == 2


def test_a_scene_has_a_row_for_each_sound(world: World) -> None:
    """In order, with what leads; spotted anew all its rows are replaced, and a scene without sounds has none."""
    world.open("pilot", scene("1"), scene("2"))
    one = SceneSpotted(reason="r", scene="1", leads="SFX", spots=(spot("kettle"), spot("steps", "FLY")))
    world.say("sound_designer", one, one.model_copy(update={"scene": "2"}))
    rows = world.rows("SELECT scene, place, kind, what, leads FROM spotting ORDER BY ALL")
    assert [tuple(row.values()) for row in rows] == [
        (name, place, kind, what, "SFX")
        for name in "12"
        for place, kind, what in ((1, "SFX", "kettle"), (2, "FLY", "steps"))
    ]
    world.say("sound_designer", one.model_copy(update={"spots": (spot("rain", "AMB"),), "leads": "AMB"}))
    world.say("sound_designer", one.model_copy(update={"scene": "2", "spots": ()}))
    (row,) = world.rows("FROM spotting")
    assert (row["scene"], row["what"], row["leads"]) == ("1", "rain", "AMB")
    world.say("sound_designer", WorkStruck(work="SceneSpotted", key="1", reason="r"))
    assert world.rows("FROM spotting") == []


def test_an_ambience_is_a_row(world: World) -> None:
    """Layers as a list, times with what changes then; a struck one is gone."""
    world.open("pilot", scene("1"))
    made = AmbienceDesigned(
        reason="r", set="KITCHEN", layers=("hum", "street"), by_time=(("NIGHT", "quiet: none"),)
    )
    world.say("sound_designer", made)
    (row,) = world.rows("FROM ambiences")
    assert shown(row) == {
        "set": "KITCHEN",
        "layers": ["hum", "street"],
        "by_time": ["NIGHT: quiet: none"],
        "reason": "r",
    }
    world.say("sound_designer", WorkStruck(work="AmbienceDesigned", key="KITCHEN", reason="r"))
    assert world.rows("FROM ambiences") == []


def test_music_is_the_same_in_any_batches(world: World) -> None:
    """Caught up event by event or at once, and a fork keeps what its past had."""
    world.open("pilot", scene("1"))
    world.say("composer", motif(), cue())
    world.fork("pilot@3", "before")
    world.say("composer", WorkStruck(work="CueWritten", key="1m1", reason="r"))
    with world.projector() as slow, world.projector() as once:
        slow.catch_up(batch=1)
        once.catch_up()
        assert everything(slow) == everything(once)
    rows = world.rows("SELECT production FROM cues")
    assert [row["production"] for row in rows] == ["before"]
