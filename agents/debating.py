"""How any role answers a round: one ask, one rule for the house mind, the same for every role."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from cineledger.agents.ask import Ask
from cineledger.agents.craft.choice import FilmView
from cineledger.agents.craft.role_criteria import criteria_of
from cineledger.agents.craft.trading import TradeView
from cineledger.agents.craft.view import BeatView
from cineledger.agents.filming import question_view
from cineledger.agents.identity.seeing import IdentityView, identity_view, wrong_identity
from cineledger.agents.option_faults import (
    wrong_approach,
    wrong_choice,
    wrong_names,
    wrong_outline,
    wrong_shot,
    wrong_trade_off,
)
from cineledger.agents.personas.recalling import cited, recalled_for, shown
from cineledger.agents.producing.ways import trade_view
from cineledger.agents.reading import beat_view, film_look, material, texts
from cineledger.agents.role import Habit, Moment
from cineledger.agents.screenwriting.arguing import StandOnSceneText, scene_text_view
from cineledger.agents.stances import Opposed, Stand, Stands, TakenBack, tabled, voices
from cineledger.domain.command import Command
from cineledger.domain.debate.answering import Against, Respond, Withdraw
from cineledger.domain.debate.commands import Amend, Offer, Reason
from cineledger.domain.debate.events import RoundOpened
from cineledger.domain.debate.options import (
    OPTIONS_ON,
    ChoiceOption,
    Look,
    Option,
    RevisionOption,
)
from cineledger.domain.debate.question import Question
from cineledger.domain.shots.events import ShotSpec
from cineledger.domain.state import State
from cineledger.domain.talk.commands import Pass
from cineledger.domain.words import (
    APPROACH,
    CHARACTER_IDENTITY,
    CHARACTER_NAME,
    OUTLINE,
    RESOURCES,
    SCENE_TEXT,
)


class StandOnShot(Stands):
    """Where do you stand on how this beat is to be shot?"""

    beat: BeatView
    look: Look
    said: tuple[str, ...]
    """Vision, constraints and broadcasts."""
    stands: ShotSpec | None = None
    """The shot as it is made now, where it is to be made otherwise."""

    def wrong(self, option: Option) -> Iterable[str]:
        """No shot of the beat, or one that is forbidden."""
        return wrong_shot(option, self.beat, self.said)


class StandOnApproach(Stands):
    """Where do you stand on the approach to the film?"""

    said: tuple[str, ...]
    material: str
    """The whole script."""

    def wrong(self, option: Option) -> Iterable[str]:
        """No approach, or one turned down in other words."""
        return wrong_approach(option, self.turned_down)


class StandOnOutline(Stands):
    """Where do you stand on this outline?"""

    def wrong(self, option: Option) -> Iterable[str]:
        """No outline that could be written."""
        return wrong_outline(option)


class StandOnNames(Stands):
    """Where do you stand on whether these names are one character's?"""

    question: str
    cues: tuple[tuple[str, int], ...]
    """Each name with the number of its cues."""

    def wrong(self, option: Option) -> Iterable[str]:
        """No answer about these two names."""
        return wrong_names(option, [name for name, _ in self.cues])


class StandOnChoice(Stands):
    """Where do you stand on which of these ways is the film's?"""

    subject: str
    view: FilmView

    def wrong(self, option: Option) -> Iterable[str]:
        """No choice on the subject."""
        return wrong_choice(option, self.subject, self.view)


class StandOnTradeOff(Stands):
    """Where do you stand on what is given up, or granted, where the plan takes more than was allotted?"""

    view: TradeView

    def wrong(self, option: Option) -> Iterable[str]:
        """None of the ways there are."""
        return wrong_trade_off(option, self.view)


class StandOnIdentity(Stands):
    """Where do you stand on who this character is?"""

    view: IdentityView

    def wrong(self, option: Option) -> Iterable[str]:
        """No identity that could be hers."""
        return wrong_identity(option, self.view, (*self.tabled, *self.turned_down))


def _asked(moment: Moment) -> bool:
    event = moment.event
    return isinstance(event, RoundOpened) and moment.role in event.waiting


def _asks(moment: Moment) -> Sequence[Ask]:
    event = cast(RoundOpened, moment.event)
    state = moment.state
    question = state.debate.questions[event.question]
    seen = _seen(moment, question)
    match question.opened.subject:
        case subject if subject == OUTLINE:
            return (StandOnOutline(**seen),)
        case subject if subject == APPROACH:
            return (StandOnApproach(**seen, said=texts(state), material=material(state)),)
        case subject if subject == CHARACTER_NAME:
            known = state.cast.characters
            names = [name for name in question.opened.characters if name in known]
            cues = tuple((name, known[name].introduced.speeches) for name in names)
            return (StandOnNames(**seen, question=question.opened.text, cues=cues),)
        case subject if subject == SCENE_TEXT:
            text = scene_text_view(state, question)
            return () if text is None else (StandOnSceneText(**seen, **text),)
        case subject if subject == RESOURCES:
            trade = trade_view(state)
            return () if trade is None else (StandOnTradeOff(**seen, view=trade),)
        case subject if subject == CHARACTER_IDENTITY:
            seen_so = identity_view(state, question)
            return () if seen_so is None else (StandOnIdentity(**seen, view=seen_so),)
        case subject if OPTIONS_ON.get(subject) is ChoiceOption:
            return (StandOnChoice(**seen, subject=subject, view=question_view(state, question)),)
        case _:
            view = beat_view(state, question.opened.scene or "", question.opened.beat or 0)
            if view is None:
                return ()
            look, now = film_look(state), _now(state, question)
            return (StandOnShot(**seen, beat=view, look=look, said=texts(state), stands=now),)


def _seen(moment: Moment, question: Question) -> dict[str, Any]:
    """What every role sees of a debate, whatever it is about."""
    return {
        "role": moment.role,
        "tabled": tabled(question),
        "turned_down": tabled(question, rejected=True),
        "voices": voices(question),
        "round": question.round,
        "rounds_left": question.rounds_left,
        "criteria": criteria_of(moment.role, question.opened.subject),
        "remembered": shown(recalled_for(moment.state, moment.role, question)),
    }


def _now(state: State, question: Question) -> ShotSpec | None:
    """The shot that a question about its revision is about, as it is made now."""
    named = (p.option.shot for p in question.proposals if isinstance(p.option, RevisionOption))
    found = (state.shots.shots.get(name) for name in named)
    return next((shot.spec for shot in found if shot is not None), None)


def _acts(moment: Moment, answers: Sequence[Stand]) -> Sequence[Command]:
    event = cast(RoundOpened, moment.event)
    if not answers:
        return (Pass(reason="the scene has no such beat any more", question=event.question),)
    question = moment.state.debate.questions[event.question]
    stand, numbers = answers[0], question.live
    if stand.silent:
        return (Pass(reason=stand.reason, question=event.question),)
    rival, new = stand.alternative, stand.amends
    remembers = (*stand.remembers, *(rival.remembers if rival else ()))
    lessons = recalled_for(moment.state, moment.role, question) if remembers else ()
    cites = tuple(sorted({*_cites(moment), *cited(lessons, remembers)}))

    def why(said: Any) -> Reason:
        return Reason(criterion=said.criterion, reason=said.reason, cites=cites)

    return (
        Respond(
            question=event.question,
            supports=None if stand.supports is None else numbers[stand.supports],
            why=why(stand),
            against=tuple(_against(numbers[o.place], o, why(o)) for o in stand.against),
            alternative=None if rival is None else Offer(option=rival.option, why=why(rival)),
            amend=None if new is None else amendment(question, new.place, new.option, why(new)),
            withdraws=tuple(
                Withdraw(what=_taken(question, moment.role, taken), why=why(taken))
                for taken in stand.withdraws
            ),
        ),
    )


def _against(proposal: int, opposed: Opposed, why: Reason) -> Against:
    return Against(proposal=proposal, why=why, blocking=opposed.blocking)


def amendment(question: Question, place: int, option: Option, why: Reason) -> Amend:
    """The change of a proposal on the table, in answer to all that stands against it."""
    number = question.live[place]
    answers = tuple(position.number for position in question.standing(number))
    return Amend(proposal=number, option=option, why=why, answers=answers)


def _taken(question: Question, role: str, taken: TakenBack) -> int:
    """The number of the proposal, or of the objection, that a role takes back."""
    proposal = question.live[taken.place]
    if taken.what == "proposal":
        return proposal
    return next(p.number for p in question.standing(proposal) if p.role == role)


def _cites(moment: Moment) -> tuple[int, ...]:
    """What a stand rests on: the vision, the latest constraint and the latest broadcast."""
    production = moment.state.production
    said = [production.vision] if production.vision else []
    said.extend([*production.constraints[-1:], *production.broadcasts[-1:]])
    return tuple(sorted({word.number for word in said}))


ANSWER_ROUND = Habit(on=RoundOpened, concerns=_asked, asks=_asks, acts=_acts)
"""The habit by which a role answers the rounds that ask it."""
