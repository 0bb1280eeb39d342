"""The producer: breaks the script down, schedules and budgets it, and says what is at risk."""

from cineledger.agents.choosing import CHOOSING_RULES
from cineledger.agents.corresponding import ANSWER_COLLEAGUES, CORRESPONDING_RULES
from cineledger.agents.debating import ANSWER_ROUND
from cineledger.agents.leading import LEAD, LEADING_RULES
from cineledger.agents.noting.answering import ANSWER_PLAINLY
from cineledger.agents.producing.listing import LISTING, LISTING_RULES
from cineledger.agents.producing.planning import PLANNING, PLANNING_RULES
from cineledger.agents.producing.trading import TRADE, TRADING_RULES
from cineledger.agents.role import LEADERSHIP, Role
from cineledger.agents.standing import DEBATE_RULES
from cineledger.agents.working import working

ROLE = Role(
    name="producer",
    rank=LEADERSHIP,
    habits=working((LISTING, PLANNING), (*ANSWER_COLLEAGUES, ANSWER_ROUND, *TRADE, *LEAD, *ANSWER_PLAINLY)),
    in_series=(ANSWER_ROUND, *ANSWER_PLAINLY),
    rules={
        **CORRESPONDING_RULES,
        **DEBATE_RULES,
        **LEADING_RULES,
        **CHOOSING_RULES,
        **LISTING_RULES,
        **PLANNING_RULES,
        **TRADING_RULES,
    },
    presents=True,
)
