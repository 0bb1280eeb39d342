"""The sound designer: spots each scene, and says what every set sounds like."""

from cineledger.agents.choosing import CHOOSING_RULES
from cineledger.agents.corresponding import ANSWER_COLLEAGUES, CORRESPONDING_RULES
from cineledger.agents.debating import ANSWER_ROUND
from cineledger.agents.leading import LEAD, LEADING_RULES
from cineledger.agents.noting.answering import ANSWER_PLAINLY
from cineledger.agents.role import DEPARTMENT, Role
from cineledger.agents.sounding.spotting import SOUNDING_RULES, SOUNDING_TASKS
from cineledger.agents.standing import DEBATE_RULES
from cineledger.agents.working import working

ROLE = Role(
    name="sound_designer",
    rank=DEPARTMENT,
    habits=working(SOUNDING_TASKS, (*ANSWER_COLLEAGUES, ANSWER_ROUND, *LEAD, *ANSWER_PLAINLY)),
    rules={**CORRESPONDING_RULES, **DEBATE_RULES, **LEADING_RULES, **CHOOSING_RULES, **SOUNDING_RULES},
    presents=bool(SOUNDING_TASKS),
)
