"""How much the crew works at the same time: a planning phase with minds that take time, beside the sum of its waves."""

import random
import tempfile
import time
from functools import partial
from pathlib import Path

from cineledger.agents.minds.mind import Asked
from cineledger.domain.ledger import Ledger
from cineledger.domain.state import State
from tests.benchmarks.measure import Table, count, s, verdict
from tests.support.feature import feature
from tests.support.scripted import ScriptedMind
from tests.support.studio import opened, work

SCENES, JOBS = 12, 64
EVEN = 1.0
"""Seconds that each answer takes."""
MOST = 1.2
"""Times the sum of the waves that the phase may take."""

SHORT, LONG = 0.2, 2.0
"""Seconds that an answer takes at least and at most, where minds are uneven."""


def _latency(least: float, most: float, asked: Asked) -> float:
    """Seconds: the same for the same ask, another for another."""
    return random.Random(asked.ask.model_dump_json()).uniform(least, most)


def run(quick: bool) -> Table:
    """A planning phase of 12 scenes, with a mind whose answers take a second, and one whose take more or less."""
    table = Table(
        f"overlap: planning {SCENES} scenes with minds that take time, {JOBS} calls at once",
        ["mind", "asks", "one by one", "waves", "sum of the waves", "taken", "aim", "held"],
        note="A wave is all that can be asked at once; it takes as long as the longest answer in it.",
    )
    scale = 0.2 if quick else 1.0
    for name, least, most in (("even", EVEN, EVEN), ("uneven", SHORT, LONG)):
        mind = ScriptedMind(latency=partial(_latency, scale * least, scale * most))
        waves, taken = _planning(mind)
        in_turn, total = sum(end - begin for _, begin, end in mind.spans), sum(waves)
        held = verdict(taken <= MOST * total)
        table.add(
            name, count(len(mind.spans)), s(in_turn), count(len(waves)), s(total), s(taken), f"{MOST} x", held
        )
    return table


def _planning(mind: ScriptedMind) -> tuple[list[float], float]:
    """What each wave took, and the whole, in seconds."""
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder), script=feature(SCENES)) as ledger:
        began = time.monotonic()
        work(ledger, mind=mind, jobs=JOBS, until=_planned)
        taken = time.monotonic() - began
        return _waves(ledger), taken


def _planned(state: State) -> bool:
    """Planning is over."""
    return state.production.phase not in (None, "planning")


def _waves(ledger: Ledger) -> list[float]:
    """The longest answer of each wave, in seconds: one wave after that from which the event came that is reacted to."""
    depth: dict[int, int] = {}
    longest: dict[int, float] = {}
    for record in ledger.records("pilot"):
        before = depth.get(record.reaction.number, 0) if record.reaction else 0
        answers = [ledger.answer(key) for key in record.asked]
        took = max((answer.duration_ms / 1000 for answer in answers if answer), default=0.0)
        depth[record.number] = before + bool(answers)
        if answers:
            longest[before] = max(longest.get(before, 0.0), took)
    return [longest[wave] for wave in sorted(longest)]
