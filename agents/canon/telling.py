"""Who comes back, in lines that a person would say."""

from collections.abc import Iterator

from cineledger.agents.craft.page import quoted
from cineledger.agents.serial.lore import bond_line, lore
from cineledger.domain.canon.events import CharacterCast
from cineledger.domain.state import State

MOST_KNOWN = 5
"""Things she knows that are told; the rest is counted."""


def told(cast: CharacterCast) -> tuple[str, ...]:
    """What she brings: MAYA is 41; she was last in pilot, which left her uneasy; … ."""
    return tuple(_lines(cast))


def before(state: State) -> tuple[str, ...]:
    """What a production's crew is told of what was before: of its series, and of everybody who comes back."""
    back = (line for _, one in sorted(state.canon.cast.items()) for line in _lines(one.cast))
    return (*lore(state), *back)


def _lines(cast: CharacterCast) -> Iterator[str]:
    who, life = cast.character, cast.life
    if not cast.lives:
        yield f"{who} is to have a canon of her own, {cast.canon}, and has lived through nothing yet."
        return
    last = f"{who} comes back from {', '.join(cast.lives)}"
    if cast.years:
        last += f", {abs(cast.years)} year{'' if abs(cast.years) == 1 else 's'} {'before' if cast.years < 0 else 'on'}"
    if life.age is not None:
        last += f", and is {life.age.years}"
    yield f"{last}."
    if life.ends and life.fate is not None:
        yield f"{who} is {life.ends} since {life.fate.episode}: {quoted(life.fate.quote, 60)}."
    elif life.arc is not None:
        wants = f", wanting {life.arc.wants}" if life.arc.wants else ""
        yield f"{life.arc.episode} left {who} {life.arc.ends}{wants}."
    yield from _who(cast)
    yield from (line for bond in life.bonds if (line := bond_line(bond)))
    for fact in life.known[:MOST_KNOWN]:
        how = ("keeps secret" if fact.secret else "knows") if fact.sure else "believes"
        yield f"{who} {how} that {fact.text}" if fact.so else f"{who} {how} it is not so that {fact.text}"
    if len(life.known) > MOST_KNOWN:
        yield f"{who} knows {len(life.known) - MOST_KNOWN} more things."


def _who(cast: CharacterCast) -> Iterator[str]:
    identity = cast.life.identity
    if identity is None:
        return
    drawn = identity.identity
    said = [", ".join(trait.trait for trait in drawn.traits[:4])]
    said += [f"wants {drawn.desire}" if drawn.desire else "", f"fears {drawn.fear}" if drawn.fear else ""]
    if any(said):
        yield f"{cast.character}: {'; '.join(part for part in said if part)}."
