"""What led to what, walked through histories of any length."""

from collections.abc import Callable, Collection, Sequence
from itertools import count
from typing import TypeVar

from cineledger.projections.history import Event
from cineledger.projections.reader import Reader

STEPS = 12
"""Steps that are asked for one by one: a crew's chains are hardly longer. For a longer one all links are read."""

MANY = 2_000
"""Events on the way after which all links are read, too."""

T = TypeVar("T")

Step = Callable[[Sequence[T]], Sequence[T]]
"""The events next to these, those of each in its turn."""

_CAUSES = (
    "SELECT h.cause_production, h.cause_number FROM causes_history h JOIN w USING (stream, event) "
    "WHERE h.event BETWEEN ?4 AND ?5 AND h.cause_production IS NOT NULL ORDER BY w.turn, h.cause_number DESC"
)
_EFFECTS = (
    "SELECT h.stream, h.event FROM causes_history h "
    "JOIN w ON w.stream = h.cause_production AND w.event = h.cause_number "
    "WHERE h.cause_number BETWEEN ?4 AND ?5 AND h.event > ?4 AND list_contains(?6, h.stream) "
    "ORDER BY w.turn, h.position"
)


def causes(reader: Reader, event: Event, most: int, ends: int) -> tuple[list[Event], int]:
    """The nearest of all events that led to one, then some of those that began it; and how many are left out."""
    found = _walk(lambda wave: _next(reader, _CAUSES, wave), event, min(most, MANY), STEPS)
    if found is not None:
        return found, 0
    rows = reader.rows("SELECT stream FROM slices WHERE production = ? ORDER BY first", event[:1])
    links = _Links(reader, [row["stream"] for row in rows], "h.event <= ?", event[1], "effect", "cause")
    start = links.place(event)
    near = links.nearest(start, most)
    beyond = links.reached(start) - {start, *near}
    began = links.without_next(beyond)[:ends]
    return list(map(links.event, near + began)), len(beyond) - len(began)


def effects(reader: Reader, event: Event, most: int, apart: Collection[Event]) -> tuple[list[Event], int]:
    """The nearest of all events that one led to, in any production that shares it; and how many are left out."""
    rows = reader.rows(
        "SELECT production FROM slices WHERE stream = ? AND ? BETWEEN first AND last ORDER BY born", event
    )
    streams = [row["production"] for row in rows]
    found = _walk(lambda wave: _next(reader, _EFFECTS, wave, streams), event, MANY, STEPS)
    if found is not None:
        told = [e for e in found if e not in apart]
        return told[:most], len(told[most:])
    links = _Links(reader, streams, "h.cause_number >= ?", event[1], "cause", "effect")
    start = links.place(event)
    hidden = {links.place(e) for e in apart if e[0] in streams}
    near = [e for e in links.nearest(start, most + len(hidden)) if e not in hidden][:most]
    beyond = links.reached(start) - {start, *near} - hidden
    return list(map(links.event, near)), len(beyond)


def _next(reader: Reader, sql: str, wave: Sequence[Event], *more: object) -> list[Event]:
    numbers = [number for _, number in wave]
    found = reader.rows(
        "WITH w AS (SELECT unnest(?1::VARCHAR[]) AS stream, unnest(?2::BIGINT[]) AS event, "
        f"unnest(?3::BIGINT[]) AS turn) {sql}",
        ([stream for stream, _ in wave], numbers, [*range(len(wave))], min(numbers), max(numbers), *more),
    )
    return [(stream, number) for stream, number in (row.values() for row in found)]


def _walk(step: Step[T], start: T, most: int, steps: int | None = None) -> list[T] | None:
    """All events reached from one, nearest first. With `steps`, None where they are more than `most` or the way
    is longer; without, the nearest of them."""
    seen, wave = {start: None}, [start]
    for taken in count(1):
        wave = [event for event in dict.fromkeys(step(wave)) if event not in seen]
        seen.update(dict.fromkeys(wave))
        if not wave or (steps is None and len(seen) > most):
            break
        if steps is not None and (taken == steps or len(seen) > most):
            return None
    return list(seen)[1 : most + 1]


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

    def place(self, event: Event) -> int:
        """The integer that stands for an event of the streams."""
        return self._streams.index(event[0]) * self.ROOM + event[1]

    def event(self, place: int) -> Event:
        """The event that an integer stands for."""
        turn, number = divmod(place, self.ROOM)
        return self._streams[turn], number

    def nearest(self, start: int, most: int) -> list[int]:
        """The nearest of all that are reached from one."""
        return _walk(self._next, start, most) or []

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
