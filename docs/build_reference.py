"""Writes docs/reference from the code; with --check says what is stale, and what the pages get wrong."""

import ast
import inspect
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import click

from cineledger.cli.main import cli
from cineledger.cli.table_of_commands import COMMANDS, SECTIONS
from cineledger.domain.ledger import Ledger
from cineledger.domain.record import Record
from cineledger.domain.registry import EVENTS
from cineledger.domain.value import Value
from cineledger.projections.reader import Reader
from cineledger.projections.table import tables

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference"
COMMAND = "python docs/build_reference.py"
MADE = f"<!-- Made by `{COMMAND}`; change the code, then run it again. -->\n"
HELP = ["-h", "--help"]
WIDTH = 80


def main(arguments: list[str]) -> int:
    """Writes the pages, or with --check compares them; returns the exit code."""
    # Run as a script, only docs/ is on the path; the root comes first, so that no other `docs` is found.
    sys.path.insert(0, str(ROOT))
    from docs.check_pages import faults

    if arguments not in ([], ["--check"]):
        sys.stderr.write(f"Usage: {COMMAND} [--check]\n")
        return 2
    if not arguments:
        REFERENCE.mkdir(exist_ok=True)
        for path, text in pages().items():
            path.write_text(text, "utf-8")
    wrong = [*stale(), *faults(ROOT)]
    sys.stderr.writelines(f"{fault}\n" for fault in wrong)
    return 1 if wrong else 0


def pages() -> dict[Path, str]:
    """Every page of the reference, as the code has it."""
    made = {"events.md": events_page(), "tables.md": tables_page(), "commands.md": commands_page()}
    return {REFERENCE / name: text for name, text in made.items()}


def stale() -> list[str]:
    """The pages that say something else than the code, each with the command that mends it."""
    return [
        f"{path.relative_to(ROOT)} is stale: {COMMAND}"
        for path, text in pages().items()
        if not path.exists() or path.read_text("utf-8") != text
    ]


def events_page() -> str:
    """Every event, the envelope around it, and the values and words inside."""
    lines = [
        MADE,
        "# Events\n",
        "Every fact a ledger can hold, by family. A field with `=` may be left out.\n",
        "## Around every event\n",
        _text(Record) + "\n",
        *_fields(Record, leave=("document",)),
    ]
    family = ""
    for name, event in EVENTS.items():
        module = event.__module__.removesuffix(".events").rpartition(".")[2]
        if module != family:
            family = module
            lines.append(f"\n## {family.capitalize()}")
        lines += [f"\n### {name}\n", f"{_text(event)} Version {event.VERSION}.\n", *_fields(event)]
    values, words = _inside()
    lines.append("\n## Values inside events")
    for value in values:
        lines += [f"\n### {value.__name__}\n", _text(value) + "\n", *_fields(value)]
    lines.append("\n## Closed vocabularies\n")
    lines += [f"- **{name}**: {', '.join(map(str, get_args(words[name])))}" for name in sorted(words)]
    return "\n".join(lines) + "\n"


def _text(thing: type[Any]) -> str:
    return " ".join((inspect.getdoc(thing) or "").split())


def _annotated(owner: type[Any]) -> Iterator[tuple[ast.AnnAssign, str]]:
    """A class's own fields with the docstrings under them."""
    (body,) = ast.parse(textwrap.dedent(inspect.getsource(owner))).body
    assert isinstance(body, ast.ClassDef)
    for node, after in zip(body.body, [*body.body[1:], None], strict=True):
        if isinstance(node, ast.AnnAssign) and "ClassVar" not in ast.unparse(node.annotation):
            said = after.value if isinstance(after, ast.Expr) else None
            doc = said.value if isinstance(said, ast.Constant) and isinstance(said.value, str) else ""
            yield node, " ".join(doc.split())


def _fields(owner: type[Any], leave: tuple[str, ...] = ()) -> list[str]:
    rows = []
    for node, doc in _annotated(owner):
        name = ast.unparse(node.target)
        if name in leave:
            continue
        default, bounds = _bounds(node.value)
        kind = ast.unparse(node.annotation) + default
        rows.append(f"- `{name}`: `{kind}`{f' {bounds}' if bounds else ''}{f' — {doc}' if doc else ''}")
    return rows or ["No fields."]


def _bounds(value: ast.expr | None) -> tuple[str, str]:
    """The default of a field, and the bounds that `Field` sets."""
    if value is None:
        return "", ""
    if not isinstance(value, ast.Call) or ast.unparse(value.func) != "Field":
        return f" = {ast.unparse(value)}", ""
    said = {k.arg: ast.unparse(k.value) for k in value.keywords}
    default = f" = {said['default']}" if "default" in said else ""
    bounds = [f"{word} {said[key]}" for key, word in (("ge", "from"), ("le", "to")) if key in said]
    return default, " ".join(bounds)


def _inside() -> tuple[list[type[Value]], dict[str, Any]]:
    """The values that events hold, nearest first, and the closed vocabularies, by name."""
    waiting, values, words = list[type[Any]](EVENTS.values()), list[type[Value]](), dict[str, Any]()
    while waiting:
        owner = waiting.pop(0)
        known = vars(sys.modules[owner.__module__])
        for node, _ in _annotated(owner):
            for name in (n.id for n in ast.walk(node.annotation) if isinstance(n, ast.Name)):
                found = known.get(name)
                if get_origin(found) is Literal:
                    words[name] = found
                for value in _values(found):
                    if value not in values:
                        values.append(value)
                        waiting.append(value)
    return values, words


def _values(found: Any) -> Iterator[type[Value]]:
    if isinstance(found, type):
        if issubclass(found, Value):
            yield found
        return
    for part in get_args(found):
        yield from _values(part)


def tables_page() -> str:
    """Every table with its question, grain, events and columns."""
    with tempfile.TemporaryDirectory() as folder:
        with Ledger(Path(folder), create=True):
            pass
        with Reader(Path(folder)) as reader:
            columns = reader.tables()
    lines = [
        MADE,
        "# Tables\n",
        "Each table has a past form: `shots_at('pilot', 142)` is `shots` as event 142 of pilot left it.",
        "Rows come in no order of their own: say ORDER BY where it matters.",
    ]
    for table in tables():
        reads = ", ".join(sorted(table.reads)) if table.reads is not None else "every event"
        lines += [
            f"\n## {table.name}\n",
            f"{table.question[0].upper()}{table.question[1:]}\n",
            f"Grain: {table.grain}. Made from: {reads}.\n",
            "| column | type | what it says |",
            "| --- | --- | --- |",
        ]
        for column in columns:
            if column.table == table.name:
                sentence = column.sentence.replace("|", r"\|")
                lines.append(f"| {column.column} | {column.type} | {sentence} |")
    return "\n".join(lines) + "\n"


def commands_page() -> str:
    """Every command's help, at a fixed width."""
    above = click.Context(cli, info_name="cineledger", terminal_width=WIDTH, help_option_names=HELP)
    lines = [
        MADE,
        "# Commands\n",
        "Exit codes: 0 done, 1 refused, 2 wrong usage, 3 try again, 70 a bug of ours, 130 stopped with Ctrl-C.",
    ]
    for section in SECTIONS:
        lines.append(f"\n## {section}")
        for name in (n for n, place in COMMANDS.items() if place.section == section):
            command = cli.get_command(above, name)
            assert command is not None
            context = click.Context(command, info_name=name, parent=above, terminal_width=WIDTH)
            lines += [f"\n### {name}\n", "```text", command.get_help(context), "```"]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
