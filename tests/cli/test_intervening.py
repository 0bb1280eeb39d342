"""`cineledger intervene`."""

from collections.abc import Iterator
from pathlib import Path
from subprocess import Popen

import pytest

from tests.support.feature import feature
from tests.support.program import PATIENCE, Program

SCENES = 12
WHY = ("--reason", "I want to see it first.")


@pytest.fixture
def long_film(program: Program, tmp_path: Path) -> Program:
    """A production that takes a run many seconds."""
    script = tmp_path / "tide.fountain"
    script.write_text(feature(SCENES))
    program("open", "tide", "--script", script, "--vision", "Intimate and dark.").done()
    return program


@pytest.fixture
def going(long_film: Program) -> Iterator[Popen[bytes]]:
    """A run of it in another process, which has begun to plan."""
    with long_film.start("run", "tide", "--show") as run:
        _read_until(run, b" moved work to planning")
        yield run
        run.kill()


def _read_until(run: Popen[bytes], words: bytes) -> None:
    assert run.stdout is not None
    for line in run.stdout:
        if words in line:
            return
    raise AssertionError(f"the run ended without {words!r}")


def _ended(run: Popen[bytes]) -> tuple[int, str, str]:
    out, err = run.communicate(timeout=PATIENCE)
    return run.returncode, out.decode(), err.decode()


def test_pause_a_run_that_is_going_on(long_film: Program, going: Popen[bytes]) -> None:
    """The run in the other terminal ends at its next commit, says why, and goes on after the resumption."""
    answer = long_film("intervene", "tide", "pause", *WHY).done()
    pause = answer.lines[0].partition(" ")[0]
    assert answer.lines == [
        f"{pause} orchestrator paused the production: I want to see it first.",
        "Next: cineledger intervene tide resume",
    ]
    code, out, err = _ended(going)
    assert code == 1 and out.splitlines()[-1].startswith(f"{pause} ")
    assert err.splitlines() == [
        f"Refused: tide is paused, since {pause}: I want to see it first.",
        "Hint: Go on with: cineledger intervene tide resume; then run tide",
    ]
    assert f"tide@{long_film.head('tide')}" == pause
    long_film("run", "tide").refused(f"tide is paused, since {pause}", "intervene tide resume")
    long_film.within("run", "tide", "--until", "1").refused("tide is paused")
    assert ", paused" in long_film.within("productions").done().out
    assert long_film.rows("select status from productions") == [{"status": "paused"}]
    resumed = long_film("intervene", "tide", "resume").done()
    assert f"had the work go on that was paused at {pause.partition('@')[2]}" in resumed.lines[0]
    assert " execution: " in long_film("run", "tide", "--until", "execution").done().out
    long_film.within("verify").done()


def test_redirect_and_overrule_while_a_run_is_going_on(long_film: Program, going: Popen[bytes]) -> None:
    """What is said from another terminal is heeded by the run that is going on; nothing is lost, and it ends well."""
    music = "No music at all."
    told = long_film("intervene", "tide", "redirect", music, "--reason", "The sea is enough.").done()
    assert f"turned the work another way: {music}: The sea is enough." in told.lines[0]
    _read_until(going, b" asked: How are ")
    asked = "select number from questions where subject = 'design_approach'"
    design = f"tide@{long_film.rows(asked)[0]['number']}"
    overruled = long_film("intervene", "tide", "overrule", design, "lush", *WHY).done()
    code, _, err = _ended(going)
    assert code == 0, err
    log = long_film.within("log", "tide").done().lines
    assert {told.lines[0], overruled.lines[0]} <= set(log)
    chosen = "select proposal from decisions where subject = 'design_approach' and authority = 'orchestrator'"
    assert long_film.rows(chosen)
    kinds = [row["kind"] for row in long_film.rows("select kind from interventions order by number")]
    assert kinds == ["redirect", "overrule"]
    assert long_film.rows("select count(*) as cues from cues") == [{"cues": 0}]
    assert (
        long_film("run", "tide")
        .done()
        .out.startswith(f"tide@{long_film.head('tide')} refinement: 0 new events")
    )
    long_film.within("verify").done()


def test_a_reason_is_told_by_why(planned: Program) -> None:
    """What follows from an intervention names it, with its reason, among its causes."""
    (lit,) = planned.rows("select address from lighting where scene = '1'")
    brighter = ("--reason", "Brighter: I can't see her.")
    marker, *_ = planned("intervene", "pilot", "overrule", lit["address"], *brighter).done().lines
    planned.within("run", "pilot").done()
    assert marker in {line.strip() for line in planned.within("why", "pilot", "lighting", "1").done().lines}
    again = planned.within("intervene", "pilot", "overrule", lit["address"], *brighter)
    again.refused("is neither a decision nor work that stands", f"--about {lit['address']}")


def test_redirect_names_what_it_reopens(planned: Program) -> None:
    """--about takes as many addresses as you like; as JSON every event is told; words that mean nothing say so."""
    (design,) = planned.rows("select number from questions where subject = 'design_approach'")
    about = ("--about", f"pilot@{design['number']}", "--json")
    told = planned.within("intervene", "pilot", "redirect", "Simpler.", *WHY, *about).done().json()
    assert [event["type"] for event in told] == ["ProductionRedirected", "QuestionReopened", "BroadcastSent"]
    assert told[0]["fact"]["about"] == [design["number"]]
    plain = planned.within("intervene", "pilot", "redirect", "As my aunt would have it.", *WHY).done().lines
    assert "the crew hears it" in plain[-2]


@pytest.mark.parametrize(
    ("words", "because"),
    [
        ((), "After the name comes one of"),
        (("stop", *WHY), "After the name comes one of"),
        (("pause", "now", *WHY), "After the name comes one of"),
        (("redirect", *WHY), "After the name comes one of"),
        (("overrule", *WHY), "After the name comes one of"),
        (("pause",), "Say why"),
        (("redirect", "colder"), "Say why"),
        (("overrule", "pilot@3", "lush", "--reason", " "), "Say why"),
        (("pause", *WHY, "--about", "pilot@3"), "--about can't be given here"),
    ],
)
def test_misused(film: Program, words: tuple[str, ...], because: str) -> None:
    """What the words can't mean is said; nothing is recorded."""
    before = film.head()
    film.within("intervene", "pilot", *words).misused(because)
    assert film.head() == before


def test_refused(film: Program) -> None:
    """What can't be, is refused with what can; nothing is recorded."""
    before = film.head()
    film("intervene", "pilot", "resume").refused("it is not paused", "cineledger run")
    film.within("intervene", "pilot", "overrule", "pilot@1", *WHY).refused(
        "neither a decision", "cineledger note"
    )
    film.within("intervene", "pilot", "overrule", "pilot@9999", *WHY).refused("there is no event")
    film.within("intervene", "pilot", "redirect", "x", *WHY, "--about", "pilot@9999").refused(
        "there is no event"
    )
    film.within("intervene", "pilto", "resume").refused("there is no production pilto", "Did you mean pilot?")
    assert film.head() == before
