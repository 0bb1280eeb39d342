"""`cineledger open`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cineledger.cli import files, output
from cineledger.cli.options import TEXT, encoding_option, known, open_ledger, studio_and_json

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
@click.option(
    "--crew", type=TEXT, metavar="ROLE,…", help="Roles that join at opening. Default: all; others can later."
)
@click.option(
    "--crew-of",
    type=TEXT,
    metavar="NAME,…",
    help="Productions that the crew remembers. Default: the wrapped ones, five at most.",
)
@click.option("--fresh-crew", is_flag=True, help="The crew remembers no production before this.")
@click.option("--series", type=TEXT, metavar="NAME", help="The series that it is an episode of.")
@click.option(
    "--season", type=click.IntRange(1, 9_999), metavar="N", help="With --series. Default: the latest."
)
@click.option(
    "--episode", type=click.IntRange(1, 9_999), metavar="N", help="With --series. Default: the season's next."
)
@encoding_option
@studio_and_json
def open_(
    name: str,
    script: str | None,
    idea: str | None,
    vision: str,
    title: str | None,
    crew: str | None,
    crew_of: str | None,
    fresh_crew: bool,
    series: str | None,
    season: int | None,
    episode: int | None,
    encoding: str | None,
    studio: Path,
    as_json: bool,
) -> None:
    """Open a production NAME from a script or an idea.

    \b
    cineledger open pilot --script pilot.fountain --vision "intimate, faces before places"
    cineledger open short --script short.fountain --crew director,writer,cinematographer
    cineledger open pilot --series arcadia --season 1 --episode 1 --script pilot.fountain
    cineledger open second --script second.fountain --crew-of pilot
    cineledger open heist --idea "Two sisters rob the bank that ruined their father."
    """
    from cineledger.agents.desk import open_production
    from cineledger.agents.governing import opening_crew
    from cineledger.agents.serial.placing import Place, loaded_series, open_episode

    if (script is None) == (idea is None):
        raise click.UsageError("Give a script or an idea: --script FILE, or --idea TEXT.")
    if series is None and (season or episode):
        raise click.UsageError("--season and --episode need the --series that they count in.")
    if crew_of is not None and fresh_crew:
        raise click.UsageError("A crew is fresh, or it is the crew of something: give one of them.")
    crew_from = [] if fresh_crew else None if crew_of is None else _listed(crew_of)
    roles = () if crew is None else opening_crew(_listed(crew))
    handed = None if script is None else files.script(script, encoding)
    typed_title = title or (_title(handed.screenplay.title_page) if handed else None) or name
    with open_ledger(studio, create=True) as ledger:
        begun: Any = {
            "title": typed_title,
            "vision": vision,
            "idea": None if idea is None else files.idea(idea, encoding),
            "script": None if handed is None else handed.script,
            "crew": roles,
            "crew_from": crew_from,
        }
        joined = None
        if series is None:
            records = open_production(ledger, name, **begun)
        else:
            place = Place(loaded_series(ledger, known(ledger, series)).name, season, episode)
            records, _, joined = open_episode(ledger, name, place, **begun)
    stream = records[0].stream
    scenes = 0 if handed is None else sum(s.heading is not None for s in handed.screenplay.scenes)
    people = () if handed is None else handed.people
    if handed is not None:
        files.warn(handed)
    if as_json:
        output.document(
            {
                "production": stream,
                "title": typed_title,
                "head": f"{stream}@{records[-1].number}",
                "seal": records[-1].seal,
                "scenes": scenes,
                "characters": list(people),
                **({} if joined is None else {"series": joined.series, "episode": joined.episode}),
            }
        )
        return
    of_series = "" if joined is None else f", {joined.episode} of {joined.series}"
    click.echo(f"{stream} is open: {output.one_line(typed_title)}{of_series}")
    if handed is not None:
        named = ", ".join(people[:MOST_NAMES]) or "none"
        more = f" and {len(people) - MOST_NAMES} more" if len(people) > MOST_NAMES else ""
        click.echo(
            f"{output.count(scenes, 'scene')}, {output.count(len(people), 'character')}: "
            f"{output.one_line(named)}{more}"
        )
    click.echo(f"Next: cineledger run {stream}")


def _listed(typed: str) -> list[str]:
    return [name.strip() for name in typed.split(",") if name.strip()]


def _title(title_page: "tuple[TitleField, ...]") -> str | None:
    for field in title_page:
        if field.key.casefold() == "title":
            return " ".join(field.values).replace("*", "").replace("_", "").strip() or None
    return None
