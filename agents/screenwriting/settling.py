"""The writer has the words that matter argued over, and writes the next draft with what came of that."""

from collections.abc import Sequence
from typing import cast

from cineledger.agents.reading import own_script, read_through
from cineledger.agents.role import Habit, Moment, nothing_to_ask
from cineledger.agents.screenwriting.rehearsing import last_takes, players, rehearsed_all
from cineledger.agents.screenwriting.writing import outline_question
from cineledger.domain.cast.events import EmotionalStateChanged
from cineledger.domain.cast.performing import SceneRehearsed, TakePlayed, part
from cineledger.domain.cast.takes import chosen
from cineledger.domain.command import Command
from cineledger.domain.debate.commands import Offer, OpenQuestion, Reason
from cineledger.domain.debate.events import ProposalApproved
from cineledger.domain.debate.options import SceneTextOption
from cineledger.domain.debate.question import Question
from cineledger.domain.script.events import Scene
from cineledger.domain.script.rewriting import ReviseScenes, Rewritten
from cineledger.domain.script.screenwriting import ScriptLine, lines_of, one_line
from cineledger.domain.state import State
from cineledger.domain.value import Value
from cineledger.domain.words import SCENE_TEXT


def folded(state: State, scene: Scene) -> tuple[ScriptLine, ...]:
    """A scene's lines with those of its cast's own words that the director printed, or the orchestrator circled."""
    own = {
        line.line: one_line(line.text) for take in _printed(state, scene.written.scene) for line in take.lines
    }
    return lines_of(
        [
            element.model_copy(update={"text": own[place]}) if place in own else element
            for place, element in enumerate(scene.written.elements)
        ]
    )


def _printed(state: State, scene: str) -> list[TakePlayed]:
    """The takes whose words go into the script, one of each part at most."""
    heard = state.works.get(SceneRehearsed, scene)
    printed = {one.character: one.take for one in heard.takes if one.printed} if heard else {}
    drawn = {who: chosen(state, who, scene) or printed.get(who) for who in last_takes(state, scene)}
    keys = [f"{part(who, scene)}/{take}" for who, take in drawn.items() if take is not None]
    return [take for key in keys if (take := state.works.get(TakePlayed, key)) is not None]


def brought(state: State, scene: Scene) -> tuple[int, ...]:
    """The events by which the read-through changes a scene: takes with words of their own, and their hearing."""
    name = scene.written.scene
    takes = dict.fromkeys(
        take.key for take in (*last_takes(state, name).values(), *_printed(state, name)) if take.lines
    )
    done = [state.works.standing(TakePlayed, key) for key in takes]
    heard = state.works.standing(SceneRehearsed, name)
    return tuple(sorted(d.number for d in (*done, heard) if d is not None)) if takes else ()


def weighs(state: State) -> list[Scene]:
    """The scenes whose words are worth a debate: opening, midpoint and climax, and those somebody would not play so."""
    scenes = [scene for scene in state.script.present() if players(state, scene)]
    last = len(scenes) - 1
    turns = {0, last // 2, max(0, last - 1)} if scenes else set[int]()
    return [
        scene
        for place, scene in enumerate(scenes)
        if place in turns or any(t.objects for t in last_takes(state, scene.written.scene).values())
    ]


def _asked(state: State) -> list[Question]:
    """The questions about the words of scenes, oldest first, that were not dropped."""
    questions = (state.debate.questions[number] for number in sorted(state.debate.questions))
    return [q for q in questions if q.opened.subject == SCENE_TEXT and q.status != "dropped"]


def _over(moment: Moment) -> bool:
    """Everything of the read-through is in, and nothing of it is argued over yet."""
    return read_through(moment.state) and rehearsed_all(moment.state) and not _asked(moment.state)


def _close(moment: Moment, _: Sequence[Value]) -> Sequence[Command]:
    """A question about each scene that is worth one, where the policy has such questions; else the next draft."""
    state = moment.state
    argued = weighs(state) if SCENE_TEXT in state.production.policy else []
    return [_question(state, scene) for scene in argued] or (settled(state),)


def _question(state: State, scene: Scene) -> OpenQuestion:
    lines = folded(state, scene)
    same = lines == lines_of(scene.written.elements)
    reason = (
        "as it was written"
        if same
        else "as it was written, with its cast's own words where they were printed"
    )
    why = Reason(criterion="the turn", reason=reason, cites=brought(state, scene))
    return OpenQuestion(
        subject=SCENE_TEXT,
        text=f"Is this what is said in scene {scene.written.number}?",
        scene=scene.written.scene,
        beat=None,
        offer=Offer(option=SceneTextOption(lines=lines), why=why),
    )


def settled(state: State) -> ReviseScenes:
    """The next draft, with what the read-through and the debates brought, and word to the director."""
    decided = {q.opened.scene: (q.decision or 0, lines) for q in _asked(state) if (lines := _decided(q))}
    scenes, rests = list[Rewritten](), set[int]()
    for scene in state.script.present():
        name = scene.written.scene
        number, lines = decided.get(name, (0, folded(state, scene)))
        if lines != lines_of(scene.written.elements):
            scenes.append(Rewritten(scene=name, lines=lines))
            rests.update(brought(state, scene), [number] if number else [])
    outline = outline_question(state)
    return ReviseScenes(
        scenes=tuple(scenes),
        reason="with the cast's own words and what was agreed, after the read-through",
        rests=tuple(sorted(rests)),
        ready=outline.decision if outline else None,
    )


def _decided(question: Question) -> tuple[ScriptLine, ...]:
    """The lines that hold for a scene; none where nothing is decided."""
    approved = question.proposal(question.approved or 0)
    return approved.option.lines if approved and isinstance(approved.option, SceneTextOption) else ()


def _agreed(moment: Moment) -> bool:
    """The words of a scene are decided, and none are still argued over."""
    state = moment.state
    question = state.debate.questions[cast(ProposalApproved, moment.event).question]
    if question.opened.subject != SCENE_TEXT or not own_script(state):
        return False
    asked = _asked(state)
    # What the writer decides alone is decided as it is asked, with the rest of its batch still to come.
    missing = {scene.written.scene for scene in weighs(state)} - {q.opened.scene for q in asked}
    return all(q.status == "decided" for q in asked) and not (read_through(state) and missing)


def _carry_out(moment: Moment, _: Sequence[Value]) -> Sequence[Command]:
    state = moment.state
    if read_through(state):
        return (settled(state),)
    question = state.debate.questions[cast(ProposalApproved, moment.event).question]
    lines = _decided(question)
    return (
        ReviseScenes(
            scenes=(Rewritten(scene=question.opened.scene or "", lines=lines),),
            reason=f"as was decided on scene {question.opened.scene}",
            rests=(moment.number,),
        ),
    )


SETTLING = (
    Habit(on=EmotionalStateChanged, concerns=_over, asks=nothing_to_ask, acts=_close),
    Habit(on=SceneRehearsed, concerns=_over, asks=nothing_to_ask, acts=_close),
    Habit(on=ProposalApproved, concerns=_agreed, asks=nothing_to_ask, acts=_carry_out),
)
"""The habits by which the writer closes the read-through, and carries out what is decided about words."""
