"""How scenes are lit: hour, sources, ratio, colour."""

# Cyrillic letters that look like Latin ones are meant: the scripts are typed with them.

import pytest

from cineledger.agents.craft.lighting import Lighting, hour_of, light, read_light
from cineledger.agents.craft.word_lists import affirmed
from cineledger.domain.debate.options import Look

PLAIN, NOIR, COMIC = (Look(closeness=0, motion=0, contrast=c) for c in (0.0, 0.8, -0.8))


def lit(
    slug: str | None,
    *directions: str,
    inside: bool = True,
    place: str = "KITCHEN",
    look: Look = PLAIN,
    practicals: tuple[str, ...] = (),
    valence: float | None = None,
    notes: tuple[str, ...] = (),
) -> Lighting:
    told = read_light(hour_of(slug, None), inside, place, directions, practicals)
    return light(told, look, () if valence is None else ((valence, 0.0),), notes)


def key_of(found: Lighting) -> str:
    return next(source.name for source in found.sources if source.role == "KEY")


@pytest.mark.parametrize(
    ("slug", "hour"),
    [
        ("DAY", "day"),
        ("NIGHT", "night"),
        ("DAWN", "dawn"),
        ("MAGIC HOUR", "dusk"),
        ("НОЧЬ", "night"),
        ("УТРО", "day"),
        ("NUIT", "night"),
        ("夜", "night"),
        ("日", "day"),
        ("LATE AFTERNOON", "day"),
    ],
)
def test_slug_lines_say_the_hour(slug: str, hour: str) -> None:
    """The hour is read in the usual languages."""
    assert hour_of(slug, None)[0] == hour


def test_continuous_is_the_hour_before() -> None:
    """CONTINUOUS, LATER and a bare slug line keep the hour of the scene before; with none it is day."""
    assert hour_of("CONTINUOUS", "night")[0] == hour_of(None, "night")[0] == "night"
    assert hour_of(None, None) == ("day", "no line says when, so it is day")


def test_night_is_lower_than_day_and_looks_bend_both() -> None:
    """Key and ratio follow the hour, then the look and the feelings (Malkiewicz)."""
    assert lit("DAY").key == "HIGH" and lit("NIGHT").key == "LOW"
    assert lit("DAY").ratio < lit("NIGHT").ratio < lit("NIGHT", look=NOIR).ratio
    assert lit("NIGHT", look=COMIC).key == "MID" and lit("DAY", valence=-0.6).key == "MID"


def test_the_key_is_what_the_scene_names() -> None:
    """A lamp in the directions is the key by night, and the reason quotes its line."""
    found = lit("NIGHT", "One candle on the table.")
    assert key_of(found) == "candlelight" and "One candle on the table." in found.reason
    assert next(s for s in found.sources if s.role == "KEY").kelvin == 1900


@pytest.mark.parametrize("line", ["The lamp flickers and goes out.", "No lamp burns.", "A broken lamp."])
def test_a_lamp_that_is_out_lights_nothing(line: str) -> None:
    """What a line denies is no source."""
    assert key_of(lit("NIGHT", line)) != "the lamp"


def test_no_rain_is_none() -> None:
    """Weather that is denied does not soften the light."""
    assert "rain" in lit("DAY", "Rain falls.", inside=False).colour
    assert "rain" not in lit("DAY", "No rain any more.", inside=False).colour
    assert affirmed("rain", "The rain has stopped.") is None


def test_the_sets_practicals_are_used() -> None:
    """A light that the set designer gave the set is the key of a night that names no other; a window is none."""
    assert (
        key_of(lit("NIGHT", practicals=("the window over the sink", "green banker's lamp")))
        == "green banker's lamp"
    )


def test_day_comes_through_the_window_and_night_from_lamps() -> None:
    """Daylight is the key inside by day, and balanced for; lamps by night, at tungsten."""
    day, night = lit("DAY"), lit("NIGHT")
    assert "window" in key_of(day) and day.kelvin == 5600
    assert "window" not in key_of(night) and night.kelvin == 3200


def test_no_daylight_in_a_cellar() -> None:
    """A place without windows is lit by what hangs in it, at any hour."""
    assert not any("window" in source.name for source in lit("DAY", place="CELLAR").sources)


def test_outside_at_night_there_are_lamps_or_the_moon() -> None:
    """A town has its lamps and the moon behind; the open has the moon alone."""
    town = lit("NIGHT", inside=False, place="CITY STREET")
    assert key_of(town) == "street lamps" and any(s.role == "BACK" for s in town.sources)
    assert key_of(lit("NIGHT", inside=False, place="DESERT")) == "moonlight"


def test_clouds_take_the_sun() -> None:
    """Under rain no source is hard and the sky is the key."""
    found = lit("DAY", "Rain.", inside=False)
    assert key_of(found) == "the overcast sky" and not any(source.hard for source in found.sources)


def test_notes_are_heeded() -> None:
    """Darker and brighter move the key one step each."""
    assert lit("DAY", notes=("Darker, please.",)).key == "MID"
    assert lit("NIGHT", notes=("I can't see her: brighter.",)).key == "MID"


@pytest.mark.parametrize("slug", [None, "", "DAY", "NIGHT", "ЗАКАТ", "???"])
@pytest.mark.parametrize("look", [PLAIN, NOIR, COMIC])
@pytest.mark.parametrize("inside", [True, False])
def test_every_scene_has_one_key_and_fill(slug: str | None, look: Look, inside: bool) -> None:
    """Whatever is known, there is one key, something that fills, and figures that a meter can have."""
    for place in ("", "CAR", "TUNNEL", "OFFICE", "улица", "x" * 1800):
        found = lit(slug, "", place=place, inside=inside, look=look)
        roles = [source.role for source in found.sources]
        assert roles.count("KEY") == 1 and {"FILL", "AMBIENT"} & {*roles}
        assert 1 <= found.ratio <= 64 and 1000 <= found.kelvin <= 20000
        assert all(1000 <= source.kelvin <= 20000 for source in found.sources)
