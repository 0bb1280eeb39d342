"""Killing the index of memories: writers ended by SIGKILL at random moments, until what they write is whole."""

import random
import time
from pathlib import Path

from cineledger.projections.memory import rows
from cineledger.projections.memory.hashed import Hashed
from cineledger.projections.memory.index import Index
from cineledger.projections.reader import Reader
from tests.benchmarks.measure import Table, scratch, verdict
from tests.support.children import ended, start
from tests.support.memories import catch_up, grown


def run(quick: bool) -> Table:
    """Indices caught up by processes that are killed, each against one made from nothing at once."""
    table = Table(
        "recall_kills: SIGKILL at random moments of a catch-up",
        ["studios", "killed", "in the middle", "same as made from nothing", "aim", "held"],
    )
    studios, dice = (2 if quick else 12), random.Random(3)
    kills = middle = same = 0
    for seed in range(studios):
        folder = scratch() / f"killed{seed}"
        grown(folder, 100 + seed, productions=20, events=10).store.close()
        for _ in range(3 if quick else 8):
            child = start(catch_up, str(folder))
            time.sleep(dice.uniform(0.5, 4))
            child.kill()
            kills, middle = kills + 1, middle + (ended(child) != 0)
        killed = _contents(folder)
        Index(folder, Hashed()).forget()
        same += killed == _contents(folder)
    table.add(
        str(studios), str(kills), str(middle), str(same), f"{studios} of {studios}", verdict(same == studios)
    )
    return table


def _contents(folder: Path) -> list[dict[str, object]]:
    """The index, caught up, row by row."""
    with Reader(folder) as reader:
        index = Index(folder, Hashed())
        index.reach(reader)
        assert rows.last(reader) > 0
    return index.contents()
