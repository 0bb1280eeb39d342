"""What every mind is, and what it is asked."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from pydantic import ValidationError

from cineledger.agents.ask import Ask
from cineledger.domain.address import Address
from cineledger.domain.journal import CompletionRecorded
from cineledger.domain.refusal import Refused
from cineledger.domain.value import Value


class Correction(Value):
    """An answer that could not be used, and why."""

    answer: str
    """As it came."""
    why: str


@dataclass(frozen=True, slots=True)
class Asked:
    """An ask as it is put to a mind."""

    ask: Ask
    corrections: tuple[Correction, ...] = ()
    """What was answered before, oldest first."""
    at: Address | None = None
    """Up to where a mind that looks things up may look; no part of what is asked."""


class Mind(Protocol):
    """Answers asks, from many threads at once where it is `paid`."""

    name: str
    model: str
    paid: bool
    """Its answers take time and money: each is kept the moment it arrives, before anything rests on it."""

    def key(self, asked: Asked) -> str:
        """The key that the answer is kept under: the same for the same, whoever asks and whenever."""
        ...

    def complete(self, asked: Asked, key: str) -> CompletionRecorded:
        """The answer with what it took; every answer that was paid for is a value, whatever is wrong with it."""
        ...


@runtime_checkable
class Stoppable(Protocol):
    """A mind whose calls take time, and that can be told that the run is over."""

    def stop(self) -> None:
        """Makes no more calls; those under way end as they end, and are kept."""
        ...


class MindUnavailable(Refused):
    """A mind can't be asked now; what was answered so far is kept."""

    def __init__(self, reason: str, hint: str, *, transient: bool = False) -> None:
        super().__init__(reason, hint)
        self.transient = transient
        """Waiting may cure it."""


class Awaited(MindUnavailable):
    """Somebody has to answer first, in their own time."""


def answer_of(ask: Ask, completion: CompletionRecorded) -> Value:
    """The answer in the shape that was asked for; refuses one that was damaged in the journal."""
    try:
        return ask.ANSWER.model_validate(completion.answer)
    except ValidationError as error:
        raise Refused(
            f"the answer {completion.key} can't be read", "See what is wrong with: cineledger verify"
        ) from error
