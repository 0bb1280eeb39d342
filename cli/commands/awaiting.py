"""`cineledger inbox`."""

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cineledger.cli import output
from cineledger.cli.at_stake import (
    ahead_document,
    ahead_lines,
    stakes_document,
    stakes_line,
    stakes_of,
)
from cineledger.cli.both_sides import side_document, side_lines, split_line
from cineledger.cli.commands.answering import ask_line, asked_of, awaited
from cineledger.cli.options import known, open_ledger, studio_and_json

if TYPE_CHECKING:
    from cineledger.agents.desk import Waiting
    from cineledger.agents.looking_ahead import Difference, Outcome
    from cineledger.agents.serial.placing import News
    from cineledger.agents.stakes import Stakes
    from cineledger.domain.ledger import Ledger
    from cineledger.domain.state import State

    Tried = tuple[Outcome, int, Difference | None]

LOOK = 0.2
"""Seconds between two looks at how far one has looked ahead."""


AHEAD = 3_000
"""Events that are looked ahead where nothing else is said."""


@click.command()
@click.argument("name", required=False, metavar="[NAME|ADDRESS]")
@click.option(
    "--what-if",
    is_flag=True,
    help="Try each choice on the question at ADDRESS, or the proposal there, in a copy: the house mind goes on, "
    "and its film is compared with that of what is recommended. Nothing is recorded.",
)
@click.option(
    "--ahead",
    type=click.IntRange(min=1),
    default=AHEAD,
    show_default=True,
    metavar="EVENTS",
    help="How far --what-if looks.",
)
@studio_and_json
def inbox(name: str | None, what_if: bool, ahead: int, studio: Path, as_json: bool) -> None:
    """What awaits you in NAME, or in every production, or on the question at ADDRESS.

    Under each proposal stands what it would change of what stands: shots, scenes, cues, what departments go over, money
    and days, and earlier approvals that it would end. What a series says that an episode does not know comes last.

    \b
    cineledger inbox pilot
    cineledger inbox pilot@93 --what-if
    """
    from cineledger.agents import desk
    from cineledger.agents.serial.placing import news_for

    at = None
    if name is not None and "@" in name:
        from cineledger.domain.address import parse_address

        at = parse_address(name)
    if what_if and at is None:
        raise click.UsageError("--what-if needs the address of a question, or of a proposal.")
    waiting, stakes, played = list["Waiting"](), dict[str, dict[int, "Stakes"]](), dict[str, Any]()
    told = dict[str, "News"]()
    with open_ledger(studio) as ledger:
        typed = at.production if at else name
        names = ledger.productions() if typed is None else [known(ledger, typed)]
        for n in names:
            state = ledger.load(n).state
            entries = desk.inbox(state, n) if at is None else [_asked_at(state, n, at.number)]
            waiting += entries
            stakes[n] = stakes_of(state, entries)
        if at is None:
            played = {n: asks for n in names if (asks := awaited(ledger, n))}
            told = {n: news for n in names if (news := news_for(ledger, n))}
        tried = _tried(ledger, waiting[0], at.number, ahead) if what_if and at else {}
    if as_json:
        people = [{"production": n, **asked_of(a)} for n, asks in played.items() for a in asks]
        entered = [_document(w, stakes[w.address.production], tried) for w in waiting]
        since = [{"production": n, "series": news.series, "news": news.lines} for n, news in told.items()]
        output.document([*entered, *people, *since])
        return
    if not waiting and not played and not told:
        click.echo("Nothing awaits you.")
    for entry in waiting:
        click.echo(describe(entry, stakes[entry.address.production]))
        name = entry.address.production
        way = f"choose {name}@{entry.proposals[0][0]}" if entry.exhausted else f"approve {entry.address}"
        for number, (outcome, against, found) in tried.items():
            click.echo("\n".join(ahead_lines(entry, number, outcome, against, found)))
        click.echo(f"  cineledger {way}\n")
    for stream, asks in played.items():
        for asked in asks:
            click.echo(ask_line(stream, asked))
    for stream, news in told.items():
        click.echo(f"{stream} is offered what {news.series} says since:")
        for line in news.lines:
            click.echo(f"  {output.one_line(line)}")
        click.echo(f"  cineledger series update {stream}\n")


def _asked_at(state: "State", name: str, number: int) -> "Waiting":
    """The question that awaits the orchestrator at a number: its own, its request's or a proposal's."""
    from cineledger.agents import desk
    from cineledger.domain.refusal import Refused

    question = state.debate.question_of(number)
    for entry in desk.inbox(state, name):
        if question is not None and entry.question == question.number:
            return entry
    raise Refused(f"{name}@{number} does not await you", f"See what does: cineledger inbox {name}")


def _tried(ledger: "Ledger", entry: "Waiting", number: int, most: int) -> "dict[int, Tried]":
    """What comes of what is recommended, and of the proposal at a number or else of every other, against that."""
    from cineledger.agents.looking_ahead import compare, look_ahead

    numbers = [proposal for proposal, *_ in entry.proposals]
    first = entry.recommended or numbers[0]
    rest = [number] if number in numbers else numbers
    choices = [first, *(choice for choice in rest if choice != first)]
    with _progress(len(choices)) as told:
        outcomes = look_ahead(ledger, entry.address.production, choices, most, told)
    tried: dict[int, Tried] = {first: (outcomes[0], first, None)}
    for choice, outcome in zip(choices[1:], outcomes[1:], strict=True):
        tried[choice] = (outcome, first, compare(outcomes[0], outcome))
    return tried


@contextmanager
def _progress(choices: int) -> "Iterator[Callable[[int, int], None]]":
    """Says on the terminal how far one has looked."""
    shown = 0.0

    def tell(tried: int, events: int) -> None:
        nonlocal shown
        if sys.stderr.isatty() and time.monotonic() - shown > LOOK:
            shown = time.monotonic()
            click.echo(
                f"\rLooking ahead: choice {tried + 1} of {choices}, {events:,} events …", nl=False, err=True
            )

    try:
        yield tell
    finally:
        if shown:
            click.echo("\r\033[K", nl=False, err=True)


def _document(
    entry: "Waiting", stakes: "Mapping[int, Stakes]", tried: "Mapping[int, Tried]"
) -> dict[str, Any]:
    production = entry.address.production
    return {
        "address": str(entry.address),
        "subject": entry.subject,
        "text": entry.text,
        "impasse": entry.impasse,
        "exhausted": entry.exhausted,
        "rounds": entry.round,
        "outcome": entry.outcome,
        "accounts": [{"source": source, "says": says} for source, says in entry.accounts],
        "proposals": [
            {
                "address": f"{entry.address.production}@{number}",
                "recommended": number == entry.recommended,
                "approved_before": number == entry.touched,
                "by": by,
                "what": what,
                "why": reason,
                "content": content,
                **side_document(entry, number),
                "changes": stakes_document(stakes[number], production),
                **({"ahead": ahead_document(production, *tried[number])} if number in tried else {}),
            }
            for (number, by, what, reason), content in zip(entry.proposals, entry.contents, strict=True)
        ],
    }


def describe(entry: "Waiting", stakes: "Mapping[int, Stakes] | None" = None) -> str:
    """A question that awaits the orchestrator, with its proposals and what each would change."""
    impasse = " (impasse: the crew could not end it)" if entry.impasse else ""
    if entry.exhausted:
        impasse = " (the crew has nothing else to offer: choose one after all, or say what else you want)"
    lines = [click.style(f"{entry.address} {output.one_line(entry.text)}{impasse}", bold=True)]
    lines += [f"  {source} {output.one_line(says)}" for source, says in entry.accounts]
    if split := split_line(entry):
        lines.append(f"  {output.one_line(split)}")
    for number, by, what, reason in entry.proposals:
        mark = "recommended" if number == entry.recommended else "rejected" if entry.exhausted else "rival"
        mark += ", approved before it was touched" if number == entry.touched else ""
        lines.append(
            f"  {entry.address.production}@{number} {mark}, {output.role(by)}: {output.one_line(what)}"
        )
        if reason != what:
            lines.append(f"      {output.one_line(reason)}")
        lines += [f"      {line}" for line in side_lines(entry, number)]
        if stakes and number in stakes:
            lines.append(f"      {output.one_line(stakes_line(stakes[number], entry.address.production))}")
    return "\n".join(lines)
