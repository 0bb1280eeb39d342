"""The cinematographer: carries out decided shots, covers the rest of each scene, answers the director's notes."""

from cineledger.agents.asking_colleagues import ASK_FOR_A_LAMP
from cineledger.agents.corresponding import ANSWER_COLLEAGUES, CORRESPONDING_RULES
from cineledger.agents.debating import ANSWER_ROUND
from cineledger.agents.leading import LEAD, LEADING_RULES
from cineledger.agents.noting.shots import ANSWER_SHOT_NOTES, SHOT_NOTE_RULES
from cineledger.agents.role import DEPARTMENT, Role
from cineledger.agents.shooting.covering import COVER, COVERING_RULES
from cineledger.agents.shooting.giving_up import GIVE_UP
from cineledger.agents.shooting.revising import REVISE, REVISION_RULES
from cineledger.agents.staging.camera import CAMERA_RULES, CAMERA_TASKS
from cineledger.agents.standing import DEBATE_RULES
from cineledger.agents.working import working

ROLE = Role(
    name="cinematographer",
    rank=DEPARTMENT,
    habits=working(
        (*CAMERA_TASKS, ASK_FOR_A_LAMP),
        (*ANSWER_COLLEAGUES, ANSWER_ROUND, *LEAD, *COVER, GIVE_UP, *REVISE, *ANSWER_SHOT_NOTES),
    ),
    rules={
        **CORRESPONDING_RULES,
        **DEBATE_RULES,
        **LEADING_RULES,
        **COVERING_RULES,
        **REVISION_RULES,
        **SHOT_NOTE_RULES,
        **CAMERA_RULES,
    },
    presents=bool(CAMERA_TASKS),
)
