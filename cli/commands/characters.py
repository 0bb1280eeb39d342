"""`cineledger character`: who is meant is looked up here; each action stands in a module of its own."""

import importlib
from pathlib import Path
from typing import Any, NamedTuple

import click

from cineledger.cli.commands.character.asked import Asked
from cineledger.cli.options import TEXT, studio_and_json


class Action(NamedTuple):
    """Where an action's code stands, and which options it uses."""

    module: str
    function: str
    options: frozenset[str]


IMPORT = "import"
"""Stands where a name would: whose file it is, the file says."""
FROM_A_FILE = Action("carrying", "carry_in", frozenset({"as"}))
SAID = ("trait", "without", "backstory", "motivation", "desire", "fear", "voice", "age", "anyway")
"""What `set` says of somebody."""
SELF = ""
"""No action: who she is."""
ACTIONS: dict[str, Action] = {
    SELF: Action("portraying", "portray", frozenset({"production", "at"})),
    "export": Action("carrying", "carry_out", frozenset()),
    "recall": Action("recalling", "recall", frozenset({"production", "at", "limit"})),
    "knows": Action("knowing", "tell", frozenset({"production", "at", "scene"})),
    "set": Action("setting", "say", frozenset({"production", *SAID})),
    "timeline": Action("timelines", "show", frozenset({"production", "at", "plot"})),
}


@click.command()
@click.argument("name", type=TEXT)
@click.argument("action", nargs=-1, type=TEXT, metavar="[ACTION …]")
@click.option(
    "--production",
    "productions",
    type=TEXT,
    multiple=True,
    metavar="NAME",
    help="In this production; a timeline takes several. Default: the only one that has the character.",
)
@click.option("--scene", type=TEXT, metavar="N", help="Of one scene, by its number.")
@click.option("--at", type=TEXT, metavar="ADDRESS", help="As it was when this event was recorded.")
@click.option("--plot", type=click.Path(path_type=Path), metavar="FILE", help="Draw it into a file.")
@click.option(
    "--as", "called", type=TEXT, metavar="NAME", help="With import: what her canon is to be called here."
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="No more than so many.")
@click.option(
    "--trait", type=TEXT, multiple=True, metavar="WORD", help="set: what she is like, as often as you like."
)
@click.option("--without", type=TEXT, multiple=True, metavar="WORD", help="set: a trait that she has not.")
@click.option("--backstory", type=TEXT, metavar="TEXT", help="set: what happened before.")
@click.option("--motivation", type=TEXT, metavar="TEXT", help="set: why she wants what she wants.")
@click.option("--desire", type=TEXT, metavar="TEXT", help="set: what she wants.")
@click.option("--fear", type=TEXT, metavar="TEXT", help="set: what she is afraid of.")
@click.option("--voice", type=TEXT, metavar="TEXT", help="set: how she speaks.")
@click.option("--age", type=click.IntRange(0, 200), metavar="YEARS", help="set: how old she is as it begins.")
@click.option("--anyway", is_flag=True, help="set: though that makes her another; her bounds move with her.")
@studio_and_json
def character(
    name: str,
    action: tuple[str, ...],
    productions: tuple[str, ...],
    scene: str | None,
    at: str | None,
    plot: Path | None,
    limit: int | None,
    called: str | None,
    studio: Path,
    as_json: bool,
    **said: Any,
) -> None:
    """Who the character NAME is, where she stands now, and how she got there; or what an action says of her.

    \b
    knows       what she knows by the end of her last scene, or of --scene N, what she only believes and what she keeps
                to herself, from whom she has it; and what others in that scene, or the audience, know and she does not
    timeline    her scenes one after another: what she feels, her mood before and after, what she wants, whom she
                trusts more or less, what she learns, each with the event that moved it; NAME may be several,
                joined with commas; --plot draws them into an .svg or .png, forks over one another

    \b
    export FILE her whole canon into a file, as it is stored, with its hashes and seals; - is standard output.
                `character import FILE` brings her into another studio, once everything in it was checked

    \b
    set         say in person who she is: it stands as decided, and outlives what is read off her lines; beyond the
                bounds of her growth only with --anyway

    Forks have one past: of a family of them, the one that was last worked on is shown, unless one is named.

    \b
    cineledger character MAYA
    cineledger character "OLD TOM" --production pilot
    cineledger character MAYA --at pilot@142
    cineledger character MAYA recall "the night at the harbour" --at pilot@142 --limit 3
    cineledger character MAYA knows
    cineledger character MAYA knows --scene 4
    cineledger character MAYA set --trait loyal --fear "that nobody asks" --age 58
    cineledger character MAYA timeline
    cineledger character MAYA,TOM timeline --plot arcs.svg
    cineledger character MAYA timeline --production pilot --production pilot-b --plot forks.png
    cineledger character MAYA export maya.jsonl
    cineledger character import maya.jsonl --as maya-2
    """
    what, *words = action or (SELF,)
    chosen = ACTIONS.get(what)
    if name == IMPORT and action:
        what, words, chosen = IMPORT, list(action), FROM_A_FILE
    if chosen is None:
        listed = ", ".join(action for action in ACTIONS if action)
        raise click.UsageError(
            f"{what} is nothing to ask of a character; after the name: {listed or 'nothing'}."
        )
    given = {"production": productions, "scene": scene, "at": at, "plot": plot, "limit": limit}
    given |= {"as": called, **said}
    for option, value in given.items():
        if value not in (None, (), False) and option not in chosen.options:
            raise click.UsageError(f"--{option} is not for {f'`{what}`' if what else 'who somebody is'}.")
    asked = Asked(name, tuple(words), productions, scene, at, plot, limit, called, studio, as_json, said)
    module = importlib.import_module(f"cineledger.cli.commands.character.{chosen.module}")
    getattr(module, chosen.function)(asked)
