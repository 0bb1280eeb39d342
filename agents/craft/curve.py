"""The pacing of a whole film, read as a curve: where it stays on one level, and where it goes against the story."""

from collections.abc import Iterator, Sequence
from statistics import mean, median, pstdev
from typing import NamedTuple

from cineledger.agents.craft.pacing import ALIKE, QUICKEN, TRIM, VARY
from cineledger.domain.value import Value

MOST_NOTES = 4
"""A director who says more than that of the pacing has not yet seen the film."""
RUN = 4
"""Scenes of one pace in a row that are a stretch."""
ONE_PACE = 0.12
"""How far apart, by ratio, averages may be that feel the same."""
CLIMAX_FROM = 0.6
"""Part of the film after which its hottest scene is the climax."""
SLOWER = 1.15
TOO_LONG, LONG = 2.2, 75.0
"""Times the median, and seconds, from which a scene is long for what is in it."""
SPREAD = 0.35
"""Shot lengths that vary less, as a share of their mean, tick: films have many short and a few long (Salt)."""
ENOUGH = 12
"""Cuts before one can speak of that."""


class Curved(Value):
    """A scene on the curve."""

    lengths: tuple[float, ...]
    """Seconds of each cut."""
    heat: float
    """0 to 1."""
    told: tuple[str, ...]
    """What was said of it before."""

    @property
    def seconds(self) -> float:
        return sum(self.lengths)

    @property
    def average(self) -> float:
        return self.seconds / len(self.lengths)


class CurveNote(NamedTuple):
    """What is to be said of a scene, by place."""

    place: int
    text: str


def read_curve(scenes: Sequence[Curved]) -> tuple[CurveNote, ...]:
    """At most four notes, one a scene: against the story first, then against the ear."""
    kept: dict[int, CurveNote] = {}
    for note, words in _notes(scenes):
        if note.place not in kept and not any(words in told for told in scenes[note.place].told):
            kept[note.place] = note
    return tuple(sorted(list(kept.values())[:MOST_NOTES]))


def _notes(scenes: Sequence[Curved]) -> Iterator[tuple[CurveNote, str]]:
    for find, words in ((_climax, QUICKEN), (_overlong, TRIM), (_one_pace, VARY), (_alike, ALIKE)):
        for note in find(scenes):
            yield note, words


def _climax(scenes: Sequence[Curved]) -> Iterator[CurveNote]:
    late = range(max(2, round(CLIMAX_FROM * len(scenes))), len(scenes))
    if not late:
        return
    place = max(late, key=lambda at: scenes[at].heat)
    before = mean(scene.average for scene in scenes[place - 2 : place])
    hottest = scenes[place].heat > max(scene.heat for scene in scenes[place - 2 : place])
    if hottest and scenes[place].average > SLOWER * before:
        said = f"{scenes[place].average:.1f} against {before:.1f} seconds a shot"
        yield CurveNote(place, f"the climax is {QUICKEN}, {said}: quicken it")


def _overlong(scenes: Sequence[Curved]) -> Iterator[CurveNote]:
    if len(scenes) < RUN:
        return
    usual, warm = median(s.seconds for s in scenes), median(s.heat for s in scenes)
    for place, scene in sorted(enumerate(scenes), key=lambda pair: -pair[1].seconds):
        if scene.seconds > max(LONG, TOO_LONG * usual) and scene.heat <= warm:
            said = f"{scene.seconds:.0f} seconds where most play {usual:.0f}"
            yield CurveNote(place, f"this scene is {TRIM}, {said}: take the air out of it")


def _one_pace(scenes: Sequence[Curved]) -> Iterator[CurveNote]:
    start = 0
    for end in range(1, len(scenes) + 1):
        stretch = scenes[start:end]
        if end < len(scenes) and _level([*stretch, scenes[end]]):
            continue
        if len(stretch) >= RUN:
            usual = mean(scene.heat for scene in stretch)
            place = start + max(range(len(stretch)), key=lambda at: abs(stretch[at].heat - usual))
            said = f"about {mean(s.average for s in stretch):.0f} seconds a shot"
            yield CurveNote(place, f"{len(stretch)} scenes are {VARY}, {said}: let this one break it")
        start = end


def _level(scenes: Sequence[Curved]) -> bool:
    averages = [scene.average for scene in scenes]
    return max(averages) <= (1 + ONE_PACE) * min(averages)


def _alike(scenes: Sequence[Curved]) -> Iterator[CurveNote]:
    lengths = [length for scene in scenes for length in scene.lengths]
    if len(lengths) < ENOUGH or pstdev(lengths) >= SPREAD * mean(lengths):
        return
    place = max(range(len(scenes)), key=lambda at: scenes[at].heat)
    yield CurveNote(place, f"{ALIKE}, all through the film: here, where it is hottest, let them differ")
