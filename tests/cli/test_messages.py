"""`cineledger messages`."""

from pathlib import Path

import pytest

from tests.support.program import Program
from tests.support.threads import ALCOVE


@pytest.fixture(scope="module")
def alcove(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """`alcove`, run to the end; never changed."""
    folder: Path = tmp_path_factory.mktemp("alcove")
    script = folder / "alcove.fountain"
    script.write_text(ALCOVE)
    program = Program(folder / "studio")
    program("open", "alcove", "--script", script).done()
    program("run", "alcove").done()
    return program


def test_threads_are_shown_answers_further_in(alcove: Program) -> None:
    """Each message with who wrote to whom and about what; an answer stands under it, with what it led to."""
    lines = alcove("messages", "ALCOVE").done().lines
    asked = next(
        place for place, line in enumerate(lines) if " cinematographer to set_designer about alcove@" in line
    )
    assert lines[asked + 1].startswith("  alcove@") and lines[asked + 1].endswith(" (made anew)")


def test_of_one_role_or_one_thread(alcove: Program) -> None:
    """By a role that takes part, or by any address of the thread."""
    found = alcove.within("messages", "alcove", "--role", "cast:MAYA", "--json").done().json()
    assert [(one["sender"], one["recipient"]) for one in found] == [
        ("writer", "cast:MAYA"),
        ("cast:MAYA", "writer"),
    ]
    assert found[1]["answers"] == found[0]["number"] == found[1]["thread"]
    same = alcove.within("messages", "alcove", "--thread", found[1]["address"], "--json").done().json()
    assert same == found
    assert alcove.within("messages", "alcove", "--role", "nobody").done().lines == [
        "Nobody wrote to anybody."
    ]


def test_refused(alcove: Program) -> None:
    """What is no message is refused, and how to see them."""
    alcove("messages", "alcove", "--thread", "alcove@1").refused(
        "alcove@1 is no message", "cineledger messages"
    )
    alcove.within("messages", "alcov").refused("there is no production alcov", "Did you mean alcove?")
