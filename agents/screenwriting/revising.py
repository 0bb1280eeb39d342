"""The writer writes scenes of the crew's own screenplay anew, on the orchestrator's note or the director's."""

from collections.abc import Sequence
from typing import cast

from cineledger.agents.ask import Ask
from cineledger.agents.noting.answering import answering, plainly
from cineledger.agents.reading import own_script
from cineledger.agents.role import Habit, Moment
from cineledger.agents.screenwriting.asks import WrittenScene
from cineledger.agents.screenwriting.writing import introduced, named, scene_ask
from cineledger.domain.command import Command
from cineledger.domain.notes.commands import AnswerNote
from cineledger.domain.notes.events import Note
from cineledger.domain.script.events import Scene
from cineledger.domain.script.rewriting import ReviseScenes, Rewritten
from cineledger.domain.state import State
from cineledger.domain.talk.commands import Pass
from cineledger.domain.talk.events import MessageSent


def scene_noted(state: State, note: Note) -> Scene | None:
    """The scene of the crew's own screenplay whose words a note is about; None where it is about something else."""
    table, key = note.given.table, note.given.key or ""
    if not own_script(state) or table not in ("scenes", "script_elements"):
        return None
    scene = state.script.scenes.get(key if table == "scenes" else key.rpartition("/")[0])
    return None if scene is None or scene.omitted else scene


def _ask(state: State, scene: Scene, text: str) -> Sequence[Ask]:
    ask = scene_ask(state, state.script.order.index(scene.written.scene), notes=(text,))
    return () if ask is None else (ask,)


def _asks(moment: Moment, note: Note) -> Sequence[Ask]:
    scene = scene_noted(moment.state, note)
    return () if scene is None else _ask(moment.state, scene, note.given.text)


def _acts(moment: Moment, note: Note, answers: Sequence[WrittenScene]) -> Sequence[Command]:
    scene = scene_noted(moment.state, note)
    if scene is None or not answers or not answers[0].lines:
        return (plainly(moment.state, note),)
    text = f"I write scene {scene.written.number} anew: {answers[0].synopsis or 'as you ask'}"
    return (AnswerNote(note=note.number, text=text, does=(_revised(scene, answers[0], note.number),)),)


def _revised(scene: Scene, answer: WrittenScene, note: int) -> ReviseScenes:
    return ReviseScenes(
        scenes=(
            Rewritten(
                scene=scene.written.scene,
                lines=named(answer.lines),
                people=introduced(answer.people),
                synopsis=answer.synopsis,
            ),
        ),
        reason=f"scene {scene.written.number} anew, on a note",
        rests=(note,),
    )


def _directed(moment: Moment) -> Scene | None:
    """The scene of the crew's own that the director wants written anew."""
    message, state = cast(MessageSent, moment.event), moment.state
    if message.to != moment.role or message.about is None or not own_script(state):
        return None
    return next((s for s in state.script.present() if s.number == message.about), None)


def _directed_asks(moment: Moment) -> Sequence[Ask]:
    scene = _directed(moment)
    return () if scene is None else _ask(moment.state, scene, cast(MessageSent, moment.event).text)


def _write_anew(moment: Moment, answers: Sequence[WrittenScene]) -> Sequence[Command]:
    scene = _directed(moment)
    if scene is None or not answers or not answers[0].lines:
        return (Pass(reason="the scene stands as it is written: nothing truer was found"),)
    return (_revised(scene, answers[0], moment.number),)


ANSWER_WORDS = answering(_asks, _acts, lambda state, note: None)
"""The habits by which the writer answers notes: about scenes of the crew's own by writing them anew."""
WRITE_ANEW = Habit(
    on=MessageSent,
    concerns=lambda moment: _directed(moment) is not None,
    asks=_directed_asks,
    acts=_write_anew,
)
"""The habit by which the writer heeds the director on a scene."""
