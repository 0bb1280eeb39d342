"""What a character feels: how a line is meant, and whose feelings a direction tells."""

import pytest

from cineledger.agents.checking import says
from cineledger.agents.craft.feeling import Reading, name_of, read_feeling
from cineledger.domain.fountain import read

BOTH = "\n\nBEN\nWhat is it?\n"


def felt(text: str, who: str = "ANNA") -> Reading:
    """The reading of a scene."""
    return read_feeling(read(f"INT. ROOM - DAY\n\n{text}{BOTH}").scenes[0].elements, who, english=True)


@pytest.mark.parametrize(
    "line",
    [
        "GET OUT OF MY HOUSE!",
        "Leave me alone! Please!",
        "How dare you! I love this house!",
        "You liar! What a lovely suit!",
        "Shut up! Thank you!",
    ],
)
def test_what_is_shouted_at_somebody_is_anger(line: str) -> None:
    """Volume is no joy: exclaimed dismissals, insults and accusations are angry, whatever else is in the line."""
    reading = felt(f"ANNA\n{line}")
    assert reading.feeling == "angry" and (reading.valence or 0) < 0 < (reading.arousal or 0)


@pytest.mark.parametrize("line", ["Wait! Please! There's one more!", "Help! Somebody!", "No! Don't!"])
def test_what_is_begged_for_is_fear(line: str) -> None:
    """Cries for help are frantic, not elated."""
    reading = felt(f"ANNA\n{line}")
    assert reading.feeling == "frantic" and (reading.valence or 0) < 0


@pytest.mark.parametrize(
    "text",
    [
        "ANNA\nOh great, another wonderful evening! I just love it!",
        "ANNA\nGreat. Just great.",
        "ANNA\nThat's just perfect.",
        "ANNA\n(sarcastic)\nI am so happy for you.",
        "BEN\nThe pipe burst and everything is ruined.\n\nANNA\nWonderful.",
        "ANNA\nThanks for nothing.",
    ],
)
def test_scorn_is_no_joy(text: str) -> None:
    """Bright words are turned round where they are worn, where the page says so, or where they stand beside ruin."""
    assert (felt(text).valence or 0) < 0


@pytest.mark.parametrize(
    "text",
    [
        "BEN\nI got the job, and they love me.\n\nANNA\nWonderful!",
        "ANNA\nOh, how wonderful! I love it!",
        "ANNA\nThank you. You were great.",
    ],
)
def test_joy_is_still_joy(text: str) -> None:
    """The same words are meant where nothing says otherwise."""
    assert (felt(text).valence or 0) > 0.2


def test_a_direction_is_about_whoever_does_it() -> None:
    """No rain says nothing of Idris; what Ben does says nothing of Anna; whose crying it is, is known by the name."""
    assert felt("No rain. No fear. Anna walks ahead with one brass key.\n\nANNA\nThis way.").valence == 0
    text = "Ben sobs, terrified. Anna opens the window.\n\nANNA\nThis way."
    assert felt(text).valence == 0 and (felt(text, "BEN").valence or 0) < -0.3
    assert felt("Ben watches Anna cry: Anna sobs.\n\nANNA\nThis way.").feeling == "anguished"


def test_a_pronoun_is_followed() -> None:
    """She sobs after Anna's line, and nobody else is she: it is Anna who sobs."""
    text = "Anna shuts her eyes. Ben drops his hat.\n\nANNA\nThis way.\n\nShe sobs."
    assert felt(text).feeling == "anguished"
    assert felt(text, "BEN").feeling != "anguished"


def test_a_description_is_no_feeling() -> None:
    """How she is when she first appears is not how she feels."""
    assert felt("ANNA, 34, a brilliant and beautiful surgeon.\n\nANNA\nThis way.").valence == 0


def test_quiet_is_not_calm() -> None:
    """Quietly says how loud, not how well."""
    assert (felt("ANNA\n(quietly)\nThis way.").valence or 0) <= 0


@pytest.mark.parametrize(
    ("valence", "arousal", "name"),
    [
        (0, 0, "even"),
        (0.1, 0.2, "stirred"),
        (0.1, 0.5, "roused"),
        (-0.2, 0.15, "uneasy"),
        (0.6, 0.6, "elated"),
        (0.4, 0.2, "happy"),
        (-0.6, 0.7, "distressed"),
    ],
)
def test_a_small_feeling_has_a_small_name(valence: float, arousal: float, name: str) -> None:
    """Elated and angry take more than a whiff of either."""
    assert name_of(valence, arousal) == name


def test_what_stands_between_her_sentences_is_dots() -> None:
    """A quote of two of her sentences says that another stood between them, and is found in the line."""
    direction = "ANNA crosses to the window. Outside, a light goes out. ANNA slams the drawer in tears."
    reading = felt(direction)
    assert reading.quote == "ANNA crosses to the window. … ANNA slams the drawer in tears."
    assert says(reading.quote, [direction])
