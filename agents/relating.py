"""What characters are to each other, scene by scene, as their cast members read it."""

from cineledger.agents.role import Rules
from cineledger.agents.working import Task

RELATING_TASKS: tuple[Task, ...] = ()
RELATING_RULES: Rules = {}
