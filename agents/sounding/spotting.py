"""Spotting and ambiences."""

from cineledger.agents.role import Rules
from cineledger.agents.working import Task

SOUNDING_TASKS: tuple[Task, ...] = ()
SOUNDING_RULES: Rules = {}
