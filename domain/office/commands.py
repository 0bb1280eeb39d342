"""What the orchestrator allots, and how a decision grants more of it."""

from decimal import Decimal

from cineledger.domain.command import Command
from cineledger.domain.debate.events import QuestionDropped
from cineledger.domain.debate.options import TradeOffOption
from cineledger.domain.event import Event
from cineledger.domain.office.events import DaysAllotted, MoneyAllotted, ResourceGranted
from cineledger.domain.production.commands import only_orchestrator
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State
from cineledger.domain.words import RESOURCES


class Allot(Command):
    """Say what the film may cost, and how many days it may take."""

    amount: Decimal | None = None
    days: int | None = None


class GrantMore(Command):
    """Carry out a decision that the film may use more."""

    question: int


def allot(state: State, command: Allot, by: str) -> list[Event]:
    """The limits that are new; what was asked about the old ones is dropped, for the plan is checked again."""
    only_orchestrator(by, "allot money or days")
    events: list[Event] = []
    if command.amount is not None and command.amount != state.office.amount:
        if command.amount <= 0:
            raise Refused("a film can't be made for nothing", "Allot an amount above 0.")
        events.append(MoneyAllotted(amount=command.amount))
    if command.days is not None and command.days != state.office.days:
        if command.days < 1:
            raise Refused("a film can't be shot in no day", "Allot 1 day or more.")
        events.append(DaysAllotted(days=command.days))
    if not events:
        raise Refused("that is allotted already", "See: cineledger sql 'from allotments'")
    return [*_moot(state), *events]


def _moot(state: State) -> list[Event]:
    asked = (state.debate.questions[number] for number in sorted(state.debate.undecided))
    return [
        QuestionDropped(question=question.number, reason="other limits are set")
        for question in asked
        if question.opened.subject == RESOURCES
    ]


def grant_more(state: State, command: GrantMore, by: str) -> list[Event]:
    """What a trade-off that was decided grants; only what the orchestrator, or a standing order, approved."""
    if by != "producer":
        raise Refused(f"{by} may not carry out what was granted", "The producer does.")
    question = state.debate.questions.get(command.question)
    approved = question.proposal(question.approved or 0) if question else None
    option = approved.option if approved else None
    if (
        question is None
        or not isinstance(option, TradeOffOption)
        or (option.amount, option.days) == (None, None)
    ):
        raise Refused(f"question {command.question} granted nothing", "Have it decided first.")
    if question.authority not in ("orchestrator", "standing_order"):
        raise Refused("the crew can't grant itself more", "The orchestrator has to approve that.")
    now = (state.office.amount, state.office.days)
    if (option.amount or now[0], option.days or now[1]) == now:
        raise Refused("that is granted already", "Nothing needs to be done.")
    return [ResourceGranted(question=command.question, amount=option.amount, days=option.days)]
