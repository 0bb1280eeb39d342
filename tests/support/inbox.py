"""What awaits the orchestrator, and its answers: of many questions the one that a test is about."""

from typing import Any

from cineledger.agents import desk
from cineledger.agents.desk import Waiting
from cineledger.domain.ledger import Ledger
from cineledger.domain.state import State
from cineledger.domain.words import APPROACH
from tests.support.program import Program
from tests.support.studio import work


def waiting(state: State, subject: str = APPROACH, name: str = "pilot") -> Waiting:
    """The one question on a subject that awaits the orchestrator."""
    (found,) = (entry for entry in desk.inbox(state, name) if entry.subject == subject)
    return found


def approve_each(ledger: Ledger, name: str = "pilot") -> tuple[State, list[Waiting]]:
    """Nobody approves but the orchestrator, each time the crew stops: how it ends, and what was approved."""
    approved: list[Waiting] = []
    state = work(ledger, name, mode="none")
    while entries := desk.inbox(state, name):
        for entry in entries:
            desk.answer(ledger, entry.address, "approve")
        approved += entries
        state = work(ledger, name, mode="none")
    return state, approved


def shown(program: Program, subject: str = APPROACH) -> dict[str, Any]:
    """The one question on a subject that `cineledger inbox pilot` shows."""
    (found,) = (
        e for e in program.within("inbox", "pilot", "--json").done().json() if e["subject"] == subject
    )
    return dict(found)


def approve_the_rest(program: Program, subject: str = APPROACH) -> None:
    """Approves what awaits the orchestrator in `pilot` on any other subject."""
    for entry in program.within("inbox", "pilot", "--json").done().json():
        if entry["subject"] != subject:
            program.within("approve", entry["address"]).done()
