"""`cineledger why`, `diff`, `sql` and `tables`."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cineledger.cli import output
from cineledger.cli.options import TEXT, known, open_ledger, open_reader, studio_and_json

if TYPE_CHECKING:
    from cineledger.projections.reader import Reader

SQL_FORMATS = ("table", "csv", "json", "parquet")


class Sections(click.ParamType[tuple[str, ...]]):
    """Parts of a comparison, joined by commas."""

    name = "sections"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Each part's name; refuses one that is none."""
        from cineledger.projections.diff.document import SECTIONS

        named = tuple(part.strip().lower() for part in value.split(","))
        for part in named:
            if part not in SECTIONS:
                self.fail(f"{part!r} is not one of {', '.join(SECTIONS)}.", param, ctx)
        return named


@click.command()
@click.argument("what", nargs=-1, required=True, metavar="ADDRESS | NAME TABLE KEY [COLUMN]")
@click.option("--mermaid", is_flag=True, help="Print a Mermaid flowchart.")
@studio_and_json
def why(what: tuple[str, ...], mermaid: bool, studio: Path, as_json: bool) -> None:
    """Why an event happened, or why a cell of a table is as it is.

    \b
    cineledger why pilot@142
    cineledger why pilot shots 12B lens_mm
    cineledger why pilot character_timeline MAYA/3 valence
    """
    from cineledger.domain.address import parse_address
    from cineledger.projections import why as causes
    from cineledger.projections.chain import as_json as chain_document
    from cineledger.projections.chain_mermaid import mermaid as flowchart
    from cineledger.projections.chain_text import tree

    if len(what) not in (1, 3, 4):
        raise click.UsageError("Give an address (pilot@142), or a name, a table, a key and perhaps a column.")
    with open_ledger(studio) as ledger:
        address = parse_address(what[0]) if len(what) == 1 else None
        name = known(ledger, address.production if address else what[0])
    with open_reader(studio) as reader:
        chain = causes.why(reader, address) if address else causes.why_cell(reader, name, *what[1:])
    if as_json:
        output.document(chain_document(chain))
    elif mermaid:
        click.echo(output.plain(flowchart(chain)), nl=False)
    else:
        for line in tree(chain):
            click.echo(output.addressed(line))


COLOURS: dict[str, dict[str, Any]] = {
    "": {},
    "section": {"bold": True},
    "title": {"bold": True},
    "hunk": {"fg": "bright_blue"},
    "a": {"fg": "bright_red"},
    "b": {"fg": "bright_green"},
}
"""How a terminal sets off the lines of a comparison."""


@click.command()
@click.argument("a")
@click.argument("b")
@click.option(
    "--only",
    type=Sections(),
    multiple=True,
    help="Compare no more than these, joined by commas: script, shots, characters, decisions, story, world, light, "
    "edit, music, plan, direction, cost.",
)
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write one page with scripts side by side and the fork tree; - prints it.",
)
@studio_and_json
def diff(
    a: str, b: str, only: tuple[tuple[str, ...], ...], page: Path | None, studio: Path, as_json: bool
) -> None:
    """A and B side by side: script, shots, characters, decisions, what you said, and cost.

    Each side is a production, or one as an event left it. What differs or not, the exit code is 0.

    \b
    cineledger diff pilot pilot-b
    cineledger diff pilot@142 pilot --only script,shots
    cineledger diff pilot pilot-b --html pilot-b.html
    """
    from cineledger.projections.diff.document import SECTIONS
    from cineledger.projections.diff.document import diff as compare
    from cineledger.projections.diff.text import heading, text

    printed_page = str(page) == "-"
    if printed_page and as_json:
        raise click.UsageError("--json and --html - can't both be printed; write the page to a file.")
    with open_reader(studio) as reader:
        chosen = {section for sections in only for section in sections} or set(SECTIONS)
        found = compare(reader, _side(a), _side(b), chosen)
        written = None if page is None else _page(reader, found)
    if written is not None and printed_page:
        output.data(written)
        return
    if page is not None and written is not None:
        output.write(page, written, "--html")
    if as_json:
        output.document(found)
    else:
        for line in text(found) if page is None else heading(found):
            click.echo(click.style(output.plain(line.text), **COLOURS[line.kind]))
    if page is not None:
        click.echo(f"{page}: {found['a']} and {found['b']} side by side", err=True)


def _page(reader: "Reader", found: dict[str, Any]) -> bytes:
    from cineledger.projections.diff.page import page
    from cineledger.projections.fork_tree import lanes

    return page(found, lanes(reader))


def _side(typed: str) -> str:
    from cineledger.domain.address import parse_address, production_name

    return str(parse_address(typed)) if "@" in typed else production_name(typed)


@click.command()
@click.argument("query", type=TEXT)
@click.option("--at", metavar="ADDRESS", help="The whole ledger as it was when this event was recorded.")
@click.option(
    "--format", "form", type=click.Choice(SQL_FORMATS), help="Default: table on a terminal, csv in a pipe."
)
@click.option("-o", "--output", "path", type=click.Path(path_type=Path), help="Write to a file.")
@click.option(
    "--seconds",
    type=click.FloatRange(0.1, 86_400),
    default=60,
    show_default=True,
    help="How long it may take.",
)
@studio_and_json
def sql(
    query: str,
    at: str | None,
    form: str | None,
    path: Path | None,
    seconds: float,
    studio: Path,
    as_json: bool,
) -> None:
    """Ask one SELECT statement of DuckDB's SQL; - reads it from standard input.

    \b
    cineledger sql "select size, count(*) from shots where production = 'pilot' group by all"
    cineledger sql "from shots_at('pilot', 142)"
    cineledger sql "from decisions" --at pilot@142
    """
    from cineledger.domain.address import parse_address
    from cineledger.domain.refusal import Refused
    from cineledger.projections.answers import rendered

    path = None if str(path) == "-" else path
    seen = path is None and output.is_terminal()
    chosen = "json" if as_json else form or ("table" if seen else "csv")
    if seen and chosen == "parquet":
        raise Refused("Parquet is not for reading", "Write it to a file: -o answer.parquet")
    statement = _typed_in() if query == "-" else query
    moment = None if at is None else parse_address(at)
    with open_reader(studio, moment) as reader:
        answer = reader.query(statement, seconds=seconds, stuck=lambda: _give_up(seconds))
    data = rendered(answer, chosen)
    if path is None:
        output.data(data)
    else:
        output.write(path, data)


def _give_up(seconds: float) -> None:
    """Ends the program from beside a statement that can't be stopped; nothing of it is on the record."""
    print(
        f"Refused: the query took longer than {seconds:g} seconds",
        "Hint: Ask for less.",
        sep="\n",
        file=sys.stderr,
    )
    sys.stderr.flush()
    os._exit(1)


def _typed_in() -> str:
    from cineledger.domain.refusal import Refused

    try:
        return sys.stdin.buffer.read().decode()
    except UnicodeDecodeError as error:
        raise Refused("standard input is not text in UTF-8", "Pass a statement as text.") from error


@click.command()
@click.argument("table", required=False)
@studio_and_json
def tables(table: str | None, studio: Path, as_json: bool) -> None:
    """Every table, or TABLE, with a sentence for each column.

    They are the same in every studio. Each has a past form: shots_at('pilot', 142) is shots as event 142 of
    pilot left it.
    """
    from cineledger.projections.answers import columns

    rows = columns(table)
    if as_json:
        output.document(rows)
        return
    output.table(rows)
