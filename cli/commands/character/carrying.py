"""`cineledger character NAME export FILE` and `cineledger character import FILE`."""

from pathlib import Path

import click

from cineledger.cli import files, output
from cineledger.cli.commands.character.asked import Asked
from cineledger.cli.options import open_ledger


def carry_out(asked: Asked) -> None:
    """Writes her whole history into a file, byte for byte as it is stored, hashes and seals with it."""
    from cineledger.agents.canon.casting import loaded_canon, stream_of
    from cineledger.domain.ledger.packing import pack

    path = _file(asked, "character NAME export FILE")
    with open_ledger(asked.studio) as ledger:
        loaded = loaded_canon(ledger, stream_of(asked.name))
        data, history = pack(ledger, loaded.name), ledger.history_digest(loaded.name)
    if path == "-":
        output.data(data)
    else:
        output.write(Path(path), data, "the FILE")
    told = {
        "file": path,
        "of": f"{loaded.name}@{loaded.head.number}",
        "head": loaded.head.seal,
        "history": history,
    }
    if asked.as_json and path != "-":
        output.document(told)
        return
    name = "standard output" if path == "-" else output.one_line(path)
    click.echo(f"{name}: {told['of']}, head {told['head']}", err=True)


def carry_in(asked: Asked) -> None:
    """Brings a character from a file that was written in another studio, once everything in it was checked."""
    from cineledger.domain.ledger.unpacking import bring, unpack

    packed = unpack(files.carried(_file(asked, "character import FILE")))
    with open_ledger(asked.studio, create=True) as ledger:
        records = bring(ledger, packed, asked.called or packed.header.name)
        name = records[0].stream
        history = ledger.history_digest(name)
    if asked.as_json:
        output.document(
            {"character": name, "head": records[-1].seal, "at": records[-1].number, "history": history}
        )
        return
    events = output.count(len(records), "event")
    click.echo(
        f"{name} is here: {output.one_line(packed.header.character)}, {events}, every hash and seal checked"
    )
    click.echo(f"history {history}")
    click.echo(f"Next: cineledger cast PRODUCTION {name}")


def _file(asked: Asked, usage: str) -> str:
    if len(asked.words) != 1:
        raise click.UsageError(f"Say: {usage}")
    return asked.words[0]
