"""The writer: answers for the text, says where a scene does not turn, asks about names, outlines an idea."""

from collections.abc import Sequence
from typing import cast

from cineledger.agents.ask import Ask
from cineledger.agents.debating import ANSWER_ROUND
from cineledger.agents.leading import LEAD, LEADING_RULES
from cineledger.agents.naming import NAMING
from cineledger.agents.noting.answering import ANSWER_PLAINLY
from cineledger.agents.offering import Offered, OfferOutline
from cineledger.agents.reading import texts
from cineledger.agents.role import DEPARTMENT, Habit, Moment, Role, nothing_to_ask
from cineledger.agents.standing import DEBATE_RULES
from cineledger.agents.telling.structure import STRUCTURE_RULES, STRUCTURE_TASKS, WHEN_FELT
from cineledger.agents.working import working
from cineledger.domain.command import Command
from cineledger.domain.debate.commands import Offer, OpenQuestion, Reason
from cineledger.domain.debate.events import ProposalApproved
from cineledger.domain.debate.options import OutlineOption
from cineledger.domain.debate.question import Question
from cineledger.domain.production.events import PhaseEntered
from cineledger.domain.script.commands import WriteScenes
from cineledger.domain.talk.commands import Pass
from cineledger.domain.value import Value
from cineledger.domain.words import OUTLINE


def _approved_outline(moment: Moment) -> Question | None:
    """The outline that was approved and is not written yet."""
    questions = moment.state.debate.questions.values()
    outlines = [q for q in questions if q.opened.subject == OUTLINE and q.status == "decided"]
    return outlines[0] if outlines and not moment.state.script.order else None


def _needs_outline(moment: Moment) -> bool:
    state = moment.state
    return (
        cast(PhaseEntered, moment.event).phase == "planning"
        and state.production.idea is not None
        and not state.script.order
        and all(q.opened.subject != OUTLINE for q in state.debate.questions.values())
    )


def _needs_writing(moment: Moment) -> bool:
    return cast(PhaseEntered, moment.event).phase == "planning" and _approved_outline(moment) is not None


def _outline_asks(moment: Moment) -> Sequence[Ask]:
    idea = moment.state.production.idea
    assert idea is not None
    return (OfferOutline(role=moment.role, idea=idea.text, said=texts(moment.state)),)


def _propose_outline(moment: Moment, answers: Sequence[Offered]) -> Sequence[Command]:
    idea = moment.state.production.idea
    assert idea is not None
    offered = answers[0].rival
    if offered is None:
        return (Pass(reason="the idea suggests no scene"),)
    why = Reason(criterion=offered.criterion, reason=offered.reason, cites=(idea.number,))
    return (
        OpenQuestion(
            subject=OUTLINE,
            text="In which scenes is the idea told?",
            scene=None,
            beat=None,
            offer=Offer(option=offered.option, why=why),
        ),
    )


def _outline_approved(moment: Moment) -> bool:
    outline = _approved_outline(moment)
    return outline is not None and outline.number == cast(ProposalApproved, moment.event).question


def _write(moment: Moment, _: Sequence[Value]) -> Sequence[Command]:
    question = _approved_outline(moment)
    assert question is not None
    approved = question.proposal(question.approved or 0)
    scenes = approved.option.scenes if approved and isinstance(approved.option, OutlineOption) else ()
    fountain = "".join(f"{scene.heading}\n\n{scene.synopsis}\n\n" for scene in scenes)
    return (WriteScenes(question=question.number, proposal=question.approved or 0, fountain=fountain),)


ROLE = Role(
    name="writer",
    rank=DEPARTMENT,
    habits=working(
        STRUCTURE_TASKS,
        (
            ANSWER_ROUND,
            *LEAD,
            Habit(
                on=PhaseEntered,
                concerns=_needs_outline,
                asks=_outline_asks,
                acts=_propose_outline,
            ),
            Habit(on=ProposalApproved, concerns=_outline_approved, asks=nothing_to_ask, acts=_write),
            Habit(on=PhaseEntered, concerns=_needs_writing, asks=nothing_to_ask, acts=_write),
            *NAMING,
            *WHEN_FELT,
            *ANSWER_PLAINLY,
        ),
    ),
    in_series=(ANSWER_ROUND,),
    rules={**DEBATE_RULES, **LEADING_RULES, **STRUCTURE_RULES},
    presents=bool(STRUCTURE_TASKS),
)
