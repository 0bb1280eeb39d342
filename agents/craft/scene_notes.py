"""What a writer says of single scenes: that nothing changes in one, or that it plays another again.

After McKee (Story: a scene whose values stand at its end as at its start is not needed) and Weston (Directing Actors: a
scene is its change). An establishing shot and a silent passage change nothing and need not.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from cineledger.agents.craft.background import COMMON
from cineledger.agents.craft.beats import KEY
from cineledger.agents.craft.feeling import read_feeling
from cineledger.agents.craft.page import Unit, quoted, units
from cineledger.agents.craft.story import StoryBeat, Told, line_of_unit
from cineledger.agents.craft.structure import length
from cineledger.domain.script.events import BeatKind

MOST = 6
"""Notes on a film: a director reads no longer list."""
SCENES_A_NOTE = 4
"""A film gets one note for so many scenes, and one at least."""
A_CONVERSATION = 4
"""Speeches from which a scene has to turn."""
LONG_ENOUGH = 4
"""Eighths of a page below which a scene passes before anybody asks what it was for."""
MOVED = 0.25
"""By how much a feeling must move within a scene to count as a change."""
AGAIN, WORDS_AGAIN = 0.7, 0.15
"""From so much likeness on, 0 to 1, a scene plays another again; less of its words, and it is another scene."""

_TURNS: tuple[BeatKind, ...] = ("outburst", "reveal", "silence", "departure")
_WORD = re.compile(r"[^\W\d_]{3,}")


class Remark(NamedTuple):
    """A note on a scene, named by its place."""

    scene: int
    other: int | None
    """The scene it repeats."""
    line: int | None
    text: str


class _Played(NamedTuple):
    place: int
    people: tuple[str, ...]
    speeches: tuple[Unit, ...]
    kinds: Counter[str]
    turns: bool
    words: frozenset[str]


def remarks(scenes: Sequence[Told], beats: Sequence[StoryBeat], english: bool) -> tuple[Remark, ...]:
    """The notes worth giving, the heaviest first: bounded, at most one on a scene, none on a film of one scene."""
    if len(scenes) < 2:
        return ()
    played = [_played(place, scene, beats) for place, scene in enumerate(scenes)]
    talks = [p for p in played if len(p.people) > 1 and len(p.speeches) >= A_CONVERSATION]
    weighed = [*_repeats(scenes, talks, english), *_flat(scenes, talks, english)]
    found = dict[int, Remark]()
    for _, remark in sorted(weighed, key=lambda pair: (-pair[0], pair[1].scene)):
        found.setdefault(remark.scene, remark)
    return tuple(found.values())[: max(1, min(MOST, len(scenes) // SCENES_A_NOTE))]


def _played(place: int, scene: Told, beats: Sequence[StoryBeat]) -> _Played:
    own = [b.beat for b in beats if b.scene == place]
    speeches = tuple(unit for unit in units(scene.elements) if unit.kind == "speech" and unit.text)
    words = {word for unit in speeches for word in _WORD.findall(unit.text.casefold())} - COMMON
    return _Played(
        place,
        tuple(dict.fromkeys(unit.speaker for unit in speeches if unit.speaker)),
        speeches,
        Counter(beat.kind for beat in own),
        any(beat.kind in _TURNS or beat.emphasis > KEY + 0.1 for beat in own),
        frozenset(words),
    )


def _flat(scenes: Sequence[Told], talks: Sequence[_Played], english: bool) -> list[tuple[float, Remark]]:
    """Conversations in which nothing happens and nobody comes to feel otherwise."""
    found = []
    for talk in talks:
        scene = scenes[talk.place]
        if (
            scene.eighths < LONG_ENOUGH
            or talk.turns
            or any(_moved(scene, person, english) >= MOVED for person in talk.people)
        ):
            continue
        line = line_of_unit(scene.elements, talk.speeches[-1])
        text = (
            f"Scene {scene.number} does not turn: {_named(talk.people)} talk for {length(scene.eighths / 8)} and part "
            f"as they met, on {quoted(scene.elements[line].text, 60)}. Somebody there must want what another "
            "withholds, or it can go."
        )
        found.append((scene.eighths / 8, Remark(talk.place, None, line, text)))
    return found


def _repeats(scenes: Sequence[Told], talks: Sequence[_Played], english: bool) -> list[tuple[float, Remark]]:
    """Conversations of the same people that go the same way, by place, kinds of beats, feelings and words."""
    groups = dict[frozenset[str], list[_Played]]()
    for talk in talks:
        groups.setdefault(frozenset(talk.people), []).append(talk)
    found = []
    for group in groups.values():
        for one, other in combinations(group, 2):
            common = len(one.words & other.words) / (min(len(one.words), len(other.words)) or 1)
            here, there = scenes[one.place], scenes[other.place]
            alike = 0.2 * (here.place.casefold() == there.place.casefold())
            alike += 0.2 * _same_kinds(one, other) + 0.3 * min(1.0, common / 0.5)
            if common < WORDS_AGAIN or alike + 0.3 < AGAIN:
                continue
            alike += 0.3 * _same_way(here, there, one.people, english)
            if alike >= AGAIN:
                weight = scenes[other.place].eighths / 8 * (0.5 + alike)
                found.append((weight, _again(scenes, one, other, common)))
    return found


def _again(scenes: Sequence[Told], one: _Played, other: _Played, common: float) -> Remark:
    scene, former = scenes[other.place], scenes[one.place]
    shared = sorted(one.words & other.words, key=lambda word: (-len(word), word))
    unit = next((u for u in other.speeches if shared and shared[0] in u.text.casefold()), other.speeches[0])
    line = line_of_unit(scene.elements, unit)
    (kind, _), *_ = other.kinds.most_common(1)
    words = f", and {common:.0%} of its words were said there" if common >= 0.2 else ""
    text = (
        f"Scene {scene.number} plays scene {former.number} again: {_named(other.people)} in "
        f"{scene.place or 'one place'}, by {_A.get(kind, 'a')} {kind}, to the same end{words} "
        f"({quoted(scene.elements[line].text, 50)}). Keep one, or let the second cost more."
    )
    return Remark(other.place, one.place, line, text)


_A = {kind: "an" for kind in ("arrival", "exchange", "outburst", "action")}


def _same_kinds(one: _Played, other: _Played) -> float:
    """How alike the beats of two scenes are, 0 to 1."""
    here, there = sum(one.kinds.values()), sum(other.kinds.values())
    apart = sum(abs(one.kinds[k] / here - other.kinds[k] / there) for k in one.kinds | other.kinds)
    return 1 - apart / 2


def _same_way(one: Told, other: Told, people: Sequence[str], english: bool) -> float:
    """How many of the people begin alike and end alike, 0 to 1; half where feelings can't be read."""
    if not english:
        return 0.5
    ways = [(halves(one, person), halves(other, person)) for person in people]
    known = [
        all(abs(a - b) < MOVED for a, b in zip(here, there, strict=True))
        for here, there in ways
        if len(here) == len(there) == 2
    ]
    return sum(known) / len(known) if known else 0.5


def _moved(scene: Told, person: str, english: bool) -> float:
    if not english:
        return 0.0
    felt = halves(scene, person)
    return abs(felt[-1] - felt[0]) if len(felt) > 1 else 0.0


def halves(scene: Told, person: str) -> tuple[float, ...]:
    """What somebody feels in the first and the second half of an English scene, -1 to 1, as far as it is known."""
    own = [p for p, e in enumerate(scene.elements) if e.character == person]
    if not own:
        return ()
    middle = own[len(own) // 2]
    parts = (scene.elements[:middle], scene.elements[middle:])
    felt = (read_feeling(part, person, True).valence for part in parts)
    return tuple(valence for valence in felt if valence is not None)


def _named(people: Sequence[str]) -> str:
    *most, last = people
    return f"{', '.join(most)} and {last}" if most else last
