"""Printing: JSON documents, tables, and colour only where a person looks."""

import codecs
import json
import os
import re
import stat
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

ROLE_COLOURS = {
    "orchestrator": "bright_white",
    "director": "bright_yellow",
    "cinematographer": "bright_cyan",
    "writer": "bright_green",
    "showrunner": "bright_red",
    "producer": "yellow",
    "set_designer": "green",
    "editor": "cyan",
    "composer": "magenta",
    "sound_designer": "blue",
}
CAST_COLOUR = "bright_magenta"
ADDRESS = re.compile(r"[^\s@]+@\d+")
ORDERS_OF_WRITING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""They turn around what stands after them, so that a line reads as what it is not."""

MANY = 50_000
"""Events that take so long that a person wants to see them go by."""


def is_terminal() -> bool:
    """True where somebody looks at the output."""
    return sys.stdout.isatty()


def role(name: str) -> str:
    """A role's name in its colour (click strips colour where nobody looks)."""
    return click.style(one_line(name), fg=ROLE_COLOURS.get(name, CAST_COLOUR))


def document(value: Any) -> None:
    """One JSON document."""
    click.echo(_safe(json.dumps(value, ensure_ascii=False, indent=2, default=str)))


def line(value: Any) -> None:
    """One JSON document on one line."""
    click.echo(compact(value))


def compact(value: Any) -> str:
    """A value as JSON on one line."""
    return _safe(json.dumps(value, ensure_ascii=False, default=str))


def _safe(text: str) -> str:
    """JSON whose control characters above ASCII are escaped as those below are."""
    return re.sub("[\x7f-\x9f]", lambda found: f"\\u{ord(found[0]):04x}", text)


def plain(text: str) -> str:
    """Text without control characters: what a script says can't steer a terminal."""
    return "".join(
        c for c in text if c in "\n\t" or (unicodedata.category(c) != "Cc" and c not in ORDERS_OF_WRITING)
    )


def one_line(text: str) -> str:
    """The same on one line, so that no text can pass for a line of ours."""
    return plain(" ".join(text.split()))


def count(number: int, noun: str) -> str:
    """A number of things: 1 scene, 2 scenes."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def data(content: bytes) -> None:
    """A file's content on standard output: exactly, but plain where a person looks."""
    if not is_terminal():
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    marked = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = plain(content.decode("utf-16" if marked else "utf-8", "replace"))
    click.echo(text, nl=not text.endswith("\n"))


def write(path: Path, content: bytes, option: str = "-o") -> None:
    """A file's content, whole or not at all; refuses what can't be written, and to write over a ledger.

    A refusal names the option that chose the file.
    """
    from cineledger.domain.refusal import Refused

    try:
        target = path.resolve()
        if _is_database(target):
            raise Refused(
                f"{path} is a database, maybe the ledger itself", f"Choose another file with {option}."
            )
        if target.exists() and not target.is_file():
            target.write_bytes(content)  # a pipe or a device, which a rename would replace
        else:
            _replace(target, content)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise Refused(f"{path} can't be written: {reason}", f"Choose another file with {option}.") from error


def _is_database(path: Path) -> bool:
    if path.name.startswith("ledger.sqlite"):
        return True
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\0"


def _replace(path: Path, content: bytes) -> None:
    """Writes beside the file and puts it in place; what is left of a failed attempt is taken away."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".cineledger-", delete=False) as part:
        made = Path(part.name)
        try:
            part.write(content)
            part.flush()
            made.chmod(stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask())
            made.replace(path)
        except BaseException:
            made.unlink(missing_ok=True)
            raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str] | None = None) -> None:
    """Rows under their columns' names."""
    from cineledger.projections.answers import text_table

    if not rows:
        return
    names = list(columns or rows[0])
    click.echo(plain(text_table(names, [[row.get(name) for name in names] for row in rows])), nl=False)


@contextmanager
def long_step(done: str) -> Iterator[Callable[[int], None]]:
    """Shows how many events were worked on by then, once that are many, while a person waits at the terminal."""
    shown = False

    def tell(count: int) -> None:
        nonlocal shown
        if count >= MANY and sys.stderr.isatty():
            shown = True
            click.echo(f"\r{count:,} events {done} …", nl=False, err=True)

    try:
        yield tell
    finally:
        if shown:
            click.echo("\r\033[K", nl=False, err=True)


def addressed(line: str) -> str:
    """A line of a tree with its addresses set off."""
    return ADDRESS.sub(lambda found: click.style(found[0], fg="bright_blue"), plain(line))
