"""`cineledger intervene`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cineledger.cli.options import TEXT, known, open_ledger, studio_and_json

if TYPE_CHECKING:
    from cineledger.domain.ledger import Ledger
    from cineledger.domain.record import Record

ACTIONS = "pause, resume, redirect TEXT, overrule ADDRESS [CHOICE]"


@click.command()
@click.argument("name")
@click.argument("action", nargs=-1, type=TEXT, metavar="ACTION…")
@click.option("--reason", type=TEXT, default="", help="Why; kept with it. Only resume goes without.")
@click.option(
    "--about",
    type=TEXT,
    multiple=True,
    metavar="ADDRESS",
    help="With redirect: what it reopens, as often as you like. Default: what its words speak of.",
)
@studio_and_json
def intervene(
    name: str, action: tuple[str, ...], reason: str, about: tuple[str, ...], studio: Path, as_json: bool
) -> None:
    """Step in while the crew of NAME works, from any terminal: a run that is going on heeds it at its next commit.

    pause stops the work, until resume; a run that was going on ends, and is to be started again. redirect turns it
    another way: it is told to the crew, and what it is about is gone over again. overrule decides the question at
    ADDRESS for another of its proposals, or for a choice in a word that nobody proposed; or it strikes the piece of
    work made at ADDRESS, which its maker makes otherwise, or not at all.

    \b
    cineledger intervene pilot pause --reason "I want to read what is there first."
    cineledger intervene pilot resume
    cineledger intervene pilot redirect "Colder, and no music before the letter." --reason "It gives her away."
    cineledger intervene pilot overrule pilot@142 pilot@137 --reason "Keep her distance."
    cineledger intervene pilot overrule pilot@45 sparse --reason "The rooms are too full."
    cineledger intervene pilot overrule pilot@310 --reason "Darker: it is the same night."
    """
    match action:
        case ("pause" | "resume",) | ("redirect", _) | ("overrule", _) | ("overrule", _, _):
            pass
        case _:
            raise click.UsageError(f"After the name comes one of: {ACTIONS}.")
    if about and action[0] != "redirect":
        raise click.UsageError("--about can't be given here.")
    if not reason.strip() and action[0] != "resume":
        raise click.UsageError('Say why: --reason "…"')
    with open_ledger(studio) as ledger:
        stream = known(ledger, name)
        records = _done(ledger, stream, action, reason, about)
    _said(records, stream, as_json)


def _done(
    ledger: "Ledger", name: str, action: tuple[str, ...], reason: str, about: tuple[str, ...]
) -> "list[Record]":
    from cineledger.agents.desk import order
    from cineledger.agents.intervening import overrule, redirect
    from cineledger.domain.address import parse_address
    from cineledger.domain.production.intervening import Pause, Resume

    match action:
        case ("pause",):
            return order(ledger, name, Pause(reason=reason))
        case ("resume",):
            return order(ledger, name, Resume(reason=reason))
        case ("redirect", text):
            named = [parse_address(typed) for typed in about]
            return redirect(ledger, name, text, reason, named)
        case (_, typed, *choice):
            at = parse_address(typed)
            if known(ledger, at.production) != name:
                raise click.UsageError(f"{at} is no address of {name}.")
            return overrule(ledger, at, choice[0] if choice else None, reason)
    raise AssertionError("every action is done")


def _said(records: "list[Record]", name: str, as_json: bool) -> None:
    """What was recorded, and what to do next."""
    from cineledger.cli.words import recorded, said
    from cineledger.domain.production.interventions import ProductionPaused, ProductionRedirected

    if as_json:
        recorded(records, name, as_json)
        return
    for record in records:
        click.echo(said(record))
    first = records[0].fact
    if isinstance(first, ProductionRedirected) and not first.about:
        click.echo(
            "Nothing that was decided for the whole film is named in it: the crew hears it, and looks again."
        )
    paused = isinstance(first, ProductionPaused)
    click.echo(f"Next: cineledger {f'intervene {name} resume' if paused else f'run {name}'}")
