"""What a note wishes of music or of sound: less or more of it, later, softer, slower, darker, another."""

import re
from collections.abc import Sequence
from typing import NamedTuple


class Wish(NamedTuple):
    """The direction that notes point in, the latest counting; 0 and False where they point nowhere."""

    more: int = 0
    """-1 less of it, 1 more."""
    later: int = 0
    """-1 earlier, 1 later."""
    louder: int = 0
    faster: int = 0
    darker: bool = False
    brighter: bool = False
    again: int = 0
    """How many times another one was asked for."""
    none: bool = False
    """There should be none at all."""
    text: str = ""
    """The last note that points anywhere."""


_WORDS: tuple[tuple[str, dict[str, int | bool]], ...] = (
    (
        r"no music|without music|cut the (?:music|cue)|kill the (?:music|cue)|lose the (?:music|"
        r"cue)|drop (?:it|this cue)|"
        r"\bsilence here|in silence|let it play dry",
        {"none": True},
    ),
    (
        r"less music|too much music|thinner|simpler|sparser|less of|too busy|too thick|overscored|"
        r"too many|crowded|"
        r"fewer|less is",
        {"more": -1},
    ),
    (r"more music|bigger|fuller|richer|thicker|more of", {"more": 1}),
    (r"\blater\b|too early|too soon|hold (?:it )?back|wait (?:for|until|longer)", {"later": 1}),
    (r"\bearlier\b|\bsooner\b|too late\b", {"later": -1}),
    (
        r"too loud|softer|quieter|\blower\b|turn (?:it )?down|under the (?:words|dialogue|lines)|"
        r"can'?t hear (?:the|her|him|them|what)|"
        r"drowns?|in the way|gentler",
        {"louder": -1},
    ),
    (r"louder|too quiet|too soft|turn (?:it )?up|can'?t hear it", {"louder": 1}),
    (r"\bfaster\b|too slow|quicker|more pace|livelier", {"faster": 1}),
    (r"\bslower\b|too fast|calmer", {"faster": -1}),
    (
        r"\bdarker\b|too (?:bright|happy|sweet|sentimental|cheerful)|less sentimental",
        {"darker": True, "brighter": False},
    ),
    (r"\bbrighter\b|\blighter\b|too (?:dark|sad|heavy|gloomy)|warmer", {"brighter": True, "darker": False}),
)
_AGAIN = re.compile(
    r"\banother (?:theme|tune|one|melody)\b|\bdifferent (?:theme|tune|melody)\b|\bnot this (?:theme|tune)\b|"
    r"sounds? (?:too )?(?:like|alike)",
    re.IGNORECASE,
)
_REFUSED = re.compile(r"\b(?:not|don't|do not|never|no)\s+(?:be |make it |go |any )?\Z")


def wish_in(notes: Sequence[str]) -> Wish:
    """What the notes wish, oldest first; a comparative that is refused (“not louder”) points nowhere."""
    wish = Wish()
    for note in notes:
        text = note.casefold().replace("’", "'")
        said = dict[str, int | bool]()
        for pattern, points in _WORDS:
            found = re.search(pattern, text)
            if found and not _REFUSED.search(text[: found.start()]):
                said |= {name: value for name, value in points.items() if name not in said}
        if _AGAIN.search(text):
            said["again"] = wish.again + 1
        if said:
            now = {**wish._asdict(), **said, "text": note}
            wish = Wish(*(now[name] for name in Wish._fields))
    return wish
