"""Scripts that a person names: a file, or standard input."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from cineledger.agents.desk import Script

LARGEST_SCRIPT = 20_000_000
"""Bytes; a screenplay of 120 pages has about 200,000."""


def read_script(path: str) -> "Script":
    """The script in a file, or on standard input for -; refuses what can't be read."""
    from cineledger.agents.desk import Script
    from cineledger.domain.fountain import decode

    source = "standard input" if path == "-" else os.fsencode(Path(path).name).decode("utf-8", "replace")
    text, encoding = decode(script_bytes(path), source)
    return Script(text=text, source=source, encoding=encoding)


def warn_of_guess(script: "Script") -> None:
    """Says so where a script's encoding was guessed."""
    if not script.encoding.startswith("utf"):
        click.echo(
            f"{script.source} is not Unicode; it was read as {script.encoding}: look at the names.", err=True
        )


def script_bytes(path: str) -> bytes:
    """A file's content, or standard input's for -; refuses what can't be read, or is too large for a script."""
    from cineledger.domain.refusal import Refused

    try:
        if path == "-":
            data: bytes = sys.stdin.buffer.read(LARGEST_SCRIPT + 1)
        else:
            with Path(path).open("rb") as file:
                data = file.read(LARGEST_SCRIPT + 1)
    except (OSError, ValueError) as error:
        raise Refused(
            f"{path} can't be read: {getattr(error, 'strerror', error)}", "Name a file that is there."
        ) from error
    if len(data) > LARGEST_SCRIPT:
        raise Refused(
            f"{path} is larger than {LARGEST_SCRIPT // 1_000_000} MB", "Is it a screenplay in plain text?"
        )
    return data
