"""What the producer plans, and what the orchestrator allots."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field

from cineledger.domain.event import Event
from cineledger.domain.value import Value
from cineledger.domain.work.work import Mentions, Work


class Item(Value):
    """Something that a scene needs on the day."""

    category: str
    """Of the breakdown: CAST, EXTRAS, PROPS, STUNTS, SFX, VFX, VEHICLES, ANIMALS …"""
    uci: int
    """The category's number in the Universal Category Identification; 500 and more are extensions of ours."""
    name: str
    count: int = Field(ge=1)
    line: int | None
    """Place of the script element that asks for it; None where the whole scene does."""
    quote: str


class SceneListed(Work):
    """A scene's breakdown sheet."""

    BY: ClassVar[str] = "producer"
    KEY: ClassVar[tuple[str, ...]] = ("scene",)
    NOUN: ClassVar[str] = "breakdown sheet"

    scene: str
    items: tuple[Item, ...]

    def mentions(self) -> Mentions:
        lines = tuple((self.scene, item.line) for item in self.items if item.line is not None)
        return Mentions(scenes=(self.scene,), lines=lines)


class ShootingDay(Value):
    """A day of the schedule."""

    day: int = Field(ge=1)
    set: str
    """The set it begins on."""
    location: str
    int_ext: str | None
    day_night: str | None
    strip: str
    """The colour on the board of the scene it begins with."""
    scenes: tuple[str, ...]
    """In the order of shooting."""
    goes_on: tuple[str, ...] = ()
    """Those of them that began on the day before: they are longer than a day."""
    eighths: int
    cast: tuple[str, ...]
    setups: int = Field(ge=0)
    hours: float = Field(ge=0)
    """Of work on set with its moves, estimated."""
    why: str
    """What makes it a day."""


class ScheduleMade(Work):
    """The scenes in shooting days. What was recorded is never solved again."""

    BY: ClassVar[str] = "producer"
    NOUN: ClassVar[str] = "schedule"

    days: tuple[ShootingDay, ...]
    idle: int = Field(ge=0)
    """Days that cast are held and do not work, over all of them."""
    bound: int = Field(ge=0)
    """No schedule of these days' scenes holds cast for fewer idle days."""
    method: str

    def mentions(self) -> Mentions:
        scenes = tuple(scene for day in self.days for scene in day.scenes)
        return Mentions(scenes=scenes, people=tuple(sorted({name for day in self.days for name in day.cast})))


class BudgetLine(Value):
    """A line of the budget."""

    account: str
    """Number in the chart of accounts, 1400."""
    name: str
    quantity: Decimal = Field(ge=0)
    unit: str
    rate: Decimal = Field(ge=0)
    amount: Decimal = Field(ge=0)
    why: str


class BudgetEstimated(Work):
    """What the film costs, estimated from its days, cast, sets, setups and cues."""

    BY: ClassVar[str] = "producer"
    NOUN: ClassVar[str] = "budget"

    lines: tuple[BudgetLine, ...]
    subtotal: Decimal = Field(ge=0)
    contingency: Decimal = Field(ge=0)
    total: Decimal = Field(ge=0)


class Risk(Value):
    """What may go wrong, and what is done about it."""

    name: str
    scenes: tuple[str, ...]
    likelihood: float = Field(ge=0, le=1)
    days: float = Field(ge=0)
    """Days lost if it happens."""
    cost: Decimal = Field(ge=0)
    """What it costs if it happens."""
    contingency: str


class RisksAssessed(Work):
    """What may go wrong in the shoot as it is planned."""

    BY: ClassVar[str] = "producer"
    NOUN: ClassVar[str] = "risk assessment"

    risks: tuple[Risk, ...]

    def mentions(self) -> Mentions:
        return Mentions(scenes=tuple(sorted({scene for risk in self.risks for scene in risk.scenes})))


class MoneyAllotted(Event):
    """The orchestrator said what the film may cost; the latest holds."""

    amount: Decimal = Field(ge=0)


class DaysAllotted(Event):
    """The orchestrator said how many days may be shot; the latest holds."""

    days: int = Field(ge=1)


class ResourceGranted(Event):
    """More than was allotted is granted, as was decided."""

    question: int
    amount: Decimal | None
    """What the film may cost now; None where only days were granted."""
    days: int | None
    """How many days may be shot now; None where only money was granted."""

    def refers(self) -> tuple[int, ...]:
        return (self.question,)


@dataclass(frozen=True, slots=True)
class OfficeState:
    """What the production may use."""

    amount: Decimal | None = None
    days: int | None = None
    amount_by: int | None = None
    days_by: int | None = None
    """The events that last said so."""

    @property
    def set_by(self) -> tuple[int, ...]:
        """The events that the limits rest on, in order."""
        return tuple(sorted({by for by in (self.amount_by, self.days_by) if by is not None}))


def evolve(state: OfficeState, event: Event, number: int) -> OfficeState:
    """The state after one event of this family."""
    match event:
        case MoneyAllotted():
            return replace(state, amount=event.amount, amount_by=number)
        case DaysAllotted():
            return replace(state, days=event.days, days_by=number)
        case ResourceGranted():
            if event.amount is not None:
                state = replace(state, amount=event.amount, amount_by=number)
            return state if event.days is None else replace(state, days=event.days, days_by=number)
        case _:
            return state


TradeOffWay = Literal["fewer_setups", "merge_sets", "fewer_cues", "spend_more", "more_days"]
