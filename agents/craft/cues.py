"""Where music comes in and goes out in a scene, what it plays, and why."""

from collections.abc import Sequence
from typing import NamedTuple

from cineledger.agents.craft.beats import Marked, mark_up
from cineledger.agents.craft.cue_words import ENOUGH, IN_ON, LEANS, SIGN_WORTH
from cineledger.agents.craft.music_notes import Wish
from cineledger.agents.craft.page import quoted, telling
from cineledger.agents.craft.signs import find
from cineledger.domain.debate.options import Look
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.script.events import Beat
from cineledger.domain.script.measure import seconds

UNDER_TALK = 0.45
"""Emphasis of a beat below which a theme may go on under its words."""
SHORT_LINE = 6
"""Words of a speech that a pulse can run through."""
LEAST = 6.0
"""Seconds that a cue needs to say anything."""


class Ground(NamedTuple):
    """A scene as a composer spots it."""

    elements: Sequence[Element]
    beats: Sequence[Beat]
    cast: Sequence[str]
    score: str
    look: Look
    first: bool
    last: bool
    """It opens or ends the film."""
    decided: tuple[tuple[int, str], ...] = ()
    """Beats about which it was decided whether there is music."""
    taken: tuple[tuple[int, int], ...] = ()
    """First and last places of what the scene plays itself: a score waits until that is over, or it is decided."""


class Stretch(NamedTuple):
    """A run of lines that music may lie over, with what speaks for it."""

    marks: tuple[Marked, ...]
    worth: float
    """0 to 1."""
    comes_in: str
    goes_out: str
    decided: int | None = None
    """The beat that was decided about."""
    needed: bool = True
    """It is worth a cue by itself; one that is not is written where the film would have hardly any."""
    head: bool = False
    tail: bool = False
    """It begins with the scene, or ends with it."""

    @property
    def first(self) -> int:
        return self.marks[0].unit.first

    @property
    def last(self) -> int:
        return self.marks[-1].unit.last


def stretches(ground: Ground, wishes: Sequence[Wish] = ()) -> tuple[Stretch, ...]:
    """The stretches of a scene that music could lie over, in order; `wishes` are what notes say of each.

    Never over words that matter: a stretch ends before them. It comes in on a look, a movement, a touch or the end of
    a line, and goes out before a line that has to be heard or on the cut.
    """
    marked = mark_up(ground.elements, ground.cast)
    found = [_weighed(ground, marked, run) for run in _runs(ground, marked)]
    enough = ENOUGH.get(ground.score, 1.1) + _reserve(ground.look)
    kept = [
        s._replace(needed=s.decided is not None or s.worth >= enough)
        for s in found
        if s.decided is not None or (ground.score in ENOUGH and _long(ground, s))
    ]
    opening = [s for s in kept if ground.first and s.head]
    best = sorted(kept, key=lambda s: (s.decided is None, -s.worth, s.first))[: _most(ground)]
    best += [s for s in opening if s not in best]
    ordered = sorted(best, key=lambda s: s.first)
    return tuple(
        _heeding(ground, stretch, wishes[place] if place < len(wishes) else Wish())
        for place, stretch in enumerate(ordered)
    )


def _reserve(look: Look) -> float:
    """How much more a stretch has to ask for music: near faces and in stillness more, in a wide world less."""
    return 0.06 * max(0.0, look.closeness) - 0.1 * max(0.0, -look.closeness) + 0.06 * max(0.0, -look.motion)


def _most(ground: Ground) -> int:
    long = seconds(ground.elements) > 90
    return 2 if long and ground.score != "sparse" else 1 + sum(c == "music" for _, c in ground.decided)


def _long(ground: Ground, stretch: Stretch) -> bool:
    if stretch.tail and ground.last:
        return True
    return seconds(ground.elements[stretch.first : stretch.last + 1]) >= LEAST


def beat_at(beats: Sequence[Beat], place: int) -> Beat | None:
    """The beat that a line belongs to."""
    return next((beat for beat in beats if beat.first <= place <= beat.last), None)


def _runs(ground: Ground, marked: Sequence[Marked]) -> list[list[Marked]]:
    """Lines next to one another that music may lie over, from an action to an action or the scene's end."""
    runs: list[list[Marked]] = [[]]
    silent = {beat for beat, choice in ground.decided if choice != "music"}
    wanted = {beat for beat, choice in ground.decided if choice == "music"}
    for mark in marked:
        beat = beat_at(ground.beats, mark.unit.first)
        number = beat.beat if beat else 0
        own = any(a <= mark.unit.first <= b for a, b in ground.taken)
        bears = number not in silent and not own and _bears(ground, mark, beat)
        here = number in wanted or bears
        edge = runs[-1] and (_number_at(ground, runs[-1][-1]) in wanted) != (number in wanted)
        if not here or edge:
            runs.append([])
        if here:
            runs[-1].append(mark)
    trimmed = [_trimmed(run, marked[-1], _number_at(ground, run[0]) in wanted) for run in runs if run]
    return [run for run in trimmed if run]


def _number_at(ground: Ground, mark: Marked) -> int:
    beat = beat_at(ground.beats, mark.unit.first)
    return beat.beat if beat else 0


def _bears(ground: Ground, mark: Marked, beat: Beat | None) -> bool:
    """Music may lie over the line: over what is done, and over talk that is not what the scene is about."""
    if ground.elements[mark.unit.first].kind == "centered":
        return False
    if mark.unit.kind == "action":
        return ground.score == "driving" or not (mark.heat or find("outburst", mark.unit.text))
    if ground.score == "leitmotif":
        return (beat.emphasis if beat else 0.0) < UNDER_TALK and mark.heat < 0.25
    return ground.score == "driving" and len(mark.unit.text.split()) <= SHORT_LINE and mark.heat < 0.75


def _trimmed(run: list[Marked], last: Marked, decided: bool) -> list[Marked]:
    """Talk at its edges is left alone, except where the scene ends in it, or that was decided."""
    if decided:
        return run
    while run and run[0].unit.kind == "speech":
        run = run[1:]
    while run and run[-1].unit.kind == "speech" and run[-1] is not last:
        run = run[:-1]
    return run


def _weighed(ground: Ground, marked: Sequence[Marked], run: list[Marked]) -> Stretch:
    """What speaks for a stretch: its strongest sign, what the scene makes of it, and where in the film it lies."""
    lean = LEANS.get(ground.score, {})
    signs = [
        SIGN_WORTH[sign] + lean.get(sign, 0.0) for mark in run for sign in mark.signs if sign in SIGN_WORTH
    ]
    emphasis = max(
        (beat.emphasis for mark in run if (beat := beat_at(ground.beats, mark.unit.first))), default=0.3
    )
    start, end = marked.index(run[0]), marked.index(run[-1])
    behind = start > 0 and marked[start - 1].unit.kind == "speech"
    worth = 0.6 * max(signs, default=0.35) + 0.3 * emphasis + (0.08 if behind else 0.0)
    head, tail = start == 0, end == len(marked) - 1
    worth += 0.25 if head and ground.first else 0.0
    worth += 0.35 if tail and ground.last else 0.05 if tail else 0.0
    number = _number_at(ground, run[0])
    return Stretch(
        marks=tuple(run),
        worth=round(min(1.0, worth), 3),
        comes_in=_in(run[0], marked[start - 1] if behind else None, head),
        goes_out=_out(marked[end + 1] if not tail else None),
        decided=number if (number, "music") in ground.decided else None,
        head=head,
        tail=tail,
    )


def _in(mark: Marked, line: Marked | None, head: bool) -> str:
    for sign, words in IN_ON:
        word = find(sign, mark.unit.text) if sign in mark.signs else None
        if word and mark.unit.kind == "action":
            return f"{words}, {quoted(telling(mark.unit.text, word), 50)}"
    if line is not None:
        return f"in behind the line {quoted(line.unit.text, 50)}"
    return f"in {'on the cut' if head else 'on the picture'}, {quoted(mark.unit.text, 50)}"


def _out(following: Marked | None) -> str:
    if following is None:
        return "out on the cut"
    text = quoted(following.unit.text, 50)
    if following.unit.kind == "speech":
        return f"out before {text}, which has to be heard"
    return f"out on {text}"


def _heeding(ground: Ground, stretch: Stretch, wish: Wish) -> Stretch:
    """The stretch begun later or shortened, as a note wishes."""
    marks = stretch.marks
    if (wish.later > 0 or wish.none or wish.more < 0) and len(marks) > 1:
        kept = marks[len(marks) // 2 :] if wish.none or wish.more < 0 else marks[1:]
        words = f"{_in(kept[0], marks[marks.index(kept[0]) - 1] if kept[0] is not marks[0] else None, False)}"
        return stretch._replace(
            marks=kept, comes_in=f"{words}, later as the note {quoted(wish.text, 40)} wants it", head=False
        )
    if wish.later < 0:
        marked = mark_up(ground.elements, ground.cast)
        place = marked.index(marks[0])
        if place > 0:
            kept = (marked[place - 1], *marks)
            words = _in(kept[0], None, place == 1)
            return stretch._replace(
                marks=kept, comes_in=f"{words}, earlier as the note {quoted(wish.text, 40)} wants it"
            )
    return stretch
