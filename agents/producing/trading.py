"""Trade-offs: the producer asks what gives where the plan takes more than was allotted, and carries out grants."""

from collections.abc import Sequence
from typing import cast

from cineledger.agents.craft.role_criteria import criteria_of
from cineledger.agents.craft.trading import (
    OBJECT_MARGIN,
    RIVAL_MARGIN,
    TradeView,
    favourite,
    judge,
    objection,
    sensible,
)
from cineledger.agents.debating import StandOnTradeOff
from cineledger.agents.offering import Offered, OfferTradeOff
from cineledger.agents.producing.ways import exceeds, trade_view
from cineledger.agents.role import Habit, Moment, Rules, nothing_to_ask
from cineledger.agents.stances import A_VOICE, Opposed, Rival, Stand, Tabled
from cineledger.agents.weighing import Verdict, WeighTradeOffs
from cineledger.agents.yielding import taken_back
from cineledger.domain.command import Command
from cineledger.domain.debate.commands import Offer, OpenQuestion, Reason
from cineledger.domain.debate.events import ProposalApproved
from cineledger.domain.debate.options import TradeOffOption
from cineledger.domain.office.commands import GrantMore
from cineledger.domain.office.events import BudgetEstimated
from cineledger.domain.state import State
from cineledger.domain.talk.commands import Pass
from cineledger.domain.value import Value
from cineledger.domain.words import RESOURCES


def _asked(state: State) -> bool:
    """Nobody has decided yet what is to give."""
    questions = state.debate.questions
    return any(questions[number].opened.subject == RESOURCES for number in state.debate.undecided)


def _too_much(moment: Moment) -> bool:
    return exceeds(moment.state) and not _asked(moment.state)


def _asks(moment: Moment) -> Sequence[OfferTradeOff]:
    view = trade_view(moment.state)
    return (
        ()
        if view is None
        else (OfferTradeOff(role=moment.role, criteria=criteria_of(moment.role, RESOURCES), view=view),)
    )


def _ask(moment: Moment, answers: Sequence[Offered]) -> Sequence[Command]:
    """The question what gives, with what the producer would do."""
    rival, view = answers[0].rival if answers else None, trade_view(moment.state)
    if rival is None or view is None:
        return (Pass(reason="the plan takes more than was allotted, and there is nothing to give up"),)
    cites = tuple(sorted({moment.number, *moment.state.office.set_by}))
    return (
        OpenQuestion(
            subject=RESOURCES,
            text=question_text(view),
            scene=None,
            beat=None,
            offer=Offer(
                option=rival.option, why=Reason(criterion=rival.criterion, reason=rival.reason, cites=cites)
            ),
        ),
    )


def question_text(view: TradeView) -> str:
    """By how much the plan exceeds its limits."""
    over = []
    if view.over:
        over.append(f"costs {view.total}, {view.over} more than the {view.amount} allotted")
    if view.over_days:
        days = f"{view.over_days} day{'' if view.over_days == 1 else 's'}"
        over.append(f"takes {view.planned} days, {days} more than the {view.days} allotted")
    return f"The plan {' and '.join(over)}: what gives?"


def _granted(moment: Moment) -> TradeOffOption | None:
    """The trade-off that was approved, if it grants more."""
    approved = cast(ProposalApproved, moment.event)
    proposal = moment.state.debate.questions[approved.question].proposal(approved.proposal)
    option = proposal.option if proposal else None
    grants = isinstance(option, TradeOffOption) and (option.amount is not None or option.days is not None)
    return cast(TradeOffOption, option) if grants else None


def _grant(moment: Moment, _: Sequence[Value]) -> Sequence[Command]:
    return (GrantMore(question=cast(ProposalApproved, moment.event).question),)


def offer_trade_off(ask: OfferTradeOff) -> Offered:
    """The house rule: what the role likes best of what was not turned down."""
    option = favourite(ask.role, ask.view, _options(ask.turned_down))
    return Offered(rival=None if option is None else _rival(ask.role, ask.view, option))


def stand_on_trade_off(ask: StandOnTradeOff) -> Stand:
    """The house rule: each trade-off by the role's own criteria, and its own way against the best of them."""
    options = _options(ask.tabled)
    if not options:
        return Stand(supports=None, criterion="value", reason="nothing that can be traded is proposed")
    judged = [judge(ask.role, ask.view, option) for option in options]
    best = max(range(len(judged)), key=lambda place: (judged[place].worth, -place))
    top = judged[best]
    against = tuple(
        _opposed(ask, place, options[best])
        for place, one in enumerate(judged)
        if place != best and top.worth - one.worth >= OBJECT_MARGIN
    )
    own = favourite(ask.role, ask.view, _options(ask.turned_down))
    gain = judge(ask.role, ask.view, own).worth - top.worth if own else 0.0
    if own is None or ask.round > 1 or gain < OBJECT_MARGIN:
        back = taken_back(ask, best, top.criterion, top.reason)
        gone = {taken.place for taken in back}
        against = tuple(opposed for opposed in against if opposed.place not in gone)
        return Stand(
            supports=best, criterion=top.criterion, reason=top.reason, against=against, withdraws=back
        )
    return Stand(
        supports=None,
        criterion=top.criterion,
        reason=top.reason,
        against=(*against, _opposed(ask, best, own)),
        alternative=_rival(ask.role, ask.view, own) if gain >= RIVAL_MARGIN else None,
    )


def _opposed(ask: StandOnTradeOff, place: int, rather: TradeOffOption) -> Opposed:
    said = objection(ask.view, ask.role, _options(ask.tabled)[place], rather)
    return Opposed(place=place, criterion=said.criterion, reason=said.reason)


def weigh_trade_offs(ask: WeighTradeOffs) -> Verdict:
    """The house rule: the lead's own judgement, moved a little by each voice."""
    options = _options(ask.tabled)
    kept = sensible(ask.view, options)
    weights = []
    for place, option in enumerate(options):
        voices = [v for v in ask.voices if v.place == place and v.role != ask.role]
        own = judge(ask.role, ask.view, option).worth
        weights.append(own + A_VOICE * sum(1 if v.supports else -1 for v in voices))
    place = max(range(len(weights)), key=lambda p: (options[p] in kept, weights[p], -p))
    judged = judge(ask.role, ask.view, options[place])
    again = ask.rounds_left > 0 and ask.moved and len(options) > 1
    return Verdict(place=place, criterion=judged.criterion, reason=judged.reason, again=again)


def _rival(role: str, view: TradeView, option: TradeOffOption) -> Rival:
    judged = judge(role, view, option)
    return Rival(option=option, criterion=judged.criterion, reason=judged.reason)


def _options(tabled: Sequence[Tabled]) -> tuple[TradeOffOption, ...]:
    return tuple(t.option for t in tabled if isinstance(t.option, TradeOffOption))


TRADE = (
    Habit(on=BudgetEstimated, concerns=_too_much, asks=_asks, acts=_ask),
    Habit(on=ProposalApproved, concerns=lambda m: _granted(m) is not None, asks=nothing_to_ask, acts=_grant),
)
TRADING_RULES: Rules = {
    OfferTradeOff: offer_trade_off,
    StandOnTradeOff: stand_on_trade_off,
    WeighTradeOffs: weigh_trade_offs,
}
