"""The showrunner: keeps the story in mind as a whole, its themes and the arcs of its people."""

from cineledger.agents.auditing.finding import AUDIT, AUDIT_RULES
from cineledger.agents.auditing.settling import ASK_ABOUT_FINDINGS, WORD_OF_FINDINGS
from cineledger.agents.canon.reconciling import RECONCILE
from cineledger.agents.choosing import CHOOSING_RULES, HEED_CHOICES
from cineledger.agents.corresponding import ANSWER_COLLEAGUES, CORRESPONDING_RULES
from cineledger.agents.debating import ANSWER_ROUND
from cineledger.agents.drifting import DRIFT_CHECK, DRIFTING_RULES
from cineledger.agents.leading import LEAD, LEADING_RULES
from cineledger.agents.noting.answering import ANSWER_PLAINLY
from cineledger.agents.role import LEADERSHIP, Role
from cineledger.agents.serial.across import SERIES_CONTINUITY
from cineledger.agents.serial.continuity import CONTINUITY_RULES
from cineledger.agents.serial.fates import FATE_RULES, FATES
from cineledger.agents.serial.following import EPISODE_CONTINUITY
from cineledger.agents.serial.seasons import SEASON_ARCS, SEASON_RULES
from cineledger.agents.serial.themes import RUNNING_RULES, RUNNING_THEMES
from cineledger.agents.standing import DEBATE_RULES
from cineledger.agents.telling.arcs import ARC_TASKS, STORY_RULES, STORY_TASKS
from cineledger.agents.telling.felt import when_felt
from cineledger.agents.working import working

ROLE = Role(
    name="showrunner",
    rank=LEADERSHIP,
    habits=working(
        (
            *STORY_TASKS,
            FATES,
            EPISODE_CONTINUITY,
            AUDIT,
            ASK_ABOUT_FINDINGS,
            WORD_OF_FINDINGS,
            RECONCILE,
            HEED_CHOICES,
            DRIFT_CHECK,
        ),
        (*ANSWER_COLLEAGUES, ANSWER_ROUND, *LEAD, *when_felt(*ARC_TASKS, AUDIT), *ANSWER_PLAINLY),
    ),
    in_series=working(
        (RUNNING_THEMES, SEASON_ARCS, SERIES_CONTINUITY, HEED_CHOICES), (ANSWER_ROUND, *LEAD, *ANSWER_PLAINLY)
    ),
    in_canon=working((RECONCILE,), (ANSWER_ROUND, *LEAD, *ANSWER_PLAINLY)),
    rules={
        **CORRESPONDING_RULES,
        **DEBATE_RULES,
        **LEADING_RULES,
        **CHOOSING_RULES,
        **STORY_RULES,
        **RUNNING_RULES,
        **SEASON_RULES,
        **CONTINUITY_RULES,
        **FATE_RULES,
        **DRIFTING_RULES,
        **AUDIT_RULES,
    },
    presents=bool(STORY_TASKS),
)
