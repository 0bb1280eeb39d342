"""The rules of answering a round: support, objection, alternative, amendment, withdrawal."""

from collections.abc import Iterator, Sequence

from cineledger.domain.command import Command
from cineledger.domain.debate.changing import (
    amended,
    objection_withdrawn,
    offered_already,
    proposal_withdrawn,
)
from cineledger.domain.debate.checks import may_be_offered, question_at, require_tabled
from cineledger.domain.debate.commands import Amend, Offer, Reason
from cineledger.domain.debate.events import AlternativeOffered, ObjectionRaised, RoundClosed, SupportGiven
from cineledger.domain.debate.question import Question
from cineledger.domain.debate.scope import further
from cineledger.domain.debate.wording import own_words
from cineledger.domain.event import Event
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State, evolve
from cineledger.domain.value import Value
from cineledger.domain.words import CAST_PREFIX


class Against(Value):
    """An objection to one proposal."""

    proposal: int
    why: Reason
    blocking: bool = False


class Withdraw(Value):
    """Something a role said before and takes back: a proposal or an objection of its own, by its number."""

    what: int
    why: Reason


class Respond(Command):
    """Say where a role stands."""

    question: int
    supports: int | None
    why: Reason
    against: tuple[Against, ...] = ()
    alternative: Offer | None = None
    amend: Amend | None = None
    withdraws: tuple[Withdraw, ...] = ()


def respond(state: State, command: Respond, by: str) -> list[Event]:
    """All that a role says in a round, what it takes back first; closes the round when it was the last to answer."""
    question = question_at(state, command.question)
    if by not in question.waiting:
        raise Refused(f"question {command.question} does not wait for {by}", "Answer rounds that ask you.")
    _one_side(command)
    events, now = list[Event](), state
    for step in (_withdrawn, _amended, _objections, _stand):
        for event in step(now, command, by):
            events.append(event)
            now = evolve(now, event, by)
    if not events:
        raise Refused("an answer says nothing", "Support, object, offer an alternative, or pass.")
    return [*events, *round_closed(state, command.question, by, now)]


def round_closed(state: State, number: int | None, by: str, after: State | None = None) -> list[Event]:
    """The end of the round, if `by` is the last it waits for, and whether another is worth it.

    `after` is the state after what `by` said, where that changes who stands where.
    """
    question = state.debate.questions.get(number or 0)
    if question is None or question.waiting != (by,):
        return []
    over = further((after or state).debate.questions[question.number], state.left)
    return [
        RoundClosed(
            question=question.number,
            round=question.round,
            disagreement=over.disagreement,
            further=over.granted,
            reason=over.reason,
        )
    ]


def _one_side(command: Respond) -> None:
    """Refuses an answer that is on two sides at once."""
    given = {
        "supports a proposal": command.supports is not None,
        "amends its own": command.amend is not None,
        "offers another": command.alternative is not None,
    }
    done = [what for what, is_done in given.items() if is_done]
    if len(done) > 1:
        raise Refused(f"an answer {' and '.join(done)}", "Do one of the two.")
    attacked = {against.proposal for against in command.against}
    left = {withdraw.what for withdraw in command.withdraws}
    for own in (command.supports, command.amend.proposal if command.amend else None):
        if own is not None and own in attacked | left:
            raise Refused(
                f"an answer stands for {own} and against it", "Support what you have nothing against."
            )


def _withdrawn(state: State, command: Respond, by: str) -> Iterator[Event]:
    taken = set[int]()
    for withdraw in command.withdraws:
        question = state.debate.questions[command.question]
        if withdraw.what in taken:
            raise Refused(f"{withdraw.what} is withdrawn twice", "Once is enough.")
        taken.add(withdraw.what)
        why = withdraw.why.model_dump()
        if question.proposal(withdraw.what) is None:
            taken_back = objection_withdrawn(question, by, withdraw.what, why)
        else:
            taken_back = proposal_withdrawn(question, by, withdraw.what, why)
        for event in taken_back:
            state = evolve(state, event, by)
            yield event


def _amended(state: State, command: Respond, by: str) -> Sequence[Event]:
    new = command.amend
    if new is None:
        return ()
    question = state.debate.questions[command.question]
    return amended(state, question, by, new.proposal, new.option, new.answers, new.why.model_dump())


def _objections(state: State, command: Respond, by: str) -> Iterator[Event]:
    question = state.debate.questions[command.question]
    for against in command.against:
        require_tabled(question, against.proposal)
        if against.blocking and not by.startswith(CAST_PREFIX):
            raise Refused(f"{by} may not block", "Only a cast member may, for her own character.")
        yield ObjectionRaised(
            question=command.question,
            proposal=against.proposal,
            blocking=against.blocking,
            **against.why.model_dump(),
        )


def _stand(state: State, command: Respond, by: str) -> Iterator[Event]:
    """The support, or the alternative, which counts as support for the proposal that it repeats."""
    question, number = state.debate.questions[command.question], command.question
    if command.supports is not None:
        require_tabled(question, command.supports)
        yield SupportGiven(question=number, proposal=command.supports, **command.why.model_dump())
    if command.alternative is not None:
        option, why = command.alternative.option, command.alternative.why.model_dump()
        attacked = frozenset(against.proposal for against in command.against)
        same = offered_already(question, option, attacked)
        if same is not None:
            yield SupportGiven(question=number, proposal=same, **why)
        else:
            may_be_offered(state, question, option)
            rival = command.against[0].proposal if command.against else _first(question)
            own_words(question, rival, option, by)
            yield AlternativeOffered(question=number, rival=rival, option=option, **why)


def _first(question: Question) -> int:
    return next(iter(question.live), question.proposals[0].number)
