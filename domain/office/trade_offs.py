"""The trade-offs that were approved, and the shots that they give up."""

from collections.abc import Iterator

from cineledger.domain.debate.options import TradeOffOption
from cineledger.domain.state import State
from cineledger.domain.words import RESOURCES


def trade_offs(state: State) -> Iterator[tuple[TradeOffOption, int]]:
    """Each trade-off that holds, with the event that decided it, in the order they were asked about."""
    for question in state.debate.questions.values():
        if question.opened.subject != RESOURCES or question.approved is None:
            continue
        proposal = question.proposal(question.approved)
        if proposal is not None and isinstance(proposal.option, TradeOffOption):
            yield proposal.option, question.decision or 0


def given_up(state: State) -> frozenset[str]:
    """The shots that were decided to go, whether they went yet or not."""
    return frozenset(shot for option, _ in trade_offs(state) for shot in option.shots)
