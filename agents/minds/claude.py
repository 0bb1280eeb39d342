"""The Claude mind: asks a model over the official SDK, lets it look things up, and records all it took."""

import hashlib
import os
import time
from collections.abc import Callable, Mapping, Sequence
from threading import Event
from typing import Any

from pydantic import ValidationError

from cineledger.agents.minds import prices
from cineledger.agents.minds.calling import Door, Reply, shown
from cineledger.agents.minds.laying_out import request_for
from cineledger.agents.minds.mind import Asked
from cineledger.agents.minds.request import Effort, Request
from cineledger.agents.minds.talking import Talk, talk
from cineledger.agents.minds.tools.tool import Tool, offers
from cineledger.agents.minds.trying import Patience, Purse, Trying, unpriced
from cineledger.agents.minds.warming import Warming
from cineledger.agents.minds.wire import read
from cineledger.domain.journal import Call, CompletionRecorded, Outcome
from cineledger.domain.ledger import Ledger
from cineledger.domain.refusal import Refused

URL = "https://api.anthropic.com"
MOST_PROBLEM = 800
"""Characters of what is wrong with an answer."""

Suited = Callable[[str, str], Sequence[Tool]]
"""The tools of a role for a task."""


def no_tools(role: str, task: str) -> Sequence[Tool]:
    """For minds that look nothing up."""
    return ()


def known_to_cache(model: prices.Model) -> bool:
    """Its server keeps beginnings of prompts, and they are cheaper to read again."""
    return model.rates is not None and model.rates.cache_read < model.rates.input


class ClaudeMind:
    """A model behind the Messages API. Safe to ask from many threads at once."""

    name = "claude"
    paid = True

    def __init__(
        self,
        model: prices.Model,
        door: Door,
        purse: Purse,
        *,
        tools: Suited = no_tools,
        keep: Callable[[str], str] = lambda text: hashlib.sha256(text.encode()).hexdigest(),
        effort: Effort | None = None,
        sample: int = 0,
        patience: Patience | None = None,
    ) -> None:
        """`keep` keeps a piece of a prompt and returns its hash; another `sample` has the same asked anew."""
        self.model = model.name
        self._known, self._door, self._purse, self._tools, self._keep = model, door, purse, tools, keep
        self._warming, self._stopped = Warming(), Event()
        self._caches = known_to_cache(model)
        self._effort, self._sample, self._patience = effort, sample, patience or Patience()

    def key(self, asked: Asked) -> str:
        """Over exactly what would reach the model."""
        return self._request(asked).key()

    def complete(self, asked: Asked, key: str) -> CompletionRecorded:
        """The model's answer, whatever came of it; raises MindUnavailable where the server gives none."""
        began = time.monotonic()
        request, whose = self._request(asked), (key, asked.ask.role, type(asked.ask).__name__)
        with self._warming.turn(request.beginnings() if self._caches else ()) as begun:
            deadline = time.monotonic() + self._patience.deadline_s
            trying = Trying(
                self._door,
                self._known,
                self._purse,
                whose,
                self._patience,
                deadline,
                stopped=self._stopped,
                begun=begun,
            )
            try:
                told = talk(request.body(), trying, self._tools_for(asked), asked.at)
            except BaseException:
                trying.let_go()
                raise
        outcome, answer, problem = _outcome(asked, told)
        completion = CompletionRecorded(
            key=key,
            mind=self.name,
            model=told.reply.model,
            role=asked.ask.role,
            task=type(asked.ask).__name__,
            outcome=outcome,
            answer=answer,
            input_tokens=prices.prompt_tokens(told.usage),
            output_tokens=told.usage.output,
            cost_usd=trying.cost,
            attempts=trying.calls + len(trying.failures),
            duration_ms=round((time.monotonic() - began) * 1000),
            call=self._call(request, told, trying, problem, outcome),
        )
        self._purse.conclude(trying.paid, completion)
        return completion

    def stop(self) -> None:
        """Makes no more calls; those under way end as they end, and are kept."""
        self._stopped.set()

    def _request(self, asked: Asked) -> Request:
        offered = offers(self._tools_for(asked))
        return request_for(asked, self._known, offered, effort=self._effort, sample=self._sample)

    def _tools_for(self, asked: Asked) -> Sequence[Tool]:
        return self._tools(asked.ask.role, type(asked.ask).__name__)

    def _call(self, request: Request, told: Talk, trying: Trying, problem: str, outcome: Outcome) -> Call:
        rates = self._known.rates_for(prices.prompt_tokens(told.reply.usage))
        return Call(
            requested=self.model,
            message_id=told.reply.message_id,
            request_id=told.reply.request_id,
            stop_reason=told.reply.stop_reason,
            usage=told.usage,
            rates=rates.applied() if rates else (),
            prices=self._known.source if rates else "",
            failures=tuple(trying.failures),
            problem=problem or None,
            text="" if outcome == "ok" else told.reply.text,
            prompt=tuple(self._keep(piece) for piece in request.pieces()),
            tools=tuple(told.looked_up),
        )


def _outcome(asked: Asked, told: Talk) -> tuple[Outcome, dict[str, Any], str]:
    """What a reply is worth, by why it stopped first and by its shape last; with the answer, and what is wrong."""
    reply: Reply = told.reply
    match reply.stop_reason:
        case "refusal":
            return "refused", {}, reply.stop_details
        case "max_tokens":
            return "truncated", {}, "it grew longer than an answer may be"
        case "model_context_window_exceeded":
            return "truncated", {}, "the ask and its answer are longer than the model can hold"
        case "pause_turn":
            return "paused", {}, "the model paused again and again"
        case "tool_use":
            return "paused", {}, "it looked things up to the end and gave no answer"
    if not reply.text.strip():
        return "invalid", {}, "there is no text in it"
    try:
        return "ok", read(asked.ask, reply.text).model_dump(mode="json"), ""
    except ValidationError as error:
        wrong = (f"{'.'.join(map(str, e['loc'])) or 'the answer'}: {e['msg']}" for e in error.errors())
        return "invalid", {}, "; ".join(wrong)[:MOST_PROBLEM]
    except ValueError as error:
        return "invalid", {}, str(error)[:MOST_PROBLEM]


def claude_mind(
    model: str,
    *,
    ledger: Ledger,
    purse: Purse,
    base_url: str | None = None,
    recorded: bool = False,
    effort: Effort | None = None,
    environment: Mapping[str, str] = os.environ,
) -> ClaudeMind:
    """The mind that a model is; an empty name is the usual one. Refuses where it can't be asked at all.

    Of one that is `recorded` only the keys are wanted, and it is never asked.
    """
    from cineledger.agents.minds.tools.suited import Toolbox

    known = prices.model(model or prices.default_model(), ledger.folder)
    if effort is not None and known.source and not known.effort:
        raise Refused(f"{known.name} can't be told how hard to think", "Leave out --effort.")
    if known.rates is None and purse.cap is not None and not recorded:
        raise unpriced(known)
    url, key = (URL, "none") if recorded else _server(base_url, environment)
    toolbox = Toolbox(ledger.folder)
    return ClaudeMind(known, Door(url, key), purse, tools=toolbox.of, keep=ledger.keep_prompt, effort=effort)


def _server(base_url: str | None, environment: Mapping[str, str]) -> tuple[str, str]:
    """The address and the key; another server than the usual one may need no key."""
    url = (base_url or environment.get("ANTHROPIC_BASE_URL") or URL).strip()
    try:
        named = shown(url)
    except ValueError:
        named = ""
    if not named.startswith(("http://", "https://")) or named.endswith("//None"):
        raise Refused(
            "the address of the model's server is none that can be called",
            "Give it with http:// or https://, say --base-url http://127.0.0.1:8080",
        )
    key = environment.get("ANTHROPIC_API_KEY", "").strip()
    if not key and named == URL:
        raise Refused(
            "Claude can't be asked without an API key",
            "Set ANTHROPIC_API_KEY, or run with --mind house; a local server needs --base-url.",
        )
    if key and not (key.isascii() and key.isprintable() and " " not in key):
        raise Refused("the API key holds characters that no key has", "Set ANTHROPIC_API_KEY anew.")
    return url, key or "none"
