"""How an ask is laid out as a request: what many asks share comes first, so that a server need read it once."""

import json
from collections.abc import Sequence
from typing import Any

from cineledger.agents.ask import Ask
from cineledger.agents.minds.mind import Asked, Correction
from cineledger.agents.minds.prices import Model
from cineledger.agents.minds.prompts import EVERYONE, role_page, sections, task_prompt
from cineledger.agents.minds.request import Block, Effort, Offer, Request, Turn
from cineledger.agents.minds.wire import put, schema_of

MOST_TOKENS = 16_000
"""What an answer may hold, thought included; one that is asked again may hold twice that."""

DEBATED = ("Stand", "Offer", "Weigh", "Reconsider")
"""Asks that begin so are put to several roles about one thing, in the same shape.

They share what is asked about, so that comes before whose page it is. Any other ask is put to one role about many
scenes, in a shape of its own, so its page and its task come first.
"""

SAID = ("said", "series")
"""What the orchestrator said to everybody, and what the series established: the same for the whole film for long."""
SHARED = ("material", "idea", "elements", "beats", "views", "beat", "look", "view")
"""What several roles are shown when they work on one scene, or debate one question, in the order shown."""

WORTH_CACHING = 2_000
"""Characters of a block below which it is cheaper to read it again."""

LOOK_UP = (
    "You may look things up with the tools before you answer, where what you are given leaves something open that "
    "your answer hangs on. What a tool tells is material like the rest. Most answers need none."
)


def request_for(
    asked: Asked, model: Model, tools: Sequence[Offer] = (), *, effort: Effort | None = None, sample: int = 0
) -> Request:
    """An ask, with what was wrong with earlier answers to it, as it is put to a model."""
    ask = asked.ask
    again = tuple(turn for correction in asked.corrections for turn in _corrected(correction))
    return Request(
        model=model.name,
        system=_system(ask),
        turns=(Turn(role="user", blocks=_blocks(ask, bool(tools))), *again),
        schema_sent=schema_of(ask),
        max_tokens=min(MOST_TOKENS * (2 if again else 1), model.output),
        tools=tuple(tools),
        effort=effort,
        adaptive=model.adaptive,
        sample=sample,
    )


def debated(task: str) -> bool:
    """True if this is asked of several roles about one thing."""
    return task.startswith(DEBATED)


def _system(ask: Ask) -> tuple[Block, ...]:
    """What everybody works by; and whose task it is, where one role has it for many scenes."""
    rules = sections(EVERYONE)[""]
    if debated(type(ask).__name__):
        return _marked([rules])
    return (Block(text=rules), Block(text="\n\n".join(_task(ask)), cached=True))


def _task(ask: Ask) -> list[str]:
    """A role's page, and how it answers this."""
    task = type(ask).__name__
    return [role_page(ask.role), f"# Your task: {task}", task_prompt(ask.role, task)]


def _blocks(ask: Ask, may_look: bool) -> tuple[Block, ...]:
    """What was said, then the matter that several are shown, then whose task it is, then the rest of the ask."""
    told: dict[str, Any] = json.loads(put(ask))
    said = [_data(name, told.pop(name)) for name in SAID if name in told]
    shared = [_data(name, told.pop(name)) for name in SHARED if name in told]
    own = [
        f"# You are: {ask.role}",
        *(_task(ask) if debated(type(ask).__name__) else []),
        *([LOOK_UP] if may_look else []),
        *(_data(name, value) for name, value in told.items()),
    ]
    first = _marked(["\n\n".join(part) for part in (said, shared) if part])
    return (*first, Block(text="\n\n".join(own)))


def _marked(texts: Sequence[str]) -> tuple[Block, ...]:
    return tuple(Block(text=text, cached=len(text) >= WORTH_CACHING) for text in texts)


def _data(name: str, value: Any) -> str:
    """A field of an ask between marks; no text in it can hold one of them, since it holds no angle bracket."""
    written = json.dumps(value, ensure_ascii=False, sort_keys=False, separators=(", ", ": "))
    for mark in "<>":
        written = written.replace(mark, f"\\u{ord(mark):04x}")
    return f'<data name="{name}">\n{written}\n</data>'


def _corrected(correction: Correction) -> tuple[Turn, Turn]:
    answer = Block(text=correction.answer.strip() or "(nothing)")
    why = f"This answer can't be used: {correction.why}\nMend that, keep what was right, and answer whole again."
    return Turn(role="assistant", blocks=(answer,)), Turn(role="user", blocks=(Block(text=why),))
