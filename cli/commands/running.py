"""`cineledger run`."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cineledger.cli import output
from cineledger.cli.commands.deciding import describe
from cineledger.cli.options import known, open_ledger, studio_and_json

if TYPE_CHECKING:
    from cineledger.agents.desk import Waiting
    from cineledger.domain.ledger import Ledger
    from cineledger.domain.record import Record
    from cineledger.domain.state import State

MODES = ("ask", "standing", "none")


@click.command()
@click.argument("name")
@click.option("--until", metavar="PHASE|NUMBER", help="Stop on entering a phase, or at an event's number.")
@click.option("--mind", type=click.Choice(["house"]), default="house", show_default=True, help="Who thinks.")
@click.option(
    "--approve",
    type=click.Choice(MODES),
    help="Who approves what goes up: you (ask), the orders you left (standing), nobody yet (none). "
    "Default: what you said last, else ask on a terminal, standing in a pipe.",
)
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Asks at once.")
@click.option("--show/--quiet", default=None, help="Print the debate as it happens. Default: on a terminal.")
@studio_and_json
def run(
    name: str,
    until: str | None,
    mind: str,
    approve: str | None,
    jobs: int,
    show: bool | None,
    studio: Path,
    as_json: bool,
) -> None:
    """Let the crew of NAME work as far as it can; the same command goes on where it stopped.

    The house mind is rules of the craft: deterministic, offline, free. What it can't know it leaves out.
    """
    from cineledger.agents.crew import house_rules
    from cineledger.agents.minds.house import HouseMind
    from cineledger.agents.minds.minding import everybody

    minds = {"house": lambda: HouseMind(house_rules())}
    stop = _until(until)
    terminal = output.is_terminal() and not as_json
    asks = terminal and sys.stdin.isatty()
    mode: Any = approve or ("ask" if asks else "standing")
    shows = terminal if show is None else show and not as_json
    with open_ledger(studio) as ledger:
        stream = known(ledger, name)
        with _Teller(shows, terminal, asks) as teller:
            state = _work(ledger, stream, everybody(minds[mind]()), mode, approve is None, jobs, stop, teller)
        _report(ledger, stream, state, teller, as_json)
        _news(ledger, stream, state)


def _news(ledger: "Ledger", name: str, state: "State") -> None:
    """Says, on standard error, that the series of an episode says more than the episode knows."""
    from cineledger.agents.serial.placing import since

    found = since(ledger, state)
    if found is not None and found[1]:
        series = found[0].story.series
        click.echo(
            f"{series} has gone on since ({output.count(len(found[1]), 'thing')} new for {name}); "
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


def _work(
    ledger: "Ledger",
    name: str,
    mind: Any,
    mode: Any,
    default_mode: bool,
    jobs: int,
    stop: "Callable[[State], bool]",
    teller: "_Teller",
) -> "State":
    from cineledger.agents import desk
    from cineledger.agents.runner import Runner

    loaded = ledger.load(name)
    if stop(loaded.state):
        return loaded.state
    with Runner(ledger, name, mind, jobs=jobs, told=teller.tell) as runner:
        desk.start(ledger, name, mode, default_mode=default_mode)
        skipped: set[int] = set()
        taken: set[object] = set()
        while True:
            if runner.work(stop):
                return runner.state
            waiting = [w for w in desk.inbox(runner.state, name) if w.question not in skipped]
            if waiting and runner.state.production.mode == "ask" and teller.asks:
                if not _put(ledger, waiting[0], teller):
                    skipped.add(waiting[0].question)
            elif not desk.take_up(ledger, name, runner.state, taken):
                return runner.state


def _put(ledger: "Ledger", waiting: "Waiting", teller: "_Teller") -> bool:
    """Puts a question to the person at the terminal; False if it is left for later."""
    from cineledger.agents import desk
    from cineledger.domain.address import Address

    teller.pause()
    click.echo("\n" + describe(waiting))
    numbers = [str(number) for number, *_ in waiting.proposals]
    while True:
        typed = click.prompt(
            "a = approve, a proposal's number = choose it, r = reject, l = later", default="a"
        )
        answer = typed.strip().casefold().rpartition("@")[2]
        if answer == "l":
            return False
        if answer == "a" and waiting.recommended is not None:
            desk.answer(ledger, waiting.address, "approve")
        elif answer == "r" and waiting.recommended is not None:
            note = click.prompt("What is wrong with it")
            recommended = Address(waiting.address.production, waiting.recommended)
            desk.answer(ledger, recommended, "reject", note)
        elif answer in numbers:
            desk.answer(ledger, Address(waiting.address.production, int(answer)), "choose")
        else:
            click.echo(f"Type a, r, l, or one of {', '.join(numbers)}.")
            continue
        return True


def _report(ledger: "Ledger", name: str, state: "State", teller: "_Teller", as_json: bool) -> None:
    from cineledger.agents import desk
    from cineledger.cli.words import said

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
    if as_json:
        output.document(result)
        return
    omitted = len(state.shots.shots) - result["shots"]
    counted = [
        output.count(teller.count, "new event"),
        output.count(result["shots"], "shot"),
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


class _Teller:
    """Says what happens while it happens: a line an event where wanted, a bar on a terminal."""

    def __init__(self, shows: bool, terminal: bool, asks: bool) -> None:
        from cineledger.domain.notes.events import NoteAnswered
        from cineledger.domain.talk.events import ReactionPassed
        from cineledger.domain.work.commands import STANDS

        self.count = 0
        self.answers = list[Any]()
        self.asks = asks
        self._shows, self._terminal = shows, terminal
        self._answer = NoteAnswered
        self._silence = ReactionPassed(reason=STANDS)
        self._task: Any = None
        self._bar: Any = None

    def __enter__(self) -> "_Teller":
        return self

    def __exit__(self, *_: object) -> None:
        self.pause()

    def pause(self) -> None:
        """Takes the bar away, for a question or the end."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def tell(self, record: "Record", state: "State") -> None:
        """One event that was committed."""
        self.count += 1
        if isinstance(record.fact, self._answer):
            self.answers.append(record)
        if self._terminal:
            self._advance(state)
        if self._shows and record.fact != self._silence:
            from cineledger.cli.words import said

            line = said(record)
            if self._bar is not None:
                from rich.text import Text

                self._bar.console.print(Text.from_ansi(line))
            else:
                click.echo(line)

    def _advance(self, state: "State") -> None:
        if self._bar is None:
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

            columns = (
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeElapsedColumn(),
            )
            self._bar = Progress(*columns, transient=True)
            self._task = self._bar.add_task("")
        questions = len(state.debate.questions)
        decided = questions - len(state.debate.undecided)
        self._bar.update(
            self._task,
            description=f"{state.production.phase or 'opening'} @{state.number} questions decided",
            completed=decided,
            total=max(questions, 1),
        )
        self._bar.start()
