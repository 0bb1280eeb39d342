"""The writer: answers for the text in debate, says where a scene does not turn, outlines an idea."""

from collections.abc import Sequence
from typing import ClassVar, cast

from cineledger.agents.ask import Ask
from cineledger.agents.craft.outline import outline
from cineledger.agents.debating import ANSWER_ROUND, DEBATE_RULES
from cineledger.agents.leading import LEAD, LEADING_RULES
from cineledger.agents.reading import texts
from cineledger.agents.role import DEPARTMENT, Habit, Moment, Role, nothing_to_ask
from cineledger.domain.command import Command
from cineledger.domain.debate.commands import Offer, OpenQuestion, Reason
from cineledger.domain.debate.events import ProposalApproved
from cineledger.domain.debate.options import OutlinedScene, OutlineOption
from cineledger.domain.production.events import PhaseEntered
from cineledger.domain.script.commands import WriteScenes
from cineledger.domain.script.events import SceneBrokenDown
from cineledger.domain.talk.commands import SendMessage
from cineledger.domain.value import Value

OUTLINE = "outline"


class Outlined(Value):
    """The scenes an idea could be told in."""

    scenes: tuple[OutlinedScene, ...]
    reason: str


class OutlineIdea(Ask):
    """In which scenes could this be told?"""

    ANSWER: ClassVar[type[Value]] = Outlined
    idea: str
    said: tuple[str, ...]


def _needs_outline(moment: Moment) -> bool:
    state = moment.state
    return (
        cast(PhaseEntered, moment.event).phase == "planning"
        and state.production.idea is not None
        and not state.script.order
        and all(q.opened.subject != OUTLINE for q in state.debate.questions.values())
    )


def _outline_asks(moment: Moment) -> Sequence[Ask]:
    idea = moment.state.production.idea
    assert idea is not None
    return (OutlineIdea(role=moment.role, idea=idea.text, said=texts(moment.state)),)


def _propose_outline(moment: Moment, answers: Sequence[Outlined]) -> Sequence[Command]:
    idea = moment.state.production.idea
    assert idea is not None
    why = Reason(criterion="story", reason=answers[0].reason, cites=(idea.number,))
    return (
        OpenQuestion(
            subject=OUTLINE,
            text="In which scenes is the idea told?",
            scene=None,
            beat=None,
            offer=Offer(option=OutlineOption(scenes=answers[0].scenes), why=why),
        ),
    )


def _outline_approved(moment: Moment) -> bool:
    question = moment.state.debate.questions[cast(ProposalApproved, moment.event).question]
    return question.opened.subject == OUTLINE and not moment.state.script.order


def _write(moment: Moment, _: Sequence[Value]) -> Sequence[Command]:
    question = moment.state.debate.questions[cast(ProposalApproved, moment.event).question]
    approved = question.proposal(question.approved or 0)
    scenes = approved.option.scenes if approved and isinstance(approved.option, OutlineOption) else ()
    fountain = "".join(f"{scene.heading}\n\n{scene.synopsis}\n\n" for scene in scenes)
    return (
        WriteScenes(question=question.number, fountain=fountain),
        SendMessage(
            to="director",
            text="The outline stands as scenes; their dialogue needs a writer or a model.",
            about=moment.number,
        ),
    )


def _flat(moment: Moment) -> bool:
    return not cast(SceneBrokenDown, moment.event).debated


def _note_flat(moment: Moment, _: Sequence[Value]) -> Sequence[Command]:
    scene = cast(SceneBrokenDown, moment.event).scene
    text = f"Scene {scene} does not turn: nobody wants something there that another withholds."
    return (SendMessage(to="director", text=text, about=moment.number),)


def outline_idea(ask: OutlineIdea) -> Outlined:
    """The house rule: five steps of a story in places the idea names; no dialogue is invented."""
    scenes, reason = outline(ask.idea, ask.said)
    return Outlined(
        scenes=tuple(OutlinedScene(heading=heading, synopsis=text) for heading, text in scenes),
        reason=reason,
    )


ROLE = Role(
    name="writer",
    rank=DEPARTMENT,
    habits=(
        ANSWER_ROUND,
        *LEAD,
        Habit(
            on=PhaseEntered,
            concerns=_needs_outline,
            asks=_outline_asks,
            acts=_propose_outline,
        ),
        Habit(on=ProposalApproved, concerns=_outline_approved, asks=nothing_to_ask, acts=_write),
        Habit(on=SceneBrokenDown, concerns=_flat, asks=nothing_to_ask, acts=_note_flat),
    ),
    rules={**DEBATE_RULES, **LEADING_RULES, OutlineIdea: outline_idea},
)
