"""`cineledger character NAME knows`: what she knows, believes and keeps to herself, and what others know."""

import textwrap
from collections.abc import Iterator
from typing import Any

import click

from cineledger.cli import output
from cineledger.cli.commands.character.asked import Asked

WIDTH = 100
HOW = {
    "did": "did it {where}",
    "knew": "knew it before, and says so {where}",
    "saw": "saw it {where}",
    "read": "read it {where}",
    "told": "told by {source} {where}",
    "overheard": "overheard from {source} {where}",
    "guessed": "says so {where}, and no scene shows from whom",
}


def tell(asked: Asked) -> None:
    """Prints what the character knows."""
    from cineledger.projections.knowing import knowing
    from cineledger.projections.people import person

    if asked.words:
        raise click.UsageError("`knows` takes nothing after it but options.")
    named = asked.named()
    with asked.reader() as reader:
        found = knowing(reader, person(reader, asked.name, named), asked.scene)
    if asked.as_json:
        output.document(found)
        return
    others = f", with {', '.join(found['with'])}" if found["with"] else ""
    heading = f"{found['character']} in {found['production']}, by the end of scene {found['scene']}{others}"
    click.echo(click.style(output.one_line(heading), bold=True))
    if found["beside"]:
        listed = ", ".join(found["beside"])
        click.echo(output.one_line(f"(last worked on; she is also in its forks {listed}: --production NAME)"))
    for title, told, nothing in (
        ("Knows", map(_known, found["knows"]), "nothing that the facts of the story tell"),
        ("Only believes", map(_known, found["believes"]), "nothing"),
        ("Does not know", _unknown(found), "nothing that the audience knows"),
    ):
        click.echo(click.style(title, bold=True))
        for line in list(told) or [nothing]:
            rows = textwrap.wrap(output.one_line(line), WIDTH, initial_indent="  ", subsequent_indent="    ")
            for row in rows:
                click.echo(output.addressed(row))


def _known(row: dict[str, Any]) -> str:
    """The key is under the step: told by TOM in scene 4, “…”; keeps it secret (pilot@127)."""
    so = "" if row["so"] else "not so: "
    wrong = (", which is not so" if row["so"] else ", and it is so") if row.get("mistaken") else ""
    where = f"in scene {row['number']}" if row["number"] else "in an earlier story"
    way = HOW[row["how"]].format(source=row["source"], where=where)
    quote = f", “{row['quote']}”" if row["quote"] else ""
    kept = "; keeps it secret" if row["secret"] else ""
    return f"{so}{row['text'] or row['fact']}{wrong}: {way}{quote}{kept} ({row['address']})"


def _unknown(found: dict[str, Any]) -> Iterator[str]:
    """What others in the scene know first, then what only the audience does."""
    for fact in sorted(found["does_not_know"], key=lambda fact: not fact["known_to"]):
        known = " and ".join(fact["known_to"])
        who = f"{known} {'do' if len(fact['known_to']) > 1 else 'does'}" if known else "the audience does"
        secret = ", a secret" if fact["secret"] else ""
        yield f"{fact['text']}{secret}: {who}, since scene {fact['number']} ({fact['address']})"
