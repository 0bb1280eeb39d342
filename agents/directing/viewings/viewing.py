"""What every viewing is."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from cineledger.agents.ask import Ask
from cineledger.agents.role import Moment
from cineledger.agents.working import Made


@dataclass(frozen=True, slots=True)
class Viewing:
    """One view of the whole, once every department has presented: notes, as messages about what they speak of."""

    asks: Callable[[Moment], Sequence[Ask]]
    notes: Callable[[Moment, Sequence[Any]], Iterable[Made]]
