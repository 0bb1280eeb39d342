"""`cineledger inbox`, `approve`, `choose` and `reject`."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from cineledger.cli import output
from cineledger.cli.commands.answering import ask_line, asked_of, awaited
from cineledger.cli.options import TEXT, known, open_ledger, studio_and_json

if TYPE_CHECKING:
    from cineledger.agents.desk import Waiting


@click.command()
@click.argument("name", required=False)
@studio_and_json
def inbox(name: str | None, studio: Path, as_json: bool) -> None:
    """What awaits you in NAME, or in every production."""
    from cineledger.agents import desk

    with open_ledger(studio) as ledger:
        names = ledger.productions() if name is None else [known(ledger, name)]
        waiting = [w for n in names for w in desk.inbox(ledger.load(n).state, n)]
        played = {n: asks for n in names if (asks := awaited(ledger, n))}
    if as_json:
        people = [{"production": n, **asked_of(a)} for n, asks in played.items() for a in asks]
        output.document([*(_document(w) for w in waiting), *people])
        return
    if not waiting and not played:
        click.echo("Nothing awaits you.")
    for entry in waiting:
        click.echo(describe(entry))
        name = entry.address.production
        way = f"choose {name}@{entry.proposals[0][0]}" if entry.exhausted else f"approve {entry.address}"
        click.echo(f"  cineledger {way}\n")
    for stream, asks in played.items():
        for asked in asks:
            click.echo(ask_line(stream, asked))


def _document(entry: "Waiting") -> dict[str, Any]:
    return {
        "address": str(entry.address),
        "subject": entry.subject,
        "text": entry.text,
        "impasse": entry.impasse,
        "exhausted": entry.exhausted,
        "proposals": [
            {
                "address": f"{entry.address.production}@{number}",
                "recommended": number == entry.recommended,
                "by": by,
                "what": what,
                "why": reason,
                "content": content,
            }
            for (number, by, what, reason), content in zip(entry.proposals, entry.contents, strict=True)
        ],
    }


def describe(entry: "Waiting") -> str:
    """A question that awaits the orchestrator, with its proposals."""
    impasse = " (impasse: the crew could not end it)" if entry.impasse else ""
    if entry.exhausted:
        impasse = " (the crew has nothing else to offer: choose one after all, or say what else you want)"
    lines = [click.style(f"{entry.address} {output.one_line(entry.text)}{impasse}", bold=True)]
    for number, by, what, reason in entry.proposals:
        mark = "recommended" if number == entry.recommended else "rejected" if entry.exhausted else "rival"
        lines.append(
            f"  {entry.address.production}@{number} {mark}, {output.role(by)}: {output.one_line(what)}"
        )
        if reason != what:
            lines.append(f"      {output.one_line(reason)}")
    return "\n".join(lines)


class Content(click.ParamType[str]):
    """The beginning of a content's hash."""

    name = "hash"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The same digits in lower case; six or more, or nothing was said that could be checked."""
        digits = value.strip().casefold()
        if not re.fullmatch("[0-9a-f]{6,64}", digits):
            self.fail("a content has 64 hexadecimal digits; the first 12 suffice.", param, ctx)
        return digits


content_option = click.option(
    "--content",
    type=Content(),
    help="The content that you saw, as `inbox` shows it; refused where it is another by now. 12 digits suffice.",
)


@click.command()
@click.argument("address")
@click.option("--note", type=TEXT, default="", help="Why; kept with the decision.")
@content_option
@studio_and_json
def approve(address: str, note: str, content: str | None, studio: Path, as_json: bool) -> None:
    """Approve what ADDRESS stands for: a question's recommendation, or a proposal.

    The approval holds for what it was given for. Where that is touched later, it ends, and you are asked again.
    """
    _answer(studio, address, "approve", note, as_json, content or "")


@click.command()
@click.argument("address")
@click.option("--note", type=TEXT, default="", help="Why; kept with the decision.")
@content_option
@studio_and_json
def choose(address: str, note: str, content: str | None, studio: Path, as_json: bool) -> None:
    """Choose the rival proposal at ADDRESS; on a decided question this overrules."""
    _answer(studio, address, "choose", note, as_json, content or "")


@click.command()
@click.argument("address")
@click.option("--note", type=TEXT, required=True, help="What is wrong with it; the lead has to answer that.")
@studio_and_json
def reject(address: str, note: str, studio: Path, as_json: bool) -> None:
    """Turn down what ADDRESS stands for."""
    _answer(studio, address, "reject", note, as_json)


def _answer(
    studio: Path,
    typed: str,
    verdict: Literal["approve", "choose", "reject"],
    note: str,
    as_json: bool,
    content: str = "",
) -> None:
    from cineledger.agents import desk
    from cineledger.domain.address import parse_address

    address = parse_address(typed)
    with open_ledger(studio) as ledger:
        known(ledger, address.production)
        records = desk.answer(ledger, address, verdict, note, content)
    if as_json:
        output.document(
            {"address": str(records[0].address), verdict: typed, "fact": records[0].fact.model_dump()}
        )
        return
    done = {"approve": "approved", "choose": "chosen", "reject": "rejected"}[verdict]
    click.echo(f"{records[0].address} {typed} is {done}.")
    click.echo(f"Next: cineledger run {address.production}")
