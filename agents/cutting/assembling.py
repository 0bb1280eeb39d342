"""Scenes assembled out of their shots."""

from cineledger.agents.role import Rules
from cineledger.agents.working import Task

CUTTING_TASKS: tuple[Task, ...] = ()
CUTTING_RULES: Rules = {}
