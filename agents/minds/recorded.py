"""A mind that never thinks: it knows what was recorded, and refuses the rest."""

from cineledger.agents.minds.mind import Asked, Mind, MindUnavailable
from cineledger.domain.journal import CompletionRecorded


class Recorded:
    """Another mind's answers as far as the journal has them; asks nobody."""

    paid = False

    def __init__(self, mind: Mind) -> None:
        self._mind = mind
        self.name, self.model = mind.name, mind.model

    def key(self, asked: Asked) -> str:
        """As the other mind's answers are kept."""
        return self._mind.key(asked)

    def complete(self, asked: Asked, key: str) -> CompletionRecorded:
        """Refuses: nothing is recorded under this key."""
        raise MindUnavailable(
            f"no answer is recorded to {type(asked.ask).__name__} of the {asked.ask.role}",
            "To have it asked, run without --recorded.",
        )
