"""What a character says she wants: an arc begins with a want (McKee, Story; Weston, Directing Actors)."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from cineledger.agents.craft.page import SPOKEN, shorten
from cineledger.agents.craft.story import Told, sentences

_PATTERNS = (
    r"\b(all i (want|need|ask)\b|i (just |only |really |still )?(want|need|wish|hope|long)\b|i'?d (like|give)\b|"
    r"i (came|come|'m here|am here) (to|for|because)\b|i'?m (looking for|trying to)\b|i'?ve (got|come) to\b)",
    r"\b(i have to|i must|i('?m| am) (going to|gonna)|i (don'?t|didn'?t) want|we (have|need|want|must)( to)?\b|"
    r"i won'?t\b|i'?ll (never|find|get|stop|make|bring|take)\b|i can'?t (lose|let|leave|live|go)\b)",
    r"\A\W*(please[,!. ]+)?((let|give|tell|show|help|take|bring|hear|forgive|believe|trust|join) "
    r"(me|us|him|her|them)\b)|"
    r"\bwould you (like to|please)\b|\bcould(n'?t)? (you|we)\b|\bmay i\b",
    r"\A\W*(please[,!. ]+)?(wait|stop|listen|come (back|here|home|on|with)|stay|don'?t\b|get out|"
    r"go (back|home|away)|leave|run|say it|look at|kill|open|hurry)\b",
)
"""From the plainest to the least plain: a wish, a must, something asked of another, an order."""
MOST = 80
"""Characters of a speech up to which it is quoted whole."""
_WANTS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _PATTERNS)
_IDLE = re.compile(
    r"\b(want|like|have|need|going) to (say|ask you something|admit|know what|be honest|tell you)\b|"
    r"\bi (hope|wish) so\b|\bi (have|need) to (go|run)\b|\bi have (a|an|no|another|to say)\b|"
    r"\bdon'?t (mention|worry|know)\b|\blet me (see|think)\b|"
    r"\A\W*(wait|stop|listen|hurry|look)\W*[.,…]",
    re.IGNORECASE,
)
"""Said in passing."""


class Want(NamedTuple):
    """A sentence in which she wants something."""

    scene: int
    line: int
    quote: str
    plainness: int
    """0 for the plainest."""


def wants(scenes: Sequence[Told], character: str) -> tuple[Want, ...]:
    """Every sentence of hers that wants something, in order; English only."""
    found = []
    for place, scene in enumerate(scenes):
        for line, element in enumerate(scene.elements):
            if element.kind in SPOKEN and element.character == character:
                for sentence in sentences(element.text.replace("’", "'")):
                    plain = plainness(sentence)
                    if plain is not None:
                        quote = (
                            shorten(element.text, MOST)
                            if len(element.text) <= MOST
                            else shorten(sentence, MOST)
                        )
                        found.append(Want(place, line, quote, plain))
    return tuple(found)


def first_want(scenes: Sequence[Told], character: str) -> Want | None:
    """The plainest want of hers; of equals the first, for a story runs on what is wanted early."""
    return min(wants(scenes, character), key=lambda w: (w.plainness, w.scene, w.line), default=None)


def plainness(sentence: str) -> int | None:
    """How plainly a sentence wants something, 0 the most; None where it wants nothing, or says so in passing."""
    if _IDLE.search(sentence):
        return None
    return next((place for place, pattern in enumerate(_WANTS) if pattern.search(sentence)), None)
