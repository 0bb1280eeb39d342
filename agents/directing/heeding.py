"""The director heeds what the orchestrator says later: decided shots are looked at again, some reopened."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, cast

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.criteria import reason_for, score
from cineledger.agents.craft.limits import allowed, read_limits
from cineledger.agents.craft.view import BeatView
from cineledger.agents.reading import beat_view, film_look, texts
from cineledger.agents.role import Habit, Moment, Rests, Rules
from cineledger.agents.stances import spec_of
from cineledger.agents.standing import favourite
from cineledger.domain.command import Command
from cineledger.domain.debate.commands import ReopenQuestion
from cineledger.domain.debate.events import ProposalApproved
from cineledger.domain.debate.options import Look
from cineledger.domain.debate.question import Question
from cineledger.domain.event import Event
from cineledger.domain.production.events import BroadcastSent, ConstraintImposed, VisionStated
from cineledger.domain.shots.events import ShotSpec
from cineledger.domain.talk.commands import Pass
from cineledger.domain.value import Value
from cineledger.domain.words import APPROACH, COVERAGE

WORTH_REOPENING = 0.12
"""How much better (0 to 1) another shot must be, after new words from the orchestrator, to ask again."""


class Reconsidered(Value):
    """Whether a decided shot still stands."""

    stands: bool
    reason: str


class Reconsider(Ask):
    """Does this shot still stand, after what the orchestrator said?"""

    ANSWER: ClassVar[type[Value]] = Reconsidered
    beat: BeatView
    look: Look
    said: tuple[str, ...]
    spec: ShotSpec

    def faults(self, answer: Reconsidered) -> Iterator[str]:
        """A shot reopened or kept without a reason."""
        yield from checking.said(answer.reason, "the reason")


def _decided(moment: Moment) -> list[tuple[Question, BeatView, ShotSpec]]:
    """The questions whose decisions hold for a shot now, with the beat and the shot."""
    state, found = moment.state, []
    questions = state.debate.questions
    held = {shot.question for shot in state.shots.live()}
    for number in sorted(questions):
        question = questions[number]
        proposal = question.proposal(question.approved or 0)
        spec = spec_of(proposal.option) if proposal else None
        view = beat_view(state, question.opened.scene or "", question.opened.beat or 0)
        unplanned = question.opened.subject == COVERAGE and number not in state.shots.of_question
        if question.status == "decided" and spec and view and (number in held or unplanned):
            found.append((question, view, spec))
    return found


def _reconsider_asks(moment: Moment) -> Sequence[Ask]:
    look, said = film_look(moment.state), texts(moment.state)
    return [
        Reconsider(role=moment.role, beat=view, look=look, said=said, spec=spec)
        for _question, view, spec in _decided(moment)
    ]


def _reconsider(moment: Moment, answers: Sequence[Reconsidered]) -> Sequence[Command | Rests]:
    commands = [
        Rests(ReopenQuestion(question=question.number, reason=answer.reason), (place,))
        for place, ((question, _view, _spec), answer) in enumerate(
            zip(_decided(moment), answers, strict=True)
        )
        if not answer.stands
    ]
    return commands or (Pass(reason="what is decided stands, and what is to come will heed it"),)


def reconsider(ask: Reconsider) -> Reconsidered:
    """The house rule: a shot falls when it breaks a limit, or when another is clearly better now."""
    broken = allowed(ask.spec, read_limits(ask.said))
    if broken:
        return Reconsidered(stands=False, reason=broken)
    better = favourite(ask.role, ask.beat, ask.look, ask.said)
    if better is None:
        return Reconsidered(stands=True, reason="there is no shot within the limits")
    judged = score(ask.role, ask.beat, better, ask.look)
    gain = judged.total - score(ask.role, ask.beat, ask.spec, ask.look).total
    reason = reason_for(ask.role, ask.beat, better, ask.look, judged)
    return Reconsidered(stands=gain < WORTH_REOPENING, reason=reason)


def _on(kind: type[Event]) -> Habit:
    return Habit(
        on=kind,
        concerns=lambda moment: moment.state.production.phase is not None,
        asks=_reconsider_asks,
        acts=_reconsider,
    )


def _new_approach(moment: Moment) -> bool:
    question = moment.state.debate.questions[cast(ProposalApproved, moment.event).question]
    return question.opened.subject == APPROACH and moment.state.production.phase != "planning"


HEED = (
    _on(VisionStated),
    _on(ConstraintImposed),
    _on(BroadcastSent),
    Habit(on=ProposalApproved, concerns=_new_approach, asks=_reconsider_asks, acts=_reconsider),
)
HEEDING_RULES: Rules = {Reconsider: reconsider}
