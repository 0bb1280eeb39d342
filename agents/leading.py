"""How an accountable lead closes a debate: one ask, one rule for the house mind, the same for every lead."""

from collections.abc import Sequence
from typing import cast

from cineledger.agents.ask import Ask
from cineledger.agents.asking_again import as_made_now
from cineledger.agents.craft.approach import approach_reason
from cineledger.agents.craft.criteria import reason_for, score
from cineledger.agents.craft.limits import allowed, read_limits
from cineledger.agents.debating import amendment
from cineledger.agents.offering import OFFER_RULES, Offered, offer_asks
from cineledger.agents.personas.recalling import cited, recalled_for
from cineledger.agents.personas.remembered import lean_shot
from cineledger.agents.reminding import ruling_reminded
from cineledger.agents.role import Habit, Moment, Rests, Rules
from cineledger.agents.stances import A_VOICE, Amended, Rival, spec_of, specs_of
from cineledger.agents.weighing import Verdict, WeighShots, WeighVoices, weigh_asks
from cineledger.agents.yielding import amended_shot
from cineledger.domain.command import Command
from cineledger.domain.debate.commands import Offer, OpenRound, Reason, Rule
from cineledger.domain.debate.events import ProposalRejected, QuestionReopened, RoundClosed
from cineledger.domain.debate.options import (
    ApproachOption,
    Option,
    RevisionOption,
    ShotOption,
)
from cineledger.domain.debate.question import Question
from cineledger.domain.event import Event
from cineledger.domain.production.events import BroadcastSent, ConstraintImposed, VisionStated
from cineledger.domain.script.events import SceneBrokenDown
from cineledger.domain.talk.commands import Pass
from cineledger.domain.words import REVISION

_SAID_OF = {"alias": "identity", "outline": "story", "scene_text": "story"}
"""Kind of option → what the house goes by where it can only count voices."""


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
    return weigh_asks(moment, question) if question.live else offer_asks(moment, question)


def _conclude(moment: Moment, answers: Sequence[Verdict | Offered]) -> Sequence[Command]:
    question = _question(moment)
    assert question is not None
    answer = answers[0] if answers else Offered(rival=None)
    if isinstance(answer, Offered):
        rival = answer.rival
        if rival is None:
            reason = "there is nothing else to offer within the limits: it is the orchestrator's to say"
            return (Pass(reason=reason, question=question.number),)
        why = Reason(criterion=rival.criterion, reason=rival.reason, cites=_lessons(moment, question, rival))
        offer = Offer(option=_fitting(moment, question, rival.option), why=why)
        return (OpenRound(question=question.number, offer=offer),)
    why = Reason(criterion=answer.criterion, reason=answer.reason, cites=_lessons(moment, question, answer))
    new = answer.amends
    if new is not None:
        said = Reason(criterion=new.criterion, reason=new.reason)
        amend = amendment(question, new.place, new.option, said)
        return (OpenRound(question=question.number, amend=amend),)
    if answer.again or question.again:
        return (OpenRound(question=question.number),)
    return (Rule(question=question.number, proposal=question.live[answer.place], why=why),)


def _lessons(moment: Moment, question: Question, answer: Rival | Verdict) -> tuple[int, ...]:
    """The events of the lessons that an answer rests on."""
    if not answer.remembers:
        return ()
    return cited(recalled_for(moment.state, moment.role, question), answer.remembers)


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
            cites = (moment.number, *_lessons(moment, question, rival))
            why = Reason(criterion=rival.criterion, reason=rival.reason, cites=cites)
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
    """The house rule: the lead's own judgement, moved a little by each voice; a limit broken loses.

    Where everybody is asked again, the lead changes its own shot first if one change answers what is against it.
    """
    return ruling_reminded(ask, _weigh_shots)


def _weigh_shots(ask: WeighShots) -> Verdict:
    limits = read_limits(ask.said)
    weights = list[float]()
    for place, proposal in enumerate(ask.tabled):
        spec = spec_of(proposal.option)
        weight = -1.0
        if spec is not None and not allowed(spec, limits):
            weight = score(ask.role, ask.beat, spec, ask.look).total + lean_shot(ask.remembered, spec)
        voices = [v for v in ask.voices if v.place == place and v.role != ask.role]
        weights.append(weight + A_VOICE * sum(1 if v.supports else -1 for v in voices))
    place = max(range(len(weights)), key=lambda p: (weights[p], -p))
    worth = ask.rounds_left > 0 and ask.moved
    again = worth and len(ask.tabled) > 1
    spec = spec_of(ask.tabled[place].option)
    if spec is None:
        return Verdict(place=place, criterion="vision", reason=ask.tabled[place].reason, again=again)
    judged = score(ask.role, ask.beat, spec, ask.look)
    reason = reason_for(ask.role, ask.beat, spec, ask.look, judged)
    new = _mended(ask, place) if worth else None
    if new is not None:
        return Verdict(place=place, criterion=judged.best, reason=reason, again=True, amends=new)
    return Verdict(place=place, criterion=judged.best, reason=reason, again=again)


def _mended(ask: WeighShots, place: int) -> Amended | None:
    """The lead's own shot with one thing changed, the one it leans to before others, if it then likes none better."""
    limits = read_limits(ask.said)
    mine = sorted((p for p, t in enumerate(ask.tabled) if t.by == ask.role), key=lambda p: p != place)
    liked = {
        p: score(ask.role, ask.beat, spec, ask.look).total
        for p, spec in specs_of(ask.tabled)
        if allowed(spec, limits) is None
    }
    for own in mine:
        new = amended_shot(ask.role, ask.beat, ask.look, ask.said, ask.tabled, ask.voices, own)
        spec = spec_of(new.option) if new is not None else None
        others = [worth for p, worth in liked.items() if p != own]
        if spec is not None and score(ask.role, ask.beat, spec, ask.look).total >= max(others, default=0.0):
            return new
    return None


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
    criterion = _SAID_OF.get(option.kind, "vision")
    return Verdict(place=place, criterion=criterion, reason=reason, again=again)


LEADING_RULES: Rules = {WeighShots: weigh_shots, WeighVoices: weigh_voices, **OFFER_RULES}
