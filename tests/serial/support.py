"""The Weigh House: a series of two short episodes, written for these tests, with things that do not join up."""

from pathlib import Path

HERE = Path(__file__).parent
FIRST, SECOND = HERE / "short_measure.fountain", HERE / "false_bottom.fountain"
TITLE, VISION = "The Weigh House", "Intimate: faces before places."
