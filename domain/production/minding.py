"""Which mind thinks for whom, and what minds may cost: the orchestrator's to say."""

from decimal import Decimal

from cineledger.domain.command import Command
from cineledger.domain.event import Event
from cineledger.domain.production.commands import only_orchestrator
from cineledger.domain.production.events import MindAssigned, SpendingCapped
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State
from cineledger.domain.words import EVERYBODY, MINDS


class AssignMind(Command):
    """Let a mind think for a role, for the cast, or for everybody."""

    role: str
    mind: str
    model: str = ""


class CapSpending(Command):
    """Say what minds may cost."""

    amount_usd: Decimal


def assign_mind(state: State, command: AssignMind, by: str) -> list[Event]:
    """The mind that a role has from here on; nothing where it has it already."""
    only_orchestrator(by, "say who thinks")
    if command.mind not in MINDS:
        raise Refused(f"there is no mind {command.mind}", f"Minds are: {', '.join(MINDS)}.")
    if command.model and command.mind != "claude":
        raise Refused(f"the {command.mind} mind has no models", f"Leave :{command.model} away.")
    if command.role not in ("cast", EVERYBODY) and command.role not in state.production.roster:
        raise Refused(f"{command.role} is not on the roster", "See: cineledger crew NAME")
    assigned = MindAssigned(role=command.role, mind=command.mind, model=command.model)
    now = state.production.minds.get(command.role)
    usual = now is None and command.role == EVERYBODY and command.mind == "house"
    return [] if now == assigned or usual else [assigned]


def cap_spending(state: State, command: CapSpending, by: str) -> list[Event]:
    """What minds may cost from here on, what they cost before included; nothing where that holds already."""
    only_orchestrator(by, "say what minds may cost")
    if command.amount_usd <= 0:
        raise Refused("minds can't be paid with nothing", "Give an amount above 0, or use the house mind.")
    if command.amount_usd == state.production.cap:
        return []
    return [SpendingCapped(amount_usd=command.amount_usd)]
