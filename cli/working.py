"""A run, from the terminal: the crew works, and questions are put to the person who watches."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from cineledger.cli.at_stake import stakes_of
from cineledger.cli.output import count
from cineledger.cli.telling import Teller

if TYPE_CHECKING:
    from cineledger.agents.asking import Answering
    from cineledger.agents.desk import Waiting
    from cineledger.agents.minds.making import Making
    from cineledger.agents.runner import Runner
    from cineledger.agents.stakes import Stakes
    from cineledger.domain.ledger import Ledger
    from cineledger.domain.record import Record
    from cineledger.domain.state import State
    from cineledger.domain.words import ApprovalMode


@dataclass(slots=True)
class Work:
    """One run of one production."""

    ledger: "Ledger"
    name: str
    making: "Making"
    jobs: int
    stop: "Callable[[State], bool]"
    teller: Teller
    describe: "Callable[[Waiting, Mapping[int, Stakes]], str]"
    awaited: "tuple[Answering, ...]" = ()
    """What persons who play roles are asked, and have not answered."""

    def go(self, mode: "ApprovalMode", *, default_mode: bool) -> "State":
        """Works until nothing is left that anybody here can do; returns how the production stands then."""
        from cineledger.agents import desk
        from cineledger.agents.runner import Runner

        loaded = self.ledger.load(self.name)
        if loaded.state.production.paused is None and self.stop(loaded.state):
            return loaded.state
        making = self.making
        with Runner(
            self.ledger, self.name, making.minds, jobs=self.jobs, told=self._tell, left=making.left
        ) as runner:
            self.teller.calls = lambda: runner.under_way
            desk.start(self.ledger, self.name, mode, default_mode=default_mode)
            try:
                return self._to_the_end(runner)
            except KeyboardInterrupt:
                if runner.under_way:
                    self.teller.pause()
                    calls = count(runner.under_way, "call")
                    click.echo(
                        f"Waiting for {calls} to end, whose answers are kept; again to leave them.", err=True
                    )
                raise

    def _to_the_end(self, runner: "Runner") -> "State":
        """Reacts and asks by turns until there is nothing more to do."""
        from cineledger.agents import desk

        skipped: set[int] = set()
        taken: set[object] = set()
        while True:
            if runner.work(self._halts):
                self.awaited = tuple(runner.awaited())
                return runner.state
            waiting = [w for w in desk.inbox(runner.state, self.name) if w.question not in skipped]
            if waiting and runner.state.production.mode == "ask" and self.teller.asks:
                if not self._put(waiting[0], runner.state):
                    skipped.add(waiting[0].question)
            elif not desk.take_up(self.ledger, self.name, runner.state, taken):
                return runner.state

    def _halts(self, state: "State") -> bool:
        return state.production.paused is not None or self.stop(state)

    def _tell(self, record: "Record", state: "State") -> None:
        self.making.heed(state)
        self.teller.tell(record, state)

    def _put(self, waiting: "Waiting", state: "State") -> bool:
        """Puts a question to the person at the terminal; False if it is left for later."""
        from cineledger.agents import desk
        from cineledger.domain.address import Address

        self.teller.pause()
        click.echo("\n" + self.describe(waiting, stakes_of(state, [waiting])))
        numbers = [str(number) for number, *_ in waiting.proposals]
        while True:
            typed = click.prompt(
                "a = approve, a proposal's number = choose it, r = reject, l = later", default="a"
            )
            answer = typed.strip().casefold().rpartition("@")[2]
            if answer == "l":
                return False
            if answer == "a" and waiting.recommended is not None:
                desk.answer(self.ledger, waiting.address, "approve")
            elif answer == "r" and waiting.recommended is not None:
                note = click.prompt("What is wrong with it")
                recommended = Address(waiting.address.production, waiting.recommended)
                desk.answer(self.ledger, recommended, "reject", note)
            elif answer in numbers:
                desk.answer(self.ledger, Address(waiting.address.production, int(answer)), "choose")
            else:
                click.echo(f"Type a, r, l, or one of {', '.join(numbers)}.")
                continue
            return True
