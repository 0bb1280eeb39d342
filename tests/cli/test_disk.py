"""Disks that are full, slow to say so, or can't be written; two at once; signals: nothing is lost, all is said."""

import os
import signal
import subprocess
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from cineledger.agents import desk
from cineledger.domain.ledger import Ledger
from tests.support.film import SCRIPT
from tests.support.mounts import change, disk
from tests.support.program import PROGRAM, Answer, Program

READING = (
    ("productions",),
    ("inbox",),
    ("policy", "pilot"),
    ("log", "pilot"),
    ("show", "pilot@3"),
    ("why", "pilot@40"),
    ("diff", "pilot", "pilot@30"),
    ("sql", "from shots"),
    ("export", "pilot", "script"),
    ("replay", "pilot"),
    ("verify",),
)
WRITING = (("broadcast", "pilot", "Hello."), ("fork", "pilot@30", "b"), ("open", "c", "--idea", "A dog."))


def try_again(answer: Answer) -> None:
    """It said that it could not, why, and what to look at, and did nothing."""
    assert answer.code == 3 and answer.raw == b"", (answer.code, answer.err)
    first, second = answer.err.splitlines()
    assert first.startswith("Try again: ") and second.startswith("Hint: nothing was half-written")


def test_a_disk_that_fills_up(newly_opened: Program, film: Program, tmp_path: Path) -> None:
    """A run on a disk that fills up stops with exit 3 and keeps what it had; with room it ends as any other."""
    with disk(tmp_path / "disk", 300) as small:
        program = newly_opened.copied(small / "studio")
        try_again(program("run", "pilot"))
        assert 0 < program.head() < film.head()
        try_again(program("broadcast", "pilot", "x" * 100_000))
        program("verify").done()
        change(small, "size=4000k")
        program("run", "pilot").done()
        assert program.digest() == film.digest()
        program("verify").done()


def test_a_disk_without_room_for_a_studio(kettle: Path, tmp_path: Path) -> None:
    """Where there is no room to begin in, nothing is begun; with room the same command does it."""
    with disk(tmp_path / "disk", 40) as small:
        program = Program(small / "studio")
        try_again(program("open", "pilot", "--script", kettle))
        change(small, "size=4000k")
        program("open", "pilot", "--script", kettle).done()
        assert program.head() > 10


def test_an_export_to_a_full_disk(film: Program, tmp_path: Path) -> None:
    """A file is written whole or not at all: the one before stays, and nothing lies beside it."""
    with disk(tmp_path / "disk", 16) as small:
        path = small / "shots.csv"
        path.write_text("as it was")
        (small / "full").write_bytes(bytes(12_000))
        for words in (("export", "pilot", "shots"), ("sql", "from events")):
            film.within(*words, "-o", path).refused("No space left on device", "-o")
        assert path.read_text() == "as it was" and len(list(small.iterdir())) == 2
        answer = film("export", "pilot", "script", "-o", "/dev/full")
        answer.refused("No space left on device")


@pytest.mark.parametrize("blocks", [24, 120])
def test_files_that_may_not_grow(newly_opened: Program, film: Program, tmp_path: Path, blocks: int) -> None:
    """The same where the system bounds the size of a file, which needs no disk of its own."""
    program = newly_opened.copied(tmp_path / "studio")
    limited = ["sh", "-c", f'ulimit -f {blocks}; exec "$0" "$@"', str(PROGRAM), "run", "pilot"]
    done = subprocess.run(limited, capture_output=True, env=program.env(), check=False)
    try_again(Answer(done.stdout, done.stderr.decode(), done.returncode))
    program("run", "pilot").done()
    assert program.digest() == film.digest()


def test_a_folder_that_is_read_only(film: Program, tmp_path: Path) -> None:
    """On a read-only disk everything can be asked, and what would write is refused with exit 3."""
    with disk(tmp_path / "disk", 4000) as small:
        program = film.copied(small / "studio")
        change(small, "ro")
        for question in READING:
            program.within(*question).done()
        for words in WRITING:
            try_again(program.within(*words))
        program.within("export", "pilot", "shots", "-o", small / "x.csv").refused("Read-only file system")


@pytest.mark.parametrize("name", ["ledger.sqlite", "ledger.sqlite-wal", "copy.bin"])
def test_an_export_never_replaces_a_ledger(planned: Program, name: str) -> None:
    """A slip with -o does not cost the ledger, whatever its name, nor through a link."""
    path = planned.studio / name
    if name == "copy.bin":
        path.write_bytes((planned.studio / "ledger.sqlite").read_bytes())
    before = planned.digest()
    link = planned.studio / "link.csv"
    link.symlink_to(path)
    for target in (path, link):
        planned.within("export", "pilot", "shots", "-o", target).refused("is a database", "-o")
        planned.within("sql", "from shots", "-o", target).refused("is a database", "-o")
    assert planned.digest() == before


def test_an_export_through_a_link(film: Program, tmp_path: Path) -> None:
    """A link stays a link, and a file keeps the rights it had."""
    path, link = tmp_path / "shots.csv", tmp_path / "link.csv"
    path.touch(mode=0o600)
    link.symlink_to(path)
    film.within("export", "pilot", "shots", "-o", link).done()
    assert link.is_symlink() and path.stat().st_size > 100 and path.stat().st_mode & 0o777 == 0o600
    (tmp_path / "shots.csv.part").write_text("mine")
    film.within("export", "pilot", "shots", "-o", path).done()
    assert (tmp_path / "shots.csv.part").read_text() == "mine" and len(list(tmp_path.iterdir())) == 3


def test_two_runs_at_once(newly_opened: Program, film: Program, tmp_path: Path) -> None:
    """Two runs of one production, and an opening of another beside them, end well: every event is there once."""
    program = newly_opened.copied(tmp_path / "studio")
    both = [program.start("run", "pilot"), program.start("run", "pilot")]
    program("open", "other", "--script", "-", stdin=SCRIPT.encode()).done()
    for run in both:
        _, said = run.communicate(timeout=60)
        assert run.returncode == 0, said
    assert program.digest() == film.digest()
    program("verify").done()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_in_the_middle(newly_opened: Program, film: Program, tmp_path: Path, number: int) -> None:
    """A run that is told to stop keeps what it committed, says so, and the next one ends as if nothing had been."""
    program = newly_opened.copied(tmp_path / "studio")
    begun = program.head()
    run = program.start("run", "pilot", "--show")
    assert run.stdout is not None and run.stdout.readline()
    run.send_signal(number)
    _, said = run.communicate(timeout=60)
    assert run.returncode in (128 + number, -number) and b"Traceback" not in said
    if number == signal.SIGINT and program.head() < film.head():
        assert b"What was committed is kept" in said
    assert begun <= program.head() <= film.head()
    program("run", "pilot").done()
    assert program.digest() == film.digest()


def test_a_pipe_nobody_writes_to(program: Program, tmp_path: Path) -> None:
    """A script from a pipe is waited for, and the wait can be stopped."""
    os.mkfifo(tmp_path / "pipe")
    waiting = program.start("open", "pilot", "--script", str(tmp_path / "pipe"))
    time.sleep(0.5)
    assert waiting.poll() is None
    waiting.send_signal(signal.SIGINT)
    _, said = waiting.communicate(timeout=60)
    assert (waiting.returncode == 130 and said.startswith(b"\nStopped.")) or said.startswith(b"Stopped.")


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {
            "LC_ALL": "nowhere.KOI8-R",
            "TERM": "nothing",
            "COLUMNS": "-3",
            "HOME": "/nowhere",
            "TZ": "No/Where",
        },
        {"TERM": "dumb", "COLUMNS": "1", "LINES": "1"},
    ],
    ids=["nothing", "ASCII", "nonsense", "narrow"],
)
def test_an_empty_environment(rich: Program, environment: dict[str, str]) -> None:
    """No HOME, no TERM, no locale, no columns: the output is the same but for letters that can't be shown."""
    for words in (["log", "pilot"], ["sql", "from broadcasts", "--format", "table"]):
        done = subprocess.run(
            [PROGRAM, *words],
            capture_output=True,
            env={"CINELEDGER_STUDIO": str(rich.studio), **environment},
            check=False,
        )
        assert done.returncode == 0 and done.stdout and not done.stderr, done.stderr


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """A production in letters of many scripts."""
    program = Program(tmp_path_factory.mktemp("rich") / "studio")
    program.within("open", "pilot", "--idea", "Zoë и 三毛 — مايا go to the sea.").done()
    return program


def test_a_clock_that_jumps(newly_opened: Program, tmp_path: Path) -> None:
    """Times are recorded as the clock shows them; order is by number, so that a jump back changes nothing."""
    program = newly_opened.copied(tmp_path / "studio")
    for year in (2050, 1971, 2027):
        clock = partial(datetime, year, 2, 3, tzinfo=UTC)
        with Ledger(program.studio, now=clock) as ledger:
            desk.impose(ledger, "pilot", "broadcast", f"It is {year}.")
    rows = program.rows(
        "select text, e.time from broadcasts b join events e using (production, number) order by number"
    )
    assert [row["text"] for row in rows][-3:] == ["It is 2050.", "It is 1971.", "It is 2027."]
    assert [row["time"][:4] for row in rows][-3:] == ["2050", "1971", "2027"]
    assert "It is 2027." in program.within("log", "pilot").done().lines[-1]
    program.within("run", "pilot").done()
    program.within("verify").done()
