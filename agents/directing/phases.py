"""The director moves the work on once nothing is undecided."""

from collections.abc import Sequence
from typing import cast

from cineledger.agents.role import Habit, Moment, Rests, nothing_to_ask
from cineledger.domain.command import Command
from cineledger.domain.debate.events import ProposalApproved
from cineledger.domain.production.commands import EnterPhase
from cineledger.domain.talk.commands import Pass
from cineledger.domain.value import Value
from cineledger.domain.words import PHASES


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


def _settles_phase(moment: Moment) -> bool:
    phase = moment.state.production.phase
    return phase in ("planning", "execution") and not moment.state.debate.undecided


def _settled(moment: Moment, _: Sequence[Value]) -> Sequence[Command | Rests]:
    outline = cast(ProposalApproved, moment.event)
    subject = moment.state.debate.questions[outline.question].opened.subject
    if subject == "outline":
        return (Pass(reason="the outline is to be written first"),)
    return or_move_on(moment, (), "there is no phase after this one")


MOVE_ON = Habit(on=ProposalApproved, concerns=_settles_phase, asks=nothing_to_ask, acts=_settled)
