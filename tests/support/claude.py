"""A Claude mind on a server of this machine, with a purse that remembers."""

import threading
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from cineledger.agents.minds import prices
from cineledger.agents.minds.calling import Door
from cineledger.agents.minds.claude import ClaudeMind
from cineledger.agents.minds.mind import Asked
from cineledger.agents.minds.tools.tool import Tool
from cineledger.agents.minds.trying import Patience
from cineledger.agents.offering import OfferOutline
from cineledger.domain.journal import CompletionRecorded
from cineledger.domain.refusal import Refused

KEY = "sk-ant-secret-0123456789"
ASK = OfferOutline(role="director", idea="A ferry keeper who can't swim.", said=("No close-ups.",))
ANSWER = '{"rival": null}'


class RememberingPurse:
    """Pays whatever its cap allows, and remembers."""

    def __init__(self, cap: Decimal | None = None) -> None:
        self.cap = cap
        self.reserved: list[Decimal] = []
        self.settled: dict[int, Decimal | None] = {}
        self._lock = threading.Lock()

    def reserve(self, key: str, role: str, task: str, model: str, most: Decimal) -> int:
        """The place of the reservation."""
        with self._lock:
            if self.cap is not None and self.taken + most > self.cap:
                raise Refused("the cap is reached")
            self.reserved.append(most)
            return len(self.reserved) - 1

    def settle(self, reservation: int, cost: Decimal | None) -> None:
        """Once and no more."""
        with self._lock:
            assert reservation not in self.settled
            self.settled[reservation] = cost

    def conclude(self, paid: Sequence[tuple[int, Decimal]], answer: CompletionRecorded) -> None:
        """What the calls for an answer cost."""
        for reservation, cost in paid:
            self.settle(reservation, cost)

    @property
    def spent(self) -> Decimal:
        """What is known to have been paid."""
        return sum((cost for cost in self.settled.values() if cost is not None), Decimal(0))

    @property
    def held(self) -> int:
        """Reservations of calls whose end nobody knows."""
        return sum(self.settled.get(place) is None for place in range(len(self.reserved)))

    @property
    def taken(self) -> Decimal:
        """What counts against the cap."""
        held = (most for place, most in enumerate(self.reserved) if self.settled.get(place) is None)
        return self.spent + sum(held, Decimal(0))


class Waits(list[float]):
    """Where a mind sleeps: at once over, and written down."""

    def __call__(self, seconds: float) -> None:
        self.append(seconds)


def claude(
    url: str,
    purse: RememberingPurse,
    *,
    waits: Waits | None = None,
    tools: Sequence[Tool] = (),
    model: str = prices.default_model(),
    deadline_s: float = 30.0,
    silence_s: float = 5.0,
    **more: Any,
) -> ClaudeMind:
    """A mind that waits for nothing longer than a test does."""
    patience = Patience(deadline_s=deadline_s, sleep=Waits() if waits is None else waits)
    door = Door(url, KEY, silence_s=silence_s)
    return ClaudeMind(
        prices.model(model), door, purse, tools=lambda role, task: tools, patience=patience, **more
    )


def complete(mind: ClaudeMind, asked: Asked | None = None) -> CompletionRecorded:
    """What it answers to an ask, by default the simplest there is."""
    asked = asked or Asked(ASK)
    return mind.complete(asked, mind.key(asked))
