"""How an accountable lead closes a debate: one ask, one rule for the house mind, the same for every lead."""

from collections.abc import Sequence
from typing import ClassVar

from cineledger.agents.ask import Ask
from cineledger.agents.craft.approach import approach_reason
from cineledger.agents.craft.criteria import reason_for, score
from cineledger.agents.craft.limits import allowed, read_limits
from cineledger.agents.craft.view import BeatView
from cineledger.agents.debating import Tabled, spec_of, tabled
from cineledger.agents.offering import OFFER_RULES, Offered, offer_asks
from cineledger.agents.reading import beat_view, film_look, texts
from cineledger.agents.role import Habit, Moment, Rules
from cineledger.domain.command import Command
from cineledger.domain.debate.commands import Offer, OpenRound, Reason, Rule
from cineledger.domain.debate.events import ProposalRejected, QuestionReopened, RoundClosed
from cineledger.domain.debate.options import AliasOption, ApproachOption, Look
from cineledger.domain.debate.state import Question
from cineledger.domain.event import Event
from cineledger.domain.production.events import BroadcastSent, ConstraintImposed, VisionStated
from cineledger.domain.talk.commands import Pass
from cineledger.domain.value import Value

A_VOICE = 0.06
"""What one role's support or objection weighs (0 to 1) beside the lead's own judgement."""


class Voice(Value):
    """Where one role stands on a proposal, named by its place in what was tabled."""

    role: str
    place: int
    supports: bool
    blocking: bool
    reason: str


class Verdict(Value):
    """Which proposal the lead comes down on, or that another round is worth it."""

    place: int
    criterion: str
    reason: str
    again: bool = False


class WeighShots(Ask):
    """Which of these shots, after what was said of them?"""

    ANSWER: ClassVar[type[Value]] = Verdict
    beat: BeatView
    look: Look
    said: tuple[str, ...]
    tabled: tuple[Tabled, ...]
    voices: tuple[Voice, ...]
    rounds_left: int
    moved: bool
    """An objection or an alternative came in the last round."""


class WeighVoices(Ask):
    """Which of these, by what was said of them?"""

    ANSWER: ClassVar[type[Value]] = Verdict
    tabled: tuple[Tabled, ...]
    voices: tuple[Voice, ...]
    rounds_left: int
    moved: bool


def _question(moment: Moment) -> Question | None:
    number: int = getattr(moment.event, "question", 0)
    return moment.state.debate.questions.get(number)


def _leads(moment: Moment) -> bool:
    question = _question(moment)
    return question is not None and question.opened.lead == moment.role


def _weigh(moment: Moment) -> Sequence[Ask]:
    question = _question(moment)
    assert question is not None
    numbers = question.live
    if not numbers:
        return offer_asks(moment, question)
    voices = tuple(
        Voice(
            role=p.role,
            place=numbers.index(p.proposal),
            supports=p.supports,
            blocking=p.blocking,
            reason=p.reason,
        )
        for p in question.positions
        if p.proposal in numbers
    )
    left = question.opened.rounds - question.round
    view = beat_view(moment.state, question.opened.scene or "", question.opened.beat or 0)
    if view is None:
        return (
            WeighVoices(
                role=moment.role,
                tabled=tabled(question),
                voices=voices,
                rounds_left=left,
                moved=question.moved,
            ),
        )
    return (
        WeighShots(
            role=moment.role,
            beat=view,
            look=film_look(moment.state),
            said=texts(moment.state),
            tabled=tabled(question),
            voices=voices,
            rounds_left=left,
            moved=question.moved,
        ),
    )


def _conclude(moment: Moment, answers: Sequence[Verdict | Offered]) -> Sequence[Command]:
    question = _question(moment)
    assert question is not None
    answer = answers[0] if answers else Offered(rival=None)
    if isinstance(answer, Offered):
        rival = answer.rival
        if rival is None:
            reason = "there is nothing else to offer within the limits: it is the orchestrator's to say"
            return (Pass(reason=reason, question=question.number),)
        why = Reason(criterion=rival.criterion, reason=rival.reason)
        return (OpenRound(question=question.number, offer=Offer(option=rival.option, why=why)),)
    if answer.again:
        return (OpenRound(question=question.number),)
    why = Reason(criterion=answer.criterion, reason=answer.reason)
    return (Rule(question=question.number, proposal=question.live[answer.place], why=why),)


def _reopen_asks(moment: Moment) -> Sequence[Ask]:
    question = _question(moment)
    assert question is not None
    return () if question.live else offer_asks(moment, question)


def _reopen(moment: Moment, answers: Sequence[Offered]) -> Sequence[Command]:
    question = _question(moment)
    assert question is not None
    if question.live:
        return (OpenRound(question=question.number),)
    return _conclude(moment, answers)


def _stuck(moment: Moment) -> list[Question]:
    """The role's questions whose every proposal was rejected."""
    questions = moment.state.debate.questions
    mine = (questions[number] for number in sorted(moment.state.debate.undecided))
    return [q for q in mine if q.opened.lead == moment.role and q.exhausted and offer_asks(moment, q)]


def _offer_anew_asks(moment: Moment) -> Sequence[Ask]:
    return [ask for question in _stuck(moment) for ask in offer_asks(moment, question)]


def _offer_anew(moment: Moment, answers: Sequence[Offered]) -> Sequence[Command]:
    return [
        OpenRound(
            question=question.number,
            offer=Offer(option=rival.option, why=Reason(criterion=rival.criterion, reason=rival.reason)),
        )
        for question, answer in zip(_stuck(moment), answers, strict=True)
        if (rival := answer.rival) is not None
    ] or (Pass(reason="that brings up nothing that was not rejected"),)


def _on_words(kind: type[Event]) -> Habit:
    return Habit(on=kind, concerns=lambda m: bool(_stuck(m)), asks=_offer_anew_asks, acts=_offer_anew)


LEAD = (
    Habit(on=RoundClosed, concerns=_leads, asks=_weigh, acts=_conclude),
    Habit(on=ProposalRejected, concerns=_leads, asks=_weigh, acts=_conclude),
    Habit(
        on=QuestionReopened,
        concerns=_leads,
        asks=_reopen_asks,
        acts=_reopen,
    ),
    _on_words(VisionStated),
    _on_words(ConstraintImposed),
    _on_words(BroadcastSent),
)
"""The habits by which a role leads the questions it is accountable for."""


def weigh_shots(ask: WeighShots) -> Verdict:
    """The house rule: the lead's own judgement, moved a little by each voice; a limit broken loses."""
    limits = read_limits(ask.said)
    weights = list[float]()
    for place, proposal in enumerate(ask.tabled):
        spec = spec_of(proposal.option)
        weight = -1.0
        if spec is not None and not allowed(spec, limits):
            weight = score(ask.role, ask.beat, spec, ask.look).total
        voices = [v for v in ask.voices if v.place == place and v.role != ask.role]
        weights.append(weight + A_VOICE * sum(1 if v.supports else -1 for v in voices))
    place = max(range(len(weights)), key=lambda p: (weights[p], -p))
    again = ask.rounds_left > 0 and ask.moved and len(ask.tabled) > 1
    spec = spec_of(ask.tabled[place].option)
    if spec is None:
        return Verdict(place=place, criterion="vision", reason=ask.tabled[place].reason, again=again)
    judged = score(ask.role, ask.beat, spec, ask.look)
    reason = reason_for(ask.role, ask.beat, spec, ask.look, judged)
    return Verdict(place=place, criterion=judged.best, reason=reason, again=again)


def weigh_voices(ask: WeighVoices) -> Verdict:
    """The house rule where no shot is at stake: most voices win, the lead's own breaking a tie."""
    weights = [
        sum((1 if v.supports else -1) for v in ask.voices if v.place == place)
        + (0.5 if proposal.by == ask.role else 0)
        for place, proposal in enumerate(ask.tabled)
    ]
    place = max(range(len(weights)), key=lambda p: (weights[p], -p))
    again = ask.rounds_left > 0 and ask.moved and len(ask.tabled) > 1
    option = ask.tabled[place].option
    reason = ask.tabled[place].reason
    if isinstance(option, ApproachOption):
        reason = approach_reason(ask.role, option.look, option.look)
    criterion = "identity" if isinstance(option, AliasOption) else "vision"
    return Verdict(place=place, criterion=criterion, reason=reason, again=again)


LEADING_RULES: Rules = {WeighShots: weigh_shots, WeighVoices: weigh_voices, **OFFER_RULES}
