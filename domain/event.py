"""What every event is: a bare fact in the past tense."""

from typing import ClassVar

from cineledger.domain.value import Value


class Event(Value):
    """A fact. Who, when and why stand in the record around it."""

    VERSION: ClassVar[int] = 1

    def refers(self) -> tuple[int, ...]:
        """The numbers of the earlier events that this fact speaks of; they count among its causes."""
        return ()

    def copied_from(self) -> tuple[str, ...]:
        """The addresses of events of other productions that this fact was copied from."""
        return ()
