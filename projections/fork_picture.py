"""The tree of forks as a picture: a lane for each production along the numbers of its events."""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from cineledger.projections.fork_tree import Lane, Production
from cineledger.projections.markup import clean, isolated, tag

PHASES = ("planning", "execution", "review", "refinement")
"""Phases that have a colour of their own."""
LEFT, TOP, ROW, PLOT = 28, 84, 32, 720
"""Pixels left of number 0, above the first lane, for each lane, and from number 0 to the highest head."""
BEND, GAP = 9, 16
"""Pixels that a fork takes to bend into its lane, and from its head to its name."""
LONGEST_NAME = 40
"""Letters of a name that are shown; the tooltip has all of it."""

STYLE = """
.forks { font: 13px system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif }
.forks .paper { fill: #ffffff } .forks text { fill: #5b616b } .forks .name { fill: #15181c; font-weight: 600 }
.forks .what { fill: #15181c; font-size: 15px; font-weight: 600 } .forks .tick { font-size: 11px }
.forks .grid { stroke: #e7e9ed } .forks .stem { stroke: #a9afb9; stroke-width: 2; fill: none }
.forks .lane { stroke: #9aa1ac; stroke-width: 5 } .forks .head { fill: #9aa1ac; stroke: #ffffff; stroke-width: 2 }
.forks .lane.planning { stroke: #e0a300 } .forks .head.planning { fill: #e0a300 }
.forks .lane.execution { stroke: #2f80c8 } .forks .head.execution { fill: #2f80c8 }
.forks .lane.review { stroke: #9257c9 } .forks .head.review { fill: #9257c9 }
.forks .lane.refinement { stroke: #2f9461 } .forks .head.refinement { fill: #2f9461 }
.forks .waits { fill: #b3261e; font-weight: 600 } .forks .call { stroke: #b3261e; stroke-width: 2; fill: none }
.forks .mark { stroke: #ffffff; stroke-width: 2 } .forks .mark.a { fill: #a84300 } .forks .mark.b { fill: #1656c4 }
.forks .letter { fill: #ffffff; font-weight: 700; font-size: 12px }
@media screen and (prefers-color-scheme: dark) {
.forks .paper { fill: #14171b } .forks text { fill: #9ba3af } .forks .name, .forks .what { fill: #eceff3 }
.forks .grid { stroke: #262b32 } .forks .stem { stroke: #5d6672 } .forks .head, .forks .mark { stroke: #14171b }
.forks .waits { fill: #ff8a80 } .forks .call { stroke: #ff8a80 } .forks .letter { fill: #ffffff }
}
"""


class Mark(NamedTuple):
    """A letter at an event, as for a side of a comparison."""

    letter: str
    production: str
    number: int


def picture(lanes: Sequence[Lane], title: str, marks: Sequence[Mark] = ()) -> Element:
    """An SVG element that needs nothing else: equal lanes give equal bytes."""
    drawing = _Drawing(lanes, marks)
    return drawing.whole(title)


class _Drawing:
    """Where everything stands."""

    def __init__(self, lanes: Sequence[Lane], marks: Sequence[Mark]) -> None:
        self.lanes = lanes
        self.marks = marks
        self.highest = max([1, *(lane.production.head for lane in lanes)])
        self.row = {lane.production.production: n for n, lane in enumerate(lanes)}
        self.bottom = TOP + ROW * len(lanes)
        widths = [
            self.end(lane) + GAP + _width(_name(lane.production) + _rest(lane.production)) for lane in lanes
        ]
        self.width = round(max([LEFT + PLOT + 40, *widths]) + 24)

    def x(self, number: int) -> float:
        """Where an event stands, from the left."""
        return round(LEFT + PLOT * number / self.highest, 1)

    def y(self, production: str) -> int:
        """Where a lane stands, from the top."""
        return TOP + ROW * self.row[production] + ROW // 2

    def end(self, lane: Lane) -> float:
        """Where a lane ends; a fork that did nothing yet has still room to bend."""
        begin = 0 if lane.stem is None else self.x(lane.production.forked_at or 0) + BEND
        return max(begin, self.x(lane.production.head))

    def whole(self, title: str) -> Element:
        """The picture."""
        height = self.bottom + 16
        return tag(
            "svg",
            tag("title", title),
            tag("desc", "; ".join(_told(lane.production) for lane in self.lanes)),
            tag("style", STYLE),
            tag("rect", class_="paper", width=self.width, height=height),
            tag("text", title, class_="what", x=LEFT, y=28),
            *self.legend(),
            *self.axis(),
            *(self.stem(lane) for lane in self.lanes if lane.stem is not None),
            *(self.lane(lane) for lane in self.lanes),
            *self.letters(),
            xmlns="http://www.w3.org/2000/svg",
            class_="forks",
            role="img",
            viewBox=f"0 0 {self.width} {height}",
            width=self.width,
            height=height,
        )

    def legend(self) -> list[Element]:
        """The phases that are drawn, each beside its colour."""
        drawn = {phase for lane in self.lanes for _, phase in lane.phases}
        parts, x = [], float(LEFT)
        for phase in [p for p in PHASES if p in drawn]:
            parts.append(tag("line", class_=f"lane {phase}", x1=x, y1=46, x2=x + 18, y2=46))
            parts.append(tag("text", phase, class_="tick", x=x + 24, y=50))
            x += 24 + _width(phase) + 14
        return parts

    def axis(self) -> list[Element]:
        """Round numbers of events, and a thin line down from each."""
        parts = []
        for number in range(0, self.highest + 1, _step(self.highest)):
            x = self.x(number)
            parts.append(tag("line", class_="grid", x1=x, y1=TOP - 8, x2=x, y2=self.bottom))
            parts.append(tag("text", f"{number}", class_="tick", x=x, y=TOP - 14, text_anchor="middle"))
        return parts

    def stem(self, lane: Lane) -> Element:
        """The line by which a fork leaves its stem."""
        assert lane.stem is not None
        x, y = self.x(lane.production.forked_at or 0), self.y(lane.production.production)
        path = f"M{x} {self.y(lane.stem)}V{y - BEND}Q{x} {y} {x + BEND} {y}"
        return tag("path", class_="stem", d=path)

    def lane(self, lane: Lane) -> Element:
        """A production's own events in the colours of their phases, its head, its name."""
        production = lane.production
        y, end = self.y(production.production), self.end(lane)
        begin = self.x(lane.phases[0][0]) + (BEND if lane.stem is not None else 0)
        starts = [begin, *(max(begin, self.x(number)) for number, _ in lane.phases[1:]), end]
        strokes = [
            tag("line", class_=f"lane {_colour(phase)}", x1=x1, y1=y, x2=x2, y2=y)
            for (_, phase), x1, x2 in zip(lane.phases, starts, starts[1:], strict=False)
            if x2 > x1
        ]
        calls = [tag("circle", class_="call", cx=end, cy=y, r=9)] if production.waiting else []
        rest, waits = _rest(production), _waits(production)
        return tag(
            "g",
            tag("title", _told(production)),
            *strokes,
            *calls,
            tag("circle", class_=f"head {_colour(production.phase)}", cx=end, cy=y, r=6),
            tag(
                "text",
                tag("tspan", isolated(_name(production)), class_="name"),
                rest.removesuffix(waits),
                tag("tspan", waits, class_="waits") if waits else None,
                x=end + GAP,
                y=y + 4.5,
            ),
        )

    def letters(self) -> list[Element]:
        """The marks, each on the lane that holds its event; two on one event stand side by side."""
        by_name = {lane.production.production: lane for lane in self.lanes}
        parts, taken = [], set[tuple[float, int]]()
        for mark in self.marks:
            lane = by_name[mark.production]
            while lane.stem is not None and mark.number <= (lane.production.forked_at or 0):
                lane = by_name[lane.stem]
            at_head = mark.number == lane.production.head
            x = self.end(lane) if at_head else self.x(mark.number)
            y = self.y(lane.production.production)
            while (x, y) in taken:
                x -= 18
            taken.add((x, y))
            parts.append(tag("circle", class_=f"mark {mark.letter.lower()}", cx=x, cy=y, r=10))
            parts.append(tag("text", mark.letter, class_="letter", x=x, y=y + 4.5, text_anchor="middle"))
        return parts


def _colour(phase: str | None) -> str:
    return phase if phase in PHASES else "before"


def _name(production: Production) -> str:
    name = clean(production.production)
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip() + "…"


def _rest(production: Production) -> str:
    """What stands after the name."""
    since = f" · from {_from(production)}" if production.parent else ""
    own = "" if not production.own or not production.parent else f" · {production.own} of its own"
    return f"@{production.head} · {_stands(production)}{since}{own}{_waits(production)}"


def _stands(production: Production) -> str:
    phase = production.phase or "not begun"
    return phase if production.status == "open" else f"{phase}, {production.status}"


def _from(production: Production) -> str:
    parent = production.parent or ""
    short = parent if len(parent) <= LONGEST_NAME else parent[: LONGEST_NAME - 1].rstrip() + "…"
    return f"{isolated(short)}@{production.forked_at}"


def _waits(production: Production) -> str:
    if not production.waiting:
        return ""
    return f" · {production.waiting} await{'s' if production.waiting == 1 else ''} you"


def _told(production: Production) -> str:
    """A production in a sentence."""
    whole = production.production
    forked = f", forked at {production.parent}@{production.forked_at}" if production.parent else ""
    return f"{whole}@{production.head}{forked}, {_stands(production)}{_waits(production)}"


def _step(highest: int) -> int:
    """The smallest of 1, 2, 5, 10, 20 … that leaves at most eight steps."""
    step = 1
    while highest / step > 8:
        step = step * 2 if str(step)[0] in "15" else step * 5 // 2
    return step


def _width(text: str) -> float:
    """About how wide a text is, in pixels."""
    return sum(13.5 if unicodedata.east_asian_width(c) in "WF" else 7.3 for c in text)
