"""The trade-offs that were approved: what they take out of the plan, carried out yet or not."""

from typing import NamedTuple

from cineledger.domain.debate.options import TradeOffOption
from cineledger.domain.office.trade_offs import trade_offs
from cineledger.domain.state import State


class Agreed(NamedTuple):
    """What was decided to go."""

    shots: frozenset[str] = frozenset()
    sets: tuple[tuple[str, str], ...] = ()
    """A set that goes, and the one that is played instead."""
    cues: frozenset[str] = frozenset()
    decisions: tuple[int, ...] = ()
    """The events that decided so."""

    def with_(self, option: TradeOffOption) -> "Agreed":
        """With one more trade-off."""
        stays = option.sets[0] if option.sets else ""
        return Agreed(
            self.shots | set(option.shots),
            (*self.sets, *((gone, stays) for gone in option.sets[1:])),
            self.cues | set(option.cues),
            self.decisions,
        )

    def played_in(self, name: str) -> str:
        """The set that a set's scenes are shot in."""
        stays = dict(self.sets)
        for _ in range(len(stays)):
            name = stays.get(name, name)
        return name


def agreed(state: State) -> Agreed:
    """All trade-offs that hold."""
    found = Agreed()
    for option, decision in trade_offs(state):
        if option.shots or option.sets or option.cues:
            found = found.with_(option)._replace(decisions=(*found.decisions, decision))
    return found
