"""The lines of a script that tell who somebody is: her own, those said to her or naming her, directions she is in."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal

from cineledger.domain.value import Value


class HerLine(Value):
    """A line of hers, or one about her."""

    scene: int
    """Place of its scene among those asked about, counted from 0."""
    line: int
    """Place of its element in the scene, counted from 0."""
    tells: Literal["own", "to her", "of her", "done"]
    """Said by her; said to her; naming her to somebody else; a direction she is in."""
    who: str = ""
    """Who says it, where she does not."""
    meant: bool = False
    """The direction says only he or she, and means her."""
    text: str


def own(lines: Iterable[HerLine]) -> list[HerLine]:
    """What she says."""
    return [line for line in lines if line.tells == "own"]


def done(lines: Iterable[HerLine]) -> list[HerLine]:
    """The directions she is in."""
    return [line for line in lines if line.tells == "done"]


@lru_cache(maxsize=256)
def naming(names: Sequence[str]) -> re.Pattern[str]:
    """A pattern for somebody by any of her names, in capitals or with a capital."""
    longest = sorted(names, key=lambda name: (-len(name), name))
    parts = (re.escape(name).replace(r"\ ", r"\s+") for name in longest)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)
