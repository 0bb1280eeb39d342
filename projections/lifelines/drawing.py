"""The picture of timelines as a file: equal layouts give equal bytes."""

import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from cineledger.projections.lifelines.curves import bonds, felt, slim
from cineledger.projections.lifelines.frame import ground, heads, scenes
from cineledger.projections.lifelines.layout import Layout
from cineledger.projections.lifelines.style import (
    EDGE,
    FELT,
    FOOT,
    GAP,
    ROW,
    SETTINGS,
    SLIM,
    SLUG_TYPE,
    SLUGS,
    TOP,
    inches,
    margins,
)
from cineledger.projections.markup import tag

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FORMATS = ("svg", "png")


class Drawn(NamedTuple):
    """A picture as a file."""

    data: bytes
    missing: int
    """Characters that no typeface at hand has; a viewer of an SVG brings its own."""


def drawn(layout: Layout, form: str) -> Drawn:
    """The picture as SVG or PNG."""
    with _settings(), warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        figure = _figure(layout)
        buffer = BytesIO()
        metadata = {"Date": None, "Creator": "cineledger"} if form == "svg" else {"Software": "cineledger"}
        figure.savefig(buffer, format=form, metadata=metadata)
    data = buffer.getvalue()
    if form == "svg":
        return Drawn(_told(data, layout), 0)
    return Drawn(data, len({str(w.message) for w in said if "missing from" in str(w.message)}))


@contextmanager
def _settings() -> Iterator[None]:
    """Matplotlib as it comes, whatever this machine's user set, and silent on the terminal."""
    logging.getLogger("matplotlib").setLevel(logging.CRITICAL)
    import matplotlib
    from matplotlib import font_manager

    if not any(font.name == SLUGS[0] for font in font_manager.fontManager.ttflist):
        font_manager.fontManager.addfont(SLUG_TYPE)
    with matplotlib.rc_context({**matplotlib.rcParamsDefault, **SETTINGS}):
        yield


def _told(data: bytes, layout: Layout) -> bytes:
    """The SVG with a title and a description for who can't see it."""
    from xml.etree.ElementTree import tostring

    said = [tag("title", f"{layout.title}, scene by scene", id="title"), tag("desc", layout.told, id="desc")]
    inner = "".join(tostring(element, encoding="unicode") for element in said)
    text = data.decode()
    opening = re.search(r"<svg [^>]*", text)
    assert opening is not None
    attributes = ' role="img" aria-labelledby="title desc"'
    return f"{text[: opening.end()]}{attributes}>\n {inner}{text[opening.end() + 1 :]}".encode()


def _figure(layout: Layout) -> "Figure":
    from matplotlib.figure import Figure

    rows = len(layout.rows)
    wide = inches(layout.width)
    panels = 2 if any(curve.moods for curve in layout.curves) else 1
    high = [FELT, *[SLIM] * panels, *[ROW * rows + 0.1] * bool(rows)]
    tall = TOP + sum(high) + GAP * (len(high) - 1) + FOOT
    left, right = margins(layout)
    figure = Figure(figsize=(wide + left + right, tall))
    top, axes = TOP, list["Axes"]()
    for height in high:
        box = (
            left / figure.get_figwidth(),
            1 - (top + height) / tall,
            wide / figure.get_figwidth(),
            height / tall,
        )
        axes.append(figure.add_axes(box))
        top += height + GAP
    for one in axes:
        one.set_xlim(-0.5 - EDGE, layout.width - 0.5 + EDGE)
        ground(one, layout)
    felt(axes[0], layout)
    slim(axes[1], layout, "arousal", "energy")
    if panels == 2:
        slim(axes[2], layout, "dominance", "command")
    if rows:
        bonds(axes[-1], layout)
    scenes(axes[-1], layout)
    heads(figure, axes[0], layout)
    return figure
