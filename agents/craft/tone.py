"""How a line is meant where its words say otherwise: thrown out, begged, or said in scorn."""

import re
from collections.abc import Callable, Sequence

from cineledger.agents.craft.bond_words import SPEECH
from cineledger.agents.craft.doing import sentences
from cineledger.agents.craft.page import SPOKEN, plain
from cineledger.domain.fountain.screenplay import Element

Tone = tuple[float, float, str]
"""Valence, arousal, name."""

ANGRY: Tone = (-0.6, 0.8, "angry")
FRANTIC: Tone = (-0.5, 0.8, "frantic")
SCORNFUL: Tone = (-0.4, 0.3, "annoyed")

_AGAINST = {"sends away", "insults", "hates", "threatens", "wards off", "accuses", "distrusts"}
_THROWN = tuple(sign.pattern for sign in SPEECH if sign.name in _AGAINST)
_BEGGED = re.compile(
    r"^(?:wait|please|help(?: me)?|no|stop|don't(?! you)|hurry|somebody|no no|oh god|oh no)\b[^.?]{0,24}[!]",
    re.IGNORECASE,
)
_SCORNED = re.compile(
    r"\b(?:just (?:great|perfect|wonderful|fantastic|terrific|what i needed)[.!]*$|thanks for nothing\b|"
    r"oh,? (?:great|good|wonderful|perfect|lovely|fantastic|joy|terrific)[,.!]* (?:another|now|just what)\b|"
    r"(?:well|now) that's just \w+\b|yeah,? right[.!]*$|big surprise\b|what a surprise[.!]*$)|"
    r"^(great|perfect|wonderful|fantastic|terrific|lovely)[,.] (?:just )?(?:\1|great|perfect)\b",
    re.IGNORECASE,
)
_PERHAPS = re.compile(
    r"^(?:oh|well)?,? ?"
    r"(?:great|wonderful|perfect|lovely|fantastic|terrific|brilliant|marvellous|congratulations)[.!]*$",
    re.IGNORECASE,
)
_SAID_SO = re.compile(
    r"\b(?:sarcas|ironic|mock(?:ing)?\b|dry\b|dryly|wry|scornful|contempt|feigned|fake)", re.IGNORECASE
)
_DARK = -0.25
_NEAR = 2


def tone(elements: Sequence[Element], place: int, compound: Callable[[str], float]) -> Tone | None:
    """How a spoken line is meant; None where its words mean what they say.

    Bright words are scorn where they are worn phrases of it, where a parenthetical says so, or where they stand alone
    beside dark lines (Riloff et al. 2013: a positive word in a negative situation). What is shouted at somebody is
    anger, whatever its words; what is begged for at the top of one's voice is fear.
    """
    element = elements[place]
    if element.kind not in SPOKEN:
        return None
    said = [text.strip().replace("’", "'") for _, text in sentences(plain(element.text))]
    whole = " ".join(said)
    if any(_SCORNED.search(text) for text in (whole, *said)) or _told_so(elements, place):
        return SCORNFUL
    if any(_PERHAPS.search(text) for text in said) and _dark(elements, place, compound):
        return SCORNFUL
    loud = [text for text in said if text.endswith("!") or (text.isupper() and len(text) > 4)]
    if loud and any(pattern.search(text) for text in said for pattern in _THROWN):
        return ANGRY
    return FRANTIC if any(_BEGGED.search(text) for text in loud) else None


def _told_so(elements: Sequence[Element], place: int) -> bool:
    before = elements[place - 1] if place else None
    return before is not None and before.kind == "parenthetical" and _SAID_SO.search(before.text) is not None


def _dark(elements: Sequence[Element], place: int, compound: Callable[[str], float]) -> bool:
    """The lines just before it, or what else is said in it, are dark."""
    near = [e.text for e in elements[:place] if e.kind in SPOKEN or e.kind == "action"][-_NEAR:]
    rest = [text for _, text in sentences(elements[place].text) if not _PERHAPS.search(text.strip())]
    return any(compound(text) <= _DARK for text in (*near, *rest))
