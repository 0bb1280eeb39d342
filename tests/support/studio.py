"""Studios in a folder, worked on through the same doors as the program's."""

from collections.abc import Callable
from pathlib import Path

from cineledger.agents import desk
from cineledger.agents.crew import house_rules
from cineledger.agents.minds.house import HouseMind
from cineledger.agents.minds.mind import Mind
from cineledger.agents.minds.minding import everybody
from cineledger.agents.runner import Runner
from cineledger.domain.ledger import Ledger
from cineledger.domain.record import Record
from cineledger.domain.state import State
from cineledger.domain.words import ApprovalMode
from tests.support.film import SCRIPT

VISION = "Intimate: faces before places."


def opened(
    folder: Path, name: str = "pilot", script: str = SCRIPT, vision: str = VISION, crew: tuple[str, ...] = ()
) -> Ledger:
    """A studio with one production opened."""
    ledger = Ledger(folder, create=True)
    taken = desk.Script(text=script, source="script.fountain", encoding="utf-8")
    desk.open_production(ledger, name, title="A film", vision=vision, idea=None, script=taken, crew=crew)
    return ledger


def work(
    ledger: Ledger,
    name: str = "pilot",
    *,
    mode: ApprovalMode = "standing",
    jobs: int = 1,
    mind: Mind | None = None,
    told: Callable[[Record, State], None] = lambda record, state: None,
    until: Callable[[State], bool] = lambda state: False,
) -> State:
    """What `cineledger run` does, without a terminal."""
    desk.start(ledger, name, mode, default_mode=False)
    with Runner(ledger, name, everybody(mind or HouseMind(house_rules())), jobs=jobs, told=told) as runner:
        taken: set[object] = set()
        while not runner.work(until) and desk.take_up(ledger, name, runner.state, taken):
            pass
        return runner.state


def facts(ledger: Ledger, name: str) -> list[tuple[str, str, str]]:
    """A history without what differs between equal ones: kind, actor and fact hash of each event."""
    return [(type(r.fact).__name__, r.actor, r.fact_hash) for r in ledger.records(name)]
