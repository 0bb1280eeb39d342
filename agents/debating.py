"""How any role answers a round: one ask, one rule for the house mind, the same for every role."""

from collections.abc import Sequence
from typing import ClassVar, cast

from cineledger.agents.ask import Ask
from cineledger.agents.craft.choice import FilmView
from cineledger.agents.craft.trading import TradeView
from cineledger.agents.craft.view import BeatView
from cineledger.agents.filming import question_view
from cineledger.agents.producing.ways import trade_view
from cineledger.agents.reading import beat_view, film_look, material, texts
from cineledger.agents.role import Habit, Moment
from cineledger.domain.command import Command
from cineledger.domain.debate.answering import Against, Respond
from cineledger.domain.debate.commands import Offer, Reason
from cineledger.domain.debate.events import RoundOpened
from cineledger.domain.debate.options import (
    OPTIONS_ON,
    ChoiceOption,
    Look,
    Option,
    RevisionOption,
    ShotOption,
)
from cineledger.domain.debate.question import Question
from cineledger.domain.shots.events import ShotSpec
from cineledger.domain.state import State
from cineledger.domain.talk.commands import Pass
from cineledger.domain.value import Value
from cineledger.domain.words import APPROACH, CHARACTER_NAME, OUTLINE, RESOURCES


class Tabled(Value):
    """A live proposal as a role sees it: no number, so that a fork asks again only what changed."""

    by: str
    option: Option
    reason: str


class Opposed(Value):
    """An objection."""

    place: int
    criterion: str
    reason: str
    blocking: bool = False


class Rival(Value):
    """An alternative."""

    option: Option
    criterion: str
    reason: str


class Stand(Value):
    """Where a role stands; proposals are named by their place in what was tabled, counted from 0."""

    supports: int | None
    criterion: str
    reason: str
    against: tuple[Opposed, ...] = ()
    alternative: Rival | None = None


class StandOnShot(Ask):
    """Where do you stand on how this beat is to be shot?"""

    ANSWER: ClassVar[type[Value]] = Stand
    beat: BeatView
    look: Look
    said: tuple[str, ...]
    """Vision, constraints and broadcasts."""
    tabled: tuple[Tabled, ...]
    turned_down: tuple[Tabled, ...]
    round: int
    stands: ShotSpec | None = None
    """The shot as it is made now, where it is to be made otherwise."""


class StandOnApproach(Ask):
    """Where do you stand on the approach to the film?"""

    ANSWER: ClassVar[type[Value]] = Stand
    said: tuple[str, ...]
    material: str
    """The whole script."""
    tabled: tuple[Tabled, ...]
    turned_down: tuple[Tabled, ...]
    round: int


class StandOnOutline(Ask):
    """Where do you stand on this outline?"""

    ANSWER: ClassVar[type[Value]] = Stand
    tabled: tuple[Tabled, ...]


class StandOnNames(Ask):
    """Where do you stand on whether these names are one character's?"""

    ANSWER: ClassVar[type[Value]] = Stand
    question: str
    cues: tuple[tuple[str, int], ...]
    """Each name with the number of its cues."""
    tabled: tuple[Tabled, ...]
    turned_down: tuple[Tabled, ...]


class StandOnChoice(Ask):
    """Where do you stand on which of these ways is the film's?"""

    ANSWER: ClassVar[type[Value]] = Stand
    subject: str
    view: FilmView
    tabled: tuple[Tabled, ...]
    turned_down: tuple[Tabled, ...]
    round: int


class StandOnTradeOff(Ask):
    """Where do you stand on what is given up, or granted, where the plan takes more than was allotted?"""

    ANSWER: ClassVar[type[Value]] = Stand
    view: TradeView
    tabled: tuple[Tabled, ...]
    turned_down: tuple[Tabled, ...]
    round: int


def tabled(question: Question, *, rejected: bool = False) -> tuple[Tabled, ...]:
    """The live proposals as roles see them, or those the orchestrator rejected."""
    return tuple(
        Tabled(by=p.by, option=p.option, reason=p.reason)
        for p in question.proposals
        if p.standing == ("rejected" if rejected else "live")
    )


def spec_of(option: Option) -> ShotSpec | None:
    """The shot an option is about."""
    return option.spec if isinstance(option, ShotOption | RevisionOption) else None


def _asked(moment: Moment) -> bool:
    event = moment.event
    return isinstance(event, RoundOpened) and moment.role in event.waiting


def _asks(moment: Moment) -> Sequence[Ask]:
    event = cast(RoundOpened, moment.event)
    state, role = moment.state, moment.role
    question = state.debate.questions[event.question]
    on_the_table, turned_down = tabled(question), tabled(question, rejected=True)
    match question.opened.subject:
        case subject if subject == OUTLINE:
            return (StandOnOutline(role=role, tabled=on_the_table),)
        case subject if subject == APPROACH:
            return (
                StandOnApproach(
                    role=role,
                    said=texts(state),
                    material=material(state),
                    tabled=on_the_table,
                    turned_down=turned_down,
                    round=event.round,
                ),
            )
        case subject if subject == CHARACTER_NAME:
            known = state.cast.characters
            names = [name for name in question.opened.characters if name in known]
            return (
                StandOnNames(
                    role=role,
                    question=question.opened.text,
                    cues=tuple((name, known[name].introduced.speeches) for name in names),
                    tabled=on_the_table,
                    turned_down=turned_down,
                ),
            )
        case subject if subject == RESOURCES:
            trade = trade_view(state)
            if trade is None:
                return ()
            return (
                StandOnTradeOff(
                    role=role,
                    view=trade,
                    tabled=on_the_table,
                    turned_down=turned_down,
                    round=event.round,
                ),
            )
        case subject if OPTIONS_ON.get(subject) is ChoiceOption:
            return (
                StandOnChoice(
                    role=role,
                    subject=subject,
                    view=question_view(state, question),
                    tabled=on_the_table,
                    turned_down=turned_down,
                    round=event.round,
                ),
            )
        case _:
            view = beat_view(state, question.opened.scene or "", question.opened.beat or 0)
            if view is None:
                return ()
            return (
                StandOnShot(
                    role=role,
                    beat=view,
                    look=film_look(state),
                    said=texts(state),
                    tabled=on_the_table,
                    turned_down=turned_down,
                    round=event.round,
                    stands=_stands(state, question),
                ),
            )


def _stands(state: State, question: Question) -> ShotSpec | None:
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
    cites = _cites(moment)
    if stand.supports is None and not stand.against and stand.alternative is None:
        return (Pass(reason=stand.reason, question=event.question),)
    rival = stand.alternative
    return (
        Respond(
            question=event.question,
            supports=None if stand.supports is None else numbers[stand.supports],
            why=Reason(criterion=stand.criterion, reason=stand.reason, cites=cites),
            against=tuple(
                Against(
                    proposal=numbers[o.place],
                    why=Reason(criterion=o.criterion, reason=o.reason, cites=cites),
                    blocking=o.blocking,
                )
                for o in stand.against
            ),
            alternative=None
            if rival is None
            else Offer(
                option=rival.option,
                why=Reason(criterion=rival.criterion, reason=rival.reason, cites=cites),
            ),
        ),
    )


def _cites(moment: Moment) -> tuple[int, ...]:
    """What a stand rests on: the vision, the latest constraint and the latest broadcast."""
    production = moment.state.production
    said = [production.vision] if production.vision else []
    said.extend([*production.constraints[-1:], *production.broadcasts[-1:]])
    return tuple(sorted({word.number for word in said}))


ANSWER_ROUND = Habit(on=RoundOpened, concerns=_asked, asks=_asks, acts=_acts)
"""The habit by which a role answers the rounds that ask it."""
