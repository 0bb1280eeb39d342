"""What stands around the curves of a picture of timelines: acts, turns, scenes, films."""

from textwrap import shorten
from typing import TYPE_CHECKING

from cineledger.projections.lifelines.layout import Layout, Tick
from cineledger.projections.lifelines.style import EDGE, FAINT, GREY, INK, SHADE, SLUGS, inches, margins
from cineledger.projections.markup import clean

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

TITLE_LETTER = 0.16
"""Inches that a letter of the title takes, about."""
LANES = 2
"""Rows of turning points above the curves."""
LETTER = 0.062
"""Inches that a letter of theirs takes, about."""
MOST_SLUGS = 34
"""Scenes with their places under them; in a longer film those where something is named."""


def ground(axes: "Axes", layout: Layout) -> None:
    """Acts as shades, turns and partings as lines, and no frame."""
    for side in axes.spines.values():
        side.set_visible(False)
    axes.tick_params(length=0, labelbottom=False, colors=FAINT)
    for act in layout.acts:
        if act.shaded:
            axes.axvspan(act.first, act.last, color=SHADE, zorder=0, linewidth=0)
    for tick in layout.ticks:
        if tick.turns:
            axes.axvline(tick.x, color=FAINT, linewidth=0.7, linestyle=(0, (1, 2.2)), zorder=1)
    for x in layout.partings:
        axes.axvline(x + 0.5, color=INK, linewidth=0.9, zorder=1)


def scenes(axes: "Axes", layout: Layout) -> None:
    """Scene numbers, with their places slanted under them."""
    shown = _slugged(layout)
    room = inches(layout.width) / layout.width
    for tick in layout.ticks:
        if tick in shown or room > 0.2:
            axes.annotate(
                clean(tick.number),
                (tick.x, 0),
                (0, -5),
                xycoords=("data", "axes fraction"),
                textcoords="offset points",
                ha="center",
                va="top",
                fontsize=8,
                color=INK,
            )
        if tick in shown:
            axes.annotate(
                clean(tick.slug),
                (tick.x, 0),
                (3, -16),
                xycoords=("data", "axes fraction"),
                textcoords="offset points",
                ha="right",
                va="top",
                fontsize=7.5,
                color=GREY,
                family=SLUGS,
                rotation=38,
                rotation_mode="anchor",
            )


def _slugged(layout: Layout) -> list[Tick]:
    """The scenes whose places are named: all, or in a long film those that matter, as many as there is room for."""
    if len(layout.ticks) <= MOST_SLUGS:
        return list(layout.ticks)
    named = {p.x for curve in layout.curves for p in curve.feelings if p.named}
    apart, kept = layout.width / MOST_SLUGS, list[Tick]()
    for tick in sorted(layout.ticks, key=lambda t: (not t.turns, t.x not in named, t.x)):
        if all(abs(tick.x - other.x) >= apart for other in kept):
            kept.append(tick)
    return kept


def heads(figure: "Figure", axes: "Axes", layout: Layout) -> None:
    """Who and which film, the acts, and how the story turns."""
    tall = figure.get_figheight()
    inset = EDGE * inches(layout.width) / (layout.width + 2 * EDGE)
    left = (margins(layout)[0] + inset) / figure.get_figwidth()
    title = shorten(layout.title, int(inches(layout.width) / TITLE_LETTER), placeholder=" …")
    figure.text(left, 1 - 0.3 / tall, clean(title), fontsize=15, weight="bold", color=INK, va="center")
    for film in layout.films:
        axes.annotate(
            clean(film.name),
            (film.first - 0.5, 1),
            (0, 33),
            xycoords=("data", "axes fraction"),
            textcoords="offset points",
            fontsize=9.5,
            color=GREY,
            va="center",
            annotation_clip=False,
        )
    for act in layout.acts:
        axes.annotate(
            act.name,
            ((act.first + act.last) / 2, 1),
            (0, -8),
            xycoords=("data", "axes fraction"),
            textcoords="offset points",
            ha="center",
            fontsize=7.5,
            color=FAINT,
            weight="bold",
        )
    ends = [-1e9] * LANES
    letter = LETTER * layout.width / inches(layout.width)
    for tick in layout.ticks:
        if tick.turns:
            said = ", ".join(tick.turns)
            half = (len(said) + 1) * letter / 2
            lane = next((lane for lane in range(LANES) if ends[lane] <= tick.x - half), LANES - 1)
            ends[lane] = tick.x + half
            axes.annotate(
                said,
                (tick.x, 1),
                (0, 5 + 11 * lane),
                xycoords=("data", "axes fraction"),
                textcoords="offset points",
                ha="center",
                fontsize=7.5,
                color=GREY,
                annotation_clip=False,
            )
    for x in layout.partings:
        axes.annotate(
            "the forks part",
            (x + 0.5, 0),
            (4, 4),
            xycoords=("data", "axes fraction"),
            textcoords="offset points",
            fontsize=7.5,
            color=INK,
            style="italic",
        )
    words = [said for said, drawn in _key(layout) if drawn]
    figure.text(left, 0.16 / tall, "    ".join(words), fontsize=7.5, color=GREY, va="center")


def _key(layout: Layout) -> list[tuple[str, bool]]:
    """What the signs say, and whether they are in the picture."""
    moods = any(curve.moods for curve in layout.curves)
    bonds = any(mark.moved is not None for mark in layout.marks)
    met = any(mark.moved is None and not mark.learns for mark in layout.marks)
    return [
        ("line: mood, broad where awake", moods),
        ("point: what the lines show", bool(layout.curves)),
        ("▲ trust and affection rise  ▽ fall", bonds),
        ("○ they meet", met),
        ("◆ learns something", any(mark.learns for mark in layout.marks)),
    ]
