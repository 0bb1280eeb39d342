"""What a note wishes of a shot compared with what it is: closer or wider, stiller or livelier."""

import re

from cineledger.agents.craft.vision_words import NEGATIONS
from cineledger.domain.debate.options import Look
from cineledger.domain.shots.events import ShotSpec
from cineledger.domain.words import SIZES

NO_WISH = Look(closeness=0, motion=0, contrast=0)

CLOSER = frozenset("closer nearer tighter".split())
WIDER = frozenset("wider looser further farther".split())
STILLER = frozenset("stiller calmer steadier".split())
LIVELIER = frozenset("livelier faster ".split())
TOO = {"wide": (1, 0), "far": (1, 0), "close": (-1, 0), "tight": (-1, 0), "static": (0, 1), "busy": (0, -1)}
"""What is too much of something asks for the other: steps of closeness and of motion."""

_WORD = re.compile(r"[a-z']+|[.;!?\n]")


def read_wish(text: str) -> Look:
    """The direction a note points in: 1, -1 or 0 on each axis; a comparative that is refused points nowhere."""
    closeness = motion = 0
    before = ""
    for word in _WORD.findall(text.casefold().replace("’", "'")):
        if before not in NEGATIONS:
            near, move = TOO.get(word, (0, 0)) if before == "too" else (0, 0)
            closeness += near + (word in CLOSER) - (word in WIDER)
            motion += move + (word in LIVELIER) - (word in STILLER)
        before = word
    return Look(closeness=_sign(closeness), motion=_sign(motion), contrast=0)


def grants(now: ShotSpec, other: ShotSpec, wish: Look) -> bool:
    """True if the other shot goes where the wish points, by one or two sizes, seen from the one there is."""
    step = SIZES.index(other.size) - SIZES.index(now.size)
    still = (now.movement == "STATIC", other.movement == "STATIC")
    return (wish.closeness == 0 or (0 < step * wish.closeness <= 2 and other.size != "INSERT")) and (
        wish.motion == 0 or still == ((False, True) if wish.motion < 0 else (True, False))
    )


def _sign(steps: int) -> int:
    return (steps > 0) - (steps < 0)
