"""The real SDK against a server that fails: what is recorded, what was set aside, and what a person is told."""

import socket
import time
from collections.abc import Iterator, Sequence
from decimal import Decimal

import pytest

from cineledger.agents.minds.mind import MindUnavailable
from tests.support import messages_server as server
from tests.support.claude import ANSWER, KEY, RememberingPurse, Waits, claude, complete
from tests.support.messages_server import Messages, Step, messages_server

PAID = Decimal("0.0025")
"""1,000 tokens read and 50 written at the rates of the default model."""


@pytest.fixture(scope="module")
def messages() -> Iterator[Messages]:
    with messages_server() as running:
        running.load(server.says(ANSWER))
        complete(claude(running.url, RememberingPurse()))  # The SDK takes seconds to import, once.
        yield running


PASSING: dict[str, tuple[Step, int, str]] = {
    "busy": (server.error(429, "rate_limit_error"), 0, "RateLimitError"),
    "busy for 2 s": (server.error(429, "rate_limit_error", retry_after="2"), 0, "RateLimitError"),
    "overloaded": (server.error(529, "overloaded_error"), 0, "OverloadedError"),
    "trouble": (server.error(500, "api_error"), 0, "InternalServerError"),
    "gateway": (server.document(502, b"<html>Bad gateway</html>"), 0, "InternalServerError"),
    "unavailable": (server.document(503, b""), 0, "ServiceUnavailableError"),
    "conflict": (server.error(409, "conflict_error"), 0, "ConflictError"),
    "web page": (server.document(200, b"<html>Log in</html>"), 0, "NotAMessage"),
    "reset": (server.reset(), 1, "ReadError"),
    "hang-up": (server.hang_up(), 1, "RemoteProtocolError"),
    "reset in mid-stream": (server.cut(reset=True), 1, "ReadError"),
    "clean end in mid-stream": (server.cut(), 1, "Unfinished"),
    "nothing but a head": (server.document(200, b"", "text/event-stream"), 1, "Unfinished"),
    "half a body": (
        server.document(200, b"event: mess", "text/event-stream", short_by=500),
        1,
        "RemoteProtocolError",
    ),
    "bad JSON": (server.cut(last=server.bad_event(b'{"type": "content_bl')), 1, "BadBody:JSONDecodeError"),
    "wrong event": (
        server.cut(last=server.bad_event(b'{"type": "content_block_delta", "index": 7}')),
        1,
        "BadBody",
    ),
    "error in mid-stream": (server.cut(last=server.error_event("overloaded_error")), 1, "APIStatusError"),
    "no HTTP": (server.raw(b"SSH-2.0-OpenSSH_9.6\r\n"), 1, "RemoteProtocolError"),
}
"""What waiting cures: how the server fails once, calls whose end nobody knows, and what the try is recorded as."""


@pytest.mark.parametrize("name", PASSING)
def test_trouble_that_passes_is_waited_out(messages: Messages, name: str) -> None:
    """A call is made again, what failed is recorded, and only what may have been charged stays set aside."""
    step, held, recorded = PASSING[name]
    messages.load(step, server.says(ANSWER))
    purse, waits = RememberingPurse(), Waits()
    answered = complete(claude(messages.url, purse, waits=waits))
    assert (answered.outcome, answered.attempts, answered.cost_usd) == ("ok", 2, PAID)
    assert answered.call is not None
    (failed,) = answered.call.failures
    assert failed.error.startswith(recorded)
    assert list(waits) == [pytest.approx(failed.waited_s, abs=0.001)]
    assert (purse.spent, purse.held, len(purse.reserved)) == (PAID, held, 2)


def test_a_server_that_says_how_long_is_heeded(messages: Messages) -> None:
    """A wait that a server asks for is waited, and no other."""
    messages.load(server.error(429, "rate_limit_error", retry_after="2"), server.says(ANSWER))
    waits = Waits()
    complete(claude(messages.url, RememberingPurse(), waits=waits))
    assert waits == [2.0]


def test_a_busy_server_is_asked_again_until_the_deadline(messages: Messages) -> None:
    """A limit is no trouble that counts tries: while there is time, there is another."""
    messages.load(*[server.error(529, "overloaded_error")] * 9, server.says(ANSWER))
    answered = complete(claude(messages.url, RememberingPurse(), deadline_s=600))
    assert answered.attempts == 10


def test_a_wait_beyond_the_deadline_is_not_begun(messages: Messages) -> None:
    """Whoever asks for an hour is told of, and not waited for."""
    messages.load(server.error(429, "rate_limit_error", retry_after="3600"))
    waits = Waits()
    with pytest.raises(
        MindUnavailable, match=r"takes no more calls for now.*asks to wait 60 minutes"
    ) as told:
        complete(claude(messages.url, RememberingPurse(), waits=waits))
    assert told.value.transient and waits == []


HOPELESS: dict[str, tuple[Step, str, str]] = {
    "spend limit": (
        server.error(429, "rate_limit_error", "Limit", code="enforced_spend_limit_reached", retry_after="5"),
        "spend limit of the account is reached",
        "Raise the limit",
    ),
    "wrong key": (
        server.error(401, "authentication_error", f"invalid x-api-key {KEY}"),
        "does not accept the API key",
        "Set ANTHROPIC_API_KEY",
    ),
    "no credit": (server.error(402, "billing_error"), "can't pay", "Add credit"),
    "not allowed": (server.error(403, "permission_error"), "does not allow this", "--mind house"),
    "no such model": (
        server.error(404, "not_found_error", "model: claude-none"),
        "model: claude-none",
        "--mind claude:MODEL",
    ),
    "body too large": (
        server.error(413, "invalid_request_error", "Request exceeds the maximum size"),
        "too large for the model",
        "longer context",
    ),
    "prompt too long": (
        server.error(400, "invalid_request_error", "prompt is too long: 1200000 tokens > 1000000 maximum"),
        "too large for the model",
        "longer context",
    ),
    "bad request": (
        server.error(400, "invalid_request_error", "output_config.effort: not supported"),
        "output_config.effort: not supported",
        "See that the model can do",
    ),
    "no retry wanted": (
        server.error(500, "api_error", x_should_retry="false"),
        "trouble of its own",
        "What was answered so far is kept",
    ),
    "plain page": (
        server.document(418, b"<html>teapot</html>"),
        "refuses the call (status 418)",
        "--base-url",
    ),
}
"""What no waiting cures: how the server fails, what is said of it, and what to do."""


@pytest.mark.parametrize("name", HOPELESS)
def test_trouble_that_stays_is_told_of_at_once(messages: Messages, name: str) -> None:
    """One call, nothing paid, a reason and what to do about it; never the key."""
    step, reason, hint = HOPELESS[name]
    messages.load(step)
    purse, waits = RememberingPurse(), Waits()
    with pytest.raises(MindUnavailable) as told:
        complete(claude(messages.url, purse, waits=waits))
    assert reason in told.value.reason and hint in told.value.hint
    assert not told.value.transient
    assert KEY not in told.value.reason + told.value.hint + repr(told.value)
    assert (waits, len(messages.seen), purse.settled) == ([], 1, {0: Decimal(0)})


def test_trouble_that_does_not_pass_ends_after_some_tries(messages: Messages) -> None:
    """Four tries, three waits, each longer; then it is told that another time may do."""
    messages.load(server.error(500, "api_error"))
    purse, waits = RememberingPurse(), Waits()
    with pytest.raises(MindUnavailable, match=r"trouble of its own.*, tried 4 times") as told:
        complete(claude(messages.url, purse, waits=waits))
    assert told.value.transient and len(waits) == 3 and waits == sorted(waits)
    assert set(purse.settled.values()) == {Decimal(0)}


ENDLESS: dict[str, Step] = {
    "drip": server.dripping(0.05),
    "pings": server.dripping(0.05, pings=True),
    "bytes": server.dripping(0.05, bytewise=True),
    "silence": server.silent(8),
    "silence in mid-stream": server.silent(8, begun=True),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_a_call_is_over_by_its_deadline(messages: Messages, name: str) -> None:
    """However little comes, and however regularly: what was set aside stays so, since nobody knows the end."""
    messages.load(ENDLESS[name])
    purse, began = RememberingPurse(), time.monotonic()
    mind = claude(messages.url, purse, deadline_s=0.4)
    with pytest.raises(MindUnavailable, match="did not answer in time") as told:
        complete(mind)
    assert told.value.transient and time.monotonic() - began < 5
    assert (purse.settled, purse.held) == ({0: None}, 1)


def test_silence_is_not_waited_out_to_the_deadline(messages: Messages) -> None:
    """A server that says nothing for long is asked anew while there is time."""
    messages.load(server.silent(2), server.says(ANSWER))
    purse = RememberingPurse()
    answered = complete(claude(messages.url, purse, silence_s=0.2))
    assert answered.attempts == 2 and purse.held == 1


def closed_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_nobody_there_is_told(messages: Messages) -> None:
    """A refused connection costs nothing and says where nothing answers."""
    purse = RememberingPurse()
    port = closed_port()
    with pytest.raises(
        MindUnavailable, match=rf"nothing answers at http://127\.0\.0\.1:{port}, tried 4"
    ) as told:
        complete(claude(f"http://127.0.0.1:{port}", purse))
    assert told.value.transient and "--base-url" in told.value.hint and purse.held == 0


def test_a_host_that_nobody_knows_is_told(messages: Messages, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that does not resolve is neither a refusal nor silence."""

    def unknown(*_: object, **__: object) -> Sequence[object]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    purse = RememberingPurse()
    with pytest.raises(MindUnavailable, match=r"the host of http://models\.invalid can't be found") as told:
        complete(claude("http://models.invalid", purse))
    assert told.value.transient and purse.held == 0


def test_https_where_http_is_spoken_is_told(messages: Messages) -> None:
    """The wrong scheme is said to be so, at the first try."""
    messages.load(server.says(ANSWER))
    purse = RememberingPurse()
    with pytest.raises(MindUnavailable, match="no secure connection") as told:
        complete(claude(messages.url.replace("http:", "https:"), purse))
    assert not told.value.transient and "http:// or https://" in told.value.hint
    assert (len(purse.reserved), purse.held) == (1, 0)


def test_a_proxy_that_is_not_there_is_told(messages: Messages, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment's proxies are used, and what they do is not put down to the server."""
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{closed_port()}")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    purse = RememberingPurse()
    with pytest.raises(MindUnavailable, match=r"answers at http://models\.invalid") as told:
        complete(claude("http://models.invalid", purse))
    assert told.value.transient and purse.held == 0
