"""The one door to the SDK: one request sent, one reply or one failure back. Nothing here tries twice or pays."""

import contextvars
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from cineledger.agents.minds.failing import CallFailed, Place, broken, failure, silent, unfinished
from cineledger.domain.journal import Usage

if TYPE_CHECKING:
    import httpx2
    from anthropic import Anthropic
    from anthropic.types import Message

CONNECT_S = 10.0
"""Seconds for a connection to be made."""

_deadline: contextvars.ContextVar[float] = contextvars.ContextVar("deadline")
"""When the call of this thread has to be over, on the monotonic clock."""


def nothing() -> None:
    """What is done where nobody wants to know that a reply begins."""


class PastDeadline(Exception):
    """A reply that goes on longer than anybody waits for it."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole message of a model."""

    model: str
    message_id: str
    request_id: str | None
    stop_reason: str
    stop_details: str
    """What the server adds to the reason; empty where it adds nothing."""
    content: tuple[dict[str, Any], ...]
    """As it has to be sent back when the conversation goes on."""
    usage: Usage

    @property
    def text(self) -> str:
        """What it says, without thought and calls of tools."""
        return "".join(block["text"] for block in self.content if block["type"] == "text")

    @property
    def calls(self) -> list[dict[str, Any]]:
        """The tools it wants used: id, name and input."""
        return [block for block in self.content if block["type"] == "tool_use"]


class Door:
    """A server that speaks the Messages API; safe to use from many threads at once."""

    def __init__(self, base_url: str, key: str, *, silence_s: float = 120.0) -> None:
        """`silence_s` is how long a server may say nothing at all. The SDK is not imported before the first call."""
        self.place = Place(shown(base_url), key)
        self._base_url, self._key, self._silence_s = base_url, key, silence_s
        self._lock = Lock()
        self._made: Anthropic | None = None

    def send(self, body: dict[str, Any], deadline: float, begun: Callable[[], None] = nothing) -> Reply:
        """The reply, streamed, whatever its stop reason; raises CallFailed where there is none by the deadline.

        `begun` is called when the reply begins.
        """
        import httpx2

        client = self._client()
        left = max(deadline - time.monotonic(), 0.05)
        timeout = httpx2.Timeout(min(self._silence_s, left), connect=min(CONNECT_S, left))
        _deadline.set(deadline)
        try:
            with client.messages.stream(**body, timeout=timeout) as stream:
                headers = stream.response.headers
                for place, _ in enumerate(stream):
                    if place == 0:
                        begun()
                # `get_final_message` asserts where a body was no stream of events at all.
                message = stream._current_snapshot_or_none()
                if message is None or message.stop_reason is None:
                    raise unfinished(self.place, headers, begun=message is not None)
                return _reply(message, stream.request_id)
        except PastDeadline as error:
            raise silent(self.place) from error
        except json.JSONDecodeError as error:
            raise broken(self.place, error) from error
        except CallFailed:
            raise
        except Exception as error:
            raise failure(self.place, error) from error

    def _client(self) -> "Anthropic":
        with self._lock:
            if self._made is None:
                self._made = _client(self._base_url, self._key)
            return self._made


def shown(base_url: str) -> str:
    """An address without what may be secret in it."""
    parts = urlsplit(base_url)
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{parts.hostname}{port}{parts.path}".rstrip("/")


def _client(base_url: str, key: str) -> "Anthropic":
    import anthropic

    http = anthropic.DefaultHttpxClient(event_hooks={"response": [_watch]})
    return anthropic.Anthropic(
        api_key=key, base_url=base_url, max_retries=0, http_client=http, open_telemetry=False
    )


def _watch(response: "httpx2.Response") -> None:
    """Has a response looked at chunk by chunk: the SDK does not hand on pings, and a drip never times out."""
    import httpx2

    class Watched(httpx2.SyncByteStream):
        def __init__(self, stream: Any, deadline: float) -> None:
            self._stream, self._deadline = stream, deadline

        def __iter__(self) -> Iterator[bytes]:
            for chunk in self._stream:
                if time.monotonic() > self._deadline:
                    raise PastDeadline
                yield chunk

        def close(self) -> None:
            self._stream.close()

    response.stream = Watched(response.stream, _deadline.get())


def _reply(message: "Message", request_id: str | None) -> Reply:
    details = message.stop_details
    said = [details.category, details.explanation] if details else []
    return Reply(
        model=message.model,
        message_id=message.id,
        request_id=request_id,
        stop_reason=str(message.stop_reason),
        stop_details=": ".join(part for part in said if part),
        content=tuple(_plain(block) for block in message.content),
        usage=_usage(message),
    )


def _plain(block: Any) -> dict[str, Any]:
    """A block without what only the SDK adds to it."""
    plain: dict[str, Any] = block.model_dump(mode="json", exclude_none=True)
    return {name: value for name, value in plain.items() if name not in ("parsed_output", "parsed")}


def _usage(message: "Message") -> Usage:
    used = message.usage
    written = used.cache_creation_input_tokens or 0
    hour = used.cache_creation.ephemeral_1h_input_tokens if used.cache_creation else 0
    thought = used.output_tokens_details.thinking_tokens if used.output_tokens_details else 0
    return Usage(
        input=used.input_tokens or 0,
        output=used.output_tokens or 0,
        cache_read=used.cache_read_input_tokens or 0,
        cache_write_5m=max(written - hour, 0),
        cache_write_1h=hour,
        thinking=thought,
    )
