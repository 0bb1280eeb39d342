"""Whole films over the real SDK and the real program, against a server of this machine."""

import random
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from cineledger.agents.ask import Ask
from cineledger.domain.ledger import Ledger
from cineledger.domain.ledger.accounts import Account
from tests.support.film import SCRIPT
from tests.support.house_server import HouseServer
from tests.support.messages_server import Handler, Messages, Seen, Step, cut, messages_server
from tests.support.program import Answer, Program

KEY = "sk-ant-api03-not-to-be-seen-anywhere"
CLAUDE = ("--mind", "claude")


class Filmed(NamedTuple):
    """A short film made with Claude within five dollars."""

    program: Program
    said: dict[str, Any]
    """What the run said of itself."""
    calls: int


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Messages]:
    """A server, and an environment in which the program finds it."""
    with messages_server() as messages:
        monkeypatch.setenv("ANTHROPIC_BASE_URL", messages.url)
        monkeypatch.setenv("ANTHROPIC_API_KEY", KEY)
        yield messages


@pytest.fixture(scope="module")
def kettle(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """A short film, opened."""
    folder = tmp_path_factory.mktemp("kettle")
    program, script = Program(folder / "studio"), folder / "kettle.fountain"
    script.write_text(SCRIPT)
    program("open", "pilot", "--script", script, "--vision", "Intimate: faces before places.").done()
    return program


@pytest.fixture
def opened(kettle: Program, tmp_path: Path) -> Program:
    """A short film, opened, to be worked on."""
    return kettle.copied(tmp_path / "studio")


@pytest.fixture(scope="module")
def filmed(kettle: Program, tmp_path_factory: pytest.TempPathFactory) -> Filmed:
    """The film, made once."""
    program = kettle.copied(tmp_path_factory.mktemp("filmed") / "studio")
    with messages_server() as server:
        server.load(HouseServer().step())
        env: Any = {"ANTHROPIC_BASE_URL": server.url, "ANTHROPIC_API_KEY": KEY}
        run = program("run", "pilot", *CLAUDE, "--budget", "5.00", "--json", **env).done().json()
        return Filmed(program, run, len(server.seen))


def spent(program: Program) -> tuple[Decimal, Decimal]:
    """What calls cost, and what counts against a cap."""
    with Ledger(program.studio) as ledger:
        balance = Account(ledger, "pilot").balance
        return balance.spent, balance.taken


def test_a_film_within_its_budget(filmed: Filmed) -> None:
    """Each call is settled, each answer kept once with what it took."""
    assert filmed.said["phase"] == "refinement" and filmed.said["spending"]["held_usd"] == "0.00"
    cost, taken = spent(filmed.program)
    assert Decimal(0) < cost == taken < 5
    (row,) = filmed.program.rows(
        "select count(*) as answers, sum(cost_usd) as cost, sum(cache_read) as cached, sum(input_tokens) as read, "
        "bool_and(len(prompt) > 2) as told from completions where mind = 'claude'"
    )
    assert row["told"] and Decimal(str(row["cost"])) == cost
    assert 0.3 < float(row["cached"]) / float(row["read"]) < 1
    assert row["answers"] == filmed.calls == filmed.said["spending"]["calls"]


def test_the_key_is_seen_nowhere(opened: Program, server: Messages) -> None:
    """Not in the ledger, not in a prompt, not in what the program says, also where a server says it back."""

    def says_it_back(handler: Handler, seen: Seen) -> None:
        body = (
            f'{{"type":"error","error":{{"type":"authentication_error","message":"bad key {KEY}"}}}}'.encode()
        )
        handler.send_response(401)
        handler.send_header("content-type", "application/json")
        handler.send_header("content-length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    house = HouseServer(lambda ask, before: f'{{"reason": "{KEY}"}}' if before == 0 else None)
    server.load(house.step())
    opened("run", "pilot", *CLAUDE, "--until", "execution").done()
    server.load(says_it_back)
    stopped = opened("run", "pilot")
    assert stopped.code == 1 and "ANTHROPIC_API_KEY" in stopped.err
    answers = [stopped, opened("log", "pilot"), opened("minds"), opened("costs", "pilot", "--json")]
    assert not any(KEY in answer.out + answer.err for answer in answers)
    request = server.seen[0]
    assert KEY in str(request.headers) and KEY not in str(request.body)


def test_killed_again_and_again(opened: Program, server: Messages) -> None:
    """Whenever a run dies, the next goes on: the same film in the end, nothing paid twice, the cap never passed."""
    moments = random.Random(142)
    server.load(_slowly(HouseServer().step()))
    opened("run", "pilot", "--until", "0", *CLAUDE, "--budget", "20.00").done()
    for _ in range(3):
        run = opened.start("run", "pilot", "--jobs", "8")
        time.sleep(moments.uniform(0.3, 2.5))
        run.kill()
        run.communicate()
    final = opened("run", "pilot", "--json").done().json()
    assert final["phase"] == "refinement"
    cost, taken = spent(opened)
    assert cost <= taken <= 20
    calls = opened.rows("select key, count(*) as times from calls where status = 'settled' group by key")
    assert max(row["times"] for row in calls) == 1
    kept = opened.rows("select key from completions where mind = 'claude'")
    assert {row["key"] for row in kept} == {row["key"] for row in calls}
    opened("verify").done()


def _slowly(step: Step, seconds: float = 0.03) -> Step:
    def slow(handler: Handler, seen: Seen) -> None:
        time.sleep(seconds)
        step(handler, seen)

    return slow


def test_a_small_budget_stops_a_run_that_goes_on_with_a_larger_one(opened: Program, server: Messages) -> None:
    """The run says what is left and what to do; raised, it goes on where it stopped; the house goes on for nothing."""
    server.load(HouseServer().step())
    stopped = opened("run", "pilot", *CLAUDE, "--budget", "0.50")
    assert stopped.code == 1 and "of the $0.50 is left" in stopped.err and "--budget" in stopped.err
    cost, taken = spent(opened)
    assert Decimal(0) < cost == taken <= Decimal("0.50")
    asked = len(server.seen)
    opened("run", "pilot", "--mind", "house", "--until", "execution").done()
    assert len(server.seen) == asked
    opened("run", "pilot", *CLAUDE, "--budget", "2.00").done()
    assert len(server.seen) > asked and cost < spent(opened)[0] <= Decimal("2.00")


def test_trouble_passes(opened: Program, server: Messages) -> None:
    """A server that fails now and then is asked again; each failure is kept with the answer that came in the end."""
    house, count = HouseServer().step(), Counter[str]()

    def now_and_then(handler: Handler, seen: Seen) -> None:
        count["calls"] += 1
        if count["calls"] % 7 == 3:
            _overloaded(handler, seen)
        elif count["calls"] % 11 == 5:
            cut(1, reset=True)(handler, seen)
        else:
            house(handler, seen)

    server.load(now_and_then)
    assert opened("run", "pilot", *CLAUDE, "--json", "--jobs", "8").done().json()["phase"] == "refinement"
    (row,) = opened.rows("select count(*) as tried from completions where attempts > 1")
    assert row["tried"] > 3
    statuses = opened.rows("select status, count(*) as calls from calls group by status")
    assert {row["status"] for row in statuses} == {"settled", "unknown"}


def _overloaded(handler: Handler, seen: Seen) -> None:
    body = b'{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}'
    handler.send_response(529)
    handler.send_header("content-type", "application/json")
    handler.send_header("retry-after", "0")
    handler.send_header("content-length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def test_bad_answers_are_put_right(opened: Program, server: Messages) -> None:
    """Every third answer of a kind is no answer at first: the model is told why, and mends it."""
    bad = ("", "I'd rather not say.", '{"reason": 3}', "[]", '{"place": 99, "criterion": "x", "reason": "y"}')

    def wrong(ask: Ask, before: int) -> str | None:
        return bad[before // 3 % len(bad)] if before % 3 == 0 else None

    house = HouseServer(wrong)
    server.load(house.step())
    assert opened("run", "pilot", *CLAUDE, "--json").done().json()["phase"] == "refinement"
    assert sum(page.corrected for page in house.asked) >= 5
    outcomes = {row["outcome"] for row in opened.rows("select distinct outcome from completions")}
    assert outcomes == {"ok", "invalid"}
    assert opened.rows("from failures") == []


def test_minds_are_mixed(opened: Program, server: Messages) -> None:
    """One role on Claude, one on another model, the rest on the house: each answer says who gave it."""
    server.load(HouseServer().step())
    opened("crew", "pilot", "--role", "writer", "--mind", "claude").done()
    opened("crew", "pilot", "--role", "MAYA", "--mind", "claude:claude-haiku-4-5").done()
    opened("run", "pilot").done()
    rows = opened.rows("select distinct role, mind, requested from completions")
    minds = {row["role"]: (row["mind"], row["requested"]) for row in rows}
    assert minds["writer"][0] == "claude" and minds["cast:MAYA"] == ("claude", "claude-haiku-4-5")
    assert minds["director"] == ("house", None)


def test_recorded_answers_only(filmed: Filmed, server: Messages, tmp_path: Path) -> None:
    """What is done asks nothing again; with --recorded a fork goes on as far as answers reach, and asks nobody."""
    made = filmed.program.copied(tmp_path / "studio")
    made("run", "pilot").done()
    decided = [row["number"] for row in made.rows("select number from decisions order by number")]
    made("fork", f"pilot@{decided[len(decided) // 2]}", "again").done()
    made("run", "again", "--recorded").done()
    shots = "select shot, size, movement from shots where production = '{}' order by all"
    assert made.rows(shots.format("again")) == made.rows(shots.format("pilot"))
    made("fork", "pilot@60", "other").done()
    made("broadcast", "other", "Everything handheld, and wide.").done()
    stopped: Answer = made("run", "other", "--recorded")
    assert stopped.code == 1 and "no answer is recorded" in stopped.err
    assert not server.seen


def test_without_a_key(opened: Program) -> None:
    """Claude without a key is refused before anything is done, with what to do."""
    stopped = opened("run", "pilot", *CLAUDE, ANTHROPIC_API_KEY="", ANTHROPIC_BASE_URL="")
    assert stopped.code == 1 and "API key" in stopped.err and "--mind house" in stopped.err
    assert {row["type"] for row in opened.rows("from events where number > 44")} <= {"MindAssigned"}


def test_ctrl_c_waits_for_calls_and_again_leaves_them(opened: Program, server: Messages) -> None:
    """Once: the calls under way end and are kept. Twice: the program leaves, and what they could cost stays aside."""
    slow = _slowly(HouseServer().step(), 3.0)
    for times in (1, 2):
        server.load(slow)
        run = opened.start("run", "pilot", *CLAUDE, "--budget", "20.00", "--jobs", "4")
        _until(lambda: len(server.seen) >= 4)
        began = time.monotonic()
        for _ in range(times):
            run.send_signal(signal.SIGINT)
            time.sleep(0.5)
        _, err = run.communicate(timeout=30)
        assert run.returncode == 130 and b"Waiting for" in err and b"goes on from there" in err
        cost, taken = spent(opened)
        if times == 1:
            assert cost == taken > 0
        else:
            assert time.monotonic() - began < 2.5 and taken > cost
    assert opened("verify").done()


def _until(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.02)
