"""What the orchestrator says of a character, as the ledger keeps it."""

from cineledger.agents.craft.trait_signs import sign_of
from cineledger.domain.cast.identity import Trait

MARKED = 0.6
"""How marked a trait is that somebody is said to have, where no word for it is known."""


def as_trait(word: str) -> Trait:
    """A trait by a word for it, on the factor that the word is known to speak of; on none where nobody knows it."""
    word = " ".join(word.split())
    known = sign_of(word)
    if known is None:
        return Trait(trait=word, value=MARKED)
    return Trait(trait=word.casefold(), facet=known[0], value=known[1])
