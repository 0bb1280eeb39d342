"""Killing: runs ended by SIGKILL at random moments, and run again."""

import random
import time
from pathlib import Path

from cineledger.domain.ledger import Ledger
from tests.benchmarks.measure import Table, scratch, verdict
from tests.support.children import begin, ended
from tests.support.studio import facts, opened, work

SCRIPT = Path("docs/demo/last_ferry.fountain")


def run(quick: bool) -> Table:
    """The facts of a run that was killed and run again, against those of one that was not."""
    table = Table(
        "kill: SIGKILL at random moments of a run", ["killed", "in the middle", "same facts", "aim", "held"]
    )
    folder, script = scratch(), SCRIPT.read_text("utf-8")
    with opened(folder / "whole", script=script) as ledger:
        began = time.monotonic()
        work(ledger)
        length = time.monotonic() - began
        whole = facts(ledger, "pilot")
    moments, middle, same = random.Random(7), 0, 0
    turns = 20 if quick else 200
    for turn in range(turns):
        opened(folder / str(turn), script=script).store.close()
        child = begin(folder / str(turn))
        time.sleep(moments.uniform(0, length))
        child.kill()
        middle += ended(child) != 0
        with Ledger(folder / str(turn)) as ledger:
            work(ledger)
            same += facts(ledger, "pilot") == whole
    table.add(str(turns), str(middle), str(same), f"{turns} of {turns}", verdict(same == turns))
    return table
