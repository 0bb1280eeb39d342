"""Two drafts side by side: scenes that came, went and moved, lines one by one, and words within them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cineledger.domain.script.events import ScriptImported
from cineledger.projections.diff.document import diff
from cineledger.projections.diff.lines import pairs, words
from cineledger.projections.diff.script import _moved, hunks, lines
from cineledger.projections.diff.text import text
from cineledger.projections.diff.wording import scene_title
from tests.projections.worlds import World, scene

KITCHEN = "INT. KITCHEN - NIGHT\n\nMAYA waits.\n\nMAYA\nYou came back.\n\n"


def drafts(world: World, before: list[Any], after: list[Any]) -> list[dict[str, Any]]:
    """The scenes that differ between two productions opened with these facts."""
    world.open("pilot", *before)
    world.open("b", *after)
    with world.reader() as reader:
        found: list[dict[str, Any]] = diff(reader, "pilot", "b", ["script"])["script"]
    return found


def test_lines_that_differ_stand_inhunks(world: World) -> None:
    """A hunk holds what is gone and new with three lines around, numbered within the scene."""
    (entry,) = drafts(world, [scene("1", KITCHEN)], [scene("1", KITCHEN.replace("You came", "He came"))])
    assert entry["change"] == "changed" and not entry["moved"] and entry["columns"] == {}
    assert entry["hunks"] == [
        {
            "a": [3, 5],
            "b": [3, 5],
            "lines": [
                ["ab", "MAYA waits."],
                ["ab", ""],
                ["ab", "MAYA"],
                ["a", "You came back."],
                ["b", "He came back."],
                ["ab", ""],
            ],
        }
    ]
    assert scene_title(entry, "pilot", "b") == "scene 1 INT. KITCHEN - NIGHT: 1 line gone, 1 new"


def test_scenes_are_matched_by_id(world: World) -> None:
    """Scenes that came, went, moved or bear another number are named; those they passed are not."""
    before = [scene(n) for n in "12345"]
    renumbered = scene("5").model_copy(update={"number": "5A"})
    found = drafts(world, before, [scene("1"), scene("3"), scene("6"), renumbered, scene("2")])
    assert [(e["scene"], e["change"], e["moved"]) for e in found] == [
        ("4", "gone", False),
        ("6", "added", False),
        ("5", "changed", False),
        ("2", "changed", True),
    ]
    titles = [scene_title(e, "pilot", "b").partition(": ")[2] for e in found]
    assert titles == [
        "only in pilot, 4 lines",
        "only in b, 4 lines",
        "number 5 → 5A",
        "moved from place 2 to 5",
    ]


def test_a_title_page_is_compared_too(world: World) -> None:
    """It stands first, as a scene of that name."""
    before, after = (
        ScriptImported(
            source="f", encoding="utf-8", title_text=f"Title: The Kettle\nDraft: {n}\n\n", title_page=()
        )
        for n in (1, 2)
    )
    (entry,) = drafts(world, [before, scene("1")], [after, scene("1")])
    assert entry["scene"] == "title page" and ["b", "Draft: 2"] in entry["hunks"][0]["lines"]


def test_line_ends_are_no_lines(world: World) -> None:
    """A draft saved with other line ends differs in that alone."""
    (entry,) = drafts(world, [scene("1", KITCHEN)], [scene("1", KITCHEN.replace("\n", "\r\n"))])
    assert entry["line_ends"] and entry["hunks"] == []
    assert scene_title(entry, "pilot", "b").endswith(": other line ends")


def test_equal_drafts(world: World) -> None:
    """Nothing is said of what is the same."""
    assert drafts(world, [scene("1", KITCHEN)], [scene("1", KITCHEN)]) == []


def test_the_terminal_shows_unifiedhunks(world: World) -> None:
    """As `diff -u` does, each line with how it is to be set off."""
    world.open("pilot", scene("1", KITCHEN))
    world.open("b", scene("1", KITCHEN.replace("waits.", "sits.")))
    with world.reader() as reader:
        shown = list(text(diff(reader, "pilot", "b", ["script"])))
    assert [(line.kind, line.text) for line in shown if line.kind in ("hunk", "a", "b")] == [
        ("hunk", "@@ -1,6 +1,6 @@"),
        ("a", "-MAYA waits."),
        ("b", "+MAYA sits."),
    ]


LINES = st.lists(st.sampled_from(["", "MAYA", "You came back.", "He came back now.", "x"]), max_size=12)


@given(LINES, LINES)
def test_both_drafts_can_be_read_from_their_pairs(a: list[str], b: list[str]) -> None:
    """Side by side, each line stands once, in order, under its number, whatever changed around it."""
    found = [pair for hunk in hunks(a, b) for pair in pairs(hunk)]
    for own, side in ((a, [p.a for p in found if p.a]), (b, [p.b for p in found if p.b])):
        for number, pieces in side:
            assert "".join(piece for piece, _ in pieces) == own[number - 1]
        numbers = [number for number, _ in side]
        assert numbers == sorted(set(numbers))
    for hunk in hunks(a, b):
        (start_a, many_a), (start_b, many_b) = hunk["a"], hunk["b"]
        assert [t for s, t in hunk["lines"] if "a" in s] == a[max(start_a - 1, 0) :][:many_a]
        assert [t for s, t in hunk["lines"] if "b" in s] == b[max(start_b - 1, 0) :][:many_b]
    assert (not found) == (a == b)


def test_a_long_scene_is_compared_as_well_as_a_short_one() -> None:
    """Blank lines and lines that come again neither join changes that lie apart nor take long."""
    before = [line for n in range(2_500) for line in (f"Speech {n % 40}.", "")]
    after = list(before)
    for n in range(50, 2_500, 50):
        after[2 * n] = f"Another speech {n}."
    found = hunks(before, after)
    assert len(found) == 49
    assert all(sides == "ab" or text.strip() for hunk in found for sides, text in hunk["lines"])
    assert {len(hunk["lines"]) for hunk in found} == {8}


@given(st.permutations(list("abcdefg")))
def test_what_did_not_move_keeps_its_order(after: list[str]) -> None:
    """Without the scenes that moved, both sides have the same order; one step of one scene moves one."""
    before = sorted(after)
    moved = _moved(before, after)
    assert [s for s in after if s not in moved] == [s for s in before if s not in moved]
    assert _moved(list("abcd"), list("bcda")) == {"a"} and _moved(before, before) == set()


def test_words_that_changed_within_a_line() -> None:
    """Only they are marked; lines with little in common are marked whole; scripts without spaces go by letter."""
    old, new = words("MAYA waits by the kettle.", "MAYA waits by the cold kettle.")
    assert [piece for piece, marked in new if marked] == ["cold "] and not any(marked for _, marked in old)
    old, new = words("Tom walks to the door. He looks back.", "Tom walks to the door.")
    assert [piece for piece, marked in old if marked] == ["He looks back."] and not any(m for _, m in new)
    assert words("MAYA waits.  ", "MAYA waits.") == ([("MAYA waits.  ", True)], [("MAYA waits.", True)])
    assert words("MAYA waits.", "Snow on the yard falls.") == (
        [("MAYA waits.", True)],
        [("Snow on the yard falls.", True)],
    )
    assert [piece for piece, marked in words("彼は家を出た。", "彼は駅を出た。")[1] if marked] == ["駅"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_fountain_counts_them(end: str) -> None:
    """They end at \\r\\n, \\n or \\r and at nothing else."""
    assert lines(f"a\u2028b{end}{end}c{end}") == ["a\u2028b", "", "c"]
    assert lines("") == []
