"""`cineledger series`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cineledger.cli import files, output
from cineledger.cli.options import TEXT, known, open_ledger, open_reader, studio_and_json

if TYPE_CHECKING:
    from cineledger.domain.ledger import Ledger
    from cineledger.projections.seasons import Season

ACTIONS = "open NAME, take NAME EPISODE, update EPISODE"


@click.command()
@click.argument("words", nargs=-1, required=True, type=TEXT, metavar="NAME | ACTION…")
@click.option("--title", type=TEXT, help="With open: default is the name.")
@click.option("--vision", type=TEXT, metavar="TEXT", help="With open: what series this is to be.")
@click.option(
    "--idea", type=TEXT, metavar="TEXT|FILE", help="With open: what it tells, or a file that says so."
)
@studio_and_json
def series(
    words: tuple[str, ...],
    title: str | None,
    vision: str | None,
    idea: str | None,
    studio: Path,
    as_json: bool,
) -> None:
    """The seasons and episodes of the series NAME, its arcs, themes and what does not join up; or an ACTION.

    Actions: open NAME begins a series; take NAME EPISODE takes in what an episode established (wrap does that by
    itself); update EPISODE brings an episode up to what its series says since it was opened.

    \b
    cineledger series open arcadia --title Arcadia --vision "small lives, long summers"
    cineledger open pilot --series arcadia --script pilot.fountain
    cineledger run arcadia
    cineledger series arcadia
    """
    given = [name for name, value in (("--title", title), ("--vision", vision), ("--idea", idea)) if value]
    if given and (words[0] != "open" or len(words) != 2):
        raise click.UsageError(f"{', '.join(given)} can only be given with: series open NAME.")
    match words:
        case ("open", name):
            _open(name, title, vision or "", idea, studio, as_json)
        case ("take", name, episode):
            with open_ledger(studio) as ledger:
                _take(ledger, known(ledger, name), known(ledger, episode), as_json)
        case ("update", episode):
            with open_ledger(studio) as ledger:
                _update(ledger, known(ledger, episode), as_json)
        case (name,):
            _show(name, studio, as_json)
        case _:
            raise click.UsageError(f"Give a series, or one of: {ACTIONS}.")


def _open(name: str, title: str | None, vision: str, idea: str | None, studio: Path, as_json: bool) -> None:
    from cineledger.agents.serial.placing import open_series

    told = None if idea is None else files.idea(idea)
    with open_ledger(studio, create=True) as ledger:
        records = open_series(ledger, name, title=title or name, vision=vision, idea=told)
    stream = records[0].stream
    if as_json:
        head = f"{stream}@{records[-1].number}"
        output.document(
            {"production": stream, "title": title or name, "head": head, "seal": records[-1].seal}
        )
        return
    click.echo(f"{stream} is open: {output.one_line(title or name)}, a series")
    click.echo(f"Next: cineledger open EPISODE --series {stream} --script FILE")


def _take(ledger: "Ledger", name: str, episode: str, as_json: bool) -> None:
    from cineledger.agents.serial.placing import loaded_series, take
    from cineledger.cli.words import recorded

    loaded_series(ledger, name)
    recorded(take(ledger, name, episode), name, as_json)


def _update(ledger: "Ledger", episode: str, as_json: bool) -> None:
    from cineledger.agents.serial.placing import update

    records, said = update(ledger, episode)
    if as_json:
        output.document({"address": str(records[0].address), "taken_over": said})
        return
    click.echo(f"{records[0].address} takes over from {vars(records[0].fact)['series']}:")
    for line in said:
        click.echo(f"  {output.one_line(line)}")
    click.echo(f"Next: cineledger run {episode}")


def _show(typed: str, studio: Path, as_json: bool) -> None:
    from cineledger.agents.serial.placing import loaded_series, since
    from cineledger.projections.seasons import seasons

    with open_ledger(studio) as ledger:
        name = known(ledger, typed)
        state = loaded_series(ledger, name).state
        waiting = dict[str, list[str]]()
        for slot in state.series.episodes():
            found = since(ledger, ledger.load(slot.cut).state) if ledger.exists(slot.cut) else None
            waiting[slot.placed.episode] = found[1] if found and found[0].story.series == name else []
    with open_reader(studio) as reader:
        shown = seasons(reader, name)
    if as_json:
        output.document(shown.as_json(waiting))
        return
    click.echo(output.one_line(f"{name}: {state.production.title}"))
    if not shown.episodes:
        click.echo(f"It has no episode yet: cineledger open EPISODE --series {name} --script FILE")
    _tell(shown, waiting)


def _tell(shown: "Season", waiting: dict[str, list[str]]) -> None:
    for episode in shown.episodes:
        click.echo(output.one_line(_line(episode)))
        news = waiting.get(episode["episode"], []) if episode["status"] != "wrapped" else []
        for line in news:
            click.echo(f"    news: {output.one_line(line)}")
        if news:
            click.echo(f"    to take that over: cineledger series update {episode['cut']}")
    for heading, rows, columns in shown.told():
        if rows:
            click.echo(f"\n{heading}")
            output.table(rows, columns)


def _line(episode: dict[str, Any]) -> str:
    """S1E1 pilot@405: The Boat Before Last, wrapped, taken at pilot@404."""
    parts = [episode["title"], episode["phase"] or "not begun"]
    if episode["status"] == "wrapped":
        parts.append("wrapped")
    parts.append(
        f"taken in at {episode['cut']}@{episode['at']}" if episode["at"] is not None else "not taken in"
    )
    return f"{episode['episode']} {episode['cut']}@{episode['head']}: {', '.join(parts)}"
