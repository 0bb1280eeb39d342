"""What the orchestrator said in person about what the crew put forward, and what the crew brought along."""

from dataclasses import dataclass, field, replace
from typing import Literal

from immutables import Map

from cineledger.domain.cast.events import CastState
from cineledger.domain.debate.events import ProposalApproved, ProposalRejected
from cineledger.domain.debate.options import Option, RevisionOption, ShotOption
from cineledger.domain.debate.question import Proposal, Question
from cineledger.domain.debate.state import DebateState
from cineledger.domain.event import Event
from cineledger.domain.maps import PMap
from cineledger.domain.notes.events import NoteAnswered, NoteState
from cineledger.domain.persona.events import CrewCameFrom, LessonsTaken
from cineledger.domain.production.interventions import WorkOverruled
from cineledger.domain.shots.events import ShotState
from cineledger.domain.words import ARC, DESIGN, PACING, REVISION, SCORE, THEME

MOST_WORDS = 200
"""How many words of a film are kept: what was said before so many others is not what counts any more."""

SUBJECT_OF_WORK = {
    "SetDesigned": DESIGN,
    "SetGathered": DESIGN,
    "CueWritten": SCORE,
    "MotifComposed": SCORE,
    "SceneAssembled": PACING,
    "ThemeFound": THEME,
    "ArcDrawn": ARC,
}
"""Kind of work → the subject that is asked on where the whole film's way of it is decided."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the orchestrator's on what somebody had put forward or made."""

    number: int
    """The event it was said in."""
    did: Literal["rejected", "overruled", "passed over", "took", "noted"]
    said: str
    """In the person's words; empty where nothing was said."""
    subject: str
    by: str
    """Who had put it forward, or made it."""
    option: Option | None = None
    """What it was; None where it was no proposal."""
    instead: Option | None = None
    """What holds in its place; None where nothing did yet."""
    rivals: tuple[Option, ...] = ()
    """Of what was taken: what else was proposed, rejected or not."""
    heard: tuple[str, ...] = ()
    """Who leads the question, and all who were asked about it."""
    characters: tuple[str, ...] = ()
    """Whom it is of, where that is somebody on a cue."""
    importance: float | None = None


@dataclass(frozen=True, slots=True)
class PersonaState:
    """What was said to the crew in this production, and what it remembers of others."""

    words: tuple[Word, ...] = ()
    """The latest, oldest first."""
    came: CrewCameFrom | None = None
    came_at: int | None = None
    """The event in which that was recorded."""
    taken: PMap[str, tuple[int, LessonsTaken]] = field(default_factory=Map)
    """Role → what it brought along, with the event that says so."""


def evolve(
    state: PersonaState,
    event: Event,
    number: int,
    *,
    debate: DebateState,
    notes: NoteState,
    shots: ShotState,
    cast: CastState,
) -> PersonaState:
    """The state after one event; debate, notes, shots and cast are as they were before it."""
    match event:
        case ProposalRejected():
            question = debate.questions[event.question]
            refused = question.proposal(event.proposal)
            if refused is None:
                return state
            return _heard(state, _word(question, refused, number, event.note, cast))
        case ProposalApproved(authority="orchestrator"):
            return _approved(state, debate.questions[event.question], event, number, cast)
        case WorkOverruled(work=work) if work in SUBJECT_OF_WORK:
            word = Word(number, "overruled", event.reason, SUBJECT_OF_WORK[work], event.to)
            return _heard(state, word)
        case NoteAnswered() if event.note in notes.unanswered and event.led_to:
            given = notes.notes[event.note].given
            shot = shots.shots.get(given.key or "") if given.table == "shots" else None
            if shot is None:
                return state
            option = RevisionOption(shot=shot.planned.shot, spec=shot.spec)
            role = notes.notes[event.note].to
            word = Word(event.note, "noted", given.text, REVISION, role, option)
            return _heard(state, replace(word, characters=_people(option, cast)))
        case CrewCameFrom():
            return replace(state, came=event, came_at=number)
        case LessonsTaken():
            return replace(state, taken=state.taken.set(event.role, (number, event)))
        case _:
            return state


def _heard(state: PersonaState, word: Word) -> PersonaState:
    return replace(state, words=(*state.words, word)[-MOST_WORDS:])


def _approved(
    state: PersonaState, question: Question, event: ProposalApproved, number: int, cast: CastState
) -> PersonaState:
    """What was passed over for it, or that it was taken where others would have had something else."""
    taken = question.proposal(event.proposal)
    passed = question.proposal(question.approved or question.recommended or 0)
    if taken is None:
        return state
    if passed is not None and passed.number != taken.number and not passed.rejected:
        word = _word(question, passed, number, event.note, cast)
        did: Literal["overruled", "passed over"] = "overruled" if question.approved else "passed over"
        return _heard(state, replace(word, did=did, instead=taken.option))
    rivals = tuple(p.option for p in question.proposals if p.number != taken.number)
    if not rivals and not event.note:
        return state
    word = _word(question, taken, number, event.note, cast)
    return _heard(state, replace(word, did="took", rivals=rivals))


def _people(option: Option, cast: CastState) -> tuple[str, ...]:
    """Whom a shot is of, if that is a character."""
    subject = option.spec.subject if isinstance(option, ShotOption | RevisionOption) else ""
    return (subject,) if subject in cast.characters else ()


def _word(question: Question, about: Proposal, number: int, said: str, cast: CastState) -> Word:
    return Word(
        number=number,
        did="rejected",
        said=said,
        subject=question.opened.subject,
        by=about.by,
        option=about.option,
        heard=tuple(dict.fromkeys((question.opened.lead, *question.opened.concerned))),
        characters=question.opened.characters or _people(about.option, cast),
        importance=question.opened.importance,
    )
