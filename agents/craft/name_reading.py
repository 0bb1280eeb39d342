"""A character's name, read for comparing with another: its letters, its words, and what of it counts."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from cineledger.agents.craft.name_letters import bare
from cineledger.agents.craft.name_words import AND, COUNTING, KIN, TITLES, TOGETHER
from cineledger.agents.craft.page import unspaced


class Name(NamedTuple):
    """A name, read for comparing."""

    typed: str
    letters: str
    """Without accents, marks and spaces."""
    words: tuple[str, ...]
    """Without accents and a leading THE; titles and relatives in one spelling."""


@lru_cache(maxsize=4096)
def read_name(typed: str) -> Name:
    """A name as typed, read."""
    plain = bare(typed)
    letters = "".join(c for c in plain if unicodedata.category(c)[0] not in "PZS")
    split = re.sub(r"\.(?=\S)", ". ", plain).replace("-", " ").split()
    words = [word for word in (part.strip('.,:#"()') for part in split) if word]
    spelled = tuple(TITLES.get(word, KIN.get(word, word)) for word in words)
    return Name(typed, letters, spelled[1:] if spelled[:1] == ("THE",) else spelled)


def several(name: str) -> bool:
    """Whether a name stands for several people at once: ALL, BOB AND ALICE, BOB/ALICE."""
    words = re.sub(r"([&+/,;、])", r" \1 ", bare(name)).split()
    joined = any(word in AND for word in words[1:-1])
    return joined or any(word in TOGETHER for word in words)


def counts(words: Iterable[str]) -> tuple[str, ...]:
    """What in a name counts: digits, numerals, ordinals, and single letters."""
    return tuple(
        word
        for word in words
        if word in COUNTING or (len(word) == 1 and not unspaced(word)) or any(c.isdigit() for c in word)
    )


def owner(word: str) -> str:
    """A word without the mark of possession."""
    return re.sub(r"['’]S?\Z", "", word)
