"""The showrunner: keeps the story in mind as a whole, its themes and the arcs of its people."""

from cineledger.agents.choosing import CHOOSING_RULES, HEED_CHOICES
from cineledger.agents.debating import ANSWER_ROUND
from cineledger.agents.leading import LEAD, LEADING_RULES
from cineledger.agents.noting.answering import ANSWER_PLAINLY
from cineledger.agents.role import LEADERSHIP, Role
from cineledger.agents.standing import DEBATE_RULES
from cineledger.agents.telling.arcs import STORY_RULES, STORY_TASKS, WHEN_FELT
from cineledger.agents.working import working

ROLE = Role(
    name="showrunner",
    rank=LEADERSHIP,
    habits=working((*STORY_TASKS, HEED_CHOICES), (ANSWER_ROUND, *LEAD, *WHEN_FELT, *ANSWER_PLAINLY)),
    rules={**DEBATE_RULES, **LEADING_RULES, **CHOOSING_RULES, **STORY_RULES},
    presents=bool(STORY_TASKS),
)
