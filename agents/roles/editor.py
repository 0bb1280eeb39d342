"""The editor: assembles scenes out of their shots, paces them, and chooses transitions."""

from cineledger.agents.asking_colleagues import ASK_FOR_A_PAUSE
from cineledger.agents.choosing import CHOOSING_RULES, HEED_CHOICES
from cineledger.agents.corresponding import ANSWER_COLLEAGUES, CORRESPONDING_RULES
from cineledger.agents.cutting.assembling import CUTTING_RULES, CUTTING_TASKS
from cineledger.agents.debating import ANSWER_ROUND
from cineledger.agents.leading import LEAD, LEADING_RULES
from cineledger.agents.noting.answering import ANSWER_PLAINLY
from cineledger.agents.role import DEPARTMENT, Role
from cineledger.agents.standing import DEBATE_RULES
from cineledger.agents.working import working

ROLE = Role(
    name="editor",
    rank=DEPARTMENT,
    habits=working(
        (*CUTTING_TASKS, HEED_CHOICES, ASK_FOR_A_PAUSE),
        (*ANSWER_COLLEAGUES, ANSWER_ROUND, *LEAD, *ANSWER_PLAINLY),
    ),
    rules={**CORRESPONDING_RULES, **DEBATE_RULES, **LEADING_RULES, **CHOOSING_RULES, **CUTTING_RULES},
    presents=bool(CUTTING_TASKS),
)
