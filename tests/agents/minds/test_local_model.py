"""A real model on this machine, asked as Claude is: that calls work, and not that answers are good.

Skipped unless CINELEDGER_LOCAL_MODEL is the address of a server that speaks the Messages API, such as
`python -m tests.support.local_model` starts.
"""

import os

import pytest

from cineledger.agents.minds import laying_out
from cineledger.agents.minds.calling import Door
from cineledger.agents.minds.claude import ClaudeMind
from cineledger.agents.minds.mind import Asked, answer_of
from cineledger.agents.minds.prices import model
from cineledger.agents.noting.holding import WeighNote
from cineledger.agents.offering import OfferOutline
from tests.support.claude import RememberingPurse

URL = os.environ.get("CINELEDGER_LOCAL_MODEL", "")
pytestmark = [
    pytest.mark.local_model,
    pytest.mark.skipif(not URL, reason="CINELEDGER_LOCAL_MODEL names no server"),
]
ASKS = [
    WeighNote(role="director", note="Everything is too dark, brighten the kitchen."),
    OfferOutline(role="writer", idea="A ferry keeper who can't swim.", said=()),
]


@pytest.fixture(autouse=True)
def short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small model reads slowly, and makes nothing of long pages; the rest is as it is for any other."""
    monkeypatch.setattr(laying_out, "sections", lambda file: {"": "You work on a film. Answer in JSON."})
    monkeypatch.setattr(laying_out, "role_page", lambda role: "")
    monkeypatch.setattr(laying_out, "task_prompt", lambda role, task: "Answer what is asked.")


@pytest.mark.parametrize("ask", ASKS, ids=lambda ask: type(ask).__name__)
def test_an_ask_is_answered(ask: WeighNote | OfferOutline) -> None:
    """In the shape that was sent, or cut off where it has no end; with what the server counted, at no price."""
    purse = RememberingPurse()
    mind = ClaudeMind(model("local"), Door(URL, "none", silence_s=400), purse)
    asked = Asked(ask)
    answered = mind.complete(asked, mind.key(asked))
    assert answered.outcome in ("ok", "truncated"), answered.call and answered.call.problem
    assert answered.input_tokens > 50 and answered.output_tokens > 0 and answered.cost_usd == 0
    if answered.outcome == "ok":
        assert answer_of(ask, answered)
