"""The files in `tables/`: what each says of its table in its header, and its statements."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "tables"
EVERY_EVENT = "every event"
PRODUCTION = "The production's name."
ADDRESS = "Address of the event that last set the row, in the stream that holds it."

_FIELD = re.compile(r"([A-Z][A-Za-z ]*):(?:\s+(.*))?$")
_NAMED = re.compile(r"'([A-Z]\w+)'")
_COLUMN = re.compile(r"(\w+): (\S.*)$")


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its words for people, its grain, and the SQL that keeps and shows it."""

    name: str
    question: str
    """What it answers."""
    grain: str
    reads: frozenset[str] | None
    """Short names of the events it is made from; None is every event."""
    asked_by: str
    rows: str
    """How events set its rows, in the words of `template.py`."""
    key: tuple[str, ...]
    outside: frozenset[str]
    """Columns that equal histories may differ in."""
    columns: dict[str, str]
    """Column → its sentence, in the order shown."""
    create: str
    """Makes the history table."""
    inserts: tuple[str, ...]
    """Each adds to the history what `batch` brings."""
    shape: str | None
    """What is shown instead of the template's `rows`."""
    own: tuple[str, ...]
    """The file's own macro and view, where the template does not fit."""

    @property
    def history(self) -> str:
        """The name of its history table."""
        return f"{self.name}_history"

    def sentences(self) -> dict[str, str]:
        """Every column shown, with its sentence, in order."""
        if self.rows == "own text":
            return self.columns
        return {"production": PRODUCTION, **self.columns, "address": ADDRESS}

    def concerns(self, types: set[str]) -> bool:
        """True if a batch with events of these types adds to it."""
        return self.reads is None or not self.reads.isdisjoint(types)

    def read_by(self, insert: str) -> frozenset[str] | None:
        """The events that one of its inserts reads; None is any that the table does."""
        return None if self.reads is None else frozenset(_NAMED.findall(insert)) & self.reads or None


@cache
def tables() -> tuple[Table, ...]:
    """Every table, by name."""
    return tuple(read_table(path.stem, path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.sql")))


def read_table(name: str, text: str) -> Table:
    """A table's file, read; raises ValueError where its header says too little."""
    fields, columns = _header(name, text)
    creates, inserts, shape = list[str](), list[str](), None
    for statement, kind in _statements(text):
        if kind == "INSERT":
            inserts.append(statement)
        elif kind == "SELECT":
            shape = statement
        else:
            creates.append(statement)
    reads = fields["Reads"]
    return Table(
        name=name,
        question=fields[name],
        grain=fields["Grain"],
        reads=None if reads == EVERY_EVENT else frozenset(_listed(reads)),
        asked_by=fields["Asked by"],
        rows=fields["Rows"],
        key=_listed(fields["Key"]),
        outside=frozenset(_listed(fields.get("Outside the digest", ""))),
        columns=columns,
        create=creates[0],
        inserts=tuple(inserts),
        shape=shape,
        own=tuple(creates[1:]),
    )


def _header(name: str, text: str) -> tuple[dict[str, str], dict[str, str]]:
    """The header's fields, and the sentences under `Columns:`; a deeper line goes on with the one before."""
    fields, columns = dict[str, str](), dict[str, str]()
    target, last = fields, ""
    for line in text.splitlines():
        if not line.startswith("--"):
            break
        body = line[2:].strip()
        column = _COLUMN.match(body) if target is columns else None
        field = None if target is columns else _FIELD.match(body)
        if column:
            last = column[1]
            columns[last] = column[2]
        elif body == "Columns:":
            target = columns
        elif body.startswith(f"{name}: "):
            fields[name] = body.removeprefix(f"{name}: ")
        elif field:
            last = field[1]
            fields[last] = field[2] or ""
        else:
            target[last] += " " + body
    missing = {name, "Grain", "Reads", "Asked by", "Rows", "Key"} - fields.keys()
    if missing or not columns:
        raise ValueError(f"tables/{name}.sql does not say: {', '.join(sorted(missing)) or 'Columns'}")
    return fields, columns


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _statements(text: str) -> list[tuple[str, str]]:
    import duckdb

    return [(s.query.rstrip().removesuffix(";"), s.type.name) for s in duckdb.extract_statements(text)]
