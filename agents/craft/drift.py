"""Where what was decided keeps away from what the orchestrator asked for, as the house reads both."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from cineledger.agents.craft.adherence_words import WORDS
from cineledger.agents.craft.choice import FilmView
from cineledger.agents.craft.colour_wishes import read_wishes
from cineledger.agents.craft.page import quoted
from cineledger.agents.craft.subjects import SUBJECTS
from cineledger.agents.craft.tempo_words import wants
from cineledger.agents.craft.vision import read_vision
from cineledger.domain.debate.options import Look
from cineledger.domain.value import Value
from cineledger.domain.words import DESIGN, PACING

ASKED, DECIDED = 0.4, 0.3
"""How far words, and a decision, must lean (0 to 1) for the two to be opposed."""
FEWEST = 6
"""Shots from which on their sizes say something of the whole film."""
MOST, LEAST = 0.6, 0.1
"""The share of shots that makes a film of faces, of places or of moves; and the one that makes it none."""
BROKEN = 1.0
"""How far something is from a constraint that it breaks."""


class Holding(Value):
    """A decision that holds for the whole film, or for one of its people."""

    subject: str
    lead: str
    """The role that answers for it."""
    what: str
    """What was decided, in a line."""
    choice: str | None = None
    look: Look | None = None


class Frames(Value):
    """The shots that stand, as shares of their number from 0 to 1."""

    shots: int
    near: float
    """MCU and closer."""
    far: float
    """FS and wider."""
    moving: float
    """Those in which the camera moves."""


class Away(NamedTuple):
    """That a decision keeps away from words, by how much, and in which way."""

    far: float
    against: str
    reason: str


def away(holding: Holding, frames: Frames | None, said: Sequence[str]) -> Away | None:
    """How a decision drifts from what was said, where it does; of several ways the furthest."""
    found = [*_look(holding, frames, said), *_choice(holding, said)]
    return max(found, key=lambda one: one.far, default=None)


def _look(holding: Holding, frames: Frames | None, said: Sequence[str]) -> Iterator[Away]:
    if holding.look is None:
        return
    wanted = read_vision(said)
    for axis, (low, high) in WORDS.items():
        asked, decided = getattr(wanted, axis), getattr(holding.look, axis)
        if abs(asked) >= ASKED and abs(decided) >= DECIDED and asked * decided < 0:
            words = _loudest(said, _leaning(axis), asked)
            names = (high, low) if asked > 0 else (low, high)
            reason = f"What was asked for is {names[0]}, and the look that was decided on is {names[1]}"
            yield Away(_share(abs(asked - decided) / 2), words, reason)
    if frames is not None and frames.shots >= FEWEST:
        yield from _frames(frames, wanted, said)


def _frames(frames: Frames, wanted: Look, said: Sequence[str]) -> Iterator[Away]:
    """The shots in sum against the look that was asked for, whatever was decided about it."""
    near, far, moving = f"{frames.near:.0%}", f"{frames.far:.0%}", f"{frames.moving:.0%}"
    for axis, opposed, share, reason in (
        ("closeness", wanted.closeness <= -ASKED, frames.near, f"{near} of the shots are MCU or closer"),
        ("closeness", wanted.closeness >= ASKED, frames.far, f"{far} of the shots are FS or wider"),
        ("motion", wanted.motion <= -ASKED, frames.moving, f"the camera moves in {moving} of the shots"),
    ):
        if opposed and share >= MOST:
            asked = getattr(wanted, axis)
            words = _loudest(said, _leaning(axis), asked)
            film = WORDS[axis][asked > 0]
            yield Away(share, words, f"What was asked for is {film}, and {reason}")
    if wanted.motion >= ASKED and frames.moving <= LEAST:
        words = _loudest(said, _leaning("motion"), wanted.motion)
        reason = f"What was asked for is {WORDS['motion'][1]}, and the camera moves in {moving} of the shots"
        yield Away(_share(1 - frames.moving), words, reason)


def _choice(holding: Holding, said: Sequence[str]) -> Iterator[Away]:
    subject = SUBJECTS.get(holding.subject)
    if subject is None or holding.choice is None:
        return
    words = subject.excluded(_bare(said)).get(holding.choice)
    if words:
        yield Away(BROKEN, words, f"It breaks the constraint {quoted(words, 80)}")
    elif holding.subject == PACING:
        pull = wants(said)
        if (holding.choice, pull > 0) in (("quick", False), ("long takes", True)) and abs(pull) >= DECIDED:
            asked = "quick" if pull > 0 else "lingering"
            loud = _loudest(said, lambda text: wants((text,)), pull)
            yield Away(_share(abs(pull)), loud, f"What was asked for is {asked}, and it is cut the other way")
    elif holding.subject == DESIGN and holding.choice in _FULL_OR_BARE:
        kind, asked = _FULL_OR_BARE[holding.choice]
        wishes = read_wishes(tuple(said))
        if wishes.asked(kind) and not wishes.asked("full" if kind == "bare" else "bare"):
            loud = next((text for text in reversed(said) if read_wishes((text,)).asked(kind)), said[-1])
            yield Away(_share(0.8), loud, f"What was asked for is {asked}, and the sets are the opposite")


_FULL_OR_BARE = {"sparse": ("full", "rich"), "lush": ("bare", "bare")}
"""How sets are designed → the wish that is against it, and how a film is called that was wished so."""


def _bare(said: Sequence[str]) -> FilmView:
    """A film of which nothing is known but the words."""
    return FilmView(
        look=read_vision(said),
        said=tuple(said),
        talk=0.0,
        night=0.0,
        inside=0.0,
        moving=0.0,
        heated=0.0,
        quiet=0.0,
        scenes=0,
        people=0,
        english=True,
    )


def _leaning(axis: str) -> Callable[[str], float]:
    """How far one text leans on an axis of the look."""
    return lambda text: float(getattr(read_vision((text,)), axis))


def _loudest(said: Sequence[str], lean: Callable[[str], float], asked: float) -> str:
    """The words that lean furthest the way that all of them do; of equals the latest."""
    return max(reversed(said), key=lambda text: lean(text) * (1 if asked > 0 else -1))


def _share(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 2)
