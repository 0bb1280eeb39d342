"""Themes and cues."""

from cineledger.agents.role import Rules
from cineledger.agents.working import Task

SCORING_TASKS: tuple[Task, ...] = ()
SCORING_RULES: Rules = {}
