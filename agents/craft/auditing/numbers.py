"""Numbers, days and dates as English dialogue has them."""

import re

_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORTH = {
    **{word: value for value, word in enumerate((*_ONES, *_TEENS), start=1)},
    **{word: 10 * value for value, word in enumerate(_TENS, start=2)},
}
_ORDINALS = {
    word: value
    for value, word in enumerate(
        (
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
            "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
        ).split(),
        start=1,
    )
} | {f"{word[:-1]}ieth": 10 * value for value, word in enumerate(_TENS, start=2)}
NUMBER = rf"(?:\d{{1,3}}|(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES)}))?|{'|'.join((*_TEENS, *_ONES))})"
"""A number up to 999 in figures, up to 99 in words; the longest that stands there."""
_NTH = "|".join(_ORDINALS)
ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|(?:twenty|thirty)[- ](?:{'|'.join(list(_ORDINALS)[:9])})|{_NTH})"
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
MONTHS = ("january february march april may june july august september october november december").split()
WEEKDAY, MONTH = "|".join(WEEKDAYS), "|".join(MONTHS)
UNIT = r"(?:day|week|month|year)s?"
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


def number(text: str) -> int:
    """The value of a number or an ordinal."""
    figures = re.match(r"\d+", text)
    if figures:
        return int(figures[0])
    words = re.split(r"[- ]", text.casefold())
    return sum(_WORTH.get(word, _ORDINALS.get(word, 0)) for word in words)


def days(count: int, unit: str) -> int:
    """About how many days so many days, weeks, months or years are."""
    return count * _DAYS[unit.casefold().rstrip("s")]


def day_of_year(text: str) -> int | None:
    """Where a day of a month, or a feast, falls in a year, by months of 31 days; None where the text has none."""
    found = DATE.search(text)
    if found is None:
        return None
    if found["feast"]:
        return FEASTS[found["feast"].casefold()]
    month = MONTHS.index((found["m1"] or found["m2"]).casefold())
    return 31 * month + number(found["d1"] or found["d2"]) - 1


FEASTS = {
    "valentine's day": 31 + 13,
    "halloween": 9 * 31 + 30,
    "christmas eve": 11 * 31 + 23,
    "christmas day": 11 * 31 + 24,
    "boxing day": 11 * 31 + 25,
    "new year's eve": 11 * 31 + 30,
}
"""Those of a fixed day; New Year's Day begins another year."""
DATE = re.compile(
    rf"(?:(?P<feast>{'|'.join(FEASTS)})|(?:the )?(?P<d1>{ORDINAL}|\d{{1,2}})(?: of)? (?P<m1>{MONTH})|"
    rf"(?P<m2>{MONTH}),? (?:the )?(?P<d2>{ORDINAL}|\d{{1,2}}\b(?!\d)))\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
