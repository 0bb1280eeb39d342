"""A person who plays a role: what is asked waits until it is answered."""

import hashlib
import json

from pydantic import ValidationError

from cineledger.agents.ask import Ask, canonical
from cineledger.agents.minds.mind import Asked, Awaited
from cineledger.domain.journal import CompletionRecorded
from cineledger.domain.refusal import Refused


class HumanMind:
    """Answers nothing by itself: the journal holds what the person said, or the role waits."""

    name = "human"
    model = "human"
    paid = False

    def key(self, asked: Asked) -> str:
        """The ask with what was wrong with the answers before."""
        plain = {
            "mind": self.name,
            "task": type(asked.ask).__name__,
            "input": json.loads(asked.ask.model_dump_json()),
            "corrections": [c.model_dump() for c in asked.corrections],
        }
        return hashlib.sha256(canonical(plain)).hexdigest()

    def complete(self, asked: Asked, key: str) -> CompletionRecorded:
        """Raises `Awaited`: a person answers in their own time."""
        raise Awaited(f"the {asked.ask.role} is a person, and has not answered", "See: cineledger inbox")


def said(ask: Ask, key: str, typed: str) -> CompletionRecorded:
    """What a person typed as the answer to an ask; refuses what is no answer to it, and says why."""
    try:
        answer = ask.ANSWER.model_validate_json(typed)
    except ValidationError as error:
        wrong = "; ".join(f"{'/'.join(map(str, e['loc'])) or 'it'}: {e['msg']}" for e in error.errors()[:5])
        raise Refused(f"that is no answer: {wrong}", "See its shape: cineledger answer NAME KEY") from error
    if faults := list(ask.faults(answer)):
        raise Refused("; ".join(faults), "Nothing was recorded; answer again.")
    plain = answer.model_dump(mode="json")
    try:
        json.dumps(plain, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise Refused("it holds a character that can't be written", "Leave it out.") from error
    return CompletionRecorded(
        key=key,
        mind=HumanMind.name,
        model=HumanMind.model,
        role=ask.role,
        task=type(ask).__name__,
        outcome="ok",
        answer=plain,
        duration_ms=0,
    )
