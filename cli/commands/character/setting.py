"""`cineledger character NAME set`: the orchestrator says in person who somebody is."""

import click

from cineledger.cli.commands.character.asked import Asked
from cineledger.cli.options import open_ledger


def say(asked: Asked) -> None:
    """Records who the character is from here on."""
    from cineledger.agents.desk import order
    from cineledger.agents.desk.characters import as_trait
    from cineledger.cli.words import recorded
    from cineledger.domain.cast.becoming import SetIdentity
    from cineledger.projections.people import person

    said = dict(asked.said)
    if asked.words or not any(value not in (None, ()) for name, value in said.items() if name != "anyway"):
        raise click.UsageError("After `set` comes what she is: --trait WORD, --fear TEXT, --age YEARS …")
    named = asked.named()
    with asked.reader() as reader:
        found = person(reader, asked.name, named)
    traits = tuple(as_trait(word) for word in said.pop("trait"))
    without = tuple(word.casefold() for word in said.pop("without"))
    command = SetIdentity(character=found.character, traits=traits, without=without, **said)
    with open_ledger(asked.studio) as ledger:
        recorded(order(ledger, found.production, command), found.production, asked.as_json)
