"""Files that people hand in: read whole within a bound, and told from text that was typed."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from cineledger.cli import output

if TYPE_CHECKING:
    from cineledger.agents.desk import Script
    from cineledger.domain.fountain import Screenplay

LARGEST_SCRIPT = 20_000_000
"""Bytes; a screenplay of 120 pages has about 200,000."""
LARGEST_CHARACTER = 500_000_000
"""Bytes; a life takes some 20,000, an answer of a mind about her some 5,000."""
LONGEST_IDEA = 100_000
"""Characters, some 50 pages."""
_TEXT_FILES = frozenset({".fountain", ".spmd", ".txt", ".text", ".md", ".markdown"})


class Handed(NamedTuple):
    """A script that was handed in, and as it reads."""

    script: "Script"
    screenplay: "Screenplay"
    people: tuple[str, ...]
    guessed: bool
    """Whether nothing said how it is encoded."""


def script(path: str, encoding: str | None = None) -> Handed:
    """A screenplay from a file, or from standard input for -; refuses what is none, and one past the bounds."""
    from cineledger.agents.desk import Script
    from cineledger.domain.fountain import characters, decode, is_guess, read
    from cineledger.domain.fountain.bounds import refuse_too_long, refuse_too_much

    source = "standard input" if path == "-" else os.fsencode(Path(path).name).decode("utf-8", "replace")
    text, found = decode(_bytes(path), source, encoding)
    refuse_too_long(text, source)
    screenplay = read(text)
    people = characters(screenplay)
    refuse_too_much(screenplay, len(people), source)
    guessed = encoding is None and is_guess(found)
    return Handed(Script(text=text, source=source, encoding=found), screenplay, people, guessed)


def warn(handed: Handed) -> None:
    """Says on standard error what whoever wrote the script would want to know."""
    from cineledger.domain.fountain.bounds import warnings

    taken = handed.script
    if handed.guessed:
        said = (
            f"{taken.source} does not say its encoding; it was read as {taken.encoding}: look at the names, "
        )
        click.echo(output.one_line(f"{said}and if they are wrong, name it with --encoding."), err=True)
    for warning in warnings(taken.text, handed.screenplay):
        click.echo(warning, err=True)


def idea(typed: str, encoding: str | None = None) -> str:
    """A story idea: what was typed, or what the file of that name holds; refuses one without end."""
    from cineledger.domain.fountain import decode, is_unseen
    from cineledger.domain.refusal import Refused

    text = typed
    if _is_there(typed):
        text = decode(_bytes(typed), typed, encoding)[0]
    elif len(typed.split()) == 1 and Path(typed).suffix.lower() in _TEXT_FILES:
        raise Refused(f"there is no file {typed}", "Name a file that is there, or type the idea in words.")
    if is_unseen(text):
        raise Refused("the idea is empty", "Say the idea in a sentence.")
    if len(text) > LONGEST_IDEA:
        raise Refused(
            f"an idea of {len(text):,} characters is longer than {LONGEST_IDEA:,}",
            "Give it in fewer words; a finished screenplay goes in with --script.",
        )
    return text


def _is_there(typed: str) -> bool:
    """Whether text names something to read: -, a file, a pipe or a device, but no folder."""
    try:
        return typed == "-" or (Path(typed).exists() and not Path(typed).is_dir())
    except (OSError, ValueError):
        return False


def carried(path: str) -> bytes:
    """A character's file, or standard input for -."""
    return _bytes(path, LARGEST_CHARACTER, "Is it a character's file?")


def _bytes(
    path: str, largest: int = LARGEST_SCRIPT, hint: str = "Is it a screenplay in plain text?"
) -> bytes:
    from cineledger.domain.refusal import Refused

    try:
        if path == "-":
            data: bytes = sys.stdin.buffer.read(largest + 1)
        else:
            with Path(path).open("rb") as file:
                data = file.read(largest + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise Refused(
            f"{path or 'a file without a name'} can't be read: {reason}", "Name a file that is there."
        ) from error
    if len(data) > largest:
        raise Refused(f"{path} is larger than {largest // 1_000_000} MB", hint)
    return data
