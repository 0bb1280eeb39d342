"""When the work moves on: once nothing is undecided, and nothing that a fork cut off is left to ask."""

from collections.abc import Sequence

from cineledger.agents.role import Moment, Rests
from cineledger.domain.command import Command
from cineledger.domain.production.commands import EnterPhase
from cineledger.domain.talk.commands import Pass
from cineledger.domain.words import PHASES, Phase


def next_phase(moment: Moment) -> EnterPhase | None:
    """The command that enters the phase after this one; None in the last."""
    now = moment.state.production.phase
    place = PHASES.index(now) if now else -1
    return EnterPhase(phase=PHASES[place + 1]) if place + 1 < len(PHASES) else None


def or_move_on(moment: Moment, commands: Sequence[Rests], silence: str) -> Sequence[Command | Rests]:
    """The commands, or the next phase where there are none and nothing is undecided."""
    if commands:
        return commands
    following = None if moment.state.debate.undecided else next_phase(moment)
    return (following,) if following else (Pass(reason=silence),)


def settles(moment: Moment, phase: Phase) -> bool:
    """An approval after which nothing is undecided in this phase."""
    return moment.state.production.phase == phase and not moment.state.debate.undecided
