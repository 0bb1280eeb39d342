"""`cineledger log`, `show` and `productions`."""

import json
import signal
import subprocess
import threading
from pathlib import Path
from xml.etree import ElementTree

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
    entered = planned.rows("select number from events where type = 'PhaseEntered' order by number")
    planning, execution = (row["number"] for row in entered[:2])
    b, c, d = execution + 2, execution - 1, planning
    for at, name in ((f"pilot@{b}", "b"), (f"B@{c}", "c"), (f"c@{d}", "d"), (f"pilot@{head}", "e")):
        planned.within("fork", at, name).done()
    planned.within("open", "other", "--idea", "A dog.")
    planned.within("broadcast", "d", "Quiet, please.")
    assert planned("productions").done().lines == [
        f"pilot@{head}: refinement",
        f"├─ b@{b} forked at pilot@{b}: execution",
        f"│  └─ c@{c} forked at b@{c}: planning",
        f"│     └─ d@{d + 1} forked at c@{d}: planning, 1 event of its own",
        f"└─ e@{head} forked at pilot@{head}: refinement",
        f"other@{planned.head('other')}: not begun",
    ]
    rows = {row["production"]: row for row in planned.within("productions", "--json").done().json()}
    assert rows["d"]["parent"] == "c" and rows["d"]["forked_at"] == d and rows["pilot"]["parent"] is None


def test_productions_say_what_awaits(awaiting: Program) -> None:
    """A production for which the orchestrator's word is needed says so, as often as the inbox does."""
    waiting = len(awaiting.within("inbox", "--json").json())
    assert f", {waiting} question" in awaiting.within("productions").done().lines[0]
    assert awaiting.within("productions", "--json").json()[0]["waiting"] == waiting > 0


def test_productions_as_a_picture(planned: Program, tmp_path: Path) -> None:
    """`--plot` draws the tree into a file, or on standard output; other endings are refused, naming those there are."""
    planned.within("fork", "pilot@50", "b & c")
    file = tmp_path / "forks.SVG"
    answer = planned("productions", "--plot", file).done()
    assert len(answer.lines) == 2 and answer.err == f"{file}: 2 productions\n"
    texts = "".join(ElementTree.fromstring(file.read_text("utf-8")).itertext())
    assert "b & c" in texts and "from \u2068pilot\u2069@50" in texts
    assert planned.within("productions", "--plot", "-").done().raw == file.read_bytes()
    assert len(planned.within("productions", "--plot", file, "--json").done().json()) == 2
    planned.within("productions", "--plot", "-", "--json").misused("can't both be printed")
    planned("productions", "--plot", "forks.png").misused("choose from .svg")
    planned.within("productions", "--plot", tmp_path / "no" / "forks.svg").refused(
        "can't be written", "--plot"
    )


def test_no_production_yet(program: Program) -> None:
    """A studio that was made and not used shows nothing, and says what to do."""
    with Ledger(program.studio, create=True):
        pass
    answer = program("productions")
    assert (answer.code, answer.out) == (0, "") and "cineledger open NAME" in answer.err
