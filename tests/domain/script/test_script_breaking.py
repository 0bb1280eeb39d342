"""Where lines break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cineledger.domain.script.breaking import broken, columns


def lines(text: str, width: int) -> list[str]:
    """The text of each line."""
    return [text[start:stop] for start, stop in broken(text, width)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 5, [""]),
        ("the quick brown fox", 10, ["the quick", "brown fox"]),
        ("fox--jumps", 6, ["fox--", "jumps"]),
        ("well-known -- yes", 8, ["well-", "known --", "yes"]),
        ("on 2016-10-06", 9, ["on", "2016-10-0", "6"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("漢字、漢字。漢字", 8, ["漢字、漢", "字。漢字"]),
        ("漢字漢字。", 8, ["漢字漢", "字。"]),
        ("漢「字」", 6, ["漢", "「字」"]),
        ("e\u0301" * 4, 3, ["e\u0301" * 3, "e\u0301"]),
        ("   in by three", 12, ["   in by", "three"]),
        ("trailing   ", 20, ["trailing"]),
    ],
)
def test_lines_break_where_a_typist_would(text: str, width: int, expected: list[str]) -> None:
    """At spaces, behind hyphens, between wide characters but not before a full stop; else where they have to."""
    assert lines(text, width) == expected


@given(st.text(alphabet="ab -–漢。「e\u0301\u200d", max_size=60), st.integers(2, 20))
def test_no_line_is_wider_than_its_column_and_nothing_is_lost(text: str, width: int) -> None:
    """Only spaces are left out, at the ends of lines."""
    found = lines(text, width)
    assert all(columns(line) <= width for line in found)
    assert "".join("".join(found).split()) == "".join(text.split())
