"""How choices are asked about, argued over and weighed by the house: one way for every subject."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import ClassVar, cast

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.choice import FilmView, Weighed, favourite, filled, weigh
from cineledger.agents.craft.role_criteria import criteria_of
from cineledger.agents.craft.subjects import SUBJECTS
from cineledger.agents.debating import StandOnChoice
from cineledger.agents.directing.heeding import WORTH_REOPENING, Reconsidered
from cineledger.agents.filming import film_view, question_view
from cineledger.agents.offering import OfferChoice, Offered
from cineledger.agents.personas.recalling import Recalled, cited, people_of, recalled, shown
from cineledger.agents.personas.remembered import lean, tipping
from cineledger.agents.reading import words
from cineledger.agents.reminding import reminded, ruling_reminded, standing_reminded
from cineledger.agents.role import Moment, Rules
from cineledger.agents.stances import A_VOICE, Opposed, Rival, Stand, Tabled
from cineledger.agents.weighing import Verdict, WeighChoice
from cineledger.agents.working import SPOKEN, Made, Task
from cineledger.agents.yielding import taken_back
from cineledger.domain.debate.commands import Offer, OpenQuestion, Reason, ReopenQuestion
from cineledger.domain.debate.options import ChoiceOption
from cineledger.domain.debate.question import Question
from cineledger.domain.state import State
from cineledger.domain.value import Value
from cineledger.domain.words import CANON

OBJECT_MARGIN, RIVAL_MARGIN = 0.03, 0.08
"""How much better (0 to 1) a role must find its own choice to object, and to offer it against another's."""


def asked(state: State, subject: str, scene: str | None = None, about: str | None = None) -> bool:
    """There is a question on a subject, for a scene or a character where it is about one, that was not dropped."""
    return any(
        (q.opened.subject, q.opened.scene) == (subject, scene)
        and (about is None or about in q.opened.characters)
        and q.status != "dropped"
        for q in state.debate.questions.values()
    )


def offer_choice_ask(
    moment: Moment,
    subject: str,
    *,
    scene: str | None = None,
    beat: int | None = None,
    about: str | None = None,
) -> OfferChoice:
    """The ask whose answer a question on a subject opens with."""
    view = film_view(moment.state, subject, scene=scene, beat=beat, about=about)
    return OfferChoice(
        role=moment.role,
        criteria=criteria_of(moment.role, subject),
        subject=subject,
        view=view,
        remembered=shown(_recalled(moment, subject, scene, beat, about)),
    )


def _recalled(
    moment: Moment, subject: str, scene: str | None, beat: int | None, about: str | None
) -> Sequence[Recalled]:
    people = people_of(moment.state, scene, beat) if about is None else (about,)
    return recalled(moment.state, moment.role, subject, people)


def ask_choice(
    moment: Moment,
    ask: OfferChoice,
    answer: Offered,
    place: int,
    *,
    scene: str | None = None,
    beat: int | None = None,
    about: str | None = None,
) -> Sequence[Made]:
    """The command that opens a question with what was offered; nothing where nothing was."""
    if answer.rival is None:
        return ()
    lessons = _recalled(moment, ask.subject, scene, beat, about) if answer.rival.remembers else ()
    said = {word.number for word in words(moment.state)[-1:]}
    cites = tuple(sorted({*said, *cited(lessons, answer.rival.remembers)}))
    why = Reason(criterion=answer.rival.criterion, reason=answer.rival.reason, cites=cites)
    question = OpenQuestion(
        subject=ask.subject,
        text=filled(SUBJECTS[ask.subject].text, ask.view),
        scene=scene,
        beat=beat,
        offer=Offer(option=answer.rival.option, why=why),
        characters=() if about is None else (about,),
    )
    return (Made(question, (place,)),)


class ReconsiderChoice(Ask):
    """Does this choice still stand, after what the orchestrator said?"""

    ANSWER: ClassVar[type[Value]] = Reconsidered
    subject: str
    view: FilmView
    choice: str

    def faults(self, answer: Reconsidered) -> Iterator[str]:
        """A choice reopened or kept without a reason."""
        yield from checking.said(answer.reason, "the reason")


def _held(moment: Moment) -> list[tuple[Question, str]]:
    """The decided choices that the role leads; what happened to somebody is none that words about a film undo."""
    found = []
    for number, question in sorted(moment.state.debate.questions.items()):
        proposal = question.proposal(question.approved or 0)
        if question.opened.subject == CANON or question.opened.lead != moment.role:
            continue
        if question.status == "decided" and proposal is not None:
            if isinstance(proposal.option, ChoiceOption) and not _over(moment.state, question):
                found.append((moment.state.debate.questions[number], proposal.option.choice))
    return found


def _over(state: State, question: Question) -> bool:
    """It is about a drift that was returned from: what drifted does not hold any more."""
    drift = state.debate.drifts.get(question.opened.about or 0)
    return drift is not None and state.debate.questions[drift.drifted].decision != drift.decision


def _reconsider_asks(moment: Moment) -> Sequence[Ask]:
    return [
        ReconsiderChoice(
            role=moment.role,
            subject=question.opened.subject,
            view=question_view(moment.state, question),
            choice=choice,
        )
        for question, choice in _held(moment)
    ]


def _reconsider(moment: Moment, answers: Sequence[Reconsidered]) -> Iterable[Made]:
    for place, ((question, _), answer) in enumerate(zip(_held(moment), answers, strict=True)):
        if not answer.stands:
            yield Made(ReopenQuestion(question=question.number, reason=answer.reason), (place,))


def reconsider_choice(ask: ReconsiderChoice) -> Reconsidered:
    """The house rule: a choice falls when it is ruled out now, or when another is clearly better."""
    subject = SUBJECTS[ask.subject]
    better = favourite(subject, ask.role, ask.view)
    now = weigh(subject, ask.role, ask.view, ask.choice)
    if better is None or better == ask.choice:
        return Reconsidered(stands=True, reason=now.reason_for)
    if ask.choice in subject.excluded(ask.view):
        return Reconsidered(stands=False, reason=now.reason_against)
    other = weigh(subject, ask.role, ask.view, better)
    return Reconsidered(stands=other.total - now.total < WORTH_REOPENING, reason=other.reason_for)


HEED_CHOICES = Task(
    since="planning",
    asks=_reconsider_asks,
    makes=_reconsider,
    concerns=lambda moment: isinstance(moment.event, SPOKEN),
)
"""Whoever leads on a choice looks at it again when the orchestrator speaks."""


def offer_choice(ask: OfferChoice) -> Offered:
    """The house rule: what the role likes best of what was not turned down."""
    subject = SUBJECTS[ask.subject]
    down = _choices(ask.turned_down)
    choice = favourite(subject, ask.role, ask.view, down, _leaning(ask))
    if choice is None:
        return Offered(rival=None)
    rival = _rival(ask.subject, ask.role, ask, choice)
    plain = favourite(subject, ask.role, ask.view, down)
    place = None if choice == plain else tipping(ask.remembered, rival.option, _option(plain))
    return Offered(rival=rival if place is None else reminded(rival, ask.remembered, place))


def _leaning(ask: OfferChoice | StandOnChoice | WeighChoice) -> Callable[[str], float]:
    """What the role's lessons add to a choice's worth."""
    return lambda choice: lean(ask.remembered, ChoiceOption(choice=choice, statement=""))


def _option(choice: str | None) -> ChoiceOption | None:
    return None if choice is None else ChoiceOption(choice=choice, statement="")


def stand_on_choice(ask: StandOnChoice) -> Stand:
    """The house rule: each choice on the table by the role's own criteria, and its favourite against the best."""
    return standing_reminded(ask, _stand_on_choice)


def _stand_on_choice(ask: StandOnChoice) -> Stand:
    subject, view = SUBJECTS[ask.subject], ask.view
    bent = _leaning(ask)
    judged = [
        (_bent(weigh(subject, ask.role, view, proposal.option.choice), bent(proposal.option.choice)), place)
        for place, proposal in enumerate(ask.tabled)
        if isinstance(proposal.option, ChoiceOption)
    ]
    if not judged:
        return Stand(supports=None, criterion="vision", reason="nothing that can be chosen is proposed")
    top, best = max(judged, key=lambda pair: (pair[0].total, -pair[1]))
    own = favourite(subject, ask.role, view, _choices(ask.turned_down), bent)
    gain = weigh(subject, ask.role, view, own).total + bent(own) - top.total if own else 0.0
    against = tuple(
        Opposed(place=place, criterion=weighed.worst, reason=weighed.reason_against)
        for weighed, place in judged
        if place != best and top.total - weighed.total >= OBJECT_MARGIN
    )
    if own is None or ask.round > 1 or gain < OBJECT_MARGIN:
        back = taken_back(ask, best, top.best, top.reason_for)
        gone = {taken.place for taken in back}
        against = tuple(opposed for opposed in against if opposed.place not in gone)
        return Stand(
            supports=best, criterion=top.best, reason=top.reason_for, against=against, withdraws=back
        )
    opposed = (*against, Opposed(place=best, criterion=top.worst, reason=top.reason_against))
    rival = _rival(ask.subject, ask.role, ask, own) if gain >= RIVAL_MARGIN else None
    return Stand(
        supports=None, criterion=top.worst, reason=top.reason_against, against=opposed, alternative=rival
    )


def _bent(weighed: Weighed, by: float) -> Weighed:
    return weighed._replace(total=weighed.total + by) if by else weighed


def weigh_choice(ask: WeighChoice) -> Verdict:
    """The house rule: the lead's own judgement, moved a little by each voice and by what it learned before."""
    return ruling_reminded(ask, _weigh_choice)


def _weigh_choice(ask: WeighChoice) -> Verdict:
    subject, bent = SUBJECTS[ask.subject], _leaning(ask)
    weights = []
    for place, proposal in enumerate(ask.tabled):
        option = cast(ChoiceOption, proposal.option)
        own = weigh(subject, ask.role, ask.view, option.choice).total + bent(option.choice)
        voices = [v for v in ask.voices if v.place == place and v.role != ask.role]
        weights.append(own + A_VOICE * sum(1 if v.supports else -1 for v in voices))
    place = max(range(len(weights)), key=lambda p: (weights[p], -p))
    choice = cast(ChoiceOption, ask.tabled[place].option).choice
    weighed = weigh(subject, ask.role, ask.view, choice)
    again = ask.rounds_left > 0 and ask.moved and len(ask.tabled) > 1
    return Verdict(place=place, criterion=weighed.best, reason=weighed.reason_for, again=again)


def _rival(name: str, role: str, ask: OfferChoice | StandOnChoice, choice: str) -> Rival:
    subject = SUBJECTS[name]
    weighed = weigh(subject, role, ask.view, choice)
    statement = filled(subject.statements(ask.view)[choice], ask.view)
    return Rival(
        option=ChoiceOption(choice=choice, statement=statement),
        criterion=weighed.best,
        reason=weighed.reason_for,
    )


def _choices(turned_down: Sequence[Tabled]) -> tuple[str, ...]:
    return tuple(t.option.choice for t in turned_down if isinstance(t.option, ChoiceOption))


CHOOSING_RULES: Rules = {
    OfferChoice: offer_choice,
    StandOnChoice: stand_on_choice,
    WeighChoice: weigh_choice,
    ReconsiderChoice: reconsider_choice,
}
