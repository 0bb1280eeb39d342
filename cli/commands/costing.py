"""`cineledger costs` and `minds`."""

from pathlib import Path
from typing import Any

import click

from cineledger.cli import output
from cineledger.cli.options import known, open_ledger, open_reader, studio_and_json

BY = ("role", "scene", "question", "task", "model")


@click.command()
@click.argument("name")
@click.option("--by", type=click.Choice(BY), default="role", show_default=True, help="Apart by what.")
@studio_and_json
def costs(name: str, by: str, studio: Path, as_json: bool) -> None:
    """What the minds behind NAME cost, by role, scene, question, task or model; and which debates changed nothing.

    An answer that a parent, a fork or an earlier run paid for is used again and costs nothing here. What a call could
    cost is set aside before it is made; of a call that was cut off it stays set aside, for nobody knows.

    \b
    cineledger costs heist
    cineledger costs heist --by scene
    """
    from cineledger.projections import costs as projection

    with open_ledger(studio) as ledger:
        stream = known(ledger, name)
    with open_reader(studio) as reader:
        found = projection.costs(reader, stream, by)
    if as_json:
        output.document({"production": stream, "by": by, **found._asdict()})
        return
    for row in found.minds:
        click.echo(_mind_line(row))
    if found.family["calls"] or found.family["held_usd"]:
        click.echo(_family_line(found.family))
    output.table([_told(row) for row in found.rows])
    if found.idle:
        click.echo(f"Debates that changed nothing: {len(found.idle)}")
        shown = [{**_told(row), "question": f"{stream}@{row['question']}"} for row in found.idle]
        output.table(shown)


def _mind_line(row: dict[str, Any]) -> str:
    from cineledger.projections.costs import share

    line = f"{row['mind']}: {output.count(row['answers'], 'answer')}"
    if row["mind"] == "house":
        return line + ", free"
    read = share(row["cache_read"], row["input_tokens"])
    not_ok = f", {row['not_ok']} of them not usable" if row["not_ok"] else ""
    again = f"; {row['used_again']} used again, ${row['saved_usd']:.4f} saved" if row["used_again"] else ""
    tokens = f"{row['input_tokens']:,} tokens read ({read} from cache), {row['output_tokens']:,} written"
    return f"{line}{not_ok}, {tokens}, ${row['cost_usd']:.4f}{again}"


def _family_line(family: dict[str, Any]) -> str:
    cap = f" of ${family['cap_usd']:.2f}" if family["cap_usd"] is not None else ""
    held = f", ${family['held_usd']:.4f} set aside" if family["held_usd"] else ""
    calls = output.count(family["calls"], "call")
    return f"With all forks: ${family['spent_usd']:.4f}{cap} for {calls}{held}"


def _told(row: dict[str, Any]) -> dict[str, Any]:
    return {
        name: "" if value is None else f"{value:.4f}" if name == "cost_usd" else value
        for name, value in row.items()
    }


@click.command()
@click.argument("name", required=False)
@studio_and_json
def minds(name: str | None, studio: Path, as_json: bool) -> None:
    """What the minds answered, for NAME or in the whole studio: how often answers were used again, and failures.

    \b
    cineledger minds
    cineledger minds heist
    cineledger sql "select task, answer from completions where role = 'writer'"
    """
    from cineledger.projections.costs import failures, recorded, share

    with open_ledger(studio) as ledger:
        stream = None if name is None else known(ledger, name)
    with open_reader(studio) as reader:
        rows, failed = recorded(reader, stream), failures(reader, stream)
    if as_json:
        output.document({"minds": rows, "failures": failed})
        return
    for row in rows:
        row["cached"] = share(row.pop("cache_read"), row["input_tokens"])
    output.table([_told(row) for row in rows])
    if failed:
        click.echo(f"The house stood in {output.count(len(failed), 'time')}:")
    for row in failed:
        wrong = output.one_line(row["problems"][-1])
        click.echo(f"{row['address']} {output.role(row['role'])} {row['task']}: {wrong}")
