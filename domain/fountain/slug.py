"""Slug lines: which lines are headings, and what they say."""

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from cineledger.domain.fountain.screenplay import Slug
from cineledger.domain.fountain.slug_words import OTHER_WORDS, SPEC_WORDS, TIMES_OF_DAY

IntExt = Literal["INT", "EXT", "INT/EXT", "EST"]

_WORDS = SPEC_WORDS | OTHER_WORDS
_WORD = "|".join(map(re.escape, sorted(_WORDS, key=len, reverse=True)))
_PREFIX = re.compile(
    rf"(?P<word>(?:{_WORD}|I(?=\.?\s*[/／])|E(?=\.?\s*[/／]))(?:\.?\s*[/／]\s*(?P<second>{_WORD}|[IE](?![^\W_])))?)"
    r"(?P<mark>[.．。:：]|(?=\s))",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s*#(?P<number>[\w.\-]+)#[\s*_]*\Z")
_DASH = re.compile(r"\s+[-–—―ー]+\s*|--+|[–—―]+")
_BETWEEN = " \t\u3000.,，、。．:：·/／|-–—―"
_BRACKET = re.compile(r"\s*[(（][^()（）]*[)）]\s*\Z")
_CLOCK = re.compile(r"\d{1,2}([:.h]\d{2})?\s*([AP]\.?M\.?)?\Z", re.IGNORECASE)
_EMPHASIS = "*_"


def split_number(heading: str) -> tuple[str, str | None]:
    """A slug line without its scene number, and the number between #…#: letters, digits, dashes, full stops."""
    if heading.find("#") < 0:
        return heading, None
    tail = _NUMBER.search(heading, max(0, heading.rfind("#", 0, heading.rfind("#")) - 1))
    return (heading[: tail.start()], tail["number"]) if tail else (heading, None)


def is_forced(line: str) -> bool:
    """Whether a stripped line is a forced heading: one full stop, then a letter or a digit."""
    return len(line) > 1 and line[0] == "." and line[1].isalnum()


def is_heading(line: str) -> bool:
    """Whether a stripped line reads as a slug line by itself, the lines around it left aside.

    INT, EXT, EST, INT/EXT and I/E count in any case before a full stop or a space. Words of other languages are
    also everyday words (Innen, Interior, פנים), so they need a full stop or a colon, or capitals; and where the
    script has no capitals and a space follows, a dash or a time of day as well.
    """
    return is_forced(line) or _names_place(line)


def parse_slug(heading: str) -> Slug:
    """Inside or outside, where and when, of a slug line typed in any of the known languages; raises nothing.

    The time of day is the last part behind a dash that ends in a known time word, or failing that the last word;
    what stands behind it (FLASHBACK, a year in brackets) is left out. Text that names no time is all location.
    """
    line = unicodedata.normalize("NFC", heading).strip().strip(_EMPHASIS).strip()
    line = split_number(line[1:] if is_forced(line) else line)[0].strip()
    found = _PREFIX.match(line)
    rest = line
    if found:
        rest = line[found.end() :].lstrip(_BETWEEN)
    location, day_night = _split_time(rest)
    return Slug(
        int_ext=_int_ext(found["word"].upper()) if found else None,
        location=" ".join(location.split()),
        day_night=" ".join(day_night.split()).upper() if day_night else None,
    )


@lru_cache(maxsize=1024)
def _names_place(line: str) -> bool:
    line = unicodedata.normalize("NFC", line[:200]).lstrip(_EMPHASIS)
    found = _PREFIX.match(line)
    if not found:
        return False
    word, mark = found["word"], found["mark"]
    if mark == "." or (not mark and all(part in _SPEC_PARTS for part in re.split(r"[./／\s]+", word.upper()))):
        return True
    if word != word.upper():
        return False
    if mark or word != word.lower():
        return True
    rest = line[found.end() :]
    return _DASH.search(rest) is not None or _split_time(rest.strip())[1] is not None


_SPEC_PARTS = {*SPEC_WORDS, "I", "E"}


def _int_ext(word: str) -> IntExt:
    kinds = {_WORDS.get(part, {"I": "INT", "E": "EXT"}.get(part)) for part in re.split(r"[./／\s]+", word)}
    if "INT/EXT" in kinds or kinds >= {"INT", "EXT"}:
        return "INT/EXT"
    return "EXT" if "EXT" in kinds else "INT" if "INT" in kinds else "EST"


def _split_time(rest: str) -> tuple[str, str | None]:
    dashes = list(_DASH.finditer(rest))
    for index in range(len(dashes) - 1, -1, -1):
        stop = dashes[index + 1].start() if index + 1 < len(dashes) else len(rest)
        part = _BRACKET.sub("", rest[dashes[index].end() : stop])
        if _tells_time(part):
            return rest[: dashes[index].start()].rstrip(_BETWEEN), part.strip(_BETWEEN)
    whole = _BRACKET.sub("", rest).rstrip(_BETWEEN)
    last = re.split(r"[\s.,，、。．·/／]+", whole)[-1]
    if last.upper() in TIMES_OF_DAY:
        return whole[: len(whole) - len(last)].rstrip(_BETWEEN), last
    return rest.rstrip(), None


def _tells_time(part: str) -> bool:
    words = re.split(r"[\s/／,，、]+", part.strip(_BETWEEN).upper())
    while len(words) > 1 and words[-1].isdigit():
        words.pop()
    return any(word in TIMES_OF_DAY for word in (words[0], words[-1]) if len(words) < 3 or word is words[-1]) or (
        _CLOCK.match(part.strip()) is not None and not part.strip().isdigit()
    )
