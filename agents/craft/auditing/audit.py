"""A script held against itself, scene by scene."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from cineledger.agents.craft.auditing.absence import established_absences, told_deaths, wrongly_there
from cineledger.agents.craft.auditing.ages import established_ages, wrong_ages
from cineledger.agents.craft.auditing.dates import established_dates, wrong_dates
from cineledger.agents.craft.auditing.devices import Device, devices_here, silent_on
from cineledger.agents.craft.auditing.feelings import Felt, established_feeling, leaps
from cineledger.agents.craft.auditing.names import established_names, names_said, unlearned_names
from cineledger.agents.craft.auditing.scene import Audited, Established, Found
from cineledger.agents.craft.auditing.secrets import SECRET, established_secrets, heard_by, untold
from cineledger.agents.craft.auditing.ties import established_ties, forgotten_ties
from cineledger.agents.craft.auditing.traits import established_traits, wrong_traits

MOST_BEFORE = 60
"""What is told of those in a scene to whoever audits it: the latest."""


class Hearing(NamedTuple):
    """A scene, with what the scenes before it have established of those in it."""

    scene: Audited
    before: tuple[Established, ...]


class Kept(NamedTuple):
    """A fact that somebody keeps from others, as the writer found it."""

    told: Established
    at: int
    """The place of the scene in which the audience learns it, counted from 0."""
    learnt: Mapping[int, frozenset[str]]
    """Who comes to know it in which scene, by its place."""


def slips(
    scene: Audited, before: Sequence[Established], plays_with: Iterable[Device], felt: Sequence[Felt] = ()
) -> list[Found]:
    """The lines of a scene that forget something, in the order of the scene; none in what is dreamt or remembered."""
    if not scene.real:
        return []
    here = devices_here((scene.heading, *(line.text for line in scene.lines)))
    silent = silent_on((*plays_with, *here))
    found = [
        *untold(scene, before),
        *unlearned_names(scene, before),
        *wrongly_there(scene, before),
        *wrong_traits(scene, before),
        *forgotten_ties(scene, before),
        *wrong_ages(scene, before),
        *wrong_dates(scene, before),
        *leaps(felt, before),
    ]
    kept = [one for one in found if one.kind not in silent]
    return sorted({(one.kind, one.line): one for one in kept}.values(), key=lambda one: (one.line, one.kind))


def hearings(
    scenes: Sequence[Audited],
    plays_with: Sequence[Device],
    felt: Sequence[Sequence[Felt]] = (),
    kept: Sequence[Kept] = (),
) -> list[Hearing]:
    """Each scene with what is established before it; what a line has contradicted holds no more."""
    past, found = _Past(), list[Hearing]()
    people = tuple(dict.fromkeys(name for scene in scenes for name in scene.names))
    for at, scene in enumerate(scenes):
        here = felt[at] if felt else ()
        before = past.of(scene)
        found.append(Hearing(scene, before))
        if scene.real:
            for slip in slips(scene, before, plays_with, here):
                past.forget(before[slip.against])
            past.pass_through(scene, people, here)
            past.keep(at, kept)
    return found


class _Past:
    """What a script has established so far."""

    def __init__(self) -> None:
        self._all: dict[int, Established] = {}
        self._about: dict[str, list[int]] = defaultdict(list)
        """By the person; what is about the day under no name."""
        self._kept: dict[tuple[str, ...], int] = {}
        """What there is one of, by what it is."""
        self._secrets: list[int] = []
        self._places = count()
        self._said: dict[str, set[str]] = defaultdict(set)
        """Which names somebody has heard."""

    def of(self, scene: Audited) -> tuple[Established, ...]:
        """What there is about those in a scene, between them, and about the day; and all that is secret."""
        there = set(scene.names)
        places = {place for name in ("", *scene.names) for place in self._about[name]} | {*self._secrets}
        held = (self._all[place] for place in sorted(places) if place in self._all)
        found = [one for one in held if not one.other or one.kind == "knowledge" or one.other in there]
        return tuple(found[-MOST_BEFORE:])

    def forget(self, one: Established) -> None:
        """It holds no more."""
        place = self._kept.pop(_what(one), None)
        if place is not None:
            del self._all[place]

    def pass_through(self, scene: Audited, people: Sequence[str], felt: Sequence[Felt]) -> None:
        """The scene is over: what it showed and said holds from now on."""
        self._learn(scene)
        seen = {line.who for line in scene.lines if line.kind == "cue" and not line.unseen}
        for name in scene.names:
            for place in tuple(self._about[name]):
                one = self._all.get(place)
                if one is not None and one.kind == "absence" and _ended(scene, one, seen):
                    self.forget(one)
        claims = (
            *established_secrets(scene),
            *established_names(scene, self._said),
            *told_deaths(scene, people),
            *established_absences(scene),
            *established_traits(scene),
            *established_ties(scene),
            *established_ages(scene),
            *established_dates(scene),
            *(established_feeling(scene, one) for one in felt),
        )
        for claim in claims:
            self._add(claim)

    def keep(self, at: int, kept: Iterable[Kept]) -> None:
        """What was found to be kept from others is so from its scene on, and known to those who learn it there."""
        for fact in kept:
            if fact.at == at:
                self._add(fact.told)
            place = self._kept.get(_what(fact.told))
            if place is not None and (also := fact.learnt.get(at, frozenset()) - set(self._all[place].heard)):
                one = self._all[place]
                self._all[place] = one.model_copy(update={"heard": (*one.heard, *sorted(also))})

    def _learn(self, scene: Audited) -> None:
        for place in self._secrets:
            one = self._all.get(place)
            if one is None:
                continue
            heard = heard_by(scene, one)
            if heard != one.heard:
                self._all[place] = one.model_copy(update={"heard": heard})
        said = names_said(scene)
        for name in scene.names:
            self._said[name] |= said
            for place in self._about[name]:
                known = self._all.get(place)
                if known is not None and known.what == "stranger":
                    value = " ".join(sorted(self._said[name]))
                    self._all[place] = known.model_copy(update={"value": value})

    def _add(self, claim: Established) -> None:
        what = _what(claim)
        if what in self._kept:
            if claim.kind not in _LATEST:
                return
            self.forget(claim)
        place = next(self._places)
        self._all[place] = claim
        self._kept[what] = place
        if claim.what in SECRET:
            self._secrets.append(place)
        else:
            self._about["" if claim.kind == "date" else claim.about].append(place)


_LATEST = ("absence", "date", "feeling")
"""What holds as it was said last; of the rest the first telling does."""


def _what(one: Established) -> tuple[str, ...]:
    """What there is one of: somebody's age, what she feels, the day of the week."""
    match one.kind:
        case "absence" | "feeling":
            return (one.kind, one.about)
        case "date":
            return (one.kind, one.what, one.about if one.what.startswith("span") else "")
        case "knowledge":
            return (one.kind, one.about, one.other, one.what, one.quote)
        case _:
            return (one.kind, one.about, one.other, one.what)


def _ended(scene: Audited, one: Established, seen: set[str | None]) -> bool:
    """Somebody is back: the dead when they are heard in the picture, who left when the place or the time is another."""
    if one.what == "dead":
        return one.about in seen
    return not scene.at_once or (scene.place == one.value and one.about in seen)
