"""`cineledger character NAME recall "WORDS"`: what she remembers of it."""

import click

from cineledger.cli.commands.character.asked import Asked


def recall(asked: Asked) -> None:
    """Prints her memories that are nearest to the words."""
    from cineledger.cli.recalled import memory_of, show
    from cineledger.projections.memory.asking import as_character
    from cineledger.projections.people import person

    words = " ".join(asked.words)
    if not words.strip():
        raise click.UsageError('Say what she is to remember: recall "the night at the harbour".')
    named = asked.named()
    with asked.reader() as reader, memory_of(asked.studio) as memory:
        told = as_character(reader, memory, person(reader, asked.name, named), words, asked.limit)
    show(told, asked.as_json)
