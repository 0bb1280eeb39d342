"""Births, the orchestrator's words, policy, roster and phases of a production."""

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal

from immutables import Map
from pydantic import Field

from cineledger.domain.event import Event
from cineledger.domain.maps import PMap
from cineledger.domain.production.interventions import ProductionPaused, ProductionResumed
from cineledger.domain.words import ApprovalMode, Phase, Tier

Form = Literal["script", "idea", "series", "character"]
"""What a production begins from; a series holds episodes and a character lives, and neither a script of its own."""
BESIDE: tuple[Form, ...] = ("series", "character")
"""The forms that stand beside the productions: nothing is filmed in them."""


class ProductionOpened(Event):
    """A production began: record 0 of its stream. Its name is its stream's, so equal histories hash equally."""

    title: str
    form: Form


class ProductionForked(Event):
    """A production began as the past of another: record 0 of its stream."""

    parent: str
    number: int
    """The last event shared; the fork's own first event bears the next number."""


class VisionStated(Event):
    """The orchestrator said what film this is to be; the latest holds."""

    text: str


class IdeaStated(Event):
    """The story idea a production without a script starts from."""

    text: str


class ConstraintImposed(Event):
    """A limit every role works within; all of them hold."""

    text: str


class BroadcastSent(Event):
    """The orchestrator spoke to the whole crew."""

    text: str


class PolicySet(Event):
    """How decisions on one subject are made."""

    subject: str
    tier: Tier
    rounds: int
    """The most rounds of debate before the lead rules or the question goes up."""
    lead: str
    """The role accountable: opens, closes and rules."""
    concerned: tuple[str, ...]
    """Roles that answer in each round; `cast` stands for the cast of the beat, or of the names asked about."""
    default: bool = False
    """Assumed by the program, not typed by the person."""


class StandingOrderGiven(Event):
    """The orchestrator delegated approval of one subject, or of `impasse`."""

    VERSION = 2

    subject: str
    text: str
    unless_objected: bool = False
    """It approves only what nobody stands against."""
    default: bool = False
    """Assumed by the program, not typed by the person."""


class StandingOrderRevoked(Event):
    """What a standing order approved comes to the orchestrator again."""

    subject: str
    order: int
    """The number of the order."""

    def refers(self) -> tuple[int, ...]:
        return (self.order,)


class ApprovalModeSet(Event):
    """Who answers requests for approval from now on: the person (ask), the standing orders, or nobody yet."""

    mode: ApprovalMode
    default: bool = False
    """Assumed by the program, not typed by the person."""


class MindAssigned(Event):
    """From here on this mind thinks for a role, or for everybody who has none of their own."""

    role: str
    """A role on the roster, `cast` for every cast member without one, or `everybody`."""
    mind: str
    """house, claude or human"""
    model: str = ""
    """The model of it; empty for the mind's usual one."""


class SpendingCapped(Event):
    """The orchestrator said what minds may cost for this production, its parents and its forks together."""

    amount_usd: Decimal = Field(gt=0)


class RoleJoined(Event):
    """A role joined the roster and reacts from here on."""

    role: str


class PhaseEntered(Event):
    """Work moved to a phase."""

    phase: Phase
    default: bool = False
    """Assumed by the program, not typed by the person."""


class ProductionWrapped(Event):
    """The orchestrator called it done: nothing more is taken until it is reopened."""


class ProductionReopened(Event):
    """A wrapped production takes commands again."""

    reason: str


@dataclass(frozen=True, slots=True)
class Said:
    """Words of the orchestrator, with the number of the event that holds them."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Order:
    """A standing order that holds."""

    number: int
    text: str
    unless_objected: bool


@dataclass(frozen=True, slots=True)
class ProductionState:
    """What is agreed about how this production works."""

    title: str = ""
    form: str = ""
    vision: Said | None = None
    idea: Said | None = None
    constraints: tuple[Said, ...] = ()
    broadcasts: tuple[Said, ...] = ()
    policy: PMap[str, PolicySet] = field(default_factory=Map)
    orders: PMap[str, Order] = field(default_factory=Map)
    """Subject → the standing order that covers it."""
    mode: ApprovalMode = "none"
    chosen: bool = False
    """The person said who approves; it was not assumed."""
    roster: tuple[str, ...] = ()
    minds: PMap[str, MindAssigned] = field(default_factory=Map)
    """Role, `cast` or `everybody` → the mind that thinks for it."""
    cap: Decimal | None = None
    """What minds may cost, in US dollars; None where nobody said."""
    phase: Phase | None = None
    phase_number: int | None = None
    wrapped: bool = False
    paused: Said | None = None
    """Why the orchestrator stopped the work; None while it goes on."""


def evolve(state: ProductionState, event: Event, number: int) -> ProductionState:
    """The state after one event of this family."""
    match event:
        case ProductionOpened():
            return replace(state, title=event.title, form=event.form)
        case VisionStated():
            return replace(state, vision=Said(number, event.text))
        case IdeaStated():
            return replace(state, idea=Said(number, event.text))
        case ConstraintImposed():
            return replace(state, constraints=(*state.constraints, Said(number, event.text)))
        case BroadcastSent():
            return replace(state, broadcasts=(*state.broadcasts, Said(number, event.text)))
        case PolicySet():
            return replace(state, policy=state.policy.set(event.subject, event))
        case StandingOrderGiven():
            order = Order(number, event.text, event.unless_objected)
            return replace(state, orders=state.orders.set(event.subject, order))
        case StandingOrderRevoked():
            held = event.subject in state.orders
            return replace(state, orders=state.orders.delete(event.subject)) if held else state
        case ApprovalModeSet():
            return replace(state, mode=event.mode, chosen=not event.default)
        case MindAssigned():
            return replace(state, minds=state.minds.set(event.role, event))
        case SpendingCapped():
            return replace(state, cap=event.amount_usd)
        case RoleJoined():
            return replace(state, roster=(*state.roster, event.role))
        case PhaseEntered():
            return replace(state, phase=event.phase, phase_number=number)
        case ProductionWrapped() | ProductionReopened():
            return replace(state, wrapped=isinstance(event, ProductionWrapped), paused=None)
        case ProductionPaused():
            return replace(state, paused=Said(number, event.reason))
        case ProductionResumed():
            return replace(state, paused=None)
        case _:
            return state
