"""Which mind thinks for whom."""

from collections.abc import Callable

from cineledger.agents.minds.mind import Mind
from cineledger.domain.production.events import MindAssigned
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State
from cineledger.domain.words import CAST_PREFIX, EVERYBODY, MINDS

MindOf = Callable[[State, str], Mind]
"""The mind that thinks for somebody on the roster, as a production stands."""

HOUSE = MindAssigned(role=EVERYBODY, mind="house")


def assigned(state: State, role: str) -> MindAssigned:
    """The mind assigned to a role: its own, else the cast's, else everybody's, else the house mind."""
    minds = state.production.minds
    kin = ("cast",) if role.startswith(CAST_PREFIX) else ()
    return next((minds[name] for name in (role, *kin, EVERYBODY) if name in minds), HOUSE)


def everybody(mind: Mind) -> MindOf:
    """One mind for all, whatever is assigned."""
    return lambda state, role: mind


class Minds:
    """The minds that are assigned, each made once, when it is first needed."""

    def __init__(self, make: Callable[[str, str], Mind]) -> None:
        self._make = make
        self._made: dict[tuple[str, str], Mind] = {}

    def __call__(self, state: State, role: str) -> Mind:
        """The mind that thinks for somebody on the roster."""
        who = assigned(state, role)
        return self.made(who.mind, who.model)

    def made(self, mind: str, model: str) -> Mind:
        """A mind by its name and model; refuses where it can't be asked at all."""
        if (mind, model) not in self._made:
            self._made[mind, model] = self._make(mind, model)
        return self._made[mind, model]


def parse_mind(typed: str) -> tuple[str, str]:
    """`claude:MODEL` as a mind and its model; refuses a mind that is not there."""
    mind, _, model = typed.strip().partition(":")
    if mind not in MINDS:
        raise Refused(f"there is no mind {mind}", "Minds are: house, claude, claude:MODEL, human.")
    return mind, model
