"""A cast member plays a scene again: on the director's note, when the orchestrator asks, or on a note about a take."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from cineledger.agents.noting.answering import answering, note_of
from cineledger.agents.noting.feelings import as_said
from cineledger.agents.reading import read_through
from cineledger.agents.role import Habit, Moment, Rests
from cineledger.agents.screenwriting.performing import (
    Perform,
    Performed,
    me,
    perform_ask,
    played,
    standing_take,
    take_made,
)
from cineledger.domain.cast.lived import SceneLived
from cineledger.domain.cast.performing import (
    MOST_TAKES,
    NOTED_TAKES,
    SceneRehearsed,
    TakeAsked,
    TakePlayed,
    part,
)
from cineledger.domain.cast.takes import count, takes_of
from cineledger.domain.notes.commands import AnswerNote
from cineledger.domain.notes.events import Note
from cineledger.domain.script.events import Scene
from cineledger.domain.state import State
from cineledger.domain.story.events import ArcDrawn
from cineledger.domain.work.commands import Deliver

TAKES = "performances"
"""The table whose rows are takes."""


def _noted(moment: Moment) -> str:
    """The director's note on her last take of the scene that was heard, where nobody has played it yet."""
    noted = cast(SceneRehearsed, moment.event).open_notes().get(me(moment))
    return noted.note if noted is not None and noted.take < NOTED_TAKES else ""


def _again_ask(moment: Moment) -> Perform:
    scene = cast(SceneRehearsed, moment.event).scene
    return _another_ask(moment.state, scene, me(moment), _noted(moment))


def _another_ask(state: State, scene: str, who: str, note: str, *, asked: bool = False) -> Perform:
    """What she is asked about a scene that she has played before, or is to play because somebody wants to see it."""
    take, takes = standing_take(state, who, scene), takes_of(state, who, scene)
    felt = state.cast.characters[who].feelings.get(scene)
    kept = {"intent", "subtext", "lines", "behaviour", "learned", "objects", "tactic"}
    known = Performed(**take.model_dump(include=kept), felt=as_said(felt)) if take and felt else None
    found = state.script.scenes[scene]
    return perform_ask(state, found, who).model_copy(
        update={
            "note": note,
            "played": known,
            "tried": tuple(dict.fromkeys(take.tactic for take in takes if take.tactic)),
            "turn": _turn(found, who),
            "wants": _wants(state, scene, who),
            "asked": asked,
        }
    )


def _wants(state: State, scene: str, character: str) -> str:
    """Her goal in the scene; else what she wants through the film."""
    lived = state.works.get(SceneLived, part(character, scene))
    arc = state.works.get(ArcDrawn, character)
    return (lived.goal if lived else "") or (arc.wants if arc else "")


def _turn(scene: Scene, character: str) -> str:
    """The kind of the weightiest beat that she is in; empty where the scene was not read into beats."""
    mine = [beat for beat in scene.beats if character in beat.people]
    return max(mine, key=lambda beat: beat.emphasis).kind if mine else ""


def _play_again(moment: Moment, answers: Sequence[Performed]) -> Sequence[Rests]:
    heard = cast(SceneRehearsed, moment.event)
    scene = moment.state.script.scenes[heard.scene]
    take = count(moment.state, me(moment), heard.scene) + 1
    return played(scene, _again_ask(moment), answers[0], moment.number, 0, take=take)


def _wanted(moment: Moment) -> bool:
    """The orchestrator asks for a take of hers, of a scene that is there."""
    wish = cast(TakeAsked, moment.event)
    scene = moment.state.script.scenes.get(wish.scene)
    return wish.character == me(moment) and scene is not None and not scene.omitted


def _wanted_ask(moment: Moment) -> Perform:
    wish = cast(TakeAsked, moment.event)
    return _another_ask(moment.state, wish.scene, wish.character, wish.note, asked=True)


def _play_wanted(moment: Moment, answers: Sequence[Performed]) -> Sequence[Rests]:
    """The take that was asked for; what the scene makes her feel is as it was until somebody says otherwise."""
    wish, state = cast(TakeAsked, moment.event), moment.state
    take = count(state, wish.character, wish.scene) + 1
    work = take_made(wish.scene, _wanted_ask(moment), answers[0], take, moment.number)
    return (Rests(Deliver(works=(work,), at=moment.number), (0,)),)


def _noted_take(state: State, note: Note) -> TakePlayed | None:
    """The take that a note is about, if it stands."""
    place = state.works.places.get(-1 if note.given.about is None else note.given.about)
    return state.works.get(TakePlayed, place[1]) if place and place[0] == TakePlayed.__name__ else None


def _on_a_take(moment: Moment) -> bool:
    note = note_of(moment)
    return note.given.table == TAKES or _noted_take(moment.state, note) is not None


def _plays(state: State, note: Note) -> TakePlayed | None:
    """The take that a note leads away from; None where another would be one too many."""
    take = _noted_take(state, note)
    return take if take and count(state, take.character, take.scene) < MOST_TAKES else None


def _note_asks(moment: Moment, note: Note) -> Sequence[Perform]:
    take = _plays(moment.state, note)
    if take is None:
        return ()
    return (_another_ask(moment.state, take.scene, take.character, note.given.text, asked=True),)


def _note_acts(moment: Moment, note: Note, answers: Sequence[Performed]) -> Sequence[AnswerNote]:
    """Another take is the answer to a note on one."""
    state, before = moment.state, _plays(moment.state, note)
    if before is None:
        gone = _noted_take(state, note) is None
        why = "that take stands no more" if gone else f"I have played {MOST_TAKES} takes of it: circle one"
        return (AnswerNote(note=note.number, text=f"Nothing changes: {why}."),)
    (ask,) = _note_asks(moment, note)
    take = count(state, before.character, before.scene) + 1
    work = take_made(before.scene, ask, answers[0], take, note.number)
    text = f"I play it again, to {work.tactic}: take {take} of scene {before.scene}."
    return (AnswerNote(note=note.number, text=text, does=(Deliver(works=(work,), at=moment.number),)),)


def _only_on_takes(habit: Habit) -> Habit:
    return replace(habit, concerns=lambda m: habit.concerns(m) and _on_a_take(m))


RETAKING = (
    Habit(
        on=SceneRehearsed,
        concerns=lambda m: bool(_noted(m)) and read_through(m.state),
        asks=lambda m: (_again_ask(m),),
        acts=_play_again,
    ),
    Habit(on=TakeAsked, concerns=_wanted, asks=lambda m: (_wanted_ask(m),), acts=_play_wanted),
    *map(_only_on_takes, answering(_note_asks, _note_acts, lambda state, note: None)),
)
"""The habits by which a cast member plays a scene of hers again."""
