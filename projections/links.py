"""What led to what, walked through histories of any length."""

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import count
from typing import NamedTuple, TypeVar

from cineledger.projections.history import Event, Told, event_of
from cineledger.projections.reader import Reader

STEPS = 12
"""Steps towards effects that are asked for one by one: a crew's chains are hardly longer. Then all links are read."""

MANY = 2_000
"""Effects that are counted; of more it is only said that there are more."""

T = TypeVar("T")

Step = Callable[[Sequence[T]], Iterable[T]]
"""The events next to these, those of each in its turn."""

_EFFECTS = """
WITH w AS (SELECT unnest(?1::VARCHAR[]) AS stream, unnest(?2::BIGINT[]) AS event, unnest(?3::BIGINT[]) AS turn)
SELECT h.stream, h.event FROM causes_history h JOIN w ON w.stream = h.cause_production AND w.event = h.cause_number
WHERE h.cause_number BETWEEN ?4 AND ?5 AND h.event > ?4 AND list_contains(?6, h.stream)
ORDER BY w.turn, h.position LIMIT ?7
"""


_COPIES = """
WITH w AS (SELECT unnest(?1::VARCHAR[]) AS stream, unnest(?2::BIGINT[]) AS event, unnest(?3::BIGINT[]) AS turn)
SELECT h.stream, h.event FROM copies_history h JOIN w ON w.stream = h.source_production AND w.event = h.source_number
ORDER BY w.turn, h.position LIMIT ?4
"""
"""What was copied into other productions, whatever shares them."""


class Effects(NamedTuple):
    """What came of an event."""

    nearest: list[Event]
    further: int
    """How many more there are, as far as they were counted."""
    uncounted: bool
    """True if there are more even than that."""


def causes(reader: Reader, told: Told, event: Event, most: int, ends: int) -> tuple[list[Event], int]:
    """The nearest of all events that led to one, then some of those that began it; and how many are left out."""
    walked = _walk(lambda wave: (event_of(c) for e in wave for c in reversed(told[e].causes)), event, most)
    assert walked is not None
    near, whole = walked
    if whole:
        return near, 0
    rows = reader.rows("SELECT stream FROM slices WHERE production = ? ORDER BY first", event[:1])
    links = _Links(reader, [row["stream"] for row in rows], "h.event <= ?", event[1], "effect", "cause")
    start = links.place(event)
    beyond = links.reached(start) - {start, *(links.place(e) for e in near if links.holds(e))}
    began = links.without_next(beyond)[:ends]
    return near + list(map(links.event, began)), len(beyond) - len(began)


def effects(reader: Reader, event: Event, most: int, apart: Collection[Event]) -> Effects:
    """The nearest of all events that one led to, in any production that shares it, those `apart` not counted."""
    rows = reader.rows(
        "SELECT production FROM slices WHERE stream = ? AND ? BETWEEN first AND last ORDER BY born", event
    )
    streams = [row["production"] for row in rows]
    walked = _walk(lambda wave: _next(reader, wave, streams), event, MANY, STEPS)
    if walked is None:
        links = _Links(reader, streams, "h.cause_number >= ?", event[1], "cause", "effect")
        walked = links.nearest(event, MANY)
    told = [found for found in walked[0] if found not in apart]
    return Effects(told[:most], len(told[most:]), not walked[1])


def _next(reader: Reader, wave: Sequence[Event], streams: list[str]) -> list[Event]:
    """The effects of a wave, as far as they are counted."""
    numbers = [number for _, number in wave]
    asked = [stream for stream, _ in wave], numbers, [*range(len(wave))], min(numbers), max(numbers), streams
    rows = reader.rows(_EFFECTS, (*asked, 2 * MANY))
    copied = reader.rows(_COPIES, (*asked[:3], MANY))
    found = dict.fromkeys((row["stream"], row["event"]) for row in (*copied, *rows))
    if len(rows) < 2 * MANY or len(found) > MANY:
        return list(found)
    return [(row["stream"], row["event"]) for row in reader.rows(_EFFECTS, (*asked, None))]


def _walk(step: Step[T], start: T, most: int, steps: int | None = None) -> tuple[list[T], bool] | None:
    """Events reached from one, nearest first, and whether they are all or `most` of more; None where that can't be
    said after so many steps."""
    seen, wave = {start: None}, [start]
    for taken in count(1):
        wave = [event for event in dict.fromkeys(step(wave)) if event not in seen]
        seen.update(dict.fromkeys(wave))
        found = list(seen)[1:] if not wave or len(seen) > most + 1 else None
        if found is not None:
            return found[:most], len(found) <= most
        if taken == steps:
            return None
    raise AssertionError("a walk ends")


class _Links:
    """All links of some streams, sorted; an event is one integer, its place, which is above those of its causes."""

    ROOM = 1 << 40
    """Above every number of a stream."""

    def __init__(
        self, reader: Reader, streams: list[str], where: str, number: int, source: str, target: str
    ) -> None:
        """Each stream stands after those that it was forked from."""
        import numpy as np

        self._streams = streams
        links = reader.arrays(
            "WITH p AS (SELECT unnest(?::VARCHAR[]) AS stream, unnest(?::BIGINT[]) AS place) "
            "SELECT e.place + h.event AS effect, c.place + h.cause_number AS cause FROM causes_history h "
            f"JOIN p e ON e.stream = h.stream JOIN p c ON c.stream = h.cause_production WHERE {where}",
            (streams, [turn * self.ROOM for turn in range(len(streams))], number),
        )
        sources = links[source]
        order = np.argsort(sources, kind="stable")
        self._sources, self._targets = sources[order], links[target][order]
        self._down = source == "effect"

    def holds(self, event: Event) -> bool:
        """Whether an event is in one of the streams: what was copied comes from others."""
        return event[0] in self._streams

    def place(self, event: Event) -> int:
        """The integer that stands for an event of the streams."""
        return self._streams.index(event[0]) * self.ROOM + event[1]

    def event(self, place: int) -> Event:
        """The event that an integer stands for."""
        turn, number = divmod(place, self.ROOM)
        return self._streams[turn], number

    def nearest(self, start: Event, most: int) -> tuple[list[Event], bool]:
        """The nearest of all that are reached from one, and whether that is all."""
        walked = _walk(self._next, self.place(start), most)
        assert walked is not None
        return list(map(self.event, walked[0])), walked[1]

    def reached(self, start: int) -> set[int]:
        """One and all that are reached from it: each link is looked at once, after all that lead to it."""
        turn = -1 if self._down else 1
        reached = {start}
        for source, target in zip(
            self._sources[::turn].tolist(), self._targets[::turn].tolist(), strict=True
        ):
            if source in reached:
                reached.add(target)
        return reached

    def without_next(self, places: set[int]) -> list[int]:
        """Those from which nothing is reached, the last first."""
        import numpy as np

        ends = np.setdiff1d(np.fromiter(places, np.int64, len(places)), self._sources)
        return [int(place) for place in ends[::-1]]

    def _next(self, wave: Sequence[int]) -> list[int]:
        lows = self._sources.searchsorted(wave, "left").tolist()
        highs = self._sources.searchsorted(wave, "right").tolist()
        return [
            target
            for low, high in zip(lows, highs, strict=True)
            for target in sorted(self._targets[low:high].tolist(), reverse=self._down)
        ]
