"""`cineledger run`."""

import signal
from pathlib import Path

import pytest

from cineledger.domain.work.commands import STANDS
from tests.support.film import SCRIPT
from tests.support.inbox import approve_the_rest, shown
from tests.support.program import Program

ASKED = "l = later"
APPROVE = (ASKED, "a\n")
UP = ["score_approach", "visual_approach"]
"""On what the crew of `pilot` asks the orchestrator."""


def authorities(program: Program) -> dict[str, str]:
    """Under which authority each subject that goes up was decided, last of all."""
    rows = program.rows("select subject, authority from decisions order by number")
    return {row["subject"]: row["authority"] for row in rows if row["subject"] in UP}


def test_run_to_the_end(opened: Program) -> None:
    """In a pipe a run is quiet, obeys the standing orders, and ends in one line."""
    answer = opened("run", "PILOT").done()
    assert len(answer.lines) == 1 and answer.err == ""
    assert answer.out.startswith(f"pilot@{opened.head()} refinement: ")
    assert {row["authority"] for row in opened.rows("from decisions")} >= {"standing_order"}
    assert opened("run", "pilot").done().out.startswith(f"pilot@{opened.head()} refinement: 0 new events, ")


def test_run_as_json(opened: Program) -> None:
    """`--json` is one document: where it stands, what is new, and what awaits whom."""
    before = opened.head()
    found = opened("run", "pilot", "--json", "--show", "--jobs", "4").done().json()
    assert found["head"] == f"pilot@{opened.head()}" and found["phase"] == "refinement"
    assert found["events"] == opened.head() - before
    assert found["awaits"] == {"orchestrator": [], "crew": []}


def test_jobs_change_nothing(opened: Program, film: Program) -> None:
    """At any number of asks at once the history is the same."""
    opened("run", "pilot", "--jobs", "8").done()
    assert opened.digest() == film.digest()
    opened.within("run", "pilot", "--jobs", "0").misused("--jobs")


def test_show_tells_every_event(opened: Program) -> None:
    """`--show` prints what the log will say, event by event, the orchestrator's own included; left out is only that
    a department's work stands."""
    before = opened.head()
    shown = opened("run", "pilot", "--show").done().lines[:-1]
    log = opened.within("log", "pilot").done().lines[before + 1 :]
    assert shown == [line for line in log if not line.endswith(f" had nothing to say: {STANDS}")]


def test_until_a_phase(opened: Program, film: Program) -> None:
    """`--until PHASE` stops on entering it, in any case; a run that goes on leaves the same history."""
    assert " execution: " in opened("run", "pilot", "--until", "Execution").done().out
    assert opened.rows("select count(*) as shots from shots") == [{"shots": 0}]
    assert "0 new events" in opened.within("run", "pilot", "--until", "planning").done().out
    opened("run", "pilot").done()
    assert opened.digest() == film.digest()


def test_until_a_number(opened: Program, film: Program) -> None:
    """`--until NUMBER` stops with the commit that holds the event."""
    opened("run", "pilot", "--until", "40").done()
    assert 40 <= opened.head() < film.head()
    opened.within("run", "pilot", "--until", str(10**30)).done()
    assert opened.digest() == film.digest()


@pytest.mark.parametrize("until", ["soon", "-1", "", "4.5", "²"])
def test_until_what(opened: Program, until: str) -> None:
    """Anything but a phase or a number is wrong usage that names the phases."""
    before = opened.head()
    opened.within("run", "pilot", "--until", until).misused("planning, execution, review, refinement")
    assert opened.head() == before


def test_none_stops_at_what_goes_up(opened: Program, stopped: Program) -> None:
    """`--approve none` goes as far as it can, stops cleanly and says what awaits whom."""
    answer = opened("run", "pilot", "--approve", "none").done()
    assert "planning: " in answer.out and "recommended, " in answer.out
    assert answer.lines[-1].startswith("Awaits you: cineledger inbox pilot")
    found = opened("run", "pilot", "--approve", "none", "--json").done().json()
    waiting = stopped.within("inbox", "pilot", "--json").json()
    assert sorted(entry["subject"] for entry in waiting) == UP
    assert found["awaits"] == {"orchestrator": [w["address"] for w in waiting], "crew": []}
    assert found["events"] == 0
    assert "refinement: " in opened("run", "pilot", "--approve", "standing").done().out


def test_ask_in_a_pipe_asks_nobody(opened: Program) -> None:
    """Where nobody looks, `--approve ask` stops at the first approval instead of waiting for an answer."""
    answer = opened("run", "pilot", "--approve", "ask").done()
    assert "Awaits you: " in answer.out


def test_ask_the_person_at_the_terminal(opened: Program) -> None:
    """On a terminal each approval is put to the person; `a` approves; what each would touch is said."""
    seen, code = opened.at_terminal("run", "pilot", "--quiet", says=[(ASKED, "what?\n")], then=APPROVE)
    assert code == 0 and "Type a, r, l, or one of " in seen and " refinement: " in seen
    assert seen.count(ASKED) == len(UP) + 1
    assert "shots and sets designed will rest on it" in seen
    assert authorities(opened) == dict.fromkeys(UP, "orchestrator")


def test_answer_with_a_number(opened: Program) -> None:
    """A proposal's number, or its address, chooses it."""
    seen, code = opened.at_terminal("run", "pilot", then=(ASKED, "l\n"))
    assert code == 0 and "Awaits you: " in seen and seen.count(ASKED) == len(UP)
    rival = next(p["address"] for p in shown(opened)["proposals"] if not p["recommended"])
    approve_the_rest(opened)
    seen, code = opened.at_terminal("run", "pilot", "--approve", "ask", says=[(ASKED, f"{rival}\n")])
    assert code == 0 and " refinement: " in seen
    (decision,) = opened.rows("from decisions where subject = 'visual_approach'")
    assert f"pilot@{decision['proposal']}" == rival


def test_answer_with_a_rejection(opened: Program) -> None:
    """`r` asks what is wrong, keeps the note, and what is put up next is another proposal."""
    says = [(ASKED, "r\n"), ("What is wrong with it", "too dark\n")]
    seen, code = opened.at_terminal("run", "pilot", says=says, then=APPROVE)
    assert code == 0 and " refinement: " in seen
    assert "too dark" in opened("log", "pilot").done().out
    (turned_down,) = opened.rows(
        "select fact ->> 'proposal' as proposal, fact ->> 'note' as note from events "
        "where type = 'ProposalRejected'"
    )
    assert turned_down["note"] == "too dark"
    assert int(turned_down["proposal"]) not in {row["proposal"] for row in opened.rows("from decisions")}
    assert authorities(opened) == dict.fromkeys(UP, "orchestrator")


def test_leave_it_for_later(opened: Program, stopped: Program) -> None:
    """The end of the terminal's input leaves the questions in the inbox, and the studio as it is."""
    seen, code = opened.at_terminal("run", "pilot", says=[(ASKED, "\x04")])
    assert code == 130 and "the same command goes on" in seen
    assert opened.within("inbox", "--json").json() == stopped.within("inbox", "--json").json() != []
    assert opened.head() == stopped.head()


def test_interrupted(opened: Program, film: Program) -> None:
    """Ctrl-C in the middle of a run keeps what was committed; running again leaves the same history."""
    going = opened.start("run", "pilot", "--show")
    assert going.stdout is not None and going.stderr is not None
    for _ in range(8):
        going.stdout.readline()
    going.send_signal(signal.SIGINT)
    assert going.wait(30) in (130, 0)
    assert b"Traceback" not in going.stderr.read()
    going.stdout.close()
    going.stderr.close()
    opened.within("verify").done()
    opened("run", "pilot").done()
    assert opened.digest() == film.digest()


def test_two_runs_at_once(opened: Program, film: Program) -> None:
    """Two processes that run one production leave the facts of one."""
    going = [opened.start("run", "pilot", "--approve", "standing") for _ in range(2)]
    for one in going:
        _, err = one.communicate(timeout=60)
        assert one.returncode == 0, err
    differing = "('ApprovalModeSet', 'CompletionRecorded')"
    facts = f"select number, actor, type, fact from events where type not in {differing} order by all"
    assert opened.rows(facts) == film.rows(facts)


def test_nothing_to_plan(program: Program) -> None:
    """A script without scenes ends the run at once, with the reason."""
    program("open", "pilot", "--script", "-", stdin=b"Title: Only a title page\n")
    for _ in range(2):
        _, *reasons = program("run", "pilot").done().lines
        (reason,) = reasons
        assert "no scene" in reason


def test_who_thinks(opened: Program) -> None:
    """Only minds that there are can think."""
    opened("run", "pilot", "--mind", "house", "--until", "22").done()
    opened("run", "pilot", "--mind", "none").refused("there is no mind none", "house")


def test_omitted_shots_are_counted_beside_the_others(planned: Program, tmp_path: Path) -> None:
    """The shots of a scene that a draft leaves out are told apart from those that are to be made."""
    draft = tmp_path / "draft.fountain"
    draft.write_text(SCRIPT[: SCRIPT.rindex("EXT.")])
    planned.within("import", "pilot", draft, "--yes").done()
    told = planned.within("run", "pilot").done().lines[0]
    (omitted,) = planned.rows("select count(*) as count from shots where status = 'omitted'")
    assert omitted["count"] and f" shots, {omitted['count']} omitted, " in told
