"""What the set designer does, and by which rules the house answers for her."""

from cineledger.agents.designing.asking import ASK_DESIGN
from cineledger.agents.designing.designs import DESIGN_RULES, DESIGN_SETS
from cineledger.agents.designing.props import LIST_PROPS, PROP_RULES
from cineledger.agents.designing.sets import GATHER_RULES, GATHER_SETS
from cineledger.agents.role import Rules
from cineledger.agents.working import Task

DESIGNING_TASKS: tuple[Task, ...] = (GATHER_SETS, LIST_PROPS, ASK_DESIGN, DESIGN_SETS)
DESIGNING_RULES: Rules = {**GATHER_RULES, **PROP_RULES, **DESIGN_RULES}
