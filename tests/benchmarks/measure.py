"""What every benchmark shares: a stopwatch for CPU and wall, studios to measure, and tables in Markdown."""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from tests.benchmarks.history import build

T = TypeVar("T")

PROGRAM = "from cineledger.cli.main import main; main()"
"""The real program, as its console script runs it."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What something took."""

    cpu: float
    """Seconds, in user and system mode together."""
    wall: float
    """Seconds."""


@dataclass
class Table:
    """One benchmark's figures."""

    title: str
    columns: Sequence[str]
    rows: list[Sequence[str]] = field(default_factory=list)
    note: str = ""

    def add(self, *cells: str) -> None:
        """One more line of figures."""
        self.rows.append(cells)

    def markdown(self) -> str:
        """The table as it is pasted into the docs."""
        lines = [
            f"### {self.title}",
            "",
            *map(_line, [self.columns, ["---"] * len(self.columns), *self.rows]),
        ]
        return "\n".join([*lines, *(["", self.note] if self.note else [])])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


@contextmanager
def stopwatch(into: list[Spent]) -> Iterator[None]:
    """Adds to a list what the block took of this process."""
    cpu, wall = time.process_time(), time.perf_counter()
    yield
    into.append(Spent(time.process_time() - cpu, time.perf_counter() - wall))


def took(what: Callable[[], object], times: int = 1) -> Spent:
    """The least CPU and wall of several runs."""
    spent: list[Spent] = []
    for _ in range(times):
        with stopwatch(spent):
            what()
    return least(spent)


def least(spent: Sequence[Spent]) -> Spent:
    """The least CPU and the least wall among runs."""
    return Spent(min(s.cpu for s in spent), min(s.wall for s in spent))


def program(*arguments: str) -> Spent:
    """What one run of `cineledger` takes, start to end; a run that fails is an error."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    before, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments], env=environment, check=True, stdout=subprocess.DEVNULL
    )
    wall, after = time.perf_counter() - wall, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Spent(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, wall)


@dataclass(frozen=True, slots=True)
class Apart:
    """What a function came to in a process of its own, and what it took there, its imports apart."""

    value: Any
    spent: Spent
    memory: float
    """The most that the process ever had in memory, in MB."""


def apart(function: str, *arguments: Any) -> Apart:
    """Runs a function of `reading.py` in a process of its own."""
    code = (
        "import json, resource, sys, time; from tests.benchmarks import reading; import duckdb, pyarrow\n"
        "cpu, wall = time.process_time(), time.perf_counter()\n"
        f"value = reading.{function}(*json.loads(sys.argv[1]))\n"
        "spent = time.process_time() - cpu, time.perf_counter() - wall\n"
        "print(json.dumps([value, *spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, json.dumps(arguments)], check=True, stdout=subprocess.PIPE, text=True
    )
    value, cpu, wall, memory = json.loads(ran.stdout.splitlines()[-1])
    return Apart(value, Spent(cpu, wall), memory)


@dataclass
class Options:
    """What was asked for on the command line."""

    events: int = 1_000_000
    keep: Path | None = None
    """Where long ledgers are kept between runs."""


options = Options()


@cache
def long_ledger(events: int) -> tuple[Path, int]:
    """A studio of `world.py` of at least so many events, and how many; shared, and kept where asked for."""
    from tests.benchmarks.world import world

    folder = (options.keep or scratch()) / f"long-{events}"
    told = folder / "events.txt"
    if not told.exists():
        shutil.rmtree(folder, ignore_errors=True)
        told.parent.mkdir(parents=True)
        told.write_text(str(world(folder, events, scenes=190 if events >= 100_000 else 12)))
    return folder, int(told.read_text())


def sizes(quick: bool) -> list[int]:
    """Three lengths of ledger, the last as asked for."""
    last = 20_000 if quick else options.events
    return [max(1_000, last // 100), max(2_000, last // 10), last]


@cache
def scratch() -> Path:
    """A folder for this run's studios, removed when the program ends."""
    folder = tempfile.TemporaryDirectory(prefix="cineledger-bench-")
    _kept.append(folder)
    return Path(folder.name)


_kept: list["tempfile.TemporaryDirectory[str]"] = []


@cache
def studio(events: int) -> tuple[Path, int]:
    """A studio with one production of so many events, shared by the benchmarks that only read, or that
    append next to nothing; and the number of the question in it that awaits the orchestrator."""
    folder = scratch() / f"studio-{events}"
    return folder, build(folder, events)


def count(number: float) -> str:
    """A count for people."""
    return f"{number:,.0f}"


def ms(seconds: float) -> str:
    """Seconds as milliseconds."""
    return f"{1000 * seconds:,.2f} ms"


def s(seconds: float) -> str:
    """Seconds with the digits that matter."""
    return f"{seconds:.3f} s"


def verdict(held: bool) -> str:
    """Whether an aim holds."""
    return "yes" if held else "**no**"
