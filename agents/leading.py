"""How an accountable lead closes a debate: one ask, one rule for the house mind, the same for every lead."""

from collections.abc import Sequence
from typing import ClassVar, cast

from cineledger.agents.ask import Ask
from cineledger.agents.asking_again import as_made_now
from cineledger.agents.craft.approach import approach_reason
from cineledger.agents.craft.choice import FilmView
from cineledger.agents.craft.criteria import reason_for, score
from cineledger.agents.craft.limits import allowed, read_limits
from cineledger.agents.craft.trading import TradeView
from cineledger.agents.craft.view import BeatView
from cineledger.agents.debating import Tabled, spec_of, tabled
from cineledger.agents.filming import question_view
from cineledger.agents.offering import OFFER_RULES, Offered, offer_asks
from cineledger.agents.producing.ways import trade_view
from cineledger.agents.reading import beat_view, film_look, texts
from cineledger.agents.role import Habit, Moment, Rests, Rules
from cineledger.domain.command import Command
from cineledger.domain.debate.commands import Offer, OpenRound, Reason, Rule
from cineledger.domain.debate.events import ProposalRejected, QuestionReopened, RoundClosed
from cineledger.domain.debate.options import (
    OPTIONS_ON,
    AliasOption,
    ApproachOption,
    ChoiceOption,
    Look,
    Option,
    RevisionOption,
    ShotOption,
)
from cineledger.domain.debate.question import Question
from cineledger.domain.event import Event
from cineledger.domain.production.events import BroadcastSent, ConstraintImposed, VisionStated
from cineledger.domain.script.events import SceneBrokenDown
from cineledger.domain.talk.commands import Pass
from cineledger.domain.value import Value
from cineledger.domain.words import RESOURCES, REVISION

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


class WeighChoice(Ask):
    """Which of these ways, after what was said of them?"""

    ANSWER: ClassVar[type[Value]] = Verdict
    subject: str
    view: FilmView
    tabled: tuple[Tabled, ...]
    voices: tuple[Voice, ...]
    rounds_left: int
    moved: bool


class WeighTradeOffs(Ask):
    """Which of these, after what was said of them?"""

    ANSWER: ClassVar[type[Value]] = Verdict
    view: TradeView
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


def _torn(moment: Moment) -> bool:
    """The question's beat waits to be read again; what is decided anew follows that."""
    question = _question(moment)
    scene = moment.state.script.scenes.get(question.opened.scene or "") if question else None
    return (
        question is not None and scene is not None and any(t.beat == question.opened.beat for t in scene.torn)
    )


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
    if OPTIONS_ON.get(question.opened.subject) is ChoiceOption:
        return (
            WeighChoice(
                role=moment.role,
                subject=question.opened.subject,
                view=question_view(moment.state, question),
                tabled=tabled(question),
                voices=voices,
                rounds_left=left,
                moved=question.moved,
            ),
        )
    trade = trade_view(moment.state) if question.opened.subject == RESOURCES else None
    if trade is not None:
        return (
            WeighTradeOffs(
                role=moment.role,
                view=trade,
                tabled=tabled(question),
                voices=voices,
                rounds_left=left,
                moved=question.moved,
            ),
        )
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
        offer = Offer(option=_fitting(moment, question, rival.option), why=why)
        return (OpenRound(question=question.number, offer=offer),)
    if answer.again or question.again:
        return (OpenRound(question=question.number),)
    why = Reason(criterion=answer.criterion, reason=answer.reason)
    return (Rule(question=question.number, proposal=question.live[answer.place], why=why),)


def _fitting(moment: Moment, question: Question, option: Option) -> Option:
    """A shot as the revision of the one asked about, where a fork cut off the proposal that named it."""
    opened = question.opened
    if opened.subject != REVISION or not isinstance(option, ShotOption):
        return option
    shots = [s.planned for s in moment.state.shots.scene(opened.scene or "") if s.planned.beat == opened.beat]
    named = [shot.shot for shot in shots if shot.shot in opened.text.replace("?", " ").split()]
    slates = named or [shot.shot for shot in shots]
    return RevisionOption(shot=slates[0], spec=option.spec) if slates else option


def _reopen_asks(moment: Moment) -> Sequence[Ask]:
    question = _question(moment)
    assert question is not None
    return () if question.live else offer_asks(moment, question)


def _reopen(moment: Moment, answers: Sequence[Offered]) -> Sequence[Command]:
    question = _question(moment)
    assert question is not None
    offer = as_made_now(moment.state, question)
    if question.live or offer is not None:
        return (OpenRound(question=question.number, offer=offer),)
    return _conclude(moment, answers)


def left_open(moment: Moment) -> list[Question]:
    """The role's questions about a scene that was read again: those that a draft reopened, and nobody is asked."""
    scene = cast(SceneBrokenDown, moment.event)
    beats = {beat.beat for beat in scene.beats}
    questions = moment.state.debate.questions
    return [
        q
        for q in (questions[number] for number in sorted(moment.state.debate.undecided))
        if (q.opened.lead, q.opened.scene, q.status) == (moment.role, scene.scene, "open")
        and q.opened.beat in beats
        and not q.waiting
    ]


def resume_asks(moment: Moment) -> Sequence[Ask]:
    """What to offer for each question left open, now that its beat has other lines."""
    return [ask for question in left_open(moment) for ask in offer_asks(moment, question)]


def resume(moment: Moment, answers: Sequence[Offered]) -> Sequence[Rests]:
    """A round for each question left open, with an offer beside what was proposed before."""
    commands = list[Rests]()
    for place, (question, answer) in enumerate(zip(left_open(moment), answers, strict=True)):
        rival = answer.rival
        known = [question.proposal(number) for number in question.live]
        if rival is None or any(p and p.option == rival.option for p in known):
            offer = None
        else:
            why = Reason(criterion=rival.criterion, reason=rival.reason, cites=(moment.number,))
            offer = Offer(option=rival.option, why=why)
        if offer or question.live:
            commands.append(Rests(OpenRound(question=question.number, offer=offer), (place,)))
    return commands


def _resume(moment: Moment, answers: Sequence[Offered]) -> Sequence[Command | Rests]:
    return resume(moment, answers) or (Pass(reason="there is nothing to offer for the new lines"),)


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
    Habit(on=SceneBrokenDown, concerns=lambda m: bool(left_open(m)), asks=resume_asks, acts=_resume),
    Habit(
        on=QuestionReopened,
        concerns=lambda m: _leads(m) and not _torn(m),
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
