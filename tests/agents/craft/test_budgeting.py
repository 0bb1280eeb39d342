"""The budget: quantities of the plan at rates, exact to the hundredth, each line with its reason."""

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cineledger.agents.craft.budgeting import CENT, Plan, estimate
from cineledger.agents.craft.rates import LEAST_CONTINGENCY, MOST_CONTINGENCY, RATES


def plan(**more: Any) -> Plan:
    """Two days in one place with two people."""
    plain: dict[str, Any] = {
        "pages": Decimal("4.25"),
        "days": 2,
        "night_days": 0,
        "work": {"JON": 1, "MAYA": 2},
        "held": {"JON": 0, "MAYA": 0},
        "stages": [],
        "locations": ["KITCHEN"],
        "stage_days": 0,
        "moves": 0,
        "setups": 24,
        "rigs": {},
        "calls": {},
        "extras": 0,
        "props": 3,
        "heroes": 1,
        "doubles": 0,
        "wounds": 0,
        "vfx": 0,
        "cues": 2,
        "score": Decimal("95.5"),
    }
    return Plan(**plain | more)


def amounts(of: Plan) -> dict[str, Decimal]:
    """Account and name of each line → its amount."""
    return {f"{line.account} {line.name}": line.amount for line in estimate(of).lines}


def test_each_line_is_quantity_times_rate() -> None:
    """MAYA's two days and JON's one at the day rate; 95.5 seconds are 1.59 minutes."""
    lines = {line.account: line for line in estimate(plan()).lines}
    cast = lines["1400"]
    assert (cast.quantity, cast.rate, cast.amount) == (Decimal(3), RATES["cast"].rate, Decimal("660.00"))
    assert cast.why == "MAYA works 2, JON 1"
    assert lines["5100"].quantity == Decimal("1.59")
    assert lines["5100"].amount == (Decimal("1.59") * RATES["music"].rate).quantize(CENT)


def test_nothing_is_charged_that_is_not_there() -> None:
    """No crane, no animals, no effects where no scene and no shot asks for them."""
    accounts = {line.account for line in estimate(plan()).lines}
    assert not accounts & {"1450", "2300", "2510", "2540", "2560", "2600", "3210", "3510", "5300"}


def test_what_the_plan_needs_costs() -> None:
    """A crane, a night, a move, a held day, a set on a stage: each shows in its own line and in the total."""
    bare = estimate(plan()).total
    dearer: list[tuple[str, dict[str, Any]]] = [
        ("2510", {"rigs": {"crane": 1}}),
        ("3210", {"night_days": 1}),
        ("3510", {"moves": 1}),
        ("1400", {"held": {"JON": 1, "MAYA": 0}}),
        ("2300", {"stages": ["KITCHEN"], "locations": [], "stage_days": 2}),
        ("2560", {"calls": {"animals": 1}}),
        ("5110", {"cues": 3}),
        ("5300", {"vfx": 2}),
    ]
    for account, more in dearer:
        made = estimate(plan(**more))
        assert made.total > bare, account
        assert any(line.account == account for line in made.lines)


def test_the_contingency_follows_the_risks() -> None:
    """What the risks are expected to cost, between a twentieth and three twentieths of the rest."""
    bare = estimate(plan())
    tenth = estimate(plan(), bare.subtotal / 10, "rain")
    assert bare.contingency == (bare.subtotal * LEAST_CONTINGENCY).quantize(CENT)
    assert tenth.contingency == (bare.subtotal / 10).quantize(CENT)
    assert "rain most" in tenth.lines[-1].why
    dear = estimate(plan(), bare.subtotal)
    assert dear.contingency == (bare.subtotal * MOST_CONTINGENCY).quantize(CENT)


def test_accounts_stand_in_order_of_the_chart() -> None:
    """Above the line, production, post, other, contingency."""
    accounts = [int(line.account) for line in estimate(plan(rigs={"crane": 1}, night_days=1)).lines]
    post = [account for account in accounts if account >= 5000]
    assert accounts[0] == 1100 and accounts[-1] == 7000
    assert accounts.index(1400) < accounts.index(2200) < accounts.index(3300) < accounts.index(post[0])


@given(
    st.integers(0, 120),
    st.integers(0, 2000),
    st.decimals(0, 99999, places=1),
    st.dictionaries(st.sampled_from("ABCDEF"), st.integers(0, 60)),
    st.decimals(0, 10**7, places=2),
)
def test_money_adds_up_exactly(
    days: int, setups: int, score: Decimal, work: dict[str, int], exposure: Decimal
) -> None:
    """Lines sum to the total to the hundredth; nothing is a float; each line has its reason."""
    made = estimate(plan(days=days, setups=setups, score=score, work=work, held={}), exposure)
    assert sum((line.amount for line in made.lines), Decimal(0)) == made.total
    assert made.subtotal + made.contingency == made.total
    for line in made.lines:
        assert line.amount == (line.quantity * line.rate).quantize(CENT, "ROUND_HALF_UP")
        assert line.amount == line.amount.quantize(CENT) and line.why
