"""Which rules of the house read a constraint, and what is said where none does."""

import pytest

from cineledger.agents.craft.readers import held_by, unheld
from cineledger.agents.craft.score_words import read_music_limits


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("no handheld", ("shots",)),
        ("Nothing wider than 35mm.", ("shots",)),
        ("no music in scene 4", ("music",)),
        ("No score at all in the film", ("music",)),
        ("without score", ("music",)),
        ("no quick cuts", ("pacing",)),
        ("no red", ("colours",)),
        ("black and white", ("colours",)),
        ("Monochrome.", ("colours",)),
        ("10 hours a day", ("hours",)),
        ("purple monkey dishwasher", ()),
        ("no animals on set", ()),
        ("no more than 2 days", ()),
        ("budget at most 9000", ()),
    ],
)
def test_what_is_held_to_a_constraint(text: str, held: tuple[str, ...]) -> None:
    """Each department reads what its own rules read; nobody claims the rest."""
    assert held_by(text) == held


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no animals on set", "No rule of the house reads this: it is on the record"),
        ("purple monkey dishwasher", "it only leans the sets."),
        ("at most 3 shooting days", "cineledger allot pilot AMOUNT --days N."),
        ("budget at most 9000", "cineledger allot pilot AMOUNT --days N."),
    ],
)
def test_what_nobody_holds_to_is_said(text: str, said: str) -> None:
    """Money and days are pointed to where they are set; what only leans is told from what nobody reads."""
    assert said in (unheld(text, "pilot") or "")


def test_what_is_held_to_needs_no_word() -> None:
    """A constraint that a rule reads is simply taken."""
    assert unheld("no handheld", "pilot") is None


def test_the_film_is_no_condition() -> None:
    """“In the film” is everywhere; “in the kitchen” is a condition, which binds nothing."""
    assert read_music_limits(["No score at all in the whole film."]).no_score
    assert not read_music_limits(["No score in the kitchen."]).no_score
