"""Emphasis within a line, as the Fountain syntax has it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cineledger.domain.fountain.emphasis import emphasised


@pytest.mark.parametrize(
    ("line", "seen", "styles"),
    [
        ("plain", "plain", ""),
        ("an *italic* word", "an italic word", "00022222200000"),
        ("**bold**", "bold", "1111"),
        ("***both***", "both", "3333"),
        ("_under_", "under", "44444"),
        ("**bold *and both***", "bold and both", "1111133333333"),
        ("_a *b* c_", "a b c", "44644"),
        ("He dialed *69 and then *23", "He dialed *69 and then *23", ""),
        ("5 * 4 * 3", "5 * 4 * 3", ""),
        ("\\*not\\* \\_this\\_", "*not* _this_", ""),
        ("C:\\dir\\*", "C:\\dir*", ""),
        ("snake_case_name", "snake_case_name", ""),
        ("**open", "**open", ""),
        ("****", "****", ""),
        ("**a _b** c_", "a _b c_", "1111000"),
    ],
)
def test_marks(line: str, seen: str, styles: str) -> None:
    """Marks come in pairs that enclose words; all else is text."""
    assert emphasised(line) == (seen, styles)


@given(st.text(alphabet="ab *_\\", max_size=40))
def test_every_character_has_a_style_and_none_is_lost(line: str) -> None:
    """Styles are as long as what is seen, or empty; only marks and backslashes are ever taken away."""
    seen, styles = emphasised(line)
    assert styles == "" or len(styles) == len(seen)
    assert [c for c in seen if c in "ab "] == [c for c in line if c in "ab "]
