"""`cineledger log`, `show` and `productions`."""

import json
import signal
import subprocess
import threading

from cineledger.domain.ledger import Ledger
from tests.support.program import Program


def test_log(film: Program) -> None:
    """The log is one line an event: its address, who, and what."""
    lines = film("log", "Pilot").done().lines
    assert [line.split()[0] for line in lines] == [f"pilot@{n}" for n in range(film.head() + 1)]
    assert lines[0] == "pilot@0 orchestrator opened The Kettle from a script"


def test_log_as_json(film: Program) -> None:
    """`--json` is one document a line, each as `show` has it."""
    events = [json.loads(line) for line in film("log", "pilot", "--json").done().lines]
    assert [event["address"] for event in events] == [f"pilot@{n}" for n in range(film.head() + 1)]
    assert film.within("show", "PILOT@30", "--json").done().json() == events[30]
    assert {"type", "fact", "actor", "time", "caused_by", "seal", "fact_hash"} <= events[30].keys()


def test_show(film: Program) -> None:
    """One event whole, in words; an address that is none, or names nothing, is refused."""
    lines = film("show", "pilot@1").done().lines
    assert lines[0] == "pilot@1 orchestrator stated the vision: Intimate: faces before places."
    assert "    text: Intimate: faces before places." in lines and any("seal: " in line for line in lines)
    for typed in ("pilot", "pilot@", "pilot@-1", "pilot@x", "@3", "pilot@" + "9" * 20):
        film.within("show", typed).refused("", "")
    film.within("show", f"pilot@{film.head() + 1}").refused("there is no event", "cineledger log pilot")
    film.within("show", "pilto@3").refused("there is no production pilto", "Did you mean pilot?")


def read_until(process: "subprocess.Popen[bytes]", start: str) -> list[str]:
    """Lines of a process up to one that begins so."""
    assert process.stdout is not None
    stopper = threading.Timer(30, process.kill)
    stopper.start()
    lines = []
    while line := process.stdout.readline().decode():
        lines.append(line)
        if line.startswith(start):
            break
    stopper.cancel()
    assert lines and lines[-1].startswith(start), lines
    return lines


def test_follow(opened: Program) -> None:
    """`--follow` shows what others add as they add it, and ends cleanly on Ctrl-C."""
    going = opened.start("log", "pilot", "--follow")
    head = opened.head()
    assert len(read_until(going, f"pilot@{head} ")) == head + 1
    opened.within("broadcast", "pilot", "Lunch is at one.")
    assert "Lunch is at one." in read_until(going, f"pilot@{head + 1} ")[-1]
    opened.within("constrain", "pilot", "Nothing wider than 35mm.")
    read_until(going, f"pilot@{head + 2} ")
    going.send_signal(signal.SIGINT)
    rest, err = going.communicate(timeout=30)
    assert (going.returncode, rest, err) == (0, b"", b"")


def test_productions(planned: Program) -> None:
    """Productions are shown as a tree of forks, forks of forks below their parents, each with its head."""
    head = planned.head()
    for at, name in (("pilot@50", "b"), ("B@40", "c"), ("c@30", "d"), (f"pilot@{head}", "e")):
        planned.within("fork", at, name)
    planned.within("open", "other", "--idea", "A dog.")
    planned.within("broadcast", "d", "Quiet, please.")
    assert planned("productions").done().lines == [
        f"pilot@{head}",
        "├─ b@50 forked at pilot@50",
        "│  └─ c@40 forked at b@40",
        "│     └─ d@31 forked at c@30",
        f"└─ e@{head} forked at pilot@{head}",
        f"other@{planned.head('other')}",
    ]
    rows = {row["production"]: row for row in planned.within("productions", "--json").done().json()}
    assert rows["d"]["parent"] == "c" and rows["d"]["forked_at"] == 30 and rows["pilot"]["parent"] is None


def test_no_production_yet(program: Program) -> None:
    """A studio that was made and not used shows nothing, and says what to do."""
    with Ledger(program.studio, create=True):
        pass
    answer = program("productions")
    assert (answer.code, answer.out) == (0, "") and "cineledger open NAME" in answer.err
