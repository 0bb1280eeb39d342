"""Lighting, and the columns of the shot list beside the frame, as the cinematographer fills them."""

from cineledger.agents.role import Rules
from cineledger.agents.staging.details import DETAILS, DetailShots, detail_shots
from cineledger.agents.staging.lighting import LIGHTING, LightScene, light_scene
from cineledger.agents.working import Task

CAMERA_TASKS: tuple[Task, ...] = (LIGHTING, DETAILS)
CAMERA_RULES: Rules = {LightScene: light_scene, DetailShots: detail_shots}
