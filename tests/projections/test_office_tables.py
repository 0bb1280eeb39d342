"""The producer's tables: events in, rows out."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from cineledger.domain.debate.events import QuestionOpened
from cineledger.domain.office.events import (
    BudgetEstimated,
    BudgetLine,
    DaysAllotted,
    Item,
    MoneyAllotted,
    ResourceGranted,
    Risk,
    RisksAssessed,
    SceneListed,
    ScheduleMade,
    ShootingDay,
)
from cineledger.domain.work.work import WorkStruck
from cineledger.projections.export import export
from tests.projections.worlds import World, scene

KETTLE = Item(category="PROPS", uci=104, name="kettle", count=1, line=0, quote="the kettle")
GUESTS = Item(category="EXTRAS", uci=101, name="guests", count=12, line=None, quote="")


def sheet(*items: Item, scene: str = "1") -> SceneListed:
    """A breakdown sheet."""
    return SceneListed(reason="from its lines", scene=scene, items=items)


def day(number: int, *cast: str, **more: Any) -> ShootingDay:
    """A day in the kitchen."""
    plain: dict[str, Any] = {
        "day": number,
        "set": "KITCHEN",
        "location": "FLAT",
        "int_ext": "INT",
        "day_night": "DAY",
        "strip": "white",
        "scenes": ("1",),
        "eighths": 9,
        "cast": cast,
        "setups": 6,
        "hours": 7.5,
        "why": "the kitchen",
    }
    return ShootingDay.model_validate(plain | more)


def made(*days: ShootingDay) -> ScheduleMade:
    """A schedule."""
    return ScheduleMade(reason="in one go", days=days, idle=0, bound=0, method="exact")


def budget(amount: str = "700.00") -> BudgetEstimated:
    """A budget of one line and its contingency."""
    line = BudgetLine(
        account="1400",
        name="Cast, working",
        quantity=Decimal("3.5"),
        unit="days",
        rate=Decimal("200.00"),
        amount=Decimal(amount),
        why="MAYA works 3",
    )
    spare = Decimal("70.00")
    return BudgetEstimated(
        reason="2 days",
        lines=(line,),
        subtotal=Decimal(amount),
        contingency=spare,
        total=Decimal(amount) + spare,
    )


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A production with one scene."""
    world = World(tmp_path)
    world.open("pilot", scene("1", "INT. KITCHEN - NIGHT\n\nThe kettle.\n\n", "The kettle."))
    return world


def test_a_breakdown_replaces_the_one_before(world: World) -> None:
    """A row for each thing of the latest sheet, with the sheet's address; an empty sheet leaves none."""
    world.say("producer", sheet(KETTLE, GUESTS))
    (last,) = world.say("producer", sheet(KETTLE, scene="2"), sheet(GUESTS))[-1:]
    rows = world.rows(
        "SELECT scene, category, uci, name, count, line, quote, address FROM breakdown ORDER BY scene"
    )
    assert [(row["scene"], row["name"]) for row in rows] == [("1", "guests"), ("2", "kettle")]
    assert rows[0] == {
        "scene": "1",
        "category": "EXTRAS",
        "uci": 101,
        "name": "guests",
        "count": 12,
        "line": None,
        "quote": "",
        "address": str(last.address),
    }
    world.say("producer", sheet())
    assert [row["scene"] for row in world.rows("FROM breakdown")] == ["2"]
    world.say("producer", WorkStruck(work="SceneListed", key="2", reason="gone"))
    assert world.rows("FROM breakdown") == []


def test_the_past_of_a_breakdown_stays(world: World) -> None:
    """As an event left it."""
    (first,) = world.say("producer", sheet(KETTLE))
    world.say("producer", sheet(GUESTS))
    rows = world.rows("SELECT name FROM breakdown_at('pilot', ?)", first.number)
    assert rows == [{"name": "kettle"}]


def test_a_schedule_is_a_row_a_day(world: World) -> None:
    """The days of the latest schedule; none once it is taken back."""
    world.say("producer", made(day(1, "MAYA"), day(2, "JON"), day(3, "MAYA")))
    world.say("producer", made(day(1, "MAYA", "JON"), day(2, "JON", goes_on=("1",), strip="blue")))
    rows = world.rows('SELECT day, "cast", goes_on, strip, eighths, hours, why FROM schedule ORDER BY day')
    assert [(row["day"], row["cast"], row["goes_on"], row["strip"]) for row in rows] == [
        (1, ["MAYA", "JON"], [], "white"),
        (2, ["JON"], ["1"], "blue"),
    ]
    assert (rows[0]["eighths"], rows[0]["hours"], rows[0]["why"]) == (9, 7.5, "the kitchen")
    world.say("producer", WorkStruck(work="ScheduleMade", key="film", reason="gone"))
    assert world.rows("FROM schedule") == world.rows("FROM day_out_of_days") == []


def test_day_out_of_days_has_its_codes(world: World) -> None:
    """Start, work, hold, finish; start and finish on one day; nobody before the first or after the last."""
    world.say("producer", made(day(1, "MAYA"), day(2, "JON"), day(3, "MAYA"), day(4, "MAYA")))
    rows = world.rows('SELECT "character", day, code FROM day_out_of_days ORDER BY "character", day')
    assert [tuple(row.values()) for row in rows] == [
        ("JON", 2, "SWF"),
        ("MAYA", 1, "SW"),
        ("MAYA", 2, "H"),
        ("MAYA", 3, "W"),
        ("MAYA", 4, "WF"),
    ]
    world.say("producer", made(day(1)))
    assert world.rows("FROM day_out_of_days") == []


def test_money_is_exact(world: World) -> None:
    """Quantities, rates and amounts are decimals; the totals stand in a table of their own."""
    world.say("producer", budget("650.00"))
    world.say("producer", budget())
    (row,) = world.rows("SELECT account, quantity, rate, amount, why FROM budget")
    assert row == {
        "account": "1400",
        "quantity": Decimal("3.5"),
        "rate": Decimal("200"),
        "amount": Decimal("700.00"),
        "why": "MAYA works 3",
    }
    (totals,) = world.rows("SELECT subtotal, contingency, total, reason FROM budget_totals")
    assert list(totals.values()) == [Decimal("700.00"), Decimal("70.00"), Decimal("770.00"), "2 days"]
    world.say("producer", WorkStruck(work="BudgetEstimated", key="film", reason="gone"))
    assert world.rows("FROM budget") == world.rows("FROM budget_totals") == []


def test_risks_are_replaced_together(world: World) -> None:
    """The latest assessment's."""

    def risk(name: str) -> Risk:
        return Risk(
            name=name, scenes=("1",), likelihood=0.3, days=0.5, cost=Decimal("400.10"), contingency="wait"
        )

    world.say("producer", RisksAssessed(reason="rain", risks=(risk("weather"), risk("animals"))))
    world.say("producer", RisksAssessed(reason="rain", risks=(risk("weather"),)))
    (row,) = world.rows("SELECT name, scenes, likelihood, days, cost, contingency FROM risks")
    assert row["name"] == "weather" and row["cost"] == Decimal("400.10") and row["scenes"] == ["1"]
    world.say("producer", WorkStruck(work="RisksAssessed", key="film", reason="gone"))
    assert world.rows("FROM risks") == []


def test_limits_say_who_set_them(world: World) -> None:
    """What the orchestrator allotted, and what a decision granted."""
    question = QuestionOpened(
        subject="resources",
        text="What gives?",
        scene=None,
        beat=None,
        tier="orchestrator",
        rounds=1,
        lead="producer",
        concerned=("director",),
    )
    world.say("orchestrator", MoneyAllotted(amount=Decimal("9000.50")), DaysAllotted(days=4))
    (opened,) = world.say("producer", question)
    world.say("producer", ResourceGranted(question=opened.number, amount=Decimal(9500), days=None))
    rows = world.rows("SELECT actor, kind, amount, days, question FROM allotments ORDER BY number")
    assert [tuple(row.values()) for row in rows] == [
        ("orchestrator", "allotted", Decimal("9000.50"), None, None),
        ("orchestrator", "allotted", None, 4, None),
        ("producer", "granted", Decimal("9500.00"), None, opened.number),
    ]


@pytest.mark.parametrize("what", ["breakdown", "schedule", "budget"])
@pytest.mark.parametrize("form", ["csv", "json", "md"])
def test_the_office_is_taken_away(world: World, what: str, form: str) -> None:
    """As CSV, JSON and Markdown, in order."""
    world.say("producer", sheet(KETTLE, GUESTS), made(day(2, "JON"), day(1, "MAYA")), budget())
    with world.reader() as reader:
        text = export(reader, "pilot", what, form).decode()
    first, second = {
        "breakdown": ("guests", "kettle"),
        "schedule": ("MAYA", "JON"),
        "budget": ("1400", "700.00"),
    }[what]
    assert 0 <= text.index(first) < text.index(second)
