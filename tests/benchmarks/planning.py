"""Planning a feature, through the real program."""

from cineledger.domain.ledger import Ledger
from cineledger.projections.reader import Reader
from tests.benchmarks.measure import Table, count, program, s, scratch, verdict
from tests.support.feature import SCENES, feature

LONGEST = 120
"""Seconds on a clock, on two cores."""


def run(quick: bool) -> Table:
    """Opened, and planned by the small crew under standing orders, to the end."""
    folder = scratch()
    scenes = 12 if quick else SCENES
    script, studio = folder / "feature.fountain", folder / "feature"
    script.write_text(feature(scenes), "utf-8")
    words = ("--vision", "Faces before places.", "--studio", str(studio))
    opening = program("open", "feature", "--script", str(script), *words)
    working = program("run", "feature", "--studio", str(studio))
    with Reader(studio) as reader:
        (made,) = reader.rows(
            "SELECT (SELECT count(*) FROM shots) AS shots, (SELECT count(*) FROM questions) AS questions"
        )
    with Ledger(studio) as ledger:
        events = ledger.head("feature").number + 1
    table = Table(
        f"feature: {scenes} scenes opened and planned",
        ["step", "CPU", "wall", "aim", "held"],
        note=f"{count(events)} events, {count(made['shots'])} shots, {count(made['questions'])} questions.",
    )
    table.add("open", s(opening.cpu), s(opening.wall), "", "")
    whole = opening.wall + working.wall
    table.add("run", s(working.cpu), s(working.wall), f"both < {LONGEST} s", verdict(whole < LONGEST))
    return table
