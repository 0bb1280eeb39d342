"""The writer turns the approved outline into a screenplay, each scene after the one before."""

from collections.abc import Sequence
from typing import cast

from cineledger.agents.ask import Ask
from cineledger.agents.canon.telling import before
from cineledger.agents.minds.minding import HOUSE, assigned
from cineledger.agents.reading import texts
from cineledger.agents.role import Habit, Moment, Rules
from cineledger.agents.screenwriting.asks import WriteScene, WrittenScene, write_scene
from cineledger.domain.command import Command
from cineledger.domain.debate.events import ProposalApproved
from cineledger.domain.debate.options import OutlinedScene, OutlineOption
from cineledger.domain.debate.question import Question
from cineledger.domain.fountain.cue import speaker
from cineledger.domain.production.events import PhaseEntered
from cineledger.domain.script.commands import WriteScenes
from cineledger.domain.script.drafting import DraftScene, Sketch, people_of
from cineledger.domain.script.events import Scene, SceneDrafted
from cineledger.domain.script.screenwriting import ScriptLine, lines_of
from cineledger.domain.state import State
from cineledger.domain.words import OUTLINE

LINES_BEFORE = 6
"""Lines of the scene before that the writer goes on from."""


def outline_question(state: State) -> Question | None:
    """The question that decided the outline."""
    outlines = (q for q in state.debate.questions.values() if q.opened.subject == OUTLINE)
    return next((q for q in outlines if q.status == "decided"), None)


def outlined(question: Question) -> tuple[OutlinedScene, ...]:
    """The scenes of the outline that holds."""
    approved = question.proposal(question.approved or 0)
    return approved.option.scenes if approved and isinstance(approved.option, OutlineOption) else ()


def scene_ask(state: State, place: int, *, notes: tuple[str, ...] = ()) -> WriteScene | None:
    """What the writer is asked about a scene of the outline; None where there is no such outline."""
    question, idea = outline_question(state), state.production.idea
    if question is None or idea is None:
        return None
    written = [state.script.scenes[name] for name in state.script.order]
    return WriteScene(
        role="writer",
        idea=idea.text,
        said=texts(state),
        outline=outlined(question),
        place=place,
        people=people_of(state),
        earlier=tuple(synopsis_of(scene) for scene in written[:place]),
        before=lines_of(written[place - 1].written.elements)[-LINES_BEFORE:] if place else (),
        stands=lines_of(written[place].written.elements) if place < len(written) else (),
        notes=notes,
        series=before(state),
    )


def synopsis_of(scene: Scene) -> str:
    """What happens in a scene, as its writer put it; else its first line of action."""
    elements = scene.written.elements
    told = [e.text for kind in ("synopsis", "action") for e in elements if e.kind == kind]
    return told[0] if told else ""


def unwritten(state: State) -> Question | None:
    """The outline that holds, while scenes of it are not written, the script is no other's and a writer is there."""
    question, script = outline_question(state), state.script
    if "writer" not in state.production.roster:
        return None
    unfinished = question is not None and len(script.order) < len(outlined(question))
    return question if unfinished and script.source in ("", OUTLINE) else None


def _approved(moment: Moment) -> bool:
    question = unwritten(moment.state)
    return question is not None and question.number == cast(ProposalApproved, moment.event).question


def _asks(moment: Moment) -> Sequence[Ask]:
    ask = scene_ask(moment.state, len(moment.state.script.order))
    return () if ask is None else (ask,)


def _write(moment: Moment, answers: Sequence[WrittenScene]) -> Sequence[Command]:
    question = unwritten(moment.state)
    assert question is not None
    place, answer = len(moment.state.script.order), answers[0]
    if not answer.lines and place == 0 and assigned(moment.state, moment.role).mind == HOUSE.mind:
        return (_as_outlined(question),)
    return (
        DraftScene(
            question=question.number,
            proposal=question.approved or 0,
            place=place,
            lines=named(answer.lines),
            people=introduced(answer.people),
            synopsis=answer.synopsis,
        ),
    )


def introduced(people: Sequence[Sketch]) -> tuple[Sketch, ...]:
    """Those who are new, named as on their cues."""
    return tuple(person.model_copy(update={"name": speaker(person.name)}) for person in people)


def named(lines: Sequence[ScriptLine]) -> tuple[ScriptLine, ...]:
    """The lines with everybody's name as on her cue."""
    return tuple(line.model_copy(update={"who": speaker(line.who)}) for line in lines)


def _as_outlined(question: Question) -> WriteScenes:
    """The scenes as the outline tells them, without dialogue."""
    fountain = "".join(f"{scene.heading}\n\n{scene.synopsis}\n\n" for scene in outlined(question))
    return WriteScenes(question=question.number, proposal=question.approved or 0, fountain=fountain)


WRITING = (
    Habit(on=ProposalApproved, concerns=_approved, asks=_asks, acts=_write),
    Habit(on=SceneDrafted, concerns=lambda m: unwritten(m.state) is not None, asks=_asks, acts=_write),
    Habit(
        on=PhaseEntered,
        concerns=lambda m: cast(PhaseEntered, m.event).phase == "planning" and unwritten(m.state) is not None,
        asks=_asks,
        acts=_write,
    ),
)
"""The habits by which an outline becomes scenes; a phase entered again goes on where a fork cut them off."""
WRITING_RULES: Rules = {WriteScene: write_scene}
