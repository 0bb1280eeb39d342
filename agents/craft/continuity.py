"""What does not join up between an episode and those before it, as the tables can tell."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cineledger.agents.craft.name_letters import bare
from cineledger.agents.craft.names import slip
from cineledger.domain.series.gaps import APART, furthest
from cineledger.domain.series.works import FindingKind
from cineledger.domain.value import Value

MOST = 8
"""Findings that are told: with more than these it is another story."""


class Known(Value):
    """Somebody who was in earlier episodes."""

    character: str
    episode: str
    """The last she was in."""
    fate: str = ""
    """dead or gone; empty where she goes on."""
    quote: str = ""


class Left(Value):
    """Where the last episode she was in left a main character."""

    character: str
    episode: str
    ends: str
    valence: float | None
    """-1 misery to 1 joy."""


class Met(Value):
    """Where this episode meets a main character."""

    character: str
    begins: str
    valence: float | None


class Bond(Value):
    """How one character stands to another, as an episode left it or as this one first shows it."""

    character: str
    other: str
    episode: str = ""
    trust: float
    affection: float
    quote: str = ""


class Before(Value):
    """What earlier episodes established."""

    people: tuple[Known, ...]
    left: tuple[Left, ...]
    bonds: tuple[Bond, ...]
    themes: tuple[str, ...] = ()
    """What it was decided that the series is about."""


class Now(Value):
    """What this episode shows."""

    people: tuple[str, ...]
    """Who speaks."""
    met: tuple[Met, ...]
    bonds: tuple[Bond, ...]
    themes: tuple[str, ...]


class Gap(NamedTuple):
    """Something that does not join up."""

    kind: FindingKind
    subject: str
    text: str
    weight: float


def gaps(before: Before, now: Now, episode: str) -> list[Gap]:
    """The heaviest first."""
    found = [
        *_back(before, now, episode),
        *_jumps(before, now, episode),
        *_otherwise(before, now, episode),
        *_misspelt(before, now, episode),
        *_dropped(before, now, episode),
    ]
    return sorted(found, key=lambda gap: -gap.weight)[:MOST]


def _back(before: Before, now: Now, episode: str) -> Iterable[Gap]:
    """Who does not come back has come back."""
    for known in before.people:
        if known.fate and known.character in now.people:
            said = f" (“{known.quote}”)" if known.quote else ""
            text = f"{known.character} is {known.fate} since {known.episode}{said}, and speaks in {episode}"
            yield Gap("fate", known.character, text, 1.0 if known.fate == "dead" else 0.6)


def _jumps(before: Before, now: Now, episode: str) -> Iterable[Gap]:
    """An arc goes on from somewhere else than where it was left."""
    met = {one.character: one for one in now.met}
    for left in before.left:
        here = met.get(left.character)
        if here is None or left.valence is None or here.valence is None:
            continue
        jump = here.valence - left.valence
        if abs(jump) >= APART:
            text = (
                f"{left.episode} leaves {left.character} {left.ends}, and {episode} meets {left.character} "
                f"{here.begins}: something has to have happened between them"
            )
            yield Gap("arc", left.character, text, round(min(0.95, 0.3 + abs(jump) / 2), 2))


def _otherwise(before: Before, now: Now, episode: str) -> Iterable[Gap]:
    """Two stand to each other otherwise than they were left, and nobody shows why."""
    met = {(bond.character, bond.other): bond for bond in now.bonds}
    for left in before.bonds:
        here = met.get((left.character, left.other))
        if here is None:
            continue
        what, moved = furthest((left.trust, left.affection), (here.trust, here.affection))
        if abs(moved) >= APART:
            more = "more" if moved > 0 else "less"
            said = f" (“{left.quote}”)" if left.quote else ""
            text = (
                f"{left.character} has {more} {what} for {left.other} as {episode} begins than when "
                f"{left.episode} left them{said}, and nothing shows why"
            )
            weight = round(min(0.9, 0.25 + abs(moved) / 2), 2)
            yield Gap("relationship", f"{left.character}/{left.other}", text, weight)


def _misspelt(before: Before, now: Now, episode: str) -> Iterable[Gap]:
    """Names that differ by a letter from one that is gone."""
    known = {person.character: person for person in before.people}
    for name in now.people:
        for other in () if name in known else known:
            if other not in now.people and _alike(name, other):
                text = f"{name} in {episode} may be {other} of {known[other].episode}, with a letter changed"
                yield Gap("name", f"{name}/{other}", text, 0.5)


def _alike(one: str, other: str) -> bool:
    words = [tuple(bare(name).split()) for name in (one, other)]
    return slip(words[0], words[1])


def _dropped(before: Before, now: Now, episode: str) -> Iterable[Gap]:
    """What the series was decided to be about does not show."""
    for theme in before.themes:
        if theme not in now.themes:
            text = f"the series is about {theme}, and no line of {episode} shows it"
            yield Gap("theme", theme, text, 0.4)


def subjects(before: Before, now: Now) -> dict[FindingKind, set[str]]:
    """What a finding of each kind can be about."""
    people = {known.character for known in before.people}
    both = people & set(now.people)
    pairs = {f"{bond.character}/{bond.other}" for bond in before.bonds}
    return {
        "fate": both,
        "arc": both,
        "relationship": pairs & {f"{bond.character}/{bond.other}" for bond in now.bonds},
        "name": {f"{name}/{other}" for name in now.people for other in people},
        "theme": set(before.themes),
    }


def gone_for_a_season(shown: Sequence[int], whole: Sequence[int]) -> tuple[int, ...]:
    """The seasons, of those that are all there, that lack what an earlier one had."""
    first = min(shown, default=0)
    return tuple(season for season in whole if shown and season > first and season not in shown)
