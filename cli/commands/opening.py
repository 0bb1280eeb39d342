"""`cineledger open`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cineledger.cli import output
from cineledger.cli.options import TEXT, open_ledger, studio_and_json
from cineledger.cli.scripts import read_script, script_bytes, warn_of_guess

if TYPE_CHECKING:
    from cineledger.domain.fountain import TitleField

MOST_NAMES = 20
"""Characters that are named on opening; the rest is counted."""


@click.command()
@click.argument("name")
@click.option("--script", metavar="FILE", help="A Fountain screenplay; - reads standard input.")
@click.option("--idea", type=TEXT, metavar="TEXT|FILE", help="A story idea, or a file that holds one.")
@click.option("--vision", type=TEXT, metavar="TEXT", default="", help="What film this is to be.")
@click.option("--title", type=TEXT, default=None, help="Default: the script's title page, else the name.")
@studio_and_json
def open_(
    name: str,
    script: str | None,
    idea: str | None,
    vision: str,
    title: str | None,
    studio: Path,
    as_json: bool,
) -> None:
    """Open a production NAME from a script or an idea.

    \b
    cineledger open pilot --script pilot.fountain --vision "intimate, faces before places"
    cineledger open heist --idea "Two sisters rob the bank that ruined their father."
    """
    from cineledger.agents.desk import open_production
    from cineledger.domain.fountain import characters, read

    if (script is None) == (idea is None):
        raise click.UsageError("Give a script or an idea: --script FILE, or --idea TEXT.")
    taken = None if script is None else read_script(script)
    screenplay = None if taken is None else read(taken.text)
    typed_title = title or (_title(screenplay.title_page) if screenplay else None) or name
    with open_ledger(studio, create=True) as ledger:
        records = open_production(
            ledger,
            name,
            title=typed_title,
            vision=vision,
            idea=None if idea is None else _idea(idea),
            script=taken,
        )
    stream = records[0].stream
    scenes = 0 if screenplay is None else sum(s.heading is not None for s in screenplay.scenes)
    people = () if screenplay is None else characters(screenplay)
    if taken is not None:
        warn_of_guess(taken)
    if as_json:
        output.document(
            {
                "production": stream,
                "title": typed_title,
                "head": f"{stream}@{records[-1].number}",
                "seal": records[-1].seal,
                "scenes": scenes,
                "characters": list(people),
            }
        )
        return
    click.echo(f"{stream} is open: {output.plain(typed_title)}")
    if screenplay is not None:
        named = ", ".join(people[:MOST_NAMES]) or "none"
        more = f" and {len(people) - MOST_NAMES} more" if len(people) > MOST_NAMES else ""
        click.echo(
            f"{output.count(scenes, 'scene')}, {output.count(len(people), 'character')}: "
            f"{output.plain(named)}{more}"
        )
        if not scenes:
            click.echo("No slug line was found; headings read like INT. KITCHEN - DAY.", err=True)
    click.echo(f"Next: cineledger run {stream}")


def _idea(typed: str) -> str:
    from cineledger.domain.fountain import decode

    try:
        is_file = typed == "-" or Path(typed).is_file()
    except (OSError, ValueError):
        is_file = False
    return decode(script_bytes(typed), typed)[0] if is_file else typed


def _title(title_page: "tuple[TitleField, ...]") -> str | None:
    for field in title_page:
        if field.key.casefold() == "title":
            return " ".join(field.values).replace("*", "").replace("_", "").strip() or None
    return None
