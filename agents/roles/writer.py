"""The writer: answers for the text, says where a scene does not turn, asks about names, writes up an idea."""

from collections.abc import Sequence
from typing import cast

from cineledger.agents.ask import Ask
from cineledger.agents.asking_colleagues import ASK_WHAT_IS_MEANT
from cineledger.agents.canon.telling import before
from cineledger.agents.corresponding import ANSWER_COLLEAGUES, CORRESPONDING_RULES
from cineledger.agents.craft.role_criteria import criteria_of
from cineledger.agents.debating import ANSWER_ROUND
from cineledger.agents.identity.deciding import DECIDING_RULES
from cineledger.agents.identity.drawing import DRAWING_RULES
from cineledger.agents.identity.keeping import IDENTITY_TASKS
from cineledger.agents.knowing.finding import FINDING_RULES, FINDING_TASKS
from cineledger.agents.leading import LEAD, LEADING_RULES
from cineledger.agents.naming import NAMING
from cineledger.agents.noting.answering import ANSWER_PLAINLY
from cineledger.agents.offering import Offered, OfferOutline
from cineledger.agents.reading import texts
from cineledger.agents.role import DEPARTMENT, Habit, Moment, Role
from cineledger.agents.screenwriting.revising import ANSWER_WORDS, WRITE_ANEW
from cineledger.agents.screenwriting.settling import SETTLING
from cineledger.agents.screenwriting.writing import WRITING, WRITING_RULES
from cineledger.agents.standing import DEBATE_RULES
from cineledger.agents.telling.structure import STRUCTURE_RULES, STRUCTURE_TASKS, WHEN_FELT
from cineledger.agents.working import working
from cineledger.domain.command import Command
from cineledger.domain.debate.commands import Offer, OpenQuestion, Reason
from cineledger.domain.production.events import PhaseEntered
from cineledger.domain.talk.commands import Pass
from cineledger.domain.words import OUTLINE


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
    return (
        OfferOutline(
            role=moment.role,
            criteria=criteria_of(moment.role, OUTLINE),
            idea=idea.text,
            said=texts(moment.state),
            series=before(moment.state),
            people=tuple(sorted(moment.state.canon.cast)),
        ),
    )


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


ROLE = Role(
    name="writer",
    rank=DEPARTMENT,
    habits=working(
        (*STRUCTURE_TASKS, *IDENTITY_TASKS, *FINDING_TASKS, ASK_WHAT_IS_MEANT),
        (
            *ANSWER_COLLEAGUES,
            ANSWER_ROUND,
            *LEAD,
            Habit(
                on=PhaseEntered,
                concerns=_needs_outline,
                asks=_outline_asks,
                acts=_propose_outline,
            ),
            *WRITING,
            *SETTLING,
            *NAMING,
            *WHEN_FELT,
            *ANSWER_WORDS,
            WRITE_ANEW,
        ),
    ),
    in_series=(ANSWER_ROUND, *ANSWER_PLAINLY),
    in_canon=(ANSWER_ROUND, *ANSWER_PLAINLY),
    rules={
        **DRAWING_RULES,
        **DECIDING_RULES,
        **CORRESPONDING_RULES,
        **DEBATE_RULES,
        **LEADING_RULES,
        **STRUCTURE_RULES,
        **FINDING_RULES,
        **WRITING_RULES,
    },
    presents=bool(STRUCTURE_TASKS),
)
