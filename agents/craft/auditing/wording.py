"""What the words of a line are about."""

import re
from functools import lru_cache

_STOP = frozenset(
    """about after again ago all also always and another any anybody anyone are around ask back been before being but
    can can't come comes could day did didn't does doesn't doing don't done down else enough even ever every
    everybody everyone everything for from gave get gets give goes going gone good got had has have haven't having
    hear hello her here hers him his how into isn't it's its just keep know knows last let let's like little long
    look looks made make makes many maybe mean might mine more most much must myself need never new nobody none not
    nothing now off old one only other our out over own please put really right said say says see seen she should
    since some somebody someone something still such sure take tell than thank thanks that that's the their them
    then there these they thing things think this those though thought time told too true try two under until very
    wait want was wasn't way we'll we're well went were what what's when where which while who who's why will with
    without won't word would wouldn't year years yes yet you you'd you'll you're you've your yours week weeks month
    months days tonight today tomorrow yesterday morning night first three nine name there's they're i'll i've
    """.split()
)
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_SHORTEST = 4


@lru_cache(maxsize=8_192)
def content(text: str) -> frozenset[str]:
    """The words of a text that say what it is about, without their endings; function words are left out."""
    words = (word for word in _WORD.findall(text.casefold().replace("’", "'")) if word not in _STOP)
    return frozenset(_stem(word) for word in words if len(word) >= _SHORTEST)


def _stem(word: str) -> str:
    word = word.removesuffix("'s")
    for ending in ("ies", "ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word
