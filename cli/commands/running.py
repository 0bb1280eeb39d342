"""`cineledger run`."""

import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cineledger.cli import output
from cineledger.cli.commands.answering import ask_line, asked_of
from cineledger.cli.commands.awaiting import describe
from cineledger.cli.options import DOLLARS, TEXT, known, open_ledger, studio_and_json
from cineledger.cli.spending import spending, spending_line
from cineledger.cli.telling import Teller
from cineledger.cli.working import Work

if TYPE_CHECKING:
    from cineledger.agents.minds.request import Effort
    from cineledger.domain.ledger import Ledger
    from cineledger.domain.record import Record
    from cineledger.domain.state import State

MODES = ("ask", "standing", "none")
EFFORTS = ("low", "medium", "high", "xhigh", "max")


@click.command()
@click.argument("name")
@click.option("--until", metavar="PHASE|NUMBER", help="Stop on entering a phase, or at an event's number.")
@click.option(
    "--mind",
    type=TEXT,
    metavar="MIND",
    help="Who thinks for everybody that has no mind of their own: house, claude, claude:MODEL, human. "
    "Default: as last time, at first the house.",
)
@click.option(
    "--budget",
    type=DOLLARS,
    metavar="DOLLARS",
    help="What minds may cost in all, earlier runs and forks included. Default: as last time, at first no limit.",
)
@click.option(
    "--base-url",
    envvar="ANTHROPIC_BASE_URL",
    show_envvar=True,
    metavar="URL",
    help="A server that speaks the Messages API, such as one with a local model.",
)
@click.option(
    "--effort",
    type=click.Choice(EFFORTS),
    help="How hard Claude thinks about each answer. Default: as its model does by itself.",
)
@click.option("--recorded", is_flag=True, help="Ask nobody: go on as far as recorded answers reach.")
@click.option(
    "--approve",
    type=click.Choice(MODES),
    help="Who approves what goes up: you (ask), the orders you left (standing), nobody yet (none). "
    "Default: what you said last, else ask on a terminal, standing in a pipe.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=16,
    show_default=True,
    help="Calls at once, where minds take time.",
)
@click.option("--show/--quiet", default=None, help="Print the debate as it happens. Default: on a terminal.")
@studio_and_json
def run(
    name: str,
    until: str | None,
    mind: str | None,
    budget: Decimal | None,
    base_url: str | None,
    effort: "Effort | None",
    recorded: bool,
    approve: str | None,
    jobs: int,
    show: bool | None,
    studio: Path,
    as_json: bool,
) -> None:
    """Let the crew of NAME work as far as it can; the same command goes on where it stopped.

    The house mind is rules of the craft: deterministic, offline, free. What it can't know it leaves out. Claude needs
    a key in ANTHROPIC_API_KEY. No answer is paid twice: each is kept as it arrives.

    \b
    cineledger run pilot
    cineledger run heist --mind claude --budget 5.00
    """
    from cineledger.agents.desk import halted
    from cineledger.agents.minds.making import Making
    from cineledger.agents.minds.mind import MindUnavailable
    from cineledger.agents.minds.minding import parse_mind
    from cineledger.domain.ledger.accounts import CapReached

    stop = _until(until)
    terminal = output.is_terminal() and not as_json
    asks = terminal and sys.stdin.isatty()
    mode: Any = approve or ("ask" if asks else "standing")
    shows = terminal if show is None else show and not as_json
    with open_ledger(studio) as ledger:
        stream = known(ledger, name)
        making = Making(ledger, stream, base_url=base_url, effort=effort, recorded=recorded)
        making.heed(ledger.load(stream).state)
        making.account.cap = budget or making.account.cap
        if mind is not None:
            making.minds.made(*parse_mind(mind))
        _orders(ledger, stream, mind, budget)
        making.ready(ledger.load(stream).state)
        ended: MindUnavailable | CapReached | None = None
        with Teller(shows, terminal, asks) as teller:
            work = Work(ledger, stream, making, jobs, stop, teller, describe)
            try:
                state = work.go(mode, default_mode=approve is None)
            except (MindUnavailable, CapReached) as error:
                ended, state = error, ledger.load(stream).state
        _report(ledger, stream, state, teller, work, as_json)
        if ended:
            raise ended
        _news(ledger, stream)
        if state.production.paused is not None:
            raise halted(stream, state.production.paused)


def _news(ledger: "Ledger", name: str) -> None:
    """Says, on standard error, that the series of an episode says more than the episode knows."""
    from cineledger.agents.serial.placing import news_for

    news = news_for(ledger, name)
    if news is not None:
        click.echo(
            f"{news.series} has gone on since ({output.count(len(news.lines), 'thing')} new for {name}); "
            f"to take that over: cineledger series update {name}",
            err=True,
        )


def _until(typed: str | None) -> "Callable[[State], bool]":
    from cineledger.domain.words import PHASES

    if typed is None:
        return lambda state: False
    if typed.isascii() and typed.isdigit():
        number = int(typed)
        return lambda state: state.number >= number
    phase = typed.casefold()
    if phase not in PHASES:
        raise click.UsageError(f"--until takes an event's number, or a phase: {', '.join(PHASES)}.")
    place = PHASES.index(phase)
    return lambda state: state.production.phase in PHASES[place:]


def _orders(ledger: "Ledger", name: str, mind: str | None, budget: Decimal | None) -> None:
    """Puts on record who thinks from here on, and what that may cost."""
    from cineledger.agents.desk import order
    from cineledger.agents.minds.making import assign
    from cineledger.domain.production.minding import CapSpending
    from cineledger.domain.words import EVERYBODY

    if mind is not None:
        assign(ledger, name, EVERYBODY, mind)
    if budget is not None:
        order(ledger, name, CapSpending(amount_usd=budget))


def _report(ledger: "Ledger", name: str, state: "State", teller: Teller, work: Work, as_json: bool) -> None:
    from cineledger.agents import desk
    from cineledger.cli.words import said
    from cineledger.domain.production.events import BESIDE

    waiting = desk.inbox(state, name)
    result: dict[str, Any] = {
        "production": name,
        "head": f"{name}@{state.number}",
        "phase": state.production.phase,
        "events": teller.count,
        "shots": len(state.shots.live()),
        "decided": sum(q.status == "decided" for q in state.debate.questions.values()),
        "awaits": {
            "orchestrator": [str(w.address) for w in waiting],
            "crew": [
                f"{name}@{n}"
                for n in sorted(state.debate.undecided)
                if n not in {w.question for w in waiting}
            ],
        },
        "notes": {
            "answered": [str(record.address) for record in teller.answers],
            "open": [f"{name}@{n}" for n in sorted(state.notes.unanswered)],
        },
    }
    if work.awaited:
        result["awaits"]["people"] = [asked_of(answering) for answering in work.awaited]
    spent = spending(work.making.account) if work.making.pays(state) else None
    if spent is not None:
        result["spending"] = spent
    if as_json:
        output.document(result)
        return
    omitted = len(state.shots.shots) - result["shots"]
    counted = [
        output.count(teller.count, "new event"),
        *([] if state.production.form in BESIDE else [output.count(result["shots"], "shot")]),
        *([f"{omitted} omitted"] if omitted else []),
        output.count(result["decided"], "question") + " decided",
    ]
    click.echo(f"{result['head']} {result['phase'] or 'not begun'}: {', '.join(counted)}")
    if not state.shots.shots and not waiting:
        for record in _passed(ledger, name, state.number):
            click.echo(said(record))
    for record in teller.answers:
        told = f"answered note {record.fact.note}: {record.fact.text}"
        click.echo(f"{record.address} {output.role(record.actor)} {output.one_line(told)}")
    for note in state.notes.open():
        click.echo(f"Not answered yet: your note {name}@{note.number}, which is {note.to}'s to answer.")
    for entry in waiting:
        click.echo(describe(entry))
    for answering in work.awaited:
        click.echo(ask_line(name, answering))
    if spent is not None:
        click.echo(spending_line(spent))
    if waiting:
        click.echo(f"Awaits you: cineledger inbox {name}, then approve, choose or reject, then run {name}")


def _passed(ledger: "Ledger", name: str, number: int) -> "list[Record]":
    """Why nobody went on after an event; that a department's work stands is no reason."""
    from cineledger.domain.address import Address
    from cineledger.domain.talk.events import ReactionPassed
    from cineledger.domain.work.commands import STANDS

    passed = list["Record"]()
    while isinstance((record := ledger.record(Address(name, number))).fact, ReactionPassed):
        if record.fact.reason != STANDS:
            passed.append(record)
        number -= 1
    return passed[::-1]
