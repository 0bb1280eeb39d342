"""Where everybody in a scene stands and goes: a floor plan read from the directions, and the line between two.

Katz (*Film Directing Shot by Shot*, on staging) and Arijon (*Grammar of the Film Language*, on the triangle principle):
the camera stays on one side of the line between the two who have most to do with each other, so that they look at each
other from cut to cut. What no line says is a neutral mark that the reason calls one.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from zlib import crc32

from cineledger.agents.craft.beats import Marked, mark_up
from cineledger.agents.craft.calls import intercut
from cineledger.agents.craft.floor_words import FIXTURES, POSTURE, How
from cineledger.agents.craft.page import quoted, telling
from cineledger.agents.craft.power import CLEAR, holder, standings
from cineledger.agents.craft.stage import Step, steps
from cineledger.agents.craft.view import shown
from cineledger.domain.fountain.screenplay import Element

SEATS = ("passenger seat", "back seat", "armchair", "sofa", "chair", "bench")
PLACES = {name: (x, y) for name, x, y, _ in FIXTURES}
APART = 0.16
"""Share of the set's width that two who play together stand apart, at least."""
STANDS_OVER = 0.6
"""What standing while others sit is worth, in orders."""
_NEUTRAL = (
    (0.36, 0.46),
    (0.64, 0.46),
    (0.5, 0.66),
    (0.24, 0.64),
    (0.76, 0.64),
    (0.4, 0.8),
    (0.6, 0.8),
    (0.16, 0.5),
)
_BESIDE = (
    (-0.1, 0.0),
    (0.1, 0.0),
    (0.0, 0.12),
    (0.0, -0.12),
    (-0.16, 0.12),
    (0.16, 0.12),
    (-0.16, -0.1),
    (0.16, -0.1),
)
_DOOR, _WING = (0.97, 0.74), (1.0, 0.5)


class Spot(NamedTuple):
    """Somebody somewhere on the floor plan."""

    who: str
    at: str
    x: float
    y: float


class Going(NamedTuple):
    """Somebody goes somewhere at a line."""

    line: int
    how: str
    to: Spot


class Staging(NamedTuple):
    """A scene as it is staged."""

    marks: tuple[Spot, ...]
    moves: tuple[Going, ...]
    axis: tuple[str, str] | None
    holds: str | None
    reason: str


def block(elements: Sequence[Element], cast: Sequence[str], inside: bool) -> Staging | None:
    """A scene's staging; None where nobody can be seen in it."""
    marked = mark_up(elements, cast)
    people = shown(marked)
    if not people:
        return None
    if (cut := intercut(elements)) is not None:
        # Two places cut against each other are two floor plans; this one is of the place that the scene begins in.
        people = shown([mark for mark in marked if mark.unit.first < cut]) or people[:1]
    pair = _pair(marked, people)
    plan = _Floor(steps(elements, people), people, pair or (), inside, _first_lines(marked))
    axis = plan.line(pair)
    standing = standings(marked)
    over = plan.stands_over()
    if over:
        standing[over] = standing.get(over, 0.0) + STANDS_OVER
    holds = holder(standing, people)
    return Staging(
        marks=tuple(plan.marks[who] for who in people),
        moves=tuple(plan.moves),
        axis=axis,
        holds=holds,
        reason=_reason(plan, elements, axis, holds, standing, over),
    )


def mirrored(staging: Staging) -> Staging:
    """The same from the other side of the line: left is right, and the one who looked right looks left."""

    def turned(spot: Spot) -> Spot:
        return spot._replace(x=round(1 - spot.x, 2), y=round(min(0.95, max(0.05, 1 - spot.y)), 2))

    return staging._replace(
        marks=tuple(turned(spot) for spot in staging.marks),
        moves=tuple(move._replace(to=turned(move.to)) for move in staging.moves),
        axis=None if staging.axis is None else (staging.axis[1], staging.axis[0]),
        reason=f"{staging.reason}; seen from the other side, as the note asks",
    )


class _Floor:
    """The floor plan as it fills."""

    def __init__(
        self,
        read: Sequence[Step],
        people: Sequence[str],
        pair: Sequence[str],
        inside: bool,
        first_lines: Mapping[str, int],
    ) -> None:
        self.people, self.inside = people, inside
        self.leading = (*pair, *(who for who in people if who not in pair))
        self.marks: dict[str, Spot] = {}
        self.moves: list[Going] = []
        self.now: dict[str, Spot] = {}
        self.posture: dict[str, str] = {}
        self.told: list[Step] = []
        self.neutral: list[str] = []
        self.off: set[str] = set()
        self.mover: str | None = None
        read = [one for step in read for one in self._each(step)]
        self._begin([step for step in read if step.line <= first_lines.get(step.who, step.line)])
        for step in read:
            self._go(step)

    def _each(self, step: Step) -> list[Step]:
        """A step of all is one of each."""
        return [step] if step.who != "*" else [step._replace(who=who) for who in self.people]

    def _begin(self, read: Sequence[Step]) -> None:
        """Where everybody is before anything happens: as the line that brings them has it, or on a neutral mark."""
        first: dict[str, Step] = {}
        for one in read:
            first.setdefault(one.who, one)
        for who in self.people:
            step = first.get(who)
            if step is None:
                continue
            if step.how == "enters" or (step.out and not self.inside):
                self.marks[who] = Spot(who, *self._outside())
                self.off.add(who)
            elif step.how in ("sits", "stands", "kneels", "lies", "leans", "drives") and step.fixture:
                self.marks[who] = self._spot(who, step)
                self.told.append(step)
        for who in self.leading:
            if who not in self.marks:
                self.neutral.append(who)
                self.marks[who] = self._free(who)
        self.now = dict(self.marks)

    def _go(self, step: Step) -> None:
        who, here = step.who, self.now[step.who]
        how, before = self._how(step), self.posture.get(step.who)
        seated = how == "stands" and step.fixture in SEATS
        self.posture[who] = "sitting" if seated else POSTURE.get(how, "standing")
        if step in self.told:
            return
        if how == "exits":
            if who in self.off:
                return
            self.off.add(who)
            there = Spot(who, *self._outside())
        elif how == "enters" and who not in self.off and not step.fixture:
            return
        elif how == "enters" or step.fixture or step.by:
            self.off.discard(who)
            there = self._spot(who, step, how == "enters")
        elif before == self.posture[who] or how in ("stands", "leans", "follows"):
            return
        else:
            there = here
        if there.at == here.at and how in ("stands", "crosses", "follows"):
            return
        self.now[who], self.mover = there, who
        self.moves.append(Going(step.line, how, there))
        self.told.append(step)

    def _how(self, step: Step) -> How:
        """What a step comes to: out of the van into the street is in, and who follows somebody out goes out."""
        if step.how == "exits" and step.out and not self.inside:
            return "enters" if step.who in self.off else "crosses"
        gone = self.mover is not None and self.mover != step.who and self.mover in self.off
        return "exits" if step.how == "follows" and gone and not step.fixture else step.how

    def _outside(self) -> tuple[str, float, float]:
        return ("off, at the door", *_DOOR) if self.inside else ("off, frame right", *_WING)

    def _spot(self, who: str, step: Step, enters: bool = False) -> Spot:
        """Where a step leads: by somebody, by a thing of the set, or just in."""
        if step.by and step.by in self.now:
            other = self.now[step.by]
            x, y = self._beside(who, other.x, other.y)
            return Spot(who, step.at, x, y)
        if step.fixture:
            x, y = self._beside(who, *_place(step.fixture))
            return Spot(who, step.at, x, y)
        if enters:
            place = ("inside the door", 0.76, 0.62) if self.inside else ("in from the right", 0.72, 0.5)
            x, y = self._beside(who, *place[1:])
            return Spot(who, place[0], x, y)
        return self.now.get(who) or self._free(who)

    def _beside(self, who: str, x: float, y: float) -> tuple[float, float]:
        """The nearest place to a point at which nobody stands; alone at it, right there."""
        taken = [
            (s.x, s.y)
            for name, s in {**self.marks, **self.now}.items()
            if name != who and name not in self.off
        ]
        for dx, dy in ((0.0, 0.0), *_BESIDE):
            found = (round(min(0.95, max(0.05, x + dx)), 2), round(min(0.95, max(0.08, y + dy)), 2))
            if all(abs(found[0] - a) + abs(found[1] - b) >= 0.1 for a, b in taken):
                return found
        return round(min(0.95, max(0.05, x)), 2), round(y, 2)

    def _free(self, who: str) -> Spot:
        """A neutral mark: the first that is free; in a crowd somewhere of its own."""
        others = [spot for name, spot in self.marks.items() if name != who and name not in self.off]
        for place, (x, y) in enumerate(_NEUTRAL):
            if all(abs(x - s.x) + abs(y - s.y) >= 0.14 for s in others):
                return Spot(who, _words(place), x, y)
        number = crc32(who.encode())
        return Spot(who, "among the others", 0.1 + number % 80 / 100, 0.5 + number // 80 % 40 / 100)

    def line(self, pair: tuple[str, str] | None) -> tuple[str, str] | None:
        """The axis: who stands left looks right. Two on one spot are moved apart, who was there first to the left."""
        if pair is None:
            return None
        one, other = (self._acting(who) for who in pair)
        if one.x > other.x or (one.x == other.x and pair[1] == self.people[0]):
            pair, one, other = (pair[1], pair[0]), other, one
        if other.x - one.x < APART:
            middle = min(0.9, max(0.1, (one.x + other.x) / 2))
            self._shift(pair[0], round(middle - APART / 2, 2), one)
            self._shift(pair[1], round(middle + APART / 2, 2), other)
        return pair

    def _acting(self, who: str) -> Spot:
        """Where somebody plays the scene from: the mark, or for one who comes in the place come to."""
        if self.marks[who].at.startswith("off,"):
            return next((move.to for move in self.moves if move.to.who == who), self.marks[who])
        return self.marks[who]

    def _shift(self, who: str, x: float, was: Spot) -> None:
        there = was._replace(x=x)
        if self.marks[who] == was:
            self.marks[who] = there
        self.moves = [move._replace(to=there) if move.to == was else move for move in self.moves]

    def stands_over(self) -> str | None:
        """The one who stands while everybody else sits, kneels or lies."""
        here = [who for who in self.people if who in self.posture]
        up = [who for who in here if self.posture[who] == "standing"]
        return up[0] if len(up) == 1 and len(here) > 1 and len(here) == len(self.people) else None


def _first_lines(marked: Sequence[Marked]) -> dict[str, int]:
    """The line of everybody's first appearance; a voice from off is none."""
    first: dict[str, int] = {}
    for mark in marked:
        for who in mark.people if not mark.unit.unseen else ():
            first.setdefault(who, mark.unit.first)
    return first


def _place(thing: str) -> tuple[float, float]:
    """Where a thing stands: as in every set, or for one that is not listed somewhere of its own, always there."""
    number = crc32(thing.encode())
    return PLACES.get(thing) or (0.2 + number % 60 / 100, 0.42 + number // 60 % 40 / 100)


def _words(place: int) -> str:
    return (
        "left of centre",
        "right of centre",
        "upstage, between them",
        "upstage left",
        "upstage right",
        "at the back, left",
        "at the back, right",
        "far left",
    )[place]


def _pair(marked: Sequence[Marked], people: Sequence[str]) -> tuple[str, str] | None:
    """The two who have most to do with each other: who answer each other, then who share a direction."""
    ties: Counter[tuple[str, str]] = Counter()
    order = {who: place for place, who in enumerate(people)}
    before: str | None = None
    for mark in marked:
        shared = [who for who in mark.people if who in order]
        if mark.unit.kind == "speech":
            speaker = mark.unit.speaker
            if speaker in order and before in order and before != speaker:
                ties[_ordered(order, before, speaker)] += 2
            before = speaker if not mark.unit.unseen else before
            shared = [who for who in shared if who != speaker]
            for who in shared[:1] if speaker in order else ():
                ties[_ordered(order, speaker, who)] += 1
        elif len(shared) > 1:
            ties[_ordered(order, shared[0], shared[1])] += 1
    if ties:
        return max(ties, key=lambda pair: (ties[pair], -order[pair[0]], -order[pair[1]]))
    return (people[0], people[1]) if len(people) > 1 else None


def _ordered(order: dict[str, int], one: str | None, other: str | None) -> tuple[str, str]:
    first, second = sorted((str(one), str(other)), key=lambda who: order[who])
    return first, second


def _reason(
    plan: _Floor,
    elements: Sequence[Element],
    axis: tuple[str, str] | None,
    holds: str | None,
    standing: dict[str, float],
    over: str | None,
) -> str:
    """What the floor plan rests on, what is a guess, who holds the scene and where the camera stays."""
    said = []
    if plan.told:
        step = plan.told[0]
        said.append(f"{quoted(telling(elements[step.line].text, step.word), 60)} {_puts(step, plan.inside)}")
    if plan.neutral:
        names = ", ".join(plan.neutral[:3]) + (
            f" and {len(plan.neutral) - 3} more" if len(plan.neutral) > 3 else ""
        )
        verb = "stands" if len(plan.neutral) == 1 else "stand"
        said.append(
            f"no line says where {names} {verb}, so the {'mark is' if verb == 'stands' else 'marks are'} neutral"
        )
    if axis:
        said.append(f"the line runs from {axis[0]} to {axis[1]}, and the camera keeps to one side of it")
    if holds:
        said.append(
            f"{holds} holds the scene"
            + (", on their feet while the rest are not" if over == holds else f" ({_why(standing, holds)})")
        )
    text = "; ".join(said) or "one figure, free to move"
    return text[:1].upper() + text[1:]


def _puts(step: Step, inside: bool) -> str:
    if step.at:
        return f"puts {step.who} {step.at}"
    if step.how in ("enters", "exits"):
        way = "in" if step.how == "enters" else "out"
        return f"brings {step.who} {way}{' by the door' if inside else ''}"
    return f"has {step.who} {_DONE.get(step.how, 'move')}"


_DONE = {"sits": "sit", "rises": "get up", "kneels": "kneel", "lies": "lie down", "leans": "lean"}


def _why(standing: dict[str, float], holds: str) -> str:
    return "gives the orders" if standing.get(holds, 0.0) >= 2 * CLEAR else "the other gives way"
