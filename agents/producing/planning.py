"""Breakdown, schedule, budget and risks."""

from cineledger.agents.role import Rules
from cineledger.agents.working import Task

PRODUCING_TASKS: tuple[Task, ...] = ()
PRODUCING_RULES: Rules = {}
