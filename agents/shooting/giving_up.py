"""The cinematographer takes the shots off the list that a trade-off gives up."""

from collections.abc import Sequence
from typing import cast

from cineledger.agents.role import Habit, Moment, nothing_to_ask
from cineledger.domain.command import Command
from cineledger.domain.debate.events import ProposalApproved
from cineledger.domain.debate.options import TradeOffOption
from cineledger.domain.shots.commands import OmitShot, free_to_change
from cineledger.domain.talk.commands import Pass
from cineledger.domain.value import Value


def _approved(moment: Moment) -> TradeOffOption | None:
    """The trade-off that was approved, if it gives shots up."""
    approved = cast(ProposalApproved, moment.event)
    question = moment.state.debate.questions[approved.question]
    proposal = question.proposal(approved.proposal)
    option = proposal.option if proposal else None
    return option if isinstance(option, TradeOffOption) and option.shots else None


def _omit(moment: Moment, _: Sequence[Value]) -> Sequence[Command]:
    option = _approved(moment)
    shots = [moment.state.shots.shots.get(slate) for slate in option.shots] if option else []
    commands = [
        OmitShot(shot=shot.planned.shot, reason="given up as was decided: others cover its lines")
        for shot in shots
        if shot is not None and shot.status != "omitted" and free_to_change(moment.state, shot)
    ]
    return commands or (Pass(reason="the shots given up are off the list already"),)


GIVE_UP = Habit(
    on=ProposalApproved,
    concerns=lambda moment: _approved(moment) is not None,
    asks=nothing_to_ask,
    acts=_omit,
)
