"""Somebody in a sentence, as the crew says it."""

from cineledger.domain.cast.identity import Identity

MOST_NAMED = 5
"""Traits that a sentence holds."""


def in_a_sentence(name: str, identity: Identity) -> str:
    """MAYA, 58: stubborn and loyal; wants “…”; is afraid of “…”."""
    who = name if identity.age is None else f"{name}, {identity.age}"
    words = [trait.trait for trait in identity.traits[:MOST_NAMED]]
    told = [listed(words)] if words else []
    told += [f"wants {identity.desire}"] if identity.desire else []
    told += [f"fears {identity.fear}"] if identity.fear else []
    return f"{who}: {'; '.join(told) or 'nobody says what she is like'}"


def listed(words: list[str]) -> str:
    """Stubborn, loyal and shy."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
