"""What day it is and how long ago things were, and lines that have it otherwise."""

import re
from collections.abc import Iterator, Sequence

from cineledger.agents.craft.auditing.numbers import (
    DATE,
    NUMBER,
    UNIT,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    day_of_year,
    days,
    number,
)
from cineledger.agents.craft.auditing.scene import Audited, Established, Found, Line, established, spoken
from cineledger.agents.craft.auditing.wording import content
from cineledger.agents.craft.doing import sentences
from cineledger.agents.craft.page import quoted, shorten

_WRAPS = 200
"""Days by which a date that seems to go back lies in the next year."""
_APART = 1.5
"""How many times as long a stretch of time must be to be another: people round."""
_MOST = 100
"""A count from which it is a way of speaking: I've told you a hundred times, a thousand years ago."""
_END = r"(?=\s*[.,;:!?…]|\s*\Z| (?:morning|afternoon|evening|night|today|and|already|again)\b)"
_IS = r"\b(?:it'?s|it is|today'?s|today is)(?: only| already| still)? "
_TODAY = (
    (0, re.compile(rf"{_IS}(?P<d>{WEEKDAY}){_END}", re.IGNORECASE)),
    (-1, re.compile(rf"\btomorrow(?:'s| is) (?P<d>{WEEKDAY}){_END}", re.IGNORECASE)),
    (1, re.compile(rf"\byesterday was (?P<d>{WEEKDAY}){_END}", re.IGNORECASE)),
)
_DATED = re.compile(rf"{_IS}(?={DATE.pattern})", re.IGNORECASE)
_MARRIED = re.compile(
    rf"\bmarried (?:now )?(?:for )?(?P<n>{NUMBER}) years\b|\b(?P<m>{NUMBER}) years (?:of marriage|married)\b",
    re.IGNORECASE,
)
_NAMED = frozenset({"since", "married"})
"""What a stretch of time is counted from by name."""
_UNSURE = re.compile(
    r"\b(?:if|when|unless|until|wish|thought|think|feels?|imagine|say|said|pretend|like)\b|\?", re.IGNORECASE
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|wrote|met|came|went|left|built|got|took|saw|made|bought|sent|died|"
    r"since|back in|dated|"
    r"posted|[a-z]{2,}ed)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|won't|'ll|going to|gonna|would|until|till|by|future|next|shall|expected|planned)\b",
    re.IGNORECASE,
)
_AGO = re.compile(rf"\b(?P<n>{NUMBER}|a) (?P<u>{UNIT}) ago\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince (?:the|my|your|his|her|our|their) (?P<what>[a-z]{4,})\b", re.IGNORECASE)
_LASTS = re.compile(rf"\b(?P<n>{NUMBER}) (?P<u>{UNIT})\b", re.IGNORECASE)
_FIGURE = re.compile(r"\b(?:feels? like|seems?|like it was|might as well|if|would|could)\b", re.IGNORECASE)


def established_dates(scene: Audited) -> Iterator[Established]:
    """What a scene says of the day, the date, the year and of how long ago something was."""
    if scene.year is not None:
        shown = next(
            (line for line in scene.lines if str(scene.year) in line.text and line.kind != "dialogue"), None
        )
        if shown is not None:
            quote = shorten(spoken(shown.text))
            yield established(scene, shown, "date", "", "year", str(scene.year), quote)
    for line, what, value, quote in _told(scene):
        yield established(scene, line, "date", line.who or "", what, value, quote)


def wrong_dates(scene: Audited, before: Sequence[Established]) -> Iterator[Found]:
    """Days and dates that can't be, beside what was said of them before."""
    for line, what, value, quote in _told(scene):
        for place in range(len(before) - 1, -1, -1):
            known = before[place]
            if known.kind == "date" and _differ(scene, line.who or "", what, value, known):
                people = tuple(dict.fromkeys(who for who in (line.who, known.about) if who))
                text = (
                    f"{line.who} says {quoted(quote, 80)}, and scene {known.scene} has it otherwise: "
                    f"{quoted(known.quote, 80)}"
                )
                yield Found("date", line.place, quote, people, place, 0.7, text)
                break
    yield from _years_to_come(scene, before)


def _differ(scene: Audited, who: str, what: str, value: str, known: Established) -> bool:
    if what == "weekday" == known.what:
        return scene.day == known.day and value != known.value
    if known.era != scene.era:
        return False
    if what == "date" == known.what:
        back = int(known.value) - int(value)
        return scene.years == known.years and 0 < back < _WRAPS
    if what.split(":")[0] == known.what.split(":")[0] == "span":
        passed = days(scene.years - known.years, "year")
        now, then = int(value), int(known.value) + passed
        same = _same_thing(who, what, known)
        return same and max(now, then) >= _APART * max(1, min(now, then)) and abs(now - then) > 1
    return False


def _same_thing(who: str, what: str, known: Established) -> bool:
    """Two stretches of time are counted from one thing: a named one, or what one person tells in the same words."""
    mine, theirs = set(what.split(":")[1:]), set(known.what.split(":")[1:])
    if not mine.isdisjoint(_NAMED) or not theirs.isdisjoint(_NAMED):
        return mine == theirs
    return who == known.about and len(mine & theirs) >= 2


def _told(scene: Audited) -> Iterator[tuple[Line, str, str, str]]:
    """Line, what it is about, its value, and the words."""
    for line in scene.speeches():
        text = re.sub(r"[\"“][^\"”]*[\"”]", " ", spoken(line.text))
        for _, sentence in sentences(text):
            for moved, pattern in _TODAY:
                found = pattern.search(sentence)
                if found and not _UNSURE.search(sentence):
                    today = (WEEKDAYS.index(found["d"].casefold()) + moved) % 7
                    yield line, "weekday", str(today), shorten(sentence.strip())
            dated = _DATED.search(sentence)
            falls = day_of_year(sentence[dated.end() :]) if dated and not _UNSURE.search(sentence) else None
            if falls is not None:
                yield line, "date", str(falls), shorten(sentence.strip())
        yield from _spans(line, text)


def _spans(line: Line, text: str) -> Iterator[tuple[Line, str, str, str]]:
    """How long ago something was, by what is told with it."""
    if _FIGURE.search(text):
        return
    ago = _AGO.search(text)
    if ago:
        count = 1 if ago["n"].casefold() == "a" else number(ago["n"])
        about = ":".join(("span", *sorted(content(_AGO.sub(" ", text)))))
        if count < _MOST:
            yield line, about, str(days(count, ago["u"])), shorten(text)
    married = _MARRIED.search(text)
    if married:
        count = number(married["n"] or married["m"])
        yield line, f"span:married:{line.who}", str(days(count, "years")), shorten(text)
    since, lasts = _SINCE.search(text), _LASTS.search(text)
    if since and lasts and not ago and number(lasts["n"]) < _MOST:
        about = f"span:since:{since['what'].casefold()}"
        yield line, about, str(days(number(lasts["n"]), lasts["u"])), shorten(text)


def _years_to_come(scene: Audited, before: Sequence[Established]) -> Iterator[Found]:
    """Years after that of the scene, spoken of as gone by."""
    named = next((p for p in range(len(before) - 1, -1, -1) if before[p].what == "year"), None)
    year = scene.year
    if year is None or named is None:
        return
    for line in scene.speeches():
        for _, sentence in sentences(spoken(line.text)):
            later = next((int(m[1]) for m in YEAR.finditer(sentence) if int(m[1]) > year), None)
            if later and _PAST.search(sentence) and not _AHEAD.search(sentence):
                quote = shorten(sentence.strip())
                text = f"{line.who} speaks of {later} as gone by, and it is {year}: {quoted(quote, 90)}"
                yield Found("date", line.place, quote, (line.who or "",), named, 0.8, text)
