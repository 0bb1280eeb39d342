"""Each side of a debate as the orchestrator is told it: every side the same room, in its own words."""

from collections.abc import Sequence
from typing import NamedTuple

from cineledger.domain.debate.options import TradeOffOption, describe
from cineledger.domain.debate.question import Position, Proposal, Question

MOST_VOICES = 2
"""Voices of a side that are heard with their reasons; of the rest the names are given."""
LONGEST = 140
"""Characters of a reason that are told."""


class Voice(NamedTuple):
    """Somebody's word."""

    role: str
    criterion: str
    reason: str
    blocking: bool


class Side(NamedTuple):
    """A live proposal with the best that is said for it and against it."""

    proposal: int
    by: str
    what: str
    supports: tuple[Voice, ...]
    objections: tuple[Voice, ...]
    also_for: tuple[str, ...]
    also_against: tuple[str, ...]
    """Who else stands there."""
    costs: tuple[str, ...]
    """What it would cost, by those against it: the criteria it fails; first the money and days of a trade-off."""


def sides(question: Question) -> tuple[Side, ...]:
    """Every live proposal, in the order in which they came to the table."""
    live = question.live
    return tuple(_side(question, p) for p in question.proposals if p.number in live)


def summary(question: Question) -> str:
    """The sides in a line each, as they are kept with a request."""
    return " | ".join(_line(side) for side in sides(question))


def told(voices: Sequence[Voice], also: Sequence[str]) -> list[str]:
    """What is said on one half of a side, a line a voice."""
    lines = [f"{voice.role} ({voice.criterion}): {voice.reason}" for voice in voices]
    return [*lines, f"so {', '.join(also)}"] if also else lines


def _side(question: Question, proposal: Proposal) -> Side:
    said = [p for p in question.positions if p.proposal == proposal.number]
    supports = [p for p in said if p.supports]
    # Who made it speaks first for it, who blocks it first against it; then by when they spoke.
    supports.sort(key=lambda p: (p.role != proposal.by, p.number))
    objections = sorted((p for p in said if not p.supports), key=lambda p: (not p.blocking, p.number))
    return Side(
        proposal=proposal.number,
        by=proposal.by,
        what=describe(proposal.option),
        supports=_heard(supports),
        objections=_heard(objections),
        also_for=tuple(p.role for p in supports[MOST_VOICES:]),
        also_against=tuple(p.role for p in objections[MOST_VOICES:]),
        costs=_costs(proposal, objections),
    )


def _heard(positions: Sequence[Position]) -> tuple[Voice, ...]:
    return tuple(Voice(p.role, p.criterion, _short(p.reason), p.blocking) for p in positions[:MOST_VOICES])


def _costs(proposal: Proposal, objections: Sequence[Position]) -> tuple[str, ...]:
    option, costs = proposal.option, list[str]()
    if isinstance(option, TradeOffOption):
        granted = [f"a cost of {option.amount}"] if option.amount is not None else []
        granted += [f"{option.days} days"] if option.days is not None else []
        costs += granted
        gone = [*option.shots, *option.sets[1:], *option.cues]
        costs += [f"the loss of {', '.join(gone)}"] if gone else []
    return tuple(dict.fromkeys([*costs, *(p.criterion for p in objections)]))


def _line(side: Side) -> str:
    parts = ["for: " + "; ".join(told(side.supports, side.also_for))] if side.supports else ["nobody for it"]
    if side.objections:
        parts.append("against: " + "; ".join(told(side.objections, side.also_against)))
    return f"{side.proposal} {side.what} ({'; '.join(parts)})"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 2].rsplit(" ", 1)[0].rstrip(",;:") + " …"
