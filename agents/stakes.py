"""What is at stake: what each choice would change of what stands, as far as rules can tell before it is made."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from cineledger.agents.crew import role_of
from cineledger.domain.cast.events import CharactersJoined
from cineledger.domain.debate.binding import would_end
from cineledger.domain.debate.options import (
    AliasOption,
    Option,
    OutlineOption,
    RevisionOption,
    ShotOption,
    TradeOffOption,
)
from cineledger.domain.debate.question import Proposal, Question
from cineledger.domain.event import Event
from cineledger.domain.music.events import CueWritten
from cineledger.domain.office.events import BudgetEstimated
from cineledger.domain.shots.events import ShotOmitted, ShotRevised
from cineledger.domain.state import State
from cineledger.domain.words import APPROACH, ORCHESTRATOR
from cineledger.domain.work.kinds import KINDS
from cineledger.domain.work.work import Work


class Piece(NamedTuple):
    """A piece of work that stands."""

    number: int
    fact: Work


@dataclass(frozen=True, slots=True)
class Stakes:
    """What approving a proposal would change."""

    new: tuple[int, str] = (0, "shot")
    """Shots, or scenes of an outline, that would be made for it: how many of what."""
    again: tuple[str, ...] = ()
    """Reopened shots that would be planned again as they were."""
    otherwise: tuple[str, ...] = ()
    """Shots that would be made otherwise."""
    omitted: tuple[str, ...] = ()
    """Shots that would go."""
    scenes: tuple[str, ...] = ()
    """Numbers of the scenes that it touches, in order."""
    cues: tuple[str, ...] = ()
    """Cues that would go, or be gone over."""
    works: tuple[tuple[str, int], ...] = ()
    """What departments would go over: what one is called, and how many."""
    waits: tuple[str, ...] = ()
    """What is not made yet and would rest on it: what one is called."""
    cost: Decimal | None = None
    """What the film is estimated to cost now, where that would be worked out anew."""
    saves: Decimal | None = None
    """What it is expected to save."""
    spends: Decimal | None = None
    """What the film might cost from then on."""
    days: float | None = None
    """The days it is expected to save, or below 0 the days more."""
    ends: tuple[int, ...] = ()
    """The numbers of approvals that it would end."""


class AtStake:
    """A production by what rests on what, for any number of choices."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._pieces = [
            Piece(done.number, done.fact)
            for kind in KINDS
            for done in state.works.done.get(kind, {}).values()
        ]
        roles = {role.name: role for name in state.production.roster if (role := role_of(name)) is not None}
        habits = (habit for role in roles.values() for habit in role.habits)
        self._remakes = dict.fromkeys(made for habit in habits for made in habit.remakes)
        self._on: dict[int, list[Piece]] = {}
        self._of: dict[type[Work], list[Piece]] = {}
        self._with: dict[str, list[Piece]] = {}
        for piece in self._pieces:
            self._of.setdefault(type(piece.fact), []).append(piece)
            for number in piece.fact.rests:
                self._on.setdefault(number, []).append(piece)
            for slate in piece.fact.mentions().shots:
                self._with.setdefault(slate, []).append(piece)

    def of(self, question: Question, proposal: Proposal) -> Stakes:
        """What approving a proposal would change."""
        state, option = self._state, proposal.option
        changes = list(_carried_out(state, question, option))
        otherwise = tuple(event.shot for event in changes if isinstance(event, ShotRevised))
        omitted = tuple(event.shot for event in changes if isinstance(event, ShotOmitted))
        shots = (*otherwise, *omitted)
        kinds = self._kinds(question)
        gone_over = self._gone_over(question, option, kinds, shots)
        budget = state.works.get(BudgetEstimated)
        again = budget is not None and any(isinstance(piece.fact, BudgetEstimated) for piece in gone_over)
        trade = option if isinstance(option, TradeOffOption) else None
        return Stakes(
            new=_new(state, question, option),
            again=tuple(slate for slate in _slates(state, question, option) if self._reopened(slate, option)),
            otherwise=otherwise,
            omitted=omitted,
            scenes=self._scenes(question, option, shots, gone_over),
            cues=tuple(sorted({p.fact.cue for p in gone_over if isinstance(p.fact, CueWritten)})),
            works=_counted(gone_over),
            waits=self._waits(question, kinds),
            cost=budget.total if again and budget else None,
            saves=trade.saves if trade and trade.saves else None,
            spends=trade.amount if trade else None,
            days=_days(state, trade) if trade else None,
            ends=tuple(sorted(q.decision or 0 for q in would_end(state, changes, ORCHESTRATOR))),
        )

    def _kinds(self, question: Question) -> tuple[type[Work], ...]:
        """The kinds of work that somebody makes again after a decision on this."""
        roles = map(role_of, self._state.production.roster)
        habits = (habit for role in roles if role is not None for habit in role.habits)
        found = (
            kind for habit in habits for subject, kind in habit.remakes if subject == question.opened.subject
        )
        return tuple(dict.fromkeys(found))

    def _waits(self, question: Question, kinds: Iterable[type[Work]]) -> tuple[str, ...]:
        """What of these kinds there is none yet; shots rest on the approach."""
        shots = question.opened.subject == APPROACH and not self._state.shots.live()
        return (*("shot",) * shots, *(kind.NOUN for kind in kinds if kind not in self._of))

    def _reopened(self, slate: str, option: Option) -> bool:
        shot = self._state.shots.shots[slate]
        return shot.status == "reopened" and shot.spec == getattr(option, "spec", None)

    def _gone_over(
        self, question: Question, option: Option, kinds: Iterable[type[Work]], shots: Sequence[str]
    ) -> list[Piece]:
        """The pieces that are made again after it, those in which its shots are, and all that rests on these."""
        wave = [p for kind in kinds for p in self._of.get(kind, ()) if _concerned(p.fact, question)]
        wave += [piece for slate in shots for piece in self._with.get(slate, ())]
        if isinstance(option, TradeOffOption):
            wave += [p for p in self._of.get(CueWritten, ()) if getattr(p.fact, "cue", None) in option.cues]
        found: dict[int, Piece] = {}
        while wave:
            new = {piece.number: piece for piece in wave if piece.number not in found}
            found.update(new)
            wave = [piece for number in new for piece in self._on.get(number, ())]
        return [found[number] for number in sorted(found)]

    def _scenes(
        self, question: Question, option: Option, shots: Sequence[str], pieces: Iterable[Piece]
    ) -> tuple[str, ...]:
        """The scenes of the shots and of the pieces; a shot that is made so already touches none."""
        state, slates = self._state, _slates(self._state, question, option)
        made = isinstance(option, ShotOption | RevisionOption) and _new(state, question, option)[0] == 0
        again = any(self._reopened(slate, option) for slate in slates)
        touched = {state.shots.shots[slate].planned.scene for slate in shots}
        if question.opened.scene is not None and (again or not made):
            touched.add(question.opened.scene)
        touched |= {scene for piece in pieces for scene in _plays_in(piece.fact)}
        return tuple(s.written.number for s in state.script.present() if s.written.scene in touched)


def _slates(state: State, question: Question, option: Option) -> tuple[str, ...]:
    """The shots that would carry a decision out."""
    match option:
        case RevisionOption():
            return (option.shot,)
        case ShotOption():
            return state.shots.of_question.get(question.number, ())
        case _:
            return ()


def _carried_out(state: State, question: Question, option: Option) -> Iterator[Event]:
    """What carrying a decision out would do to what stands, where a rule says so."""
    number = question.number
    match option:
        case ShotOption() | RevisionOption():
            for slate in _slates(state, question, option):
                shot = state.shots.shots[slate]
                if shot.status != "omitted" and shot.spec != option.spec:
                    yield ShotRevised(shot=slate, spec=option.spec, notes="", question=number)
        case TradeOffOption():
            for slate in option.shots:
                if state.shots.shots[slate].status != "omitted":
                    yield ShotOmitted(shot=slate, reason=option.statement)
        case AliasOption(keep=str(keep)) if option.gone is not None:
            if state.cast.person(option.gone) != state.cast.person(keep):
                yield CharactersJoined(name=option.gone, into=keep, question=number, scenes=())
        case _:
            pass


def _new(state: State, question: Question, option: Option) -> tuple[int, str]:
    """How many shots or scenes there are not yet and would be."""
    if isinstance(option, OutlineOption):
        return (0 if state.script.order else len(option.scenes)), "scene"
    planned = (state.shots.shots[slate] for slate in state.shots.of_question.get(question.number, ()))
    return int(isinstance(option, ShotOption) and all(shot.status == "omitted" for shot in planned)), "shot"


def _concerned(fact: Work, question: Question) -> bool:
    """The piece is of the scene, or the character, that the question is about, where it is about one."""
    scene, characters = getattr(fact, "scene", None), question.opened.characters
    if question.opened.scene is not None and scene is not None:
        return bool(scene == question.opened.scene)
    return not characters or getattr(fact, "character", characters[0]) in characters


def _plays_in(fact: Work) -> Sequence[str]:
    """The scenes of a piece of work about a scene or a set; what is about the whole film is about none."""
    scene = getattr(fact, "scene", None)
    return (scene,) if scene is not None else getattr(fact, "scenes", ()) if fact.KEY == ("set",) else ()


def _counted(pieces: Sequence[Piece]) -> tuple[tuple[str, int], ...]:
    """Pieces by what they are called; cues are named apart."""
    return tuple(Counter(p.fact.NOUN for p in pieces if not isinstance(p.fact, CueWritten)).items())


def _days(state: State, option: TradeOffOption) -> float | None:
    if option.days is not None and state.office.days is not None:
        return float(state.office.days - option.days)
    return option.saves_days or None
