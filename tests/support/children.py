"""Runs in processes of their own, begun from a clean one, that can be killed."""

import os
import signal
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

from cineledger.domain.ledger import Ledger
from cineledger.domain.record import Record
from cineledger.domain.state import State
from tests.support.studio import work

_context = get_context("forkserver")
_context.set_forkserver_preload([__name__])


def _run(folder: str, killed_at: int | None) -> None:
    def told(record: Record, state: State) -> None:
        if killed_at is not None and record.number >= killed_at:
            os.kill(os.getpid(), signal.SIGKILL)

    with Ledger(Path(folder)) as ledger:
        work(ledger, told=told)


def begin(folder: Path, killed_at: int | None = None) -> BaseProcess:
    """Begins a run; with `killed_at` it kills itself as soon as that event is committed."""
    child = _context.Process(target=_run, args=(str(folder), killed_at))
    child.start()
    return child


def start(what: Callable[..., None], *arguments: object) -> BaseProcess:
    """Begins anything that a module of `tests.support` holds."""
    child = _context.Process(target=what, args=arguments)
    child.start()
    return child


def ended(child: BaseProcess) -> int:
    """The exit code, negative for a signal; a child that hangs is a failure."""
    child.join(60)
    if child.is_alive():
        child.kill()
        raise AssertionError("the run hangs")
    assert child.exitcode is not None
    return child.exitcode
