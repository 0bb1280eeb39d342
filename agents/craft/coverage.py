"""Technical coverage: the shots of a scene beside those that carry its key beats."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from cineledger.agents.craft.framing import BeatView, shot
from cineledger.agents.craft.happening import happenings, items
from cineledger.agents.craft.limits import NO_LIMITS, Limits
from cineledger.agents.craft.optics import nearer
from cineledger.agents.craft.page import names_in, playable
from cineledger.agents.craft.patterns import Wanted, happens, image, master, wanted
from cineledger.agents.craft.signs import find
from cineledger.agents.craft.thirty import jumps
from cineledger.domain.debate.options import Look
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.script.events import Beat
from cineledger.domain.shots.events import ShotSpec
from cineledger.domain.words import ShotSize

LONGEST_RUN = 3
"""Shots of one size in a row before a scene grows dull."""
POVS = 2
"""Points of view a scene takes before the device wears thin."""


class Planned(NamedTuple):
    """A shot of the technical coverage."""

    spec: ShotSpec
    first: int
    last: int
    """Places of the first and last element it covers, counted from 0 within the scene."""
    beat: int
    people: tuple[str, ...]
    purpose: str


def cover(
    elements: Sequence[Element],
    beats: Sequence[Beat],
    views: Sequence[BeatView],
    look: Look,
    carried: Mapping[int, ShotSpec],
    limits: Limits = NO_LIMITS,
) -> tuple[Planned, ...]:
    """The shots a scene needs beside those carried (beat → the spec decided for it), in the order of its
    beats.

    A wide over the whole, unless a wide already carries all of it; then what each beat's pattern asks for,
    inserts of what has to be seen and points of view where somebody looks. Every playable line is in at
    least one shot.
    """
    if not beats or len(beats) != len(views):
        return ()
    plan = _Plan(look, limits, carried)
    if not _one_wide(beats, carried) and not all(view.once for view in views):
        seen = tuple(dict.fromkeys(name for view in views for name in view.seen))
        whole = views[0].model_copy(update={"seen": seen[:1] if any(view.apart for view in views) else seen})
        plan.add(beats[0], whole, master(views, look), (beats[0].first, beats[-1].last))
    shown: set[str] = set()
    kinds: Counter[str] = Counter()
    povs = talks = 0
    for beat, view in zip(beats, views, strict=True):
        plan.carry(beat.beat)
        kinds[beat.kind] += 1
        turn = kinds[beat.kind] - 1 if not view.once else len(plan.planned)
        for want in plan.matched(wanted(view, look, talks, carried.get(beat.beat), len(beats), turn)):
            plan.add(beat, view, want, (beat.first, beat.last))
        _images(plan, elements, beat, view)
        _events(plan, elements, beat, view, carried.get(beat.beat))
        talks += bool(view.speech_share >= 0.3 and (view.other or view.phone))
        if view.thing and view.thing not in shown and not _is(carried, beat.beat, "INSERT"):
            shown.add(view.thing)
            place = _place(elements, beat, view.thing)
            plan.add(beat, view, _READ if view.thing in READABLE else _INSERT, (place, place))
        elif (
            view.looks
            and view.focus
            and povs < POVS
            and beat.kind != "exchange"
            and not _is(carried, beat.beat, "POV")
        ):
            povs += 1
            place = _place(elements, beat, None)
            there = view.thing is not None or view.other is not None
            plan.add(
                beat, view, _POV if there else _POV._replace(size="WS"), (place, min(place + 1, beat.last))
            )
    return tuple(plan.planned)


def _images(plan: "_Plan", elements: Sequence[Element], beat: Beat, view: BeatView) -> None:
    """A shot for each image of a montage that is listed line by line."""
    if not view.once:
        return
    for place in range(beat.first, beat.last + 1):
        listed = items(elements[place].text) if elements[place].kind == "action" else ()
        for turn, item in enumerate(listed):
            plan.add(beat, view, image(names_in(item, view.people), turn, view), (place, place))


def _events(
    plan: "_Plan", elements: Sequence[Element], beat: Beat, view: BeatView, carrying: ShotSpec | None
) -> None:
    """A shot wide enough for each thing that happens, unless one of the beat shows it whole already."""
    if not view.events:
        return
    for place in range(beat.first, beat.last + 1):
        if elements[place].kind != "action":
            continue
        for one in happenings(elements[place].text, view.people):
            shots = [p.spec for p in plan.planned if p.beat == beat.beat] + ([carrying] if carrying else [])
            if not any(spec.size in _WHOLE and spec.subject == one.what for spec in shots):
                plan.add(beat, view, happens(one.what, one.person, view.moves), (place, place))


_WHOLE = ("EWS", "WS", "FS", "MLS")

_READ = Wanted("INSERT", "CUTAWAY", "EYE", "STATIC", "thing", "so that {thing} can be read")
_INSERT = Wanted("INSERT", "CUTAWAY", "EYE", "STATIC", "thing", "so that nobody misses {thing}")
READABLE = frozenset(
    "phone smartphone screen monitor laptop computer letter note poster posters sign clock map newspaper headline "
    "ticket passport diary notebook badge icon app television receipt".split()
) | {"cell phone", "text message", "watch face"}
"""Things that have something on them."""
_POV = Wanted("MS", "POV", "EYE", "STATIC", "thing", "what {who} sees, from where {who} stands")


def monotony(sizes: Sequence[str]) -> tuple[int, int] | None:
    """Start and length of the longest run of one size beyond three, the first of equals; None where there
    is none.
    """
    best: tuple[int, int] | None = None
    start = 0
    for place in range(1, len(sizes) + 1):
        if place == len(sizes) or sizes[place] != sizes[start]:
            length = place - start
            if length > LONGEST_RUN and (best is None or length > best[1]):
                best = (start, length)
            start = place
    return best


def uncovered(elements: Sequence[Element], ranges: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    """Places of the playable elements that lie in no range; a range holds both its ends."""
    held = {
        place for first, last in ranges for place in range(max(0, first), min(last, len(elements) - 1) + 1)
    }
    return tuple(place for place in playable(elements) if place not in held)


class _Plan:
    """The shots so far, and the sizes as they will run with the carried shots between them."""

    def __init__(self, look: Look, limits: Limits, carried: Mapping[int, ShotSpec]) -> None:
        self.look, self.limits, self.carried = look, limits, carried
        self.planned: list[Planned] = []
        self.sizes: list[str] = []
        self.last: ShotSpec | None = None
        self.taken: set[tuple[object, ...]] = set()

    def carry(self, beat: int) -> None:
        if beat in self.carried:
            self.sizes.append(self.carried[beat].size)
            self.last = self.carried[beat]

    def add(self, beat: Beat, view: BeatView, want: Wanted, span: tuple[int, int]) -> None:
        subject, people = want.subject(view)
        spec = self._build(view, want, want.size, subject)
        if self._runs(spec.size) or self._jumps(spec):
            sizes = [nearer(want.size, step) for step in (1, -1, 2, -2)]
            tried = [self._build(view, want, size, subject) for size in sizes if size != want.size]
            free = [other for other in tried if not self._runs(other.size)] or (
                [] if self._runs(spec.size) else [spec]
            )
            spec = next((other for other in free if not self._jumps(other)), (free or [spec])[0])
        key = (spec.size, spec.type, spec.angle, spec.movement, spec.subject, beat.beat)
        if key in self.taken:
            return
        self.taken.add(key)
        self.sizes.append(spec.size)
        self.last = spec
        self.planned.append(Planned(spec, *span, beat.beat, people, want.purpose_in(view)))

    def matched(self, wants: tuple[Wanted, ...]) -> tuple[Wanted, ...]:
        """The same shots, a pair of one size moved together to a size with room for both."""
        if len(wants) != 2 or wants[0].size != wants[1].size or not self._runs(wants[0].size, 2):
            return wants
        for step in (1, -1, 2, -2):
            size = nearer(wants[0].size, step)
            if not self._runs(size, 2):
                return tuple(want._replace(size=size) for want in wants)
        return wants

    def _build(self, view: BeatView, want: Wanted, size: ShotSize, subject: str) -> ShotSpec:
        return shot(view, self.look, size, want.type, want.angle, want.movement, subject, self.limits)

    def _jumps(self, spec: ShotSpec) -> bool:
        """Whether it would look like a jump after the shot before."""
        return self.last is not None and jumps(self.last, spec)

    def _runs(self, size: str, more: int = 1) -> bool:
        """Whether so many more shots of a size would make too long a run, with the carried shots or
        without.
        """
        own = [planned.spec.size for planned in self.planned]
        room = LONGEST_RUN + 1 - more
        return any(sizes[-room:] == [size] * room for sizes in (self.sizes, own))


def _one_wide(beats: Sequence[Beat], carried: Mapping[int, ShotSpec]) -> bool:
    """Whether the scene is one beat and a wide carries it."""
    return len(beats) == 1 and any(spec.size in ("EWS", "WS", "FS") for spec in carried.values())


def _is(carried: Mapping[int, ShotSpec], beat: int, what: str) -> bool:
    return beat in carried and what in (carried[beat].size, carried[beat].type)


def _place(elements: Sequence[Element], beat: Beat, word: str | None) -> int:
    """The first direction of the beat that holds the word, or for None a look; the beat's first playable
    else.
    """
    inside = [place for place in playable(elements) if beat.first <= place <= beat.last]
    for place in inside:
        if elements[place].kind == "action":
            text = elements[place].text
            if (word in text.casefold()) if word else find("look", text):
                return place
    return inside[0] if inside else beat.first
