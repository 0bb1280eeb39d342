"""A scene divided into beats: the stretches in which one thing changes."""

from collections.abc import Sequence
from typing import NamedTuple

from cineledger.agents.craft.page import SPEECH, Unit, names_in, quoted, units
from cineledger.agents.craft.signs import Sign, signs
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.script.events import Beat, BeatKind

FEWEST, MOST = 4, 12
"""Elements a beat usually holds; a cue counts as one, so that is two to six speeches."""
KEY = 0.6
"""Emphasis from which a beat is worth a debate."""

WORTH: dict[BeatKind, float] = {
    "outburst": 0.9,
    "reveal": 0.85,
    "silence": 0.65,
    "departure": 0.55,
    "arrival": 0.5,
    "action": 0.45,
    "button": 0.45,
    "exchange": 0.35,
}
"""How much of a scene hangs on a change of each kind: discoveries and decisions most (Weston, on beat changes)."""

BREAKS: tuple[tuple[Sign, float], ...] = (
    ("enter", 1.0),
    ("exit", 0.9),
    ("reveal", 0.8),
    ("outburst", 0.8),
    ("pause", 0.7),
)
"""How surely a sign in a line begins a new beat: entrances and exits are the stage's own (French) scene breaks."""


class _Marked(NamedTuple):
    unit: Unit
    signs: frozenset[Sign]
    heat: float
    """0 to 1: exclamation, capitals, broken punctuation."""
    people: tuple[str, ...]


def break_down(
    elements: Sequence[Element], cast: Sequence[str], first_scene: bool, last_scene: bool
) -> tuple[Beat, ...]:
    """The beats of a scene, in order; together they hold every playable element, the heading in the first.

    `cast` is the names of the script's characters; `first_scene` and `last_scene` of the film weigh their opening
    and closing image more (Block: the first and last frames state the film). No playable element, no beat.
    """
    marked = _mark(elements, cast)
    if not marked:
        return ()
    groups = _divide(marked)
    kinds = [_kind(group, groups[:place], place == len(groups) - 1) for place, group in enumerate(groups)]
    worth = [_worth(group, kind, place / len(groups)) for place, (group, kind) in enumerate(zip(groups, kinds, strict=True))]
    if first_scene:
        worth[0] += 0.15
    if last_scene:
        worth[-1] += 0.25
    emphasis = _relative(worth, [_turns(group, kind) for group, kind in zip(groups, kinds, strict=True)])
    beats: list[Beat] = []
    for place, (group, kind) in enumerate(zip(groups, kinds, strict=True)):
        beats.append(
            Beat(
                beat=place + 1,
                kind=kind,
                first=beats[-1].last + 1 if beats else _start(elements, group),
                last=group[-1].unit.last,
                people=_people(group),
                emphasis=emphasis[place],
                moves=any("motion" in m.signs for m in group if m.unit.kind == "action"),
                turn=_turn(group, kind, cast),
            )
        )
    return tuple(beats)


def key_beats(beats: Sequence[Beat]) -> tuple[int, ...]:
    """The beats worth a debate, in order: at most two of a scene, one of a scene with fewer than four beats."""
    heavy = sorted((-beat.emphasis, beat.beat) for beat in beats if beat.emphasis >= KEY)
    return tuple(sorted(beat for _, beat in heavy[: 2 if len(beats) >= 4 else 1]))


def heat(text: str) -> float:
    """How hot a line runs, 0 to 1, in any language: exclamation marks, doubled marks, words in capitals."""
    marks = sum(text.count(mark) for mark in "!！")
    doubled = sum(text.count(mark) for mark in ("?!", "!?", "？！", "！？", "!!", "！！"))
    words = [word for word in text.split() if len(word) > 2 and any(letter.isalpha() for letter in word)]
    loud = sum(word.isupper() for word in words) / len(words) if words else 0.0
    return min(1.0, 0.25 * min(marks, 2) + 0.25 * min(doubled, 2) + 0.5 * loud)


def _mark(elements: Sequence[Element], cast: Sequence[str]) -> list[_Marked]:
    found = units(elements)
    present = {name for unit in found if unit.kind == "action" for name in names_in(unit.text, cast)}
    present |= {unit.speaker for unit in found if unit.speaker}
    marked = []
    for unit in found:
        named = names_in(unit.text, cast)
        if unit.kind == "speech":
            named = tuple(name for name in named if name in present)
            # A direction in capitals is a sound or a prop, so only speech is read for heat.
            marked.append(_Marked(unit, signs(unit.text), heat(unit.text), _first(unit.speaker, named, cast)))
        else:
            marked.append(_Marked(unit, signs(unit.text), 0.0, named))
    return marked


def _divide(marked: Sequence[_Marked]) -> list[list[_Marked]]:
    groups: list[list[_Marked]] = [[]]
    for place, mark in enumerate(marked):
        held = _length(groups[-1])
        force = _break(marked, place)
        enough = held >= FEWEST and force >= 0.5 or held >= 2 and force >= 0.9 or held >= MOST
        if groups[-1] and (enough or (held >= 3 and force >= 0.7)):
            groups.append([])
        groups[-1].append(mark)
    if len(groups) > 1 and _length(groups[-1]) < 2 and not {"exit", "outburst", "reveal"} & groups[-1][0].signs:
        groups[-2].extend(groups.pop())
    return groups


def _break(marked: Sequence[_Marked], place: int) -> float:
    """How surely a new beat begins here."""
    here, before = marked[place], marked[:place]
    if not before:
        return 0.0
    read = here.signs if here.unit.kind == "action" else here.signs - {"enter", "exit", "pause"}
    force = max((worth for sign, worth in BREAKS if sign in read), default=0.0)
    kinds = [mark.unit.kind for mark in before[-3:]]
    if here.unit.kind == "action" and kinds[-2:] == ["speech", "speech"]:
        force = max(force, 0.5)
    if here.unit.kind == "speech" and kinds[-2:] == ["action", "action"]:
        force = max(force, 0.5)
    if here.unit.kind == "speech":
        lately = {mark.unit.speaker for mark in before[-4:]}
        force = max(force, 0.55 if here.unit.speaker not in lately and "speech" in kinds else 0.0)
        force = max(force, 0.8 if here.heat - before[-1].heat >= 0.5 else 0.0)
    return force


def _kind(group: Sequence[_Marked], before: Sequence[Sequence[_Marked]], last: bool) -> BeatKind:
    actions = frozenset(sign for mark in group if mark.unit.kind == "action" for sign in mark.signs)
    spoken = frozenset(sign for mark in group if mark.unit.kind == "speech" for sign in mark.signs)
    speeches = sum(mark.unit.kind == "speech" for mark in group)
    known = {name for earlier in before for mark in earlier for name in mark.people}
    newcomers = bool(before) and any(name not in known for mark in group for name in mark.people)
    if max(mark.heat for mark in group) >= 0.6 or "outburst" in actions:
        return "outburst"
    if "reveal" in actions | spoken:
        return "reveal"
    if "exit" in actions and (last or "enter" not in actions):
        return "departure"
    if "enter" in actions or (newcomers and not speeches):
        return "arrival"
    if "pause" in actions or any("pause" in m.signs and len(m.unit.text) < 40 for m in group):
        return "silence"
    if last and len(before) >= 2 and _length(group) <= 3:
        return "button"
    if not before and not speeches and not {"motion", "touch"} & actions:
        return "arrival"
    return "exchange" if 2 * speeches >= len(group) else "action"


def _worth(group: Sequence[_Marked], kind: BeatKind, part: float) -> float:
    """Raw emphasis: the kind of change, its heat, and where it falls, for scenes climb."""
    hottest = max(mark.heat for mark in group)
    touch = 0.15 if any("touch" in mark.signs for mark in group if mark.unit.kind == "action") else 0.0
    return WORTH[kind] + 0.2 * hottest + 0.2 * part + touch


def _turns(group: Sequence[_Marked], kind: BeatKind) -> bool:
    return kind in ("outburst", "reveal", "silence", "departure") or any("touch" in mark.signs for mark in group)


def _relative(worth: Sequence[float], turning: Sequence[bool]) -> list[float]:
    """Emphasis within the scene: the heaviest beat of a scene that turns stands near 1, of one that does not below the mark."""
    top = max(worth)
    ceiling = 0.95 if any(turning) else 0.65 if top >= 0.6 else 0.5
    return [round(max(0.05, ceiling * (value / top) ** 1.5), 2) for value in worth]


def _length(group: Sequence[_Marked]) -> int:
    return sum(mark.unit.last - mark.unit.first + 1 for mark in group)


def _start(elements: Sequence[Element], group: Sequence[_Marked]) -> int:
    return 0 if elements[0].kind == "heading" else group[0].unit.first


def _people(group: Sequence[_Marked]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for mark in group for name in mark.people))


_SIGN_OF: dict[BeatKind, tuple[Sign, ...]] = {
    "outburst": ("outburst",),
    "reveal": ("reveal",),
    "departure": ("exit",),
    "arrival": ("enter",),
    "silence": ("pause",),
    "action": ("motion", "touch"),
    "exchange": (),
    "button": (),
}

TURNS: dict[BeatKind, str] = {
    "outburst": "{who} boils over: {line}",
    "reveal": "what was hidden is out: {line}",
    "departure": "{who} is leaving it: {line}",
    "arrival": "the room changes as {who} comes into it: {line}",
    "silence": "the talk stops: {line}",
    "action": "{who} does instead of says: {line}",
    "exchange": "{who} moves the other: {line}",
    "button": "the last word: {line}",
}
"""What changes in a beat of each kind."""


def turning(group: Sequence[_Marked], kind: BeatKind) -> _Marked:
    """The line a beat turns on: that with its sign, else the hottest, else its last speech or line."""
    for mark in group:
        if any(sign in mark.signs for sign in _SIGN_OF[kind]) and (mark.unit.kind == "action" or kind == "reveal"):
            return mark
    hottest = max(group, key=lambda mark: mark.heat)
    if hottest.heat >= 0.25:
        return hottest
    spoken = [mark for mark in group if mark.unit.kind == "speech" and mark.unit.text]
    return spoken[-1] if spoken and kind in ("exchange", "button", "outburst") else group[0]


def _turn(group: Sequence[_Marked], kind: BeatKind, cast: Sequence[str]) -> str:
    mark = turning(group, kind)
    people = mark.people or _people(group)
    who = mark.unit.speaker or (people[0] if people else "somebody")
    return TURNS[kind].format(who=who, line=quoted(mark.unit.text, 80))
