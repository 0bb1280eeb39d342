"""Which scene of a new draft is which of the old, and which of its lines stood there before."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.script.events import Run

ALIKE = 0.3
"""The least likeness (0 to 1) of two scenes that are one, rewritten."""
SAME_HEADING = 0.15
SAME_NUMBER = 0.2
"""What an equal slug line, and an equal typed scene number, add to the likeness."""
TAKEN_OVER = 0.3
"""The least share of a scene's lines that came out of another, for a split or a merger."""
EDITED = 0.6
"""The least likeness of two lines that are one, put differently."""
SHINGLE = 3
"""Words in a row that are compared at once."""
TELLING = 12
"""Characters from which a line is unlikely to stand in two scenes by chance."""

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Former:
    """A scene of the draft before."""

    scene: str
    number: str
    elements: tuple[Element, ...]


@dataclass(slots=True)
class Match:
    """A scene of the new draft: the scene it is, or None for a new one, and where its lines stood."""

    scene: str | None = None
    runs: list[Run] = field(default_factory=list)

    @property
    def origins(self) -> tuple[str, ...]:
        """The other scenes that lines of it came from, the one that gave most first."""
        given = Counter[str]()
        for run in self.runs:
            given[run.scene] += run.count * (run.scene != self.scene)
        return tuple(scene for scene, count in given.most_common() if count)


def compare(before: Sequence[Former], after: Sequence[Sequence[Element]]) -> list[Match]:
    """A match for each scene of the new draft, in its order.

    Scenes are one where their lines are alike, wherever they stand and however they are numbered; a slug line or a
    typed number that is equal speaks for it. Then lines are paired within scenes that are one, and at last those left
    over with those that other scenes lost: that is how scenes are split and merged.
    """
    old = [_Scene(former.elements) for former in before]
    new = [_Scene(elements) for elements in after]
    pairs = _pair(old, new, [former.number for former in before])
    matches = [Match() for _ in new]
    for there, here in sorted(pairs.items()):
        matches[here].scene = before[there].scene
        for first, into, count, edited in _lines(old[there], new[here]):
            matches[here].runs.append(_run(before[there].scene, first, into, count, edited))
            old[there].take(first, count)
            new[here].take(into, count)
    _take_over(before, old, new, matches)
    for match in matches:
        match.runs = _joined(sorted(match.runs, key=lambda run: run.into))
    return matches


class _Scene:
    """A scene as it is compared: its lines' keys, its shingles, and which lines are not paired yet."""

    def __init__(self, elements: Sequence[Element]) -> None:
        self.elements = elements
        self.keys = [_key(element) for element in elements]
        self.whole = tuple(self.keys)
        self.shingles = _shingles(elements)
        self.left = set(range(len(elements)))
        first = elements[0] if elements and elements[0].kind == "heading" else None
        self.heading = None if first is None else " ".join(first.text.casefold().split())
        self.number = None if first is None or first.number is None else first.number.upper()

    def take(self, first: int, count: int) -> None:
        self.left.difference_update(range(first, first + count))


def _key(element: Element) -> Key:
    """What makes two lines equal: how they are broken on the page, and a scene's number, do not count."""
    text = " ".join(element.text.split())
    return (element.kind, text, element.character, element.extensions, element.dual)


def _shingles(elements: Iterable[Element]) -> Counter[tuple[str, ...]]:
    words = [word for e in elements if e.kind != "heading" for word in e.text.casefold().split()]
    last = max(1, len(words) - SHINGLE + 1)
    return Counter(tuple(words[at : at + SHINGLE]) for at in range(last if words else 0))


def _joined(runs: Sequence[Run]) -> list[Run]:
    """Runs of which none goes on where another ends."""
    joined = list[Run]()
    for run in runs:
        last = joined[-1] if joined else None
        if last and (last.scene, last.edited, last.first + last.count, last.into + last.count) == (
            run.scene,
            run.edited,
            run.first,
            run.into,
        ):
            joined[-1] = last.model_copy(update={"count": last.count + run.count})
        else:
            joined.append(run)
    return joined


def _run(scene: str, first: int, into: int, count: int, edited: bool) -> Run:
    return Run(scene=scene, first=first, into=into, count=count, edited=edited)


def _pair(old: list[_Scene], new: list[_Scene], numbers: Sequence[str]) -> dict[int, int]:
    """Old scene → new scene, by place."""
    pairs = dict[int, int]()
    for first, into, count in SequenceMatcher(
        None, [s.whole for s in old], [s.whole for s in new], autojunk=False
    ).get_matching_blocks():
        pairs.update(zip(range(first, first + count), range(into, into + count), strict=True))
    _pair_moved(old, new, pairs)
    _pair_alike(old, new, numbers, pairs)
    _pair_rewritten(old, new, numbers, pairs)
    return pairs


def _pair_moved(old: list[_Scene], new: list[_Scene], pairs: dict[int, int]) -> None:
    waiting = defaultdict[tuple[Key, ...], list[int]](list)
    for there in reversed(range(len(old))):
        if there not in pairs:
            waiting[old[there].whole].append(there)
    taken = set(pairs.values())
    for here, scene in enumerate(new):
        if here not in taken and waiting[scene.whole]:
            pairs[waiting[scene.whole].pop()] = here


def _pair_alike(old: list[_Scene], new: list[_Scene], numbers: Sequence[str], pairs: dict[int, int]) -> None:
    taken = set(pairs.values())
    scores = []
    for there in range(len(old)):
        for here in range(len(new)):
            if there not in pairs and here not in taken:
                score = _likeness(old[there], new[here], numbers[there])
                if score >= ALIKE:
                    scores.append((-score, abs(there - here), there, here))
    for _score, _apart, there, here in sorted(scores):
        if there not in pairs and here not in taken:
            pairs[there] = here
            taken.add(here)


def _likeness(old: _Scene, new: _Scene, number: str) -> float:
    """0 to 1 for the words they share, and more for an equal slug line or number; 0 where they share no words."""
    longer = max(old.shingles.total(), new.shingles.total())
    shared = (old.shingles & new.shingles).total() / longer if longer else 0.0
    if not shared:
        return 0.0
    heading = SAME_HEADING if old.heading is not None and old.heading == new.heading else 0
    return shared + heading + (SAME_NUMBER if new.number == number else 0)


def _pair_rewritten(
    old: list[_Scene], new: list[_Scene], numbers: Sequence[str], pairs: dict[int, int]
) -> None:
    """Scenes of which no words are left, told by number or slug line, between the same neighbours."""
    taken = {here: there for there, here in pairs.items()}
    waiting = [there for there in range(len(old)) if there not in pairs]
    for here in range(len(new)):
        if here in taken:
            continue
        floor = max((taken[h] for h in taken if h < here), default=-1)
        ceiling = min((taken[h] for h in taken if h > here), default=len(old))
        for there in waiting:
            numbered = new[here].number is not None and new[here].number == numbers[there]
            headed = old[there].heading == new[here].heading and floor < there < ceiling
            if numbered or headed:
                pairs[there] = here
                taken[here] = there
                waiting.remove(there)
                break


def _lines(old: _Scene, new: _Scene) -> list[tuple[int, int, int, bool]]:
    """The lines of one scene that are in the other: place there, place here, how many, and whether edited."""
    found = []
    for tag, first, stop, into, end in SequenceMatcher(
        None, old.keys, new.keys, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            found.append((first, into, stop - first, False))
        elif tag == "replace":
            found.extend(_edited(old.elements, new.elements, range(first, stop), range(into, end)))
    return found


def _edited(
    old: Sequence[Element], new: Sequence[Element], there: range, here: range
) -> list[tuple[int, int, int, bool]]:
    """Lines put differently, in their order."""
    found, start = [], there.start
    for into in here:
        for first in range(start, there.stop):
            if _same_line(old[first], new[into]):
                found.append((first, into, 1, True))
                start = first + 1
                break
    return found


def _same_line(old: Element, new: Element) -> bool:
    if old.kind != new.kind or old.character != new.character:
        return False
    if old.kind == "heading":
        return True
    matcher = SequenceMatcher(None, old.text.split(), new.text.split(), autojunk=False)
    return matcher.quick_ratio() >= EDITED and matcher.ratio() >= EDITED


def _take_over(before: Sequence[Former], old: list[_Scene], new: list[_Scene], matches: list[Match]) -> None:
    """Pairs what is left with lines that other scenes lost, where it is more than chance."""
    lost = defaultdict[Key, list[int]](list)
    for there, scene in enumerate(old):
        for place in scene.left:
            if _telling(scene.elements[place]):
                lost[scene.keys[place]].append(there)
    for here, scene in enumerate(new):
        shares = Counter[int]()
        for place in scene.left:
            for there in set(lost.get(scene.keys[place], ())):
                shares[there] += len(scene.elements[place].text)
        for there, share in shares.most_common():
            size = min(_size(old[there]), _size(scene))
            if share < TAKEN_OVER * size:
                continue
            theirs, ours = sorted(old[there].left), sorted(scene.left)
            for block in SequenceMatcher(
                None, [old[there].keys[p] for p in theirs], [scene.keys[p] for p in ours], autojunk=False
            ).get_matching_blocks():
                for step in range(block.size):
                    first, into = theirs[block.a + step], ours[block.b + step]
                    matches[here].runs.append(_run(before[there].scene, first, into, 1, False))
                    old[there].take(first, 1)
                    scene.take(into, 1)


def _telling(element: Element) -> bool:
    return element.kind not in ("heading", "cue") and len(element.text) >= TELLING


def _size(scene: _Scene) -> int:
    """Characters of the scene's telling lines, paired or not; at least 1."""
    return max(1, sum(len(e.text) for e in scene.elements if _telling(e)))
