"""How approvals are bound to what they were given for: decisions keep it, and what touches it ends the approval."""

from collections.abc import Mapping, Sequence

from cineledger.domain.canon.events import ContradictionFound
from cineledger.domain.cast.events import CharactersJoined, CharactersParted
from cineledger.domain.debate.content import (
    ACCOUNTS,
    CUES,
    EARLIER,
    LINES,
    PEOPLE,
    SCENES,
    SETS,
    SHOT,
    VISION,
    content_of,
    standing,
)
from cineledger.domain.debate.events import (
    ApprovalVoided,
    ProposalApproved,
    QuestionDropped,
    QuestionReopened,
)
from cineledger.domain.debate.options import RevisionOption, TradeOffOption
from cineledger.domain.debate.question import Question
from cineledger.domain.design.events import SetGathered
from cineledger.domain.event import Event
from cineledger.domain.music.events import CueWritten
from cineledger.domain.production.events import VisionStated
from cineledger.domain.script.events import (
    SceneBrokenDown,
    SceneOmitted,
    ScenesOrdered,
    SceneWritten,
    ScriptImported,
)
from cineledger.domain.series.events import SeriesBibleTaken
from cineledger.domain.shots.events import ShotOmitted, ShotPlanned, ShotReopened, ShotRevised
from cineledger.domain.state import State, evolve
from cineledger.domain.words import (
    APPROACH,
    ARC,
    CANON,
    CHARACTER_NAME,
    CONTINUITY,
    COVERAGE,
    DESIGN,
    OUTLINE,
    PACING,
    RESOURCES,
    REVISION,
    SCENE_MUSIC,
    SCENE_TEXT,
    SCORE,
    SEASON_ARC,
    SERIES_THEME,
    SLIP,
    THE_ORCHESTRATORS,
    THEME,
)
from cineledger.domain.work.work import WorkStruck

Kinds = tuple[type[Event], ...]
_SCRIPT: Kinds = (ScriptImported, SceneWritten, SceneOmitted, ScenesOrdered)
_NAMES: Kinds = (CharactersJoined, CharactersParted)
_SHOTS: Kinds = (ShotPlanned, ShotRevised, ShotReopened, ShotOmitted)
TOUCHED_BY: Mapping[str, Kinds] = {
    OUTLINE: _SCRIPT,
    COVERAGE: (*_SCRIPT, SceneBrokenDown, *_NAMES, *_SHOTS),
    REVISION: (*_SCRIPT, *_NAMES, *_SHOTS),
    SCENE_MUSIC: (*_SCRIPT, SceneBrokenDown, *_NAMES),
    CHARACTER_NAME: _SCRIPT,
    SCENE_TEXT: (SceneWritten, SceneOmitted),
    ARC: (*_SCRIPT, *_NAMES),
    SLIP: _SCRIPT,
    RESOURCES: (*_SCRIPT, *_SHOTS, SetGathered, CueWritten),
    CONTINUITY: (SeriesBibleTaken,),
    CANON: (ContradictionFound, WorkStruck),
    **dict.fromkeys((APPROACH, THEME, DESIGN, SCORE, PACING, SERIES_THEME, SEASON_ARC), (VisionStated,)),
}
"""Subject → the events that may touch what a decision on it is about."""
_TOUCHING: Kinds = tuple({kind for kinds in TOUCHED_BY.values() for kind in kinds})


def bound(state: State, events: list[Event], by: str) -> list[Event]:
    """The events of a command, each decision among them with its content, and what they do to approvals that held."""
    touching = any(isinstance(event, _TOUCHING) for event in events)
    approving = any(isinstance(event, ProposalApproved) for event in events)
    if not approving and not (touching and state.debate.held):
        return events
    first, made = state.number + 1, list[Event]()
    for event in events:
        if isinstance(event, ProposalApproved):
            event = _kept(state, event)
        made.append(event)
        state = evolve(state, event, by)
    if touching:
        for number in sorted(state.debate.held):
            made.extend(_touched(state, state.debate.questions[number], made[: len(events)], first))
    return made


def asked_again(state: State, question: Question, reason: str, touched: int) -> list[Event]:
    """A question open again, since what it is about changed; with an approval that held for what that was, its end."""
    return [*_voided(state, question, reason, touched), _again(state, question, reason)]


def would_end(state: State, events: Sequence[Event], by: str) -> list[Question]:
    """The questions whose approval by the orchestrator would not outlive these events."""
    after = state
    for event in events:
        after = evolve(after, event, by)
    held = (after.debate.questions[number] for number in sorted(after.debate.held)) if events else ()
    return [q for q in held if any(_may_touch(after, q, event) for event in events) and changed(after, q)]


def stale(state: State) -> list[Question]:
    """The questions whose approval by the orchestrator stands for what is not there any more: there should be none."""
    held = (state.debate.questions[number] for number in sorted(state.debate.held))
    return [question for question in held if changed(state, question)]


def ended(state: State) -> list[Event]:
    """What ends the approvals that are stale, where a fork cut off the events that would have."""
    return [
        event
        for question in stale(state)
        for event in asked_again(
            state, question, _reason(state, question, changed(state, question)), state.number
        )
    ]


def _kept(state: State, approved: ProposalApproved) -> ProposalApproved:
    """A decision with what it is given for."""
    question = state.debate.questions[approved.question]
    proposal = question.proposal(approved.proposal)
    assert proposal is not None
    content = content_of(state, question, proposal)
    return approved.model_copy(update={"content": content.hash, "about": content.parts})


def _touched(state: State, question: Question, events: Sequence[Event], first: int) -> list[Event]:
    """What events numbered from `first` do to an approval that held; nothing where they left alone what it is about."""
    place = next((p for p, event in enumerate(events) if _may_touch(state, question, event)), None)
    parts = changed(state, question) if place is not None else ()
    if place is None or not parts:
        return []
    event, number = events[place], first + place
    carried = state.debate.questions.get(getattr(event, "question", None) or 0)
    if parts == (SHOT,) and carried is not None and carried.authority in THE_ORCHESTRATORS:
        return _voided(state, question, f"it is approved otherwise at {carried.decision}", number)
    return asked_again(state, question, _reason(state, question, parts), number)


def _may_touch(state: State, question: Question, event: Event) -> bool:
    if not isinstance(event, TOUCHED_BY.get(question.opened.subject, ())):
        return False
    if isinstance(event, _SHOTS):
        return getattr(event, "shot", "") in _slates(state, question)
    return question.opened.scene in (None, getattr(event, "scene", question.opened.scene))


def _slates(state: State, question: Question) -> tuple[str, ...]:
    """The shots that the decision of a question is about."""
    proposal = question.proposal(question.approved or 0)
    match proposal.option if proposal else None:
        case RevisionOption(shot=shot):
            return (shot,)
        case TradeOffOption(shots=shots):
            return shots
        case _:
            return state.shots.of_question.get(question.number, ())


def changed(state: State, question: Question) -> tuple[str, ...]:
    """What of that which a decision was given for is not as it was."""
    now = standing(state, question)
    return () if now is None else now.other_than(question.about)


def _voided(state: State, question: Question, reason: str, touched: int) -> list[Event]:
    was, now = question.content, standing(state, question)
    if not question.holds or now is None or now.hash == was:
        return []
    return [
        ApprovalVoided(
            question=question.number,
            decision=question.decision or 0,
            was=was,
            now=now.hash,
            reason=reason,
            touched=touched,
        )
    ]


def _again(state: State, question: Question, reason: str) -> Event:
    """The question open again, or dropped where there is nothing left to decide."""
    for name in question.opened.characters:
        known = state.cast.characters.get(name)
        if known is not None and not known.speeches:
            return QuestionDropped(question=question.number, reason=f"no cue bears the name {name} any more")
    if question.opened.subject == CANON:
        found = state.canon.found.get(question.opened.about or -1)
        if found is None or state.works.get(ContradictionFound, found.key) is None:
            return QuestionDropped(question=question.number, reason="nothing is at odds any more")
    if question.opened.subject == SCENE_TEXT:
        return QuestionDropped(question=question.number, reason="the scene was written anew since")
    proposal = question.proposal(question.approved or 0)
    option = proposal.option if proposal else None
    if isinstance(option, RevisionOption) and state.shots.shots[option.shot].status in (
        "reopened",
        "omitted",
    ):
        return QuestionDropped(question=question.number, reason=reason)
    return QuestionReopened(question=question.number, reason=reason)


def _reason(state: State, question: Question, parts: Sequence[str]) -> str:
    """What changed, in the crew's words."""
    said = {
        LINES: "its lines changed",
        PEOPLE: "who is in it changed",
        SHOT: f"shot {' and '.join(_slates(state, question))} is made otherwise",
        SCENES: "the scenes it is about changed",
        CUES: "the scenes those names speak in changed",
        VISION: "the vision changed",
        EARLIER: "earlier episodes left them otherwise",
        ACCOUNTS: "what they are at odds about changed",
        SETS: "the scenes of those sets changed",
    }
    return ", ".join(said.get(what, f"{what} changed") for what in parts)
