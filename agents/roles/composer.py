"""The composer: writes a theme for each main character, and cues that develop them."""

from cineledger.agents.choosing import CHOOSING_RULES, HEED_CHOICES
from cineledger.agents.corresponding import ANSWER_COLLEAGUES, CORRESPONDING_RULES
from cineledger.agents.debating import ANSWER_ROUND
from cineledger.agents.leading import LEAD, LEADING_RULES
from cineledger.agents.noting.answering import ANSWER_PLAINLY
from cineledger.agents.role import DEPARTMENT, Role
from cineledger.agents.scoring.composing import SCORING_RULES, SCORING_TASKS
from cineledger.agents.standing import DEBATE_RULES
from cineledger.agents.working import working

ROLE = Role(
    name="composer",
    rank=DEPARTMENT,
    habits=working(
        (*SCORING_TASKS, HEED_CHOICES), (*ANSWER_COLLEAGUES, ANSWER_ROUND, *LEAD, *ANSWER_PLAINLY)
    ),
    rules={**CORRESPONDING_RULES, **DEBATE_RULES, **LEADING_RULES, **CHOOSING_RULES, **SCORING_RULES},
    presents=bool(SCORING_TASKS),
)
