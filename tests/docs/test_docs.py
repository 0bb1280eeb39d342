"""The pages say what the program does: reference, links, commands, and the sessions shown."""

import click
import pytest

from cineledger.agents.role import Role
from cineledger.cli.main import cli
from cineledger.cli.table_of_commands import COMMANDS
from cineledger.projections.table import read_table, tables
from docs import build_reference, check_pages

PAGES = check_pages.written(build_reference.ROOT)
HOW_TO = build_reference.ROOT / "docs" / "how-to.md"


def test_the_reference_is_what_the_code_says() -> None:
    """Each page of the reference is made from the code and kept; a stale one names the command that mends it."""
    assert build_reference.stale() == []


def test_links_lead_somewhere_and_commands_are_taken() -> None:
    """Every relative link leads to a file and heading; the program takes every command line shown."""
    assert check_pages.faults(build_reference.ROOT) == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_a_docs_entry(name: str) -> None:
    """A command says in a sentence what it does, explains each option, and is shown in use on some page."""
    command = cli.get_command(click.Context(cli), name)
    assert command is not None and command.help
    assert all(p.help for p in command.params if isinstance(p, click.Option))
    assert name in {words[0] for page in PAGES for words in check_pages.commands(page.read_text("utf-8"))}


def test_every_table_has_a_docs_entry() -> None:
    """Every table stands in the reference under its own heading."""
    page = (build_reference.REFERENCE / "tables.md").read_text("utf-8")
    assert [table.name for table in tables() if f"\n## {table.name}\n" not in page] == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("```console\n$ cineledger opne pilot\n```\n", "there is no command opne"),
        ("```console\n$ cineledger run pilot --fast\n```\n", "No such option"),
        ("```console\n$ cineledger show\n```\n", "Missing argument"),
    ],
)
def test_a_command_the_program_does_not_take_is_a_fault(text: str, fault: str) -> None:
    """An unknown command or option, or a missing argument, in a code block is found without running it."""
    (found,) = check_pages.wrong_commands(text)
    assert fault in found


def test_what_follows_a_pipe_is_not_the_programs() -> None:
    """Only the words up to a pipe or a redirection are the program's."""
    assert list(check_pages.commands("```\n$ cineledger log ferry | head -1\n```\n")) == [["log", "ferry"]]


def test_the_role_and_the_table_of_the_how_to_are_sound() -> None:
    """The role that the how-to adds is a role, and its table's header says all it must."""
    page = HOW_TO.read_text("utf-8")
    python = page.partition("```python\n")[2].partition("```")[0]
    sql = page.partition("```sql\n")[2].partition("```")[0]
    made: dict[str, object] = {}
    exec(compile(python, str(HOW_TO), "exec"), made)
    assert isinstance(made["ROLE"], Role)
    assert read_table("phases", sql).columns.keys() == {"number", "phase"}
