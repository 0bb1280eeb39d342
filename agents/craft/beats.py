"""A scene divided into beats: the stretches in which one thing changes."""

# Full-width and Cyrillic marks that look like Latin ones are meant: scripts are typed with them.

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from cineledger.agents.craft.page import LINES_REMEMBERED, Unit, names_in, quoted, telling, units
from cineledger.agents.craft.signs import Sign, find, signs
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
"""How much of a scene hangs on a change of each kind: discoveries and decisions most (Weston, on beat
changes).
"""

BREAKS: tuple[tuple[Sign, float], ...] = (
    ("enter", 1.0),
    ("exit", 0.9),
    ("reveal", 0.8),
    ("outburst", 0.8),
    ("pause", 0.7),
)
"""How surely a sign in a line begins a new beat: entrances and exits are the stage's own (French) scene
breaks.
"""


class Marked(NamedTuple):
    """A speech or action with what a crew marks in it."""

    unit: Unit
    signs: frozenset[Sign]
    heat: float
    """0 to 1: exclamation, capitals, broken punctuation."""
    people: tuple[str, ...]
    subject: str | None
    """Who speaks or acts in it, as far as the line says."""


_PRONOUN = re.compile(r"\W*(?:s?he|they|он|она|они|il|elle|er|sie|él|ella)\b|\W*[他她]", re.IGNORECASE)


def break_down(
    elements: Sequence[Element], cast: Sequence[str], first_scene: bool, last_scene: bool
) -> tuple[Beat, ...]:
    """The beats of a scene, in order; together they hold every playable element, the heading in the first.

    `cast` is the names of the script's characters; `first_scene` and `last_scene` of the film weigh their
    opening and closing image more (Block: the first and last frames state the film). No playable element,
    no beat.
    """
    marked = mark_up(elements, cast)
    if not marked:
        return ()
    groups = _divide(marked)
    kinds = [_kind(group, groups[:place], place == len(groups) - 1) for place, group in enumerate(groups)]
    worth = [
        _worth(group, kind, place / len(groups))
        for place, (group, kind) in enumerate(zip(groups, kinds, strict=True))
    ]
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
                turn=_turn(group, kind, place == 0),
            )
        )
    return tuple(beats)


def key_beats(beats: Sequence[Beat]) -> tuple[int, ...]:
    """The beats worth a debate, in order: at most two of a scene, one of a scene with fewer than four
    beats.
    """
    heavy = sorted((-beat.emphasis, beat.beat) for beat in beats if beat.emphasis >= KEY)
    return tuple(sorted(beat for _, beat in heavy[: 2 if len(beats) >= 4 else 1]))


@lru_cache(maxsize=LINES_REMEMBERED)
def heat(text: str) -> float:
    """How hot a line runs, 0 to 1, in any language: exclamation marks, doubled marks, words in capitals."""
    marks = sum(text.count(mark) for mark in "!！")
    doubled = sum(text.count(mark) for mark in ("?!", "!?", "？！", "！？", "!!", "！！"))
    words = [word for word in text.split() if len(word) > 2 and any(letter.isalpha() for letter in word)]
    loud = sum(word.isupper() for word in words) / len(words) if words else 0.0
    return min(1.0, 0.25 * min(marks, 2) + 0.25 * min(doubled, 2) + 0.5 * loud)


def mark_up(elements: Sequence[Element], cast: Sequence[str]) -> list[Marked]:
    """The speeches and actions of a stretch of script with what a crew marks in them."""
    found = units(elements)
    present = {name for unit in found if unit.kind == "action" for name in names_in(unit.text, cast)}
    present |= {unit.speaker for unit in found if unit.speaker}
    marked: list[Marked] = []
    subject: str | None = None
    for unit in found:
        named = names_in(unit.text, cast)
        if unit.kind == "speech":
            subject = unit.speaker
            cued = (subject,) if subject in cast and subject else ()
            people = tuple(dict.fromkeys((*cued, *(name for name in named if name in present))))
            marked.append(Marked(unit, signs(unit.text), heat(unit.text), people, subject))
            continue
        if not _PRONOUN.match(unit.text):
            subject = named[0] if named else None
        elif subject in cast and subject and subject not in named:
            named = (subject, *named)
        # Capitals in a direction mark a sound, a prop or a first appearance; only its exclamations are heat.
        shout = min(0.5, 0.3 * (unit.text.count("!") + unit.text.count("！")))
        marked.append(Marked(unit, signs(unit.text), shout, named, subject))
    return marked


def _divide(marked: Sequence[Marked]) -> list[list[Marked]]:
    groups: list[list[Marked]] = [[]]
    for place, mark in enumerate(marked):
        held = _length(groups[-1])
        force = _break(marked, place)
        enough = (held >= FEWEST and force >= 0.5) or (held >= 2 and force >= 0.9) or held >= MOST
        if groups[-1] and (enough or (held >= 3 and force >= 0.7)):
            groups.append([])
        groups[-1].append(mark)
    if (
        len(groups) > 1
        and _length(groups[-1]) < 2
        and not {"exit", "outburst", "reveal"} & groups[-1][0].signs
    ):
        groups[-2].extend(groups.pop())
    return groups


def _break(marked: Sequence[Marked], place: int) -> float:
    """How surely a new beat begins here."""
    here, before = marked[place], marked[:place]
    if not before:
        return 0.0
    read = here.signs if here.unit.kind == "action" else here.signs - {"enter", "exit", "pause"}
    force = max((worth for sign, worth in BREAKS if sign in read), default=0.0)
    if here.unit.kind == "action" and here.heat:
        force = max(force, 0.7)
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


def _kind(group: Sequence[Marked], before: Sequence[Sequence[Marked]], last: bool) -> BeatKind:
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


def _worth(group: Sequence[Marked], kind: BeatKind, part: float) -> float:
    """Raw emphasis: the kind of change, its heat, and where it falls, for scenes climb."""
    hottest = max(mark.heat for mark in group)
    touch = 0.15 if any("touch" in mark.signs for mark in group if mark.unit.kind == "action") else 0.0
    return WORTH[kind] + 0.2 * hottest + 0.2 * part + touch


def _turns(group: Sequence[Marked], kind: BeatKind) -> bool:
    return kind in ("outburst", "reveal", "silence", "departure") or any(
        "touch" in mark.signs for mark in group
    )


def _relative(worth: Sequence[float], turning: Sequence[bool]) -> list[float]:
    """Emphasis within the scene: the heaviest beat of a scene that turns stands near 1, of one that does
    not below the mark.
    """
    top = max(worth)
    ceiling = 0.95 if any(turning) else 0.65 if top >= 0.6 else 0.5
    return [round(max(0.05, ceiling * (value / top) ** 1.5), 2) for value in worth]


def _length(group: Sequence[Marked]) -> int:
    return sum(mark.unit.last - mark.unit.first + 1 for mark in group)


def _start(elements: Sequence[Element], group: Sequence[Marked]) -> int:
    return 0 if elements[0].kind == "heading" else group[0].unit.first


def _people(group: Sequence[Marked]) -> tuple[str, ...]:
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
    "departure": "an exit, and what it leaves behind: {line}",
    "arrival": "an entrance shifts the scene: {line}",
    "silence": "the talk stops: {line}",
    "action": "it is done, not said: {line}",
    "exchange": "{who} makes a move: {line}",
    "button": "the last word: {line}",
}
"""What changes in a beat of each kind."""


def turning(group: Sequence[Marked], kind: BeatKind) -> Marked:
    """The line a beat turns on: that with its sign, else the hottest, else its last speech or line."""
    if kind == "outburst" and (loudest := max(group, key=lambda mark: mark.heat)).heat >= 0.6:
        return loudest
    for mark in group:
        if any(sign in mark.signs for sign in _SIGN_OF[kind]) and (
            mark.unit.kind == "action" or kind == "reveal"
        ):
            return mark
    for mark in group:
        if kind == "silence" and "pause" in mark.signs:
            return mark
    fitting = (
        [mark for mark in group if mark.unit.kind == "action"]
        if kind in ("action", "arrival")
        else list(group)
    )
    hottest = max(fitting or group, key=lambda mark: mark.heat)
    if hottest.heat >= 0.25:
        return hottest
    spoken = [mark for mark in group if mark.unit.kind == "speech" and mark.unit.text]
    return (
        spoken[-1] if spoken and kind in ("exchange", "button", "outburst") else (fitting or list(group))[0]
    )


def turning_text(mark: Marked, kind: BeatKind) -> str:
    """What the line that a beat turns on says, from the telling sentence on."""
    words = (find(sign, mark.unit.text) for sign in _SIGN_OF[kind])
    return telling(mark.unit.text, next((word for word in words if word), None))


def _turn(group: Sequence[Marked], kind: BeatKind, first: bool) -> str:
    mark = turning(group, kind)
    line = quoted(turning_text(mark, kind), 80)
    if first and kind == "arrival" and "enter" not in mark.signs:
        return f"we come into the place: {line}"
    if kind == "exchange" and any(sign in mark.unit.text for sign in "?？"):
        return f"{mark.subject or 'somebody'} asks, and must be answered: {line}"
    return TURNS[kind].format(who=mark.subject or "the scene", line=line)
