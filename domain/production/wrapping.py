"""When a production is done, and when it is not done after all."""

from cineledger.domain.command import Command
from cineledger.domain.event import Event
from cineledger.domain.production.commands import only_orchestrator
from cineledger.domain.production.events import ProductionReopened, ProductionWrapped
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State


class WrapProduction(Command):
    """Call a production done."""

    anyway: bool = False
    """Also where questions are undecided, or notes unanswered."""


class ReopenProduction(Command):
    """Take a wrapped production up again."""

    reason: str = ""


def wrap_production(state: State, command: WrapProduction, by: str) -> list[Event]:
    """The end of the work; refuses to leave something open unless told to."""
    only_orchestrator(by, "wrap a production")
    if state.production.form == "character":
        raise Refused("a character is never wrapped", "Wrap the productions that she is in.")
    left = [
        f"{what}: {len(numbers)}, the first at {min(numbers)}"
        for numbers, what in (
            (state.debate.undecided, "questions are undecided"),
            (state.notes.unanswered, "notes are unanswered"),
        )
        if numbers
    ]
    if left and not command.anyway:
        raise Refused("; ".join(left), "Settle them, or wrap it --anyway.")
    return [ProductionWrapped()]


def reopen_production(state: State, command: ReopenProduction, by: str) -> list[Event]:
    """The work goes on where it stood."""
    only_orchestrator(by, "reopen a production")
    if not state.production.wrapped:
        raise Refused("the production is not wrapped", "To have a question decided again, name its address.")
    return [ProductionReopened(reason=command.reason.strip())]
