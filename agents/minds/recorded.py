"""A mind that never thinks: it knows what was recorded, and refuses the rest."""

from dataclasses import dataclass

from cineledger.agents.minds.mind import Asked, Mind, MindUnavailable
from cineledger.domain.journal import CompletionRecorded


@dataclass(frozen=True, slots=True)
class Recorded:
    """Another mind's answers as far as the journal has them; asks nobody."""

    mind: Mind

    @property
    def name(self) -> str:
        """The other mind's."""
        return self.mind.name

    @property
    def model(self) -> str:
        """The other mind's."""
        return self.mind.model

    @property
    def paid(self) -> bool:
        """Nothing is paid here."""
        return False

    def key(self, asked: Asked) -> str:
        """As the other mind's answers are kept."""
        return self.mind.key(asked)

    def complete(self, asked: Asked, key: str) -> CompletionRecorded:
        """Refuses: nothing is recorded under this key."""
        raise MindUnavailable(
            f"no answer is recorded to {type(asked.ask).__name__} of the {asked.ask.role}",
            "To have it asked, run without --recorded.",
        )
