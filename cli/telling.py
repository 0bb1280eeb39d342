"""What a run says while it works."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from cineledger.cli import output

if TYPE_CHECKING:
    from cineledger.domain.record import Record
    from cineledger.domain.state import State


class Teller:
    """Says what happens while it happens: a line an event where wanted, a bar on a terminal."""

    def __init__(self, shows: bool, terminal: bool, asks: bool) -> None:
        from cineledger.domain.notes.events import NoteAnswered
        from cineledger.domain.talk.events import ReactionPassed
        from cineledger.domain.work.commands import STANDS

        self.count = 0
        self.answers = list[Any]()
        self.asks = asks
        self.calls: Callable[[], int] = lambda: 0
        """How many calls are under way."""
        self._shows, self._terminal = shows, terminal
        self._answer = NoteAnswered
        self._silence = ReactionPassed(reason=STANDS)
        self._task: Any = None
        self._bar: Any = None

    def __enter__(self) -> "Teller":
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
            from rich.text import Text

            calls = self.calls

            class Calls(TextColumn):
                """How many calls are under way, looked at anew each time it is drawn."""

                def render(self, task: Any) -> Text:
                    under_way = calls()
                    return Text(f"{output.count(under_way, 'call')} under way" if under_way else "")

            columns = (
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeElapsedColumn(),
                Calls(""),
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
