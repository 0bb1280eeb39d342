"""The curves of a picture of timelines, and what is marked beside them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cineledger.projections.lifelines.layout import Curve, Layout, Mark
from cineledger.projections.lifelines.style import FAINT, INK, MARKS, PAPER, RULE, colour, inches, stroke
from cineledger.projections.markup import clean

if TYPE_CHECKING:
    from matplotlib.axes import Axes

STILL = 0.005
"""A bond that moved by less stands as it did."""
LETTER = 0.075
"""Inches that a letter of a feeling's name takes, about."""


def felt(axes: "Axes", layout: Layout) -> None:
    """From misery to joy: the mood as a line, what each scene's lines show as points, the strongest by name."""
    high = _reach(layout)
    axes.set_ylim(-high, high)
    named = {-1: "misery", -0.4: "unhappy", 0: "even", 0.4: "glad", 1: "joy"}
    shown = {at: name for at, name in named.items() if abs(at) < high and (abs(at) != 0.4 or high < 1)}
    axes.set_yticks(list(shown), list(shown.values()), color=INK)
    axes.axhline(0, color=FAINT, linewidth=0.8, zorder=1)
    for curve in layout.curves:
        _line(axes, curve)
    for curve in layout.curves:
        points = curve.feelings[1 if curve.joins else 0 :]
        for p in points if curve.moods else ():
            axes.plot(
                [p.x, p.x], [p.valence, _under(curve, p.x)], color=colour(curve.place), lw=0.7, alpha=0.5
            )
        axes.scatter(
            [p.x for p in points],
            [p.valence for p in points],
            s=[26 + 50 * abs(p.arousal) for p in points],
            marker="o" if curve.place < 0 else MARKS[curve.place % len(MARKS)],
            facecolor=colour(curve.place),
            edgecolor=PAPER,
            linewidth=0.9,
            zorder=4,
        )
    _names(axes, layout)
    _labels(axes, layout.curves, high)


def _reach(layout: Layout) -> float:
    """How far up and down it goes: to misery and joy, or nearer where nobody comes near them."""
    felt = [abs(p.valence) for curve in layout.curves for p in curve.feelings]
    moods = [abs(p.valence) for curve in layout.curves for p in curve.moods]
    return 1.18 if max(*felt, *moods, 0, 0) > 0.55 else 0.7


def _under(curve: Curve, x: float) -> float:
    """The mood's valence at a place."""
    before = [mood for mood in curve.moods if mood.x <= x] or [curve.moods[0]]
    after = [mood for mood in curve.moods if mood.x > x] or [curve.moods[-1]]
    one, other = before[-1], after[0]
    if one.x >= other.x:
        return one.valence
    return one.valence + (other.valence - one.valence) * (x - one.x) / (other.x - one.x)


def _line(axes: "Axes", curve: Curve) -> None:
    ink, line = colour(curve.place), stroke(curve.place)
    if curve.moods:
        xs = [mood.x for mood in curve.moods]
        ys = [mood.valence for mood in curve.moods]
        half = [0.02 + 0.07 * (mood.arousal + 1) / 2 for mood in curve.moods]
        low = [y - h for y, h in zip(ys, half, strict=True)]
        up = [y + h for y, h in zip(ys, half, strict=True)]
        axes.fill_between(xs, low, up, color=ink, alpha=0.16, linewidth=0, zorder=2)
        axes.plot(xs, ys, color=ink, linestyle=line, linewidth=2.1, solid_capstyle="round", zorder=3)
    else:
        xs = [p.x for p in curve.feelings]
        ys = [p.valence for p in curve.feelings]
        axes.plot(xs, ys, color=ink, linestyle=line, linewidth=1.9, solid_capstyle="round", zorder=3)


def _names(axes: "Axes", layout: Layout) -> None:
    """Names of the strongest feelings, away from the line and from each other."""
    taken = list[tuple[float, float, float]]()
    letter, high = LETTER * layout.width / inches(layout.width), _reach(layout)
    for curve in layout.curves:
        for p in curve.feelings:
            if not p.named:
                continue
            half = len(p.name) * letter / 2 + 0.1
            ways = (1, -1) if p.valence >= 0 else (-1, 1)
            for step in (0.11, 0.21, 0.31, 0.42):
                spots = [p.valence + way * step * high for way in ways]
                near = 0.095 * high
                free = [y for y in spots if abs(y) < high * 0.9 and not _meets(taken, p.x, y, half, near)]
                if free:
                    taken.append((p.x, free[0], half))
                    axes.text(
                        p.x,
                        free[0],
                        clean(p.name),
                        ha="center",
                        va="center",
                        fontsize=8.5,
                        style="italic",
                        color=colour(curve.place),
                        zorder=6,
                        bbox={"facecolor": PAPER, "alpha": 0.75, "edgecolor": "none", "pad": 0.6},
                    )
                    break


def _meets(taken: Sequence[tuple[float, float, float]], x: float, y: float, half: float, near: float) -> bool:
    return any(
        abs(x - other) < half + theirs and abs(y - theirs_y) < near for other, theirs_y, theirs in taken
    )


def _labels(axes: "Axes", curves: Sequence[Curve], high: float) -> None:
    """Each curve's name at its end, one above another."""
    ends = list[tuple[float, float, Curve]]()
    for curve in curves:
        last = curve.moods[-1] if curve.moods else curve.feelings[-1] if curve.feelings else None
        if last is not None and curve.place >= 0 and curve.label:
            ends.append((last.valence, last.x, curve))
    at = -2.0
    for valence, x, curve in sorted(ends, key=lambda end: (end[0], end[2].place)):
        at = max(valence, at + 0.12 * high)
        axes.annotate(
            clean(curve.label),
            (x, valence),
            (axes.get_xlim()[1], at),
            va="center",
            fontsize=9,
            weight="bold",
            color=colour(curve.place),
            annotation_clip=False,
            arrowprops={"arrowstyle": "-", "color": colour(curve.place), "lw": 0.6, "ls": (0, (1, 2))},
        )


def slim(axes: "Axes", layout: Layout, what: str, name: str) -> None:
    """One of the mood's other axes; what the lines show where no mood is known."""
    axes.set_ylim(-1.1, 1.1)
    axes.set_yticks([0], [name], color=INK)
    axes.axhline(0, color=FAINT, linewidth=0.6, zorder=1)
    alone = len(layout.curves) == 1
    for curve in layout.curves:
        points = curve.moods or (curve.feelings if what == "arousal" else ())
        xs, ys = [p.x for p in points], [getattr(p, what) for p in points]
        if alone:
            axes.fill_between(xs, ys, 0, color=colour(curve.place), alpha=0.25, linewidth=0, zorder=2)
        axes.plot(xs, ys, color=colour(curve.place), linestyle=stroke(curve.place), linewidth=1.2, zorder=3)


def bonds(axes: "Axes", layout: Layout) -> None:
    """Bonds that move, a row each: up for trust and affection that rise, down for what falls; rings where they meet."""
    axes.set_ylim(len(layout.rows) - 0.4, -0.6)
    axes.set_yticks(range(len(layout.rows)), [clean(row) for row in layout.rows], color=INK, fontsize=8)
    for row in range(len(layout.rows)):
        axes.axhline(row, color=RULE, linewidth=0.8, zorder=1)
    for mark in layout.marks:
        ink, shape = colour(mark.place), _shape(mark)
        axes.scatter(
            [mark.x],
            [mark.row],
            marker=shape,
            s=22 + 110 * min(abs(mark.moved or 0), 1),
            facecolor=PAPER if shape in "ov" else ink,
            edgecolor=ink,
            linewidth=1.2,
            zorder=3,
        )


def _shape(mark: Mark) -> str:
    if mark.moved is None:
        return "D" if mark.learns else "o"
    if abs(mark.moved) < STILL:
        return "_"
    return "^" if mark.moved > 0 else "v"
