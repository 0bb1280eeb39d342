"""Revision colours: the paper that each draft of a script is printed on."""

COLOURS = ("White", "Blue", "Pink", "Yellow", "Green", "Goldenrod", "Buff", "Salmon", "Cherry")
"""In the usual American order; then the round begins again."""

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def colour(draft: int) -> str:
    """The colour of a draft, counted from 1: White, Blue … Cherry, 2nd White, 2nd Blue …"""
    if draft < 1:
        raise ValueError(f"drafts are counted from 1, not {draft}")
    again, place = divmod(draft - 1, len(COLOURS))
    return COLOURS[place] if not again else f"{_ordinal(again + 1)} {COLOURS[place]}"


def _ordinal(number: int) -> str:
    teen = number // 10 % 10 == 1
    return f"{number}{'th' if teen else _ENDINGS.get(number % 10, 'th')}"
