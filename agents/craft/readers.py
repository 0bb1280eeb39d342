"""Which rules of the house read what the orchestrator says as a limit, and which only lean by it."""

import re

from cineledger.agents.craft.colour_wishes import read_wishes
from cineledger.agents.craft.limits import NO_LIMITS, read_limits
from cineledger.agents.craft.scheduling import hours_allowed
from cineledger.agents.craft.score_words import NO_MUSIC_LIMITS, read_music_limits
from cineledger.agents.craft.tempo_words import ruled_out, wants
from cineledger.agents.craft.transitions import is_serial
from cineledger.agents.craft.vision import read_vision
from cineledger.agents.craft.wishes import NO_WISH

_SHORTEST, _LONGEST = "4 hours a day", "14 hours a day"
_SPENT = re.compile(
    r"\b(?:budget|costs?|money|spend|spending|afford)\b|"
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|a|single) (?:shooting |filming )?days?\b",
    re.IGNORECASE,
)


def held_by(text: str) -> tuple[str, ...]:
    """What is held to a text, by department: shots, music, pacing, colours, hours; empty where nothing is."""
    said = (text,)
    wishes = read_wishes(said)
    held = {
        "shots": read_limits(said) != NO_LIMITS,
        "music": read_music_limits(said) != NO_MUSIC_LIMITS,
        "pacing": bool(ruled_out(said)),
        "colours": bool(wishes.barred or wishes.asked("mono")),
        "hours": hours_allowed((_SHORTEST, text)) == hours_allowed((_LONGEST, text)),
    }
    return tuple(what for what, is_held in held.items() if is_held)


def leaned_by(text: str) -> tuple[str, ...]:
    """What a text leans without binding it: the look, the pacing, the sets, the transitions."""
    said = (text,)
    wishes = read_wishes(said)
    leaned = {
        "look": read_vision(said) != NO_WISH,
        "pacing": wants(said) != 0,
        "sets": bool(wishes.asks or wishes.hues),
        "transitions": is_serial(said),
    }
    return tuple(what for what, is_leaned in leaned.items() if is_leaned)


def is_about_means(text: str) -> bool:
    """It speaks of money or of days, which are allotted and not constrained."""
    return _SPENT.search(text) is not None


def unheld(text: str, name: str) -> str | None:
    """What to tell whoever constrains a production so, where no rule holds anything to it; else None."""
    if held_by(text):
        return None
    leaned = leaned_by(text)
    said = (
        f"No rule of the house takes this as a limit: it only leans the {' and the '.join(leaned)}."
        if leaned
        else "No rule of the house reads this: it is on the record, the crew sees it, and nothing is held to it."
    )
    means = f" Money and days are limited with: cineledger allot {name} AMOUNT --days N."
    return said + (means if is_about_means(text) else "")
