"""Themes and arcs, as the showrunner keeps them."""

from cineledger.agents.role import Rules
from cineledger.agents.working import Task

STORY_TASKS: tuple[Task, ...] = ()
STORY_RULES: Rules = {}
