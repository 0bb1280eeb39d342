"""Locked scene numbers: what a scene put in between is called."""

import re
from collections.abc import Collection, Iterator
from itertools import count
from typing import NamedTuple

from cineledger.domain.words import SETUP_LETTERS, setup_letters

UNNUMBERED = "0"
"""What stands before the first slug line."""

_NUMBER = re.compile(r"([A-Z]*)([0-9]+)([A-Z]*)")
_BEHIND_ALL_LETTERS = "["


class _Number(NamedTuple):
    """The order that scenes stand in: 72, AA72A, A72A, B72A, 72A, 72B … 72Z, 72AA, 73."""

    whole: int
    length: int
    suffix: str
    prefix: str
    """Read from the number outwards, and a scene with one more letter in front stands before it."""


def inserted_number(before: str | None, after: str | None, taken: Collection[str]) -> str:
    """The number of a scene put between two, which keep theirs; None where it is the script's first or last.

    After 72 comes 72A, then 72B; before 72A, A72A, then B72A; before the first scene, A1; behind the last, the
    next whole number. I and O are skipped, being read as 1 and 0. A number in `taken` is never given again.
    The order of `72, A72A, 72A, 72B, 73` holds while neighbours stand in it and 24 letters are enough.
    """
    used = {number.upper() for number in taken}
    low, high = _bound(before), _bound(after)
    used |= {number for number in (low, high) if number}
    if low is None:
        choices = _in_front_of(high, None) if high else iter(())
    elif high is None:
        choices = _whole_after(low)
    else:
        choices = _between(low, high)
    return next(number for number in _and_then(choices, low or high or "") if number not in used)


def _bound(number: str | None) -> str | None:
    return number.upper() if number and number != UNNUMBERED else None


def _between(low: str, high: str) -> Iterator[str]:
    least, most = _read(low), _read(high)
    if least is None or most is None or least >= most:
        return
    yield from _behind(least, most)
    yield from _in_front_of(high, least)


def _behind(least: _Number, most: _Number) -> Iterator[str]:
    """72A, 72B … as far as they stand before the scene that follows."""
    for place in count():
        number = f"{least.whole}{setup_letters(place)}"
        found = _read(number)
        if found is None or found >= most:
            return
        if found > least:
            yield number


def _in_front_of(high: str, least: _Number | None) -> Iterator[str]:
    """A72A, B72A … as far as they stand behind the scene before."""
    for letter in SETUP_LETTERS:
        found = _read(letter + high)
        if found is None or least is None or found > least:
            yield letter + high


def _whole_after(low: str) -> Iterator[str]:
    least = _read(low)
    if least is not None:
        yield from (str(whole) for whole in count(least.whole + 1))


def _and_then(choices: Iterator[str], stem: str) -> Iterator[str]:
    """The choices; where there is none, the neighbour's number with letters behind it."""
    yield from choices
    if not stem:
        yield from map(str, count(1))
    yield from (stem + setup_letters(place) for place in count())


def _read(number: str) -> _Number | None:
    found = _NUMBER.fullmatch(number)
    if found is None:
        return None
    prefix, whole, suffix = found.groups()
    return _Number(int(whole), len(suffix), suffix, prefix[::-1] + _BEHIND_ALL_LETTERS)
