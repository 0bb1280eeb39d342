"""Turns of one kind are not all shot alike: each time a film comes to one again, another way has its turn.

Block (*The Visual Story*): contrast keeps a visual idea alive, and what is repeated loses force. Which way is next
follows from how many turns of the kind stand before it in the script, so it is the same for everybody who argues about
the beat.
"""

from typing import Literal

from cineledger.agents.craft.rule import Criterion, Frame, Rule
from cineledger.domain.script.events import BeatKind
from cineledger.domain.shots.events import ShotSpec

Way = Literal["thing", "reaction", "together", "loose", "steep", "near", "far", "held"]

WAYS: dict[BeatKind, tuple[Way, ...]] = {
    "outburst": ("loose", "reaction", "far", "near", "together", "steep"),
    "reveal": ("reaction", "near", "together", "thing", "far", "held"),
    "silence": ("held", "together", "far", "near", "reaction", "steep"),
    "departure": ("far", "reaction", "loose", "together", "near", "steep"),
    "arrival": ("loose", "far", "together", "near", "steep", "thing"),
    "action": ("loose", "thing", "far", "steep", "together", "near"),
    "exchange": ("near", "together", "held", "reaction", "loose", "steep"),
    "button": ("near", "far", "held", "together", "thing", "steep"),
}
"""Kind of turn → the ways to shoot it, in the order in which a film comes to them."""


def way(spec: ShotSpec) -> Way:
    """What a shot is, in one word, to somebody who has seen the film's other turns."""
    if spec.size == "INSERT" or spec.type in ("POV", "CUTAWAY"):
        return "thing"
    if spec.type == "REACTION":
        return "reaction"
    if spec.movement in ("HANDHELD", "TRACK", "WHIP", "CRANE"):
        return "loose"
    if spec.size in ("FS", "WS", "EWS"):
        return "far"
    if spec.type in ("2S", "3S", "GROUP", "OTS", "MASTER"):
        return "together"
    if spec.angle != "EYE":
        return "steep"
    return "near" if spec.movement in ("PUSH", "DOLLY") else "held"


def _due(frame: Frame) -> Way:
    ways = WAYS[frame.b.kind]
    return ways[frame.b.again % len(ways)]


def _lately(frame: Frame) -> bool:
    """It is what the last turn of this kind or the one before was to be."""
    ways = WAYS[frame.b.kind]
    return way(frame.s) in {ways[(frame.b.again - k) % len(ways)] for k in (1, 2) if k <= frame.b.again}


CRITERION = Criterion(
    "variety of the film",
    0.45,
    (
        Rule(
            lambda f: way(f.s) == _due(f),
            1.0,
            "the film has been here {again} before; {shot} finds another way into {line}"
            "|{shot} keeps {line} from being the scene we have seen {again}",
        ),
        Rule(
            lambda f: _lately(f),
            0.2,
            "we have shot a turn like {line} this way already; {shot} wears it out",
        ),
    ),
    "{shot} is something else than the film's other turns",
    "{shot} is near to what the film did before {line}",
)
"""It judges a turn only where the film has had one of its kind."""
_WEARIER, _WEARIEST = 0.45, 3
"""How much more it counts with each turn of the kind that the film has had, and after how many no more."""


def criteria(again: int) -> tuple[Criterion, ...]:
    """What variety asks of a turn with so many of its kind before it; nothing of the first."""
    if not again:
        return ()
    return (CRITERION._replace(weight=CRITERION.weight * (1 + _WEARIER * (min(again, _WEARIEST) - 1))),)
