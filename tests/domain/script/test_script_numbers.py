"""Locked scene numbers and revision colours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cineledger.domain.script.colours import colour
from cineledger.domain.script.numbers import inserted_number


@pytest.mark.parametrize(
    ("before", "after", "taken", "number"),
    [
        ("72", "73", (), "72A"),
        ("72A", "73", (), "72B"),
        ("72", "72A", (), "A72A"),
        ("A72A", "72A", (), "B72A"),
        ("72", "A72A", (), "AA72A"),
        ("A72A", "B72A", (), "AB72A"),
        ("72A", "72C", (), "72B"),
        ("72A", "72B", (), "A72B"),
        ("72H", "73", (), "72J"),
        ("72N", "73", (), "72P"),
        ("72Z", "73", (), "72AA"),
        ("72", "A73", (), "72A"),
        ("72", "75", (), "72A"),
        (None, "1", (), "A1"),
        (None, "A1", (), "AA1"),
        ("0", "1", (), "A1"),
        ("A1", "1", (), "B1"),
        ("120", None, (), "121"),
        ("120A", None, (), "121"),
        (None, None, (), "1"),
        ("0", None, (), "1"),
        ("72", "73", ("72A", "72B"), "72C"),
        ("72", "73", ("72a",), "72B"),
        ("72", "72A", ("A72A",), "B72A"),
        ("120", None, ("121",), "122"),
        ("7.2", "8", (), "7.2A"),
        ("3-A", "3-B", ("3-AA",), "3-AB"),
        ("73", "12", (), "73A"),
        (None, "S-1", (), "AS-1"),
    ],
)
def test_the_number_of_a_scene_put_between_two(
    before: str | None, after: str | None, taken: tuple[str, ...], number: str
) -> None:
    """Neighbours keep their numbers; the newcomer's tells where it stands, and was never used."""
    assert inserted_number(before, after, taken) == number


@given(st.integers(1, 5), st.lists(st.integers(0, 30), max_size=20))
def test_numbers_never_repeat(scenes: int, places: list[int]) -> None:
    """However many scenes are put in, and wherever, each number is new and holds neither I nor O."""
    numbers = [str(n) for n in range(1, scenes + 1)]
    for wanted in places:
        place = wanted % (len(numbers) + 1)
        before = numbers[place - 1] if place else None
        after = numbers[place] if place < len(numbers) else None
        number = inserted_number(before, after, numbers)
        assert number not in numbers and not set(number) & set("IO")
        numbers.insert(place, number)


@pytest.mark.parametrize(
    ("draft", "named"),
    [
        (1, "White"),
        (2, "Blue"),
        (6, "Goldenrod"),
        (9, "Cherry"),
        (10, "2nd White"),
        (11, "2nd Blue"),
        (19, "3rd White"),
        (28, "4th White"),
        (95, "11th Green"),
    ],
)
def test_each_draft_has_its_colour(draft: int, named: str) -> None:
    """The colours come in the order of the trade, and then again."""
    assert colour(draft) == named


def test_drafts_are_counted_from_one() -> None:
    """There is no draft before the first."""
    with pytest.raises(ValueError, match="counted from 1"):
        colour(0)
