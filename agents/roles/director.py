"""The director: reads scenes into beats, asks how the ones that matter are shot, rules, and moves the work on."""

from cineledger.agents.choosing import HEED_CHOICES
from cineledger.agents.corresponding import ANSWER_COLLEAGUES, CORRESPONDING_RULES
from cineledger.agents.debating import ANSWER_ROUND
from cineledger.agents.directing.execution import EXECUTE, REREAD
from cineledger.agents.directing.heeding import HEED, HEEDING_RULES
from cineledger.agents.directing.planning import PLAN, PLANNING_RULES
from cineledger.agents.directing.review import REVIEW, REVIEW_RULES
from cineledger.agents.drifting import DRIFT_CHECK, DRIFTING_RULES, RETURNING
from cineledger.agents.leading import LEAD, LEADING_RULES
from cineledger.agents.noting.answering import ANSWER_PLAINLY
from cineledger.agents.noting.holding import HOLDING_RULES, holding
from cineledger.agents.role import LEADERSHIP, Role
from cineledger.agents.screenwriting.rehearsing import REHEARSING, REHEARSING_RULES
from cineledger.agents.staging.blocking import BLOCKING_RULES, BLOCKING_TASKS
from cineledger.agents.standing import DEBATE_RULES
from cineledger.agents.working import working

ROLE = Role(
    name="director",
    rank=LEADERSHIP,
    habits=working(
        (*BLOCKING_TASKS, HEED_CHOICES, DRIFT_CHECK),
        holding(
            (
                *ANSWER_COLLEAGUES,
                ANSWER_ROUND,
                REREAD,
                RETURNING,
                *LEAD,
                *HEED,
                *PLAN,
                *EXECUTE,
                *REVIEW,
                *REHEARSING,
            )
        ),
    ),
    in_series=(ANSWER_ROUND, *ANSWER_PLAINLY),
    rules={
        **CORRESPONDING_RULES,
        **DEBATE_RULES,
        **LEADING_RULES,
        **PLANNING_RULES,
        **REVIEW_RULES,
        **HEEDING_RULES,
        **HOLDING_RULES,
        **BLOCKING_RULES,
        **REHEARSING_RULES,
        **DRIFTING_RULES,
    },
)
