"""Sessions shown in the pages are real: the same commands print the same lines."""

from pathlib import Path

import pytest

from docs import sessions
from docs.check_pages import FENCE


@pytest.mark.parametrize("page", sessions.PAGES)
def test_a_session_prints_what_the_page_shows(page: str, tmp_path: Path) -> None:
    """Every line shown under a command is printed by it, in that order, and nothing is left out but at …"""
    (tmp_path / "docs").symlink_to(sessions.ROOT / "docs")
    for block in FENCE.findall((sessions.ROOT / page).read_text("utf-8")):
        for step in sessions.steps(block):
            if not sessions.SKIPPED.match(step.command):
                printed = sessions.run(step.command, tmp_path)
                assert sessions.says(step.shown, printed), f"{page}: $ {step.command}\n" + "\n".join(printed)


def test_a_session_is_written_anew_where_it_was_cut() -> None:
    """Lines follow what is printed now, cut as before; what is skipped is marked, what is gone goes."""
    shown = [
        "ferry@12 director asked: Which shot ca…",
        "…",
        "done in 3 steps",
        "nothing like it at all, ever",
    ]
    printed = ["ferry@20 director asked: Which shot carries it?", "", "one more", "done in 4 steps"]
    assert not sessions.says(shown, printed)
    anew = sessions.written_anew(shown, printed)
    assert anew == ["ferry@20 director asked: Which shot ca…", "…", "done in 4 steps"]
    assert sessions.says(anew, printed)


def test_addresses_follow_the_events_they_named(tmp_path: Path) -> None:
    """A command and the prose behind it name the event that the shown line has now."""
    page = (
        "```console\n$ echo a@7 director ruled\na@5 director ruled\n$ echo see a@5\nsee a@5\n```\nSee a@5.\n"
    )
    anew = sessions.rewritten(page, tmp_path)
    assert "$ echo see a@7\nsee a@7\n" in anew and anew.endswith("See a@7.\n")
