"""Where everything of a picture of timelines stands, before a pen is taken up."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cineledger.projections.timeline import SceneOf, Timeline, shared

INSIDE = 0.3
"""How far from its middle a scene begins and ends, in scenes."""
BETWEEN = 1.5
"""Scenes' room between two films."""
MOST_NAMED = 9
"""Feelings that have their names beside them, of all curves together, but at least LEAST_NAMED of each."""
LEAST_NAMED = 3
MOST_ROWS = 6
"""Bonds that have a row, the most moved."""
LONGEST_SLUG, LONGEST_ROW = 18, 40
"""Letters of a scene's place, and of the name of a row."""
EVEN = "even"
"""The feeling that needs no name."""


class Mood(NamedTuple):
    """A mood at a place along the scenes."""

    x: float
    valence: float
    arousal: float
    dominance: float


class Feeling(NamedTuple):
    """What a scene's lines show."""

    x: float
    valence: float
    arousal: float
    name: str
    named: bool
    """Its name stands beside it."""


class Curve(NamedTuple):
    """A character's way through the scenes of one production, or the part of it that forks have in common."""

    label: str
    place: int
    """Counted from 0: its colour; the common past of forks has none, -1."""
    moods: tuple[Mood, ...]
    feelings: tuple[Feeling, ...]
    joins: bool = False
    """Its first scene is another curve's last: nothing but a line begins there."""


class Mark(NamedTuple):
    """Something that happened in a scene, in a row of its own."""

    row: int
    x: float
    place: int
    moved: float | None
    """How much trust and affection rose; None where two people meet, or something is learned."""
    learns: bool = False


class Tick(NamedTuple):
    """A scene under the picture."""

    x: float
    number: str
    slug: str
    turns: tuple[str, ...]
    """The story turns here, and how."""


class Span(NamedTuple):
    """A film, or an act of one, from one place to another."""

    first: float
    last: float
    name: str
    shaded: bool = False


class Layout(NamedTuple):
    """A picture, laid out."""

    title: str
    told: str
    """All of it in a sentence, for who can't see it."""
    width: float
    """In scenes."""
    curves: tuple[Curve, ...]
    ticks: tuple[Tick, ...]
    films: tuple[Span, ...]
    acts: tuple[Span, ...]
    rows: tuple[str, ...]
    marks: tuple[Mark, ...]
    partings: tuple[float, ...]
    """Where forks part."""


def laid_out(told: Sequence[Timeline]) -> Layout:
    """Timelines of any characters and productions: films one after another, forks of one over one another."""
    curves, ticks, films, acts, partings = (
        list[Curve](),
        list[Tick](),
        list[Span](),
        list[Span](),
        list[float](),
    )
    found, x, people = list[_Placed](), 0.0, len({one.character for one in told})
    most = max(LEAST_NAMED, MOST_NAMED // max(len(told), 1))
    colours = _colours(told)
    for family in dict.fromkeys(one.family for one in told):
        members = [one for one in told if one.family == family]
        where = _places(members, x)
        end = max(where.values(), default=x)
        films.append(Span(x, end, members[0].title or family))
        acts += _acts(members[0], where, end)
        ticks += _ticks(members, where)
        placed = list(_placed(members, where, colours))
        found += placed
        forks = len({one.production for one in members}) > 1
        for one in placed:
            names = [one.timeline.character] * (people > 1) + [one.timeline.production] * forks
            label = ", ".join(names) if len(placed) > 1 else ""
            curves.append(_curve(label, one.place, one.scenes, where, most, joins=one.joins))
            partings += [] if one.parting is None else [one.parting]
        x = end + BETWEEN
    rows, marks = _rows(found, people > 1)
    return Layout(
        _listed(list(dict.fromkeys(one.character for one in told))),
        "; ".join(_said(one) for one in told),
        max(x - BETWEEN, 0) + 1,
        tuple(curves),
        tuple(ticks),
        tuple(films),
        tuple(acts),
        rows,
        marks,
        tuple(dict.fromkeys(partings)),
    )


class _Placed(NamedTuple):
    """A timeline, or the past that forks have in common, with its colour and its scenes' places."""

    timeline: Timeline
    place: int
    scenes: tuple[SceneOf, ...]
    where: dict[str, float]
    joins: bool = False
    parting: float | None = None


def _colours(told: Sequence[Timeline]) -> dict[tuple[str, str], int]:
    """Character and production → a place among the colours; the same in each film for the same of its forks."""
    order = dict[tuple[str, int], int]()
    found = dict[tuple[str, str], int]()
    for one in told:
        forks = list(dict.fromkeys(t.production for t in told if t.family == one.family))
        key = (one.character, forks.index(one.production))
        found[one.character, one.production] = order.setdefault(key, len(order))
    return found


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _places(members: Sequence[Timeline], x: float) -> dict[str, float]:
    """Each scene of a film and its forks, in one order: one that only a fork has comes after the scene before it."""
    order = list[str]()
    for one in members:
        before = -1
        for row in one.film:
            if row["scene"] in order:
                before = order.index(row["scene"])
            elif row["heading"] is not None:
                before += 1
                order.insert(before, row["scene"])
    return {scene: x + place for place, scene in enumerate(order)}


def _placed(
    members: Sequence[Timeline], where: dict[str, float], colours: dict[tuple[str, str], int]
) -> Iterator[_Placed]:
    """Each timeline of a film; forks of one character have the one past, and part where it ends."""
    for character in dict.fromkeys(one.character for one in members):
        forks = [one for one in members if one.character == character]
        past = min((shared(forks[0], one) for one in forks[1:]), key=len, default=())
        if past:
            yield _Placed(forks[0], -1, past, where)
        for one in forks:
            rest = one.scenes[max(len(past) - 1, 0) :]
            parting = where[past[-1].scene] if past and len(past) < len(one.scenes) else None
            yield _Placed(one, colours[character, one.production], rest, where, bool(past), parting)


def _curve(
    label: str, place: int, scenes: Sequence[SceneOf], where: dict[str, float], most: int, *, joins: bool
) -> Curve:
    """A curve; one that joins has its first scene from another and begins with the mood that it left."""
    moods, felt = list[Mood](), list[tuple[float, float, float, str]]()
    for order, scene in enumerate(scenes):
        x, shown = where[scene.scene], scene.felt
        lived = scene.lived if scene.lived and scene.lived["valence"] is not None else None
        if lived and not (joins and order == 0):
            moods.append(Mood(x - INSIDE, *(lived[f"came_{axis}"] for axis in AXES)))
        if lived:
            moods.append(Mood(x + INSIDE, *(lived[axis] for axis in AXES)))
        if shown and shown["valence"] is not None:
            felt.append((x, shown["valence"], shown["arousal"] or 0.0, shown["feeling"]))
    joined = bool(joins and felt and felt[0][0] == where[scenes[0].scene])
    named = _named(felt, most, 1 if joined else 0)
    feelings = tuple(Feeling(*one, named=order in named) for order, one in enumerate(felt))
    return Curve(label, place, tuple(moods), feelings, joined)


AXES = ("valence", "arousal", "dominance")


def _named(felt: Sequence[tuple[float, float, float, str]], most: int, first: int) -> set[int]:
    """Which feelings have their names beside them: the furthest from even and from what went before."""

    def marked(order: int) -> float:
        before = felt[order - 1][1] if order else 0.0
        return abs(felt[order][1]) + abs(felt[order][1] - before) + abs(felt[order][2]) / 2

    telling = [order for order in range(first, len(felt)) if felt[order][3] != EVEN]
    return set(sorted(telling, key=lambda order: (-marked(order), order))[:most])


def _acts(one: Timeline, where: dict[str, float], end: float) -> Iterator[Span]:
    begins = [where[act["first"]] - 0.5 for act in one.acts if act["first"] in where]
    for act, first, last in zip(one.acts, begins, [*begins[1:], end + 0.5], strict=False):
        yield Span(first, last, f"ACT {act['act']}", act["act"] % 2 == 1)


def _ticks(members: Sequence[Timeline], where: dict[str, float]) -> Iterator[Tick]:
    """Every scene that somebody shown is in, or in which the story turns."""
    turns = dict[str, list[str]]()
    for point in members[0].points:
        turns.setdefault(point["scene"], []).append(point["point"])
    hers = {scene.scene for one in members for scene in one.scenes} | turns.keys()
    rows = {row["scene"]: row for one in reversed(members) for row in one.film}
    for scene, x in where.items():
        if scene in hers:
            row = rows[scene]
            slug = textwrap.shorten(row["location"] or row["heading"] or "", LONGEST_SLUG, placeholder="…")
            yield Tick(x, row["number"] or "", slug, tuple(turns.get(scene, ())))


def _rows(found: Sequence[_Placed], several: bool) -> tuple[tuple[str, ...], tuple[Mark, ...]]:
    """A row for each bond of theirs that moves, the most moved first, and one for what each learns."""
    moves = dict[str, list[tuple[float, int, float | None]]]()
    learned = dict[str, list[tuple[float, int]]]()
    for one in found:
        for scene in one.scenes[1 if one.joins else 0 :]:
            x = one.where[scene.scene]
            for bond in scene.bonds:
                name = f"{one.timeline.character} to {bond['other']}" if several else f"to {bond['other']}"
                first = bond["trust_before"] is None
                rose = None if first else sum(bond[a] - bond[f"{a}_before"] for a in ("trust", "affection"))
                moves.setdefault(name, []).append((x, one.place, rose))
            if scene.learned:
                learned.setdefault(f"{one.timeline.character} learns" if several else "learns", []).append(
                    (x, one.place)
                )
    most = sorted(moves, key=lambda name: -sum(abs(rose or 0) for _, _, rose in moves[name]))[:MOST_ROWS]
    marks = [Mark(row, x, place, rose) for row, name in enumerate(most) for x, place, rose in moves[name]]
    for row, name in enumerate(learned, len(most)):
        marks += [Mark(row, x, place, None, learns=True) for x, place in learned[name]]
    shown = (row if len(row) <= LONGEST_ROW else f"{row[: LONGEST_ROW - 1]}…" for row in (*most, *learned))
    return tuple(shown), tuple(marks)


def _said(one: Timeline) -> str:
    """An arc in words."""
    felt = [(s.number, s.felt["feeling"]) for s in one.scenes if s.felt and s.felt["valence"] is not None]
    told = ", ".join(f"{feeling} in scene {number}" for number, feeling in felt)
    return f"{one.character} in {one.production}: {told or 'nothing is known of what is felt'}"
