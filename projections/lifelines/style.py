"""Colours, strokes and sizes of the pictures of timelines."""

from pathlib import Path
from typing import Any

from cineledger.projections.lifelines.layout import Layout

COLOURS = ("#0072B2", "#D55E00", "#009E73", "#AA4499", "#56B4E9", "#7A5C00")
"""Blue and vermilion first, after Okabe and Ito (2008); each also has a stroke and a mark of its own."""
STROKES: tuple[Any, ...] = ("-", (0, (6, 2)), (0, (2, 1.4)), (0, (7, 2, 1.5, 2)), "-", (0, (6, 2)))
MARKS = "osD^vP"
PAST, INK, GREY, FAINT, RULE = "#555555", "#1b1e22", "#5b616b", "#8b9199", "#e4e2dc"
PAPER, SHADE = "#ffffff", "#f3f1ec"
SLUG_TYPE = Path(__file__).parent.parent / "pdf" / "fonts" / "CourierPrime.ttf"
LETTERS = [
    "DejaVu Sans",
    "Noto Sans CJK JP",
    "Noto Sans CJK SC",
    "Hiragino Sans",
    "Microsoft YaHei",
    "Arial Unicode MS",
]
"""Whichever of these has a character draws it; the first is always there."""
SLUGS = ["Courier Prime", "DejaVu Sans Mono", *LETTERS[1:]]
NARROWEST, WIDEST, SCENE = 8.5, 19.0, 0.62
"""Inches: of a picture, and for each scene while that is not too wide."""
EDGE = 0.25
"""Scenes' room left and right of the first and the last."""
LEFT, RIGHT, TOP, FELT, SLIM, ROW, FOOT, GAP = 1.15, 1.25, 1.0, 3.3, 0.62, 0.24, 1.5, 0.14
"""Inches."""
ROW_LETTER, LABEL_LETTER = 0.079, 0.092
"""Inches that a letter takes, about, in the names of rows and of curves."""
SETTINGS: Any = {
    "backend": "agg",
    "svg.fonttype": "none",
    "svg.hashsalt": "cineledger",
    "text.parse_math": False,
    "font.family": LETTERS,
    "font.size": 9,
    "figure.facecolor": PAPER,
    "axes.facecolor": PAPER,
    "savefig.dpi": 160,
}
"""What Matplotlib is told beside its defaults."""


def colour(place: int) -> str:
    """A curve's colour by its place; the common past of forks has none."""
    return PAST if place < 0 else COLOURS[place % len(COLOURS)]


def stroke(place: int) -> Any:
    """A curve's stroke, so that print without colour tells it from others."""
    return "-" if place < 0 else STROKES[place % len(STROKES)]


def margins(layout: Layout) -> tuple[float, float]:
    """Inches left of the scenes, for the names of rows, and right of them, for the names of curves."""
    rows = max((len(row) for row in layout.rows), default=0)
    labels = max((len(curve.label) for curve in layout.curves), default=0)
    return max(LEFT, rows * ROW_LETTER + 0.3), max(RIGHT, labels * LABEL_LETTER + 0.4)


def inches(width: float) -> float:
    """How wide the scenes of a picture are together."""
    return min(max(width * SCENE, NARROWEST - LEFT - RIGHT), WIDEST - LEFT - RIGHT)
