"""Whom a direction means that begins with she or he, told from how the scene speaks of people."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from cineledger.agents.craft.beats import Marked

Gender = Literal["she", "he"]
Called = tuple[tuple[str, Gender], ...]
"""Characters, and what directions call them."""

_SHE = re.compile(r"\b(?:she|her|hers|она|её|ее|ей|elle|ella)\b", re.IGNORECASE)
_HE = re.compile(r"\b(?:he|him|his|он|его|ему|il|él)\b", re.IGNORECASE)
_LEADS: dict[Gender, re.Pattern[str]] = {
    "she": re.compile(r"\W*(?:she|она|elle|ella)\b", re.IGNORECASE),
    "he": re.compile(r"\W*(?:he|он|il|él)\b", re.IGNORECASE),
}
_SUBJECT: dict[Gender, re.Pattern[str]] = {
    "she": re.compile(r"(?:[.!?]\s+|,\s+|\b(?:and|as|then)\s+)(?:she|она)\b", re.IGNORECASE),
    "he": re.compile(r"(?:[.!?]\s+|,\s+|\b(?:and|as|then)\s+)(?:he|он)\b", re.IGNORECASE),
}


def called(marked: Iterable[Marked]) -> Called:
    """Who is she and who is he, where directions that name one person go on to say so; others are not in it."""
    votes: dict[str, int] = {}
    for mark in marked:
        text = mark.unit.text
        named = [name for name in mark.people if re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE)]
        if mark.unit.kind != "action" or len(named) != 1 or _led(text):
            continue
        strong = 3 * (len(_SUBJECT["she"].findall(text)) - len(_SUBJECT["he"].findall(text)))
        weak = bool(_SHE.search(text)) - bool(_HE.search(text))
        votes[named[0]] = votes.get(named[0], 0) + strong + weak
    return tuple((name, "she" if count > 0 else "he") for name, count in sorted(votes.items()) if count)


def meant(mark: Marked, before: Sequence[Marked], known: Mapping[str, Gender]) -> tuple[str, ...] | None:
    """Whom a direction that begins with a pronoun may mean, likeliest first; None where it begins otherwise."""
    gender = _led(mark.unit.text) if mark.unit.kind == "action" else None
    if gender is None:
        return None
    recent = [earlier.subject for earlier in reversed(before) if earlier.subject]
    people = list(dict.fromkeys([*recent, *(name for m in before for name in m.people)]))
    sure = [name for name in people if known.get(name) == gender]
    if sure:
        return (sure[0],)
    # The one who has just spoken seldom does what follows as “she”: the page would say nothing at all.
    return tuple(name for name in people[:2] if known.get(name, gender) == gender)


def _led(text: str) -> Gender | None:
    return next((gender for gender, words in _LEADS.items() if words.match(text)), None)
