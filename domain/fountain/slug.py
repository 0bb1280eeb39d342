"""Slug lines: which lines are headings, and what they say."""

# Letters and punctuation of many scripts are the subject here, so look-alikes are meant.

import re
from typing import Literal

from cineledger.domain.fountain.letters import plain
from cineledger.domain.fountain.screenplay import Slug
from cineledger.domain.fountain.slug_words import (
    DAY_AND_NIGHT,
    OTHER_WORDS,
    SPEC_WORDS,
    TIME_PHRASES,
    TIMES_OF_DAY,
)

IntExt = Literal["INT", "EXT", "INT/EXT", "EST"]

_ABBREVIATED = {"I": "INT", "E": "EXT"}
_WORDS = SPEC_WORDS | OTHER_WORDS | _ABBREVIATED
_ANY_CASE = SPEC_WORDS.keys() | _ABBREVIATED.keys()
_LONG = "|".join(map(re.escape, sorted(SPEC_WORDS | OTHER_WORDS, key=len, reverse=True)))
_SLASH = r"\.?\s*[/／]\s*"
_PREFIX = re.compile(
    rf"(?P<word>(?:{_LONG}|[IE]){_SLASH}(?:{_LONG}|[IE])|{_LONG})(?P<mark>[.．。:：]|(?=\s))", re.IGNORECASE
)
_PARTS = re.compile(r"[.\s/／]+")
_NUMBER = re.compile(r"[\w.\-]+")
_DASH = re.compile(r"\s+[-–—―]+\s*|--+|[–—―]+")
_BETWEEN = " .．,，、。:：·/／|-–—―"
_STOPS = ".．,，、。:：·"
_BRACKET = re.compile(r"\s*[(（][^()（）]*[)）]\Z")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}(\s*[AP]\.?M\.?)?|\d{1,2}\s*[AP]\.?M\.?", re.IGNORECASE)
_EMPHASIS = "*_"
_LONGEST_PREFIX = 200


def split_number(heading: str) -> tuple[str, str | None]:
    """A slug line without its scene number, and the letters, digits, dashes and full stops between #…#."""
    line = heading.rstrip().rstrip(_EMPHASIS)
    opening = line.rfind("#", 0, -1)
    if opening < 0 or line[-1] != "#" or not _NUMBER.fullmatch(line, opening + 1, len(line) - 1):
        return heading, None
    return line[:opening].rstrip() + heading.rstrip()[len(line) :], line[opening + 1 : -1]


def is_forced(line: str) -> bool:
    """Whether a stripped line is a forced heading: one full stop, then a letter or a digit."""
    return len(line) > 1 and line[0] == "." and line[1].isalnum()


def is_heading(line: str) -> bool:
    """Whether a stripped line reads as a slug line by itself, the lines around it left aside.

    INT, EXT, EST, INT/EXT and I/E count in any case before a full stop or a space. Words of other languages
    are also everyday words (Innen, Interior, פנים), so they need a full stop, or capitals; and where the
    script has no capitals and only a space follows, a dash or a time of day as well.
    """
    if is_forced(line):
        return True
    start = plain(line[:_LONGEST_PREFIX]).lstrip(_EMPHASIS)
    found = _PREFIX.match(start)
    if not found:
        return False
    word, mark = found["word"], found["mark"]
    if mark == "." or (not mark and _ANY_CASE.issuperset(_PARTS.split(word.upper()))):
        return True
    if word != word.upper():
        return False
    if mark or word != word.lower():
        return True
    place, day_night = _split_time(start[found.end() :])
    return day_night is not None or _DASH.search(place) is not None


def parse_slug(heading: str) -> Slug:
    """Inside or outside, where and when, of a slug line in any of the known languages; raises nothing.

    The time of day is the last part behind a dash that ends in a known time word, or failing that a last
    word set off by a full stop or comma, or a last DAY or NIGHT. What follows it (FLASHBACK, a year in
    brackets) is left out. A line that names no time is all location.
    """
    line = " ".join(plain(heading).split()).strip(_EMPHASIS)
    line = split_number(line[1:] if is_forced(line) else line)[0]
    found = _PREFIX.match(line)
    location, day_night = _split_time(line[found.end() :] if found else line)
    return Slug(
        int_ext=_int_ext(found["word"].upper()) if found else None,
        location=location,
        day_night=day_night.upper() if day_night else None,
    )


def _int_ext(word: str) -> IntExt:
    kinds = {_WORDS.get(part) for part in _PARTS.split(word)}
    if "INT/EXT" in kinds or kinds >= {"INT", "EXT"}:
        return "INT/EXT"
    return "EXT" if "EXT" in kinds else "INT" if "INT" in kinds else "EST"


def _split_time(rest: str) -> tuple[str, str | None]:
    rest = rest.strip()
    stop = len(rest)
    for dash in reversed(list(_DASH.finditer(rest))):
        part = _BRACKET.sub("", rest[dash.end() : stop]).strip(_BETWEEN)
        if _tells_time(part):
            return rest[: dash.start()].strip(_BETWEEN), part
        stop = dash.start()
    whole = _BRACKET.sub("", rest).rstrip(_BETWEEN)
    last = re.split(r"[\s.．,，、。·]", whole)[-1]
    before = whole[: len(whole) - len(last)].rstrip()
    known = TIMES_OF_DAY if not before or before[-1] in _STOPS else DAY_AND_NIGHT
    if last.upper() in known:
        return before.strip(_BETWEEN), last
    return rest.lstrip(_BETWEEN), None


def _tells_time(part: str) -> bool:
    if _CLOCK.fullmatch(part) or part.upper() in TIME_PHRASES:
        return True
    choices = (choice.split() for choice in re.split(r"[/／,，、]", part.rstrip(" 0123456789").upper()))
    return any(words and words[-1] in TIMES_OF_DAY for words in choices)
