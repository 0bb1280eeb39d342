"""The frame's size, and colours by day, by night, and on a dark screen."""

from typing import NamedTuple

WIDE, HIGH = 320, 180
"""Units of a frame, 16:9."""
OVER = 90
"""Units that a background goes on beyond the frame, so that a tilted one has no corners."""
TONES = 6
"""Clothes that tell people apart; the film's characters take them in turn."""

STYLE = """
.board { font: 12px system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif }
.board .paper { fill: #ffffff } .board text { fill: #4f5661 }
.board .slate { fill: #15181c; font-size: 15px; font-weight: 700 }
.board .head { fill: #15181c; font-size: 17px; font-weight: 700 } .board .spec { fill: #15181c; font-weight: 600 }
.board .small { font-size: 10px } .board .edge { fill: none; stroke: #15181c; stroke-width: 1.5 }
.board .second { fill: #b3261e; font-weight: 700 }
.frame .sky { fill: #eef2f6 } .frame .ground { fill: #d9dde2 } .frame .wall { fill: #e9e6df }
.frame .back { fill: #f4f2ec }
.frame .line { stroke: #a7adb6; stroke-width: 1; fill: none } .frame .far { fill: #c9ced6 }
.frame .blur { fill: #d3d6db }
.frame .lit { fill: #fbfaf4; stroke: #a7adb6 } .frame .ink { stroke: #262b33; stroke-width: 1.2; fill: none }
.frame .skin { fill: #f3dfce; stroke: #262b33; stroke-width: 1 } .frame .hair { fill: #3d3a3a }
.frame .near { fill: #2b2e34 } .frame .thing { fill: #ffffff; stroke: #262b33; stroke-width: 1.6 }
.frame .mark { fill: #262b33 } .frame .c0 { fill: #5b83b5 } .frame .c1 { fill: #c07a4b } .frame .c2 { fill: #6d9a68 }
.frame .c3 { fill: #9a6fae } .frame .c4 { fill: #b75d69 } .frame .c5 { fill: #7b828d }
.frame .c0, .frame .c1, .frame .c2, .frame .c3, .frame .c4, .frame .c5 { stroke: #262b33; stroke-width: 1 }
.frame .who { fill: #262b33; font: 600 9px system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif }
.frame .halo { stroke: #ffffff; stroke-width: 3; stroke-linejoin: round; fill: #ffffff }
.frame .move { stroke: #c2261a; stroke-width: 3; fill: none } .frame .tip { fill: #c2261a }
.frame .dash { stroke: #c2261a; stroke-width: 1.5; fill: none; stroke-dasharray: 5 4 }
.frame .veil { fill: #15181c; fill-opacity: 0.72 }
.frame.night .sky { fill: #39455c } .frame.night .ground { fill: #2b3342 } .frame.night .wall { fill: #494c58 }
.frame.night .back { fill: #5a5d69 } .frame.night .line { stroke: #7b8494 } .frame.night .far { fill: #2a3242 }
.frame.night .blur { fill: #5f6674 } .frame.night .lit { fill: #f3e3ad }
.frame.low .sky { fill: #e9cfc0 }
@media screen and (prefers-color-scheme: dark) {
.board .paper { fill: #14171b } .board text { fill: #a8afba }
.board .slate, .board .head, .board .spec { fill: #eceff3 }
.board .edge { stroke: #767f8c } .board .second { fill: #ff8a80 }
}
"""


class Point(NamedTuple):
    """A place in a frame."""

    x: float
    y: float


def put(value: float) -> str:
    """A coordinate, short and the same on every machine."""
    text = f"{value:.1f}"
    return text.removesuffix(".0") if text != "-0.0" else "0"


def path(*parts: str | float) -> str:
    """The commands of a path: letters and numbers."""
    return " ".join(part if isinstance(part, str) else put(part) for part in parts)
