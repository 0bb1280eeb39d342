"""A server on this machine that speaks the Messages API, streams, and fails in every way that servers do."""

import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

Json = dict[str, Any]
USAGE = {"input_tokens": 1_000, "output_tokens": 1}
MODEL = "claude-sonnet-5-5"


class Seen(NamedTuple):
    """A request that came in."""

    path: str
    headers: Mapping[str, str]
    body: Json


Step = Callable[["Handler", Seen], None]
"""What the server does with one request."""


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    server: "_Server"

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""

    def do_POST(self) -> None:
        """Does what the script says."""
        length = int(self.headers.get("content-length") or 0)
        body = json.loads(self.rfile.read(length) or b"null")
        seen = Seen(self.path, dict(self.headers), body)
        try:
            self.server.messages.step(seen)(self, seen)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def begin(self, kind: str = "text/event-stream", status: int = 200, **headers: str) -> None:
        """Sends the head of a reply that ends with its connection."""
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("connection", "close")
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.close_connection = True

    def event(self, name: str, **data: Any) -> None:
        """Sends one event of a stream."""
        self.wfile.write(f"event: {name}\ndata: {json.dumps({'type': name, **data})}\n\n".encode())
        self.wfile.flush()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    messages: "Messages"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients go away; that is no news."""


class Messages:
    """What the server does, and what it was asked."""

    def __init__(self) -> None:
        self.url = ""
        self.seen: list[Seen] = []
        self._steps: list[Step] = []
        self._lock = threading.Lock()

    def load(self, *steps: Step) -> None:
        """From here on it does these, one a request; the last goes on for ever."""
        with self._lock:
            self._steps, self.seen = list(steps), []

    def step(self, seen: Seen) -> Step:
        """What to do with the request that came in now."""
        with self._lock:
            self.seen.append(seen)
            return self._steps.pop(0) if len(self._steps) > 1 else self._steps[0]


@contextmanager
def messages_server() -> Iterator[Messages]:
    """A server for as long as the context lasts."""
    server, messages = _Server(("127.0.0.1", 0), Handler), Messages()
    server.messages, messages.url = messages, f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield messages
    finally:
        server.shutdown()
        server.server_close()


def says(
    text: str | None,
    stop: str | None = "end_turn",
    *,
    tools: Sequence[tuple[str, Json]] = (),
    usage: Json | None = None,
    output: int = 50,
    details: Json | None = None,
    thought: str = "",
    model: str = MODEL,
) -> Step:
    """A whole streamed message: thought, text, then calls of tools."""

    def step(handler: Handler, seen: Seen) -> None:
        _begin(handler, usage or USAGE, model)
        place = 0
        if thought:
            _thinks(handler, place, thought)
            place += 1
        if text is not None:
            _text(handler, place, text)
            place += 1
        for number, (name, typed) in enumerate(tools):
            _uses(handler, place + number, f"toolu_{len(seen.body['messages'])}_{number}", name, typed)
        _end(handler, stop, output, details)

    return step


def cut(after: int = 2, *, reset: bool = False, last: Callable[[Handler], None] | None = None) -> Step:
    """A message whose stream ends after some pieces: cleanly, by a reset, or after something else was sent."""

    def step(handler: Handler, seen: Seen) -> None:
        _begin(handler, USAGE, MODEL)
        handler.event("content_block_start", index=0, content_block={"type": "text", "text": ""})
        for piece in range(after):
            handler.event("content_block_delta", index=0, delta={"type": "text_delta", "text": f"{piece}"})
        if last is not None:
            last(handler)
        if reset:
            _reset(handler)

    return step


def dripping(gap: float, pieces: int = 400, *, pings: bool = False, bytewise: bool = False) -> Step:
    """A message that never seems to end: pieces of text, pings or single bytes, each soon enough after the last."""

    def step(handler: Handler, seen: Seen) -> None:
        _begin(handler, USAGE, MODEL)
        handler.event("content_block_start", index=0, content_block={"type": "text", "text": ""})
        for _ in range(pieces):
            time.sleep(gap)
            if pings:
                handler.event("ping")
            elif bytewise:
                handler.wfile.write(b":")
                handler.wfile.flush()
            else:
                handler.event("content_block_delta", index=0, delta={"type": "text_delta", "text": "a"})

    return step


def silent(seconds: float, *, begun: bool = False) -> Step:
    """Nothing at all for a while, perhaps after a beginning."""

    def step(handler: Handler, seen: Seen) -> None:
        if begun:
            _begin(handler, USAGE, MODEL)
        time.sleep(seconds)

    return step


def error(status: int, kind: str, message: str = "", *, code: str | None = None, **headers: str) -> Step:
    """An error as the API reports one."""
    problem: Json = {"type": kind, "message": message or kind}
    if code:
        problem["details"] = {"error_code": code}
    body = {"type": "error", "error": problem, "request_id": "req_error"}
    return document(
        status, json.dumps(body).encode(), "application/json", headers={"request-id": "req_error", **headers}
    )


def document(
    status: int,
    body: bytes,
    kind: str = "text/html",
    *,
    short_by: int = 0,
    headers: Mapping[str, str] | None = None,
) -> Step:
    """A reply that is one document, perhaps shorter than it says."""

    def step(handler: Handler, seen: Seen) -> None:
        handler.send_response(status)
        handler.send_header("content-type", kind)
        handler.send_header("content-length", str(len(body) + short_by))
        for name, value in (headers or {}).items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)
        handler.wfile.flush()
        handler.close_connection = short_by > 0

    return step


def reset() -> Step:
    """The connection is torn down before anything is said."""
    return lambda handler, seen: _reset(handler)


def hang_up() -> Step:
    """The connection is closed before anything is said."""

    def step(handler: Handler, seen: Seen) -> None:
        handler.close_connection = True

    return step


def raw(data: bytes) -> Step:
    """These bytes and no more."""

    def step(handler: Handler, seen: Seen) -> None:
        handler.wfile.write(data)
        handler.wfile.flush()
        handler.close_connection = True

    return step


def error_event(kind: str) -> Callable[[Handler], None]:
    """An error in the middle of a stream, for `cut`."""
    return lambda handler: handler.event("error", error={"type": kind, "message": "Overloaded"})


def bad_event(data: bytes) -> Callable[[Handler], None]:
    """An event that can't be read, for `cut`."""

    def send(handler: Handler) -> None:
        handler.wfile.write(b"event: content_block_delta\ndata: " + data + b"\n\n")
        handler.wfile.flush()

    return send


def _begin(handler: Handler, usage: Json, model: str) -> None:
    handler.begin(request_id="req_1")
    message: Json = {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": model,
        "content": [],
        "stop_reason": None,
        "stop_sequence": None,
        "usage": usage,
    }
    handler.event("message_start", message=message)


def _text(handler: Handler, place: int, text: str) -> None:
    handler.event("content_block_start", index=place, content_block={"type": "text", "text": ""})
    for start in range(0, len(text), 200):
        piece = {"type": "text_delta", "text": text[start : start + 200]}
        handler.event("content_block_delta", index=place, delta=piece)
    handler.event("content_block_stop", index=place)


def _thinks(handler: Handler, place: int, thought: str) -> None:
    block = {"type": "thinking", "thinking": "", "signature": ""}
    handler.event("content_block_start", index=place, content_block=block)
    handler.event("content_block_delta", index=place, delta={"type": "thinking_delta", "thinking": thought})
    handler.event("content_block_delta", index=place, delta={"type": "signature_delta", "signature": "c2ln"})
    handler.event("content_block_stop", index=place)


def _uses(handler: Handler, place: int, id: str, name: str, typed: Json) -> None:
    block = {"type": "tool_use", "id": id, "name": name, "input": {}}
    handler.event("content_block_start", index=place, content_block=block)
    piece = {"type": "input_json_delta", "partial_json": json.dumps(typed)}
    handler.event("content_block_delta", index=place, delta=piece)
    handler.event("content_block_stop", index=place)


def _end(handler: Handler, stop: str | None, output: int, details: Json | None) -> None:
    delta: Json = {"stop_reason": stop, "stop_sequence": None}
    if details:
        delta["stop_details"] = {"type": "refusal", **details}
    handler.event("message_delta", delta=delta, usage={"output_tokens": output})
    handler.event("message_stop")


def _reset(handler: Handler) -> None:
    linger = struct.pack("ii", 1, 0)
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    handler.wfile.flush()
    handler.connection.close()
    handler.close_connection = True
