"""When scenes play and how: on one day or later, years on, remembered or dreamt."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from cineledger.agents.craft.auditing.numbers import NUMBER, YEAR, number
from cineledger.agents.craft.auditing.scene import spoken
from cineledger.domain.fountain.hours import Hour, hour_told
from cineledger.domain.fountain.screenplay import Element

_TYPED = ("heading", "action", "transition", "centered")
_AT_ONCE = re.compile(r"\b(?:CONTINUOUS|MOMENTS? LATER|SAME(?: TIME)?|SECONDS LATER|MINUTES LATER)\b")
_SAME_DAY = re.compile(
    r"\b(?:(?:THAT|THE SAME|SAME) (?:DAY|MORNING|AFTERNOON|EVENING|NIGHT)|LATER|HOURS? LATER)\b"
)
_LONG = re.compile(
    r"\b(?:years|decades|months|weeks|some time|a (?:year|month|week|decade)) (?:later|on|"
    r"after|earlier|before)\b|"
    r"\b(?:the )?next (?:year|month|week|spring|summer|autumn|fall|winter)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(rf"\b(?P<n>{NUMBER}|a) years? (?:later|on|after)\b", re.IGNORECASE)
_SHOWN = re.compile(
    r"\A\W*(?:super(?:impose)?|title(?: card)?|caption|legend|chyron|subtitle|card)\b", re.IGNORECASE
)
_BACK = re.compile(
    r"\b(?:flash(?: ?-?back|es back)|memory|remembered|(?:years?|months?|weeks?|days?|"
    r"hours?) (?:earlier|ago|before)|"
    r"dream|nightmare|fantasy|imagin|vision|daydream|hallucination|reverie|what if|alternate|time ?loop|"
    r"on (?:the )?(?:screen|tv|television|video|tape|monitor)|home movie|footage)",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:end (?:of )?(?:flash ?-?back|dream|memory)|back to (?:present|scene|reality)|present)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"\A\W*(?:begin |start )?(?:flash ?-?back|dream(?: sequence)?|memory|fantasy|nightmare)\b", re.IGNORECASE
)
_WOKE = re.compile(
    r"\b(?:(?:was|only|just) (?:all )?a (?:bad )?(?:dream|nightmare)|wakes? (?:up )?(?:with|"
    r"in|from|gasping|screaming)|"
    r"(?:sits|bolts|jerks|jolts) (?:bolt )?(?:up(?:right)?|awake))\b",
    re.IGNORECASE,
)
_ORDER: dict[Hour, int] = {"dawn": 0, "morning": 1, "day": 2, "dusk": 3, "evening": 4, "night": 5}


class When(NamedTuple):
    """When a scene plays, as far as the page tells."""

    day: int
    """Scenes of one number play on one day."""
    years: int
    """How many years the page says have passed since the first scene."""
    era: int
    """Within one, no more time passes than the page says, or a few days."""
    real: bool
    """It happens as it is shown, in the order of the story."""
    at_once: bool
    """No time has passed since the scene before."""
    year: int | None
    """The year in which it plays, where the page names one."""


class Page(NamedTuple):
    """What the clock is read off: a scene's slug line and elements."""

    heading: str
    place: str
    day_night: str | None
    elements: Sequence[Element]


def clock(pages: Sequence[Page]) -> list[When]:
    """When each scene plays, in order."""
    found, day, years, era, first = list[When](), 0, 0, 0, None
    inside = False
    for at, page in enumerate(pages):
        before = pages[at - 1] if at else None
        inside = _still_inside(page, before, inside)
        real = not inside and not _BACK.search(page.heading) and not _dreamt(pages, at)
        shown = [text for text in (*_end_of(before), *_directions(page)) if _SHOWN.match(text)]
        told = [page.heading, *shown]
        at_once = before is not None and not shown and bool(_AT_ONCE.search(page.heading.upper()))
        if real:
            passed = _passed(told)
            named = _year(told)
            if passed:
                years += passed
            elif named is not None and first is not None and named != first + years:
                era += named < first + years
                years = named - first
            elif any(_LONG.search(text) for text in told):
                era += 1
            if named is not None and first is None:
                first = named - years
            day += not at_once and not (before and not shown and _same_day(page, before))
        found.append(When(day, years, era, real, at_once, None if first is None else first + years))
    return found


def _directions(page: Page) -> list[str]:
    return [spoken(e.text) for e in page.elements if e.kind in ("action", "transition", "centered")]


def _passed(told: Sequence[str]) -> int:
    """How many years the page says have passed; 0 where it says nothing of years."""
    passes = next((m for text in told if (m := _YEARS.search(text))), None)
    if passes is None:
        return 0
    return 1 if passes["n"].casefold() == "a" else number(passes["n"])


def _year(told: Sequence[str]) -> int | None:
    return next((int(m[1]) for text in told if (m := YEAR.search(text))), None)


def _still_inside(page: Page, before: Page | None, inside: bool) -> bool:
    """A memory or dream that was begun by a line of its own goes on until a line ends it."""
    for text in (*_end_of(before), page.heading):
        if _ENDS.search(text):
            inside = False
        elif _BEGINS.match(text) and text is not page.heading:
            inside = True
    if inside and any(_ENDS.search(spoken(e.text)) for e in page.elements[:1]):
        return False
    return inside


def _end_of(page: Page | None) -> list[str]:
    """The lines typed last in a scene, which tell how the next one is come to."""
    if page is None:
        return []
    typed = [spoken(e.text) for e in page.elements[-3:] if e.kind in _TYPED]
    return [text for text in typed if len(text) <= 60 and (text.isupper() or _SHOWN.match(text))]


def _dreamt(pages: Sequence[Page], at: int) -> bool:
    """The next scene opens with somebody waking from this one."""
    if at + 1 == len(pages):
        return False
    opening = [spoken(e.text) for e in pages[at + 1].elements if e.kind == "action"][:2]
    return any(_WOKE.search(text) for text in opening)


def _same_day(page: Page, before: Page) -> bool:
    """The slug lines go on within a day: later in it, or from morning on towards night."""
    if _SAME_DAY.search(page.heading.upper()):
        return True
    now, then = hour_told(page.day_night), hour_told(before.day_night)
    return now is not None and then is not None and _ORDER[now] > _ORDER[then]
