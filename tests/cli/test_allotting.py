"""`cineledger allot`."""

import pytest

from tests.support.program import Program


def test_allot(opened: Program) -> None:
    """Money and days are set and told; the table has both."""
    out = opened("allot", "PILOT", "25,000.50", "--days", "6").done().out
    assert "allotted 25000.50" in out and "allotted 6 shooting days" in out
    assert out.endswith("Next: cineledger run pilot\n")
    rows = (
        opened.within("sql", "select kind, amount, days from allotments order by number", "--json")
        .done()
        .json()
    )
    assert [row["days"] for row in rows] == [None, 6]
    assert str(rows[0]["amount"]).startswith("25000.5")


def test_an_amount_is_said_in_plain_digits(opened: Program) -> None:
    """Whatever way it was typed."""
    assert "allotted 1000000000\n" in opened.within("allot", "pilot", "1e9").done().out


def test_allot_as_json(opened: Program) -> None:
    """The events with their addresses."""
    (fact,) = opened.within("allot", "pilot", "--days", "3", "--json").done().json()
    assert fact["type"] == "DaysAllotted" and fact["fact"] == {"days": 3}
    assert fact["address"].startswith("pilot@")


@pytest.mark.parametrize(
    ("words", "because"),
    [
        ((), "Say an AMOUNT"),
        (("much",), "much is not an amount"),
        (("1.005",), "is not an amount"),
        (("NaN",), "is not an amount"),
    ],
)
def test_allot_misused(opened: Program, words: tuple[str, ...], because: str) -> None:
    """Nothing to allot, or no amount."""
    answer = opened.within("allot", "pilot", *words)
    assert answer.code == 2 and because in answer.err


def test_a_film_costs_something(opened: Program) -> None:
    """Nothing and less are refused, as is what is allotted already."""
    opened.within("allot", "pilot", "0").refused("for nothing")
    opened.within("allot", "pilot", "100").done()
    opened.within("allot", "pilot", "100.00").refused("allotted already")
