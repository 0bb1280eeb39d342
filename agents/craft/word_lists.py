"""Lists of words to look for in a text: `|` between them, `*` for any ending, phrases over several lines."""

import re
from functools import lru_cache

from cineledger.agents.craft.page import unspaced

_GONE_BEFORE = re.compile(
    r"\b(?:no|not|without|never|nor|нет|без|sans|sin|keine?n?|dead|unlit|broken)\s+(?:\w+\s+)?\Z|没有?\Z"
)
_GONE_AFTER = re.compile(
    r"\A[^.;!?]{0,24}\b(?:should be|has stopped|stops|stopped|has ended|ended|has passed|has cleared|is over|goes out|"
    r"goes dark|goes off|dies|is dead|is off|"
    r"is out|is dark|are off|are out|are dark|no longer|unlit|broken)\b"
)


def affirmed(words: str, text: str) -> str | None:
    """The first of the words that a text affirms: no rain is none, and a lamp that dies lights nothing."""
    lowered = text.casefold()
    for found in compiled(words).finditer(lowered):
        if not denied(lowered, found.start(), found.end()):
            return found[0]
    return None


def denied(lowered: str, start: int, end: int) -> bool:
    """Whether a text in small letters says of what stands there that it is not, or no longer."""
    return bool(_GONE_BEFORE.search(lowered[:start]) or _GONE_AFTER.match(lowered[end:]))


@lru_cache(maxsize=512)
def compiled(listed: str) -> re.Pattern[str]:
    words = [" ".join(word.split()) for word in listed.split("|")]
    spaced = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words if not unspaced(word))
    joined = "|".join(re.escape(word) for word in words if unspaced(word))
    return re.compile(rf"(?<!\w)(?:{spaced})(?!\w)" + (f"|{joined}" if joined else ""))


def listed(words: str, text: str) -> str | None:
    """The first of the words that a text in small letters holds."""
    found = compiled(words).search(text.casefold())
    return found[0] if found else None
