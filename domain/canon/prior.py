"""What a character brings into a production from canon: pure readings of the state that never look elsewhere.

`who` is her name in the production. Where she was not cast, or canon does not say, each answers nothing.
"""

from cineledger.domain.canon.events import Brought, CharacterCast
from cineledger.domain.canon.life import CarriedFact, Life
from cineledger.domain.cast.affect import EVEN, Affect
from cineledger.domain.cast.identity import Identity
from cineledger.domain.state import State

HALF_GONE = 0.5
"""Years after which half is gone of the mood that a story left somebody in: it is her standing, no fit of temper."""
UNKNOWN_GAP = 0.5
"""What is left of it where nobody said how long ago that was."""


def brought(state: State, who: str) -> Brought | None:
    """Her casting, with the number of its event; None where she was not cast."""
    return state.canon.cast.get(state.cast.person(who))


def cast_from(state: State, who: str) -> CharacterCast | None:
    """Her casting; None where she was not cast."""
    found = brought(state, who)
    return None if found is None else found.cast


def prior_life(state: State, who: str) -> Life | None:
    """All that she brings."""
    cast = cast_from(state, who)
    return None if cast is None else cast.life


def prior_years(state: State, who: str) -> int | None:
    """How many years lie between the last of her lives and this production; None where nobody said."""
    cast = cast_from(state, who)
    return None if cast is None else cast.years


def prior_identity(state: State, who: str) -> Identity | None:
    """Who canon says she is, as old as she is by now, with the bounds her growth keeps to."""
    life = prior_life(state, who)
    if life is None or life.identity is None:
        return None
    age = life.identity.identity.age if life.age is None else life.age.years
    return life.identity.identity.model_copy(update={"age": age})


def prior_mood(state: State, who: str, temperament: Affect = EVEN) -> Affect | None:
    """The mood she comes in with: what her last life left, decayed towards what she is like by the years between."""
    life = prior_life(state, who)
    if life is None or life.mood is None:
        return None
    years = prior_years(state, who)
    kept = UNKNOWN_GAP if years is None else 0.5 ** (abs(years) / HALF_GONE)
    left = dict(life.mood.left)
    return Affect(**{axis: round(rest + kept * (left[axis] - rest), 2) + 0.0 for axis, rest in temperament})


def prior_bond(state: State, who: str, other: str) -> tuple[float, float, float] | None:
    """Her trust, affection and power towards somebody as the production begins: bonds keep over the years."""
    life = prior_life(state, who)
    bonds = () if life is None else life.bonds
    named = state.cast.person(other)
    found = next((bond for bond in bonds if state.cast.person(bond.other) == named), None)
    return None if found is None else (found.trust, found.affection, found.power)


def prior_knowledge(state: State, who: str) -> tuple[CarriedFact, ...]:
    """What she knows, believes and keeps to herself as the production begins."""
    life = prior_life(state, who)
    return () if life is None else life.known
