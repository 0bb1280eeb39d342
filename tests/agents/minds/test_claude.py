"""The Claude mind through the real SDK: what every kind of reply is worth, and what is recorded of it."""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from cineledger.agents.minds.calling import Door
from cineledger.agents.minds.claude import ClaudeMind, claude_mind
from cineledger.agents.minds.mind import Asked, Correction
from cineledger.agents.minds.prices import default_model, model
from cineledger.agents.noting.holding import WeighNote
from cineledger.agents.offering import Offered
from cineledger.domain.address import Address
from cineledger.domain.journal import Usage
from cineledger.domain.ledger import Ledger
from cineledger.domain.ledger.accounts import Account
from cineledger.domain.refusal import Refused
from tests.support.claude import ANSWER, ASK, KEY, RememberingPurse, claude, complete
from tests.support.messages_server import Handler, Messages, Seen, messages_server, says

AT = Address("pilot", 7)


@pytest.fixture(scope="module")
def messages() -> Iterator[Messages]:
    with messages_server() as running:
        yield running


def test_an_answer_is_recorded_with_all_it_took(messages: Messages) -> None:
    """Model, message, usage as the server counts it, rates, cost and the hashes of what was sent."""
    usage = {
        "input_tokens": 100,
        "output_tokens": 1,
        "cache_read_input_tokens": 2_000,
        "cache_creation_input_tokens": 500,
        "cache_creation": {"ephemeral_5m_input_tokens": 400, "ephemeral_1h_input_tokens": 100},
    }
    messages.load(says(ANSWER, usage=usage, thought="Hm.", model="claude-sonnet-5-5-20260901"))
    purse, kept = RememberingPurse(), dict[str, str]()

    def keep(text: str) -> str:
        return kept.setdefault(text, f"piece {len(kept)}")

    answered = complete(claude(messages.url, purse, keep=keep))
    assert (answered.outcome, answered.answer) == ("ok", Offered(rival=None).model_dump(mode="json"))
    assert answered.model == "claude-sonnet-5-5-20260901"
    assert (answered.input_tokens, answered.output_tokens) == (2_600, 50)
    call = answered.call
    assert call is not None and call.requested == "claude-sonnet-5-5"
    assert (call.message_id, call.request_id, call.stop_reason) == ("msg_1", "req_1", "end_turn")
    assert call.usage == Usage(input=100, output=50, cache_read=2_000, cache_write_5m=400, cache_write_1h=100)
    assert dict(call.rates) == {
        "input": "2",
        "output": "10",
        "cache_read": "0.1",
        "cache_write_5m": "2.5",
        "cache_write_1h": "4",
    }
    assert answered.cost_usd == Decimal("0.0023") == purse.spent
    assert call.prompt == tuple(kept.values()) and any(ASK.idea in text for text in kept)
    assert (call.text, call.problem, call.failures) == ("", None, ())


def test_the_key_goes_with_the_call_and_stays_out_of_the_record(messages: Messages) -> None:
    """The server gets the key in the head of the call; no completion holds it."""
    messages.load(says(ANSWER))
    answered = complete(claude(messages.url, RememberingPurse()))
    (seen,) = messages.seen
    assert any(KEY in value for value in seen.headers.values())
    assert seen.path == "/v1/messages" and seen.body["stream"] is True
    assert KEY not in answered.model_dump_json()


WORTH: dict[str, tuple[Any, str, str]] = {
    "refused": (
        says("I can't", "refusal", details={"category": "cyber", "explanation": None}),
        "refused",
        "cyber",
    ),
    "refused without a word": (says(None, "refusal"), "refused", ""),
    "too long": (says('{"rival": {"opt', "max_tokens"), "truncated", "longer than an answer may be"),
    "beyond the window": (
        says('{"ri', "model_context_window_exceeded"),
        "truncated",
        "longer than the model can hold",
    ),
    "stopped by a sequence": (says(ANSWER, "stop_sequence"), "ok", ""),
    "a reason of later days": (says(ANSWER, "done"), "ok", ""),
    "nothing": (says(None), "invalid", "no text in it"),
    "blank": (says("  \n"), "invalid", "no text in it"),
    "prose": (says("I'd rather not."), "invalid", "no JSON"),
    "wrong shape": (says('{"rivals": []}'), "invalid", "rival: Field required"),
    "thought only": (says(None, "max_tokens", thought="Hm."), "truncated", "longer than an answer"),
    "look-ups without an end": (
        says(None, "tool_use", tools=[("peek", {"at": "it"})]),
        "paused",
        "gave no answer",
    ),
    "a call of tools without one": (says("Well", "tool_use"), "paused", "gave no answer"),
    "pauses without an end": (says("…", "pause_turn"), "paused", "again and again"),
}
"""How a reply ends, the outcome, and a word of what is wrong."""


@pytest.mark.parametrize("name", WORTH)
def test_every_reply_that_was_paid_for_is_a_value(messages: Messages, name: str) -> None:
    """Whatever a model says and why ever it stops: it is recorded with its cost, nothing raises, nothing is held."""
    step, outcome, problem = WORTH[name]
    messages.load(step)
    purse = RememberingPurse()
    answered = complete(claude(messages.url, purse))
    assert answered.outcome == outcome
    assert answered.call is not None and problem in (answered.call.problem or "")
    assert answered.cost_usd == purse.spent == Decimal("0.0025") * len(messages.seen)
    assert purse.held == 0
    assert (answered.answer == {}) is (outcome != "ok")


def test_a_pause_is_gone_on_from(messages: Messages) -> None:
    """The model finds what it said, and its answer is paid with its pauses."""
    messages.load(says("Let me see.", "pause_turn"), says(ANSWER))
    answered = complete(claude(messages.url, RememberingPurse()))
    assert (answered.outcome, answered.attempts, answered.output_tokens) == ("ok", 2, 100)
    *_, said = messages.seen[1].body["messages"]
    assert said == {"role": "assistant", "content": [{"type": "text", "text": "Let me see."}]}


class Peek:
    """A tool that says what it was asked, and where."""

    name = "peek"
    description = "Says what it was asked."
    schema: Mapping[str, Any] = {
        "type": "object",
        "properties": {"at": {"type": "string"}},
        "required": ["at"],
        "additionalProperties": False,
    }

    def run(self, typed: Mapping[str, Any], at: Address) -> str:
        """What was typed; refuses what is nowhere."""
        if typed["at"] == "nowhere":
            raise Refused("there is nothing there", "Look elsewhere.")
        return f"{typed['at']} as of {at}"


def test_a_look_up_is_answered_and_recorded(messages: Messages) -> None:
    """The result goes back with its call, thought goes back untouched, and all of it is on the record."""
    look = says("I look.", "tool_use", tools=[("peek", {"at": "the boat"})], thought="Hm.")
    messages.load(look, says(ANSWER))
    purse = RememberingPurse()
    answered = complete(claude(messages.url, purse, tools=[Peek()]), Asked(ASK, at=AT))
    assert answered.outcome == "ok" and answered.call is not None
    (used,) = answered.call.tools
    assert (used.tool, used.input, used.result) == ("peek", '{"at": "the boat"}', "the boat as of pilot@7")
    assert not used.failed
    first, second = (seen.body for seen in messages.seen)
    assert [tool["name"] for tool in first["tools"]] == ["peek"]
    *_, said, result = second["messages"]
    assert [block["type"] for block in said["content"]] == ["thinking", "text", "tool_use"]
    assert said["content"][0] == {"type": "thinking", "thinking": "Hm.", "signature": "c2ln"}
    assert result["content"][0]["tool_use_id"] == said["content"][2]["id"]
    assert len(purse.reserved) == 2 and answered.cost_usd == Decimal("0.005")


def test_whoever_looks_things_up_holds_no_money_meanwhile(messages: Messages, tmp_path: Path) -> None:
    """With a budget for hardly more than one call at a time, a call between two replies waits for nobody: not for
    itself, and not for another that waits as well."""
    _, account = ledger_in(tmp_path)
    look = says(None, "tool_use", tools=[("peek", {"at": "a"})])

    def looks_first(handler: Handler, seen: Seen) -> None:
        (look if len(seen.body["messages"]) == 1 else says(ANSWER))(handler, seen)

    messages.load(looks_first)
    account.cap = Decimal("0.45")
    mind = ClaudeMind(
        model(default_model()), Door(messages.url, "none"), account, tools=lambda r, t: [Peek()]
    )
    asks = [Asked(ASK.model_copy(update={"idea": f"Idea {n}."}), at=AT) for n in range(6)]
    with ThreadPoolExecutor(6) as pool:
        futures = [pool.submit(complete, mind, asked) for asked in asks]
        answers = [future.result(timeout=30) for future in futures]
    assert [answer.outcome for answer in answers] == ["ok"] * 6
    assert account.balance.spent == sum(a.cost_usd for a in answers) == Decimal("0.03")
    assert account.balance.held == {}


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "there is nothing there. Look elsewhere.": ({"at": "nowhere"}, "peek"),
    "at is missing": ({}, "peek"),
    "at is no string": ({"at": 3}, "peek"),
    "there is no from; known are: at": ({"at": "x", "from": "y"}, "peek"),
    "there is no tool delete": ({"at": "x"}, "delete"),
    "at most 4000 are read": ({"at": "x" * 5_000}, "peek"),
}


@pytest.mark.parametrize("result", WRONG)
def test_a_look_up_that_fails_is_a_result(messages: Messages, result: str) -> None:
    """Whatever a model asks of a tool, it is told what is wrong, and nothing raises."""
    typed, name = WRONG[result]
    messages.load(says(None, "tool_use", tools=[(name, typed)]), says(ANSWER))
    answered = complete(claude(messages.url, RememberingPurse(), tools=[Peek()]), Asked(ASK, at=AT))
    assert answered.call is not None
    (used,) = answered.call.tools
    assert used.failed and result in used.result
    assert messages.seen[1].body["messages"][-1]["content"][0]["is_error"] is True


def test_look_ups_are_bounded(messages: Messages) -> None:
    """After six, however they come, the model is told that none is left and can only answer."""
    twice = says(None, "tool_use", tools=[("peek", {"at": "a"}), ("peek", {"at": "b"})])
    messages.load(twice, twice, twice, twice, says(ANSWER))
    answered = complete(claude(messages.url, RememberingPurse(), tools=[Peek()]), Asked(ASK, at=AT))
    assert answered.outcome == "ok" and answered.call is not None
    assert [used.failed for used in answered.call.tools] == [False] * 6 + [True] * 2
    assert [seen.body.get("tool_choice") for seen in messages.seen] == [None] * 3 + [{"type": "none"}] * 2


def test_no_request_holds_more_marks_than_a_server_takes(messages: Messages) -> None:
    """At most four pieces of a request end what the server may keep, however long the talk."""
    look = says(None, "tool_use", tools=[("peek", {"at": "a"})])
    messages.load(look, look, look, look, look, says(ANSWER))
    ask = ASK.model_copy(update={"said": ("x" * 3_000,), "idea": "y" * 3_000})
    complete(claude(messages.url, RememberingPurse(), tools=[Peek()]), Asked(ask, at=AT))
    for seen in messages.seen:
        blocks = [*seen.body["system"], *(b for turn in seen.body["messages"] for b in turn["content"])]
        assert 3 <= sum("cache_control" in block for block in blocks) <= 4


def test_a_budget_is_asked_before_every_call(messages: Messages) -> None:
    """Where the purse does not hold the most that a call can cost, no call is made."""
    messages.load(says(ANSWER))
    purse = RememberingPurse(cap=Decimal("0.1"))
    with pytest.raises(Refused, match="the cap is reached"):
        complete(claude(messages.url, purse))
    assert messages.seen == []


def test_no_call_costs_more_than_was_set_aside(messages: Messages) -> None:
    """What is set aside is no less than what the longest answer to an ask costs, all of it written to the cache."""
    ask = WeighNote(role="director", note="Tränen, 涙, 😭 " * 400)
    read = len(WeighNote.model_dump_json(ask).encode())
    usage = {"input_tokens": 0, "output_tokens": 1, "cache_creation_input_tokens": read}
    messages.load(says(ANSWER, "max_tokens", usage=usage, output=16_000))
    purse = RememberingPurse()
    answered = complete(claude(messages.url, purse), Asked(ask))
    assert answered.cost_usd <= purse.reserved[0] < answered.cost_usd * 2


def test_what_is_asked_again_is_another_request(messages: Messages) -> None:
    """Earlier answers and what was wrong with them go along, with room for a longer answer, under a key of its own."""
    messages.load(says(ANSWER))
    mind = claude(messages.url, RememberingPurse())
    asked = Asked(ASK, (Correction(answer='{"rival": {', why="it was cut off: be briefer"),))
    complete(mind, asked)
    body = messages.seen[0].body
    assert [turn["role"] for turn in body["messages"]] == ["user", "assistant", "user"]
    assert "it was cut off" in body["messages"][2]["content"][0]["text"]
    assert body["max_tokens"] == 32_000
    assert mind.key(asked) != mind.key(Asked(ASK))


def test_an_empty_answer_can_be_asked_again(messages: Messages) -> None:
    """The server takes no empty turn."""
    messages.load(says(ANSWER))
    complete(claude(messages.url, RememberingPurse()), Asked(ASK, (Correction(answer=" ", why="empty"),)))
    assert messages.seen[0].body["messages"][1]["content"][0]["text"]


def test_many_threads_ask_at_once(messages: Messages) -> None:
    """One mind, 64 threads: every call is paid once and every answer is its own."""
    messages.load(says(ANSWER))
    purse = RememberingPurse()
    mind = claude(messages.url, purse)
    asks = [Asked(ASK.model_copy(update={"idea": f"Idea {number}."})) for number in range(200)]
    with ThreadPoolExecutor(64) as pool:
        answers = list(pool.map(lambda asked: complete(mind, asked), asks))
    assert len({answer.key for answer in answers}) == len(purse.settled) == len(messages.seen) == 200
    assert purse.held == 0 and purse.spent == Decimal("0.5")


def ledger_in(folder: Path) -> tuple[Ledger, Account]:
    """A studio with a production, and its account."""
    from tests.support.studio import opened

    ledger = opened(folder)
    return ledger, Account(ledger, "pilot")


def test_without_a_key_nothing_is_begun(tmp_path: Path) -> None:
    """The usual server needs a key; another may not."""
    ledger, account = ledger_in(tmp_path)
    with pytest.raises(Refused, match="without an API key") as told:
        claude_mind("", ledger=ledger, purse=account, environment={})
    assert "--mind house" in told.value.hint
    local = {"ANTHROPIC_BASE_URL": "http://127.0.0.1:1"}
    assert claude_mind("", ledger=ledger, purse=account, environment=local).model == "claude-sonnet-5-5"


@pytest.mark.parametrize("url", ["127.0.0.1:8080", "ftp://x", "http://", "http://[::1", "http://x:port"])
def test_an_address_that_is_none_is_refused(tmp_path: Path, url: str) -> None:
    """Before anything is called."""
    ledger, account = ledger_in(tmp_path)
    with pytest.raises(Refused, match="none that can be called"):
        claude_mind("", ledger=ledger, purse=account, base_url=url, environment={})


def test_a_key_with_a_line_break_in_it_is_refused(tmp_path: Path) -> None:
    """It would break the call's head; what is around a key does not matter."""
    ledger, account = ledger_in(tmp_path)
    with pytest.raises(Refused, match="characters that no key has"):
        claude_mind("", ledger=ledger, purse=account, environment={"ANTHROPIC_API_KEY": "a\nb"})
    claude_mind("", ledger=ledger, purse=account, environment={"ANTHROPIC_API_KEY": "key\n"})


def test_a_budget_needs_a_price(tmp_path: Path) -> None:
    """A model that nobody priced can't be held to a budget; without one it costs nothing on the record."""
    ledger, account = ledger_in(tmp_path)
    key = {"ANTHROPIC_API_KEY": "k"}
    claude_mind("smollm", ledger=ledger, purse=account, environment=key)
    account.cap = Decimal(5)
    with pytest.raises(Refused, match="nobody said what smollm costs") as told:
        claude_mind("smollm", ledger=ledger, purse=account, environment=key)
    assert "prices.toml" in told.value.hint and "[models.smollm]" in told.value.hint
    rates = '[models.smollm]\nrates = { input = "0", output = "0" }\n'
    (tmp_path / "prices.toml").write_text(rates)
    claude_mind("smollm", ledger=ledger, purse=account, environment=key)


def test_prompts_and_costs_are_in_the_studio(messages: Messages, tmp_path: Path) -> None:
    """Through the real account and journal: pieces of prompts once each, what was spent, and nothing held."""
    ledger, account = ledger_in(tmp_path)
    messages.load(says(ANSWER))
    mind = claude_mind("", ledger=ledger, purse=account, base_url=messages.url, environment={})
    answered = ledger.note([complete(mind)])[0]
    assert answered.call is not None
    pieces = [ledger.prompt(piece) for piece in answered.call.prompt]
    assert any(piece and ASK.idea in piece for piece in pieces)
    assert (account.balance.spent, account.balance.held) == (Decimal("0.0025"), {})
