"""How much of what a model reads comes from the server's cache: a planning phase through the real SDK."""

import tempfile
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from cineledger.agents.minds.calling import Door
from cineledger.agents.minds.prices import default_model, model
from cineledger.agents.minds.tools.suited import Toolbox
from cineledger.domain.journal import CompletionRecorded
from cineledger.domain.ledger import Ledger
from cineledger.domain.ledger.accounts import Account
from cineledger.domain.state import State
from tests.benchmarks.measure import Table, count
from tests.support.feature import feature
from tests.support.messages_server import messages_server
from tests.support.prompt_cache import LEAST, HouseBehindClaude, PromptCache
from tests.support.studio import opened, work

SCENES = 12
LATENCY = 0.5
"""Seconds until an answer begins, from when on its prompt's beginning can be read from the cache."""


class Read(NamedTuple):
    """Tokens of prompts, by how they were read."""

    calls: int
    plain: int
    cached: int
    kept: int
    cost: Decimal
    uncached: Decimal
    """What it would cost with nothing kept."""


def run(quick: bool) -> Table:
    """A planning phase of 12 scenes, answered as the house would, one call at a time and sixteen."""
    table = Table(
        f"cache: planning {SCENES} scenes on a server that keeps the beginnings of prompts",
        [
            "calls at once",
            "calls",
            "tokens read",
            "from the cache",
            "into the cache",
            "plain",
            "cost",
            "without",
        ],
        note=f"{default_model()}. The server of the tests keeps beginnings of {LEAST} tokens and more from when the "
        f"first answer begins: {LATENCY} s after it was asked, where calls are made together. A token is four "
        "characters here.",
    )
    for jobs in (16,) if quick else (1, 16):
        read = planning(jobs, latency=0.0 if jobs == 1 else LATENCY)
        whole = read.plain + read.cached + read.kept
        shares = [f"{part / whole:.0%}" for part in (read.cached, read.kept, read.plain)]
        table.add(
            count(jobs),
            count(read.calls),
            count(whole),
            *shares,
            f"${read.cost:.2f}",
            f"${read.uncached:.2f}",
        )
    return table


def planning(jobs: int, *, latency: float, scenes: int = SCENES) -> Read:
    """What the calls of a planning phase read."""
    cache = PromptCache(latency)
    with (
        tempfile.TemporaryDirectory() as folder,
        messages_server() as server,
        opened(Path(folder), script=feature(scenes)) as ledger,
    ):
        server.load(cache.step)
        tools, account = Toolbox(ledger.folder).of, Account(ledger, "pilot")
        mind = HouseBehindClaude(model(default_model()), Door(server.url, "none"), account, tools=tools)
        mind.cache = cache
        work(ledger, mind=mind, jobs=jobs, until=_planned)
        return _read(answers_of(ledger))


def _planned(state: State) -> bool:
    """Planning is over."""
    return state.production.phase not in (None, "planning")


def answers_of(ledger: Ledger) -> list[CompletionRecorded]:
    """Every answer that the production rests on."""
    keys = dict.fromkeys(key for record in ledger.records("pilot") for key in record.asked)
    return [answer for key in keys if (answer := ledger.answer(key)) is not None and answer.call]


def _read(answers: list[CompletionRecorded]) -> Read:
    used = [answer.call.usage for answer in answers if answer.call]
    rates = model(default_model()).rates
    assert rates is not None
    spared = sum((u.cache_read * (rates.input - rates.cache_read) for u in used), Decimal(0)) - sum(
        (u.cache_write_5m * (rates.cache_write_5m - rates.input) for u in used), Decimal(0)
    )
    cost = sum((answer.cost_usd for answer in answers), Decimal(0))
    return Read(
        calls=len(answers),
        plain=sum(u.input for u in used),
        cached=sum(u.cache_read for u in used),
        kept=sum(u.cache_write_5m for u in used),
        cost=cost,
        uncached=cost + spared / 1_000_000,
    )
