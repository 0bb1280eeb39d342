"""Lighting, and the columns of the shot list beside the frame, as the cinematographer fills them."""

from cineledger.agents.role import Rules
from cineledger.agents.working import Task

CAMERA_TASKS: tuple[Task, ...] = ()
CAMERA_RULES: Rules = {}
