"""Where people stand and go in a scene, as the director stages it."""

from cineledger.agents.role import Rules
from cineledger.agents.working import Task

BLOCKING_TASKS: tuple[Task, ...] = ()
BLOCKING_RULES: Rules = {}
