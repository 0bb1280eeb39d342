"""What somebody takes from a scene: what she does, sees, is told, overhears or reads, and whether she can be sure."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from cineledger.agents.craft.clause_words import PAST
from cineledger.agents.craft.doing import sentences
from cineledger.agents.craft.facts import READ, SECRET
from cineledger.agents.craft.hearing import QUOTED
from cineledger.domain.cast.knowledge import How

DISTRUST = -0.1
"""How somebody stands to another from whom she takes nothing on trust."""
NEAR = 2
"""Lines from a telling on in which it can be asked to be kept."""
_ME = re.compile(r"\b(?:i|me|my|we|us|our)\b", re.IGNORECASE)


class Reached(NamedTuple):
    """A line that reaches her, or is hers."""

    place: int
    who: str
    """Who says it; empty for what is done."""
    to: tuple[str, ...]
    text: str
    hidden: bool
    """Whispered, or done so that nobody else sees."""


class ToldHere(NamedTuple):
    """A telling of a fact in this scene that reaches her, or is hers."""

    line: int
    teller: str
    shown: bool
    so: bool
    quote: str


class Matter(NamedTuple):
    """What a fact is about."""

    text: str
    about: tuple[str, ...]
    secret: bool
    untrue: bool
    """Who says so knows better."""


class Taken(NamedTuple):
    """What she takes from a telling."""

    so: bool
    how: How
    source: str
    sure: bool
    secret: bool
    line: int
    quote: str


def take(
    me: str, lines: Sequence[Reached], fact: Matter, tellings: Sequence[ToldHere], trusted: Sequence[str]
) -> Taken | None:
    """What she takes of a fact from a scene: the surest of its tellings, of equals the first; None for nothing.

    Who says that she did it did; who says anything else first knew it. Who sees, does or reads it is sure, and who is
    told by somebody whom it is about and whom she trusts; else she only believes it. What is said not to be so she
    believes of those she trusts; who says that herself, or says what she knows to be untrue, learns nothing by it.
    """
    found = [taken for told in tellings if (taken := _taken(me, lines, fact, told, trusted)) is not None]
    return max(found, key=lambda one: (one.so, one.sure, -one.line), default=None)


def _taken(
    me: str, lines: Sequence[Reached], fact: Matter, told: ToldHere, trusted: Sequence[str]
) -> Taken | None:
    line = next((one for one in lines if one.place == told.line), None)
    mine = told.teller == me
    if line is None or (mine and (fact.untrue or not told.so)):
        return None
    kept = fact.secret and (mine or _asked(lines, told, me))
    if mine:
        return Taken(
            True, "did" if told.shown or _did(fact, me) else "knew", "", True, kept, told.line, told.quote
        )
    if told.shown:
        return Taken(told.so, "saw", "", True, kept, told.line, told.quote)
    if not line.who and not _reads(line.text, me):
        return None
    if not line.who:
        return Taken(told.so, "read", "", told.so, kept, told.line, told.quote)
    if not told.so and told.teller not in trusted:
        return None
    how: How = "told" if me in line.to else "overheard"
    sure = told.so and not fact.untrue and may_be_sure(told.teller, fact.about, trusted)
    return Taken(told.so, how, told.teller, sure, kept, told.line, told.quote)


def _did(fact: Matter, me: str) -> bool:
    """It is a deed of hers: her name, and what she did."""
    after = fact.text.removeprefix(me).split()
    return fact.text.startswith(me) and after[:1] != [] and after[0].casefold() in PAST


def _reads(text: str, me: str) -> bool:
    """She is named in the sentence that has somebody read, outside of what is read."""
    own = {word.casefold() for word in me.split() if len(word) > 2}
    reading = (s for _, s in sentences(QUOTED.sub(". ", text)) if READ.search(s))
    return any(not own.isdisjoint(re.findall(r"[^\W_]+", sentence.casefold())) for sentence in reading)


def may_be_sure(source: str, about: Sequence[str], trusted: Sequence[str]) -> bool:
    """She has it from somebody whom it is about and whom she trusts."""
    return source in about and source in trusted


def _asked(lines: Sequence[Reached], told: ToldHere, me: str) -> bool:
    """She is asked to keep it, or it is meant for her ears only."""
    at = next(place for place, one in enumerate(lines) if one.place == told.line)
    if lines[at].hidden and lines[at].who:
        return me in lines[at].to
    near = (one for one in lines[at : at + NEAR] if one.who == told.teller and me in one.to)
    return any(SECRET.search(one.text.replace("’", "'")) for one in near)
