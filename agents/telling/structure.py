"""Acts and turning points, as the writer reads them."""

from cineledger.agents.role import Rules
from cineledger.agents.working import Task

STRUCTURE_TASKS: tuple[Task, ...] = ()
STRUCTURE_RULES: Rules = {}
