"""The cinematographer answers notes about shots, beats, scenes and the whole film."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.criteria import reason_for, score
from cineledger.agents.craft.framing import options
from cineledger.agents.craft.limits import allowed, read_limits, within
from cineledger.agents.craft.page import quoted
from cineledger.agents.craft.saying import say
from cineledger.agents.craft.view import BeatView
from cineledger.agents.craft.vision import read_vision
from cineledger.agents.craft.wishes import NO_WISH, grants, read_wish
from cineledger.agents.noting.answering import answering, over, plainly
from cineledger.agents.noting.departments import following
from cineledger.agents.reading import beat_view, film_look, texts
from cineledger.agents.role import Moment, Rules
from cineledger.agents.stances import Rival, spec_of
from cineledger.agents.standing import favourite
from cineledger.domain.debate.commands import Offer, OpenQuestion, Reason
from cineledger.domain.debate.options import Look, RevisionOption
from cineledger.domain.notes.commands import ARGUED, AnswerNote, argued
from cineledger.domain.notes.events import Note
from cineledger.domain.shots.commands import ReviseShot
from cineledger.domain.shots.events import Shot, ShotSpec
from cineledger.domain.state import State
from cineledger.domain.value import Value
from cineledger.domain.words import COVERAGE, REVISION

WORTH_CHANGING = 0.12
"""How much better (0 to 1) another shot must be, to whoever hears the note, where it is not about this shot alone."""
MOST_NAMED = 8
"""Shots that an answer names; the rest is counted."""


class Heard(Value):
    """The shot that a note asks for, or why it asks for none."""

    rival: Rival | None
    reason: str


class HearNote(Ask):
    """What does the orchestrator's note ask of this shot? It is feedback, and binds nobody."""

    ANSWER: ClassVar[type[Value]] = Heard
    beat: BeatView
    look: Look
    said: tuple[str, ...]
    spec: ShotSpec
    note: str
    alone: bool
    """The note is about this shot and no other."""

    def faults(self, answer: Heard) -> Iterator[str]:
        """No reason, no shot, one that nobody can make, or one that is forbidden."""
        yield from checking.said(answer.reason, "the reason")
        if answer.rival is None:
            return
        spec = spec_of(answer.rival.option)
        yield from checking.said(answer.rival.criterion, "the criterion")
        yield from checking.said(answer.rival.reason, "the reason for the shot")
        if spec is None:
            yield f"a {answer.rival.option.kind} is no shot: give the shot that the note asks for, or null"
        else:
            yield from checking.framed(spec, checking.unseen(self.beat))
            yield from checking.limited(spec, self.said)


def _shots(state: State, note: Note) -> list[tuple[Shot, BeatView]]:
    """The shots a note is about, in the order of the script."""
    table, key = note.given.table, note.given.key or ""
    question = argued(state, note.given.about, key) if table in ARGUED else None
    named = state.shots.of_question.get(question.number, ()) if question else (key,)
    scene, _, beat = key.partition("/")
    found = []
    for name in state.script.order:
        for shot in state.shots.scene(name):
            planned = shot.planned
            meant = {
                None: True,
                "scenes": planned.scene == key,
                "beats": (planned.scene, str(planned.beat)) == (scene, beat),
            }.get(table, planned.shot in named)
            view = beat_view(state, name, planned.beat) if meant else None
            if view is not None:
                found.append((shot, view))
    return found


def _waits(state: State, note: Note) -> str | None:
    """A scene is looked at whole: once it has shots and nothing about its shots is undecided."""
    if over(state) or note.given.table in ("shots", *ARGUED):
        return None
    scene = (note.given.key or "").partition("/")[0]
    questions = (state.debate.questions[number].opened for number in state.debate.undecided)
    undecided = any(q.subject == COVERAGE and scene in ("", q.scene) for q in questions)
    if _shots(state, note) and not undecided:
        return None
    return "its shots are not all planned; it is answered once they are"


def _asks(moment: Moment, note: Note) -> Sequence[Ask]:
    look, said = film_look(moment.state), texts(moment.state)
    shots = _shots(moment.state, note)
    return [
        HearNote(
            role=moment.role,
            beat=view,
            look=look,
            said=said,
            spec=shot.spec,
            note=note.given.text,
            alone=note.given.table in ("shots", *ARGUED) and len(shots) == 1,
        )
        for shot, view in shots
    ]


def _acts(moment: Moment, note: Note, answers: Sequence[Heard]) -> Sequence[AnswerNote]:
    heard = list(zip(_shots(moment.state, note), answers, strict=True))
    if not heard:
        return (plainly(moment.state, note),)
    asked, made, does = list[str](), list[str](), list[OpenQuestion | ReviseShot]()
    beats = set[tuple[str, int]]()
    for (shot, _view), answer in heard:
        slate, where = shot.planned.shot, (shot.planned.scene, shot.planned.beat)
        spec = spec_of(answer.rival.option) if answer.rival else None
        if spec is None or answer.rival is None or spec == shot.spec:
            continue
        if shot.question is None and len(heard) > 1:
            does.append(ReviseShot(shot=slate, spec=spec, notes=answer.rival.reason))
            made.append(slate)
        elif where not in beats:
            beats.add(where)
            does.append(_question(shot, spec, answer.rival, note))
            asked.append(slate)
    said = [f"I ask how {_named(asked)} could be made."] if asked else []
    said += [f"I make {_named(made)} differently."] if made else []
    text = " ".join(said) or f"Nothing changes: {heard[0][1].reason}.{following(note.given.text)}"
    return (AnswerNote(note=note.number, text=text, does=tuple(does)),)


def _question(shot: Shot, spec: ShotSpec, rival: Rival, note: Note) -> OpenQuestion:
    why = Reason(criterion=rival.criterion, reason=rival.reason, cites=(note.number,))
    return OpenQuestion(
        subject=REVISION,
        text=f"How else is {shot.planned.shot} made? {note.given.text}",
        scene=shot.planned.scene,
        beat=shot.planned.beat,
        offer=Offer(option=RevisionOption(shot=shot.planned.shot, spec=spec), why=why),
    )


def _named(slates: Sequence[str]) -> str:
    more = f" and {len(slates) - MOST_NAMED} more" if len(slates) > MOST_NAMED else ""
    return ", ".join(slates[:MOST_NAMED]) + more


def hear_note(ask: HearNote) -> Heard:
    """The house rule: bend what the note refuses, go where it points; a shot noted by itself is made anew."""
    limits = read_limits(ask.said)
    wished = read_limits((*ask.said, ask.note))
    wish = read_wish(ask.note)
    look = _leaning(_leaning(ask.look, read_vision((ask.note,))), wish)
    bent = within(ask.spec, wished)
    spec: ShotSpec | None = None
    if wished != limits and bent != ask.spec and allowed(bent, limits) is None:
        spec = bent.model_copy(update={"description": say(bent, ask.beat)})
        reason = f"the note asks for it: {quoted(ask.note, 80)}"
        return Heard(rival=_rival(spec, "note", reason), reason=reason)
    if look != ask.look:
        elsewhere = [s for s in options(ask.beat, look, limits) if not _serves(ask, s, wish)]
        spec = favourite(ask.role, ask.beat, look, ask.said, without=elsewhere)
        gain = _total(ask, spec, look) - _total(ask, ask.spec, look) if spec else 0.0
        worth = 0.0 if wish != NO_WISH else WORTH_CHANGING
        spec = spec if ask.alone or gain > worth else None
        why = "the shots are as near to what the note asks as the script and the limits let them be"
    elif ask.alone and wished == limits:
        spec = favourite(ask.role, ask.beat, look, ask.said, without=(ask.spec,), other_than=ask.spec.size)
        why = "no other shot is better here within the limits"
    else:
        why = (
            "the shots keep to it already"
            if wished != limits
            else "it asks for nothing that a camera could do"
        )
    if spec is None or spec == ask.spec:
        return Heard(rival=None, reason=why)
    judged = score(ask.role, ask.beat, spec, look)
    reason = reason_for(ask.role, ask.beat, spec, look, judged)
    return Heard(rival=_rival(spec, judged.best, reason), reason=reason)


def _serves(ask: HearNote, spec: ShotSpec, wish: Look) -> bool:
    """It goes where the note points; where that is about more than this shot, what the shot is for stays."""
    return grants(ask.spec, spec, wish) and (ask.alone or spec.type == ask.spec.type)


def _rival(spec: ShotSpec, criterion: str, reason: str) -> Rival:
    return Rival(option=RevisionOption(shot="", spec=spec), criterion=criterion, reason=reason)


def _total(ask: HearNote, spec: ShotSpec, look: Look) -> float:
    return score(ask.role, ask.beat, spec, look).total


def _leaning(look: Look, lean: Look) -> Look:
    """A look moved halfway to where words lean, on the axes they speak of."""
    axes = {
        axis: round((getattr(look, axis) + wanted) / 2, 3) if wanted else getattr(look, axis)
        for axis, wanted in lean.model_dump().items()
    }
    return Look(**axes)


ANSWER_SHOT_NOTES = answering(_asks, _acts, _waits)
SHOT_NOTE_RULES: Rules = {HearNote: hear_note}
