"""The set designer: gathers sets from slug lines, designs them, and lists the properties."""

from cineledger.agents.choosing import CHOOSING_RULES, HEED_CHOICES
from cineledger.agents.corresponding import ANSWER_COLLEAGUES, CORRESPONDING_RULES
from cineledger.agents.debating import ANSWER_ROUND
from cineledger.agents.designing.designing import DESIGNING_RULES, DESIGNING_TASKS
from cineledger.agents.leading import LEAD, LEADING_RULES
from cineledger.agents.noting.answering import ANSWER_PLAINLY
from cineledger.agents.role import DEPARTMENT, Role
from cineledger.agents.standing import DEBATE_RULES
from cineledger.agents.working import working

ROLE = Role(
    name="set_designer",
    rank=DEPARTMENT,
    habits=working(
        (*DESIGNING_TASKS, HEED_CHOICES), (*ANSWER_COLLEAGUES, ANSWER_ROUND, *LEAD, *ANSWER_PLAINLY)
    ),
    rules={**CORRESPONDING_RULES, **DEBATE_RULES, **LEADING_RULES, **CHOOSING_RULES, **DESIGNING_RULES},
    presents=bool(DESIGNING_TASKS),
)
