"""The time of day of a slug line is one thing to everybody who asks for it, in whatever language it is typed."""

import pytest

from cineledger.agents.craft.light import dark, light, magic, resolved, strip_colour
from cineledger.agents.craft.lighting import hour_of
from cineledger.agents.craft.set_light import hour
from cineledger.agents.craft.transitions import daytime
from cineledger.domain.fountain.hours import HOURS, Hour, hour_told, words_of
from cineledger.domain.fountain.slug import parse_slug
from cineledger.projections.board.frame import LIGHT

EVERY = [(told, word) for told in HOURS for word in words_of(told)]


@pytest.mark.parametrize(("told", "word"), EVERY)
def test_a_word_tells_its_own_hour(told: Hour, word: str) -> None:
    """No word is taken for another that stands in it, and a slug line that ends in it tells the time."""
    assert hour_told(word) == hour_told(word.lower()) == told
    slug = parse_slug(f"EXT. 港 - {word}")
    assert (slug.location, hour_told(slug.day_night)) == ("港", told)


@pytest.mark.parametrize(
    ("slug", "told"),
    [
        ("EXT. 港 - 朝", "morning"),
        ("EXT. 港 - 昼", "day"),
        ("EXT. 港 - 夕方", "dusk"),
        ("EXT. 港 - 夜", "night"),
        ("EXT. 港 - 早朝", "dawn"),
        ("EXT. 港 - 深夜", "night"),
        ("外景 码头 - 傍晚", "dusk"),
        ("外景 码头 - 早上", "morning"),
        ("外景 码头 - 清晨", "dawn"),
        ("EXT. 항구 - 아침", "morning"),
        ("EXT. 항구 - 낮", "day"),
        ("EXT. 항구 - 저녁", "evening"),
        ("EXT. 항구 - 밤", "night"),
        ("НАТ. ПИРС - ВЕЧЕР", "evening"),
        ("НАТ. ПИРС - УТРО", "morning"),
        ("EXT. PONTON - CRÉPUSCULE", "dusk"),
        ("EXT. PIER - LATE NIGHT", "night"),
        ("EXT. PIER - EARLY MORNING", "dawn"),
        ("EXT. PIER - MAGIC HOUR", "dusk"),
        ("EXT. PIER - DAY 2", "day"),
        ("EXT. PIER - CONTINUOUS", None),
        ("EXT. PIER - MOMENTS LATER", None),
    ],
)
def test_a_slug_line_tells_the_hour(slug: str, told: Hour | None) -> None:
    """The whole way from the line as typed."""
    assert hour_told(parse_slug(slug).day_night) == told


@pytest.mark.parametrize("word", ["SUNDAY", "FORTNIGHT", "KNIGHT", "SERAPH", "DIAL", ""])
def test_a_part_of_another_word_tells_nothing(word: str) -> None:
    """Letters before or after make it another word."""
    assert hour_told(word) is None


@pytest.mark.parametrize(("told", "word"), EVERY)
def test_all_departments_agree(told: Hour, word: str) -> None:
    """Schedule, gaffer, set designer, editor and board each draw their own line through the same hours."""
    night = told in ("evening", "night")
    assert dark(word) == night == (hour(word) == "night")
    assert magic(word) == (told in ("dawn", "dusk")) == (hour(word) == "twilight")
    assert light("EXT", word) == ("NIGHT" if night else "DAY")
    assert strip_colour("EXT", word) == ("green" if night else "yellow")
    assert hour_of(word, None)[0] == {"morning": "day", "evening": "dusk"}.get(told, told)
    assert daytime(word) == ("dusk" if told == "evening" else told)
    assert (LIGHT.get(told) == " night") == (told == "night")


def test_a_morning_after_a_night_is_no_night() -> None:
    """What tells no hour goes on from before; a morning in any language begins anew."""
    assert resolved(["夜", "つづき", "朝", None, "밤", "아침"]) == ["夜", "夜", "朝", "朝", "밤", "아침"]
