"""Whole runs of the program with Claude's mind, on a server of this machine."""

import signal
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest

from cineledger.agents.minds.request import Effort
from cineledger.cli.commands.running import EFFORTS
from tests.support import messages_server as server
from tests.support.claude import KEY
from tests.support.film import SCRIPT
from tests.support.messages_server import Handler, Messages, Seen, messages_server
from tests.support.program import PATIENCE, Program
from tests.support.schema_answers import from_schema

PRICE = Decimal("0.0025")
"""What each call to the server costs."""
FAILED = "SELECT count(*) AS n FROM events WHERE type = 'AnswerFailed'"


@pytest.fixture
def messages() -> Iterator[Messages]:
    with messages_server() as running:
        running.load(from_schema)
        yield running


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    monkeypatch.setenv("ANTHROPIC_API_KEY", KEY)
    monkeypatch.delenv("ANTHROPIC_BASE_URL", raising=False)
    return new(tmp_path / "studio")


def new(studio: Path) -> Program:
    """A studio with a film that nobody worked on."""
    program = Program(studio)
    program.within("open", "pilot", "--script", "-", "--vision", "Faces.", stdin=SCRIPT.encode()).done()
    return program


def go(program: Program, messages: Messages, *words: str) -> Any:
    """One run with Claude."""
    return program.within("run", "pilot", "--mind", "claude", "--base-url", messages.url, *words)


def paid(program: Program) -> tuple[int, Decimal]:
    """How many answers of Claude's the journal holds, and what they cost."""
    (row,) = program.rows(
        "SELECT count(*) AS n, sum(cost_usd) AS cost FROM completions WHERE mind = 'claude'"
    )
    return row["n"], Decimal(row["cost"] or 0)


def test_a_run_pays_each_answer_once(program: Program, messages: Messages) -> None:
    """Every call is an answer in the journal at its price; asked to go on, a finished run makes none."""
    go(program, messages).done()
    calls = len(messages.seen)
    assert calls > 40 and paid(program) == (calls, calls * PRICE)
    assert program.rows(FAILED)[0]["n"] > 0
    go(program, messages).done()
    assert len(messages.seen) == calls


def test_a_run_that_was_broken_off_goes_on_without_paying_twice(
    program: Program, messages: Messages, tmp_path: Path
) -> None:
    """Calls that fail in the middle end the run with a word of what to do; the next run comes to the same history."""
    healthy = 0

    def until_forty(handler: Handler, seen: Seen) -> None:
        nonlocal healthy
        healthy += 1
        busy = server.error(429, "rate_limit_error", "Too many", retry_after="3600")
        (from_schema if healthy <= 40 else busy)(handler, seen)

    messages.load(until_forty)
    broken = go(program, messages)
    assert broken.code == 3
    assert f"{messages.url} takes no more calls for now (Too many)" in broken.err
    assert "the same command goes on" in broken.err and "Traceback" not in broken.err
    assert paid(program)[0] == 40
    messages.load(from_schema)
    go(program, messages).done()
    whole = new(tmp_path / "whole")
    messages.load(from_schema)
    go(whole, messages).done()
    assert paid(program) == paid(whole)
    assert program.digest() == whole.digest()


def test_a_key_that_is_refused_ends_the_run(program: Program, messages: Messages) -> None:
    """At the first call, with what to do; nothing is paid, and nothing tells the key."""
    messages.load(server.error(401, "authentication_error", f"invalid x-api-key: {KEY}"))
    refused = go(program, messages)
    assert refused.code == 1 and "does not accept the API key" in refused.err
    assert "ANTHROPIC_API_KEY" in refused.err and KEY not in refused.err
    assert paid(program) == (0, Decimal(0))


def test_without_a_key_nothing_is_done(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program says how to get on, and asks nobody."""
    monkeypatch.delenv("ANTHROPIC_API_KEY")
    refused = program.within("run", "pilot", "--mind", "claude")
    assert refused.code == 1 and "--mind house" in refused.err
    assert paid(program) == (0, Decimal(0))


def test_recorded_answers_need_no_key(
    program: Program, messages: Messages, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was answered once can be gone through again where nobody can be asked."""
    go(program, messages).done()
    monkeypatch.delenv("ANTHROPIC_API_KEY")
    program.within("run", "pilot", "--recorded").done()


def test_a_budget_is_never_exceeded(program: Program, messages: Messages) -> None:
    """Not by one call, nor across runs, however many are made at once; and the run says how to go on."""
    for budget in ("0.25", "0.28"):
        stopped = go(program, messages, "--budget", budget)
        assert stopped.code == 1 and "could cost" in stopped.err and "--budget" in stopped.err
        calls, cost = paid(program)
        assert calls > 8
        assert cost <= Decimal(budget) and calls * PRICE == cost


def test_a_run_that_is_stopped_makes_no_more_calls(program: Program, messages: Messages) -> None:
    """Ctrl-C waits for the calls under way, keeps their answers, and has no other made, not even those in line."""

    def slowly(handler: Handler, seen: Seen) -> None:
        time.sleep(2)
        from_schema(handler, seen)

    messages.load(slowly)
    words = ("--mind", "claude", "--base-url", messages.url, "--jobs", "64")
    going = program.start("run", "pilot", *words)
    until = time.monotonic() + PATIENCE
    while not messages.seen and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(0.5)
    going.send_signal(signal.SIGINT)
    made = len(messages.seen)
    going.communicate(timeout=PATIENCE)
    assert going.returncode == 130
    assert 0 < made == len(messages.seen) == paid(program)[0]


def test_how_hard_to_think_is_told(program: Program, messages: Messages) -> None:
    """Every call says so; a model that can't be told is refused before anything is asked."""
    assert EFFORTS == get_args(Effort)
    messages.load(server.error(401, "authentication_error"))
    go(program, messages, "--effort", "low")
    assert {seen.body["output_config"]["effort"] for seen in messages.seen} == {"low"}
    messages.load(from_schema)
    words = ("--mind", "claude:claude-haiku-4-5", "--effort", "low", "--base-url", messages.url)
    program.within("run", "pilot", *words).refused("can't be told how hard to think", "--effort")
    assert messages.seen == []


def test_a_call_that_was_cut_stays_set_aside(program: Program, messages: Messages) -> None:
    """Nobody knows what it cost: it counts against the budget, and is asked again."""
    messages.load(server.cut(), from_schema)
    go(program, messages, "--budget", "9", "--jobs", "1").done()
    (row,) = program.rows("SELECT sum(attempts) AS n FROM completions WHERE mind = 'claude'")
    assert int(row["n"]) == len(messages.seen) == paid(program)[0] + 1


def test_the_key_is_nowhere_in_the_studio(program: Program, messages: Messages) -> None:
    """No file of it holds the key, whatever the server says of it."""
    messages.load(server.error(500, "api_error", KEY, x_should_retry="true", retry_after="0"), from_schema)
    done = go(program, messages)
    assert KEY not in done.err + done.out
    for file in program.studio.rglob("*"):
        assert not file.is_file() or KEY.encode() not in file.read_bytes()
