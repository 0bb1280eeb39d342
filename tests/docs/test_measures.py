"""The page of measures: its tables are put in between markers, and nothing else of it is touched."""

import pytest

from tests.agents.test_films import FILM
from tests.benchmarks.measure import Table
from tests.benchmarks.screening import MEASURES, PAGE, UNDER_VISIONS, Film, entropy, made, put_in


def table(cell: str) -> Table:
    """A table of one cell."""
    return Table("T", ["c"], [(cell,)])


def test_tables_replace_what_stands_between_their_markers() -> None:
    """Put in twice, the page is as after once; what is written around the tables stays."""
    page = PAGE.read_text("utf-8")
    once = put_in(page, {"scripts": table("1"), "visions": table("2")})
    assert put_in(once, {"scripts": table("1"), "visions": table("2")}) == once
    assert once.startswith(page.partition("<!--")[0]) and once.endswith(page.rpartition("-->")[2])
    assert put_in(once, {"scripts": table("3")}).count("| 3 |") == 1 and "| 1 |" in once


def test_a_page_without_a_place_is_told() -> None:
    """A marker that is missing is a bug, not an empty page."""
    with pytest.raises(ValueError, match="no place for scripts"):
        put_in("# Measures\n", {"scripts": table("1")})


def test_entropy_is_in_bits() -> None:
    """All alike is 0, two halves are 1, four quarters 2."""
    assert (entropy("aaaa"), entropy("aabb"), entropy("abcd"), entropy("")) == (0, 1, 2, 0)


@pytest.fixture(scope="module")
def film() -> Film:
    """A film to the end."""
    return made("a test", FILM, "Intimate: faces before places.")


def test_every_measure_says_something_of_a_film(film: Film) -> None:
    """Each column has a figure, or a dash where no department of this crew has anything to count."""
    for measure in (*MEASURES, *UNDER_VISIONS):
        said = measure.of(film)
        assert said == "–" or any(letter.isdigit() for letter in said), measure.name
    covered, whole = film.lines()
    assert covered == whole > 0
    assert len(film.sizes()) == len(film.cuts) > 0
