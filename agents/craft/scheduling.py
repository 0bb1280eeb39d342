"""A film in shooting days: sets together, nights together, cast held as little as can be."""

import heapq
import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from cineledger.agents.craft.bounds import least
from cineledger.agents.craft.instance import Instance
from cineledger.agents.craft.light import Light, light
from cineledger.agents.craft.ordering import Ordered, order
from cineledger.domain.value import Value

HOURS_A_DAY = 10.0
"""On set, of a call of twelve with a meal and the wrap."""
MOST_OVER = 2.0
"""Hours past those allowed that a day of several scenes may run, where somebody puts the board together by hand."""
EIGHTHS_A_DAY: dict[str, int] = {"INT": 44, "EXT": 36, "NIGHT": 26}
"""What a small crew gets through: 5½ pages of interiors, 4½ of exteriors, 3¼ of exteriors by night."""
SET_CHANGE, COMPANY_MOVE = 0.5, 1.25
"""Hours: to the next set of a place, and to another place with everything on trucks."""
HOLD_DAY, MOVE, TURNAROUND, INTO_NIGHTS = 110, 320, 700, 150
"""What a day of waiting costs for one of the cast, a move overnight, the rest after nights, and going into them."""
TRIES, TRIES_TO_COMPARE = 14_000, 1_200

HABITS = ("script", "cast", "long first")
"""Orders in which a place's scenes are put into days: as written, by who is in them, or the longest first."""

_HOURS = re.compile(
    r"\b(\d{1,2})(?:[- ]| ?½ ?)?hours?[- ](?:(?:shooting|working) )?days?|\b(\d{1,2}) hours (?:a|per) day"
)
_SHORTER = re.compile(r"\b(?:too long|shorter days?|long days?|overtime|exhaust)", re.IGNORECASE)


class Strip(Value):
    """A scene as the board has it."""

    scene: str
    set: str
    location: str
    """Where the trucks stand; sets of one location need no move."""
    int_ext: str | None
    day_night: str | None
    eighths: int
    cast: tuple[str, ...]
    setups: int
    hours: float


class Piece(NamedTuple):
    """A scene, or the part of a long one that fits a day."""

    strip: Strip
    part: int
    of: int
    eighths: int
    setups: int
    hours: float

    @property
    def light(self) -> Light:
        """When it has to be shot."""
        return light(self.strip.int_ext, self.strip.day_night)

    @property
    def share(self) -> float:
        """Of a day's pages."""
        kind = "NIGHT" if self.light == "NIGHT" else "EXT" if self.light == "DAY" else "INT"
        return self.eighths / EIGHTHS_A_DAY[kind]


Day = tuple[Piece, ...]


class Shoot(NamedTuple):
    """All days in order, and how well they lie."""

    days: tuple[Day, ...]
    method: str


def hours_allowed(said: Iterable[str], notes: Iterable[str] = ()) -> float:
    """Hours of work a day, as the orchestrator's words or notes on the schedule have it."""
    allowed = HOURS_A_DAY
    for text in (*said, *notes):
        for match in _HOURS.finditer(text.casefold()):
            allowed = min(14.0, max(4.0, float(match[1] or match[2])))
    shorter = sum(1 for text in notes if _SHORTER.search(text) and not _HOURS.search(text.casefold()))
    return max(6.0, allowed - shorter)


def schedule(strips: Sequence[Strip], allowed: float = HOURS_A_DAY, tries: int = TRIES) -> Shoot:
    """Every scene on one day, or on consecutive ones where it is longer than a day.

    Scenes are gathered by place and light and packed into days, sets first and cast within sets; short days are
    joined where a move costs less than a day; then the days are put in order.
    """
    if not strips:
        return Shoot((), "nothing to shoot")
    boards = [_packed(_pieces(strips, allowed), allowed, habit) for habit in HABITS]
    tried = [(days, put_in_order(days, min(tries, TRIES_TO_COMPARE))) for days in boards]
    days, _ = min(tried, key=lambda board: (len(board[0]), board[1].cost))
    ordered = put_in_order(days, tries)
    how = (
        "exact: no order of these days costs less"
        if ordered.exact
        else "annealed: the best of the orders tried"
    )
    return Shoot(tuple(_joined(days[place] for place in ordered.order)), how)


def put_in_order(days: Sequence[Day], tries: int) -> Ordered:
    """The days in the order that costs least in waiting cast, moves and turnarounds."""
    ends = [_Ends(day[0].strip, day[-1].strip.location, day[0].of > 1, day_light(day)) for day in days]
    steps = tuple(tuple(_step(one, two) for two in ends) for one in ends)
    calls = _instance([cast_of(day) for day in days], HOLD_DAY)
    return order(calls._replace(steps=steps), tries, bounded=False)


def idle(days: Sequence[Sequence[str]]) -> int:
    """Days on which somebody waits between the first and the last of their own, of the casts of all days."""
    calls: dict[str, list[int]] = {}
    for place, cast in enumerate(days):
        for person in cast:
            calls.setdefault(person, []).append(place)
    return sum(places[-1] - places[0] + 1 - len(places) for places in calls.values())


def least_idle(casts: Sequence[Sequence[str]]) -> tuple[int, bool]:
    """Fewer days of waiting no order of days with these casts has; and whether one has so few."""
    return least(_instance(casts, 1), range(len(casts)))


def day_hours(pieces: Sequence[Piece]) -> float:
    """Work on set, with the changes of set and place."""
    return sum(piece.hours for piece in pieces) + _changes(pieces)


def day_light(pieces: Iterable[Piece]) -> Light:
    """When the day has to be: by night where anything of it does."""
    lights = {piece.light for piece in pieces}
    return "NIGHT" if "NIGHT" in lights else "DAY" if "DAY" in lights else "ANY"


def cast_of(pieces: Iterable[Piece]) -> tuple[str, ...]:
    """Who is called."""
    return tuple(sorted({person for piece in pieces for person in piece.strip.cast}))


def laid_out(strips: Sequence[Strip], days: Sequence[Sequence[str]]) -> tuple[Day, ...]:
    """The days that an answer means: a scene named on several days is divided over them.

    What it left out gets a day of its own at the end, what is not on the board is left out.
    """
    known = {strip.scene: strip for strip in strips}
    listed = [list(dict.fromkeys(scene for scene in day if scene in known)) for day in days]
    often: dict[str, int] = {}
    for scene in (scene for day in listed for scene in day):
        often[scene] = often.get(scene, 0) + 1
    listed += [[scene] for scene in known if scene not in often]
    begun: dict[str, int] = {}
    made = []
    for day in filter(None, listed):
        pieces = []
        for scene in day:
            part = begun.get(scene, 0)
            begun[scene] = part + 1
            pieces.append(_piece(known[scene], part, often.get(scene, 1)))
        made.append(tuple(pieces))
    return tuple(made)


def unfit(strips: Sequence[Strip], days: Sequence[Sequence[str]], allowed: float) -> Iterator[str]:
    """What a schedule leaves out, shoots twice or makes up, and days that are empty or too long to work."""
    known = {strip.scene: strip for strip in strips}
    stands: dict[str, list[int]] = {}
    for number, day in enumerate(days, start=1):
        if not day:
            yield f"day {number} has no scene"
        for scene in dict.fromkeys(day):
            stands.setdefault(scene, []).append(number)
            if day.count(scene) > 1:
                yield f"scene {scene} stands twice on day {number}"
    yield from (f"there is no scene {scene} on the board" for scene in stands if scene not in known)
    yield from (f"scene {scene} is on no day" for scene in known if scene not in stands)
    for scene, own in stands.items():
        most = parts_of(known[scene], allowed) if scene in known else len(own)
        if len(own) > most:
            yield f"scene {scene} is on {len(own)} days, and takes {most}"
        if own[-1] - own[0] >= len(own):
            yield f"scene {scene} is on days {', '.join(map(str, own))}: its days follow one another"
    for number, pieces in enumerate(laid_out(strips, days), start=1):
        if len(pieces) > 1 and (hours := day_hours(pieces)) > allowed + MOST_OVER:
            yield f"day {number} takes {hours:.1f} hours, and there are {allowed:g}"


def parts_of(strip: Strip, allowed: float) -> int:
    """Days that a scene takes."""
    return max(1, math.ceil(strip.hours / allowed), math.ceil(_piece(strip, 0, 1).share))


def _pieces(strips: Sequence[Strip], allowed: float) -> Iterator[Piece]:
    for strip in strips:
        parts = parts_of(strip, allowed)
        yield from (_piece(strip, part, parts) for part in range(parts))


def _piece(strip: Strip, part: int, parts: int) -> Piece:
    return Piece(
        strip,
        part + 1,
        parts,
        _part(strip.eighths, part, parts),
        _part(strip.setups, part, parts),
        strip.hours / parts,
    )


def _part(whole: int, part: int, parts: int) -> int:
    return whole * (part + 1) // parts - whole * part // parts


def _packed(pieces: Iterable[Piece], allowed: float, habit: str) -> list[Day]:
    """Days, each of one light: a place's scenes first, then short days joined."""
    everything = list(pieces)
    often: dict[str, int] = {}
    for piece in everything:
        for person in piece.strip.cast:
            often[person] = often.get(person, 0) + 1
    place = {id(piece): at for at, piece in enumerate(everything)}

    def likeness(piece: Piece) -> tuple[object, ...]:
        cast = sorted(piece.strip.cast, key=lambda person: (-often[person], person))
        within: dict[str, list[Any]] = {"cast": cast, "long first": [-piece.hours]}
        kept = "" if habit == "long first" else piece.strip.set
        return (piece.strip.location, _kept(piece), kept, within.get(habit, []), place[id(piece)])

    days = list[Day]()
    for (_, _), group in groupby(
        sorted(everything, key=likeness), key=lambda piece: (piece.strip.location, _kept(piece))
    ):
        days += _filled(list(group), allowed)
    return _merged(_merged(days, allowed, _near), allowed, _anywhere)


def _kept(piece: Piece) -> str:
    """What keeps a place's scenes apart: night exteriors are no day's work."""
    return "NIGHT" if piece.light == "NIGHT" else "DAY"


def _filled(pieces: Sequence[Piece], allowed: float) -> list[Day]:
    """Pieces in their order, a new day whenever one is full; a small one goes back into the first with room."""
    days = list[list[Piece]]()
    for piece in pieces:
        fitting = (day for day in days if piece.of == 1 and day[0].of == 1 and _fits([*day, piece], allowed))
        day = next(fitting, None)
        if day is None:
            days.append([piece])
        else:
            day.append(piece)
    return [tuple(day) for day in days]


def _fits(pieces: Sequence[Piece], allowed: float) -> bool:
    return sum(p.share for p in pieces) <= 1.0001 and day_hours(pieces) <= allowed + 0.0001


def _merged(days: Sequence[Day], allowed: float, may: Callable[[Day, Day], float | None]) -> list[Day]:
    """Short days joined, those first that share most of their cast."""
    left = dict(enumerate(days))
    pairs = list[tuple[float, int, int]]()

    def pair(one: int, two: int) -> None:
        first, second = left[one], left[two]
        room = sum(piece.hours for piece in first) + sum(piece.hours for piece in second) <= allowed
        if room and first[0].of == second[0].of == 1 and (gain := may(first, second)) is not None:
            if _fits((*first, *second), allowed):
                heapq.heappush(pairs, (-gain, one, two))

    for one in left:
        for two in range(one + 1, len(days)):
            pair(one, two)
    while pairs:
        _, one, two = heapq.heappop(pairs)
        if one in left and two in left:
            new = max(left) + 1
            left[new] = (*left.pop(one), *left.pop(two))
            for other in [key for key in left if key != new]:
                pair(other, new)
    return list(left.values())


def _near(one: Day, two: Day) -> float | None:
    """How well two days of one place go together; interiors fill up its nights."""
    if one[0].strip.location != two[0].strip.location:
        return None
    return None if _day_and_night(one, two) else _shared(one, two)


def _anywhere(one: Day, two: Day) -> float | None:
    """How well two days of different places go together."""
    if _day_and_night(one, two):
        return None
    return _shared(one, two) - 0.1 * len({p.strip.location for p in (*one, *two)})


def _day_and_night(one: Day, two: Day) -> bool:
    return {day_light(one), day_light(two)} >= {"DAY", "NIGHT"}


def _shared(one: Day, two: Day) -> float:
    first, second = set(cast_of(one)), set(cast_of(two))
    return len(first & second) / max(1, len(first | second))


def _changes(pieces: Sequence[Piece]) -> float:
    """Hours between sets and places, each visited once."""
    places = {piece.strip.location for piece in pieces}
    sets = {(piece.strip.location, piece.strip.set) for piece in pieces}
    return COMPANY_MOVE * (len(places) - 1) + SET_CHANGE * (len(sets) - len(places))


def _joined(days: Iterable[Day]) -> list[Day]:
    """The days with their scenes in order of shooting, and the parts of a long scene one after the other."""
    placed, held = list[Day](), dict[str, list[Day]]()
    listed = list(days)
    for day in listed:
        if day[0].of > 1:
            held.setdefault(day[0].strip.scene, []).append(day)
    for day in listed:
        if day[0].of == 1:
            placed.append(_of_the_day(day))
        elif parts := held.pop(day[0].strip.scene, None):
            placed += sorted(parts, key=lambda part: part[0].part)
    return placed


def _of_the_day(day: Day) -> Day:
    """Place by place and set by set; exteriors first, while there is light or while it is early in the night."""
    first = [piece.strip.location for piece in sorted(day, key=lambda p: p.light == "ANY")]
    sets = [piece.strip.set for piece in day]
    return tuple(
        sorted(
            day,
            key=lambda p: (first.index(p.strip.location), p.light == "ANY", sets.index(p.strip.set)),
        )
    )


def _instance(casts: Sequence[Sequence[str]], pay: int) -> Instance:
    people = sorted({person for cast in casts for person in cast})
    bits = {person: 1 << place for place, person in enumerate(people)}
    calls = tuple(sum(bits[person] for person in set(cast)) for cast in casts)
    return Instance((1,) * len(casts), calls, (pay,) * len(people))


class _Ends(NamedTuple):
    """What of a day matters to the days beside it."""

    first: Strip
    stands: str
    """Where the trucks are at its wrap."""
    long: bool
    """It is part of a scene that is longer than a day."""
    light: Light


def _step(one: _Ends, two: _Ends) -> int:
    """What going from one day to the next costs."""
    if one.long and one.first.scene == two.first.scene:
        return 0
    cost = 0 if one.stands == two.first.location else MOVE
    if one.light == "NIGHT" and two.light != "NIGHT":
        cost += TURNAROUND
    elif one.light != "NIGHT" and two.light == "NIGHT":
        cost += INTO_NIGHTS
    return cost
