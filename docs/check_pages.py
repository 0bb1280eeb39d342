"""What the pages get wrong: links that lead nowhere, and commands the program does not take."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click

from cineledger.cli.main import cli

FENCE = re.compile(r"^```[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
PROGRAM = re.compile(r"^(?:\$ )?(?:\S*/)?cineledger (.+)$")


def written(root: Path) -> list[Path]:
    """The pages that people write and read: the README, the changelog and docs."""
    return [root / "README.md", root / "CHANGELOG.md", *sorted((root / "docs").rglob("*.md"))]


def faults(root: Path) -> list[str]:
    """Each fault with the page it stands on."""
    return [
        f"{page.relative_to(root)}: {fault}"
        for page in written(root)
        if page.exists()
        for fault in (*dead_links(page), *wrong_commands(page.read_text("utf-8")))
    ]


def dead_links(page: Path) -> Iterator[str]:
    """Relative links to a file or a heading that is not there."""
    for target in LINK.findall(FENCE.sub("", page.read_text("utf-8"))):
        name, _, heading = target.partition("#")
        if ":" in name:
            continue
        path = page.parent / name if name else page
        if not path.exists():
            yield f"{target} leads nowhere"
        elif heading and heading not in _anchors(path.read_text("utf-8")):
            yield f"{target} names no heading"


def _anchors(text: str) -> set[str]:
    found = HEADING.findall(FENCE.sub("", text))
    return {re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in found}


def commands(text: str) -> Iterator[list[str]]:
    """The words after `cineledger` on each such line of a page's code blocks."""
    for block in FENCE.findall(text):
        for line in re.sub(r"\\\n(> )?", "", block).splitlines():
            typed = PROGRAM.match(line)
            if typed:
                words = shlex.shlex(typed[1], posix=True, punctuation_chars=True)
                words.whitespace_split = True
                yield list(_before_pipe(words))


def _before_pipe(words: Iterator[str]) -> Iterator[str]:
    for word in words:
        if set(word) <= set("|&;<>()"):
            return
        yield word


def wrong_commands(text: str) -> Iterator[str]:
    """Command lines that the program would turn down before running anything."""
    above = click.Context(cli, info_name="cineledger")
    for words in commands(text):
        command = cli.get_command(above, words[0])
        if words[0].startswith("-"):
            continue
        if command is None:
            yield f"there is no command {words[0]}"
            continue
        try:
            command.make_context(words[0], words[1:], parent=above)
        except click.exceptions.Exit:
            continue
        except click.UsageError as error:
            yield f"cineledger {shlex.join(words)}: {error.format_message()}"
